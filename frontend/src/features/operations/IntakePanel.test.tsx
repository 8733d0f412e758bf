import { RouterProvider, createMemoryHistory, createRootRoute, createRouter } from "@tanstack/react-router";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { type Asked, answering, drawn } from "../../../tests/drawn";
import { IntakePanel } from "./IntakePanel";

const PASTED = "Inés Duarte\tPeru\t201345678\nJuan Pérez\tHonduras\t2013\nLuz\t\t";
const REFUSED = { takeInArrests: { __typename: "Invalid", field: "arrests.1.aNumbers", message: "Nobody was taken in. Person 2: An A-number has 8 or 9 digits." } };
const DONE = { takeInArrests: { __typename: "TakeInArrestsPayload", operation: { id: "operation-1", cases: [] }, cases: [1, 2, 3].map((number) => ({ id: `case-${number}`, shortId: `C-${number}` })) } };

beforeEach(() => speak("en"));

function opened(...answers: unknown[]): Asked[] {
  const left = [...answers];
  const { client, asked } = answering({ TakeInArrests: () => left.shift() });
  const root = createRootRoute({ component: () => <IntakePanel operationId="operation-1" zone="America/New_York" /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  // The test's router is not the app's: leaving with a list unsent is asked about.
  drawn(<RouterProvider router={router as never} />, client);
  return asked;
}

test("three people are pasted, one is refused at its cell, mended, and all are taken in", async () => {
  const asked = opened(REFUSED, DONE);
  await userEvent.click(await screen.findByLabelText("Name as heard, person 1"));
  await userEvent.paste(PASTED);
  expect(screen.getByLabelText("Country of birth, person 2")).toHaveValue("Honduras");
  expect(screen.getByRole("status")).toHaveTextContent("3 lines were filled in.");

  await userEvent.click(screen.getByRole("button", { name: "Take them in" }));
  const number = screen.getByLabelText("A-number, person 2");
  await waitFor(() => expect(number).toHaveAccessibleDescription("An A-number has 8 or 9 digits."));
  expect(number).toHaveFocus();
  expect(screen.getByRole("alert")).toHaveTextContent("Nobody was taken in.");
  expect(screen.getByLabelText("A-number, person 1")).not.toHaveAttribute("aria-invalid", "true");

  await userEvent.clear(number);
  await userEvent.type(number, "201345679");
  expect(number).not.toHaveAttribute("aria-invalid", "true");
  await userEvent.click(screen.getByRole("button", { name: "Take them in" }));
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("3 people were taken in."));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByLabelText("Name as heard, person 1")).toHaveValue("");
  expect(JSON.parse(JSON.stringify(asked.at(-1)?.variables["input"]))).toEqual({
    operationId: "operation-1",
    arrests: [
      { legalName: "Inés Duarte", countryOfBirth: "Peru", aNumbers: ["201345678"] },
      { legalName: "Juan Pérez", countryOfBirth: "Honduras", aNumbers: ["201345679"] },
      { legalName: "Luz" },
    ],
  });
});

test("rows are added and taken away by keyboard, and the focus stays in the list", async () => {
  opened();
  await userEvent.click(await screen.findByLabelText("A-number, person 3"));
  await userEvent.keyboard("{Enter}");
  expect(screen.getByLabelText("A-number, person 4")).toHaveFocus();
  await userEvent.keyboard("12");
  screen.getByRole("button", { name: "Remove person 1" }).focus();
  await userEvent.keyboard("{Enter}");
  expect(screen.getByLabelText("A-number, person 3")).toHaveValue("12");
  expect(screen.queryByLabelText("A-number, person 4")).toBeNull();
  expect(screen.getByLabelText("Name as heard, person 1")).toHaveFocus();
});

test("an hour that can't be read is asked about at its cell, and nothing is sent", async () => {
  const asked = opened();
  await userEvent.click(await screen.findByLabelText("Name as heard, person 1"));
  await userEvent.paste("Inés\t\t\t\t\tFriday morning\tRosa\nJuan\t\t\t\t\t2026-11-20 07:40\t");
  await userEvent.click(screen.getByRole("button", { name: "Take them in" }));
  await waitFor(() => expect(screen.getByLabelText("Arrested, person 1")).toHaveAccessibleDescription(/Choose the day and the hour/));
  expect(screen.getByLabelText("Arrested, person 1")).toHaveValue("Friday morning");
  expect(screen.getByLabelText("Arrested, person 2")).toHaveValue("2026-11-20T07:40");
  expect(asked).toEqual([]);
});

test("a list of nobody is refused before it is sent", async () => {
  const asked = opened();
  await userEvent.click(await screen.findByRole("button", { name: "Take them in" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("List at least one person.");
  expect(screen.getByLabelText("Name as heard, person 1")).toHaveFocus();
  expect(asked).toEqual([]);
});
