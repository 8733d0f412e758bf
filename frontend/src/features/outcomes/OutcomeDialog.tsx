import { useLingui } from "@lingui/react/macro";
import { CheckField, ChoiceField, LongField, NumberField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { OccasionKind, OutcomeInput, OutcomeResult } from "~/graph/generated/graphql";
import { resultWords } from "~/language/words";
import type { OneOutcome } from "./OutcomesPanel";

const Record = graphql(`
  mutation RecordOutcome($input: RecordOutcomeInput!) {
    recordOutcome(input: $input) { __typename ... on RecordOutcomePayload { case { id } outcome { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Correct = graphql(`
  mutation CorrectOutcome($input: CorrectOutcomeInput!) {
    correctOutcome(input: $input) { __typename ... on CorrectOutcomePayload { case { id } outcome { id revision } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** Dates at which a judge or an agency says something and something comes of it. */
const WITH_RESULT: readonly OccasionKind[] = ["MASTER_HEARING", "INDIVIDUAL_HEARING", "BOND_HEARING", "CUSTODY_HEARING", "FEAR_REVIEW", "OTHER_HEARING", "CHECK_IN"];

type Typed = { supporters?: number; officials?: number; letters?: number; press?: number; result: OutcomeResult | ""; said: string; fromNotes: boolean; pressLinks: string };

function asInput(typed: Typed): OutcomeInput {
  return {
    supporters: typed.supporters, officials: typed.officials, letters: typed.letters, press: typed.press, result: typed.result || undefined,
    said: said(typed.said), fromNotes: typed.fromNotes, pressLinks: typed.pressLinks.split(/\s+/).filter(Boolean),
  };
}

/** Enter what happened on a date, or correct what was entered. Numbers nobody counted are left empty. */
export function OutcomeDialog({ occasion, legal, outcome, onClose }: { occasion: { id: string; kind: OccasionKind }; /** Of the legal team: they alone write words and links. */ legal: boolean; outcome?: OneOutcome; onClose: () => void }) {
  const { t } = useLingui();
  const results = useChoices(resultWords);
  const inCourt = WITH_RESULT.includes(occasion.kind);
  const defaults: Typed = {
    ...(typeof outcome?.supporters === "number" ? { supporters: outcome.supporters } : {}), ...(typeof outcome?.officials === "number" ? { officials: outcome.officials } : {}),
    ...(typeof outcome?.letters === "number" ? { letters: outcome.letters } : {}), ...(typeof outcome?.press === "number" ? { press: outcome.press } : {}),
    result: outcome?.resultReported ? "" : (outcome?.result ?? ""), said: outcome?.words?.said ?? "", fromNotes: false, pressLinks: outcome?.words?.pressLinks.join("\n") ?? "",
  };
  const fields = (
    <>
      <NumberField name="supporters" label={t`Supporters and observers in the room`} hint={t`Leave empty what nobody counted`} />
      <NumberField name="officials" label={t`Officials who came`} hint={t`How many; no names`} />
      <NumberField name="letters" label={t`Letters handed in`} />
      <NumberField name="press" label={t`Pieces in the press`} />
      {inCourt && legal && !outcome?.resultReported ? <ChoiceField name="result" label={t`Result`} hint={t`Leave it empty where the report of the hearing says it`} options={results} /> : null}
      {inCourt && legal ? (
        <>
          <LongField name="said" label={t`Said in open court, from notes`} hint={t`In words. Never a recording: courts forbid it.`} />
          <CheckField name="fromNotes" label={t`It was said in open court, and I have it from notes`} />
        </>
      ) : null}
      {legal ? <LongField name="pressLinks" label={t`Links to published pieces`} hint={t`One a line, each beginning with https://`} /> : null}
    </>
  );
  return outcome ? (
    <VerbDialog verb={Correct} title={t`Correct what happened`} submit={t`Save`} defaults={defaults} input={(typed: Typed) => ({ outcomeId: outcome.id, expectedRevision: outcome.revision, outcome: asInput(typed) })} told={t`Corrected. What stood there stays in the trail.`} onClose={onClose}>{fields}</VerbDialog>
  ) : (
    <VerbDialog verb={Record} title={t`What happened?`} submit={t`Enter it`} defaults={defaults} input={(typed: Typed) => ({ occasionId: occasion.id, outcome: asInput(typed) })} told={t`What happened is entered.`} onClose={onClose}>{fields}</VerbDialog>
  );
}
