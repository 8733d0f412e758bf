import { Trans, useLingui } from "@lingui/react/macro";
import { Empty, Page } from "~/design/pieces";
import { FunderReport } from "~/features/funderReports/FunderReport";
import { useViewer } from "~/graph/viewer";

/** Numbers to hand to a funder: what was done, and nobody to be found in it. */
export function ReportsPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const may = viewer?.organization?.kind === "LEGAL_PROVIDER" && viewer.may.includes("makeFunderReport");
  return (
    <Page title={t`Report for funders`} about={<Trans>People taken in, counsel found, hearings and what came of them, of the cases your organization leads and you see.</Trans>}>
      {may ? <FunderReport organizationId={organizationId} /> : <div className="panel"><Empty title={t`This is for coordinators of a legal organization`} /></div>}
    </Page>
  );
}
