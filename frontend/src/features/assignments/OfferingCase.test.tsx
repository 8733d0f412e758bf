import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { OfferingCase } from "./Offering";

const person = (id: string, name: string) => ({ __typename: "Person", id, name, attorney: { __typename: "Attorney", languages: [], barStates: [], eoirRegistered: true, qualification: "ATTORNEY", openToOffers: true } });
const offered = (state: string, lapsed = false) => ({ __typename: "Assignment", id: "a1", state, lapsed, expiresAt: "2026-12-04T12:00:00Z", attorney: { __typename: "Person", id: "p1", name: "Vera Blum" } });

beforeEach(() => speak("en"));

function from(assignment: object, standing = true) {
  return answering({
    CaseToOffer: () => ({ node: { __typename: "Case", id: "case-1", may: ["offerAssignment", "giveConsent"], proceedings: [], assignments: [assignment] } }),
    BeforeOffering: () => ({ node: { __typename: "Case", id: "case-1", shortId: "C-10007", client: { __typename: "Client", id: "c", publicName: "Mateo R.", language: "es" }, nextHearing: { __typename: "Hearing", id: "h", court: { __typename: "Court", id: "court", name: "Chelmsford Immigration Court" }, occasion: { __typename: "Occasion", id: "occasion", kind: "BOND_HEARING", startsAt: "2026-12-10T14:00:00Z", timeZone: "America/New_York", hourKnown: true } }, leadOrganization: { __typename: "Organization", id: "o", name: "Elm City" }, consents: [{ __typename: "Consent", id: "k", purpose: "SEEK_COUNSEL", standing }], team: [] } }),
    ChooseAttorney: () => ({ attorneys: [person("p1", "Vera Blum"), person("p4", "Eva Roth")] }),
  });
}

test("from a list of cases, too, nobody is asked twice", async () => {
  drawn(<OfferingCase caseId="case-1" onClose={() => undefined} />, from(offered("OFFERED")).client);
  await userEvent.click(within(await screen.findByRole("dialog")).getAllByRole("combobox")[0]!);
  expect(await screen.findByRole("option", { name: /Vera Blum.*asked already/, hidden: true })).toHaveAttribute("data-combobox-disabled", "true");
  expect(await screen.findByRole("option", { name: /Eva Roth/, hidden: true })).not.toHaveAttribute("data-combobox-disabled", "true");
});

test("the dialog says first whose case it is, and which date comes next", async () => {
  drawn(<OfferingCase caseId="case-1" onClose={() => undefined} />, from(offered("OFFERED")).client);
  const dialog = await screen.findByRole("dialog", { name: "Offer a placement" });
  expect(within(dialog).getByText(/Mateo R\./)).toHaveTextContent("C-10007 Mateo R.");
  expect(within(dialog).getByText(/Next date:/)).toHaveTextContent("Next date: Bond hearing, Dec 10, 2026, 9:00 AM ET, Chelmsford Immigration Court");
});

test("whose offer lapsed may be asked again", async () => {
  drawn(<OfferingCase caseId="case-1" onClose={() => undefined} />, from(offered("OFFERED", true)).client);
  await userEvent.click(within(await screen.findByRole("dialog")).getAllByRole("combobox")[0]!);
  expect(await screen.findByRole("option", { name: /Vera Blum/, hidden: true })).not.toHaveAttribute("data-combobox-disabled", "true");
});

test("a consent that is missing is recorded on the way, and shutting its dialog leads back to the offer", async () => {
  drawn(<OfferingCase caseId="case-1" onClose={() => undefined} />, from(offered("DECLINED"), false).client);
  await userEvent.click(await screen.findByRole("button", { name: "Record the consent" }));
  const consent = await screen.findByRole("dialog", { name: "The client's consent to seek counsel" });
  await userEvent.click(within(consent).getAllByRole("button", { name: "Close" })[0]!);
  expect(await screen.findByRole("dialog", { name: "Offer a placement" })).toBeVisible();
});
