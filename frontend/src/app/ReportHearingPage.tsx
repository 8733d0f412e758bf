import { useLingui } from "@lingui/react/macro";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting, Empty, Page } from "~/design/pieces";
import { courtDate } from "~/features/courtDay/dates";
import { useKeptDates, useMyDates } from "~/features/courtDay/MyHearings";
import { ReportForm } from "~/features/courtDay/ReportForm";
import { graphql } from "~/graph/generated";

const Reporting = graphql(`
  query ReportHearingPage($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...CourtHearing } } }
`);

const route = getRouteApi("/shell/report-hearing/$hearingId");

/** What one hearing came to, told with one hand in a minute, with or without a signal. */
export function ReportHearingPage() {
  const { t } = useLingui();
  const { hearingId } = route.useParams();
  const navigate = useNavigate();
  const [{ data, error, fetching }] = useQuery({ query: Reporting, variables: { id: hearingId } });
  // Without a signal: as this page saw it last, or as this device kept it.
  const { dates } = useMyDates();
  const kept = useKeptDates(Boolean(error));
  const one = data?.node?.__typename === "Hearing" ? courtDate(data.node) : (dates ?? kept?.dates)?.find((date) => date.hearingId === hearingId);
  return (
    <Page title={t`What happened?`} tab={t`Report`}>
      {one ? <ReportForm key={one.hearingId} of={one} onClose={() => void navigate({ to: "/my-work" })} /> : data && !data.node ? <Empty title={t`There is no such hearing, or it is not for you to see.`} /> : <Awaiting failed={Boolean(error) && !fetching} />}
    </Page>
  );
}
