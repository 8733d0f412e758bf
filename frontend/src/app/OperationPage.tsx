import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting, Empty, Page, Panel } from "~/design/pieces";
import { IntakePanel } from "~/features/operations/IntakePanel";
import { OperationCases } from "~/features/operations/OperationCases";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";
import { HERE, plainDay } from "~/language/times";

const OperationQuery = graphql(`
  query OperationPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on Operation { id name place beganOn openedBy { id name } ...OperationCases }
    }
  }
`);

const route = getRouteApi("/shell/operations/$operationId");

export function OperationPage() {
  const { t } = useLingui();
  const { operationId } = route.useParams();
  const { viewer } = useViewer();
  const [{ data, fetching, error }] = useQuery({ query: OperationQuery, variables: { id: operationId } });
  const one = data?.node;
  const found = one?.__typename === "Operation" ? one : null;
  if (!one && (fetching || error)) return <Awaiting failed={!fetching} />;
  if (!found) return <Empty title={t`There is no such operation, or it is not for you to see.`} />;
  return (
    // Its name may tell where people work.
    <Page title={found.name} tab={t`Operation`} about={<>{[found.place, plainDay(found.beganOn), found.openedBy ? t`Opened by ${found.openedBy.name}` : null].filter(Boolean).join(" · ")} · <Link to="/operations"><Trans>All operations</Trans></Link></>}>
      <div className="stack">
        <Panel title={t`Cases`} flush><OperationCases of={found} /></Panel>
        {viewer?.may.includes("takeInArrests") ? <IntakePanel key={found.id} operationId={found.id} zone={viewer.organization?.timeZone ?? HERE} /> : null}
      </div>
    </Page>
  );
}
