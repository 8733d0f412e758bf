import { wallIn } from "~/language/times";

/** The Monday of the week in which it is now here, as a plain day. From Saturday on it is the next one: this week's court is over. */
export function mondayOf(now: Date): string {
  const weekday = now.getDay();
  const back = weekday === 6 ? -2 : weekday === 0 ? -1 : weekday - 1;
  const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  return [monday.getFullYear(), monday.getMonth() + 1, monday.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The beginning of the day so many days after a plain day, at UTC: near enough to ask by. */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString();
}

/** Whether an instant falls into the week that begins on this Monday, on the clock of its own zone. */
export function inWeek(instant: string, zone: string, monday: string): boolean {
  const day = wallIn(instant, zone).slice(0, 10);
  return day >= monday && day < daysFrom(monday, 7).slice(0, 10);
}
