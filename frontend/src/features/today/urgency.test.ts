import { expect, test } from "vitest";
import { grouped, urgency } from "./urgency";

const NOW = Date.parse("2026-12-01T15:00:00Z");

test("what begins within two days is for now, within a week for this week, and later for later", () => {
  expect(urgency("2026-12-03T15:00:00Z", NOW)).toBe("NOW");
  expect(urgency("2026-12-03T15:00:01Z", NOW)).toBe("WEEK");
  expect(urgency("2026-12-08T15:00:00Z", NOW)).toBe("WEEK");
  expect(urgency("2026-12-08T15:00:01Z", NOW)).toBe("LATER");
  expect(urgency(null, NOW)).toBe("WEEK");
});

test("groups keep their order, rows follow their dates, and an empty group says nothing", () => {
  const rows = [
    { id: "next week", group: "LATER" as const, at: "2026-12-10T15:00:00Z" },
    { id: "tomorrow", group: "NOW" as const, at: "2026-12-02T15:00:00Z" },
    { id: "rings", group: "NOW" as const, at: null },
    { id: "asked", group: "ASKED" as const, at: "2026-12-02T09:00:00Z" },
    { id: "today", group: "NOW" as const, at: "2026-12-01T18:00:00Z" },
  ];
  expect(grouped(rows).map(({ group, rows: of }) => [group, of.map((row) => row.id)])).toEqual([
    ["NOW", ["rings", "today", "tomorrow"]],
    ["LATER", ["next week"]],
    ["ASKED", ["asked"]],
  ]);
});
