import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi, useLocation } from "@tanstack/react-router";
import type { Client } from "@urql/core";
import { Suspense, lazy, useCallback, useMemo, useState } from "react";
import { Icon } from "~/design/Icon";
import { Empty, Page } from "~/design/pieces";
import { CaseBoard } from "~/features/cases/CaseBoard";
import { type BoardLook, askingOf, filterOf } from "~/features/cases/boardLook";
import { askAhead } from "~/features/cases/boardWindows";
import { SavedViews } from "~/features/cases/SavedViews";
import { askWho, bringsTables, isLegal, reportsArrests, takesAway, useViewer } from "~/graph/viewer";
import { HERE } from "~/language/times";
import { boardSearch } from "./search";

const NewCaseDialog = lazy(() => import("~/features/cases/NewCaseDialog").then((found) => ({ default: found.NewCaseDialog })));
const ExportDialog = lazy(() => import("~/features/takingAway/ExportDialog").then((found) => ({ default: found.ExportDialog })));
const ReportDialog = lazy(() => import("~/features/reports/ReportDialog").then((found) => ({ default: found.ReportDialog })));

const route = getRouteApi("/shell/board");

/** Its first rows are asked for while it is still being drawn. */
export async function boardAhead(client: Client, look: BoardLook): Promise<void> {
  const viewer = await askWho(client);
  if (viewer) askAhead(client, askingOf(look, isLegal(viewer)));
}

export function BoardPage() {
  const { t } = useLingui();
  const filters = route.useSearch();
  // Kept beside the address and not in it: an address is remembered, shared and looked over one's shoulder.
  const q = useLocation({ select: ({ state }) => state.boardSearch });
  const search = useMemo((): BoardLook => (q ? { ...filters, q } : filters), [filters, q]);
  const navigate = route.useNavigate();
  const { viewer, organizationId } = useViewer();
  const [intake, setIntake] = useState(false);
  const [reporting, setReporting] = useState(false);
  const [exporting, setExporting] = useState(false);
  // Other cases begin at their top: where one stood among those before is not looked up.
  const set = useCallback((part: BoardLook): void => void navigate({ search: (now) => boardSearch({ ...now, ...part }), state: (now) => ("q" in part ? { boardSearch: part.q } : { boardSearch: now.boardSearch }), replace: true, resetScroll: false }), [navigate]);
  const open = useCallback((said: Record<string, unknown>): void => void navigate({ search: boardSearch(said), resetScroll: false }), [navigate]);
  const reports = reportsArrests(viewer);
  const mayTakeIn = viewer?.may.includes("takeInCase") ?? false;
  const legal = isLegal(viewer);
  const imports = bringsTables(viewer);
  const zone = viewer?.organization?.timeZone ?? HERE;
  return (
    <Page title={t`Board`} about={<Trans>Every open case you may see, the next date first.</Trans>} actions={<>{imports ? <><Button variant="default" component={Link} to="/monday"><Trans>Monday's page</Trans></Button><Button variant="default" component={Link} to="/import"><Trans>Import</Trans></Button></> : null}{takesAway(viewer) ? <Button variant="default" onClick={() => setExporting(true)}><Trans>Export</Trans></Button> : null}{mayTakeIn ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIntake(true)}><Trans>New case</Trans></Button> : reports ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setReporting(true)}><Trans>Report an arrest</Trans></Button> : null}</>}>
      <div className="stack" style={{ gap: 14 }}>
        <SavedViews look={search} organizationId={organizationId} onOpen={open} />
        <CaseBoard look={search} onLook={set} legal={legal} nothing={!mayTakeIn ? <Empty title={t`No case is open to you`}><Trans>You see a case once its coordinator takes you on its team, or its organization shares it with yours.</Trans></Empty> : <Empty title={t`No cases yet`}><Trans>When a call comes in, press “New case”. A name is enough to begin; what is unknown stays marked as unknown.</Trans></Empty>} />
      </div>
      <Suspense>
        {exporting ? <ExportDialog what="cases" given={{ organizationId, filter: filterOf(search), order: search.order ?? null }} about={t`All cases under the board's filter.`} onClose={() => setExporting(false)} /> : null}
        {reporting ? <ReportDialog organizationId={organizationId} zone={zone} onClose={() => setReporting(false)} /> : null}
        {intake ? <NewCaseDialog organizationId={organizationId} zone={zone} onClose={() => setIntake(false)} /> : null}
      </Suspense>
    </Page>
  );
}
