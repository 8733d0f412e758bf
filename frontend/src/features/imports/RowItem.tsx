import { Button, Group, Select, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { CaseNumber, Tag, type Tone } from "~/design/pieces";
import { useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ColumnMeaning, KnownRule, RowState } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { Word } from "~/language/Word";
import { knownRuleWords, rowStateWords } from "~/language/words";
import { RowPart } from "./graph";

const Mend = graphql(`
  mutation MendCell($input: MendCellInput!) {
    mendCell(input: $input) { __typename ... on MendCellPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }
  }
`);
const Decide = graphql(`
  mutation DecideRow($input: DecideRowInput!) {
    decideRow(input: $input) { __typename ... on DecideRowPayload { spreadsheet { id ...WholeSpreadsheet } row { id ...RowOfSpreadsheet } } ... on UserError { message } }
  }
`);

const TONES: Record<RowState, Tone> = { UNREAD: "gray", NEW: "teal", KNOWN: "blue", PROBLEM: "orange", LEFT_OUT: "gray", MADE: "green", FILLED: "green", KEPT: "gray", FAILED: "red", TAKEN_BACK: "gray", STAYED: "orange" };
/** Columns that say at a glance who it is. */
const WHO: readonly ColumnMeaning[] = ["FULL_NAME", "GIVEN_NAMES", "SURNAMES", "A_NUMBER", "REF"];

type Props = { of: FragmentType<typeof RowPart>; header: readonly string[]; meanings: readonly (ColumnMeaning | null)[]; /** What happens with known clients unless the row says otherwise. */ rule: KnownRule; ready: boolean; onChanged: () => void };

/** One row: what it would become, what is wrong with it at which cell, and the cell itself to be typed again. */
export function RowItem({ of, header, meanings, rule, ready, onChanged }: Props) {
  const { t } = useLingui();
  const row = readFragment(RowPart, of);
  const [all, setAll] = useState(false);
  const rules = useChoices(knownRuleWords);
  const decide = useVerb(Decide);
  const who = WHO.map((meaning) => row.cells[meanings.indexOf(meaning)]).filter(Boolean).join(", ");
  const wrong = new Set(row.problems.map((one) => one.column));
  const undecided = ready && (row.state === "NEW" || row.state === "KNOWN" || row.state === "PROBLEM" || row.state === "LEFT_OUT");
  const shown = all ? header.map((_, column) => column) : header.map((_, column) => column).filter((column) => ready && row.state === "PROBLEM" && wrong.has(column));
  return (
    <li>
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
        <div><span className="quiet"><Trans>Row {row.number}</Trans></span> · <strong>{who || t`nobody named`}</strong></div>
        <Group gap={6}>
          <Tag tone={TONES[row.state]}><Word of={row.state} in={rowStateWords} /></Tag>
          {row.case ? <Link to="/cases/$shortId" params={{ shortId: row.case.shortId }}><CaseNumber>{row.case.shortId}</CaseNumber></Link> : null}
        </Group>
      </div>
      {row.problems.length > 0 && row.state !== "LEFT_OUT" ? (
        <ul style={{ margin: "6px 0 0", paddingLeft: 18 }}>
          {row.problems.map((one) => <li key={`${one.column} ${one.message}`} style={{ color: "var(--mantine-color-error)" }}>{typeof one.column === "number" ? <><strong>{header[one.column]}</strong>: </> : null}{one.message}</li>)}
        </ul>
      ) : null}
      {shown.length > 0 ? (
        <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 230px), 1fr))", gap: 8, marginTop: 8 }}>
          {shown.map((column) => <Cell key={column} rowId={row.id} column={column} name={header[column] || t`Column ${column + 1}`} text={row.cells[column] ?? ""} wrong={wrong.has(column)} ready={undecided && row.state !== "LEFT_OUT"} onChanged={onChanged} />)}
        </div>
      ) : null}
      <Group gap="xs" mt={8}>
        {undecided && row.state === "KNOWN" ? <Select size="xs" aria-label={t`What happens with row ${row.number}`} data={rules} value={row.rule ?? rule} allowDeselect={false} disabled={decide.sending} onChange={async (value) => { await decide.send({ spreadsheetRowId: row.id, leftOut: false, rule: value as KnownRule }); onChanged(); }} w={{ base: "100%", sm: 260 }} /> : null}
        {undecided ? (row.state === "LEFT_OUT" ? <VerbButton verb={Decide} input={{ spreadsheetRowId: row.id, leftOut: false }} label={t`Take it in again`} aria-label={t`Take row ${row.number} in again`} told={t`The row is in again.`} onDone={onChanged} /> : <VerbButton verb={Decide} input={{ spreadsheetRowId: row.id, leftOut: true }} label={t`Leave out`} aria-label={t`Leave row ${row.number} out`} told={t`The row is left out.`} onDone={onChanged} />) : null}
        <Button size="compact-sm" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>{all ? <Trans>Hide the cells</Trans> : <Trans>Show all cells</Trans>}</Button>
      </Group>
    </li>
  );
}

function Cell({ rowId, column, name, text, wrong, ready, onChanged }: { rowId: string; column: number; name: string; text: string; wrong: boolean; ready: boolean; onChanged: () => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(text);
  const [refused, setRefused] = useState<string>();
  const { send, sending } = useVerb(Mend);
  const mend = async (): Promise<void> => {
    const told = await send({ spreadsheetRowId: rowId, column, text: typed });
    setRefused(told.refused?.message);
    if (!told.refused) onChanged();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void mend(); }} style={{ display: "flex", gap: 6, alignItems: "flex-end" }}>
      <TextInput label={name} value={typed} readOnly={!ready} onChange={(event) => setTyped(event.currentTarget.value)} error={refused ?? (wrong && typed === text)} style={{ flex: 1, minWidth: 0 }} />
      {ready && typed !== text ? <Button type="submit" size="sm" loading={sending} aria-label={t`Save ${name}`}><Trans>Save</Trans></Button> : null}
    </form>
  );
}
