import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { TaskList, type TaskRow } from "./TaskList";

const task = (title: string, dueAt: string | null, doneAt: string | null = null) => ({ id: title, revision: 0, title, dueAt, doneAt, raisedBy: null, owner: null, doneBy: null, case: null }) as unknown as FragmentType<typeof TaskRow>;

test("what is open comes first by its day, and what is done is folded away beneath it", async () => {
  await speak("en");
  drawn(<TaskList tasks={[task("done early", "2026-11-01T12:00:00Z", "2026-11-01T13:00:00Z"), task("some day", null), task("second", "2126-12-09T12:00:00Z"), task("done late", null, "2026-11-20T12:00:00Z"), task("first", "2126-12-01T12:00:00Z")]} />, answering({}).client);

  const [open] = screen.getAllByRole("list");
  expect(within(open as HTMLElement).getAllByRole("checkbox").map((one) => one.getAttribute("aria-label"))).toEqual(["Done: first", "Done: second", "Done: some day"]);
  const fold = screen.getByText("2 tasks done");
  expect(screen.getByText("done late")).not.toBeVisible();
  await userEvent.click(fold);
  expect(within(fold.closest("details") as HTMLElement).getAllByRole("checkbox", { hidden: true }).map((one) => one.getAttribute("aria-label"))).toEqual(["Done: done late", "Done: done early"]);
});
