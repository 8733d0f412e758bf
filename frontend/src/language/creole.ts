/*
 * Haitian Creole for days, hours and lengths: Intl has none, and gives French or the browser's language under its name.
 * The same words stand in casework/language/creole.py, where letters take them from.
 */

const WEEKDAYS = { long: ["dimanch", "lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi"], short: ["dim", "len", "mad", "mèk", "jed", "van", "sam"] };
const MONTHS = {
  long: ["janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"],
  short: ["jan", "fev", "mas", "avr", "me", "jen", "jiy", "out", "sep", "okt", "nov", "des"],
};
const ZONES: Readonly<Record<string, string>> = {
  "America/New_York": "lè Lès",
  "America/Chicago": "lè Santral",
  "America/Denver": "lè Mòn yo",
  "America/Phoenix": "lè Arizona",
  "America/Los_Angeles": "lè Pasifik",
  "America/Anchorage": "lè Alaska",
  "Pacific/Honolulu": "lè Awayi",
  "America/Puerto_Rico": "lè Pòtoriko",
  "Pacific/Guam": "lè Gwam",
};
const UNITS = { minute: "minit", hour: "èdtan", day: "jou", month: "mwa" };
const NEAR: Readonly<Record<string, string>> = { "-1 day": "yè", "0 day": "jodi a", "1 day": "demen", "0 minute": "kounye a", "0 hour": "nan èdtan sa a", "0 month": "mwa sa a" };

type Parts = Intl.DateTimeFormatOptions;

/** "mèk 2 des 2026": the parts of a day that were asked for, in the zone. Nothing where no part of a day was asked for. */
export function creoleDay(at: Date, zone: string, parts: Parts): string {
  const { weekday, day, month, year } = parts;
  if (!weekday && !day && !month && !year) return "";
  const [y = 0, m = 1, d = 1] = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at).split("-").map(Number);
  const of = (which: { long: string[]; short: string[] }, width: string, index: number): string => (width === "long" ? which.long : which.short)[index] ?? "";
  return [
    weekday ? of(WEEKDAYS, weekday, new Date(Date.UTC(y, m - 1, d)).getUTCDay()) : "",
    // The first of a month is an ordinal, as in French.
    day ? (d === 1 && month ? "1ye" : String(d)) : "",
    month ? of(MONTHS, month, m - 1) : "",
    year ? String(y) : "",
  ].filter(Boolean).join(" ");
}

/** What people there call the zone: "lè Lès". */
export function creoleZone(zone: string): string | undefined {
  return ZONES[zone];
}

/** "nan 3 jou", "sa gen 2 èdtan", "demen". */
export function creoleFromNow(number: number, unit: keyof typeof UNITS): string {
  const near = NEAR[`${number} ${unit}`];
  if (near) return near;
  return number < 0 ? `sa gen ${creoleLength(-number, unit)}` : `nan ${creoleLength(number, unit)}`;
}

/** "4 jou". */
export function creoleLength(number: number, unit: keyof typeof UNITS): string {
  return `${number} ${UNITS[unit]}`;
}

/** "Panyòl": languages by their Creole names, where these differ from the French ones in more than spelling. */
export const CREOLE_NAMES: Readonly<Record<string, string>> = { es: "panyòl", en: "angle", pt: "pòtigè", ht: "kreyòl ayisyen", fr: "franse", ar: "arab", zh: "chinwa", ru: "ris", hi: "endi", it: "italyen", pl: "polonè", tr: "tik", uk: "ikrenyen", vi: "vyetnamyen", ko: "koreyen", ro: "woumen", sw: "swahili" };
