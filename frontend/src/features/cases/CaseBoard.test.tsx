import { RouterProvider, createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { type Asked, answering, drawn } from "../../../tests/drawn";
import { type BoardLook, askingOf } from "./boardLook";
import { askAhead } from "./boardWindows";
import { CaseBoard } from "./CaseBoard";
import { CaseHeader } from "./CaseHeader";

const PLYMOUTH = { id: "facility-1", name: "Plymouth", city: "Plymouth", state: "MA" };
const HEARING = { id: "hearing-1", court: { id: "court-1", name: "Hartford Immigration Court" }, occasion: { id: "occasion-2", kind: "MASTER_HEARING", startsAt: "2126-12-20T14:00:00Z", timeZone: "America/New_York", hourKnown: true } };
const CHECK_IN = { id: "occasion-1", kind: "CHECK_IN", startsAt: "2126-12-02T14:00:00Z", timeZone: "America/New_York", hourKnown: true };
const CASE = {
  id: "case-1", shortId: "C-10001", revision: 3, stage: "INTAKE", custodyStatus: "IN_CUSTODY", priority: "ROUTINE", noPublicity: false, onHold: false, audience: "COORDINATOR", openedAt: "2026-11-01T12:00:00Z", tags: ["asylum"],
  missing: ["No lawyer yet.", "A hearing has passed and waits for its report."], reach: "CONFIRMED",
  client: { id: "client-1", publicName: "Mateo R.", hasPublicName: true, legalName: null, aNumbers: [], aliases: [], birthDate: null, language: "SP", countryOfBirth: null, minor: false, identityShown: true },
  coordinator: { id: "ana", name: "Ana Reyes" }, leadOrganization: null, whereNow: { id: "stint-1", source: "LOCATOR", confidence: "CONFIRMED", checkedAt: "2026-11-20T15:00:00Z", facility: PLYMOUTH }, whereabouts: null,
  nextHearing: HEARING, nextOccasion: HEARING.occasion, representedBy: [], mergedInto: null, merges: [],
};
const MEMBERS = { viewer: { organization: { id: "org", members: [{ role: "COORDINATOR", person: { id: "ana", name: "Ana Reyes" } }, { role: "COORDINATOR", person: { id: "carol", name: "Carol Cruz" } }] } } };

type Change = { caseId: string; priority?: string };
type Answer = (changes: Change[]) => unknown;
const done: Answer = (changes) => ({
  updateCases: {
    __typename: "UpdateCasesPayload",
    changed: changes.map((one) => ({ case: { id: one.caseId }, back: { caseId: one.caseId, expectedRevision: 4, stage: null, priority: "ROUTINE", coordinatorId: null, nobody: false, addTags: [], removeTags: [] } })),
    notChanged: [],
  },
});

async function board({ more = {}, rows = [], count, answer = done, legal = true, look: first = {}, ahead = false }: { more?: object; rows?: readonly object[]; count?: number; answer?: Answer; legal?: boolean; look?: BoardLook; ahead?: boolean } = {}): Promise<{ grid: HTMLElement; asked: Asked[] }> {
  const nodes = [{ ...CASE, ...more }, ...rows.map((one, index) => ({ ...CASE, id: `case-${index + 2}`, shortId: `C-1000${index + 2}`, ...one }))];
  const { client, asked } = answering({
    BoardGroups: () => ({ boardGroups: [{ key: null, count: count ?? nodes.length, name: null, landmarks: ["fifty"] }] }),
    BoardWindow: () => ({ cases: { edges: nodes.map((node) => ({ node })) } }),
    ChooseColleague: () => MEMBERS,
    BoardHeldAt: () => ({ node: { __typename: "Facility", id: "facility-1", name: "Plymouth" } }),
    UpdateCases: (variables) => answer((variables["input"] as { changes: Change[] }).changes),
    WhoChangedCase: () => ({ case: { ...CASE, trail: { edges: [{ node: { seq: "9", by: "Carol Cruz", act: "case.updated" } }] } } }),
  });
  if (ahead) askAhead(client, askingOf(first, legal));
  function Held() {
    const [look, setLook] = useState<BoardLook>(first);
    return <CaseBoard look={look} onLook={(part) => setLook({ ...look, ...part })} legal={legal} nothing={<p>Nothing</p>} />;
  }
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: "/", component: Held });
  const there = createRoute({ getParentRoute: () => root, path: "/cases/$shortId", component: () => <p>The case page</p> });
  drawn(<RouterProvider router={createRouter({ routeTree: root.addChildren([page, there]), history: createMemoryHistory() }) as never} />, client);
  const grid = await screen.findByRole("grid");
  await within(grid).findAllByText("Mateo R.");
  grid.focus();
  return { grid, asked };
}

