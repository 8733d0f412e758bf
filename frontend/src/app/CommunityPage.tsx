import { Trans, useLingui } from "@lingui/react/macro";
import { Page } from "~/design/pieces";
import { DeskPanel } from "~/features/community/DeskPanel";
import { DirectoryPanel } from "~/features/community/DirectoryPanel";
import { RespondersPanel } from "~/features/community/RespondersPanel";
import { SchoolsPanel } from "~/features/community/SchoolsPanel";
import { SightingsPanel } from "~/features/community/SightingsPanel";
import { VerifyPanel } from "~/features/community/VerifyPanel";
import { useViewer } from "~/graph/viewer";
import { HERE } from "~/language/times";

/** What people see in their towns, who goes to look, and who helps. */
export function CommunityPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const may = viewer?.may ?? [];
  const verifies = may.includes("verifySighting");
  const zone = viewer?.organization?.timeZone ?? HERE;
  return (
    <Page title={t`Community`} about={<Trans>What people saw, who goes to look, and who helps. Nothing here is public, and nobody's place is followed.</Trans>}>
      <div className="stack">
        {verifies ? <VerifyPanel organizationId={organizationId} zone={zone} me={viewer?.person.id ?? ""} /> : null}
        <SightingsPanel organizationId={organizationId} takesIn={viewer?.organization?.kind === "LEGAL_PROVIDER" && may.includes("takeInSighting")} />
        {verifies ? <RespondersPanel organizationId={organizationId} zone={zone} /> : null}
        <DirectoryPanel organizationId={organizationId} mayKeep={may.includes("keepDirectory")} />
        {may.includes("keepDirectory") ? <SchoolsPanel organizationId={organizationId} /> : null}
        <DeskPanel organizationId={organizationId} mayKeep={may.includes("keepSightingDesk")} />
      </div>
    </Page>
  );
}
