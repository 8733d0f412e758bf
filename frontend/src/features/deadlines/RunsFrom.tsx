import { Trans } from "@lingui/react/macro";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { moment, plainDay, wallIn } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords, proceedingKindWords, triggerWords } from "~/language/words";

export const RunsFromPart = graphql(`
  fragment RunsFrom on Deadline {
    trigger triggeredOn triggeredAt timeZone
    hearing { id occasion { id kind startsAt timeZone hourKnown } }
    proceeding { id kind }
  }
`);

/** What a deadline runs from, or before what it falls due: of two that are called alike, this tells which is which. */
export function RunsFrom({ of }: { of: FragmentType<typeof RunsFromPart> }) {
  const { trigger, triggeredOn, triggeredAt, timeZone, hearing, proceeding } = readFragment(RunsFromPart, of);
  if (!trigger) return null;
  const track = proceeding ? <> · <Word of={proceeding.kind} in={proceedingKindWords} /></> : null;
  const on = triggeredAt ? moment(triggeredAt, timeZone) : triggeredOn ? plainDay(triggeredOn) : "";
  if ((trigger === "MASTER_HEARING" || trigger === "INDIVIDUAL_HEARING") && hearing) {
    // A hearing that moved since has another hour; the day from which was counted stands.
    const { occasion } = hearing;
    const same = triggeredOn === wallIn(occasion.startsAt, occasion.timeZone).slice(0, 10);
    const when = same && occasion.hourKnown ? moment(occasion.startsAt, occasion.timeZone) : on;
    return <div><Trans>For:</Trans> <Word of={occasion.kind} in={occasionKindWords} />, {when}{track}</div>;
  }
  return <div><Trans>From:</Trans> <Word of={trigger} in={triggerWords} />{on ? `, ${on}` : ""}{track}</div>;
}
