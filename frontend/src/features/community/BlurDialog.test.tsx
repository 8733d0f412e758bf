import { expect, test } from "vitest";
import { between } from "./BlurDialog";

test("a box lies between two points, whichever way it was drawn, and within the photo", () => {
  expect(between({ x: 0.5, y: 0.6 }, { x: 0.25, y: 0.1 })).toEqual({ x: 0.25, y: 0.1, width: 0.25, height: 0.5 });
  expect(between({ x: 0.5, y: 0.5 }, { x: 1.5, y: 2 })).toEqual({ x: 0.5, y: 0.5, width: 0.5, height: 0.5 });
});

test("a mere tap draws nothing", () => {
  expect(between({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 })).toBeUndefined();
});
