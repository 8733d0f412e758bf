import { Button, Group, Menu } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag, Unknown, When } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { HearingRowFragment, OccasionState } from "~/graph/generated/graphql";
import { spoken } from "~/language/speech";
import { HERE, date, fromNow, wallText, zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { confidenceWords, dateCheckOutcomeWords, mediumWords, occasionKindWords, occasionStateWords, outcomeWords, proceedingKindWords, proceedingStateWords, sourceWords } from "~/language/words";
import { CancelDialog } from "./CancelDialog";
import { OpenProceedingDialog } from "./OpenProceedingDialog";
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
    occasion { id kind state sequence startsAt endsAt wallStarts timeZone hourKnown room medium joinUrl }
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
    proceedings { id revision kind state otherCourt judge court { id name } }
    hearings { id ...HearingRow }
  }
`);

type Open = { what: "schedule" | "proceeding" } | { what: "move" | "cancel" | "report"; hearing: HearingRowFragment };

export function HearingsPanel({ of, onInvite }: { of: FragmentType<typeof HearingsOfCase>; onInvite?: (occasionId: string) => void }) {
  const { t } = useLingui();
  const one = readFragment(HearingsOfCase, of);
  const [open, setOpen] = useState<Open>();
  const may = (act: string): boolean => one.may.includes(act);
  const close = (): void => setOpen(undefined);
  // A menu without a line in it is a dead end.
  const more = (state: OccasionState): boolean => (state !== "CANCELLED" && may("reportHearing")) || (state !== "CANCELLED" && state !== "HELD" && (may("cancelHearing") || (Boolean(onInvite) && may("invite"))));
  const hearings = one.hearings.map((hearing) => readFragment(HearingRow, hearing));
  return (
    <Panel
      title={t`Hearings`}
      flush
      action={
        <>
          {may("openProceeding") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "proceeding" })}><Trans>Open a proceeding</Trans></Button> : null}
          {may("scheduleHearing") && one.proceedings.length > 0 ? <Button size="compact-sm" onClick={() => setOpen({ what: "schedule" })}><Trans>Schedule a hearing</Trans></Button> : null}
        </>
      }
    >
      {one.proceedings.length > 0 ? (
        <Group gap="xs" px="md" py="xs">
          {one.proceedings.map((proceeding) => <Tag key={proceeding.id}><Word of={proceeding.kind} in={proceedingKindWords} /> · {proceeding.court?.name ?? proceeding.otherCourt ?? t`court unknown`} · <Word of={proceeding.state} in={proceedingStateWords} /></Tag>)}
        </Group>
      ) : null}
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
                      {live ? null : <Tag tone={occasion.state === "CANCELLED" ? "red" : "gray"}><Word of={occasion.state} in={occasionStateWords} /></Tag>}
                      {hearing.awaitingReport ? <Tag tone="orange"><Trans>Waiting for a report</Trans></Tag> : null}
                      {hearing.outcome ? <Tag tone="teal"><Word of={hearing.outcome} in={outcomeWords} /></Tag> : null}
                      {hearing.closedToPublic ? <Tag><Trans>Closed to the public</Trans></Tag> : null}
                      {hearing.confidence === "CONFIRMED" || !live ? null : <Tag tone="orange"><Word of={hearing.confidence} in={confidenceWords} /></Tag>}
                    </Group>
                    <div>{hearing.court?.name ?? <Unknown><Trans>Court unknown</Trans></Unknown>}{occasion.room ? `, ${occasion.room}` : ""}</div>
                    <div className="quiet"><Word of={occasion.medium} in={mediumWords} />{hearing.judge ? ` · ${hearing.judge}` : ""} · <Word of={hearing.source} in={sourceWords} />, {date(hearing.checkedAt)}{hearing.checkedBy ? `, ${hearing.checkedBy.name}` : ""}</div>
                    <LastCheck of={hearing} />
                    {hearing.interpreterLanguage || occasion.joinUrl ? <div className="quiet">{hearing.interpreterLanguage ? <Trans>Interpreter: {spoken(hearing.interpreterLanguage)}</Trans> : null}{hearing.interpreterLanguage && occasion.joinUrl ? " · " : ""}{occasion.joinUrl ? <a href={occasion.joinUrl} target="_blank" rel="noreferrer" style={{ color: "inherit" }}><Trans>Webex link</Trans></a> : null}</div> : null}
                    {hearing.outcomeNote ? <div className="quiet">{hearing.outcomeNote}</div> : null}
                  </div>
                <Group gap={6} wrap="nowrap" justify="flex-end">
                  {live && may("rescheduleHearing") ? <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: "move", hearing })}><Trans>Move</Trans></Button> : null}
                  {more(occasion.state) ? (
                    <Menu position="bottom-end">
                      <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about this hearing`}>⋯</Button></Menu.Target>
                      <Menu.Dropdown>
                        {live && onInvite && may("invite") ? <Menu.Item onClick={() => onInvite(occasion.id)}><Trans>Invite</Trans></Menu.Item> : null}
                        {occasion.state !== "CANCELLED" && may("reportHearing") ? <Menu.Item onClick={() => setOpen({ what: "report", hearing })}><Trans>Report what happened</Trans></Menu.Item> : null}
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
      {open?.what === "proceeding" ? <OpenProceedingDialog caseId={one.id} onClose={close} /> : null}
      {open?.what === "schedule" ? <ScheduleDialog caseId={one.id} proceedings={one.proceedings} onClose={close} /> : null}
    </Panel>
  );
}
