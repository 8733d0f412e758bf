import { Button, Group, Radio, Select } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Panel, Refusal } from "~/design/pieces";
import { useChoices } from "~/forms/fields";
import { graphql } from "~/graph/generated";
import type { ColumnMeaning, WholeSpreadsheetFragment } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { columnMeaningWords } from "~/language/words";

const Match = graphql(`
  mutation MatchColumns($input: MatchColumnsInput!) {
    matchColumns(input: $input) { __typename ... on MatchColumnsPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }
  }
`);
const Samples = graphql(`
  query SpreadsheetSamples($spreadsheetId: ID!) { spreadsheetRows(spreadsheetId: $spreadsheetId, first: 5) { edges { node { id cells } } } }
`);

/** What each column means: proposed, changed by hand, and remembered for the next table like it. */
export function MatchColumns({ sheet, onMatched }: { sheet: WholeSpreadsheetFragment; onMatched: () => void }) {
  const { t } = useLingui();
  const [meanings, setMeanings] = useState<readonly (ColumnMeaning | null)[]>(sheet.meanings);
  const [dayFirst, setDayFirst] = useState<boolean | null>(sheet.dayFirst ?? null);
  const [refused, setRefused] = useState<string>();
  const [{ data }] = useQuery({ query: Samples, variables: { spreadsheetId: sheet.id } });
  const { send, sending } = useVerb(Match);
  const choices = useChoices(columnMeaningWords);
  const rows = data?.spreadsheetRows.edges.map((edge) => edge.node.cells) ?? [];
  const sample = (column: number): string => rows.map((cells) => cells[column] ?? "").find((cell) => cell !== "") ?? "";
  const changed = meanings.some((one, index) => one !== sheet.meanings[index]) || dayFirst !== (sheet.dayFirst ?? null);
  const unread = meanings.filter((one) => one === null).length;

  const choose = (column: number, meaning: ColumnMeaning | null): void =>
    // No two columns mean the same: what meant it before is not read any more.
    setMeanings(meanings.map((one, index) => (index === column ? meaning : meaning !== null && one === meaning ? null : one)));
  const match = async (): Promise<void> => {
    setRefused(undefined);
    const told = await send({ spreadsheetId: sheet.id, expectedRevision: sheet.revision, meanings: [...meanings], dayFirst });
    if (told.refused) setRefused(told.refused.message);
    else onMatched();
  };
  return (
    <Panel title={t`What the columns mean`} foldable={false}>
      <ul className="rows" style={{ margin: "0 -4px", listStyle: "none", padding: 0 }}>
        {sheet.header.map((name, column) => (
          <li key={`${column} ${name}`} style={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 230px), 1fr))", gap: 8, alignItems: "center" }}>
            <div style={{ minWidth: 0 }}>
              <strong>{name || t`Column ${column + 1}`}</strong>
              <div className="quiet" style={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>{sample(column) ? <Trans>for example {sample(column)}</Trans> : <Trans>empty at first</Trans>}</div>
            </div>
            <Select aria-label={t`What “${name}” means`} placeholder={t`Not read`} data={choices} value={meanings[column] ?? null} onChange={(value) => choose(column, value as ColumnMeaning | null)} searchable clearable clearButtonProps={{ "aria-label": t`Clear` }} />
          </li>
        ))}
      </ul>
      {sheet.orderAsked ? (
        <Radio.Group mt="md" label={t`What comes first in dates such as 3/4/2026?`} description={t`The dates of this table do not show it.`} value={dayFirst === null ? "" : dayFirst ? "day" : "month"} onChange={(value) => setDayFirst(value === "day")}>
          <Group mt={6}>
            <Radio value="month" label={t`The month: March 4`} />
            <Radio value="day" label={t`The day: April 3`} />
          </Group>
        </Radio.Group>
      ) : null}
      <Group mt="md" gap="sm">
        <Button variant={changed ? "filled" : "default"} disabled={!changed} loading={sending} onClick={() => void match()}><Trans>Use these columns</Trans></Button>
        {unread > 0 ? <span className="quiet"><Plural value={unread} one="# column is not read." other="# columns are not read." /></span> : null}
      </Group>
      {refused ? <div style={{ marginTop: 10 }}><Refusal>{refused}</Refusal></div> : null}
    </Panel>
  );
}
