import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { HearingsPanel, type HearingsOfCase } from "./HearingsPanel";

const OCCASION = { __typename: "Occasion", kind: "MASTER_HEARING", state: "CONFIRMED", sequence: 1, endsAt: "2126-12-02T15:00:00Z", wallStarts: "2126-12-02T09:00", timeZone: "America/New_York", hourKnown: true, room: null, medium: "IN_PERSON", joinUrl: null };
const HEARING = {
  __typename: "Hearing", revision: 3, judge: null, source: "PRINTED_NOTICE", confidence: "ONE_SOURCE", checkedAt: "2026-11-20T15:00:00Z", outcome: null, outcomeNote: null, awaitingReport: false, closedToPublic: false, interpreterLanguage: null,
  checkedBy: null, dateChecks: [], dateSources: [], court: null, location: null, proceeding: { __typename: "Proceeding", id: "removal", kind: "REMOVAL" }, state: "ONE_SOURCE", dateStanding: null, advancedByCourt: false, adjournmentCode: null, scheduleType: null, movedFrom: null, reportedAt: null, replacedBy: null,
};
const hearing = (id: string, startsAt: string, more: object = {}, occasion: object = {}) => ({ ...HEARING, id, ...more, occasion: { ...OCCASION, id: `occasion-${id}`, startsAt, ...occasion } });
const AHEAD = hearing("ahead", "2126-12-02T14:00:00Z");
const BEGUN = hearing("begun", "2026-01-05T14:00:00Z", { proceeding: { __typename: "Proceeding", id: "bond", kind: "BOND" }, awaitingReport: true });
const REPORTED = hearing("reported", "2026-01-05T14:00:00Z", { outcome: "CONTINUED", reportedAt: "2026-01-05T15:00:00Z" }, { state: "HELD" });

function of(hearings: readonly unknown[], more: readonly string[] = []): FragmentType<typeof HearingsOfCase> {
  return { id: "case-1", may: ["reportHearing", "cancelHearing", "rescheduleHearing", "checkDate", ...more], proceedings: [], hearings } as unknown as FragmentType<typeof HearingsOfCase>;
}

const answers = answering({ CaseProceedings: () => ({ case: { __typename: "Case", id: "case-1", proceedings: [] } }) });

const WORDS: Record<"en" | "es", { more: string; report: string; cancel: string; removal: string; bond: string; named: RegExp; correct: string; next: string; told: string; save: string }> = {
  en: { more: "More about this hearing", report: "Report what happened", cancel: "Cancel the hearing", removal: "Removal", bond: "Bond", named: /Master hearing · Bond · .*Jan 5/, correct: "Correct the report", next: "Next date, if it was another", told: "Whoever was told of the next date is told that it moved.", save: "Save the correction" },
  es: { more: "Más sobre esta audiencia", report: "Contar lo que pasó", cancel: "Cancelar la audiencia", removal: "Deportación", bond: "Fianza", named: /Audiencia preliminar.* · Fianza · .*5.*ene/, correct: "Corregir el informe", next: "Próxima fecha, si era otra", told: "A quien se le avisó de la próxima fecha se le avisa del cambio.", save: "Guardar la corrección" },
};

describe.each(["en", "es"] as const)("the hearings of a case in %s", (language) => {
  beforeEach(() => speak(language));

  test("each says in which proceeding it is", () => {
    drawn(<HearingsPanel of={of([AHEAD, BEGUN])} />, answers.client);

    expect(screen.getByText(WORDS[language].removal)).toBeVisible();
    expect(screen.getByText(WORDS[language].bond)).toBeVisible();
  });

  test("what happened is reported of a hearing that has begun, and its dialog says which that is", async () => {
    drawn(<HearingsPanel of={of([BEGUN])} />, answers.client);
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].more }));
    await userEvent.click(await screen.findByRole("menuitem", { name: WORDS[language].report }));

    expect(within(await screen.findByRole("dialog")).getByText(WORDS[language].named)).toBeVisible();
  });

  test("of a hearing that is ahead nothing is reported yet", async () => {
    drawn(<HearingsPanel of={of([AHEAD])} />, answers.client);
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].more }));

    expect(await screen.findByRole("menuitem", { name: WORDS[language].cancel })).toBeVisible();
    expect(screen.queryByRole("menuitem", { name: WORDS[language].report })).toBeNull();
  });

  test("what was reported is corrected by whoever may, with what it said before them, and only what is named is sent", async () => {
    const { client, asked } = answering({ CaseProceedings: () => ({ case: { __typename: "Case", id: "case-1", proceedings: [] } }), CorrectReport: () => ({ correctReport: { __typename: "NotAllowedByState", message: "Nothing is different." } }) });
    drawn(<HearingsPanel of={of([hearing("reported", "2026-01-05T14:00:00Z", { outcome: "BOND_DENIED", outcomeNote: "They wept." }, { state: "HELD" })], ["correctReport"])} />, client);
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].more }));
    await userEvent.click(await screen.findByRole("menuitem", { name: WORDS[language].correct }));
    expect(await screen.findByDisplayValue("They wept.")).toBeVisible();
    expect(screen.queryByText(WORDS[language].told)).toBeNull();
    fireEvent.change(screen.getByLabelText(WORDS[language].next), { target: { value: "2026-02-05T09:00" } });
    expect(await screen.findByText(WORDS[language].told)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].save }));

    await waitFor(() => expect(asked.at(-1)).toMatchObject({ name: "CorrectReport", variables: { input: { hearingId: "reported", expectedRevision: 3, outcome: "BOND_DENIED", note: "They wept.", bondAmount: null, next: { startsAt: "2026-02-05T09:00" } } } }));
    // How it was decided stays as it is, where nobody says that it was another.
    expect(asked.at(-1)).not.toHaveProperty("variables.input.decision.givenHow");
    expect(await screen.findByText("Nothing is different.")).toBeVisible();
  });

  test("what was reported is not reported again", () => {
    drawn(<HearingsPanel of={of([REPORTED])} />, answers.client);

    expect(screen.queryByRole("button", { name: WORDS[language].more })).toBeNull();
  });
});
