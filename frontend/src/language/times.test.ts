import { beforeEach, expect, test } from "vitest";
import { speak } from "./i18n";
import { bareTime, date, day, fromNow, hasPassed, lastDay, lasting, moment, plainDate, shortDay, time, wallIn, zoneName } from "./times";

beforeEach(() => speak("en"));

test("a zone is said as a zone, so that no one takes its city for the place of the hearing", () => {
  expect(zoneName("America/New_York")).toBe("Eastern Time (New York)");
});

test("a consent is shown until the day that was typed, not the day after", () => {
  // Through May 22 everywhere in the country: it ends when that day has ended in Hawaii.
  expect(lastDay("2027-05-23T11:00:00Z")).toBe("May 22, 2027");
});

test("a typed time has passed by the clock of its own zone", () => {
  const noonInBoston = new Date("2026-12-02T17:00:00Z");
  expect(hasPassed("2026-12-02T11:30", "America/New_York", noonInBoston)).toBe(true);
  expect(hasPassed("2026-12-02T11:30", "America/Los_Angeles", noonInBoston)).toBe(false);
  expect(hasPassed("", "America/New_York", noonInBoston)).toBe(false);
});

test("a moment that is not there leaves a dash, and the page stands", () => {
  for (const missing of ["", "never"]) {
    expect([moment(missing), date(missing), plainDate(missing), fromNow(missing), lastDay(missing)]).toEqual(["–", "–", "–", "–", "–"]);
    expect([day, shortDay, time, bareTime].map((written) => written(missing, "America/New_York"))).toEqual(["–", "–", "–", "–"]);
    expect(wallIn(missing, "America/New_York")).toBe("");
  }
  expect(moment("2026-12-02T14:00:00Z", "America/New_York")).toBe("Dec 2, 2026, 9:00 AM ET");
});

// The same table stands in tests/casework/test_times.py: pages, letters and calendars say one thing.
test.each([
  ["America/New_York", "ET"], ["America/Detroit", "ET"], ["America/Indiana/Knox", "CT"], ["America/Chicago", "CT"], ["America/Denver", "MT"], ["America/Phoenix", "MST"],
  ["America/Los_Angeles", "PT"], ["America/Anchorage", "AKT"], ["Pacific/Honolulu", "HST"], ["America/Puerto_Rico", "AST"], ["Pacific/Guam", "ChST"], ["UTC", "UTC"],
])("the letters of %s are %s in winter and summer, in each language", async (zone, letters) => {
  for (const language of ["en", "es", "pt", "ht"] as const) {
    await speak(language);
    for (const at of ["2026-12-02T14:00:00Z", "2026-07-02T14:00:00Z"]) expect(time(at, zone).endsWith(` ${letters}`)).toBe(true);
  }
});

test("in the hour that occurs twice the letters say which one it is", () => {
  expect(["2026-11-01T04:30:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z"].map((at) => time(at, "America/New_York"))).toEqual(["12:30 AM ET", "1:30 AM EDT", "1:30 AM EST", "2:30 AM ET"]);
});

test("days and hours in Portuguese and Creole, with the hour as the notice prints it", async () => {
  const at = "2026-12-01T14:05:00Z";
  await speak("pt");
  expect([moment(at, "America/New_York"), day(at, "America/New_York"), bareTime(at, "America/New_York"), zoneName("America/New_York")]).toEqual(["1 de dez de 2026, 9:05 AM ET", "ter, 1 de dez de 2026", "9:05 AM", "Horário do Leste (New York)"]);
  await speak("ht");
  expect([moment(at, "America/New_York"), day(at, "America/New_York"), bareTime(at, "America/New_York"), zoneName("America/New_York")]).toEqual(["1ye des 2026, 9:05 AM ET", "mad 1ye des 2026", "9:05 AM", "lè Lès (New York)"]);
});

test("what is near in Creole is said in its own words", async () => {
  await speak("ht");
  const now = new Date("2026-12-02T12:00:00Z");
  const said = (hours: number): string => fromNow(new Date(now.getTime() + hours * 3_600_000).toISOString(), now);
  expect([said(72), said(-72), said(3), said(-3), said(0)]).toEqual(["nan 3 jou", "sa gen 3 jou", "nan 3 èdtan", "sa gen 3 èdtan", "kounye a"]);
  expect([lasting(30), lasting(100)]).toEqual(["30 èdtan", "4 jou"]);
});
