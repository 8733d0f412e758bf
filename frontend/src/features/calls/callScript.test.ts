import { expect, test } from "vitest";
import { script, spokenTo, when } from "./callScript";

const SAID = { name: "Rosa", me: "Ana", house: "Elm City Legal Aid", was: "martes", now: "lunes" };

test.each(["en", "es", "pt", "ht"] as const)("every line in %s is filled in, and names whoever is called before anything else", (language) => {
  for (const change of ["moved", "off", "place"] as const) {
    const lines = script(language, change, SAID);
    expect(lines).toHaveLength(3);
    expect(lines.join(" ")).not.toMatch(/[{}]/);
    expect(lines[0]).toContain("Rosa");
    expect(lines[1]).not.toContain("Rosa");
    // To whoever else answers, only whom to call.
    expect(lines[2]).not.toMatch(/martes|lunes|Rosa/);
  }
});

test("a language without words of ours needs an interpreter", () => {
  expect(spokenTo("es-GT")).toBe("es");
  expect(spokenTo("quc")).toBeNull();
});

test("the hour is the place's own, and no hour is said that is not known", () => {
  expect(when("2026-12-02T14:00:00Z", "America/New_York", "en", true)).toBe("Wednesday, December 2 at 9:00 AM");
  expect(when("2026-12-02T14:00:00Z", "America/New_York", "ht", false)).toBe("02/12/2026".replace(/^0/, "0"));
});
