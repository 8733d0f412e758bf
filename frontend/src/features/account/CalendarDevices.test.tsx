import { RouterProvider, createMemoryHistory, createRootRoute, createRouter } from "@tanstack/react-router";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Account } from "~/graph/account";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { CalendarDevicesPanel } from "./CalendarDevices";

const iphone = { id: "one", name: "My iPhone", madeAt: "2026-11-01T10:00:00+00:00", usedAt: "2026-11-30T10:00:00+00:00", usedBy: "iPhone or iPad", until: "2027-02-28T10:00:00+00:00" };

function account(appPasswords: Account["appPasswords"]): Account {
  return { owesSecondStep: false, password: true, providers: [], authenticator: false, recoveryCodes: 0, passkeysAt: "", passkeys: [], sessions: [], tokens: [], appPasswords, calendarsAt: "https://cases.example.org" };
}

function doors(refusal?: { kind: string; message: string }): { method: string; path: string; body: unknown }[] {
  const sent: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (path: string, asked: RequestInit) => {
    sent.push({ method: asked.method ?? "GET", path, body: asked.body ? JSON.parse(String(asked.body)) : undefined });
    if (refusal) return Response.json(refusal, { status: 409 });
    return asked.method === "DELETE" ? new Response(null, { status: 204 }) : Response.json({ id: "new", password: "aaaa-bbbb-cccc-dddd-eeee-ffff-gggg" });
  });
  return sent;
}

/** The panel within a router: it leads to one's feeds. */
async function shown(appPasswords: Account["appPasswords"], changed = vi.fn()): Promise<typeof changed> {
  const root = createRootRoute({ component: () => <CalendarDevicesPanel account={account(appPasswords)} changed={changed} /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  drawn(<RouterProvider router={router as never} />, answering({}).client);
  await screen.findByRole("button", { name: "Add a device" });
  return changed;
}

beforeEach(() => speak("en"));
afterEach(() => vi.unstubAllGlobals());

test("a device's password is shown once, with where to type it", async () => {
  const sent = doors();
  const changed = await shown([]);
  expect(screen.getByText("No device has a password")).toBeVisible();

  await userEvent.click(screen.getByRole("button", { name: "Add a device" }));
  await userEvent.type(await screen.findByLabelText("What you call it"), "My iPhone");
  await userEvent.click(screen.getByRole("button", { name: "Make its password" }));

  const dialog = await screen.findByRole("dialog", { name: "My iPhone" });
  expect(sent).toEqual([{ method: "POST", path: "/account/app-passwords", body: { name: "My iPhone" } }]);
  expect(within(dialog).getByText("aaaa-bbbb-cccc-dddd-eeee-ffff-gggg")).toBeVisible();
  expect(within(dialog).getByText("cases.example.org")).toBeVisible();
  expect(within(dialog).getByText(/Add CalDAV Account/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole("tab", { name: "Thunderbird" }));
  expect(within(dialog).getByText(/Press Find Calendars/)).toBeVisible();
  expect(changed).toHaveBeenCalledOnce();
  await userEvent.click(within(dialog).getByRole("button", { name: "I have it" }));
  await waitFor(() => expect(screen.queryByText("aaaa-bbbb-cccc-dddd-eeee-ffff-gggg")).toBeNull());
});

test("what was refused is said where it was typed", async () => {
  doors({ kind: "NotAllowedByState", message: "You have 20 devices already." });
  const changed = await shown([]);
  await userEvent.click(screen.getByRole("button", { name: "Add a device" }));
  await userEvent.type(await screen.findByLabelText("What you call it"), "One more");
  await userEvent.click(screen.getByRole("button", { name: "Make its password" }));

  expect(await screen.findByText("You have 20 devices already.")).toBeVisible();
  expect(changed).not.toHaveBeenCalled();
});

test("each device says when it was last used, is given a new password, and ended", async () => {
  const sent = doors();
  const changed = await shown([iphone]);
  expect(screen.getByText(/last used/)).toHaveTextContent(/iPhone or iPad/);

  await userEvent.click(screen.getByRole("button", { name: "New password for My iPhone" }));
  const dialog = await screen.findByRole("dialog", { name: "My iPhone" });
  await userEvent.click(within(dialog).getByRole("button", { name: "I have it" }));
  await userEvent.click(await screen.findByRole("button", { name: "End the password of My iPhone" }));

  await waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /account/app-passwords/one", "DELETE /account/app-passwords/one"]);
});
