import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { useKeys } from "./keys";
import { forgetRecent, opened, recentCases } from "./recent";
import { Shortcuts } from "./Shortcuts";

beforeEach(() => speak("en"));
afterEach(() => {
  window.localStorage.clear();
  forgetRecent();
});

function Host({ pressed }: { pressed: string[] }) {
  useKeys({ create: () => pressed.push("create"), search: () => pressed.push("search"), help: () => pressed.push("help"), places: [{ key: "t", go: () => pressed.push("tasks") }] });
  return <input aria-label="Name" />;
}

function shown(dialog = false): string[] {
  const pressed: string[] = [];
  drawn(<><Host pressed={pressed} />{dialog ? <div role="dialog">Open</div> : null}</>, answering({}).client);
  return pressed;
}

test("C creates, / searches, ? lists, G and a letter goes; a letter alone goes nowhere", async () => {
  const pressed = shown();
  await userEvent.keyboard("tc/?gt");
  expect(pressed).toEqual(["create", "search", "help", "tasks"]);
});

test("they are silent while somebody types, with Ctrl, and while a dialog is open", async () => {
  const pressed = shown();
  await userEvent.type(screen.getByLabelText("Name"), "c/?gt");
  expect(screen.getByLabelText("Name")).toHaveValue("c/?gt");
  await userEvent.click(document.body);
  await userEvent.keyboard("{Control>}c{/Control}");
  expect(pressed).toEqual([]);
});

test("an open dialog has the keyboard to itself", async () => {
  const pressed = shown(true);
  await userEvent.keyboard("c/?gt");
  expect(pressed).toEqual([]);
});

test("turned off in the list of shortcuts, single keys do nothing and are listed no more", async () => {
  const pressed: string[] = [];
  drawn(<><Host pressed={pressed} /><Shortcuts places={[{ key: "t", label: "Tasks" }]} onClose={() => undefined} /></>, answering({}).client);
  expect(await screen.findByText("G T · Alt T")).toBeVisible();
  await userEvent.click(await screen.findByText("Single keys"));
  expect(await screen.findByText("Alt T")).toBeVisible();
  expect(window.localStorage.getItem("single keys off")).toBe("1");
});

test("of opened cases only the number is kept, in this tab, the last first and each once", () => {
  for (const path of ["/cases/C-1", "/people", "/cases/C-2/statement", "/cases/C-1", "/cases/<script>"]) opened(path);
  expect(recentCases()).toEqual(["C-1", "C-2"]);
  expect(JSON.stringify(window.localStorage)).not.toContain("C-1");
  forgetRecent();
  expect(recentCases()).toEqual([]);
});
