import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { Compared } from "./Compared";
import { OutcomesOfCase } from "./OutcomesPanel";

const WORDS: Record<"en" | "es", { show: string; people: string; enter: RegExp; notes: string; numbers: string; few: string; together: string; compare: string }> = {
  en: { show: "Show what happened", people: "31 people in the room", enter: /^Enter what happened:/, notes: "It was said in open court, and I have it from notes", numbers: "Letters handed in", few: "Fewer than five hearings", together: "10 to 29 and not counted", compare: "Too few to compare." },
  es: { show: "Mostrar lo que pasó", people: "31 personas en la sala", enter: /^Anotar lo que pasó:/, notes: "Se dijo en audiencia pública y lo sé por apuntes", numbers: "Cartas entregadas", few: "Menos de cinco audiencias", together: "de 10 a 29 y no se contó", compare: "Muy pocas para comparar." },
};

const DATE = { id: "occasion-1", kind: "BOND_HEARING", startsAt: "2026-11-20T14:00:00Z", timeZone: "America/New_York" };
const OUTCOME = { id: "outcome-1", revision: 0, supporters: 31, officials: 2, letters: 0, press: null, result: "BOND_GRANTED", resultReported: true, recordedAt: "2026-11-20T18:00:00Z", recordedBy: { id: "ana", name: "Ana Okafor" }, occasion: DATE, words: { said: "That he may go.", pressLinks: [], clearedAt: null, clearedBy: null } };
const CASE = { id: "case-1", may: ["recordOutcome"], audience: "COORDINATOR", outcomes: [OUTCOME], awaitingOutcome: [{ ...DATE, id: "occasion-2", kind: "MASTER_HEARING" }] };
const counted = (...counts: number[]) => counts.map((count, place) => ({ results: [["FOR_CLIENT"], ["AGAINST_CLIENT"], ["NEITHER"]][place], count, percent: 33 }));

describe.each(["en", "es"] as const)("what happened in %s", (language) => {
  beforeEach(() => speak(language));

  test("is asked for only when somebody opens it, and is entered from the list of dates that are over", async () => {
    const { client, asked } = answering({ CaseOutcomes: () => ({ case: CASE }) });
    drawn(<OutcomesOfCase shortId="C-10001" />, client);
    expect(asked).toEqual([]);

    await userEvent.click(screen.getByRole("button", { name: WORDS[language].show }));

    expect(await screen.findByText(WORDS[language].people, { exact: false })).toBeVisible();
    expect(screen.getByText("That he may go.", { exact: false })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].enter }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByLabelText(WORDS[language].notes)).not.toBeChecked();
    expect(dialog.querySelector("input[type=file]")).toBeNull();
  });

  test("of advocates asks for numbers alone, and of actions alone", async () => {
    const vigil = { ...DATE, id: "occasion-3", kind: "VIGIL" };
    const { client } = answering({ CaseOutcomes: () => ({ case: { ...CASE, audience: "ADVOCATE", outcomes: [{ ...OUTCOME, words: null }], awaitingOutcome: [vigil] } }) });
    drawn(<OutcomesOfCase shortId="C-10001" />, client);
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].show }));

    await userEvent.click(await screen.findByRole("button", { name: WORDS[language].enter }));

    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByLabelText(WORDS[language].numbers)).toBeVisible();
    expect(within(dialog).queryByLabelText(WORDS[language].notes)).toBeNull();
    expect(dialog.querySelectorAll("textarea")).toHaveLength(0);
  });

  test("side by side puts together what is too few, and says so where nothing can be told", () => {
    const kind = {
      kind: "BOND", total: 46, results: counted(22, 13, 11),
      splits: [{ by: "PRESENCE", rows: [{ levels: ["NOBODY"], total: 17, results: counted(6, 6, 5) }, { levels: ["UP_TO_29", "NOT_COUNTED"], total: 29, results: counted(16, 7, 6) }] }, { by: "PRESS", rows: [] }],
    };
    const { unmount } = drawn(<Compared of={kind as never} />, answering({}).client);
    expect(screen.getByRole("row", { name: new RegExp(WORDS[language].together) })).toBeVisible();
    expect(screen.getByText(WORDS[language].compare)).toBeVisible();
    unmount();

    drawn(<Compared of={{ kind: "MERITS", total: null, results: [], splits: [] } as never} />, answering({}).client);
    expect(screen.getByText(WORDS[language].few)).toBeVisible();
    expect(screen.queryByRole("table")).toBeNull();
  });
});
