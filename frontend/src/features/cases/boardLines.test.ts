import { expect, test } from "vitest";
import { type Group, linesOf, moved } from "./boardLines";
import { addressOf, lookOf, sortOf, sorted } from "./boardLook";

const GROUPS: readonly Group[] = [{ key: "intake", count: 2, landmarks: [] }, { key: "represented", count: 0, landmarks: [] }, { key: null, count: 100_000, landmarks: [] }];

test("each line of a grouped board is found without making any of the others", () => {
  const lines = linesOf(GROUPS, true, new Set());
  expect(lines.total).toBe(100_005);
  const said = [0, 1, 2, 3, 4, 5, 100_004].map((index) => lines.at(index)).map((one) => (one?.kind === "row" ? `${one.group.key} ${one.place}` : one?.group.key));
  expect(said).toEqual(["intake", "intake 0", "intake 1", "represented", null, "null 0", "null 99999"]);
  expect(lines.at(100_005)).toBeUndefined();
});

test("a folded group is its heading alone", () => {
  const lines = linesOf(GROUPS, true, new Set([""]));
  expect(lines.total).toBe(5);
  expect(lines.at(4)?.kind).toBe("head");
});

test.each([
  ["ArrowDown", false, { row: 5, column: 2 }, { row: 6, column: 2 }],
  ["ArrowUp", false, { row: 0, column: 2 }, { row: 0, column: 2 }],
  ["PageDown", false, { row: 95, column: 2 }, { row: 99, column: 2 }],
  ["PageUp", false, { row: 25, column: 2 }, { row: 15, column: 2 }],
  ["Home", false, { row: 5, column: 2 }, { row: 5, column: 0 }],
  ["End", true, { row: 5, column: 2 }, { row: 99, column: 3 }],
  ["ArrowRight", false, { row: 5, column: 3 }, { row: 5, column: 3 }],
  ["q", false, { row: 5, column: 3 }, undefined],
] as const)("%s leads where it leads in every grid (with Ctrl: %s)", (key, ctrl, at, to) => {
  expect(moved(key, ctrl, at, { rows: 100, columns: 4, page: 10 })).toEqual(to);
});

test("a heading says the order it is in, and a tap turns it round", () => {
  expect(sortOf({}, "NEXT_OCCASION")).toBe("ascending");
  expect(sortOf({}, "NUMBER")).toBeUndefined();
  expect(sorted({}, "NUMBER")).toEqual({ order: "NUMBER", reversed: undefined });
  expect(sortOf({ order: "NUMBER" }, "NUMBER")).toBe("descending");
  expect(sorted({ order: "NUMBER" }, "NUMBER")).toEqual({ order: "NUMBER", reversed: true });
  expect(sortOf({ order: "NUMBER", reversed: true }, "NUMBER")).toBe("ascending");
});

test("a view keeps how the board looks, and never what was searched for", () => {
  const address = addressOf({ q: "Mateo R.", stage: "INTAKE", within: 7, reversed: true, columns: "stage,tags" });
  expect(address).not.toContain("Mateo");
  expect(lookOf(address)).toEqual({ stage: "INTAKE", within: 7, reversed: true, columns: "stage,tags" });
});
