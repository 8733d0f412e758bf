import { expect, test } from "vitest";
import { listOf, number, oneOf, orNull, partsOf, text, wholeOf } from "./reading";

test("what is understood of a record stays, and nothing that is merely like it", () => {
  const read = partsOf({ within: oneOf(7, 14), name: text(/^\w{1,4}$/), whole: oneOf(true) });
  expect(read({ within: 7, name: "Mia", whole: true, more: 1 })).toEqual({ within: 7, name: "Mia", whole: true });
  expect(Object.keys(read({ within: "7", name: "Mirela", whole: "true" }))).toEqual([]);
});

test("a record is whole or not read at all", () => {
  const read = wholeOf({ period: text(), counts: listOf(orNull(number)) });
  expect(read({ period: "2026-Q1", counts: [3, null], more: 1 })).toEqual({ period: "2026-Q1", counts: [3, null] });
  for (const other of [null, "text", {}, { period: "2026-Q1" }, { period: null, counts: [] }, { period: "2026-Q1", counts: 3 }, { period: "2026-Q1", counts: [3, "4"] }, { period: "2026-Q1", counts: [Number.NaN] }]) expect(read(other)).toBeUndefined();
});