const press = (grid: HTMLElement, ...keys: (string | { key: string; shiftKey?: boolean; ctrlKey?: boolean })[]): void => keys.forEach((key) => void fireEvent.keyDown(grid, typeof key === "string" ? { key } : key));
const lines = (grid: HTMLElement): HTMLElement[] => within(grid).getAllByRole("row").slice(1);
const standing = (grid: HTMLElement): Element | null => document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
const sent = (asked: readonly Asked[]): unknown[] => asked.filter((one) => one.name === "UpdateCases").map((one) => (one.variables["input"] as { changes: unknown }).changes);
const toPriority = ["ArrowRight", "ArrowRight", "ArrowRight"];

// Nothing is laid out here, and a grid without a height shows no line.
Object.defineProperties(HTMLElement.prototype, { clientHeight: { configurable: true, get: () => 700 }, clientWidth: { configurable: true, get: () => 1200 } });

// What comes later than the grid is there: no test waits for a piece to be fetched.
beforeAll(() => import("./BulkBar"));
beforeEach(() => speak("en"));

test("of a hundred thousand cases only those in sight are there, and the grid says how many there are", async () => {
  const { grid } = await board({ count: 100_000 });
  await waitFor(() => expect(grid).toHaveAttribute("aria-rowcount", "100001"));
  expect(lines(grid).length).toBeLessThan(60);
});

test("arrows lead from cell to cell, and Enter opens the case", async () => {
  const { grid } = await board({ rows: [{}] });
  press(grid, "ArrowDown", "ArrowRight");
  expect(standing(grid)).toHaveTextContent("C-10002");
  press(grid, "Enter");
  expect(await screen.findByText("The case page")).toBeVisible();
});

test("cases are selected by key, a range with Shift, and Escape selects nothing", async () => {
  const { grid } = await board({ rows: [{}, {}] });
  press(grid, "x");
  expect(await screen.findByText("1 case selected")).toBeVisible();
  press(grid, { key: "ArrowDown", shiftKey: true }, { key: "ArrowDown", shiftKey: true });
  expect(await screen.findByText("3 cases selected")).toBeVisible();
  expect(lines(grid).map((one) => one.getAttribute("aria-selected"))).toEqual(["true", "true", "true"]);
  press(grid, "Escape");
  await waitFor(() => expect(screen.queryByText(/selected$/)).toBeNull());
});

test("a cell is typed into: Enter keeps it, and Undo takes it back", async () => {
  const { grid, asked } = await board();
  press(grid, ...toPriority, "Enter");
  const choice = within(grid).getByRole("combobox", { name: "Priority" });
  fireEvent.change(choice, { target: { value: "URGENT" } });
  fireEvent.keyDown(choice, { key: "Enter" });
  expect(sent(asked)).toEqual([[{ caseId: "case-1", expectedRevision: 3, priority: "URGENT" }]]);
  expect(grid).toHaveFocus();
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent(asked)[1]).toMatchObject([{ caseId: "case-1", expectedRevision: 4, priority: "ROUTINE" }]);
});

test("Escape leaves a cell as it was, and the keys take back what was done last", async () => {
  const { grid, asked } = await board();
  press(grid, ...toPriority, "Enter");
  fireEvent.keyDown(within(grid).getByRole("combobox", { name: "Priority" }), { key: "Escape" });
  expect(sent(asked)).toEqual([]);
  press(grid, { key: "z", ctrlKey: true });
  expect(sent(asked)).toEqual([]);
});

test("whoever changed it meanwhile is named, and the row shows what the server says", async () => {
  const { grid } = await board({ answer: () => ({ updateCases: { __typename: "ChangedMeanwhile", message: "Somebody changed this since you opened it." } }) });
  press(grid, ...toPriority, "Enter");
  const choice = within(grid).getByRole("combobox", { name: "Priority" });
  fireEvent.change(choice, { target: { value: "URGENT" } });
  fireEvent.keyDown(choice, { key: "Enter" });
  expect(await screen.findByText("C-10001 was changed meanwhile by Carol Cruz. The row shows what it says now.")).toBeVisible();
  expect(within(grid).queryByText("Urgent")).toBeNull();
});

