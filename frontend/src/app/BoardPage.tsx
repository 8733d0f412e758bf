import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, lazy, useCallback, useState } from "react";
import { Icon } from "~/design/Icon";
import { Empty, Page } from "~/design/pieces";
import { CaseBoard } from "~/features/cases/CaseBoard";
import { SavedViews } from "~/features/cases/SavedViews";
import { ConflictSheets } from "~/features/assignments/ConflictSheets";
import { UnconfirmedChanges } from "~/features/changes/UnconfirmedChanges";
import { OffersPanel } from "~/features/assignments/OffersPanel";
import { TodayPanel } from "~/features/today/TodayPanel";
import { reportsArrests, useViewer } from "~/graph/viewer";
import { HERE } from "~/language/times";
import { type BoardSearch, boardSearch } from "./search";

const NewCaseDialog = lazy(() => import("~/features/cases/NewCaseDialog").then((found) => ({ default: found.NewCaseDialog })));
const ReportDialog = lazy(() => import("~/features/reports/ReportDialog").then((found) => ({ default: found.ReportDialog })));

const route = getRouteApi("/shell/");

export function BoardPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { viewer, organizationId } = useViewer();
  const [intake, setIntake] = useState(false);
  const [reporting, setReporting] = useState(false);
  const set = useCallback((part: BoardSearch): void => void navigate({ search: (now: BoardSearch) => boardSearch({ ...now, ...part }), replace: true }), [navigate]);
  const open = useCallback((said: Record<string, unknown>): void => void navigate({ search: boardSearch(said) }), [navigate]);
  const reports = reportsArrests(viewer);
  const mayTakeIn = viewer?.may.includes("takeInCase") ?? false;
  const legal = viewer?.memberships.some((one) => one.organization?.kind === "LEGAL_PROVIDER") ?? false;
  const zone = viewer?.organization?.timeZone ?? HERE;
  return (
    <Page title={t`Board`} about={<Trans>Every open case you may see, the next date first.</Trans>} actions={mayTakeIn ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIntake(true)}><Trans>New case</Trans></Button> : reports ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setReporting(true)}><Trans>Report an arrest</Trans></Button> : null}>
      <div className="stack" style={{ gap: 14 }}>
        <TodayPanel />
        <UnconfirmedChanges />
        <OffersPanel />
        <ConflictSheets waiting />
        <SavedViews look={search} organizationId={organizationId} onOpen={open} />
        <CaseBoard look={search} onLook={set} legal={legal} nothing={!mayTakeIn ? <Empty title={t`No case is open to you`}><Trans>You see a case once its coordinator takes you on its team, or its organization shares it with yours.</Trans></Empty> : <Empty title={t`No cases yet`}><Trans>When a call comes in, press “New case”. A name is enough to begin; what is unknown stays marked as unknown.</Trans></Empty>} />
      </div>
      <Suspense>
        {reporting ? <ReportDialog organizationId={organizationId} zone={zone} onClose={() => setReporting(false)} /> : null}
        {intake ? <NewCaseDialog organizationId={organizationId} zone={zone} onClose={() => setIntake(false)} /> : null}
      </Suspense>
    </Page>
  );
}
