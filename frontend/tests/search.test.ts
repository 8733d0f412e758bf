import { expect, test } from "vitest";
import { boardSearch, calendarSearch, messagesSearch, signInSearch } from "../src/app/search";
import { knownKind } from "../src/features/calendar/Filters";
import { messageSearchOf } from "../src/features/messages/MessageFilters";

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

test("words that mean nothing on a page are dropped there, whatever they look like", () => {
  const said = { progress: "WAITING_TO_GO", kind: "HEARING_SOON", audience: "CLIENT", channel: "EMAIL", case: "C-10001", from: "2026-01-05" };
  expect(messageSearchOf(messagesSearch({ ...said, person: 7, until: "soon" }))).toEqual({ audience: "CLIENT", channel: "EMAIL", case: "C-10001", from: "2026-01-05" });
  expect(messagesSearch({ kind: "constructor" })).toEqual({});
  for (const kind of ["HEARINGS", "EVENTS", "BOND_HEARING"]) expect(knownKind(calendarSearch({ kind }).kind)).toBe(kind);
  expect(knownKind(calendarSearch({ kind: "PARTY" }).kind)).toBeUndefined();
});
