import { useLingui } from "@lingui/react/macro";
import { CheckField, ChoiceField, LongField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { FollowUpKind, FollowUpState, IncidentInput, IncidentKind, IncidentReaders } from "~/graph/generated/graphql";
import { wallIn } from "~/language/times";
import { followUpKindWords, followUpStateWords, incidentKindWords, incidentReadersWords } from "~/language/words";
import type { FollowUp } from "./FollowUps";
import type { OneIncident } from "./IncidentsPanel";

const Record = graphql(`
  mutation RecordIncident($input: RecordIncidentInput!) {
    recordIncident(input: $input) { __typename ... on RecordIncidentPayload { incident { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Correct = graphql(`
  mutation CorrectIncident($input: CorrectIncidentInput!) {
    correctIncident(input: $input) { __typename ... on CorrectIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Conclude = graphql(`
  mutation ConcludeIncident($input: ConcludeIncidentInput!) {
    concludeIncident(input: $input) { __typename ... on ConcludeIncidentPayload { incident { id revision } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Follow = graphql(`
  mutation FollowUpIncident($input: FollowUpIncidentInput!) {
    followUpIncident(input: $input) { __typename ... on FollowUpIncidentPayload { followUp { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Answer = graphql(`
  mutation AnswerFollowUp($input: AnswerFollowUpInput!) {
    answerFollowUp(input: $input) { __typename ... on AnswerFollowUpPayload { followUp { id revision } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Typed = { kind: IncidentKind; what: string; happenedAt: string; timeZone: string; hourKnown: boolean; place: string; stateCourt: string; witnesses: string; evidence: string; seenBy: IncidentReaders };

function asInput(typed: Typed, occurrence: number | undefined): IncidentInput {
  return { kind: typed.kind, what: typed.what, happenedAt: typed.happenedAt, timeZone: typed.timeZone, hourKnown: typed.hourKnown, place: said(typed.place), stateCourt: said(typed.stateCourt), witnesses: said(typed.witnesses), evidence: said(typed.evidence), seenBy: typed.seenBy, occurrence };
}

/** Write an incident down, or correct what was written. */
export function IncidentDialog({ caseId, courts, counsel, incident, onClose }: { caseId: string; courts: readonly string[]; /** May keep it for counsel. */ counsel: boolean; incident?: OneIncident; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(incidentKindWords);
  const readers = useChoices(incidentReadersWords, counsel ? undefined : ["LEGAL_TEAM"]);
  const defaults: Typed = {
    kind: incident?.kind ?? "FORCE", what: incident?.what ?? "", happenedAt: incident ? wallIn(incident.happenedAt, incident.timeZone) : "", timeZone: incident?.timeZone ?? "America/New_York", hourKnown: incident?.hourKnown ?? true,
    place: incident?.place ?? "", stateCourt: incident?.stateCourt ?? "", witnesses: incident?.witnesses ?? "", evidence: incident?.evidence ?? "", seenBy: incident?.seenBy ?? "LEGAL_TEAM",
  };
  const fields = (
    <>
      <ChoiceField name="kind" label={t`What it is about`} required options={kinds} />
      <LongField name="what" label={t`What happened`} required />
      <TextField name="happenedAt" type="datetime-local" label={t`When`} required />
      <CheckField name="hourKnown" label={t`The hour is known`} />
      <ZoneField name="timeZone" label={t`Time zone`} />
      <TextField name="place" label={t`Where`} />
      <ChoiceField name="stateCourt" label={t`At a state courthouse`} options={courts.map((court) => ({ value: court, label: court }))} />
      <LongField name="witnesses" label={t`Witnesses`} />
      <LongField name="evidence" label={t`Evidence`} hint={t`Say where it lies; files are kept with the documents`} />
      <ChoiceField name="seenBy" label={t`Who may see this`} required options={readers} />
    </>
  );
  return incident ? (
    <VerbDialog verb={Correct} title={t`Correct the incident`} submit={t`Save`} wide defaults={defaults} input={(typed: Typed, occurrence) => ({ incidentId: incident.id, expectedRevision: incident.revision, incident: asInput(typed, occurrence) })} told={t`The incident is corrected.`} onClose={onClose}>{fields}</VerbDialog>
  ) : (
    <VerbDialog verb={Record} title={t`Record an incident`} submit={t`Record it`} wide defaults={defaults} input={(typed: Typed, occurrence) => ({ caseId, incident: asInput(typed, occurrence) })} told={t`The incident is recorded.`} onClose={onClose}>{fields}</VerbDialog>
  );
}

/** What is asked about an incident, and of whom. */
export function FollowUpDialog({ incident, onClose }: { incident: OneIncident; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(followUpKindWords);
  type Asked = { kind: FollowUpKind; toWhom: string; sentOn: string; dueOn: string };
  return (
    <VerbDialog verb={Follow} title={t`Request or referral`} submit={t`Record it`} defaults={{ kind: "RECORDS_REQUEST", toWhom: "", sentOn: "", dueOn: "" } satisfies Asked} input={(typed: Asked) => ({ incidentId: incident.id, kind: typed.kind, toWhom: typed.toWhom, sentOn: typed.sentOn, dueOn: said(typed.dueOn) })} told={t`Recorded.`} onClose={onClose}>
      <ChoiceField name="kind" label={t`What was sent`} required options={kinds} />
      <TextField name="toWhom" label={t`To whom`} required />
      <TextField name="sentOn" type="date" label={t`Sent`} required />
      <TextField name="dueOn" type="date" label={t`Answer due`} />
    </VerbDialog>
  );
}

/** What came of a request. */
export function AnswerDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { t } = useLingui();
  const states = useChoices(followUpStateWords, ["ANSWERED", "REFUSED", "WITHDRAWN"]);
  type Answered = { state: FollowUpState; answeredOn: string; answer: string };
  return (
    <VerbDialog verb={Answer} title={t`Record the answer`} submit={t`Save`} defaults={{ state: "ANSWERED", answeredOn: "", answer: "" } satisfies Answered} input={(typed: Answered) => ({ followUpId: followUp.id, expectedRevision: followUp.revision, state: typed.state, answeredOn: typed.answeredOn, answer: said(typed.answer) })} told={t`The answer is recorded.`} onClose={onClose}>
      <ChoiceField name="state" label={t`What came`} required options={states} />
      <TextField name="answeredOn" type="date" label={t`On`} required />
      <LongField name="answer" label={t`In a sentence`} />
    </VerbDialog>
  );
}

/** How an incident ended. */
export function ConcludeDialog({ incident, onClose }: { incident: OneIncident; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Conclude} title={t`Outcome`} submit={t`Save`} defaults={{ outcome: "" }} input={(typed: { outcome: string }) => ({ incidentId: incident.id, expectedRevision: incident.revision, outcome: typed.outcome })} told={t`The outcome is recorded.`} onClose={onClose}>
      <LongField name="outcome" label={t`How it ended`} required />
    </VerbDialog>
  );
}
