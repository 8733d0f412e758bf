import { Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { graphql } from "~/graph/generated";
import type { CalendarsOfCaseQuery } from "~/graph/generated/graphql";
import { fromNow } from "~/language/times";

export const CalendarsOfCase = graphql(`
  query CalendarsOfCase($caseId: ID!) {
    calendarsOfCase(caseId: $caseId) { occasionId feedId current fetchedAt fetchedBy person { id name } }
  }
`);

type Calendar = CalendarsOfCaseQuery["calendarsOfCase"][number];

/** Of the calendars that show a date, how many have its present time, and whose have not. Nothing where none shows it. */
export function CalendarsOfDate({ of, occasionId }: { of: readonly Calendar[]; occasionId: string }) {
  const { t } = useLingui();
  const shown = of.filter((one) => one.occasionId === occasionId);
  if (shown.length === 0) return null;
  const behind = shown.filter((one) => !one.current);
  const count = shown.length;
  const all = plural(count, { one: "# calendar", other: "# calendars" });
  if (behind.length === 0) return <div className="quiet"><Trans>Up to date in {all}</Trans></div>;
  const current = shown.length - behind.length;
  const whose = (one: Calendar): string => one.person?.name ?? t`somebody you do not see`;
  return (
    <details className="quiet">
      <summary><Trans>{current} of {all} have the new time</Trans></summary>
      <ul style={{ margin: 0 }}>
        {behind.map((one) => <li key={one.feedId}>{whose(one)}{one.fetchedBy ? ` (${one.fetchedBy})` : ""}: {one.fetchedAt ? <Trans>not fetched since {fromNow(one.fetchedAt)}</Trans> : <Trans>never fetched</Trans>}</li>)}
      </ul>
    </details>
  );
}
