import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Empty, Panel } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { date } from "~/language/times";
import { Word } from "~/language/Word";
import { outcomeWords } from "~/language/words";

const Ledger = graphql(`
  query OutcomeLedger($organizationId: ID!) {
    outcomeLedger(organizationId: $organizationId) { __typename ... on OutcomeLedger { before lines { outcome notReported nobody few many total } } ... on UserError { message } }
  }
`);

/** How hearings ended, by how many came: what happened, in counts that tell nobody apart. */
export function OutcomesPanel({ organizationId }: { organizationId: string }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Ledger, variables: { organizationId } });
  const found = data?.outcomeLedger;
  if (found?.__typename !== "OutcomeLedger") return null;
  const said = (count?: number | null): string => (count == null ? "·" : String(count));
  return (
    <Panel title={t`How hearings ended`}>
      {found.lines.length === 0 ? <Empty title={t`Nothing to compare yet`}><Trans>Hearings that were held and reported before this month are counted here.</Trans></Empty> : (
        <div style={{ overflowX: "auto" }} tabIndex={0} role="group" aria-label={t`How hearings ended`}>
          <table>
            <thead><tr><th scope="col"><Trans>Outcome</Trans></th><th scope="col"><Trans>Ten or more came</Trans></th><th scope="col"><Trans>One to nine came</Trans></th><th scope="col"><Trans>Nobody came</Trans></th><th scope="col"><Trans>Not reported</Trans></th><th scope="col"><Trans>In all</Trans></th></tr></thead>
            <tbody>{found.lines.map((line) => <tr key={line.outcome ?? "all"}><th scope="row">{line.outcome ? <Word of={line.outcome} in={outcomeWords} /> : <Trans>All</Trans>}</th><td>{said(line.many)}</td><td>{said(line.few)}</td><td>{said(line.nobody)}</td><td>{said(line.notReported)}</td><td>{said(line.total)}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      <p className="quiet"><Trans>What happened, not what turnout caused. Up to {date(found.before)}; counts under five are left out (·), and whatever would give them away.</Trans></p>
    </Panel>
  );
}
