import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { DeadlinesPanel, type DeadlinesPart } from "./DeadlinesPanel";

const BRIEF = {
  __typename: "Deadline", id: "deadline-1", revision: 2, state: "FOR_REVIEW", rule: "bia_brief", name: "Brief to the Board", action: "File the brief with the Board", ordered: null,
  binds: "BOTH_SIDES", trigger: "BRIEFING_NOTICE", triggeredOn: "2126-11-20", triggeredAt: null, timeZone: "America/New_York", dueOn: "2126-12-10", dueAt: null, computedOn: "2026-11-23",
  citation: "8 CFR 1003.3(c)", inForceFrom: "2026-03-09", inForceUntil: null, litigationStatus: "LITIGATED", unverified: true, note: null, setByCourt: false, setAsideReason: null,
  trace: ["The briefing notice: Friday, November 20.", "20 calendar days later, counting that day as day 0: December 10."], confirmedAt: null, confirmedBy: null, filedAt: null, receivedAt: null,
  movedBecause: "RULE_CHANGED", fellAwayAt: null, hearing: null, proceeding: null, inPlaceOf: { __typename: "Deadline", id: "deadline-0", dueOn: "2126-12-11", dueAt: null, timeZone: "America/New_York" },
};
const COURT = { ...BRIEF, id: "deadline-2", rule: "filings_individual", name: "Filings before a merits hearing", dueOn: null, unverified: false, litigationStatus: "SETTLED", movedBecause: null, inPlaceOf: null };
const FILED = { ...BRIEF, id: "deadline-3", name: "Appeal of a bond decision", state: "FILED", filedAt: "2026-11-20T15:00:00Z", inPlaceOf: null };

const MERITS = (id: string, startsAt: string, triggeredOn: string) => ({
  ...COURT, id, trigger: "INDIVIDUAL_HEARING", triggeredOn, proceeding: { __typename: "Proceeding", id: "removal", kind: "REMOVAL" },
  hearing: { __typename: "Hearing", id: `hearing-of-${id}`, occasion: { __typename: "Occasion", id: `occasion-of-${id}`, kind: "INDIVIDUAL_HEARING", startsAt, timeZone: "America/New_York", hourKnown: true } },
});
const APRIL = MERITS("deadline-4", "2127-04-02T12:30:00Z", "2127-04-02");
const MAY = MERITS("deadline-5", "2127-05-09T13:00:00Z", "2127-05-09");
const GONE = { ...MERITS("deadline-6", "2127-06-09T13:00:00Z", "2127-06-09"), state: "SUPERSEDED", movedBecause: "HEARING_VACATED", fellAwayAt: "2026-11-23T15:00:00Z", dueOn: "2127-05-10" };

const COUNSEL = ["confirmDeadline", "setAsideDeadline", "recordFiling", "setCourtDeadline", "recordOutage", "workOutDeadlines"];

function of(deadlines: readonly unknown[], may: readonly string[] = COUNSEL): FragmentType<typeof DeadlinesPart> {
  return { id: "case-1", may, deadlines } as unknown as FragmentType<typeof DeadlinesPart>;
}

const WORDS: Record<"en" | "es", { empty: string; how: string; unverified: string; litigated: string; confirm: RegExp; court: RegExp; was: RegExp; done: RegExp; april: RegExp; may: RegExp; notice: RegExp; fallen: string; vacated: RegExp }> = {
  en: { empty: "No deadlines yet", how: "How it was worked out", unverified: "Unverified", litigated: "In litigation", confirm: /^Confirm: Brief/, court: /^Type in the court's date: Filings/, was: /the rule changed/, done: /^Confirmed\./, april: /For: Merits hearing, Apr 2, 2127, 8:30.AM ET · Removal/, may: /For: Merits hearing, May 9, 2127, 9:00.AM ET · Removal/, notice: /From: Briefing notice, Wed, Nov 20, 2126/, fallen: "Fell away: 1", vacated: /the hearing was taken off the calendar/ },
  es: { empty: "Todavía no hay plazos", how: "Cómo se calculó", unverified: "Sin verificar", litigated: "En litigio", confirm: /^Confirmar: Brief/, court: /^Escribir la fecha del tribunal: Filings/, was: /cambió la norma/, done: /^Confirmado\./, april: /Para: Audiencia de fondo.*2 abr 2127.*8:30.*Deportación/, may: /Para: Audiencia de fondo.*9 may 2127.*9:00.*Deportación/, notice: /Desde: Aviso para presentar escritos.*20 de nov.*2126/, fallen: "Ya no corren: 1", vacated: /la audiencia se quitó del calendario/ },
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

  test("of two that are called alike each says for which hearing it is, or from what it runs", () => {
    drawn(<DeadlinesPanel of={of([APRIL, MAY, BRIEF])} />, answering({}).client);

    const said = Array.from((screen.getAllByRole("list")[0] as HTMLElement).children, (row) => row.textContent);
    expect(said[0]).toMatch(WORDS[language].april);
    expect(said[1]).toMatch(WORDS[language].may);
    expect(said[2]).toMatch(WORDS[language].notice);
  });

  test("what fell away stays, struck and folded, with the reason, and nothing can be done with it", async () => {
    drawn(<DeadlinesPanel of={of([APRIL, GONE])} />, answering({}).client);
    expect((screen.getAllByRole("list")[0] as HTMLElement).children).toHaveLength(1);

    const folded = screen.getByText(WORDS[language].fallen);
    expect(folded.closest("details")).not.toHaveAttribute("open");
    await userEvent.click(folded);

    const row = within(folded.closest("details") as HTMLElement);
    expect(row.getByText(WORDS[language].vacated)).toBeVisible();
    expect(row.getByText("Filings before a merits hearing")).toHaveStyle({ textDecoration: "line-through" });
    expect(row.queryByRole("button")).toBeNull();
  });
});
