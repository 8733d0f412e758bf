import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { HearingRowFragment } from "~/graph/generated/graphql";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { CheckDateDialog } from "./CheckDateDialog";
import { ReportDialog } from "./ReportDialog";

const HEARING = { id: "hearing-1", revision: 3, proceeding: { id: "proceeding-1", kind: "BOND" }, occasion: { id: "occasion-1", kind: "BOND_HEARING", hourKnown: true, sequence: 4, startsAt: "2026-12-02T14:00:00Z", timeZone: "America/New_York" } } as unknown as HearingRowFragment;

const WORDS: Record<"en" | "es", { outcome: string; denied: string; continued: string; given: string; save: string; more: string; task: string; number: string; ask: string; said: string; other: string; time: string; check: string}> = {
  en: { outcome: "Outcome *", denied: "Bond denied", continued: "Continued", given: "The decision was given *", save: "Save the report", more: "Add tasks, or the court's code", task: "What is to be done", number: "1-800-898-7180", ask: "Where did you ask? *", said: "What did they say? *", other: "another date", time: "The time they gave *", check: "Save" },
  es: { outcome: "Resultado *", denied: "Fianza negada", continued: "Aplazada", given: "La decisión se dio *", save: "Guardar el informe", more: "Agregar tareas o el código del tribunal", task: "Qué hay que hacer", number: "1-800-898-7180", ask: "¿Dónde preguntó? *", said: "¿Qué dijeron? *", other: "otra fecha", time: "La hora que dieron *", check: "Guardar" },
};

describe.each(["en", "es"] as const)("after a hearing, in %s", (language) => {
  beforeEach(() => speak(language));

  test("an outcome that decides asks how it was given, and all goes in one act", async () => {
    const closed = vi.fn();
    const { client, asked } = answering({ ReportHearing: () => ({ reportHearing: { __typename: "ReportHearingPayload", hearing: null, nextHearing: null } }) });
    drawn(<ReportDialog hearing={HEARING} onClose={closed} />, client);
    expect(screen.queryByLabelText(WORDS[language].given)).toBeNull();

    await userEvent.click(screen.getByLabelText(WORDS[language].outcome, { selector: "input" }));
    await userEvent.click(await screen.findByText(WORDS[language].denied));
    expect(await screen.findByLabelText(WORDS[language].given, { selector: "input" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].more }));
    await userEvent.type(screen.getByLabelText(WORDS[language].task), "Call the sponsor");
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].save }));

    await waitFor(() => expect(asked.at(-1)).toMatchObject({ name: "ReportHearing", variables: { input: { hearingId: "hearing-1", expectedRevision: 3, outcome: "BOND_DENIED", decision: { givenHow: "ORAL", appealByClient: "NOT_SAID" }, tasks: [{ title: "Call the sponsor" }] } } }));
  });

  test("an outcome that decides nothing sends no decision", async () => {
    const { client, asked } = answering({ ReportHearing: () => ({ reportHearing: { __typename: "NotAllowedByState", message: "Too early." } }) });
    drawn(<ReportDialog hearing={HEARING} onClose={vi.fn()} />, client);
    await userEvent.click(screen.getByLabelText(WORDS[language].outcome, { selector: "input" }));
    await userEvent.click(await screen.findByText(WORDS[language].continued));
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].save }));
    await waitFor(() => expect(asked.at(-1)?.name).toBe("ReportHearing"));
    expect(asked.at(-1)).not.toHaveProperty("variables.input.decision.givenHow");
    expect(await screen.findByText("Too early.")).toBeVisible();
  });

  test("checking a date shows the official number, and another time is asked for", async () => {
    const { client, asked } = answering({ CheckDate: () => ({ checkDate: { __typename: "CheckDatePayload", hearing: null } }) });
    drawn(<CheckDateDialog hearing={HEARING} onClose={vi.fn()} />, client);
    expect(screen.getByText(/EOIR/)).toBeVisible();
    expect(screen.getByRole("link").getAttribute("href")).toBe(`tel:${WORDS[language].number}`);

    await userEvent.click(screen.getByLabelText(WORDS[language].said, { selector: "input" }));
    await userEvent.click(await screen.findByText(WORDS[language].other));
    await userEvent.click(screen.getByRole("button", { name: WORDS[language].check }));
    expect(await screen.findByLabelText(WORDS[language].time)).toHaveAttribute("aria-invalid", "true");
    expect(asked).toEqual([]);
  });
});
