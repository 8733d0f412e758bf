import { expect, test } from "vitest";
import { boardSearch, calendarSearch, signInSearch } from "../src/app/search";

test("a board's address keeps what is understood and drops the rest", () => {
  // What was searched for is often a client's name: it is no part of an address.
  expect(boardSearch({ q: "mateo", stage: "INTAKE", counsel: "none", within: 14, order: "NUMBER", x: 1 })).toEqual({ stage: "INTAKE", counsel: "none", within: 14, order: "NUMBER" });
  expect(boardSearch({ stage: "LOST", within: 12, q: 7 })).toEqual({});
});

test("a sign-in leads only to a path of this page", () => {
  expect(signInSearch({ next: "/cases/C-10007" })).toEqual({ next: "/cases/C-10007" });
  expect(signInSearch({ next: "//elsewhere.example" })).toEqual({});
  expect(signInSearch({ next: "https://elsewhere.example" })).toEqual({});
});

test("a calendar's address names a view there is", () => {
  expect(calendarSearch({ view: "week", mine: true })).toEqual({ view: "week", mine: true });
  expect(calendarSearch({ view: "year" })).toEqual({});
});
