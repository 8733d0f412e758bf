import { describe, expect, test } from "vitest";
import { daysFrom, inWeek, mondayOf } from "./week";

describe("the week of Monday's page", () => {
  test("it is this week's until Friday, and from Saturday on the next one", () => {
    expect(mondayOf(new Date(2026, 10, 23, 9))).toBe("2026-11-23");
    expect(mondayOf(new Date(2026, 10, 27, 23))).toBe("2026-11-23");
    expect(mondayOf(new Date(2026, 10, 28, 1))).toBe("2026-11-30");
    expect(mondayOf(new Date(2026, 10, 29, 1))).toBe("2026-11-30");
  });

  test("a date belongs to the week in which its own clock stands", () => {
    // Monday, 00:30 in Hartford, is Sunday evening in Los Angeles.
    expect(inWeek("2026-11-30T05:30:00Z", "America/New_York", "2026-11-30")).toBe(true);
    expect(inWeek("2026-11-30T05:30:00Z", "America/Los_Angeles", "2026-11-30")).toBe(false);
    expect(inWeek("2026-12-07T05:30:00Z", "America/Los_Angeles", "2026-11-30")).toBe(true);
    expect(daysFrom("2026-11-30", 7)).toBe("2026-12-07T00:00:00.000Z");
  });
});
