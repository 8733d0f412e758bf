import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { InterviewDialog } from "./InterviewDialog";

beforeEach(() => speak("en"));

const refused = { recordConsentInterview: { __typename: "Invalid", message: "A photo and the full name are for the press: ask about the press first.", field: "photo" } };

test("the five questions are answered in order with the keyboard alone", async () => {
  const { client, asked } = answering({ RecordConsentInterview: () => ({ recordConsentInterview: { __typename: "RecordConsentInterviewPayload", consents: [], case: { __typename: "Case", id: "c" } } }) });
  const onClose = vi.fn();
  drawn(<InterviewDialog caseId="c" language="es" onClose={onClose} />, client);
  const user = userEvent.setup();
  const questions = await screen.findAllByRole("radiogroup");
  expect(questions.map((one) => within(one).getAllByRole("radio").length)).toEqual([3, 3, 3, 3, 3]);

  within(questions[0]!).getByRole("radio", { name: "Not asked" }).focus();
  await user.keyboard("{ArrowDown}");
  expect(within(questions[0]!).getByRole("radio", { name: "Yes" })).toBeChecked();
  await user.tab();
  expect(questions[1]).toContainElement(document.activeElement as HTMLElement);
  await user.keyboard("{ArrowUp}");
  expect(within(questions[1]!).getByRole("radio", { name: "No" })).toBeChecked();
  await user.click(screen.getByRole("button", { name: "Record the answers" }));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked[0]?.variables["input"]).toMatchObject({ caseId: "c", officials: "YES", courtroom: "NO", press: "NOT_ASKED", photo: "NOT_ASKED", fullName: "NOT_ASKED", givenBy: "CLIENT", heard: "PRIVATELY", language: "es" });
});

test("a refusal stands beside its question, and nothing is closed", async () => {
  const { client } = answering({ RecordConsentInterview: () => refused });
  const onClose = vi.fn();
  drawn(<InterviewDialog caseId="c" language="es" onClose={onClose} />, client);
  const user = userEvent.setup();
  const questions = await screen.findAllByRole("radiogroup");
  await user.click(within(questions[3]!).getByRole("radio", { name: "Yes" }));
  await user.click(screen.getByRole("button", { name: "Record the answers" }));

  await screen.findByText(/ask about the press first/, {}, { timeout: 8000 });
  expect(within(questions[3]!.closest<HTMLElement>("[data-field=photo]")!).getByRole("alert")).toHaveTextContent("ask about the press first");
  expect(onClose).not.toHaveBeenCalled();
});

test("of a guardian's yes the client's own is asked, of a relayed one who brought it", async () => {
  const { client } = answering({});
  drawn(<InterviewDialog caseId="c" language="es" onClose={vi.fn()} />, client);
  const user = userEvent.setup();
  expect(screen.queryByLabelText(/The client agrees, too/)).toBeNull();
  await user.click(screen.getByRole("combobox", { name: /Who answered/ }));
  await user.click(await screen.findByRole("option", { name: "A guardian" }));
  expect(screen.getByLabelText(/The client agrees, too/)).toBeInTheDocument();
  await user.click(screen.getByRole("combobox", { name: /Who answered/ }));
  await user.click(await screen.findByRole("option", { name: "Relayed by someone else" }));
  expect(screen.getByLabelText(/Who brought the client's word/)).toBeInTheDocument();
});
