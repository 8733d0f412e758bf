import { describe, expect, it } from "vitest";
import { numbers } from "./numbers";

describe("numbers as people type them", () => {
  it("reads them however they are parted", () => {
    expect(numbers("7, 3 and 1")).toEqual([7, 3, 1]);
    expect(numbers(" 7;3 ")).toEqual([7, 3]);
    expect(numbers("")).toEqual([]);
  });
  it("makes of a word what the verb refuses, and never nothing", () => {
    expect(numbers("seven, 1")).toEqual([-1, 1]);
    expect(numbers("1.5")).toEqual([-1]);
  });
});
