import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { DeadlineRow } from "./DeadlineRow";

const Near = graphql(`
  query NearDeadlines {
    cases(filter: { need: DEADLINE_NEAR }, first: 10) {
      edges { node { id shortId may client { id publicName } deadlines { id state fellAwayAt dueOn dueAt ...DeadlineRow } } }
    }
  }
`);

/** Deadlines of one's cases that are near, each with what counsel says of it: confirm, set aside, filed. */
export function NearDeadlines() {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Near });
  const found = (data?.cases.edges ?? []).map((edge) => edge.node).flatMap((one) => one.deadlines
    .filter((each) => (each.state === "FOR_REVIEW" || each.state === "CONFIRMED") && !each.fellAwayAt)
    .map((each) => ({ each, one, due: each.dueAt ?? each.dueOn ?? "9999" })))
    .toSorted((left, right) => left.due.localeCompare(right.due));
  return (
    <Panel title={t`Deadlines`} flush count={found.length}>
      {!data ? <Awaiting failed={Boolean(error)} /> : found.length === 0 ? <Empty title={t`No deadline in 7 days`} /> : null}
      {found.map(({ each, one }) => (
        <section key={each.id} aria-label={one.client.publicName}>
          <div style={{ padding: "10px 16px 0" }}><Link className="plain" to="/cases/$shortId" params={{ shortId: one.shortId }}>{one.client.publicName}</Link></div>
          <ul className="rows"><DeadlineRow of={each} caseId={one.id} may={one.may} /></ul>
        </section>
      ))}
    </Panel>
  );
}
