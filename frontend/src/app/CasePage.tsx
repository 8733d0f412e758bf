import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Loading, Panel, Refusal, Sections } from "~/design/pieces";
import { ActionsPanel } from "~/features/actions/ActionsPanel";
import { RepresentationPanel } from "~/features/assignments/RepresentationPanel";
import { BondPanel } from "~/features/bond/BondPanel";
import { CallLogPanel } from "~/features/calls/CallLogPanel";
import { BreakGlass } from "~/features/cases/BreakGlass";
import { CaseHeader } from "~/features/cases/CaseHeader";
import { EditCase } from "~/features/cases/EditCase";
import { TrailPanel } from "~/features/cases/TrailPanel";
import { ChangesOfCase } from "~/features/changes/ChangesOfCase";
import { ConsentsPanel } from "~/features/consents/ConsentsPanel";
import { CheckInsPanel } from "~/features/checkIns/CheckInsPanel";
import { CustodyPanel } from "~/features/custody/CustodyPanel";
import { DocumentsPanel } from "~/features/documents/DocumentsPanel";
import { DeadlinesPanel } from "~/features/deadlines/DeadlinesPanel";
import { TransferPanel } from "~/features/custody/TransferPanel";
import { HearingsPanel } from "~/features/hearings/HearingsPanel";
import { OutcomesOfCase } from "~/features/outcomes/OutcomesPanel";
import { InviteDialog } from "~/features/invitations/InviteDialog";
import { OccasionReminders } from "~/features/reminders/RemindersPanel";
import { CalendarsOfCase, CalendarsOfDate } from "~/features/feeds/CalendarsOfCase";
import { deliveriesOf } from "~/features/messages/Deliveries";
import { WhoSaw } from "~/features/seen/WhoSaw";
import { PrintCaseSheet } from "~/features/takingAway/PrintCaseSheet";
import { AddTask } from "~/features/tasks/AddTask";
import { NotesPanel } from "~/features/notes/NotesPanel";
import { TaskList } from "~/features/tasks/TaskList";
import { TeamPanel } from "~/features/team/TeamPanel";
import { VisitsPanel } from "~/features/visits/VisitsPanel";
import { graphql } from "~/graph/generated";
import { seesAll, useViewer } from "~/graph/viewer";
import { day, time } from "~/language/times";
import { RightsOfCase } from "./RightsOfCase";
import { TogetherOfCase } from "./TogetherOfCase";

const CaseQuery = graphql(`
  query CasePage($shortId: String!) {
    case(shortId: $shortId) {
      id shortId may audience
      client { id publicName }
      whereabouts { facility { id } }
      nextHearing { id occasion { id startsAt timeZone hourKnown } }
      ...CaseHeader
      ...EditableCase
      ...HearingsOfCase
      ...RepresentationOfCase
      ...TeamOfCase
      ...ActionsOfCase
      tasks { id doneAt ...TaskRow }
    }
  }
`);

// Asked apart: one document is at most so wide, and what is needed tonight should not wait for what is read later.
const ClocksQuery = graphql(`
  query CasePageClocks($shortId: String!) {
    case(shortId: $shortId) { id ...DeadlinesOfCase ...BondOfCase ...ConsentsOfCase }
  }
`);
const PlacesQuery = graphql(`
  query CasePagePlaces($shortId: String!) {
    case(shortId: $shortId) { id ...CustodyOfCase }
  }
`);
const MoreQuery = graphql(`
  query CasePageMore($shortId: String!) {
    case(shortId: $shortId) {
      id
      ...TransferOfCase
      ...CheckInsOfCase
      ...DocumentsOfCase
      ...CallsOfCase
      ...VisitsOfCase
      ...NotesOfCase
      files { id }
    }
  }
`);

const route = getRouteApi("/shell/cases/$shortId");

