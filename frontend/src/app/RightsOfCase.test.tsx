import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { type Asked, answering, drawn } from "../../tests/drawn";
import { RightsOfCase } from "./RightsOfCase";

const MAY = ["recordDetainer", "recordIncident", "tickPreparedness"];
const STATUTE = { __typename: "TrustActVersion", code: "2025", citation: "CGS 54-192h (HB 7259 of 2025)", inForceFrom: "2025-10-01", read: "SECONDARY", says: "A warrant signed by a judge.", saysEs: "Una orden firmada por un juez.", addedOffenses: 13, addedOffensesRead: "UNVERIFIED" };
const DETAINER = {
  __typename: "Detainer", id: "d1", revision: 0, agency: "Hamden Police Department", form: "I_247A", formEdition: null, receivedAt: "2026-11-20T14:15:00+00:00", timeZone: "America/New_York", heldOnItFrom: null,
  copy: "NOT_GIVEN", copyGivenAt: null, copyLanguage: null, recorded: "GROUND_NAMED", ground: "JUDICIAL_WARRANT", warrant: "I_200", shown: null, reportLine: null, followUp: null, reviewedAt: null, reviewedBy: null,
  recordedBy: null, writtenAt: "2026-11-20T15:00:00+00:00", statute: STATUTE,
  expiry: { __typename: "DetainerExpiry", at: "2026-11-24T14:15:00+00:00", countedFrom: "2026-11-20T14:15:00+00:00", fromReceipt: true, notCounted: ["2026-11-21", "2026-11-22"], citation: "8 CFR 287.7(d)" },
};

beforeEach(() => speak("en"));

function room(): Asked[] {
  const { client, asked } = answering({
    CaseDetainers: () => ({ case: { __typename: "Case", id: "c1", may: MAY, detainers: [DETAINER] } }),
    CaseIncidents: () => ({ stateCourts: [], case: { __typename: "Case", id: "c1", may: MAY, courthouseArrest: null, hearings: [], actions: [], incidents: [] } }),
    CasePreparedness: () => ({ case: { __typename: "Case", id: "c1", may: MAY, preparedness: [{ __typename: "PreparednessTick", item: "SCHOOL_TOLD", doneOn: "2026-11-22", tickedAt: "2026-11-22T15:00:00+00:00", tickedBy: null }] } }),
  });
  drawn(<RightsOfCase shortId="C-10001" />, client);
  return asked;
}

test("nothing is asked for before somebody opens it, and then only that", async () => {
  const asked = room();
  expect(asked).toEqual([]);
  await userEvent.tab();
  expect(screen.getByRole("button", { name: "Detainer" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByText("Hamden Police Department")).toBeVisible();
  expect(asked.map((one) => one.name)).toEqual(["CaseDetainers"]);
});

test("a detainer is shown with the version of the statute, how its hours were counted, and no verdict", async () => {
  room();
  await userEvent.click(screen.getByRole("button", { name: "Detainer" }));
  const shown = (await screen.findByRole("region", { name: "Detainer" })).textContent ?? "";
  for (const words of ["version 2025", "CGS 54-192h", "8 CFR 287.7(d)", "counted from receipt", "Nov 21, 2026, Nov 22, 2026", "Not reviewed by counsel", "I-200 (signed by an immigration officer)"]) expect(shown).toContain(words);
  expect(shown).not.toMatch(/\b(eligible|lawful|unlawful|must release|may hold)\b/i);
});

test("an empty room says what to do, and a family's ticks have no field for a word", async () => {
  room();
  await userEvent.click(screen.getByRole("button", { name: "Rights and incidents" }));
  expect(await screen.findByText("No incident on record")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Family preparedness" }));
  expect(await screen.findByText("School told who may pick up")).toBeVisible();
  // That forms were reviewed is counsel's to tick.
  expect(screen.queryByRole("button", { name: "Tick: Standby-guardian forms reviewed by an attorney" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Tick: Guardian named" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.querySelectorAll("input, textarea")).toHaveLength(1);
  expect(screen.getByLabelText(/Done on/)).toHaveAttribute("type", "date");
});
