import { Button, Group, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { Icon } from "~/design/Icon";
import { Empty, Loading, Page, Refusal } from "~/design/pieces";
import { useChoices } from "~/forms/fields";
import { BoardTable } from "~/features/cases/BoardTable";
import { NewCaseDialog } from "~/features/cases/NewCaseDialog";
import { ExportDialog } from "~/features/takingAway/ExportDialog";
import { ReportDialog } from "~/features/reports/ReportDialog";
import { graphql } from "~/graph/generated";
import { reportsArrests, takesAway, useViewer } from "~/graph/viewer";
import { HERE } from "~/language/times";
import { caseNeedWords, stageWords } from "~/language/words";
import type { BoardSearch } from "./search";

const Board = graphql(`
  query Board($filter: CaseFilter, $order: CaseOrder, $after: String) {
    cases(filter: $filter, order: $order, first: 50, after: $after) {
      count
      pageInfo { hasNextPage endCursor }
      edges { node { id ...BoardRow } }
    }
  }
`);

const route = getRouteApi("/shell/board");

/** What the address says, as the graph is asked. */
function filterOf(search: BoardSearch) {
  // The window is whole days, so that the question stays the same while the page is open.
  const today = new Date(new Date().setHours(0, 0, 0, 0));
  const until = search.within ? new Date(today.getTime() + search.within * 86_400_000).toISOString() : undefined;
  return { search: search.q, stages: search.stage ? [search.stage] : undefined, withoutCounsel: search.counsel ? true : undefined, hearingFrom: until ? today.toISOString() : undefined, hearingUntil: until, includeClosed: search.stage === "CLOSED", need: search.need };
}

function BoardPart({ mayTakeIn, search, after, onMore, last, shown }: { mayTakeIn: boolean; search: BoardSearch; after: string | null; onMore: (cursor: string) => void; last: boolean; shown: number }) {
  const { t } = useLingui();
  const filter = filterOf(search);
  const [{ data, fetching, error }] = useQuery({ query: Board, variables: { filter, order: search.order ?? null, after } });
  if (error && !data) return <Refusal><Trans>The board could not be loaded. Try again.</Trans></Refusal>;
  if (!data) return fetching ? <Loading /> : null;
  const rows = data.cases.edges;
  const filtered = Object.keys(search).some((key) => key !== "order");
  if (rows.length === 0 && !after) {
    return <div className="panel">{filtered ? <Empty title={t`No case fits this filter`}><Trans>Take a part of the filter away, or look among closed cases.</Trans></Empty> : !mayTakeIn ? <Empty title={t`No case is open to you`}><Trans>You see a case once its coordinator takes you on its team, or its organization shares it with yours.</Trans></Empty> : <Empty title={t`No cases yet`}><Trans>When a call comes in, press “New case”. A name is enough to begin; what is unknown stays marked as unknown.</Trans></Empty>}</div>;
  }
  const next = data.cases.pageInfo.hasNextPage ? data.cases.pageInfo.endCursor : null;
  return (
    <>
      <BoardTable rows={rows.map((edge) => edge.node)} />
      {last ? (
        <Group justify="space-between" mt="sm" className="quiet">
          <span role="status">{data.cases.count == null ? (search.q ? <Trans>The 200 newest of that name were looked at. Type more of it.</Trans> : <Trans>More than 10,000 cases</Trans>) : <Plural value={data.cases.count} one="# case" other="# cases" />} {next ? <Trans>· {shown * 50} shown</Trans> : null}</span>
          {next ? <Button variant="default" onClick={() => onMore(next)}><Trans>Show more</Trans></Button> : null}
        </Group>
      ) : null}
    </>
  );
}

export function BoardPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { viewer, organizationId } = useViewer();
  const [intake, setIntake] = useState(false);
  const [reporting, setReporting] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [pages, setPages] = useState<{ of: string; cursors: string[] }>({ of: "", cursors: [] });
  const key = JSON.stringify(search);
  const cursors = useMemo(() => (pages.of === key ? pages.cursors : []), [pages, key]);
  const stages = useChoices(stageWords);
  const needs = useChoices(caseNeedWords);
  const set = (part: BoardSearch): void => void navigate({ search: (now: BoardSearch) => Object.fromEntries(Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined && value !== "")) as BoardSearch, replace: true });
  const setText = useDebouncedCallback((q: string) => set({ q: q || undefined } as BoardSearch), 250);
  const reports = reportsArrests(viewer);
  const imports = viewer?.organization?.kind === "LEGAL_PROVIDER" && viewer.may.includes("importSpreadsheet");
  const windows = [{ value: "all", label: t`Any date` }, { value: "7", label: t`7 days` }, { value: "14", label: t`14 days` }, { value: "30", label: t`30 days` }];
  return (
    <Page title={t`Board`} about={<Trans>Every open case you may see, the next date first.</Trans>} actions={<>{imports ? <><Button variant="default" component={Link} to="/monday"><Trans>Monday's page</Trans></Button><Button variant="default" component={Link} to="/import"><Trans>Import</Trans></Button></> : null}{takesAway(viewer) ? <Button variant="default" onClick={() => setExporting(true)}><Trans>Export</Trans></Button> : null}{viewer?.may.includes("takeInCase") ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIntake(true)}><Trans>New case</Trans></Button> : reports ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setReporting(true)}><Trans>Report an arrest</Trans></Button> : null}</>}>
      <div className="stack" style={{ gap: 14 }}>
        <Group gap="xs" role="search" aria-label={t`Filter the board`}>
          <TextInput aria-label={t`Search cases`} placeholder={t`Name or number`} defaultValue={search.q ?? ""} onChange={(event) => setText(event.currentTarget.value)} leftSection={<Icon name="search" size={16} />} w={{ base: "100%", sm: 190 }} />
          <Select aria-label={t`Stage`} placeholder={t`Any stage`} data={stages} value={search.stage ?? null} onChange={(value) => set({ stage: (value ?? undefined) } as BoardSearch)} clearable clearButtonProps={{ "aria-label": t`Clear` }} w={{ base: "100%", sm: 150 }} />
          <SegmentedControl aria-label={t`Hearing within`} data={windows} value={search.within ? String(search.within) : "all"} onChange={(value) => set({ within: value === "all" ? undefined : Number(value) } as BoardSearch)} />
          <Button variant={search.counsel ? "light" : "default"} aria-pressed={Boolean(search.counsel)} onClick={() => set({ counsel: search.counsel ? undefined : "none" } as BoardSearch)}><Trans>Without an attorney</Trans></Button>
          <Select aria-label={t`What is lacking`} placeholder={t`Whatever is lacking`} data={needs} value={search.need ?? null} onChange={(value) => set({ need: (value ?? undefined) } as BoardSearch)} clearable clearButtonProps={{ "aria-label": t`Clear` }} w={{ base: "100%", sm: 190 }} />
          <Select aria-label={t`Order`} data={[...(search.q ? [{ value: "", label: t`Most alike first` }] : []), { value: "NEXT_OCCASION", label: t`Next date first` }, { value: "OPENED", label: t`Newest first` }, { value: "NUMBER", label: t`By number` }]} value={search.order ?? (search.q ? "" : "NEXT_OCCASION")} onChange={(value) => set({ order: value === "" || (value === "NEXT_OCCASION" && !search.q) ? undefined : value } as BoardSearch)} allowDeselect={false} w={{ base: "100%", sm: 148 }} />
        </Group>
        {[null, ...cursors].map((after, index, all) => (
          <BoardPart mayTakeIn={viewer?.may.includes("takeInCase") ?? false} key={`${key}${after ?? ""}`} search={search} after={after} last={index === all.length - 1} shown={all.length} onMore={(cursor) => setPages({ of: key, cursors: [...cursors, cursor] })} />
        ))}
      </div>
      {reporting ? <ReportDialog organizationId={organizationId} zone={viewer?.organization?.timeZone ?? HERE} onClose={() => setReporting(false)} /> : null}
      {exporting ? <ExportDialog what="cases" given={{ organizationId, filter: filterOf(search), order: search.order ?? null }} about={t`All cases under the board's filter.`} onClose={() => setExporting(false)} /> : null}
      {intake ? <NewCaseDialog organizationId={organizationId} zone={viewer?.organization?.timeZone ?? HERE} onClose={() => setIntake(false)} /> : null}
    </Page>
  );
}
