import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Empty } from "~/design/pieces";

/** A page that could not be drawn, or not be fetched. The shell stands around it, so that everything else stays in reach. */
export function BrokenPage() {
  const { t } = useLingui();
  return (
    <div role="alert">
      <Empty title={t`This page could not be shown`}>
        <p><Trans>What you saved is kept. Load the page again; if it happens again, tell your administrator which page it was. Everything else in the menu works.</Trans></p>
        <Button mt="md" mb="md" onClick={() => window.location.reload()}><Trans>Load the page again</Trans></Button>
        <div><Link to="/board" className="plain"><Trans>Back to the board</Trans></Link></div>
      </Empty>
    </div>
  );
}
