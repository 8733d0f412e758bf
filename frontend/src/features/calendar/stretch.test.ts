import { describe, expect, test } from "vitest";
import { askedFor, droppedAt, instantsOf, stretchOf, wallOf } from "./stretch";

const NEW_YORK = "America/New_York";

describe("which days are shown", () => {
  test("a month's are whole weeks, and the month before the thirty-first is the one before", () => {
    expect(stretchOf("month", "2026-12-31")).toEqual({ from: "2026-11-29", until: "2027-01-03", previous: "2026-11-01", next: "2027-01-01" });
    expect(stretchOf("month", "2027-03-31").previous).toBe("2027-02-01");
  });
  test("a week begins on Sunday, and the agenda with the day itself", () => {
    expect(stretchOf("week", "2026-12-02")).toEqual({ from: "2026-11-29", until: "2026-12-06", previous: "2026-11-25", next: "2026-12-09" });
    expect(stretchOf("list", "2026-12-02")).toEqual({ from: "2026-12-02", until: "2027-01-01", previous: "2026-11-02", next: "2027-01-01" });
  });
  test("a day more is asked for on both sides: a date near midnight may lie in the neighbouring day elsewhere", () => {
    expect(askedFor({ from: "2026-11-29", until: "2026-12-06" })).toEqual({ from: "2026-11-28T00:00:00Z", until: "2026-12-07T00:00:00Z" });
  });
});

describe("the instants of a wall time", () => {
  test("are one on an ordinary day, none in an hour that is skipped, two in one that occurs twice", () => {
    expect(instantsOf("2026-12-02T09:00", NEW_YORK)).toEqual(["2026-12-02T14:00:00.000Z"]);
    expect(instantsOf("2027-03-14T02:30", NEW_YORK)).toEqual([]);
    expect(instantsOf("2026-11-01T01:30", NEW_YORK)).toEqual(["2026-11-01T05:30:00.000Z", "2026-11-01T06:30:00.000Z"]);
  });
  test("are right where the clocks never change, and of no date there is none", () => {
    expect(instantsOf("2026-07-01T09:00", "America/Phoenix")).toEqual(["2026-07-01T16:00:00.000Z"]);
    expect(instantsOf("2026-07-01T09:00", "Pacific/Guam")).toEqual(["2026-06-30T23:00:00.000Z"]);
    expect(instantsOf("no date", NEW_YORK)).toEqual([]);
  });
});

describe("dates by one clock and by the other", () => {
  const denver = { startsAt: "2026-12-04T15:30:00Z", wallStarts: "2026-12-04T08:30:00", timeZone: "America/Denver" };
  test("stand at the court's own hour, or at the reader's", () => {
    expect(wallOf(denver, "court", NEW_YORK)).toBe("2026-12-04T08:30");
    expect(wallOf(denver, "own", NEW_YORK)).toBe("2026-12-04T10:30");
    expect(wallOf({ ...denver, startsAt: "2026-12-04T23:00:00Z" }, "own", "Pacific/Guam")).toBe("2026-12-05T09:00");
  });
  test("what is dropped on the court's wall is what the notice prints, in the skipped hour, too: the verb refuses that", () => {
    expect(droppedAt("2027-03-14T02:30", "America/Denver", "court", NEW_YORK)).toBe("2027-03-14T02:30");
  });
  test("what is dropped on one's own wall is said by the court's clock", () => {
    expect(droppedAt("2026-12-07T11:00", "America/Denver", "own", NEW_YORK)).toBe("2026-12-07T09:00");
    // Late at night here is the day before there.
    expect(droppedAt("2026-12-07T00:30", "America/Denver", "own", NEW_YORK)).toBe("2026-12-06T22:30");
    // Between the two nights of a change the hours between them differ.
    expect(droppedAt("2026-11-01T01:30", "America/Phoenix", "own", NEW_YORK)).toBe("2026-10-31T22:30");
    // An hour that one's own clocks skip is the hour after.
    expect(droppedAt("2027-03-14T02:30", "America/Phoenix", "own", NEW_YORK)).toBe("2027-03-14T00:30");
  });
});
