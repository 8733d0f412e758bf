import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Page } from "~/design/pieces";
import { CallQueue } from "~/features/calls/CallQueue";
import { ToCheckPanel } from "~/features/dateChecks/ToCheckPanel";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";

const Dates = graphql(`
  query DatesToCall($id: ID!) { node(id: $id) { __typename ... on Organization { id ...DatesToCheck } } }
`);

/** Whoever has to be called today, one after the other; and the dates to ask the court's line about. */
export function CallsPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const checks = viewer?.organization?.kind === "LEGAL_PROVIDER" && viewer.may.includes("startShift");
  const [{ data }] = useQuery({ query: Dates, variables: { id: organizationId }, pause: !checks || !organizationId });
  if (!viewer) return null;
  return (
    <Page title={t`Calls`} about={<Trans>One at a time. What you tap is sent by itself, also when the signal comes and goes.</Trans>}>
      <div className="stack">
        <CallQueue me={viewer.person.name} house={viewer.organization?.name ?? ""} organizationId={organizationId} personId={viewer.person.id} />
        {data?.node?.__typename === "Organization" ? <ToCheckPanel of={data.node} /> : null}
      </div>
    </Page>
  );
}
