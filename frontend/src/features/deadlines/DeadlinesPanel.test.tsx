import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { type Language, speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { DeadlinesPanel, type DeadlinesPart } from "./DeadlinesPanel";

const BRIEF = {
  __typename: "Deadline", id: "deadline-1", revision: 2, state: "FOR_REVIEW", rule: "bia_brief", name: "Brief to the Board", action: "File the brief with the Board", ordered: null,
  binds: "BOTH_SIDES", trigger: "BRIEFING_NOTICE", triggeredOn: "2126-11-20", triggeredAt: null, timeZone: "America/New_York", dueOn: "2126-12-10", dueAt: null, computedOn: "2026-11-23",
  citation: "8 CFR 1003.3(c)", inForceFrom: "2026-03-09", inForceUntil: null, litigationStatus: "LITIGATED", unverified: true, note: null, setByCourt: false, setAsideReason: null,
  trace: ["The briefing notice: Friday, November 20.", "20 calendar days later, counting that day as day 0: December 10."], confirmedAt: null, confirmedBy: null, filedAt: null, receivedAt: null,
  movedBecause: "RULE_CHANGED", inPlaceOf: { __typename: "Deadline", id: "deadline-0", dueOn: "2126-12-11", dueAt: null, timeZone: "America/New_York" },
};
const COURT = { ...BRIEF, id: "deadline-2", rule: "filings_individual", name: "Filings before a merits hearing", dueOn: null, unverified: false, litigationStatus: "SETTLED", movedBecause: null, inPlaceOf: null };
const FILED = { ...BRIEF, id: "deadline-3", name: "Appeal of a bond decision", state: "FILED", filedAt: "2026-11-20T15:00:00Z", inPlaceOf: null };

const COUNSEL = ["confirmDeadline", "setAsideDeadline", "recordFiling", "setCourtDeadline", "recordOutage", "workOutDeadlines"];

function of(deadlines: readonly unknown[], may: readonly string[] = COUNSEL): FragmentType<typeof DeadlinesPart> {
  return { id: "case-1", may, deadlines } as unknown as FragmentType<typeof DeadlinesPart>;
}

const WORDS: Record<Language, { empty: string; how: string; unverified: string; litigated: string; confirm: RegExp; court: RegExp; was: RegExp; done: RegExp }> = {
  en: { empty: "No deadlines yet", how: "How it was worked out", unverified: "Unverified", litigated: "In litigation", confirm: /^Confirm: Brief/, court: /^Type in the court's date: Filings/, was: /the rule changed/, done: /^Confirmed\./ },
  es: { empty: "Todavía no hay plazos", how: "Cómo se calculó", unverified: "Sin verificar", litigated: "En litigio", confirm: /^Confirmar: Brief/, court: /^Escribir la fecha del tribunal: Filings/, was: /cambió la norma/, done: /^Confirmado\./ },
};

describe.each(["en", "es"] as const)("deadlines in %s", (language) => {
  beforeEach(() => speak(language));

  test("with none it says when there will be some", () => {
    drawn(<DeadlinesPanel of={of([])} />, answering({}).client);
    expect(screen.getByText(WORDS[language].empty)).toBeVisible();
  });

  test("each step stands behind a disclosure that the keyboard opens", async () => {
    drawn(<DeadlinesPanel of={of([BRIEF])} />, answering({}).client);
    expect(screen.getByText(WORDS[language].unverified)).toBeVisible();
    expect(screen.getByText(WORDS[language].litigated)).toBeVisible();
    expect(screen.getByText(WORDS[language].was)).toBeVisible();
    const disclosure = screen.getByText(WORDS[language].how);
    expect(disclosure.closest("details")).not.toHaveAttribute("open");

    await userEvent.click(disclosure);

    expect(within(disclosure.closest("details") as HTMLElement).getAllByRole("listitem")).toHaveLength(2);
  });

  test("counsel confirms with one tap, of exactly what they saw", async () => {
    const { client, asked } = answering({ ConfirmDeadline: () => ({ confirmDeadline: { __typename: "ConfirmDeadlinePayload", case: { __typename: "Case", id: "case-1", may: [], deadlines: [] } } }) });
    drawn(<DeadlinesPanel of={of([BRIEF])} />, client);

    await userEvent.click(screen.getByRole("button", { name: WORDS[language].confirm }));

    expect(asked).toEqual([{ name: "ConfirmDeadline", variables: { input: { deadlineId: "deadline-1", expectedRevision: 2 } } }]);
    expect(await screen.findByText(WORDS[language].done)).toBeVisible();
  });

  test("what the court sets is typed in, and is not there to be confirmed", () => {
    drawn(<DeadlinesPanel of={of([COURT])} />, answering({}).client);
    expect(screen.getByRole("button", { name: WORDS[language].court })).toBeVisible();
    expect(screen.queryByRole("button", { name: WORDS[language].confirm })).toBeNull();
  });

  test("whoever may not has no buttons; what is filed is closed", () => {
    drawn(<DeadlinesPanel of={of([BRIEF, FILED], [])} />, answering({}).client);
    expect(screen.queryByRole("button", { name: WORDS[language].confirm })).toBeNull();
    expect(within(screen.getAllByRole("list")[0] as HTMLElement).queryByText("Appeal of a bond decision")).toBeNull();
  });
});
