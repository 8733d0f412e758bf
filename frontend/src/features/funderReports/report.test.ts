import { expect, test } from "vitest";
import { quarters, reportOf } from "./report";

test("a quarter can be chosen once it has been over for two weeks", () => {
  expect(quarters(new Date(2026, 9, 14, 12), 2)).toEqual(["2026-Q2", "2026-Q1"]);
  expect(quarters(new Date(2026, 9, 15, 12), 4)).toEqual(["2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"]);
});

test("what is no report is none", () => {
  expect(reportOf({ organization: "Elm City" })).toBeUndefined();
  expect(reportOf({ organization: "Elm City", note: "", tables: [{ title: "", method: "", columns: ["a"], total: [5], more: true, rows: [{ period: "2026-Q1", counts: [null] }] }] })?.tables[0]?.rows[0]?.counts).toEqual([null]);
});
