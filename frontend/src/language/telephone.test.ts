import { expect, test } from "vitest";
import { telephone } from "./telephone";

test("a number of this country is written as people dial it, and any other as it is kept", () => {
  expect(telephone("+12035550110")).toBe("(203) 555-0110");
  expect(telephone("+525512345678")).toBe("+525512345678");
  expect(telephone("the desk, ext. 4")).toBe("the desk, ext. 4");
});
