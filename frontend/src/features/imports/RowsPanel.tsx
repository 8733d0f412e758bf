import { Button, Group, Select } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import type { RowState, WholeSpreadsheetFragment } from "~/graph/generated/graphql";
import { rowStateWords } from "~/language/words";
import { RowItem } from "./RowItem";

const Rows = graphql(`
  query SpreadsheetRows($spreadsheetId: ID!, $states: [RowState!], $after: String) {
    spreadsheetRows(spreadsheetId: $spreadsheetId, states: $states, first: 25, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id ...RowOfSpreadsheet } }
    }
  }
`);

/** How many rows stand so, in the order in which one looks at them: what needs somebody first. */
export function standings(sheet: WholeSpreadsheetFragment): { state: RowState; count: number }[] {
  const every: { state: RowState; count: number }[] = [
    { state: "FAILED", count: sheet.failedRows }, { state: "PROBLEM", count: sheet.problemRows }, { state: "STAYED", count: sheet.stayedRows },
    { state: "KNOWN", count: sheet.knownRows }, { state: "NEW", count: sheet.newRows }, { state: "MADE", count: sheet.madeRows },
    { state: "FILLED", count: sheet.filledRows }, { state: "KEPT", count: sheet.keptRows }, { state: "LEFT_OUT", count: sheet.leftOutRows }, { state: "TAKEN_BACK", count: sheet.takenBackRows },
  ];
  return every.filter((one) => one.count > 0);
}

/** The rows, those first that somebody has to look at. */
export function RowsPanel({ sheet, onChanged }: { sheet: WholeSpreadsheetFragment; onChanged: () => void }) {
  const { t, i18n } = useLingui();
  const there = standings(sheet);
  const [chosen, setChosen] = useState<RowState | null>();
  // What was chosen may be empty by now: then what needs somebody next is shown.
  const state = chosen === null ? null : (there.find((one) => one.state === chosen) ?? there[0])?.state ?? null;
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors.at(-1) ?? null;
  const [{ data, error }, again] = useQuery({ query: Rows, variables: { spreadsheetId: sheet.id, states: state ? [state] : null, after }, requestPolicy: "cache-and-network" });
  const rows = data?.spreadsheetRows;
  const changed = (): void => {
    again({ requestPolicy: "network-only" });
    onChanged();
  };
  return (
    <Panel title={t`Rows`} flush foldable={false} action={
      <Select size="xs" aria-label={t`Which rows`} allowDeselect={false} value={state ?? "ALL"} data={[...there.map((one) => ({ value: one.state as string, label: `${i18n._(rowStateWords[one.state])} (${one.count})` })), { value: "ALL", label: t`All rows` }]} onChange={(value) => { setCursors([]); setChosen(value === "ALL" ? null : (value as RowState)); }} w={230} />
    }>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.edges.length === 0 ? <Empty title={t`No such rows`} /> : null}
      <ul className="rows" style={{ listStyle: "none" }}>
        {rows?.edges.map(({ node }) => <RowItem key={node.id} of={node} header={sheet.header} meanings={sheet.meanings} rule={sheet.knownRule} ready={sheet.state === "READY"} onChanged={changed} />)}
      </ul>
      {cursors.length > 0 || rows?.pageInfo.hasNextPage ? (
        <Group p="sm" gap="xs">
          <Button size="compact-sm" variant="default" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}><Trans>Rows before</Trans></Button>
          <Button size="compact-sm" variant="default" disabled={!rows?.pageInfo.hasNextPage} onClick={() => setCursors([...cursors, rows?.pageInfo.endCursor ?? ""])}><Trans>Next rows</Trans></Button>
        </Group>
      ) : null}
    </Panel>
  );
}
