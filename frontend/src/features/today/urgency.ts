/** How soon something needs somebody. */
export type Group = "NOW" | "WEEK" | "LATER" | "ASKED";

/** In this order: what waits for an answer that somebody was asked for comes last. */
export const GROUPS: readonly Group[] = ["NOW", "WEEK", "LATER", "ASKED"];

const HOUR = 3_600_000;

/** Until tomorrow's end somebody has to act today; a week is what fits on Monday's page. What has no date is of this week. */
export function urgency(at: string | null | undefined, now: number): Group {
  if (!at) return "WEEK";
  const ahead = Date.parse(at) - now;
  return ahead <= 48 * HOUR ? "NOW" : ahead <= 7 * 24 * HOUR ? "WEEK" : "LATER";
}

/** Rows by group, each in the order of its dates; groups without a row are left out. */
export function grouped<R extends { group: Group; at?: string | null | undefined }>(rows: readonly R[]): { group: Group; rows: R[] }[] {
  return GROUPS.map((group) => ({ group, rows: rows.filter((row) => row.group === group).toSorted((one, other) => instant(one.at) - instant(other.at)) })).filter((one) => one.rows.length > 0);
}

/** What rings and has no date comes first in its group. */
function instant(at: string | null | undefined): number {
  return at ? Date.parse(at) : 0;
}
