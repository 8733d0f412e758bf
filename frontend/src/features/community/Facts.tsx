import { Trans, useLingui } from "@lingui/react/macro";
import { Tag, Unknown } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { moment } from "~/language/times";
import { Word } from "~/language/Word";
import { sightingKindWords, sightingStateWords } from "~/language/words";

export const SightingPart = graphql(`
  fragment SightingFacts on Sighting {
    id kind state seenAt timeZone town place howMany what withheld heldAt
    organization { id name }
    pictures { id blurredAt address }
  }
`);

/** What others are told of a sighting. */
export function SightingFacts({ of }: { of: FragmentType<typeof SightingPart> }) {
  const { t } = useLingui();
  const one = readFragment(SightingPart, of);
  const tone = one.state === "CONFIRMED" ? "green" : one.state === "UNFOUNDED" ? "gray" : "orange";
  return (
    <div>
      <strong><Word of={one.kind} in={sightingKindWords} />, {one.town}</strong> <Tag tone={tone}><Word of={one.state} in={sightingStateWords} /></Tag>
      {one.heldAt ? <> <Tag><Trans>held past 72 hours</Trans></Tag></> : null}
      <div className="quiet">{moment(one.seenAt, one.timeZone)} · {one.organization?.name}</div>
      <div>{one.place ?? <Unknown><Trans>place not told</Trans></Unknown>}{one.howMany ? <> · {one.howMany}</> : null}</div>
      {one.what ? <p style={{ margin: "4px 0" }}>{one.what}</p> : null}
      {one.withheld ? <div className="quiet"><Trans>Something in it looked like a name, a number or a plate. Others are not told it.</Trans></div> : null}
      {one.pictures.filter((picture) => picture.blurredAt).map((picture) => <img key={picture.id} src={picture.address} alt={t`Photo of the sighting, faces and plates covered`} style={{ maxWidth: "100%", maxHeight: 280, marginTop: 8 }} />)}
    </div>
  );
}
