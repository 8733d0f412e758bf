import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty } from "~/design/pieces";
import { ActionView } from "~/features/actions/ActionView";
import { ChangeBanner, ChangesPanel } from "~/features/changes/ChangesPanel";
import { InvitationsPanel } from "~/features/invitations/InvitationsPanel";
import { OccasionReminders } from "~/features/reminders/RemindersPanel";
import { deliveriesOf } from "~/features/messages/Deliveries";
import { graphql } from "~/graph/generated";

const ActionQuery = graphql(`
  query ActionPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on AdvocacyAction { id may state missing case { id } answers { asked coming maybe notComing heads } occasion { id invitations { id ...InvitationRow } ...ChangesOfOccasion } ...ActionView }
    }
  }
`);

const route = getRouteApi("/shell/actions/$actionId");

export function ActionPage() {
  const { t } = useLingui();
  const { actionId } = route.useParams();
  const [reminding, setReminding] = useState(false);
  const [{ data, fetching, error }] = useQuery({ query: ActionQuery, variables: { id: actionId } });
  const one = data?.node;
  if (!one && (fetching || error)) return <Awaiting failed={!fetching} />;
  if (one?.__typename !== "AdvocacyAction") return <Empty title={t`There is no such action, or it is not for you to see.`} />;
  return <><ActionView of={one} deliveries={deliveriesOf} onReminders={() => setReminding(true)} invitations={<><ChangeBanner of={[one.occasion]} /><ChangesPanel of={[one.occasion]} mayCall={one.case === null || one.may.includes("recordReached")} /><InvitationsPanel occasionId={one.occasion.id} rows={one.occasion.invitations} counts={one.answers} room={<Link className="plain" to="/room/$occasionId" params={{ occasionId: one.occasion.id }}><Trans>Seats, rides and the door</Trans></Link>} cleared={one.missing.length === 0} mayInvite={one.may.includes("invite") && one.state !== "CALLED_OFF"} /></>} />{reminding ? <OccasionReminders occasionId={one.occasion.id} onClose={() => setReminding(false)} /> : null}</>;
}
