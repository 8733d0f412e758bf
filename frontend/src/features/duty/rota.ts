/** One turn as it is typed: wall time of the organization. */
export type Turn = { personId: string; deputyId: string; startsAt: string; endsAt: string };

const DAY = 86_400_000;

/** The wall time so many days later, at the same hour: a rota hands over at the same hour in every week. */
export function later(wall: string, days: number): string {
  return new Date(Date.parse(`${wall}:00Z`) + days * DAY).toISOString().slice(0, 16);
}

/** Four weeks from an hour on, one week each in turn; whoever comes next is the deputy. */
export function roundRobin(people: readonly string[], from: string, weeks = 4): Turn[] {
  if (people.length === 0) return [];
  return Array.from({ length: weeks }, (_, week) => ({
    personId: people[week % people.length] ?? "",
    deputyId: people.length > 1 ? (people[(week + 1) % people.length] ?? "") : "",
    startsAt: later(from, week * 7),
    endsAt: later(from, (week + 1) * 7),
  }));
}

/** The rota ends within seven days, so that nobody would be on duty afterwards. */
export function endsSoon(end: string | undefined, now: number): boolean {
  return end !== undefined && Date.parse(end) - now < 7 * DAY;
}

/** A stretch of time in which somebody is on duty, or nobody. */
export type Stretch = { from: string; until: string; person: string | undefined; deputy: string | undefined };

/** A stretch of time as turns and gaps, one after the other: whoever left is nobody. */
export function withGaps(turns: readonly { startsAt: string; endsAt: string; person?: { name: string } | null | undefined; deputy?: { name: string } | null | undefined }[], from: string, until: string): Stretch[] {
  const found: Stretch[] = [];
  let reached = Date.parse(from);
  const end = Date.parse(until);
  const gap = (next: number): void => {
    if (next > reached) found.push({ from: new Date(reached).toISOString(), until: new Date(next).toISOString(), person: undefined, deputy: undefined });
  };
  for (const turn of turns.toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))) {
    const [begins, ends] = [Math.max(Date.parse(turn.startsAt), reached), Math.min(Date.parse(turn.endsAt), end)];
    if (ends <= begins || begins >= end) continue;
    gap(begins);
    found.push({ from: new Date(begins).toISOString(), until: new Date(ends).toISOString(), person: turn.person?.name, deputy: turn.deputy?.name });
    reached = ends;
  }
  gap(end);
  return found;
}
