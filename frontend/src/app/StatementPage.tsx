import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting, CaseNumber, Empty, Page } from "~/design/pieces";
import { StatementSheet } from "~/features/seen/StatementSheet";
import { graphql } from "~/graph/generated";

const Whose = graphql(`
  query StatementPage($shortId: String!) {
    case(shortId: $shortId) { id shortId may }
  }
`);

const route = getRouteApi("/shell/cases/$shortId/statement");

export function StatementPage() {
  const { t } = useLingui();
  const { shortId } = route.useParams();
  const [{ data, fetching, error }] = useQuery({ query: Whose, variables: { shortId } });
  const one = data?.case;
  if (!one && (fetching || error)) return <Awaiting failed={!fetching} />;
  if (!one?.may.includes("makeClientStatement")) return <Empty title={t`There is no such case, or it is not for you to see.`} />;
  return (
    <Page title={t`For the client`} onPaper={false} about={<span><Trans>What they agreed to that is in force, and who looked at their record. That you made it is in the trail.</Trans> <Link to="/cases/$shortId" params={{ shortId }}><CaseNumber>{shortId}</CaseNumber></Link></span>}>
      <StatementSheet caseId={one.id} />
    </Page>
  );
}
