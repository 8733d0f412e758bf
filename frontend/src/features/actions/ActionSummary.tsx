import { Group } from "@mantine/core";
import { Plural, Trans } from "@lingui/react/macro";
import { Tag, type Tone } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ActionState } from "~/graph/generated/graphql";
import { day, time } from "~/language/times";
import { Word } from "~/language/Word";
import { actionStateWords, occasionKindWords } from "~/language/words";

export const SummaryPart = graphql(`
  fragment ActionSummary on AdvocacyAction {
    id kind state title missing unready hearingMoved
    occasion { id startsAt timeZone placeName placeCity }
    answers { asked coming heads }
  }
`);

export const ACTION_TONES: Record<ActionState, Tone> = { DRAFT: "orange", PUBLISHED: "teal", DONE: "gray", CALLED_OFF: "red" };

export function ActionSummary({ of }: { of: FragmentType<typeof SummaryPart> }) {
  const one = readFragment(SummaryPart, of);
  return (
    <div>
      <Group gap={6}><strong>{one.title}</strong><Tag tone={ACTION_TONES[one.state]}><Word of={one.state} in={actionStateWords} /></Tag>{one.state === "DRAFT" && one.missing.length === 0 ? <Tag tone="green"><Trans>Okay to share</Trans></Tag> : null}{one.hearingMoved ? <Tag tone="orange"><Trans>The hearing moved</Trans></Tag> : null}{one.unready.includes("SAFETY_PLAN") ? <Tag tone="red"><Trans>No safety plan</Trans></Tag> : null}</Group>
      <div className="quiet"><Word of={one.kind} in={occasionKindWords} /> · {day(one.occasion.startsAt, one.occasion.timeZone)}, {time(one.occasion.startsAt, one.occasion.timeZone)}{one.occasion.placeName ? ` · ${one.occasion.placeName}` : ""}</div>
      <div className="quiet">{one.answers.asked > 0 ? <Trans>{one.answers.asked} asked: {one.answers.coming} yes (with company {one.answers.heads})</Trans> : null}{one.answers.asked > 0 && one.state === "DRAFT" && one.missing.length > 0 ? " · " : ""}{one.state === "DRAFT" && one.missing.length > 0 ? <Plural value={one.missing.length} one="# thing still missing" other="# things still missing" /> : null}</div>
    </div>
  );
}
