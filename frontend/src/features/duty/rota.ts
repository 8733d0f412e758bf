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
