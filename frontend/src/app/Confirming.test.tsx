import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { confirmed } from "~/graph/confirm";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { Confirming } from "./Confirming";

afterEach(() => vi.unstubAllGlobals());

test("whoever is asked once more who they are sees the dialog, each time, and closing it says no", async () => {
  await speak("en");
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ providers: [] })));
  drawn(<Confirming />, answering({}).client);
  expect(screen.queryByRole("dialog")).toBeNull();
  for (let time = 0; time < 2; time += 1) {
    const said = confirmed();
    // oxlint-disable-next-line no-await-in-loop
    expect(await screen.findByRole("dialog", { name: "Confirm that it is you" }, { timeout: 20_000 })).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    // oxlint-disable-next-line no-await-in-loop
    expect(await said).toBe(false);
    // oxlint-disable-next-line no-await-in-loop
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  }
});

test("an act that asks before the page is drawn is heard all the same", async () => {
  const said = confirmed();
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ providers: [] })));
  drawn(<Confirming />, answering({}).client);
  expect(await screen.findByRole("dialog", { name: "Confirm that it is you" }, { timeout: 20_000 })).toBeVisible();
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(await said).toBe(false);
});
