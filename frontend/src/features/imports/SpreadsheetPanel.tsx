import { Button, Group, Progress, Select } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useQuery } from "urql";
import { Awaiting, Panel, Refusal, Tag } from "~/design/pieces";
import { useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { graphql, readFragment } from "~/graph/generated";
import type { KnownRule, WholeSpreadsheetFragment } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { moment } from "~/language/times";
import { Word } from "~/language/Word";
import { knownRuleWords, rowStateWords, spreadsheetStateWords } from "~/language/words";
import { Whole } from "./graph";
import { MatchColumns } from "./MatchColumns";
import { RowsPanel, standings } from "./RowsPanel";

const One = graphql(`
  query OneSpreadsheet($id: ID!) { node(id: $id) { __typename ... on Spreadsheet { id ...WholeSpreadsheet } } }
`);
const Start = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) { __typename ... on StartImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }
  }
`);
const Cancel = graphql(`
  mutation CancelImport($input: CancelImportInput!) {
    cancelImport(input: $input) { __typename ... on CancelImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }
  }
`);
const Undo = graphql(`
  mutation UndoImport($input: UndoImportInput!) {
    undoImport(input: $input) { __typename ... on UndoImportPayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }
  }
`);
const Discard = graphql(`
  mutation DiscardSpreadsheet($input: DiscardSpreadsheetInput!) {
    discardSpreadsheet(input: $input) { __typename ... on DiscardSpreadsheetPayload { organization { id } } ... on UserError { message } }
  }
`);
const Choose = graphql(`
  mutation ChooseKnownRule($input: ChooseKnownRuleInput!) {
    chooseKnownRule(input: $input) { __typename ... on ChooseKnownRulePayload { spreadsheet { id ...WholeSpreadsheet } } ... on UserError { message } }
  }
