import { creoleDay, creoleFromNow, creoleLength, creoleZone } from "./creole";
import { WRITTEN_AS, currentLanguage } from "./i18n";

/*
 * Dates are court facts. They are always written in the zone of the place, with the zone beside them,
 * and never in the reader's own zone by accident.
 */

type Parts = Intl.DateTimeFormatOptions;

const made = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs more than using it a thousand times.
function formatter(zone: string, parts: Parts, locale: string = WRITTEN_AS[currentLanguage()]): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(parts)}`;
  let found = made.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { timeZone: zone, ...parts });
    made.set(key, found);
  }
  return found;
}

/** The hour is written as the court's notice prints it where our readers' habits are not Intl's; so do letters. */
const HOURS_AS_PRINTED = new Set(["pt", "ht"]);

function formatted(at: Date, zone: string, parts: Parts): string {
  const language = currentLanguage();
  if (!HOURS_AS_PRINTED.has(language)) return formatter(zone, parts).format(at);
  const { hour, minute, timeZoneName, ...dayParts } = parts;
  const ofDay = language === "ht" ? creoleDay(at, zone, dayParts) : Object.keys(dayParts).length > 0 ? formatter(zone, dayParts).format(at).replaceAll(".", "") : "";
  const ofHour = hour ? formatter(zone, { hour, ...(minute ? { minute } : {}), ...(timeZoneName ? { timeZoneName } : {}) }, "en-US").format(at) : "";
  return [ofDay, ofHour].filter(Boolean).join(", ");
}

/** An instant written out. One that is missing or no date at all leaves a dash: a page must not fall over one line of it. */
function written(instant: string | Date, zone: string, parts: Parts): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return "–";
  if (parts.timeZoneName !== "shortGeneric") return formatted(at, zone, parts);
  const letters = LETTERS[zone];
  if (letters) {
    const { timeZoneName: _, ...bare } = parts;
    return `${formatted(at, zone, bare)} ${letters}`;
  }
  return formatted(at, zone, occursTwice(at, zone) ? { ...parts, timeZoneName: "short" } : parts);
}

/** Zones whose own letters Intl does not know, as letters and calendars write them. */
const LETTERS: Readonly<Record<string, string>> = { "Pacific/Guam": "ChST", UTC: "UTC" };

/** Whether the clocks show this hour twice that night: then the letters say which of the two it is. */
function occursTwice(at: Date, zone: string): boolean {
  const wall = (by: number): string => formatter(zone, { day: "numeric", hour: "numeric", minute: "numeric" }).format(new Date(at.getTime() + by * 3_600_000));
  return wall(-1) === wall(0) || wall(0) === wall(1);
}

const DAY: Parts = { weekday: "short", month: "short", day: "numeric", year: "numeric" };
const TIME: Parts = { hour: "numeric", minute: "2-digit", timeZoneName: "shortGeneric" };

export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Wed, Dec 2, 2026" in the zone of the place. */
export function day(instant: string, zone: string): string {
  return written(instant, zone, DAY);
}

/** "Dec 2" for tight places; the year only when it is not this one. */
export function shortDay(instant: string, zone: string): string {
  const then = new Date(instant);
  const sameYear = then.getFullYear() === new Date().getFullYear();
  return written(then, zone, { weekday: "short", month: "short", day: "numeric", ...(sameYear ? {} : { year: "numeric" }) });
}

/** "9:00 AM ET", as letters and calendars say it; in the hour that occurs twice "1:30 AM EDT" and "1:30 AM EST". */
export function time(instant: string, zone: string): string {
  return written(instant, zone, TIME);
}

/** "9:00 AM", where the zone stands beside it anyway. */
export function bareTime(instant: string, zone: string): string {
  return written(instant, zone, { hour: "numeric", minute: "2-digit" });
}

/** "Dec 2, 2026, 9:00 AM ET". */
export function moment(instant: string, zone: string = HERE): string {
  return written(instant, zone, { month: "short", day: "numeric", year: "numeric", ...TIME });
}

/** "Nov 3, 2026": when something was written down, for the reader. */
export function date(instant: string, zone: string = HERE): string {
  return written(instant, zone, { month: "short", day: "numeric", year: "numeric" });
}

/** A calendar date that has no time and so no zone ("2027-01-31"). */
export function plainDate(text: string): string {
  return written(`${text}T00:00:00Z`, "UTC", { month: "short", day: "numeric", year: "numeric" });
}

/** The same with its day of the week: "Mon, Apr 20, 2026". */
export function plainDay(text: string): string {
  return written(`${text}T00:00:00Z`, "UTC", DAY);
}

/** "December 2026", of a date that has no zone. */
export function plainMonth(text: string): string {
  return written(`${text.slice(0, 10)}T00:00:00Z`, "UTC", { month: "long", year: "numeric" });
}

/** "in 3 days", "2 hours ago". */
export function fromNow(instant: string, now: Date = new Date()): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return "–";
  const size = Math.abs(seconds);
  const [unit, length] = size < 3600 ? (["minute", 60] as const) : size < 48 * 3600 ? (["hour", 3600] as const) : size < 60 * 86400 ? (["day", 86400] as const) : (["month", 30 * 86400] as const);
  const number = Math.round(seconds / length);
  if (currentLanguage() === "ht") return creoleFromNow(number, unit);
  return new Intl.RelativeTimeFormat(WRITTEN_AS[currentLanguage()], { numeric: "auto" }).format(number, unit);
}

/** How long something lasted, from whole hours: "30 hours", and from two days on "4 days". */
export function lasting(hours: number): string {
  const [number, unit] = hours < 48 ? ([hours, "hour"] as const) : ([Math.floor(hours / 24), "day"] as const);
  if (currentLanguage() === "ht") return creoleLength(number, unit);
  return new Intl.NumberFormat(WRITTEN_AS[currentLanguage()], { style: "unit", unit, unitDisplay: "long" }).format(number);
}

/** "1,409 mi"; where a point is only the middle of a town, "≈ 1,409 mi". */
export function milesSaid({ miles, exact }: { miles: number; exact: boolean }): string {
  const said = new Intl.NumberFormat(WRITTEN_AS[currentLanguage()], { style: "unit", unit: "mile", maximumFractionDigits: 0 }).format(miles);
  return exact ? said : `≈ ${said}`;
}

/** "America/New_York" as people say it: "Eastern Time (New York)". The city alone reads like the place of the hearing. */
export function zoneName(zone: string): string {
  const city = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  const creole = currentLanguage() === "ht" ? creoleZone(zone) : undefined;
  if (creole) return `${creole} (${city})`;
  const parts = formatter(zone, { timeZoneName: "longGeneric" }).formatToParts(new Date());
  const said = parts.find((part) => part.type === "timeZoneName")?.value;
  return said ? `${said} (${city})` : city;
}

/** The last day through which something stands that ends when that day has ended everywhere in the country. */
export function lastDay(end: string): string {
  return written(new Date(new Date(end).getTime() - 12 * 3_600_000), "UTC", { month: "short", day: "numeric", year: "numeric" });
}

/** Whether a typed wall time has passed in its zone. */
export function hasPassed(wall: string, zone: string, now: Date = new Date()): boolean {
  return wall.length >= 16 && wall.slice(0, 16) < wallIn(now.toISOString(), zone);
}

/** The instant's wall time in a zone, as a form field holds it: "2026-12-02T09:00". */
export function wallIn(instant: string, zone: string): string {
  if (Number.isNaN(new Date(instant).getTime())) return "";
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const of = (kind: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === kind)?.value ?? "";
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

/** A typed wall time, written out for reading back: no zone is applied, none is invented. */
export function wallText(wall: string): string {
  const asUtc = new Date(`${wall.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return wall;
  return formatted(asUtc, "UTC", { ...DAY, hour: "numeric", minute: "2-digit" });
}

/** The zones this country's courts and facilities live in. */
export const ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
] as const;
