import { RouterProvider, createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { type Asked, answering, drawn } from "../../../tests/drawn";
import { InboxList } from "./InboxList";

const CASE = { id: "case", shortId: "C-10007", client: { id: "client", publicName: "Mateo R." } };
const entry = (id: string, about: string, more: object) => ({ __typename: "InboxEntry", id, about, at: "2026-12-01T14:00:00Z", read: false, snoozedUntil: null, letter: null, case: CASE, change: null, task: null, invitation: null, action: null, spreadsheet: null, ...more });
const change = (kind: string, occasion: object, was: string) => ({ id: `change ${was}`, kind, wasStartsAt: was, wasTimeZone: "America/New_York", told: 11, confirmed: 10, by: { id: "ana", name: "Ana Reyes" }, mine: null, occasion: { timeZone: "America/New_York", ...occasion } });
const HEARING = { id: "hearing", kind: "BOND_HEARING", startsAt: "2026-12-10T13:00:00Z" };
const VIGIL = { id: "vigil", kind: "VIGIL", startsAt: "2026-12-10T12:00:00Z" };

function list(entries: readonly object[]): Asked[] {
  const { client, asked } = answering({ MarkEntries: () => ({ markEntries: { __typename: "MarkEntriesPayload", entries: [] } }) });
  const root = createRootRoute();
  const to = (path: string, component: () => React.ReactNode) => createRoute({ getParentRoute: () => root, path, component });
  drawn(<RouterProvider router={createRouter({ routeTree: root.addChildren([to("/", () => <InboxList of={entries as never} which="new" />), to("/import", () => <p>Import</p>)]), history: createMemoryHistory() }) as never} />, client);
  return asked;
}

beforeEach(() => speak("en"));

test("a hearing that moved twice, and the vigil that followed it, are one matter: each date once as it stands now", async () => {
  const asked = list([
    entry("1", "m", { kind: "CHANGE", change: change("MOVED_EARLIER", HEARING, "2026-12-10T14:00:00Z") }),
    entry("2", "m", { kind: "CHANGE", change: change("MOVED_EARLIER", VIGIL, "2026-12-10T13:00:00Z") }),
    entry("3", "m", { kind: "CHANGE", at: "2026-11-30T14:00:00Z", change: change("MOVED", HEARING, "2026-12-17T18:00:00Z") }),
  ]);
  const matter = (await screen.findByText("11 told, 10 confirmed", { exact: false })).closest("li") as HTMLElement;
  const open = within(matter).getAllByRole("link").filter((link) => !link.closest("details")).map((link) => link.textContent);
  expect(open).toEqual([
    "Ana Reyes moved to an earlier time: Bond hearing (C-10007 Mateo R.), Dec 10, 2026, 9:00 AM ET → Dec 10, 2026, 8:00 AM ET.",
    "Ana Reyes moved to an earlier time: Vigil (C-10007 Mateo R.), Dec 10, 2026, 8:00 AM ET → Dec 10, 2026, 7:00 AM ET.",
  ]);
  expect(within(matter).getByText("1 earlier change of it")).toBeVisible();
  await userEvent.click(within(matter).getByRole("button", { name: /^Read:/ }));
  expect(asked.find((one) => one.name === "MarkEntries")?.variables).toEqual({ input: { entries: ["1", "2", "3"], mark: "READ" } });
});

test("what changed of another hearing is never folded away", async () => {
  list([
    entry("1", "m", { kind: "CHANGE", change: change("MOVED", HEARING, "2026-12-10T14:00:00Z") }),
    entry("2", "n", { kind: "CHANGE", change: change("CANCELLED", { ...HEARING, id: "other" }, "2026-12-20T14:00:00Z") }),
  ]);
  expect(await screen.findByRole("link", { name: /cancelled/ })).toBeVisible();
  expect(screen.queryByText(/earlier change/)).toBeNull();
});

test("tasks alike are one line with a count", async () => {
  list(["a", "b", "c"].map((id) => entry(id, "tasks", { kind: "TASK", task: { id, title: `Look for ${id}` } })));
  expect(await screen.findByRole("link", { name: "To do: Look for a (C-10007 Mateo R.)" })).toBeVisible();
  expect(screen.getByText("2 more like it")).toBeVisible();
});

test("an import that has ended leads to what became of it", async () => {
  list([entry("1", "i", { kind: "IMPORT", case: null, spreadsheet: { id: "sheet", state: "DONE", rows: 240, done: 240 } })]);
  const link = await screen.findByRole("link", { name: "Your import has ended: 240 rows were seen to." });
  expect(link).toHaveAttribute("href", "/import?sheet=sheet");
});