test("many cases are one act; what was refused is told with its reason, and one Undo takes back the rest", async () => {
  const refusing: Answer = (changes) => {
    const { updateCases } = done(changes.slice(0, 1)) as { updateCases: object };
    return { updateCases: { ...updateCases, notChanged: changes.slice(1).map((one) => ({ caseId: one.caseId, message: "This case is closed." })) } };
  };
  const { grid, asked } = await board({ rows: [{}], answer: refusing });
  press(grid, "x", "ArrowDown", "x");
  const bar = await screen.findByRole("region", { name: "Selected cases" });
  fireEvent.click(within(bar).getByRole("button", { name: "Priority" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Urgent" }));
  expect(await screen.findByText("Urgent: 1 case. Not done for 1: C-10002 – This case is closed.")).toBeVisible();
  expect(sent(asked)).toEqual([[{ caseId: "case-1", priority: "URGENT" }, { caseId: "case-2", priority: "URGENT" }]]);
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(sent(asked)[1]).toMatchObject([{ caseId: "case-1", priority: "ROUTINE" }]);
});

test("a heading orders the board and says so", async () => {
  const { grid, asked } = await board();
  fireEvent.click(within(grid).getByRole("button", { name: "Case" }));
  await waitFor(() => expect(within(grid).getByRole("columnheader", { name: "Case" })).toHaveAttribute("aria-sort", "descending"));
  expect(asked.at(-1)?.variables).toMatchObject({ order: "NUMBER", backwards: false });
});

test("whom nobody can find is the first thing missing on the board, and their place is called the last known", async () => {
  const { grid } = await board({ more: { reach: "NOT_IN_LOCATOR" } });
  const cells = within(grid).getAllByRole("gridcell");
  expect(cells[5]).toHaveTextContent(/Plymouth.*last known place/);
  expect(cells.at(-1)?.textContent).toMatch(/^Not in the locator any more ?No lawyer yet\. And 1 more\./);
});

test("where all is well nothing is said of it", async () => {
  const { grid } = await board();
  expect(grid).not.toHaveTextContent("last known");
  expect(within(grid).getAllByRole("gridcell").at(-1)?.textContent).toBe("No lawyer yet. A hearing has passed and waits for its report.");
});

test("the board shows the date it is ordered by, be it a check-in, and the hearing that comes later", async () => {
  const { grid } = await board({ more: { nextOccasion: CHECK_IN } });
  const next = within(grid).getAllByRole("gridcell")[6];
  expect(next).toHaveTextContent(/Mon, Dec 2, 2126.*Check-in.*Master hearing: Fri, Dec 20, 2126/);
  expect(next).not.toHaveTextContent("Hartford");
});

test("other eyes change nothing, are asked for no date as an order, and are shown the hearing they may see", async () => {
  const { grid, asked } = await board({ more: { nextOccasion: null, reach: null, missing: [], audience: "ADVOCATE", coordinator: null, tags: [] }, legal: false });
  expect(grid).toHaveTextContent(/Fri, Dec 20, 2126.*Master hearing · Hartford/);
  expect(within(grid).queryByRole("checkbox")).toBeNull();
  expect(within(grid).queryByText("What is missing")).toBeNull();
  expect(asked.find((one) => one.name === "BoardWindow")?.variables).toMatchObject({ order: "OPENED" });
});

function header(more: object): HTMLElement {
  drawn(<CaseHeader of={{ ...CASE, ...more } as never} />, answering({}).client);
  return screen.getByText("Where now").parentElement as HTMLElement;
}

test.each([
  ["NOT_IN_LOCATOR", "Not in the locator any more"],
  ["STALE", "Nobody has confirmed for too long where they are"],
] as const)("the header does not call a place confirmed when it is %s", (reach, said) => {
  const where = header({ reach });
  expect(where).toHaveTextContent(said);
  expect(where).toHaveTextContent("Online detainee locator, Nov 20, 2026");
  expect(where).not.toHaveTextContent("Confirmed");
});

test("a place that is known is called confirmed", () => {
  expect(header({})).toHaveTextContent("Online detainee locator, Nov 20, 2026 · Confirmed");
});

test("the rows that are asked for before the board is drawn are those that it asks for: the cache answers it", async () => {
  for (const look of [{}, { q: "mateo", within: 7, order: "NUMBER", reversed: true }] satisfies BoardLook[]) {
    const { asked } = await board({ ahead: true, look });
    const [before, after, ...more] = asked.filter((one) => one.name === "BoardWindow").map((one) => one.variables);
    expect(before).toMatchObject({ filter: { includeClosed: false }, after: null });
    expect([after, ...more]).toEqual([before]);
    cleanup();
  }
});

test("of a board in groups nothing is asked before it is known which groups there are", () => {
  const { client, asked } = answering({});
  askAhead(client, askingOf({ group: "STAGE" }, true));
  expect(asked).toEqual([]);
});

test("the header says when they were born, other names, tags, and who looks after the case", () => {
  header({ client: { ...CASE.client, birthDate: "2008-05-31", aliases: ["Teo", "Mat"] } });
  const glance = screen.getByRole("region", { name: "At a glance" });
  for (const said of ["Born 2008-05-31", "Also Teo, Mat", "Coordinator: Ana Reyes", "asylum"]) expect(glance).toHaveTextContent(said);
});

test.each([["COORDINATOR", 1], ["ADVOCATE", 0]] as const)("that nobody looks after a case is said to who may know (%s)", (audience, count) => {
  header({ coordinator: null, audience, tags: [] });
  expect(screen.queryAllByText(/Nobody looks after it yet/)).toHaveLength(count);
});

test("whoever came from a place sees who is held there, and goes on to every place", async () => {
  const { asked } = await board({ look: { facility: "facility-1" } });
  const held = await screen.findByRole("button", { name: "Held at Plymouth" });
  expect(asked.find((one) => one.name === "BoardWindow")?.variables).toMatchObject({ filter: { facilityId: "facility-1" } });
  fireEvent.click(held);
  await waitFor(() => expect(asked.findLast((one) => one.name === "BoardGroups")?.variables["filter"]).not.toHaveProperty("facilityId"));
  expect(screen.queryByRole("button", { name: /Held at/ })).toBeNull();
});
