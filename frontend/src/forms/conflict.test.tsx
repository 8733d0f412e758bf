import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act, useEffect, useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { graphql } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { ChoiceField, TextField } from "./fields";
import { VerbDialog } from "./VerbDialog";

const Save = graphql(`
  mutation SavePeopleList($input: SavePeopleListInput!) {
    savePeopleList(input: $input) { __typename ... on SavePeopleListPayload { peopleList { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const MESSAGE = "Ana Okafor changed this 2 minutes ago, after you opened it.";
type Row = { revision: number; name: string; priority: string };

beforeEach(() => speak("en"));

/** A dialog over a record that somebody else changes while it is open: the page shows it as soon as it is asked for. */
function opened(theirs: Partial<Row> | null) {
  const told: { change: (now: Row) => void } = { change: () => undefined };
  const sent: unknown[] = [];
  const { client } = answering({
    SavePeopleList: (variables) => {
      sent.push(variables["input"]);
      if (sent.length > 1) return { savePeopleList: { __typename: "SavePeopleListPayload", peopleList: { id: "l1" } } };
      if (theirs) setTimeout(() => act(() => told.change({ revision: 4, name: "Mateo R.", priority: "ROUTINE", ...theirs })), 0);
      return { savePeopleList: { __typename: "ChangedMeanwhile", message: MESSAGE } };
    },
  });
  function Host() {
    const [record, setRecord] = useState<Row>({ revision: 3, name: "Mateo R.", priority: "ROUTINE" });
    useEffect(() => {
      told.change = setRecord;
    }, []);
    return (
      <VerbDialog verb={Save} title="Edit" submit="Save" defaults={{ name: record.name, priority: record.priority }} input={(values: { name: string; priority: string }) => ({ organizationId: "o1", expectedRevision: record.revision, name: values.name, personIds: [values.priority] })} told="Saved." onClose={() => undefined}>
        <TextField name="name" label="Name of the list" />
        <ChoiceField name="priority" label="Priority" options={[{ value: "ROUTINE", label: "Routine" }, { value: "URGENT", label: "Urgent" }]} />
      </VerbDialog>
    );
  }
  drawn(<Host />, client);
  return sent;
}

async function typed(name: string): Promise<void> {
  const field = await screen.findByRole("textbox", { name: "Name of the list" });
  await userEvent.clear(field);
  await userEvent.type(field, name);
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
}

test("who changed it meanwhile is said with their value and one's own, and what is chosen is sent from what stands now", async () => {
  const sent = opened({ name: "Matías R." });
  await typed("M. R.");

  expect(await screen.findByRole("radio", { name: "Theirs: Matías R." })).not.toBeChecked();
  expect(screen.getByRole("alert")).toHaveTextContent(MESSAGE);
  expect(screen.getByRole("radio", { name: "Yours: M. R." })).toBeChecked();
  // What nobody else changed is not asked about.
  expect(screen.getAllByRole("radio")).toHaveLength(2);
  await userEvent.click(screen.getByRole("radio", { name: "Theirs: Matías R." }));
  expect(screen.getByRole("textbox", { name: "Name of the list" })).toHaveValue("Matías R.");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));

  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent).toEqual([
    { organizationId: "o1", expectedRevision: 3, name: "M. R.", personIds: ["ROUTINE"] },
    { organizationId: "o1", expectedRevision: 4, name: "Matías R.", personIds: ["ROUTINE"] },
  ]);
});

test("a choice is said in words, and one's own stays until somebody chooses otherwise", async () => {
  const sent = opened({ priority: "URGENT" });
  await typed("M. R.");

  expect(await screen.findByRole("radio", { name: "Theirs: Urgent" })).not.toBeChecked();
  expect(screen.getByRole("radio", { name: "Yours: Routine" })).toBeChecked();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent[1]).toEqual({ organizationId: "o1", expectedRevision: 4, name: "M. R.", personIds: ["ROUTINE"] }));
});

test("a change of something else than what stands here asks nothing, and says so", async () => {
  opened({});
  await typed("M. R.");
  expect(await screen.findByText(/is none of what stands here/)).toBeVisible();
  expect(screen.queryByRole("radio")).toBeNull();
});

test("where what they wrote has not arrived, nothing is offered to choose from, and what was typed stays", async () => {
  opened(null);
  await typed("M. R.");
  expect(await screen.findByText("Close this to see what it says now.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Name of the list" })).toHaveValue("M. R.");
});
