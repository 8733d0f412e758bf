import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty } from "~/design/pieces";
import { ActionTasks } from "~/features/actions/ActionTasks";
import { ActionView } from "~/features/actions/ActionView";
import { ChangeBanner, ChangesPanel } from "~/features/changes/ChangesPanel";
import { InvitationsPanel } from "~/features/invitations/InvitationsPanel";
import { OccasionReminders } from "~/features/reminders/RemindersPanel";
import { deliveriesOf } from "~/features/messages/Deliveries";
import { AddTask } from "~/features/tasks/AddTask";
import { TaskList } from "~/features/tasks/TaskList";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";

const ActionQuery = graphql(`
  query ActionPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on AdvocacyAction { id may state missing case { id } cases { kept } answers { asked coming maybe notComing heads } occasion { id invitations { id ...InvitationRow } ...ChangesOfOccasion } ...ActionView }
    }
  }
`);

const PlanQuery = graphql(`
  query ActionPlan($id: ID!) {
    node(id: $id) {
      __typename
      ... on AdvocacyAction { id tasks { id doneAt ...TaskRow } ...PlanOfAction }
    }
  }
`);

const route = getRouteApi("/shell/actions/$actionId");

/** A letter knows the row alone, and no letter says what the page calls it. */
function idOf(typed: string): string {
  return /^[0-9a-f]{32}$/.test(typed) ? btoa(`AdvocacyAction:${typed}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") : typed;
}

export function ActionPage() {
  const { t } = useLingui();
  const { actionId } = route.useParams();
  const [reminding, setReminding] = useState(false);
  const [{ data, fetching, error }] = useQuery({ query: ActionQuery, variables: { id: idOf(actionId) } });
  const [{ data: further }] = useQuery({ query: PlanQuery, variables: { id: idOf(actionId) } });
  const { organizationId } = useViewer();
  const one = data?.node;
  const plan = further?.node?.__typename === "AdvocacyAction" ? further.node : undefined;
  if (!one && (fetching || error)) return <Awaiting failed={!fetching} />;
  if (one?.__typename !== "AdvocacyAction") return <Empty title={t`There is no such action, or it is not for you to see.`} />;
  const live = one.state === "DRAFT" || one.state === "PUBLISHED";
  // With another case out of sight it is still of a case.
  const ofNone = one.case === null && one.cases.length === 0;
  return <><ActionView of={one} plan={plan} tasks={plan ? <ActionTasks actionId={one.id} open={plan.tasks.filter((task) => !task.doneAt).length} none={plan.tasks.length === 0} mayLayOut={live && one.may.includes("layOutActionTasks")} add={live && (ofNone || one.may.includes("addTask")) ? <AddTask organizationId={organizationId} actionId={one.id} /> : null}><TaskList tasks={plan.tasks} /></ActionTasks> : null} deliveries={deliveriesOf} onReminders={() => setReminding(true)} invitations={<><ChangeBanner of={[one.occasion]} /><ChangesPanel of={[one.occasion]} mayCall={ofNone || one.may.includes("recordReached")} /><InvitationsPanel occasionId={one.occasion.id} rows={one.occasion.invitations} counts={one.answers} room={<Link className="plain" to="/room/$occasionId" params={{ occasionId: one.occasion.id }}><Trans>Seats, rides and the door</Trans></Link>} cleared={one.missing.length === 0} mayInvite={one.may.includes("invite") && one.state !== "CALLED_OFF"} /></>} />{reminding ? <OccasionReminders occasionId={one.occasion.id} onClose={() => setReminding(false)} /> : null}</>;
}