export function CasePage() {
  const { t } = useLingui();
  const { shortId } = route.useParams();
  const { organizationId, viewer } = useViewer();
  const [{ data, fetching, error }] = useQuery({ query: CaseQuery, variables: { shortId } });
  const [{ data: further, error: failed }, askAgain] = useQuery({ query: MoreQuery, variables: { shortId } });
  const [{ data: running, error: stopped }] = useQuery({ query: ClocksQuery, variables: { shortId } });
  const clocks = running?.case;
  const [{ data: been, error: lost }] = useQuery({ query: PlacesQuery, variables: { shortId } });
  const places = been?.case;
  const caseId = data?.case?.id;
  const [{ data: calendars }] = useQuery({ query: CalendarsOfCase, variables: { caseId: caseId ?? "" }, pause: !caseId || !data?.case || !seesAll(data.case.audience) });
  // What a file changed is told by no verb of the graph.
  const changed = useCallback(() => askAgain({ requestPolicy: "network-only" }), [askAgain]);
  const told = useCallback((occasion: Parameters<typeof deliveriesOf>[0] & { id: string }) => <>{deliveriesOf(occasion)}<CalendarsOfDate of={calendars?.calendarsOfCase ?? []} occasionId={occasion.id} /></>, [calendars]);
  const navigate = useNavigate();
  const [inviting, setInviting] = useState<string>();
  const [reminding, setReminding] = useState<string>();
  const [releasing, setReleasing] = useState(false);
  const one = data?.case;
  const more = further?.case;
  const openTasks = one?.tasks.filter((task) => !task.doneAt).length ?? 0;
  useEffect(() => {
    // The tab says the number only: a title travels into histories and screenshots.
    document.title = `${shortId} · Presencia`;
  }, [shortId]);
  if (!one && fetching) return <Loading />;
  if (!one && error) return <Refusal><Trans>The case could not be loaded. Try again.</Trans></Refusal>;
  if (!one) return <Empty title={t`There is no such case, or it is not for you to see.`}>{viewer?.may.includes("breakGlass") ? <BreakGlass shortId={shortId} /> : null}</Empty>;
  return (
    <div className="stack">
      <Sections name="case" called={<><strong>{one.client.publicName}</strong>{one.nextHearing ? <span className="quiet"> · {day(one.nextHearing.occasion.startsAt, one.nextHearing.occasion.timeZone)}{one.nextHearing.occasion.hourKnown ? `, ${time(one.nextHearing.occasion.startsAt, one.nextHearing.occasion.timeZone)}` : ""}</span> : null}</>} head={<><CaseHeader of={one} actions={<>{one.may.includes("printCaseSheet") ? <PrintCaseSheet shortId={one.shortId} /> : null}<EditCase of={one} /></>} /><ChangesOfCase shortId={one.shortId} banner /></>}>
      <div className="two">
        <div className="stack">
          <HearingsPanel of={one} onInvite={setInviting} onReminders={setReminding} onRoom={(occasionId) => void navigate({ to: "/room/$occasionId", params: { occasionId } })} deliveries={told} />
          <ChangesOfCase shortId={one.shortId} />
          {seesAll(one.audience) ? <>{places ? <CustodyPanel of={places} releasing={releasing} onReleased={() => setReleasing(false)} /> : lost ? <Awaiting failed /> : null}{more ? <TransferPanel of={more} /> : null}</> : null}
          {seesAll(one.audience) ? (clocks ? <><DeadlinesPanel of={clocks} /><BondPanel of={clocks} onRelease={() => setReleasing(true)} /></> : stopped ? <Awaiting failed /> : null) : null}
          <ActionsPanel of={one} organizationId={organizationId} />
          <OutcomesOfCase shortId={one.shortId} />
          {more ? (seesAll(one.audience) || more.files.length > 0 ? <DocumentsPanel of={more} onChanged={changed} /> : null) : failed ? <Awaiting failed /> : null}
          {seesAll(one.audience) ? <>{more ? <><CheckInsPanel of={more} /><VisitsPanel of={more} /><CallLogPanel of={more} /></> : null}<RightsOfCase shortId={one.shortId} />{more ? <NotesPanel of={more} /> : null}</> : <Panel title={t`Detention history and notes`} foldable={false}><p className="quiet" style={{ margin: 0 }}>{one.whereabouts ? <Trans>Earlier places and what the legal team writes are shown to the legal team only.</Trans> : <Trans>Where the client is held and what the legal team writes are shown to the legal team only.</Trans>}</p></Panel>}
        </div>
        <div className="stack">
          <Panel title={t`Tasks`} flush count={openTasks} action={one.may.includes("addTask") ? <AddTask organizationId={organizationId} caseId={one.id} /> : null}>
            {one.tasks.length === 0 ? <Empty title={t`Nothing to do`} /> : <TaskList tasks={one.tasks} />}
          </Panel>
          <RepresentationPanel of={one} />
          {seesAll(one.audience) ? <TogetherOfCase shortId={one.shortId} /> : null}
          {clocks ? <ConsentsPanel of={clocks} /> : null}
          <TeamPanel of={one} />
          {seesAll(one.audience) ? <TrailPanel shortId={one.shortId} seen={<WhoSaw recordId={one.id} />} /> : null}
          {one.may.includes("makeClientStatement") ? <Panel title={t`For the client`} foldable={false}><p className="quiet" style={{ marginTop: 0 }}><Trans>A client may ask which consents are in force and who saw their record. Give it to them on paper, in their language.</Trans></p><Link to="/cases/$shortId/statement" params={{ shortId: one.shortId }}><Trans>Make a statement</Trans></Link></Panel> : null}
        </div>
      </div>
      </Sections>
      {reminding ? <OccasionReminders occasionId={reminding} onClose={() => setReminding(undefined)} /> : null}
      {inviting ? <InviteDialog occasionId={inviting} onClose={() => setInviting(undefined)} /> : null}
    </div>
  );
}
