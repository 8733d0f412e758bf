import { Trans, useLingui } from "@lingui/react/macro";
import { Empty, Page } from "~/design/pieces";
import { OffersPanel } from "~/features/assignments/OffersPanel";

/** Where the letter of an offer leads: what an attorney is asked to take on, and their yes or no. */
export function OffersPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Placements offered to you`} about={<Trans>An offer names no one. The case opens to you when you accept.</Trans>}>
      <OffersPanel empty={<div className="panel"><Empty title={t`No offer waits for your answer`}><Trans>One that you answered, or that was taken back, is not listed any more.</Trans></Empty></div>} />
    </Page>
  );
}
