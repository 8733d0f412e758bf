import { expect, test } from "vitest";
import { listed } from "./listed";

test("a list is read with commas, semicolons or lines between", () => {
  expect(listed(" New Haven, Hamden ;\n,West Haven\n")).toEqual(["New Haven", "Hamden", "West Haven"]);
});
