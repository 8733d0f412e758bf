import { expect, test } from "vitest";
import { BORDERS, LAND, STATES, WHOLE, apart, around, bow, projected } from "./drawing";

test("a place lies within its own state of the drawing", () => {
  const nearest = (latitude: number, longitude: number) => {
    const here = projected({ latitude, longitude });
    if (!here) return undefined;
    return STATES.toSorted((one, other) => Math.hypot(one.x - here.x, one.y - here.y) - Math.hypot(other.x - here.x, other.y - here.y))[0]?.letters;
  };
  expect(nearest(31.9, -92.6)).toBe("LA");
  expect(nearest(39.0, -105.5)).toBe("CO");
  expect(nearest(41.6, -72.7)).toBe("CT");
  expect(nearest(64.8, -153)).toBe("AK");
  expect(STATES.every((one) => one.letters.length === 2)).toBe(true);
  expect(STATES).toHaveLength(51);
  expect([LAND.length > 10_000, BORDERS.length > 10_000]).toEqual([true, true]);
});

test.each([
  ["San Juan", 18.47, -66.11],
  ["Hagåtña", 13.48, 144.75],
  ["Tijuana's south", 25, -135],
])("%s has no place in it", (_, latitude, longitude) => {
  expect(projected({ latitude, longitude })).toBeUndefined();
});

test("what is looked at holds every point, keeps its shape, and is never nearer than a few states", () => {
  const [boston, jena] = [projected({ latitude: 42.36, longitude: -71.06 }), projected({ latitude: 31.68, longitude: -92.13 })];
  if (!boston || !jena) throw new Error("both lie in the country");
  const view = around([boston, jena]);
  for (const one of [boston, jena]) {
    expect(one.x > view.x && one.x < view.x + view.width).toBe(true);
    expect(one.y > view.y && one.y < view.y + view.height).toBe(true);
  }
  expect(view.width / view.height).toBeCloseTo(WHOLE.width / WHOLE.height);
  expect(around([boston]).width).toBe(230);
  expect(around([])).toEqual(WHOLE);
});

test("marks that would cover each other are moved apart, and those that stand alone stay", () => {
  const marks = apart([{ x: 0, y: 0, key: "a" }, { x: 3, y: 0, key: "b" }, { x: 3, y: 2, key: "c" }, { x: 300, y: 0, key: "d" }], 27);
  for (const one of marks) for (const other of marks) if (one !== other) expect(Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y)).toBeGreaterThanOrEqual(26);
  expect(marks.find((one) => one.key === "d")?.at).toEqual({ x: 300, y: 0 });
});

test("there and back are two lines, each with its arrow the way it goes", () => {
  const [there, back] = [bow({ x: 0, y: 0 }, { x: 100, y: 0 }), bow({ x: 100, y: 0 }, { x: 0, y: 0 })];
  expect(Math.sign(there.middle.y)).toBe(-Math.sign(back.middle.y));
  expect(Math.abs(there.angle)).toBeLessThan(20);
  expect(Math.abs(back.angle)).toBeGreaterThan(160);
});
