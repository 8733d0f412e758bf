import { afterEach, expect, test } from "vitest";
import { stand, standing } from "./tour";
import { stepsFor } from "./tourSteps";

afterEach(() => window.localStorage.clear());

test("every role has a tour of five to seven steps, and whoever has several has that of their first work", () => {
  for (const role of ["COORDINATOR", "ATTORNEY", "ADVOCATE", "ADMIN", "PARALEGAL"]) {
    const steps = stepsFor([role]);
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(7);
  }
  expect(stepsFor(["ADMIN", "COORDINATOR"])).toBe(stepsFor(["COORDINATOR"]));
});

test("it goes on where it was left, is shown no more once it is done, and two who share a browser have each their own", () => {
  expect(standing("ana")).toBe("new");
  stand("ana", 3);
  expect(standing("ana")).toBe(3);
  expect(standing("luis")).toBe("new");
  stand("ana", "done");
  expect(standing("ana")).toBe("done");
});

test("what somebody else wrote under its name begins at the first step", () => {
  window.localStorage.setItem("tour of ana", "-7 of nonsense");
  expect(standing("ana")).toBe(0);
});
