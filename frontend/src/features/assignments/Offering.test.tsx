import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Client } from "urql";
import { beforeEach, describe, expect, test } from "vitest";
import { fromValue, merge, never } from "wonka";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { ConflictSheets } from "./ConflictSheets";
import { OffersPanel } from "./OffersPanel";
import { RepresentationPanel } from "./RepresentationPanel";

const WORDS: Record<"en" | "es", { offer: string; missing: string; record: string; recordIt: string; asked: RegExp; has: RegExp; seated: RegExp; offers: RegExp; sheets: RegExp; summary: string }> = {
  en: { offer: "Offer a placement", missing: "The client's consent to seek counsel is missing", record: "Record the consent", recordIt: "Record it", asked: /Vera Blum.*asked already, answer by/, has: /Noa Katz.*has the case already/, seated: /Ida Wall.*on the team already/, offers: /offers made to you could not be loaded/, sheets: /conflict sheets could not be loaded/, summary: "What you tell them of the case" },
  es: { offer: "Ofrecer una representación", missing: "Falta el consentimiento del cliente para buscar abogado", record: "Anotar el consentimiento", recordIt: "Anotarlo", asked: /Vera Blum.*ya se le preguntó, responde antes/, has: /Noa Katz.*ya tiene el caso/, seated: /Ida Wall.*ya está en el equipo/, offers: /No se pudieron cargar las ofertas/, sheets: /No se pudieron cargar las hojas/, summary: "Qué les cuenta del caso" },
};

const assignment = (id: string, state: string, attorney: string, name: string) => ({ __typename: "Assignment", id, revision: 0, scope: "ALL", state, lapsed: false, offeredAt: "2026-11-20T12:00:00Z", expiresAt: "2026-12-04T12:00:00Z", engagedAt: null, ofRecordAt: null, answeredAt: null, endedAt: null, attorney: { __typename: "Person", id: attorney, name }, organization: null, proceeding: null, appearances: [], sheets: [] });
const aCase = (assignments: object[], may = ["offerAssignment", "giveConsent"]) => ({ __typename: "Case", id: "case-1", may, proceedings: [], assignments }) as never;
const person = (id: string, name: string) => ({ __typename: "Person", id, name, attorney: { __typename: "Attorney", languages: [], barStates: [], eoirRegistered: true, qualification: "ATTORNEY", openToOffers: true } });
const before = (standing: boolean) => ({ node: { __typename: "Case", id: "case-1", client: { __typename: "Client", id: "c", language: "es" }, leadOrganization: { __typename: "Organization", id: "o", name: "Elm City" }, consents: [{ __typename: "Consent", id: "k", purpose: "SEEK_COUNSEL", standing }], team: [{ __typename: "TeamMember", id: "m", person: { __typename: "Person", id: "p3", name: "Ida Wall" } }] } });
const attorneys = { attorneys: [person("p1", "Vera Blum"), person("p2", "Noa Katz"), person("p3", "Ida Wall"), person("p4", "Eva Roth")] };

/** A server that can't be reached. The question stays open, as with a real client: what ends is forgotten. */
const unreached = { executeQuery: (operation: object) => merge([fromValue({ operation, error: new Error("no"), stale: false, hasNext: false }), never]), suspense: false } as unknown as Client;

describe.each(["en", "es"] as const)("offering a case in %s", (language) => {
  const words = WORDS[language];
  beforeEach(() => speak(language));

  test("that the client's consent is missing is said when the dialog opens, and recorded from there", async () => {
    let standing = false;
    const { client, asked } = answering({
      BeforeOffering: () => before(standing), ChooseAttorney: () => attorneys,
      GiveConsentToSeekCounsel: () => { standing = true; return { giveConsent: { __typename: "GiveConsentPayload", consent: { __typename: "Consent", id: "k", standing: true }, case: { __typename: "Case", id: "case-1" } } }; },
    });
    drawn(<RepresentationPanel of={aCase([])} />, client);
    await userEvent.click(screen.getByRole("button", { name: words.offer }));

    expect(within(await screen.findByRole("dialog")).getByRole("alert")).toHaveTextContent(words.missing);
    expect(screen.getByLabelText(words.summary, { exact: false })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: words.record }));
    await userEvent.click(await screen.findByRole("button", { name: words.recordIt }));

    // The offer is opened again, and nothing is missing.
    expect(await screen.findByLabelText(words.summary, { exact: false })).toBeVisible();
    expect(screen.queryByText(words.missing)).toBeNull();
    const given = asked.find((one) => one.name === "GiveConsentToSeekCounsel")?.variables["input"];
    expect(given).toMatchObject({ caseId: "case-1", purpose: "SEEK_COUNSEL", audience: "ADVOCATES", nameForm: "NONE", language: "es" });
  });

  test("whoever may not record a consent is told that it is missing, and offered no way to record it", async () => {
    const { client } = answering({ BeforeOffering: () => before(false), ChooseAttorney: () => attorneys });
    drawn(<RepresentationPanel of={aCase([], ["offerAssignment"])} />, client);
    await userEvent.click(screen.getByRole("button", { name: words.offer }));

    expect(within(await screen.findByRole("dialog")).getByRole("alert")).toHaveTextContent(words.missing);
    expect(screen.queryByRole("button", { name: words.record })).toBeNull();
  });

  test("who was asked already or has the case can't be chosen, and says why; who is on the team is marked", async () => {
    const { client } = answering({ BeforeOffering: () => before(true), ChooseAttorney: () => attorneys });
    drawn(<RepresentationPanel of={aCase([assignment("a1", "OFFERED", "p1", "Vera Blum"), assignment("a2", "ENGAGED", "p2", "Noa Katz")])} />, client);
    await userEvent.click(screen.getByRole("button", { name: words.offer }));

    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getAllByRole("combobox")[0] ?? dialog);
    const options = await screen.findAllByRole("option", { name: /Vera|Noa|Ida|Eva/ });

    expect(options.map((one) => [one.textContent, one.getAttribute("data-combobox-disabled") === "true"])).toEqual([
      [expect.stringMatching(words.asked), true], [expect.stringMatching(words.has), true], [expect.stringMatching(words.seated), false], ["Eva Roth", false],
    ]);
    expect(screen.queryByText(words.missing)).toBeNull();
  });

  test("offers and conflict sheets that could not be loaded are said, also where an empty list says nothing", async () => {
    drawn(<><OffersPanel /><ConflictSheets waiting /></>, unreached);

    expect(await screen.findByText(words.offers)).toBeVisible();
    expect(await screen.findByText(words.sheets)).toBeVisible();
  });

  test("nobody is told to offer a case who may not", () => {
    const { client } = answering({});
    drawn(<RepresentationPanel of={aCase([], [])} />, client);

    expect(screen.queryByText(language === "en" ? /Offer the case to someone/ : /Ofrezca el caso/)).toBeNull();
  });
});
