import type { TrailTopic } from "~/graph/generated/graphql";

/** Whose entries somebody looks for, from which day to which (both included), and about what. */
export type TrailSought = { personId?: string | undefined; from?: string | undefined; to?: string | undefined; topic?: TrailTopic | undefined };

/** The first instant of a day here, or of the one after it. */
function begins(day: string, after = 0): string | null {
  const [year, month, date] = day.split("-").map(Number);
  return year && month && date ? new Date(year, month - 1, date + after).toISOString() : null;
}

export function variablesOf({ personId, from, to, topic }: TrailSought) {
  return { personId: personId ?? null, since: from ? begins(from) : null, until: to ? begins(to, 1) : null, topic: topic ?? null };
}
