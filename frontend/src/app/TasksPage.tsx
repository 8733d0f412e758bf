import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Page } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { ReportsMade } from "~/features/reports/ReportsMade";
import { ReportsWaiting } from "~/features/reports/ReportsWaiting";
import { AddTask } from "~/features/tasks/AddTask";
import { TaskList } from "~/features/tasks/TaskList";
import { graphql } from "~/graph/generated";
import { reportsArrests, useViewer } from "~/graph/viewer";

const Tasks = graphql(`
  query Tasks($mine: Boolean!, $openOnly: Boolean!) {
    tasks(mine: $mine, openOnly: $openOnly, first: 100) { pageInfo { hasNextPage } edges { node { id ...TaskRow } } }
  }
`);

export function TasksPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const house = viewer?.organization;
  const may = (act: string): boolean => viewer?.may.includes(act) ?? false;
  const [whose, setWhose] = useState("mine");
  const [{ data, error }] = useQuery({ query: Tasks, variables: { mine: whose === "mine", openOnly: true } });
  const rows = data?.tasks.edges;
  return (
    <Page title={t`Tasks`} about={<Trans>What needs a person, the most urgent first.</Trans>} actions={<><Segments aria-label={t`Whose tasks`} value={whose} onChange={setWhose} data={[{ value: "mine", label: t`Mine` }, { value: "all", label: t`Everyone's` }]} /><AddTask organizationId={organizationId} /></>}>
      <div className="stack">
      {house?.kind === "LEGAL_PROVIDER" && may("takeInReport") ? <ReportsWaiting organizationId={organizationId} /> : null}
      {house && reportsArrests(viewer) ? <ReportsMade organizationId={organizationId} zone={house.timeZone} /> : null}
      <div className="panel">
        {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
        {rows?.length === 0 ? <Empty title={t`Nothing to do`}><Trans>Tasks appear here by themselves when something happens on a case, or when someone adds one.</Trans></Empty> : null}
        {rows && rows.length > 0 ? <TaskList tasks={rows.map((edge) => edge.node)} withCase /> : null}
      </div>
      </div>
      {data?.tasks.pageInfo.hasNextPage ? <p className="quiet" role="status"><Trans>The first 100 are shown; there are more.</Trans></p> : null}
    </Page>
  );
}
