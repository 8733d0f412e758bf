import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Empty, Page, Panel } from "~/design/pieces";
import { AttorneyDialog } from "~/features/assignments/AttorneyDialog";
import { ConflictList } from "~/features/assignments/ConflictList";
import { ConflictSheets } from "~/features/assignments/ConflictSheets";
import { OffersPanel } from "~/features/assignments/OffersPanel";
import { useViewer } from "~/graph/viewer";

/** Where the letter of an offer leads: what an attorney is asked to take on, and their yes or no. */
export function OffersPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const [appearing, setAppearing] = useState(false);
  return (
    <Page title={t`Placements offered to you`} about={<Trans>An offer names no one. The case opens to you when you accept and nothing stands against it.</Trans>}>
      <div className="stack">
      <OffersPanel empty={<div className="panel"><Empty title={t`No offer waits for your answer`}><Trans>One that you answered, or that was taken back, is not listed any more.</Trans></Empty></div>} />
      <ConflictSheets />
      {viewer ? <Panel title={t`What you take on`} action={<Button size="compact-sm" variant="default" onClick={() => setAppearing(true)}><Trans>Look at it or change it</Trans></Button>}><p className="quiet" style={{ margin: 0 }}><Trans>Where you may appear, your languages, how many cases at once, and who answers for conflicts: offers go by it.</Trans></p></Panel> : null}
      {appearing && viewer ? <AttorneyDialog personId={viewer.person.id} onClose={() => setAppearing(false)} /> : null}
      {organizationId ? <ConflictList organizationId={organizationId} /> : null}
      </div>
    </Page>
  );
}
