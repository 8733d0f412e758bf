import { Button, Group, Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting, Tag, Unknown } from "~/design/pieces";
import { useFocusBack } from "~/forms/focus";
import { graphql } from "~/graph/generated";
import { HERE, day, time, zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { assignmentStateWords, dateStandingWords, mediumWords, occasionKindWords, proceedingKindWords } from "~/language/words";
import type { Entry } from "./entries";

const DateCardOf = graphql(`
  query DateCard($id: ID!) {
    node(id: $id) {
      __typename
      ... on Hearing {
        id judge dateStanding closedToPublic location { id name street city state }
        occasion { id medium room joinUrl placeStreet placeCity }
        case { id may representedBy { id state attorney { id name } } }
      }
      ... on AdvocacyAction { id may state answers { asked coming } occasion { id medium room placeStreet placeCity } }
      ... on Occasion { id medium room placeStreet placeCity }
    }
  }
`);

/** The facts of one date, and where to go from it, before the page is left. */
export function DateCard({ of, onMove, onClose }: { of: Entry; onMove: () => void; onClose: () => void }) {
  const { t } = useLingui();
  useFocusBack();
  const { occasion, hearing, action } = of;
  const [{ data, error }] = useQuery({ query: DateCardOf, variables: { id: hearing?.id ?? action?.id ?? occasion.id } });
  const one = data?.node;
  const held = one?.__typename === "Hearing" ? one : undefined;
  const planned = one?.__typename === "AdvocacyAction" ? one : undefined;
  const place = one?.__typename === "Hearing" || one?.__typename === "AdvocacyAction" ? one.occasion : one?.__typename === "Occasion" ? one : undefined;
  const live = occasion.state !== "CANCELLED" && occasion.state !== "HELD";
  const acts = held?.case?.may ?? planned?.may ?? [];
  const mayMove = live && (acts.includes("rescheduleHearing") || (planned ? acts.includes("reviseAction") : false));
  const spot = held?.location;
  const address = [place?.placeStreet ?? spot?.street, place?.placeCity ?? spot?.city, spot?.state].filter(Boolean).join(", ");
  const there = time(occasion.startsAt, occasion.timeZone);
  const here = time(occasion.startsAt, HERE);
  return (
    <Modal opened onClose={onClose} title={of.case?.client.publicName || action?.title || <Word of={occasion.kind} in={occasionKindWords} />} closeButtonProps={{ "aria-label": t`Close` }}>
      <Group gap={6} mb="sm">
        <strong>{action ? action.title : <Word of={occasion.kind} in={occasionKindWords} />}</strong>
        {hearing?.proceeding ? <Tag><Word of={hearing.proceeding.kind} in={proceedingKindWords} /></Tag> : null}
        {occasion.state === "CANCELLED" ? <Tag tone="red"><Trans>Cancelled</Trans></Tag> : occasion.state === "TENTATIVE" ? <Tag tone="orange"><Trans>Not confirmed</Trans></Tag> : null}
        {held?.dateStanding && live ? <Tag tone={held.dateStanding === "TWO_SOURCE" ? "teal" : "orange"}><Word of={held.dateStanding} in={dateStandingWords} /></Tag> : null}
        {held?.closedToPublic ? <Tag><Trans>Closed to the public</Trans></Tag> : null}
      </Group>
      <dl className="changes">
        <div><dt><Trans>When</Trans></dt><dd><strong>{day(occasion.startsAt, occasion.timeZone)}, {occasion.hourKnown ? there : <Unknown><Trans>hour not known</Trans></Unknown>}</strong><div className="quiet">{zoneName(occasion.timeZone)}{occasion.hourKnown && here !== there ? <> · <Trans>for you {here}</Trans></> : null}</div></dd></div>
        <div><dt><Trans>Where</Trans></dt><dd>{hearing?.court?.name ?? occasion.placeName ?? <Unknown />}{occasion.room ? `, ${occasion.room}` : ""}{place ? <div className="quiet"><Word of={place.medium} in={mediumWords} />{address ? ` · ${address}` : ""}{held?.judge ? ` · ${held.judge}` : ""}</div> : null}</dd></div>
        {held ? <div><dt><Trans>Represented by</Trans></dt><dd>{held.case?.representedBy.length ? held.case.representedBy.map((by) => <div key={by.id}>{by.attorney?.name} <span className="quiet">· <Word of={by.state} in={assignmentStateWords} /></span></div>) : <Unknown><Trans>No one yet</Trans></Unknown>}</dd></div> : null}
        {planned?.answers.asked ? <div><dt><Trans>Asked</Trans></dt><dd><Trans>{planned.answers.asked} asked, {planned.answers.coming} coming</Trans></dd></div> : null}
      </dl>
      {one === undefined || error ? <Awaiting failed={Boolean(error)} /> : null}
      <Group gap={6} mt="md">
        {of.case ? <Button component={Link} to={`/cases/${of.case.shortId}`} size="compact-sm" variant="light"><Trans>Open the case</Trans></Button> : null}
        {action ? <Button component={Link} to={`/actions/${action.id}`} size="compact-sm" variant="light"><Trans>Open the event</Trans></Button> : null}
        {acts.includes("invite") || planned?.may.includes("reviseAction") ? <Button component={Link} to={`/room/${occasion.id}`} size="compact-sm" variant="default"><Trans>Seats, rides and the door</Trans></Button> : null}
        {address ? <Button component="a" href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`} target="_blank" rel="noreferrer" size="compact-sm" variant="default"><Trans>Directions</Trans></Button> : null}
        {held && "joinUrl" in held.occasion && held.occasion.joinUrl ? <Button component="a" href={held.occasion.joinUrl} target="_blank" rel="noreferrer" size="compact-sm" variant="default"><Trans>Webex link</Trans></Button> : null}
        {mayMove ? <Button size="compact-sm" variant="default" onClick={onMove}><Trans>Move…</Trans></Button> : null}
      </Group>
    </Modal>
  );
}
