import { wallIn } from "~/language/times";

/*
 * Which days a calendar shows, and at which hour of them a date stands: in the court's own zone, or in the reader's.
 * Days are written "2026-12-02", walls "2026-12-02T09:00"; neither has a zone of its own.
 */

export type View = "month" | "week" | "list";
/** Whose clock the calendar is drawn by. */
export type Clock = "court" | "own";

/** Days of the agenda. */
const LISTED = 30;

function shifted(day: string, by: { days?: number; months?: number }): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (by.months) {
    // From the first of the month: the thirty-first has no counterpart in every other.
    at.setUTCDate(1);
    at.setUTCMonth(at.getUTCMonth() + by.months);
  }
  at.setUTCDate(at.getUTCDate() + (by.days ?? 0));
  return at.toISOString().slice(0, 10);
}

function sunday(day: string): string {
  return shifted(day, { days: -new Date(`${day}T00:00:00Z`).getUTCDay() });
}

/** The days a view shows (the last not among them), and where "previous" and "next" lead. */
export function stretchOf(view: View, on: string): { from: string; until: string; previous: string; next: string } {
  if (view === "week") {
    const from = sunday(on);
    return { from, until: shifted(from, { days: 7 }), previous: shifted(on, { days: -7 }), next: shifted(on, { days: 7 }) };
  }
  // What comes next stands first: a month's list would begin with what has passed.
  if (view === "list") return { from: on, until: shifted(on, { days: LISTED }), previous: shifted(on, { days: -LISTED }), next: shifted(on, { days: LISTED }) };
  const first = `${on.slice(0, 7)}-01`;
  const next = shifted(first, { months: 1 });
  return { from: sunday(first), until: shifted(sunday(shifted(next, { days: -1 })), { days: 7 }), previous: shifted(first, { months: -1 }), next };
}

/** What is asked for so that no date of these days is missing, in whichever zone it stands: a day more on both sides. */
export function askedFor({ from, until }: { from: string; until: string }): { from: string; until: string } {
  return { from: `${shifted(from, { days: -1 })}T00:00:00Z`, until: `${shifted(until, { days: 1 })}T00:00:00Z` };
}

/** The instants at which a zone's clocks show a wall time: none in an hour that is skipped, two in one that occurs twice. */
export function instantsOf(wall: string, zone: string): string[] {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return [];
  // A zone's offset a day before and a day after: whatever the clocks do that night, it is one of the two.
  const offsets = [-86_400_000, 86_400_000].map((by) => Date.parse(`${wallIn(new Date(asUtc + by).toISOString(), zone)}:00Z`) - (asUtc + by));
  const found = [...new Set(offsets.map((offset) => asUtc - offset))].filter((instant) => wallIn(new Date(instant).toISOString(), zone) === wall.slice(0, 16));
  return found.toSorted((one, other) => one - other).map((instant) => new Date(instant).toISOString());
}

type Placed = { startsAt: string; wallStarts: string; timeZone: string };

/** Where a date stands in the drawing: on the court's wall, or on the reader's own. */
export function wallOf(occasion: Placed, clock: Clock, here: string): string {
  return clock === "own" ? wallIn(occasion.startsAt, here) : occasion.wallStarts.slice(0, 16);
}

/**
 * What was dropped on a wall of the drawing, as the court's own clock says it: that is what a notice prints and the verb
 * takes. Dropped into an hour that the reader's clocks skip, it is the hour after; into one they show twice, the first.
 */
export function droppedAt(wall: string, zone: string, clock: Clock, here: string): string {
  if (clock === "court") return wall.slice(0, 16);
  const instant = instantsOf(wall, here)[0] ?? instantsOf(new Date(Date.parse(`${wall.slice(0, 16)}:00Z`) + 3_600_000).toISOString().slice(0, 16), here)[0];
  return instant ? wallIn(instant, zone) : wall.slice(0, 16);
}
