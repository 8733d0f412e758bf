import { RouterProvider, createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { speak } from "~/language/i18n";
import { type Asked, answering, drawn } from "../../../tests/drawn";
import { NewCaseDialog } from "./NewCaseDialog";

const MATCH = { possibleMatches: [{ likeness: 92, because: ["A name like this one."], case: { id: "case-7", shortId: "C-10007", client: { id: "client-7", publicName: "Mateo R." } } }] };

beforeEach(() => speak("en"));

function opened(takeIn: () => unknown): { asked: Asked[]; closed: () => void; at: () => string } {
  const closed = vi.fn();
  const { client, asked } = answering({ PossibleMatches: ({ name }) => (String(name).startsWith("Mateo") ? MATCH : { possibleMatches: [] }), TakeInCase: takeIn });
  const root = createRootRoute();
  const board = createRoute({ getParentRoute: () => root, path: "/", component: () => <NewCaseDialog organizationId="elm-city" zone="America/New_York" onClose={closed} /> });
  const page = createRoute({ getParentRoute: () => root, path: "/cases/$shortId", component: () => <p>the case</p> });
  const router = createRouter({ routeTree: root.addChildren([board, page]), history: createMemoryHistory() });
  // The test's router is not the app's: only where it stands matters here.
  drawn(<RouterProvider router={router as never} />, client);
  return { asked, closed, at: () => router.state.location.pathname };
}

test("a possible match is shown while the name is typed, with why", async () => {
  opened(() => null);
  await userEvent.type(await screen.findByLabelText("Name, as given"), "Mateo Rivera");
  const match = await screen.findByRole("link", { name: /C-10007/ });
  expect(match).toHaveAttribute("href", "/cases/C-10007");
  expect(screen.getByText(/A name like this one/)).toBeVisible();
});

test("what was left empty is not sent, so that it stays unknown", async () => {
  const { asked, at } = opened(() => ({ takeInCase: { __typename: "TakeInCasePayload", case: { id: "case-9", shortId: "C-10099" } } }));
  await userEvent.type(await screen.findByLabelText("Name, as given"), "Inés Duarte");
  await userEvent.click(screen.getByRole("button", { name: "Take in the case" }));
  await waitFor(() => expect(at()).toBe("/cases/C-10099"));
  const sent = asked.find((one) => one.name === "TakeInCase")?.variables["input"];
  expect(JSON.parse(JSON.stringify(sent))).toEqual({ organizationId: "elm-city", legalName: "Inés Duarte", priority: "ROUTINE" });
});

test("what is known of who they are is typed with the call, each other name on a line", async () => {
  const { asked, at } = opened(() => ({ takeInCase: { __typename: "TakeInCasePayload", case: { id: "case-9", shortId: "C-10099" } } }));
  await userEvent.type(await screen.findByLabelText("Name, as given"), "Inés Duarte");
  await userEvent.type(screen.getByLabelText("Born"), "2009");
  await userEvent.type(screen.getByLabelText("Gender"), "woman");
  await userEvent.type(screen.getByLabelText("Nationality"), "Peru");
  await userEvent.type(screen.getByLabelText("Other names"), "Nena{enter}Duarte, Inés");
  await userEvent.click(screen.getByRole("button", { name: "Take in the case" }));
  await waitFor(() => expect(at()).toBe("/cases/C-10099"));
  expect(asked.find((one) => one.name === "TakeInCase")?.variables["input"]).toMatchObject({ birthDate: "2009", gender: "woman", nationality: "Peru", aliases: ["Nena", "Duarte, Inés"] });
});

test("a refusal stands beside the field it is about, and nothing is closed", async () => {
  const { closed } = opened(() => ({ takeInCase: { __typename: "Invalid", field: "publicName", message: "A public name holds no surname." } }));
  await userEvent.type(await screen.findByLabelText(/Public name/), "Inés Duarte");
  await userEvent.click(screen.getByRole("button", { name: "Take in the case" }));
  await waitFor(() => expect(screen.getByLabelText(/Public name/)).toHaveAccessibleDescription(/holds no surname/));
  expect(closed).not.toHaveBeenCalled();
});
