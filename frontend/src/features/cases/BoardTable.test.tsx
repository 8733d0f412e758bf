import { RouterProvider, createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { type BoardRow, BoardTable } from "./BoardTable";
import { CaseHeader, type CaseHeaderPart } from "./CaseHeader";

const PLYMOUTH = { id: "facility-1", name: "Plymouth", city: "Plymouth", state: "MA" };
const HEARING = { id: "hearing-1", court: { id: "court-1", name: "Hartford Immigration Court" }, occasion: { id: "occasion-2", kind: "MASTER_HEARING", startsAt: "2126-12-20T14:00:00Z", timeZone: "America/New_York", hourKnown: true } };
const CHECK_IN = { id: "occasion-1", kind: "CHECK_IN", startsAt: "2126-12-02T14:00:00Z", timeZone: "America/New_York", hourKnown: true };
const CASE = {
  id: "case-1", shortId: "C-10001", stage: "INTAKE", custodyStatus: "IN_CUSTODY", priority: "ROUTINE", noPublicity: false, onHold: false, audience: "COORDINATOR", openedAt: "2026-11-01T12:00:00Z",
  missing: ["No lawyer yet.", "A hearing has passed and waits for its report."], reach: "CONFIRMED",
  client: { id: "client-1", publicName: "Mateo R.", hasPublicName: true, legalName: null, aNumbers: [], language: "SP", countryOfBirth: null, minor: false, identityShown: true },
  coordinator: null, leadOrganization: null, whereNow: { id: "stint-1", source: "LOCATOR", confidence: "CONFIRMED", checkedAt: "2026-11-20T15:00:00Z", facility: PLYMOUTH }, whereabouts: null,
  nextHearing: HEARING, nextOccasion: HEARING.occasion, representedBy: [], mergedInto: null, merges: [],
};

async function board(more: object): Promise<HTMLElement> {
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: "/", component: () => <BoardTable rows={[{ ...CASE, ...more } as unknown as FragmentType<typeof BoardRow>]} /> });
  const there = createRoute({ getParentRoute: () => root, path: "/cases/$shortId", component: () => null });
  const router = createRouter({ routeTree: root.addChildren([page, there]), history: createMemoryHistory() });
  drawn(<RouterProvider router={router as never} />, answering({}).client);
  return screen.findByRole("table");
}

function header(more: object): HTMLElement {
  drawn(<CaseHeader of={{ ...CASE, ...more } as unknown as FragmentType<typeof CaseHeaderPart>} />, answering({}).client);
  const term = screen.getByText("Where now");
  return term.parentElement as HTMLElement;
}

beforeEach(() => speak("en"));

test("whom nobody can find is the first thing missing on the board, and their place is called the last known", async () => {
  const table = await board({ reach: "NOT_IN_LOCATOR" });
  const cells = within(table).getAllByRole("cell");
  expect(cells[2]).toHaveTextContent(/Plymouth.*last known place/);
  expect(cells.at(-1)?.textContent).toMatch(/^Not in the locator any more ?No lawyer yet\. And 1 more\./);
  // On a telephone, where that column is not, too.
  expect(screen.getByRole("list")).toHaveTextContent("Not in the locator any more");
});

test("where all is well nothing is said of it", async () => {
  const table = await board({});
  expect(table).not.toHaveTextContent("last known");
  expect(within(table).getAllByRole("cell").at(-1)?.textContent).toBe("No lawyer yet. A hearing has passed and waits for its report.");
});

test("the board shows the date it is ordered by, be it a check-in, and the hearing that comes later", async () => {
  const table = await board({ nextOccasion: CHECK_IN });
  const next = within(table).getAllByRole("cell")[3];
  expect(next).toHaveTextContent(/Mon, Dec 2, 2126.*Check-in.*Master hearing: Fri, Dec 20, 2126/);
  expect(next).not.toHaveTextContent("Hartford");
});

test("whoever is not told what the board is ordered by is shown the hearing they may see", async () => {
  const table = await board({ nextOccasion: null, reach: null, missing: [], audience: "ADVOCATE" });
  expect(within(table).getAllByRole("cell")[3]).toHaveTextContent(/Fri, Dec 20, 2126.*Master hearing · Hartford/);
});

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
