import { Button, Group, Menu } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Tag, type Tone, Unknown } from "~/design/pieces";
import { LongField, TextField } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { DeadlineRowFragment, DeadlineState } from "~/graph/generated/graphql";
import { date, fromNow, moment, plainDay, wallIn } from "~/language/times";
import { Word } from "~/language/Word";
import { bindsWords, deadlineStateWords, litigationWords, whyMovedWords } from "~/language/words";
import { CourtDateDialog } from "./CourtDateDialog";
import { FilingDialog } from "./FilingDialog";
import { RunsFrom } from "./RunsFrom";
import { TriggerDialog } from "./TriggerDialog";

export const DeadlineRowPart = graphql(`
  fragment DeadlineRow on Deadline {
    id revision state rule name action ordered binds trigger triggeredOn triggeredAt timeZone dueOn dueAt computedOn
    citation inForceFrom inForceUntil litigationStatus unverified note trace setByCourt setAsideReason
    confirmedAt confirmedBy { id name } filedAt receivedAt movedBecause fellAwayAt ...RunsFrom
    inPlaceOf { id dueOn dueAt timeZone }
  }
`);
const Confirm = graphql(`
  mutation ConfirmDeadline($input: ConfirmDeadlineInput!) {
    confirmDeadline(input: $input) { __typename ... on ConfirmDeadlinePayload { case { id ...DeadlinesOfCase } } ... on UserError { message } }
  }
`);
const SetAside = graphql(`
  mutation SetAsideDeadline($input: SetAsideDeadlineInput!) {
    setAsideDeadline(input: $input) { __typename ... on SetAsideDeadlinePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Outage = graphql(`
  mutation RecordOutage($input: RecordOutageInput!) {
    recordOutage(input: $input) { __typename ... on RecordOutagePayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const TONES: Record<DeadlineState, Tone> = { FOR_REVIEW: "yellow", CONFIRMED: "teal", FILED: "blue", RECEIVED: "green", SUPERSEDED: "gray", NOT_APPLICABLE: "gray" };

type Row = DeadlineRowFragment;

/** The day, or the day and hour in the zone of the place. */
function Due({ of }: { of: Pick<Row, "dueOn" | "dueAt" | "timeZone"> }) {
  if (of.dueAt) return <time dateTime={of.dueAt}>{moment(of.dueAt, of.timeZone)}</time>;
  return of.dueOn ? <time dateTime={of.dueOn}>{plainDay(of.dueOn)}</time> : <Unknown><Trans>the court sets it</Trans></Unknown>;
}

/** Late is a day that is over where it counts, or an hour that has passed. */
function isPast(one: Row): boolean {
  if (one.dueAt) return new Date(one.dueAt).getTime() < Date.now();
  return one.dueOn !== null && one.dueOn !== undefined && one.dueOn < wallIn(new Date().toISOString(), one.timeZone).slice(0, 10);
}

export function DeadlineRow({ of, caseId, may }: { of: FragmentType<typeof DeadlineRowPart>; caseId: string; may: readonly string[] }) {
  const { t, i18n } = useLingui();
  const one = readFragment(DeadlineRowPart, of);
  const [open, setOpen] = useState<"filing" | "court" | "aside" | "outage" | "trigger">();
  const end = (): void => setOpen(undefined);
  const live = one.state === "FOR_REVIEW" || one.state === "CONFIRMED";
  const fallen = Boolean(one.fellAwayAt);
  const called = one.ordered ?? one.name ?? t`Deadline`;
  const mayAny = live && ["setCourtDeadline", "recordOutage", "setAsideDeadline", "workOutDeadlines"].some((act) => may.includes(act));
  return (
    <li>
      <div className="spread" style={{ alignItems: "flex-start" }}>
        <div style={{ flex: "1 1 260px", minWidth: 0 }}>
          <strong style={fallen ? { textDecoration: "line-through" } : undefined}>{called}</strong>
          <div>{fallen ? <s><Due of={one} /></s> : <Due of={one} />}{one.dueOn && live ? <span className="quiet"> {fromNow(one.dueAt ?? `${one.dueOn}T23:59:00Z`)}</span> : null}</div>
          <RunsFrom of={one} />
          {fallen && one.fellAwayAt ? <div><Trans>Fell away {date(one.fellAwayAt)}</Trans>{one.movedBecause ? <>: <Word of={one.movedBecause} in={whyMovedWords} /></> : null}</div> : null}
          {one.inPlaceOf && !fallen ? <div className="quiet"><Trans>It was</Trans> <s><Due of={one.inPlaceOf} /></s>{one.movedBecause ? <> · <Word of={one.movedBecause} in={whyMovedWords} /></> : null}</div> : null}
          <div className="quiet">{[one.ordered ? one.name : one.action, one.binds ? i18n._(bindsWords[one.binds]) : null].filter(Boolean).join(" · ")}</div>
          {one.confirmedAt ? <div className="quiet">{one.confirmedBy ? t`Confirmed ${date(one.confirmedAt)}, ${one.confirmedBy.name}` : t`Confirmed ${date(one.confirmedAt)}`}</div> : null}
          {one.filedAt ? <div className="quiet"><Trans>Filed:</Trans> {moment(one.filedAt, one.timeZone)}</div> : null}
          {one.receivedAt ? <div className="quiet"><Trans>Received:</Trans> {moment(one.receivedAt, one.timeZone)}</div> : null}
          {one.setAsideReason ? <div className="quiet">{one.setAsideReason}</div> : null}
        </div>
        <Group gap={6}>
          {live && isPast(one) ? <Tag tone="red"><Trans>Passed</Trans></Tag> : null}
          {one.setByCourt ? <Tag tone="blue"><Trans>Set by the court</Trans></Tag> : null}
          {one.unverified && !one.setByCourt ? <Tag tone="orange"><Trans>Unverified</Trans></Tag> : null}
          {one.litigationStatus && one.litigationStatus !== "SETTLED" ? <Tag tone="orange"><Word of={one.litigationStatus} in={litigationWords} /></Tag> : null}
          <Tag tone={TONES[one.state]}>{fallen ? <Trans>Fell away</Trans> : <Word of={one.state} in={deadlineStateWords} />}</Tag>
        </Group>
      </div>
      {one.trace.length > 0 || one.citation ? (
        <details>
          <summary className="quiet"><Trans>How it was worked out</Trans></summary>
          <ol className="steps">{one.trace.map((step) => <li key={step}>{step}</li>)}</ol>
          {one.citation ? <p className="quiet" style={{ margin: 0 }}>{one.citation}{one.inForceFrom ? <> · <Trans>in force since {plainDay(one.inForceFrom)}</Trans></> : null}{one.inForceUntil ? <> · <Trans>in force before {plainDay(one.inForceUntil)}</Trans></> : null}</p> : null}
        </details>
      ) : null}
      <Group gap={6} mt={6}>
        {one.state === "FOR_REVIEW" && one.dueOn && may.includes("confirmDeadline") ? <VerbButton verb={Confirm} label={t`Confirm`} aria-label={t`Confirm: ${called}`} input={{ deadlineId: one.id, expectedRevision: one.revision }} told={t`Confirmed. The coordinator is reminded of it, too.`} /> : null}
        {live && !one.dueOn && may.includes("setCourtDeadline") ? <Button size="compact-sm" variant="default" aria-label={t`Type in the court's date: ${called}`} onClick={() => setOpen("court")}><Trans>Type in the court's date</Trans></Button> : null}
        {(live || one.state === "FILED") && may.includes("recordFiling") ? <Button size="compact-sm" variant="default" aria-label={t`Filed or received: ${called}`} onClick={() => setOpen("filing")}><Trans>Filed or received</Trans></Button> : null}
        {mayAny ? (
          <Menu position="bottom-end">
            <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about ${called}`}>⋯</Button></Menu.Target>
            <Menu.Dropdown>
              {may.includes("setCourtDeadline") && one.dueOn ? <Menu.Item onClick={() => setOpen("court")}><Trans>The court set another date</Trans></Menu.Item> : null}
              {may.includes("recordOutage") && one.rule && !one.setByCourt && one.dueOn && !one.dueAt ? <Menu.Item onClick={() => setOpen("outage")}><Trans>Electronic filing was down on that day</Trans></Menu.Item> : null}
              {may.includes("workOutDeadlines") && one.trigger && !one.setByCourt ? <Menu.Item onClick={() => setOpen("trigger")}><Trans>What was typed is wrong</Trans></Menu.Item> : null}
              {may.includes("setAsideDeadline") ? <Menu.Item onClick={() => setOpen("aside")}><Trans>It does not apply</Trans></Menu.Item> : null}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </Group>
      {open === "filing" ? <FilingDialog deadlineId={one.id} revision={one.revision} onClose={end} /> : null}
      {open === "court" ? <CourtDateDialog caseId={caseId} insteadOf={{ id: one.id, called }} onClose={end} /> : null}
      {open === "trigger" && one.trigger ? <TriggerDialog caseId={caseId} corrects={{ id: one.id, trigger: one.trigger }} onClose={end} /> : null}
      {open === "aside" ? (
        <VerbDialog verb={SetAside} title={t`It does not apply`} submit={t`Set it aside`} defaults={{ reason: "" }} input={(typed: { reason: string }) => ({ deadlineId: one.id, expectedRevision: one.revision, reason: typed.reason })} told={t`Set aside. It reminds nobody any more.`} onClose={end}>
          <LongField name="reason" label={t`Why?`} hint={t`For the legal team, such as: appeal waived on the record.`} required />
        </VerbDialog>
      ) : null}
      {open === "outage" ? (
        <VerbDialog verb={Outage} title={t`Electronic filing was down`} submit={t`Extend the deadline`} defaults={{ downFrom: one.dueOn ?? "", downThrough: one.dueOn ?? "" }} input={(typed: { downFrom: string; downThrough: string }) => ({ deadlineId: one.id, expectedRevision: one.revision, ...typed })} told={t`Extended to the first business day of service. It is for review again.`} onClose={end}>
          <TextField name="downFrom" type="date" label={t`First day of the outage`} required />
          <TextField name="downThrough" type="date" label={t`Last day of the outage`} hint={t`Only what was not planned counts (8 CFR 1003.3(g)(2)).`} required />
        </VerbDialog>
      ) : null}
    </li>
  );
}
