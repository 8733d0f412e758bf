import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graph/generated";
import type { CaseNeed } from "~/graph/generated/graphql";

const TodayCounts = graphql(`
  query TodayCounts {
    today { hearingsWithoutCounsel changesNotConfirmed datesToCheck nobodyAssigned lettersFailed deadlinesNear }
  }
`);

function OfCases({ count, need, children }: { count: number; need: CaseNeed; children: ReactNode }) {
  return count > 0 ? <li><Link to="/" search={{ need }}>{children}</Link></li> : null;
}

/** What waits for whoever coordinates, in numbers; behind each stands the list. Nothing, when nothing waits. */
export function TodayPanel() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: TodayCounts });
  const today = data?.today;
  if (!today || Object.values(today).every((one) => typeof one !== "number" || one === 0)) return null;
  return (
    <section className="panel body" aria-label={t`Today`}>
      <strong><Trans>Today</Trans></strong>
      <ul style={{ display: "flex", flexWrap: "wrap", gap: "4px 18px", margin: "4px 0 0", padding: 0, listStyle: "none" }}>
        <OfCases count={today.hearingsWithoutCounsel} need="HEARING_WITHOUT_COUNSEL"><Plural value={today.hearingsWithoutCounsel} one="# case with a hearing in 7 days and no attorney" other="# cases with a hearing in 7 days and no attorney" /></OfCases>
        {today.changesNotConfirmed > 0 ? <li><Plural value={today.changesNotConfirmed} one="# change not confirmed" other="# changes not confirmed" /></li> : null}
        <OfCases count={today.datesToCheck} need="DATE_TO_CHECK"><Plural value={today.datesToCheck} one="# case with a date to check" other="# cases with dates to check" /></OfCases>
        <OfCases count={today.nobodyAssigned} need="NOBODY_ASSIGNED"><Plural value={today.nobodyAssigned} one="# case with nobody assigned" other="# cases with nobody assigned" /></OfCases>
        {today.lettersFailed > 0 ? <li><Link to="/messages" search={{ progress: "TROUBLE" }}><Plural value={today.lettersFailed} one="# message failed since yesterday" other="# messages failed since yesterday" /></Link></li> : null}
        <OfCases count={today.deadlinesNear} need="DEADLINE_NEAR"><Plural value={today.deadlinesNear} one="# case with a deadline in 7 days" other="# cases with deadlines in 7 days" /></OfCases>
      </ul>
    </section>
  );
}
