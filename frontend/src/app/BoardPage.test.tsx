import { RouterProvider, createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { BoardPage } from "./BoardPage";
import { takeSearchOut } from "./boardAddress";
import { Palette } from "./Palette";
import { boardSearch, calendarSearch } from "./search";

const LEGAL = { id: "elm-city", name: "Elm City", kind: "LEGAL_PROVIDER", timeZone: "America/New_York", savedViews: [], members: [] };
const seen = (kind: string) => ({ viewer: { language: "en", may: [], person: { id: "ana", name: "Ana" }, organization: { ...LEGAL, kind }, memberships: [{ role: "COORDINATOR", organization: { ...LEGAL, kind } }] } });
const EIGHT = Array.from({ length: 8 }, (_, index) => ({ node: { id: `case-${index}`, shortId: `C-1000${index}`, client: { id: `client-${index}`, publicName: "Mateo R." }, may: [], hearings: [] } }));

beforeEach(() => speak("en"));

function opened(address: string, { kind = "LEGAL_PROVIDER", palette = false } = {}) {
  const viewer = seen(kind);
  const { client, asked } = answering({
    Viewer: () => viewer, SavedViews: () => viewer, ChooseColleague: () => viewer,
    BoardGroups: () => ({ boardGroups: [] }), BoardWindow: () => ({ cases: { edges: [] } }), BoardHeldAt: () => ({ node: null }),
    FindCases: () => ({ cases: { edges: EIGHT } }),
    FindPeople: () => ({ people: { edges: [] } }), FindActions: () => ({ actions: { edges: [] } }),
    FindCourts: () => ({ courts: [{ id: "court-001", name: "Hartford Immigration Court", city: "Hartford" }] }),
    FindFacilities: () => ({ facilities: [{ id: "facility-001", name: "Plymouth", city: "Plymouth" }] }),
  });
  const root = createRootRoute();
  const shell = createRoute({ getParentRoute: () => root, id: "shell" });
  const board = createRoute({ getParentRoute: () => shell, path: "/board", validateSearch: boardSearch, beforeLoad: takeSearchOut, component: () => <><BoardPage />{palette ? <Palette onCreate={[]} onClose={() => {}} /> : null}</> });
  const calendar = createRoute({ getParentRoute: () => shell, path: "/calendar", validateSearch: calendarSearch, component: () => <p>The calendar</p> });
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: root.addChildren([shell.addChildren([board, calendar])]), history });
  drawn(<RouterProvider router={router as never} />, client);
  const filter = () => asked.findLast((one) => one.name === "BoardGroups")?.variables["filter"];
  return { history, filter };
}

test("what is searched for on the board is asked and stands in no address", async () => {
  const { history, filter } = opened("/board?stage=INTAKE");
  const field = await screen.findByRole("textbox", { name: "Search cases" });
  await userEvent.type(field, "Mateo Rivera");
  await waitFor(() => expect(filter()).toMatchObject({ search: "Mateo Rivera", stages: ["INTAKE"] }));
  expect(history.location.href).toBe("/board?stage=INTAKE");

  // Another filter keeps the search, and the search keeps the filters.
  await userEvent.click(screen.getByRole("button", { name: "Without an attorney" }));
  await waitFor(() => expect(filter()).toMatchObject({ search: "Mateo Rivera", stages: ["INTAKE"], withoutCounsel: true }));
  expect(history.location.href).toBe("/board?stage=INTAKE&counsel=none");
  expect(field).toHaveValue("Mateo Rivera");

  await userEvent.clear(field);
  await waitFor(() => expect(filter()).not.toHaveProperty("search"));
});

test.each(["Mateo", "10001"])("an address in which somebody searched is asked so, and says it no more (%s)", async (said) => {
  const { history, filter } = opened(`/board?q=${said}&stage=INTAKE`);
  expect(await screen.findByRole("textbox", { name: "Search cases" })).toHaveValue(said);
  expect(filter()).toMatchObject({ search: said, stages: ["INTAKE"] });
  expect(history.location.href).toBe("/board?stage=INTAKE");
  expect(history.length).toBe(1);
});

const typed = async (text: string): Promise<void> => userEvent.type(await screen.findByRole("combobox", { name: "Search or do" }), text);

test("the palette leads to all that it found, on the board, and says so in no address", async () => {
  const { history, filter } = opened("/board", { palette: true });
  await typed("Mateo");
  await userEvent.click(await screen.findByRole("option", { name: "Search the board for “Mateo”" }));
  await waitFor(() => expect(filter()).toMatchObject({ search: "Mateo" }));
  expect(history.location.href).toBe("/board");
});

test("a place leads to who is held there", async () => {
  const { history, filter } = opened("/board", { palette: true });
  await typed("Plym");
  await userEvent.click(await screen.findByRole("option", { name: "Plymouth · Plymouth" }));
  await waitFor(() => expect(filter()).toMatchObject({ facilityId: "facility-001" }));
  expect(history.location.href).toBe("/board?facility=facility-001");
});

test("a court leads to its dates; a place is offered to nobody who may not know who is held there", async () => {
  const { history } = opened("/board", { palette: true, kind: "COMMUNITY_GROUP" });
  await typed("Hart");
  const court = await screen.findByRole("option", { name: "Hartford Immigration Court · Hartford" });
  expect(screen.queryByRole("option", { name: /Plymouth/ })).toBeNull();
  await userEvent.click(court);
  expect(await screen.findByText("The calendar")).toBeVisible();
  expect(history.location.href).toBe("/calendar?court=court-001");
});
