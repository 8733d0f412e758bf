import { expect, test } from "vitest";
import { courtOnFile, milesBetween, pathOf, type Passage } from "./path";

const at = (id: string, latitude: number | null, longitude: number | null, locationPrecision: string | null = "exact") => ({ id, latitude, longitude, locationPrecision });
const BURLINGTON = at("burlington", 42.5, -71.2, "city_centroid");
const PLYMOUTH = at("plymouth", 41.96, -70.67);
const WINN = at("winn", 31.93, -92.64);

const stay = (stintId: string): Passage => ({ kind: "STAY", stintId, hours: null });
const between = (kind: Passage["kind"]): Passage => ({ kind, stintId: null, hours: 30 });
const stint = (id: string, facility: ReturnType<typeof at> | null) => ({ id, facility });

test("the stops are numbered in the order of time, whatever order the stays came in", () => {
  const { stops, legs } = pathOf([stint("c", WINN), stint("b", PLYMOUTH), stint("a", BURLINGTON)], [stay("a"), stay("b"), stay("c")]);
  expect(stops.map((one) => [one.number, one.stint.id])).toEqual([[1, "a"], [2, "b"], [3, "c"]]);
  expect(legs.map((one) => [one.from.number, one.to.number, one.broken])).toEqual([[1, 2, false], [2, 3, false]]);
});

test.each([
  ["GAP", true],
  ["OVERLAP", true],
  ["AT_LIBERTY", true],
  ["TRANSIT", false],
] as const)("with %s between them, that nobody knows the whole way is %s", (kind, broken) => {
  const { legs } = pathOf([stint("a", PLYMOUTH), stint("b", WINN)], [stay("a"), between(kind), stay("b")]);
  expect(legs).toHaveLength(1);
  expect(legs[0]?.broken).toBe(broken);
});

test("a stay that nobody can place keeps its number, has no leg, and breaks the one that passes over it", () => {
  const { stops, legs } = pathOf([stint("a", PLYMOUTH), stint("b", null), stint("c", at("x", null, null)), stint("d", WINN)], [stay("a"), stay("b"), stay("c"), stay("d")]);
  expect(stops.map((one) => one.located)).toEqual([true, false, false, true]);
  expect(legs.map((one) => [one.from.number, one.to.number, one.broken])).toEqual([[1, 4, true]]);
});

test("two stays at one place are two stops and no leg; there and back are two legs", () => {
  const again = pathOf([stint("a", PLYMOUTH), stint("b", PLYMOUTH)], [stay("a"), stay("b")]);
  expect([again.stops.length, again.legs.length]).toEqual([2, 0]);
  const back = pathOf([stint("a", PLYMOUTH), stint("b", WINN), stint("c", PLYMOUTH)], [stay("a"), stay("b"), stay("c")]);
  expect(back.legs.map((one) => one.miles?.miles)).toEqual([back.legs[1]?.miles?.miles, back.legs[1]?.miles?.miles]);
});

test("a distance is the server's own, exact from door to door only, and none from the middle of a state", () => {
  // As tests/casework/transfers/test_the_engine.py has it: 5,570 km.
  const far = milesBetween(at("nyc", 40.7128, -74.006), at("lon", 51.5074, -0.1278));
  expect((far?.miles ?? 0) * 1.609344).toBeCloseTo(5570, -1);
  expect(far?.exact).toBe(true);
  expect(milesBetween(BURLINGTON, PLYMOUTH)?.exact).toBe(false);
  expect(milesBetween(at("texas", 31.3, -99, "state_centroid"), WINN)).toBeUndefined();
  expect(milesBetween(at("nowhere", null, null), WINN)).toBeUndefined();
});

test("the court on file is the removal proceeding's, wherever the next hearing is", () => {
  const [boston, oakdale] = [{ name: "Boston" }, { name: "Oakdale" }];
  expect(courtOnFile([{ kind: "REMOVAL", court: boston }, { kind: "BOND", court: oakdale }], oakdale)).toBe(boston);
  expect(courtOnFile([{ kind: "BOND", court: oakdale }], boston)).toBe(boston);
  expect(courtOnFile([{ kind: "REMOVAL", court: null }, { kind: "BOND", court: oakdale }], null)).toBe(oakdale);
  expect(courtOnFile([], null)).toBeUndefined();
});
