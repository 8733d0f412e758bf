import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Icon } from "~/design/Icon";
import { Page, Panel } from "~/design/pieces";
import { ConflictSheets } from "~/features/assignments/ConflictSheets";
import { OfferingCase } from "~/features/assignments/Offering";
import { OffersPanel } from "~/features/assignments/OffersPanel";
import { NewCaseDialog } from "~/features/cases/NewCaseDialog";
import { UnconfirmedChanges } from "~/features/changes/UnconfirmedChanges";
import { DutyWeek } from "~/features/duty/DutyWeek";
import { withGaps } from "~/features/duty/rota";
import { CheckDateDialog } from "~/features/hearings/CheckDateDialog";
import { HearingRow } from "~/features/hearings/HearingsPanel";
import { ReportDialog } from "~/features/reports/ReportDialog";
import { TaskList } from "~/features/tasks/TaskList";
import { WaitingPanel } from "~/features/today/WaitingPanel";
import { graphql, readFragment } from "~/graph/generated";
import { coordinates, reportsArrests, useViewer } from "~/graph/viewer";
import { HERE } from "~/language/times";

const OnDuty = graphql(`
  query OnDutyToday {
    viewer { may person { id } organization { id timeZone dutyRota { id startsAt endsAt person { id name } deputy { id name } } } }
  }
`);
const HearingToCheck = graphql(`
  query HearingToCheck($id: ID!) { node(id: $id) { __typename ... on Hearing { id ...HearingRow } } }
`);
const MyTasks = graphql(`
  query TasksOfToday { tasks(mine: true, openOnly: true, first: 30) { pageInfo { hasNextPage } edges { node { id raisedBy ...TaskRow } } } }
`);

/** These ring above, each with its next step. */
const RINGS = ["custody_court", "lost_contact"];
const WEEK = 7 * 86_400_000;

/** The first page of everybody. Which parts it has goes by what the viewer may do, one part for each. */
export function TodayPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const [intake, setIntake] = useState(false);
  const [reporting, setReporting] = useState(false);
  const zone = viewer?.organization?.timeZone ?? HERE;
  const reports = reportsArrests(viewer);
  return (
    <Page title={t`Today`} about={<Trans>What needs a human now, the most urgent first.</Trans>} actions={viewer?.may.includes("takeInCase") ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIntake(true)}><Trans>New case</Trans></Button> : reports ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setReporting(true)}><Trans>Report an arrest</Trans></Button> : null}>
      <div className="stack">
        <UnconfirmedChanges />
        <OffersPanel />
        <ConflictSheets waiting />
        {coordinates(viewer) ? <Coordinating /> : <TasksOfToday but={[]} />}
      </div>
      {reporting ? <ReportDialog organizationId={organizationId} zone={zone} onClose={() => setReporting(false)} /> : null}
      {intake ? <NewCaseDialog organizationId={organizationId} zone={zone} onClose={() => setIntake(false)} /> : null}
    </Page>
  );
}

/** For whoever coordinates: what waits, row by row, and who is on duty. */
function Coordinating() {
  const [{ data }] = useQuery({ query: OnDuty });
  const [checking, setChecking] = useState<string>();
  const [offering, setOffering] = useState<string>();
  const house = data?.viewer?.organization;
  const [now] = useState(() => Date.now());
  const stretches = house ? withGaps(house.dutyRota, new Date(now).toISOString(), new Date(now + WEEK).toISOString()) : [];
  return (
    <>
      <WaitingPanel onDuty={stretches[0]?.person} onCheck={setChecking} onOffer={setOffering} />
      {house ? <DutyWeek stretches={stretches} zone={house.timeZone} maySave={data.viewer?.may.includes("saveDutyRota") ?? false} /> : null}
      <TasksOfToday but={RINGS} />
      {checking ? <CheckingDate hearingId={checking} onClose={() => setChecking(undefined)} /> : null}
      {offering ? <OfferingCase caseId={offering} onClose={() => setOffering(undefined)} /> : null}
    </>
  );
}

function TasksOfToday({ but }: { /** What raised the tasks that stand elsewhere on the page. */ but: readonly string[] }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: MyTasks });
  const rows = (data?.tasks.edges ?? []).filter(({ node }) => !but.includes(node.raisedBy ?? ""));
  if (rows.length === 0) return null;
  return (
    <Panel title={t`Your tasks`} flush count={rows.length} foldable={false} {...(data?.tasks.pageInfo.hasNextPage ? { action: <Link to="/tasks"><Trans>All of them</Trans></Link> } : {})}>
      <TaskList tasks={rows.map((edge) => edge.node)} withCase />
    </Panel>
  );
}

function CheckingDate({ hearingId, onClose }: { hearingId: string; onClose: () => void }) {
  const [{ data }] = useQuery({ query: HearingToCheck, variables: { id: hearingId }, requestPolicy: "network-only" });
  return data?.node?.__typename === "Hearing" ? <CheckDateDialog hearing={readFragment(HearingRow, data.node)} onClose={onClose} /> : null;
}
