import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { EditDialog } from "./EditDialog";

const CLIENT = { id: "client-1", publicName: "Mateo R.", hasPublicName: true, legalName: "Mateo Rivera", aNumbers: [], aliases: ["Teo"], birthDate: null, countryOfBirth: null, nationality: null, gender: null, language: "es", minor: false, identityShown: true };
const CASE = { id: "case-1", revision: 3, may: ["updateCase"], stage: "INTAKE", priority: "ROUTINE", noPublicity: false, onHold: false, audience: "COORDINATOR", tags: ["asylum"], coordinator: { id: "ana", name: "Ana Reyes" }, client: CLIENT };
const MEMBERS = { viewer: { organization: { id: "org", members: [{ role: "COORDINATOR", person: { id: "carol", name: "Carol Cruz" } }] } } };

beforeEach(() => speak("en"));

function opened(more: object = {}, answer: object = { __typename: "UpdateCasePayload", case: { id: "case-1" } }) {
  const closed = vi.fn();
  const { client, asked } = answering({ ChooseColleague: () => MEMBERS, UpdateCase: () => ({ updateCase: answer }) });
  drawn(<EditDialog one={{ ...CASE, ...more } as never} onClose={closed} />, client);
  const sent = (): unknown => asked.find((one) => one.name === "UpdateCase")?.variables["input"];
  return { closed, sent };
}
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

test("who somebody is can be typed by hand, and only what was typed is sent", async () => {
  const { closed, sent } = opened();
  await userEvent.type(await screen.findByLabelText("Born"), "2008-05-31");
  await userEvent.type(screen.getByLabelText("Gender"), "woman");
  await userEvent.type(screen.getByLabelText("Country of birth"), "Ecuador");
  await userEvent.type(screen.getByLabelText("Nationality"), "Peru");
  await userEvent.type(screen.getByLabelText("Other names"), "{enter}Rivera, Mateo");
  await userEvent.type(screen.getByLabelText("Tags"), ", habeas ");
  await userEvent.click(screen.getByLabelText("Under 18"));
  await save();

  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(sent()).toEqual({ caseId: "case-1", expectedRevision: 3, birthDate: "2008-05-31", gender: "woman", countryOfBirth: "Ecuador", nationality: "Peru", aliases: ["Teo", "Rivera, Mateo"], tags: ["asylum", "habeas"], minor: true });
});

test("what is emptied is sent as unknown, and who looks after it can be nobody", async () => {
  const { sent } = opened({ client: { ...CLIENT, birthDate: "2008" } });
  await userEvent.clear(await screen.findByLabelText("Born"));
  await userEvent.clear(screen.getByLabelText("Other names"));
  await userEvent.click(screen.getByRole("combobox", { name: "Looked after by" }));
  await userEvent.click(await screen.findByRole("option", { name: "Carol Cruz" }));
  await save();
  await waitFor(() => expect(sent()).toEqual({ caseId: "case-1", expectedRevision: 3, birthDate: null, aliases: [], coordinatorId: "carol" }));
});

test("a day of birth that is none is refused beside its field, and what was typed stays", async () => {
  const { closed } = opened({}, { __typename: "Invalid", field: "birthDate", message: "“31 May” is not a date." });
  await userEvent.type(await screen.findByLabelText("Born"), "31 May");
  await save();
  await waitFor(() => expect(screen.getByLabelText("Born")).toHaveAccessibleDescription(/is not a date/));
  expect(screen.getByLabelText("Born")).toHaveValue("31 May");
  expect(closed).not.toHaveBeenCalled();
});

test("eyes that may not know who somebody is are given no field that would overwrite it", async () => {
  opened({ audience: "PARTNER_ORG", tags: [], client: { ...CLIENT, legalName: null, aliases: [], identityShown: false } });
  await screen.findByLabelText(/Public name/);
  for (const field of ["Born", "Gender", "Nationality", "Other names", "Tags", "A-number"]) expect(screen.queryByLabelText(field)).toBeNull();
});
