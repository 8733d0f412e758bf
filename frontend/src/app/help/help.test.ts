import { i18n } from "@lingui/core";
import { expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { routes } from "../router";
import { helpFor } from "./Help";

/** Pages of nobody who works here, and addresses that lead on to another page. */
const WITHOUT = new Set(["/sign-in", "/sign-in/return/$organization", "/second-step", "/welcome", "/feeds", "/board"]);
const PATHS = Object.values(routes).map((one) => String((one.options as { path?: string }).path)).filter((path) => !WITHOUT.has(path));

test.each(PATHS)("%s has a help of its own", async (path) => {
  const board = await helpFor("/board");
  const help = await helpFor(path);
  expect(help.what.id).not.toBe(board.what.id);
  expect(help.acts.length).toBeGreaterThanOrEqual(2);
  expect(help.words.length).toBeGreaterThanOrEqual(1);
});

test("the board's help says how it looks today, and a page that has none is told of the board", async () => {
  await speak("en");
  const board = await helpFor("/board");
  expect(board.acts.map((one) => i18n._(one))).toContain("Choose above the table what is lacking, to see only those cases.");
  expect(await helpFor("/somewhere")).toBe(board);
});
