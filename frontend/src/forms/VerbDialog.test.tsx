import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { graphql } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { ChoiceField, LongField, TextField } from "./fields";
import { VerbDialog } from "./VerbDialog";

const Record = graphql(`
  mutation RecordCustody($input: RecordCustodyInput!) {
    recordCustody(input: $input) { __typename ... on RecordCustodyPayload { case { id ...CustodyOfCase ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const WHY = "Say which facility, or that the place is unknown.";

beforeEach(() => speak("en"));

/** A dialog of three fields, and what the server answers each time. */
function opened(...answers: unknown[]): { closed: () => void; asked: { variables: unknown }[]; confirmations: boolean[] } {
  const closed = vi.fn();
  const confirmations: boolean[] = [];
  const { client, asked } = answering({ RecordCustody: () => ({ recordCustody: answers.shift() }) });
  drawn(
    <VerbDialog verb={Record} title="Record the place" submit="Save" defaults={{ since: "", facilityId: "", note: "", elsewhere: "" }} input={(typed: { since: string; facilityId: string; note: string; elsewhere: string }, _, confirmed) => {
        confirmations.push(confirmed);
        return { caseId: "case-1", source: "LOCATOR" as const, since: typed.since };
      }} told="Done." onClose={closed}>
      <TextField name="since" label="Since" />
      <ChoiceField name="facilityId" label="Facility" options={[{ value: "one", label: "Hartford" }]} />
      <LongField name="note" label="Note" />
    </VerbDialog>,
    client,
  );
  return { closed, asked, confirmations };
}

const save = async (): Promise<void> => userEvent.click(await screen.findByRole("button", { name: "Save" }));
const refusing = (field: string | undefined, kind = "Invalid") => ({ __typename: kind, message: WHY, ...(field ? { field } : {}) });

test("a refusal of a field is said once, beside it, and the focus is on that field, also where one chooses", async () => {
  const { closed } = opened(refusing("facilityId"));
  await save();

  await waitFor(() => expect(screen.getByRole("combobox", { name: "Facility" })).toHaveFocus());
  expect(screen.getAllByText(WHY)).toHaveLength(1);
  expect(screen.getByRole("combobox", { name: "Facility" })).toHaveAccessibleDescription(WHY);
  expect(screen.getByRole("alert")).toHaveTextContent(WHY);
  expect(closed).not.toHaveBeenCalled();
});

test("a refusal of what the dialog does not show is said above its buttons, and does not keep it from being sent again", async () => {
  const { asked, closed } = opened(refusing("elsewhere"), { __typename: "RecordCustodyPayload", case: { id: "case-1" } });
  await save();

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(WHY);
  expect(alert.closest(".dialog-foot")).not.toBeNull();
  await save();
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(asked).toHaveLength(2);
});

test("what was refused first is said no longer when another field is refused next", async () => {
  opened(refusing(undefined, "NotAllowedByState"), refusing("since"));
  await save();
  await within(screen.getByRole("dialog")).findByRole("alert");
  await save();

  await waitFor(() => expect(screen.getByLabelText("Since")).toHaveFocus());
  expect(within(screen.getByRole("dialog")).getAllByText(WHY)).toHaveLength(1);
});

test("an hour that occurs twice is asked about above the buttons, and stands wrong beside no field", async () => {
  opened(refusing("since", "TimeOccursTwice"));
  await save();

  await userEvent.click(await screen.findByRole("radio", { name: "The second" }));
  expect(screen.getByLabelText("Since")).not.toBeInvalid();
  expect(screen.getAllByText(WHY)).toHaveLength(1);
});

test.each(["since", undefined])("what looks like something else can be said to be right, also where the sentence stands beside a field (%s)", async (field) => {
  const { confirmations, closed } = opened(refusing(field, "LooksLike"), { __typename: "RecordCustodyPayload", case: { id: "case-1" } });
  await save();

  await userEvent.click(await screen.findByRole("checkbox", { name: "It is right as it stands" }));
  expect(screen.getAllByText(WHY)).toHaveLength(1);
  await save();
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(confirmations).toEqual([false, true]);
});

const note = "He was taken at the bus stop.";
const question = () => screen.findByRole("dialog", { name: "Throw away what you typed?" });
const unasked = () => expect(screen.queryByRole("dialog", { name: "Throw away what you typed?" })).toBeNull();

test("whoever typed something is asked before it is thrown away, and goes on writing where they were", async () => {
  const { closed, asked } = opened();
  await userEvent.type(await screen.findByLabelText("Note"), note);

  await userEvent.keyboard("{Escape}");
  const asking = within(await question());
  await waitFor(() => expect(asking.getAllByRole("button", { name: "Keep writing" })[1]).toHaveFocus());
  await userEvent.keyboard("{Enter}");
  await waitFor(unasked);
  await waitFor(() => expect(screen.getByLabelText("Note")).toHaveFocus());

  // A second Esc is a slip as well: it is the question that goes.
  await userEvent.keyboard("{Escape}");
  await question();
  await userEvent.keyboard("{Escape}");
  await waitFor(unasked);
  expect(screen.getByLabelText("Note")).toHaveValue(note);
  expect(closed).not.toHaveBeenCalled();
  expect(asked).toEqual([]);
});

test("a click outside asks too, and what is thrown away is gone", async () => {
  const { closed, asked } = opened();
  await userEvent.type(await screen.findByLabelText("Note"), note);
  const outside = document.querySelector(".mantine-Modal-overlay");
  await userEvent.click(outside!);

  const asking = within(await question());
  expect(closed).not.toHaveBeenCalled();
  await userEvent.click(asking.getByRole("button", { name: "Throw it away" }));
  expect(closed).toHaveBeenCalledOnce();
  expect(asked).toEqual([]);
});

test("a dialog in which nothing was typed, or nothing is left of it, closes at once", async () => {
  const { closed } = opened();
  const field = await screen.findByLabelText("Note");
  await userEvent.keyboard("{Escape}");
  expect(closed).toHaveBeenCalledTimes(1);

  await userEvent.type(field, "x");
  await userEvent.clear(field);
  await userEvent.click(within(screen.getByRole("dialog")).getAllByRole("button", { name: "Close" })[1]!);
  expect(closed).toHaveBeenCalledTimes(2);
  unasked();
});
