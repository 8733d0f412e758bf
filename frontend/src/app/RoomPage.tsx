import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting, Empty, Page, When } from "~/design/pieces";
import { AfterwardsPanel } from "~/features/attendance/AfterwardsPanel";
import { CompanionsPanel } from "~/features/attendance/CompanionsPanel";
import { DoorPanel } from "~/features/attendance/DoorPanel";
import { SeatsPanel } from "~/features/attendance/SeatsPanel";
import { InvitationsPanel } from "~/features/invitations/InvitationsPanel";
import { graphql } from "~/graph/generated";
import { Word } from "~/language/Word";
import { occasionKindWords } from "~/language/words";

const Room = graphql(`
  query RoomPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on Occasion {
        id kind state startsAt endsAt timeZone hourKnown placeName room
        seating { id seats heldBack inOrder booked held listed }
        attendance { id walkIns heads officials press letters saidInCourt incidents nextSteps reportedAt reportedBy { id name } }
        companions { id kind places town leavesAt person { id name } joined { id } }
        invitations { id state booked partySize came person { id name office } ...InvitationRow }
      }
    }
  }
`);

const route = getRouteApi("/shell/room/$occasionId");

/** Who comes to one date: seats, who goes with whom, the door, and what there is to say afterwards. */
export function RoomPage() {
  const { t } = useLingui();
  const { occasionId } = route.useParams();
  const [{ data, fetching, error }] = useQuery({ query: Room, variables: { id: occasionId } });
  const one = data?.node;
  if (!one && (fetching || error)) return <Awaiting failed={!fetching} />;
  if (one?.__typename !== "Occasion") return <Empty title={t`There is no such date, or it is not for you to see.`} />;
  const ahead = Date.parse(one.endsAt) > Date.now();
  const standing = one.state !== "CANCELLED";
  // Whoever may come is at the door, too; whoever said no and comes all the same is found among them.
  const expected = one.invitations.filter((asked) => asked.state !== "WITHDRAWN").toSorted((a, b) => Number(b.state === "COMING") - Number(a.state === "COMING") || (a.person?.name ?? "").localeCompare(b.person?.name ?? ""));
  const nearly = Date.parse(one.startsAt) - Date.now() < 6 * 3_600_000;
  const counted = expected.reduce((sum, asked) => sum + (asked.came ?? 0), 0) + (one.attendance?.walkIns ?? 0);
  return (
    <Page title={t`In the room`} about={<><Word of={one.kind} in={occasionKindWords} /> · <When at={one.startsAt} zone={one.timeZone} hourKnown={one.hourKnown} until={one.endsAt} />{one.placeName ? ` · ${one.placeName}` : ""}{one.room ? `, ${one.room}` : ""}</>}>
      <div className="stack">
        {standing && nearly ? <DoorPanel occasionId={one.id} expected={expected} walkIns={one.attendance?.walkIns ?? 0} /> : null}
        {standing && Date.parse(one.startsAt) <= Date.now() ? <AfterwardsPanel occasionId={one.id} of={one.attendance ?? null} counted={counted} /> : null}
        {ahead ? <SeatsPanel occasionId={one.id} seating={one.seating ?? null} live={standing} /> : null}
        <CompanionsPanel all={one.companions} />
        <InvitationsPanel occasionId={one.id} rows={one.invitations} cleared mayInvite={ahead && standing} />
        {standing && !nearly ? <p className="quiet"><Trans>The door opens here six hours before it begins, also on a telephone without signal.</Trans></p> : null}
      </div>
    </Page>
  );
}
