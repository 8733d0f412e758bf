import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { AsOfDialog } from "./AsOfDialog";
import { CourtDateDialog } from "./CourtDateDialog";
import { DeadlineRow } from "./DeadlineRow";
import { TriggerDialog, WorkOut } from "./TriggerDialog";

export const DeadlinesPart = graphql(`
  fragment DeadlinesOfCase on Case {
    id may
    deadlines { id state fellAwayAt ...DeadlineRow }
  }
`);
/** What has to be done by when, whence it follows, and what counsel says of it. For the legal team. */
export function DeadlinesPanel({ of }: { of: FragmentType<typeof DeadlinesPart> }) {
  const { t } = useLingui();
  const one = readFragment(DeadlinesPart, of);
  const [open, setOpen] = useState<"trigger" | "court" | "asOf">();
  const may = (act: string): boolean => one.may.includes(act);
  const end = (): void => setOpen(undefined);
  const live = one.deadlines.filter((each) => each.state === "FOR_REVIEW" || each.state === "CONFIRMED");
  const fallen = one.deadlines.filter((each) => each.fellAwayAt);
  const closed = one.deadlines.filter((each) => !live.includes(each) && !fallen.includes(each));
  return (
    <Panel
      title={t`Deadlines`}
      flush
      count={one.deadlines.length}
      action={
        <>
          {may("workOutDeadlines") ? <Button size="compact-sm" onClick={() => setOpen("trigger")}><Trans>Something happened</Trans></Button> : null}
          {may("setCourtDeadline") ? <Button size="compact-sm" variant="default" onClick={() => setOpen("court")}><Trans>The court set a date</Trans></Button> : null}
        </>
      }
    >
      {one.deadlines.length === 0 ? <Empty title={t`No deadlines yet`}><Trans>They are worked out as soon as a hearing is reported, a date is set or somebody is released. What the tracker cannot know, such as a briefing notice, is typed in here.</Trans></Empty> : null}
      <ul className="rows" aria-label={t`Open deadlines`}>
        {live.map((each) => <DeadlineRow key={each.id} of={each} caseId={one.id} may={one.may} />)}
      </ul>
      {closed.length > 0 ? (
        <details className="body">
          <summary><Trans>Closed: {closed.length}</Trans></summary>
          <ul className="rows">{closed.map((each) => <DeadlineRow key={each.id} of={each} caseId={one.id} may={one.may} />)}</ul>
        </details>
      ) : null}
      {fallen.length > 0 ? (
        <details className="body">
          <summary><Trans>Fell away: {fallen.length}</Trans></summary>
          <ul className="rows">{fallen.map((each) => <DeadlineRow key={each.id} of={each} caseId={one.id} may={one.may} />)}</ul>
        </details>
      ) : null}
      {one.deadlines.length > 0 ? (
        <div className="body spread">
          <span className="quiet"><Trans>Worked out for attorney review. Nobody but counsel is reminded of a date before counsel confirms it.</Trans></span>
          <span>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen("asOf")}><Trans>As of another day</Trans></Button>
            {may("workOutDeadlines") ? <VerbButton verb={WorkOut} variant="subtle" color="gray" label={t`Work out again`} input={{ caseId: one.id }} told={(done) => (done.moved.length === 0 ? t`Nothing has changed.` : t`Worked out again: ${done.moved.length} changed.`)} /> : null}
          </span>
        </div>
      ) : null}
      {open === "trigger" ? <TriggerDialog caseId={one.id} onClose={end} /> : null}
      {open === "court" ? <CourtDateDialog caseId={one.id} onClose={end} /> : null}
      {open === "asOf" ? <AsOfDialog caseId={one.id} onClose={end} /> : null}
    </Panel>
  );
}
