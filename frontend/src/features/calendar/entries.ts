import { graphql } from "~/graph/generated";
import type { CalendarEntriesFragment, OccasionKind } from "~/graph/generated/graphql";
import { seesAll } from "~/graph/viewer";
import { time } from "~/language/times";

export const CalendarEntries = graphql(`
  fragment CalendarEntries on CalendarEntry {
    occasion { id kind state startsAt endsAt wallStarts timeZone hourKnown room placeName }
    hearing { id court { id name } proceeding { id kind } }
    action { id title plannedByUs }
    case { id shortId audience client { id publicName } }
  }
`);

export type Entry = CalendarEntriesFragment;

/** The most that one answer holds: the server's own number (casework/reading/lists.py). */
export const MOST = 2_000;

export const HEARINGS = ["MASTER_HEARING", "INDIVIDUAL_HEARING", "BOND_HEARING", "CUSTODY_HEARING", "FEAR_REVIEW", "OTHER_HEARING"] as const satisfies readonly OccasionKind[];

/** Who may try: of a hearing the legal team, of an event whoever plans it. What they may is asked again before the dialog. */
export function maybeMoves(entry: Entry, now: number): boolean {
  const { occasion, hearing, action } = entry;
  if (occasion.state === "CANCELLED" || occasion.state === "HELD" || Date.parse(occasion.endsAt) < now) return false;
  return action ? action.plannedByUs : hearing ? Boolean(entry.case && seesAll(entry.case.audience)) : false;
}

/** Its hour by one clock, and by the other where that says something else. */
export function hoursSaid(occasion: Entry["occasion"], clock: "court" | "own", here: string): { first: string; second: string | undefined } {
  const [court, own] = [time(occasion.startsAt, occasion.timeZone), time(occasion.startsAt, here)];
  if (court === own) return { first: court, second: undefined };
  return clock === "court" ? { first: court, second: own } : { first: own, second: court };
}
