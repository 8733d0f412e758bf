import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { BrowsersPanel } from "./Browsers";

type Sent = { method: string; path: string; body: unknown };

/** The doors of the account, with one browser of somebody's already told. */
function doors(key: string | null): Sent[] {
  const sent: Sent[] = [];
  let browsers = [{ id: "other", device: "Safari, iPhone", createdAt: "2026-11-01T10:00:00+00:00" }];
  vi.stubGlobal("fetch", async (path: string, asked: RequestInit) => {
    const method = asked.method ?? "GET";
    sent.push({ method, path, body: asked.body ? JSON.parse(String(asked.body)) : undefined });
    if (method === "GET") return Response.json({ key, browsers });
    if (method === "DELETE") {
      browsers = browsers.filter((one) => !path.endsWith(one.id));
      return new Response(null, { status: 204 });
    }
    browsers = [...browsers, { id: "here", device: "Firefox, Linux", createdAt: "2026-11-30T10:00:00+00:00" }];
    return Response.json({ id: "here" }, { status: 201 });
  });
  return sent;
}

/** What the browser itself says: whether it may show anything, and where it is told. */
function browser(permission: NotificationPermission): { unsubscribe: ReturnType<typeof vi.fn>; subscribe: ReturnType<typeof vi.fn> } {
  const unsubscribe = vi.fn(async () => true);
  const subscription = { unsubscribe, toJSON: () => ({ endpoint: "https://push.example/x", keys: { p256dh: "p", auth: "a" } }) };
  const subscribe = vi.fn(async () => subscription);
  const worker = { pushManager: { subscribe, getSubscription: async () => subscription } };
  Object.defineProperty(navigator, "serviceWorker", { configurable: true, value: { register: async () => worker, ready: Promise.resolve(worker), getRegistration: async () => worker } });
  vi.stubGlobal("PushManager", () => undefined);
  vi.stubGlobal("Notification", { requestPermission: async () => permission });
  return { unsubscribe, subscribe };
}

beforeEach(() => {
  speak("en");
  window.localStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

test("where it is not offered nothing is shown", async () => {
  const sent = doors(null);
  browser("granted");
  drawn(<BrowsersPanel />, answering({}).client);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(screen.queryByRole("switch")).toBeNull();
});

test("a browser is turned on with its own keys, and off again", async () => {
  const sent = doors("server-key");
  const { subscribe, unsubscribe } = browser("granted");
  drawn(<BrowsersPanel />, answering({}).client);
  const on = await screen.findByRole("switch", { name: /Tell me in this browser/ });
  expect(on).not.toBeChecked();

  await userEvent.click(on);
  await waitFor(() => expect(on).toBeChecked());
  expect(subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: "server-key" });
  expect(sent.find((one) => one.method === "POST")).toEqual({ method: "POST", path: "/account/browsers", body: { endpoint: "https://push.example/x", keys: { p256dh: "p", auth: "a" } } });

  await userEvent.click(on);
  await waitFor(() => expect(on).not.toBeChecked());
  expect(unsubscribe).toHaveBeenCalled();
  expect(sent.some((one) => one.method === "DELETE" && one.path === "/account/browsers/here")).toBe(true);
  // Another browser of theirs stays on.
  expect(screen.getByText(/Safari, iPhone/)).toBeVisible();
});

test("whoever's browser allows nothing is told what to do, and nothing is sent", async () => {
  const sent = doors("server-key");
  browser("denied");
  drawn(<BrowsersPanel />, answering({}).client);
  await userEvent.click(await screen.findByRole("switch", { name: /Tell me in this browser/ }));
  expect(await screen.findByText(/Allow notifications for this address/)).toBeVisible();
  expect(sent.some((one) => one.method === "POST")).toBe(false);
});

test("a browser that is elsewhere can be turned off from here", async () => {
  const sent = doors("server-key");
  browser("granted");
  drawn(<BrowsersPanel />, answering({}).client);
  await userEvent.click(await screen.findByRole("button", { name: "Turn off: Safari, iPhone" }));
  await waitFor(() => expect(screen.queryByText(/Safari, iPhone/)).toBeNull());
  expect(sent.some((one) => one.method === "DELETE" && one.path === "/account/browsers/other")).toBe(true);
});
