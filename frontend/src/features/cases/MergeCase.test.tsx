import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { MergeDialog } from "./MergeCase";

const file = (number: number, client: Record<string, unknown>, priority = "ROUTINE") => ({
  __typename: "Case", id: `case-${number}`, shortId: `C-${number}`, priority, may: [],
  client: { id: `client-${number}`, publicName: `C-${number}`, hasPublicName: false, legalName: null, aNumbers: [], birthDate: null, countryOfBirth: null, nationality: null, gender: null, language: null, ...client },
});
const FILES = [
  file(10_001, { legalName: "Luz Peña", aNumbers: ["201345111"], nationality: "Peru" }),
  file(10_002, { legalName: "Marta Quispe", aNumbers: ["201345222"], birthDate: "1990-02-03" }, "URGENT"),
  file(10_003, { legalName: "Luz Peña" }),
];

beforeEach(() => speak("en"));

function opened() {
  const told = answering({
    ChooseCase: () => ({ cases: { edges: FILES.map((node) => ({ node })) } }),
    FileToMerge: ({ id }) => ({ node: FILES.find((one) => one.id === id) }),
    MergeCases: () => ({ mergeCases: { __typename: "MergeCasesPayload", case: { id: "case-10001" } } }),
  });
  drawn(<MergeDialog caseId="case-10001" onClose={() => undefined} />, told.client);
  return told.asked;
}

async function choose(shortId: string): Promise<void> {
  const box = await screen.findByRole("combobox", { name: /The other case/ });
  await userEvent.clear(box);
  await userEvent.type(box, shortId);
  await userEvent.click(await screen.findByRole("option", { name: shortId }));
}

test("both files stand side by side, and what is chosen of each fact is sent", async () => {
  const asked = opened();
  await choose("C-10002");

  const names = within(await screen.findByRole("radiogroup", { name: "Legal name" }));
  expect(names.getByRole("radio", { name: "C-10001: Luz Peña" })).toBeChecked();
  // Where this case knows nothing, what the other says is chosen already; what only this one says stays.
  expect(screen.getByRole("radio", { name: "C-10002: 1990-02-03" })).toBeChecked();
  expect(screen.queryByRole("radiogroup", { name: "Nationality" })).toBeNull();
  expect(screen.getByText("C-10002 does not say")).toBeVisible();
  await userEvent.click(names.getByRole("radio", { name: "C-10002: Marta Quispe" }));
  await userEvent.click(screen.getByRole("button", { name: "Merge" }));

  await waitFor(() => expect(asked.at(-1)?.name).toBe("MergeCases"));
  expect(asked.at(-1)?.variables).toEqual({ input: { keptCaseId: "case-10001", mergedCaseId: "case-10002", take: ["LEGAL_NAME", "BIRTH_DATE"] } });
});

test("what was chosen of one file is not taken from another that is chosen instead", async () => {
  const asked = opened();
  await choose("C-10002");
  await userEvent.click(await screen.findByRole("radio", { name: "C-10002: Marta Quispe" }));
  await choose("C-10003");
  await screen.findAllByText("in both");
  await userEvent.click(screen.getByRole("button", { name: "Merge" }));

  await waitFor(() => expect(asked.at(-1)?.name).toBe("MergeCases"));
  expect(asked.at(-1)?.variables).toEqual({ input: { keptCaseId: "case-10001", mergedCaseId: "case-10003", take: [] } });
});
