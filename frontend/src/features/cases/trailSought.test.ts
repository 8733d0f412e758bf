import { expect, test } from "vitest";
import { variablesOf } from "./trailSought";

test("both days are included, and what is not said narrows nothing", () => {
  expect(variablesOf({})).toEqual({ personId: null, since: null, until: null, topic: null });
  const { since, until } = variablesOf({ from: "2026-11-30", to: "2026-11-30", topic: "HEARINGS" });
  expect(new Date(since!)).toEqual(new Date(2026, 10, 30));
  expect(new Date(until!)).toEqual(new Date(2026, 11, 1));
});
