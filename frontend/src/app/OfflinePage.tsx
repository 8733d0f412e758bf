import { Alert, Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { Empty, Page, Panel } from "~/design/pieces";
import { CourtDates } from "~/features/courtDay/CourtDates";
import { useKeptDates } from "~/features/courtDay/MyHearings";
import { ReportForm } from "~/features/courtDay/ReportForm";
import { signOut } from "~/graph/client";
import { isOwn } from "~/graph/device";
import { begin } from "~/graph/waiting";
import { HERE, time } from "~/language/times";
import { WaitingList } from "./Connection";

/** The page when the server can't be reached and it was opened anew: what this device kept, and what can be noted. */
export function OfflinePage() {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const kept = useKeptDates();
  useEffect(() => {
    void begin();
    const again = (): void => window.location.reload();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);
  const wanted = /^\/report-hearing\/([^/]+)$/.exec(pathname)?.[1];
  const reporting = wanted ? kept?.dates.find((one) => one.hearingId === decodeURIComponent(wanted)) : undefined;
  const tries = <Button variant="default" onClick={() => window.location.reload()}><Trans>Try again</Trans></Button>;
  if (!kept) return <Empty title={t`The server could not be reached.`}>{isOwn() ? <Trans>Nothing is kept on this device any more.</Trans> : null}<div style={{ marginTop: 12 }}>{tries}</div></Empty>;
  return (
    <main className="main" id="main">
      <Alert color="orange" mb="md" role="status" title={t`Offline, as of ${time(kept.at, HERE)}`}><Group gap={8}>{tries}<Button variant="subtle" color="gray" onClick={() => void signOut()}><Trans>Sign out</Trans></Button></Group></Alert>
      <WaitingList />
      {reporting ? <Page title={t`What happened?`} tab={t`Report`}><ReportForm of={reporting} onClose={() => void navigate({ to: "/my-work" })} /></Page> : <Page title={t`My work`}><Panel title={t`My hearings`} flush><CourtDates dates={kept.dates} /></Panel></Page>}
    </main>
  );
}
