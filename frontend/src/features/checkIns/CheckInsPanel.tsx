import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag, Unknown } from "~/design/pieces";
import { PersonField } from "~/forms/choosers";
import { ChoiceField, LongField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { CheckInOutcome, SupervisionKind } from "~/graph/generated/graphql";
import { HERE, date, day, time } from "~/language/times";
import { Word } from "~/language/Word";
import { checkInOutcomeWords, supervisionKindWords } from "~/language/words";

export const CheckInsPart = graphql(`
  fragment CheckInsOfCase on Case {
    id may custodyStatus
    supervisions { id revision kind terms beganAt endedAt }
    checkIns { id revision office outcome occasion { id state startsAt timeZone hourKnown placeName } accompaniers { id revision state person { id name } } }
  }
`);
const Supervise = graphql(`
  mutation RecordSupervision($input: RecordSupervisionInput!) {
    recordSupervision(input: $input) { __typename ... on RecordSupervisionPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Schedule = graphql(`
  mutation ScheduleCheckIn($input: ScheduleCheckInInput!) {
    scheduleCheckIn(input: $input) { __typename ... on ScheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Move = graphql(`
  mutation RescheduleCheckIn($input: RescheduleCheckInInput!) {
    rescheduleCheckIn(input: $input) { __typename ... on RescheduleCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Cancel = graphql(`
  mutation CancelCheckIn($input: CancelCheckInInput!) {
    cancelCheckIn(input: $input) { __typename ... on CancelCheckInPayload { case { id ...CheckInsOfCase } } ... on UserError { message } }
  }
`);
const Report = graphql(`
  mutation ReportCheckIn($input: ReportCheckInInput!) {
    reportCheckIn(input: $input) { __typename ... on ReportCheckInPayload { case { id ...CheckInsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Name = graphql(`
  mutation NameAccompanier($input: NameAccompanierInput!) {
    nameAccompanier(input: $input) { __typename ... on NameAccompanierPayload { case { id ...CheckInsOfCase } } ... on NotCleared { missing } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Watched = { kind: SupervisionKind; beganAt: string; timeZone: string; terms: string };
type Asked = { startsAt: string; timeZone: string; office: string; meetingPoint: string };
type Moved = { startsAt: string; meetingPoint: string };
type Open = { what: "watch" | "schedule" } | { what: "move" | "report" | "name"; id: string; revision: number };

/** Dates at which people at liberty are arrested: for the legal team, and never shown to anyone else by the page. */
export function CheckInsPanel({ of }: { of: FragmentType<typeof CheckInsPart> }) {
  const { t } = useLingui();
  const one = readFragment(CheckInsPart, of);
  const [open, setOpen] = useState<Open>();
  const kinds = useChoices(supervisionKindWords);
  const outcomes = useChoices(checkInOutcomeWords);
  const may = (act: string): boolean => one.may.includes(act);
  const end = (): void => setOpen(undefined);
  if (one.custodyStatus !== "RELEASED" && one.checkIns.length === 0) return null;
  const now = Date.now();
  return (
    <Panel
      title={t`Check-ins`}
      flush
      count={one.checkIns.length}
      action={
        <>
          {may("recordSupervision") ? <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen({ what: "watch" })}><Trans>Supervision</Trans></Button> : null}
          {may("scheduleCheckIn") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "schedule" })}><Trans>Schedule</Trans></Button> : null}
        </>
      }
    >
      {one.supervisions.filter((row) => !row.endedAt).map((row) => <div key={row.id} className="body quiet"><Word of={row.kind} in={supervisionKindWords} /> · <Trans>since {date(row.beganAt)}</Trans>{row.terms ? ` · ${row.terms}` : ""}</div>)}
      {one.checkIns.length === 0 ? <Empty title={t`No check-in is known`}><Trans>A check-in is an arrest risk. It is told to the legal team, the client and their contacts, and to whom the client names.</Trans></Empty> : null}
      <ul className="rows">
        {one.checkIns.map((row) => {
          const { occasion } = row;
          const ahead = Date.parse(occasion.startsAt) > now && occasion.state !== "CANCELLED";
          return (
            <li key={row.id}>
              <Group gap={6}><strong>{day(occasion.startsAt, occasion.timeZone)}{occasion.hourKnown ? `, ${time(occasion.startsAt, occasion.timeZone)}` : ""}</strong>{occasion.state === "CANCELLED" ? <Tag><Trans>Cancelled</Trans></Tag> : row.outcome ? <Tag tone={row.outcome === "DETAINED" ? "red" : "gray"}><Word of={row.outcome} in={checkInOutcomeWords} /></Tag> : null}</Group>
              <div>{row.office ?? <Unknown />}</div>
              <div className="quiet"><Trans>Meeting point:</Trans> {occasion.placeName ?? <Unknown />}{row.accompaniers.length ? ` · ${row.accompaniers.map((each) => each.person?.name).filter(Boolean).join(", ")}` : ""}</div>
              <Group gap={6} mt={6}>
                {ahead && may("nameAccompanier") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "name", id: row.id, revision: row.revision })}><Trans>Who comes along</Trans></Button> : null}
                {ahead && may("scheduleCheckIn") ? <Button size="compact-sm" variant="subtle" onClick={() => setOpen({ what: "move", id: row.id, revision: row.revision })}><Trans>Move</Trans></Button> : null}
                {ahead && may("scheduleCheckIn") ? <VerbButton verb={Cancel} label={t`Cancel`} variant="subtle" color="gray" ask={t`Whoever was told of it is told that it is off, without a reason.`} input={{ checkInId: row.id, expectedRevision: row.revision }} told={t`The check-in is cancelled.`} /> : null}
                {!ahead && !row.outcome && occasion.state !== "CANCELLED" && may("scheduleCheckIn") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "report", id: row.id, revision: row.revision })}><Trans>Report</Trans></Button> : null}
              </Group>
            </li>
          );
        })}
      </ul>
      {open?.what === "watch" ? (
        <VerbDialog verb={Supervise} title={t`Supervision`} submit={t`Save`} defaults={{ kind: "RECOGNIZANCE", beganAt: "", timeZone: HERE, terms: "" } satisfies Watched} input={(typed: Watched) => ({ caseId: one.id, kind: typed.kind, beganAt: typed.beganAt, timeZone: typed.timeZone, terms: said(typed.terms) })} told={t`Supervision is recorded.`} onClose={end}>
          <ChoiceField name="kind" label={t`How`} required options={kinds} />
          <TextField name="beganAt" type="datetime-local" label={t`Since`} required />
          <ZoneField name="timeZone" label={t`Time zone`} />
          <LongField name="terms" label={t`Terms`} hint={t`In the agency's words`} />
        </VerbDialog>
      ) : null}
      {open?.what === "schedule" ? (
        <VerbDialog verb={Schedule} title={t`Schedule a check-in`} submit={t`Schedule`} defaults={{ startsAt: "", timeZone: HERE, office: "", meetingPoint: "" } satisfies Asked} input={(typed: Asked) => ({ caseId: one.id, startsAt: typed.startsAt, timeZone: typed.timeZone, office: said(typed.office), meetingPoint: said(typed.meetingPoint) })} told={t`The check-in is scheduled.`} onClose={end}>
          <TextField name="startsAt" type="datetime-local" label={t`When`} required />
          <ZoneField name="timeZone" label={t`Time zone`} />
          <TextField name="office" label={t`Office`} hint={t`For the legal team, the client and their contacts`} />
          <TextField name="meetingPoint" label={t`Meeting point`} hint={t`For who comes along; never the office`} />
        </VerbDialog>
      ) : null}
      {open?.what === "move" ? (
        <VerbDialog verb={Move} title={t`Move the check-in`} submit={t`Move`} defaults={{ startsAt: "", meetingPoint: "" } satisfies Moved} input={(typed: Moved) => ({ checkInId: open.id, expectedRevision: open.revision, startsAt: typed.startsAt, meetingPoint: said(typed.meetingPoint) })} told={t`The check-in is moved.`} onClose={end}>
          <TextField name="startsAt" type="datetime-local" label={t`When`} required />
          <TextField name="meetingPoint" label={t`Meeting point`} hint={t`If it changes, too`} />
        </VerbDialog>
      ) : null}
      {open?.what === "report" ? (
        <VerbDialog verb={Report} title={t`Report the check-in`} submit={t`Save`} defaults={{ outcome: "ATTENDED" as CheckInOutcome }} input={(typed: { outcome: CheckInOutcome }) => ({ checkInId: open.id, expectedRevision: open.revision, outcome: typed.outcome })} told={t`The check-in is reported.`} onClose={end}>
          <ChoiceField name="outcome" label={t`What came of it`} required options={outcomes} />
        </VerbDialog>
      ) : null}
      {open?.what === "name" ? (
        <VerbDialog verb={Name} title={t`Who comes along`} submit={t`Name them`} defaults={{ personId: "" }} input={(typed: { personId: string }) => ({ checkInId: open.id, personId: typed.personId })} told={t`They are told the hour and the meeting point 48 hours before, and no address.`} onClose={end}>
          <PersonField name="personId" label={t`Whom`} kinds={["SUPPORTER", "WITNESS", "INTERPRETER", "STAFF"]} required />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
