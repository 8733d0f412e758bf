import { Button, Group, Menu } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Empty, Panel, Tag, Unknown, When } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { HearingRowFragment } from "~/graph/generated/graphql";
import { spoken } from "~/language/speech";
import { HERE, date, fromNow, wallText, zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { dateCheckOutcomeWords, dateStandingWords, hearingStateWords, mediumWords, occasionKindWords, outcomeWords, sourceWords } from "~/language/words";
import { adjournments, scheduleTypes } from "~/language/courtCodes";
import { VerbButton } from "~/forms/VerbButton";
import { CancelDialog } from "./CancelDialog";
import { CheckDateDialog } from "./CheckDateDialog";
import { CourtAccessDialog, ObserverRulesDialog } from "./CourtAccess";
import { InProceeding } from "./HearingNamed";
import { OpenProceedingDialog } from "./OpenProceedingDialog";
import { Proceedings } from "./Proceedings";
import { Sources } from "./Sources";
import { CorrectReportDialog } from "./CorrectReportDialog";
import { ReportDialog } from "./ReportDialog";
import { RescheduleDialog } from "./RescheduleDialog";
import { ScheduleDialog } from "./ScheduleDialog";

export const HearingRow = graphql(`
  fragment HearingRow on Hearing {
    id revision judge source confidence checkedAt outcome outcomeNote awaitingReport closedToPublic interpreterLanguage
    checkedBy { id name }
    dateChecks { outcome heard answeredAt shift { id name } }
    court { id name }
    location { id name city state }
    proceeding { id kind }
    state dateStanding advancedByCourt adjournmentCode scheduleType movedFrom reportedAt replacedBy { id }
    occasion { id kind state sequence startsAt endsAt wallStarts timeZone hourKnown room medium joinUrl ...DeliveryOf }
  }
`);

/** What the court's line said when a date checker asked last. */
function LastCheck({ of: { dateChecks } }: { of: HearingRowFragment }) {
  const last = dateChecks.find((one) => one.outcome && one.outcome !== "SKIPPED");
  if (!last?.outcome || !last.answeredAt) return null;
  return <div className="quiet"><Trans>Court line asked {fromNow(last.answeredAt)}</Trans>: <Word of={last.outcome} in={dateCheckOutcomeWords} />{last.heard ? ` (${wallText(last.heard)})` : ""}{last.shift ? `, ${last.shift.name}` : ""}</div>;
}

export const HearingsOfCase = graphql(`
  fragment HearingsOfCase on Case {
    id may
    proceedings { id kind judge court { id name } }
    hearings { id ...HearingRow }
  }
`);

const TakeBack = graphql(`
  mutation TakeBackReport($input: TakeBackReportInput!) {
    takeBackReport(input: $input) { __typename ... on TakeBackReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on UserError { message } }
  }
`);

/** For ten minutes a report can be taken back by whoever made it; the server says when somebody has gone on from it. */
function mayTakeBack(hearing: HearingRowFragment): boolean {
  return Boolean(hearing.reportedAt && Date.now() - Date.parse(hearing.reportedAt) < 600_000);
}

type Open = { what: "schedule" | "proceeding" } | { what: "move" | "cancel" | "report" | "correct" | "check" | "access" | "rules"; hearing: HearingRowFragment };

export function HearingsPanel({ of, onInvite, onReminders, onRoom, deliveries }: { of: FragmentType<typeof HearingsOfCase>; onInvite?: (occasionId: string) => void; onReminders?: (occasionId: string) => void; onRoom?: (occasionId: string) => void; /** How the telling of each went. */ deliveries?: (occasion: HearingRowFragment["occasion"]) => ReactNode }) {
  const { t, i18n } = useLingui();
  const coded = (code: string, words: typeof adjournments): string => (words[code] ? `${code} · ${i18n._(words[code])}` : code);
  const one = readFragment(HearingsOfCase, of);
  const [open, setOpen] = useState<Open>();
  const may = (act: string): boolean => one.may.includes(act);
  const close = (): void => setOpen(undefined);
  // What is ahead came to nothing yet, and what was reported is not reported twice.
  const reportable = ({ occasion }: HearingRowFragment): boolean => may("reportHearing") && occasion.state !== "CANCELLED" && occasion.state !== "HELD" && Date.parse(occasion.startsAt) <= Date.now();
  const correctable = (hearing: HearingRowFragment): boolean => may("correctReport") && hearing.occasion.state === "HELD" && Boolean(hearing.outcome);
  // A menu without a line in it is a dead end.
  const more = (hearing: HearingRowFragment): boolean => {
    const { state } = hearing.occasion;
    if (state === "CANCELLED") return false;
    return reportable(hearing) || correctable(hearing) || (Boolean(hearing.location) && may("reportHearing")) || (state !== "HELD" && (may("cancelHearing") || (Boolean(onInvite) && may("invite")) || (Boolean(onReminders) && may("editOccasionPlan"))));
  };
  const hearings = one.hearings.map((hearing) => readFragment(HearingRow, hearing));
  return (
    <Panel
      title={t`Hearings`}
      flush
      count={one.hearings.length}
      action={
        <>
          {may("openProceeding") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "proceeding" })}><Trans>Open a proceeding</Trans></Button> : null}
          {may("scheduleHearing") && one.proceedings.length > 0 ? <Button size="compact-sm" onClick={() => setOpen({ what: "schedule" })}><Trans>Schedule a hearing</Trans></Button> : null}
        </>
      }
    >
      <Proceedings caseId={one.id} may={may} />
      {hearings.length === 0 ? <Empty title={t`No hearing known`}>{one.proceedings.length === 0 ? <Trans>First open the proceeding the hearing belongs to: removal, bond, or another.</Trans> : <Trans>Type the time as it is printed on the notice; the court's own zone is used.</Trans>}</Empty> : null}
      <ul className="rows">
        {hearings.map((hearing) => {
          const { occasion } = hearing;
          const live = occasion.state !== "CANCELLED" && occasion.state !== "HELD";
          return (
            <li key={hearing.id}>
              <div className="hearing">
                  <div style={{ textDecoration: occasion.state === "CANCELLED" ? "line-through" : undefined, fontWeight: 600 }}><When at={occasion.startsAt} zone={occasion.timeZone} hourKnown={occasion.hourKnown} />{occasion.timeZone === HERE ? null : <div className="quiet" style={{ fontWeight: 400 }}>{zoneName(occasion.timeZone)}</div>}</div>
                  <div className="what">
                    <Group gap={6}><strong><Word of={occasion.kind} in={occasionKindWords} /></strong>
                      {hearing.proceeding ? <Tag><InProceeding of={hearing} /></Tag> : null}
                      {live && !hearing.movedFrom ? null : <Tag tone={occasion.state === "CANCELLED" ? "red" : hearing.state === "MOVED_EARLIER" ? "orange" : "gray"}><Word of={hearing.state} in={hearingStateWords} /></Tag>}
                      {hearing.advancedByCourt ? <Tag tone="orange"><Trans>Advanced by the court itself</Trans></Tag> : null}
                      {hearing.replacedBy ? <Tag><Trans>Replaced by a later date</Trans></Tag> : null}
                      {hearing.awaitingReport ? <Tag tone="orange"><Trans>Waiting for a report</Trans></Tag> : null}
                      {hearing.outcome ? <Tag tone="teal"><Word of={hearing.outcome} in={outcomeWords} /></Tag> : null}
                      {hearing.closedToPublic ? <Tag><Trans>Closed to the public</Trans></Tag> : null}
                      {hearing.dateStanding && live ? <Tag tone={hearing.dateStanding === "TWO_SOURCE" ? "teal" : "orange"}><Word of={hearing.dateStanding} in={dateStandingWords} /></Tag> : null}
                    </Group>
                    <div>{hearing.court?.name ?? <Unknown><Trans>Court unknown</Trans></Unknown>}{occasion.room ? `, ${occasion.room}` : ""}</div>
                    <div className="quiet"><Word of={occasion.medium} in={mediumWords} />{hearing.judge ? ` · ${hearing.judge}` : ""} · <Word of={hearing.source} in={sourceWords} />, {date(hearing.checkedAt)}{hearing.checkedBy ? `, ${hearing.checkedBy.name}` : ""}</div>
                    {hearing.scheduleType || hearing.adjournmentCode ? <div className="quiet">{[hearing.scheduleType && coded(hearing.scheduleType, scheduleTypes), hearing.adjournmentCode && coded(hearing.adjournmentCode, adjournments)].filter(Boolean).join(" · ")}</div> : null}
                    {deliveries?.(occasion)}
                    <LastCheck of={hearing} />
                    <Sources of={hearing} />
                    {hearing.interpreterLanguage || occasion.joinUrl ? <div className="quiet">{hearing.interpreterLanguage ? <Trans>Interpreter: {spoken(hearing.interpreterLanguage)}</Trans> : null}{hearing.interpreterLanguage && occasion.joinUrl ? " · " : ""}{occasion.joinUrl ? <a href={occasion.joinUrl} target="_blank" rel="noreferrer" style={{ color: "inherit" }}><Trans>Webex link</Trans></a> : null}</div> : null}
                    {hearing.outcomeNote ? <div className="quiet">{hearing.outcomeNote}</div> : null}
                  </div>
                <Group gap={6} wrap="nowrap" justify="flex-end">
                  {occasion.state === "HELD" && may("takeBackReport") && mayTakeBack(hearing) ? <VerbButton verb={TakeBack} input={{ hearingId: hearing.id, expectedRevision: hearing.revision }} label={t`Take the report back`} told={t`The report is taken back, with what came of it.`} /> : null}
                  {live && may("checkDate") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "check", hearing })}><Trans>Checked</Trans></Button> : null}
                  {live && may("rescheduleHearing") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "move", hearing })}><Trans>Move</Trans></Button> : null}
                  {more(hearing) ? (
                    <Menu position="bottom-end">
                      <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about this hearing`}>⋯</Button></Menu.Target>
                      <Menu.Dropdown>
                        {live && onInvite && may("invite") ? <Menu.Item onClick={() => onInvite(occasion.id)}><Trans>Invite</Trans></Menu.Item> : null}
                        {live && onReminders && may("editOccasionPlan") ? <Menu.Item onClick={() => onReminders(occasion.id)}><Trans>Reminders</Trans></Menu.Item> : null}
                        {reportable(hearing) ? <Menu.Item onClick={() => setOpen({ what: "report", hearing })}><Trans>Report what happened</Trans></Menu.Item> : null}
                        {correctable(hearing) ? <Menu.Item onClick={() => setOpen({ what: "correct", hearing })}><Trans>Correct the report</Trans></Menu.Item> : null}
                        {hearing.location ? <Menu.Item onClick={() => setOpen({ what: "access", hearing })}><Trans>What observers met there</Trans></Menu.Item> : null}
                        {hearing.location ? <Menu.Item onClick={() => setOpen({ what: "rules", hearing })}><Trans>Rules for observers</Trans></Menu.Item> : null}
                        {onRoom && may("invite") ? <Menu.Item onClick={() => onRoom(occasion.id)}><Trans>Seats, rides and the door</Trans></Menu.Item> : null}
                        {live && may("cancelHearing") ? <Menu.Item color="red" onClick={() => setOpen({ what: "cancel", hearing })}><Trans>Cancel the hearing</Trans></Menu.Item> : null}
                      </Menu.Dropdown>
                    </Menu>
                  ) : null}
                </Group>
              </div>
            </li>
          );
        })}
      </ul>
      {open?.what === "move" ? <RescheduleDialog hearing={open.hearing} onClose={close} /> : null}
      {open?.what === "cancel" ? <CancelDialog hearing={open.hearing} onClose={close} /> : null}
      {open?.what === "report" ? <ReportDialog hearing={open.hearing} onClose={close} /> : null}
      {open?.what === "correct" ? <CorrectReportDialog hearing={open.hearing} onClose={close} /> : null}
      {open?.what === "check" ? <CheckDateDialog hearing={open.hearing} onClose={close} /> : null}
      {open?.what === "rules" && open.hearing.location ? <ObserverRulesDialog location={open.hearing.location} onClose={close} /> : null}
      {open?.what === "access" && open.hearing.location ? <CourtAccessDialog location={open.hearing.location} onClose={close} /> : null}
      {open?.what === "proceeding" ? <OpenProceedingDialog caseId={one.id} proceedings={one.proceedings} onClose={close} /> : null}
      {open?.what === "schedule" ? <ScheduleDialog caseId={one.id} proceedings={one.proceedings} onClose={close} /> : null}
    </Panel>
  );
}