`);

/** How often a page that is looked at asks how far the house is, in milliseconds. */
const ASKS_EVERY = 1_000;
const AT_WORK: readonly string[] = ["CHECKING", "BRINGING_IN", "UNDOING"];

/** One spreadsheet from its columns to its report. Whoever leaves comes back to where it is by then. */
export function SpreadsheetPanel({ id, onGone }: { id: string; onGone: () => void }) {
  const [{ data, error }, ask] = useQuery({ query: One, variables: { id }, requestPolicy: "cache-and-network" });
  const found = data?.node?.__typename === "Spreadsheet" ? data.node : undefined;
  const sheet = found ? readFragment(Whole, found) : undefined;
  const working = sheet ? AT_WORK.includes(sheet.state) : false;
  const again = (): void => ask({ requestPolicy: "network-only" });
  useEffect(() => {
    if (!working) return undefined;
    const asking = setInterval(() => ask({ requestPolicy: "network-only" }), ASKS_EVERY);
    return () => clearInterval(asking);
  }, [working, ask]);
  if (!sheet) return data && !error ? <Refusal><Trans>This spreadsheet is gone. What it became stays.</Trans></Refusal> : <Awaiting failed={Boolean(error)} />;
  return (
    <div className="stack">
      <Summary sheet={sheet} onChanged={again} onGone={onGone} />
      {sheet.state === "READY" ? <MatchColumns key={sheet.revision} sheet={sheet} onMatched={again} /> : null}
      {sheet.state === "CHECKING" ? null : <RowsPanel sheet={sheet} onChanged={again} />}
    </div>
  );
}

function Summary({ sheet, onChanged, onGone }: { sheet: WholeSpreadsheetFragment; onChanged: () => void; onGone: () => void }) {
  const { t } = useLingui();
  const choose = useVerb(Choose);
  const rules = useChoices(knownRuleWords, ["SKIP", "FILL"]);
  const comes = sheet.newRows + sheet.knownRows;
  const behind = sheet.problemRows + sheet.failedRows + sheet.leftOutRows;
  const over = sheet.state === "DONE" || sheet.state === "STOPPED";
  const asked = sheet.orderAsked && sheet.dayFirst === null;
  return (
    <Panel title={sheet.name} foldable={false} action={<Tag tone={over ? "green" : "blue"}><Word of={sheet.state} in={spreadsheetStateWords} /></Tag>}>
      {AT_WORK.includes(sheet.state) ? (
        <div role="status" aria-live="polite">
          <Progress value={sheet.rows ? (100 * sheet.done) / sheet.rows : 0} aria-label={t`How far it is`} transitionDuration={0} />
          <p style={{ margin: "8px 0 0" }}><Trans>{sheet.done} of {sheet.rows} rows.</Trans> <span className="quiet"><Trans>You may leave this page and come back.</Trans></span></p>
        </div>
      ) : null}
      <ul style={{ display: "flex", flexWrap: "wrap", gap: "4px 18px", margin: "8px 0", padding: 0, listStyle: "none" }}>
        {standings(sheet).map(({ state, count }) => <li key={state}><strong>{count}</strong> <Word of={state} in={rowStateWords} /></li>)}
      </ul>
      {sheet.state === "READY" && sheet.knownRows > 0 ? <Select label={t`Rows about clients you have already`} data={rules} value={sheet.knownRule} allowDeselect={false} disabled={choose.sending} onChange={async (value) => { await choose.send({ spreadsheetId: sheet.id, expectedRevision: sheet.revision, rule: value as KnownRule }); onChanged(); }} w={{ base: "100%", sm: 320 }} mb="sm" /> : null}
      {sheet.state === "READY" ? <p className="quiet" style={{ margin: "0 0 10px" }}>{asked ? <Trans>Say first, among the columns, whether the month or the day comes first in its dates.</Trans> : <Trans>Nobody is invited and nobody outside is written to. You look after the new cases, and are reminded of their dates ahead. Rows to be mended stay behind.</Trans>}</p> : null}
      <Group gap="xs">
        {sheet.state === "READY" ? <VerbButton verb={Start} size="sm" variant="filled" disabled={comes === 0 || asked} input={{ spreadsheetId: sheet.id, expectedRevision: sheet.revision }} label={t`Start the import`} told={t`The import has begun.`} onDone={onChanged} /> : null}
        {sheet.state === "BRINGING_IN" ? <VerbButton verb={Cancel} size="sm" input={{ spreadsheetId: sheet.id }} label={t`Stop`} told={t`Stopped. What had become a case stays, and can be taken back.`} onDone={onChanged} /> : null}
        {over ? <Button size="sm" component={Link} to="/monday"><Trans>See Monday's page</Trans></Button> : null}
        {!AT_WORK.includes(sheet.state) && behind > 0 ? <Button size="sm" variant="default" component="a" href={`/spreadsheets/${encodeURIComponent(sheet.id)}/left-behind`}><Plural value={behind} one="Save # row left behind" other="Save # rows left behind" /></Button> : null}
        {over && sheet.madeRows > 0 ? <VerbButton verb={Undo} size="sm" color="red" variant="light" input={{ spreadsheetId: sheet.id, expectedRevision: sheet.revision }} label={t`Take the import back`} ask={t`Every case it made is erased for good, with everything in it, but for cases that somebody has worked on since: they stay and are listed. What it filled in other cases stays.`} told={t`The import is being taken back.`} onDone={onChanged} /> : null}
        {AT_WORK.includes(sheet.state) ? null : <VerbButton verb={Discard} size="sm" input={{ spreadsheetId: sheet.id }} label={t`Throw the spreadsheet away`} ask={t`Its rows are gone at once, and the import can't be taken back any more. Cases that it became stay.`} told={t`The spreadsheet is gone.`} onDone={onGone} />}
      </Group>
      {over && sheet.undoUntil ? <p className="quiet" style={{ margin: "10px 0 0" }}><Trans>It can be taken back until {moment(sheet.undoUntil)}. Then its rows are gone from here.</Trans></p> : null}
      {sheet.state === "UNDONE" && sheet.stayedRows > 0 ? <p style={{ margin: "10px 0 0" }}><Plural value={sheet.stayedRows} one="# case stayed: somebody has worked on it since. It stands below." other="# cases stayed: somebody has worked on them since. They stand below." /></p> : null}
    </Panel>
  );
}
