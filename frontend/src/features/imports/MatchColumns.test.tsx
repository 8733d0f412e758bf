import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { WholeSpreadsheetFragment } from "~/graph/generated/graphql";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { MatchColumns } from "./MatchColumns";

const WORDS: Record<"en" | "es", { means: (name: string) => string; save: string; name: string; order: string; day: string; unread: string }> = {
  en: { means: (name) => `What “${name}” means`, save: "Use these columns", name: "Full name", order: "What comes first in dates such as 3/4/2026?", day: "The day: April 3", unread: "1 column is not read." },
  es: { means: (name) => `Qué significa «${name}»`, save: "Usar estas columnas", name: "Nombre completo", order: "¿Qué va primero en fechas como 3/4/2026?", day: "El día: 3 de abril", unread: "1 columna no se lee." },
};

function aSheet(more: Partial<WholeSpreadsheetFragment> = {}): WholeSpreadsheetFragment {
  return { __typename: "Spreadsheet", id: "sheet-1", revision: 3, name: "list.csv", state: "READY", rows: 2, done: 2, header: ["Quien", "A#", "DOB"], meanings: [null, "A_NUMBER", "BIRTH_DATE"], dayFirst: null, orderAsked: false, knownRule: "SKIP", finishedAt: null, undoUntil: null, newRows: 2, knownRows: 0, problemRows: 0, leftOutRows: 0, madeRows: 0, filledRows: 0, keptRows: 0, failedRows: 0, takenBackRows: 0, stayedRows: 0, ...more } as WholeSpreadsheetFragment;
}

const SAMPLES = () => ({ spreadsheetRows: { __typename: "SpreadsheetRowConnection", edges: [["", "A1234567", "3/4/1990"], ["Luz Ortega", "", ""]].map((cells, index) => ({ __typename: "SpreadsheetRowEdge", node: { __typename: "SpreadsheetRow", id: `row-${index}`, cells } })) } });
const MATCHED = () => ({ matchColumns: { __typename: "MatchColumnsPayload", spreadsheet: aSheet() } });

describe.each(["en", "es"] as const)("matching columns in %s", (language) => {
  beforeEach(() => speak(language));
  const words = WORDS[language];

  test("what is not read is said, with the first cell that says something", () => {
    const { client } = answering({ SpreadsheetSamples: SAMPLES });
    drawn(<MatchColumns sheet={aSheet()} onMatched={vi.fn()} />, client);

    expect(screen.getByText(words.unread)).toBeVisible();
    expect(screen.getByText(/Luz Ortega/)).toBeVisible();
    expect(screen.getByRole("button", { name: words.save })).toBeDisabled();
  });

  test("a column is matched by hand, and what meant it before is not read any more", async () => {
    const done = vi.fn();
    const { client, asked } = answering({ SpreadsheetSamples: SAMPLES, MatchColumns: MATCHED });
    drawn(<MatchColumns sheet={aSheet({ meanings: [null, "FULL_NAME", "BIRTH_DATE"] })} onMatched={done} />, client);
    const user = userEvent.setup();

    await user.click(screen.getByRole("combobox", { name: words.means("Quien") }));
    await user.click(await screen.findByRole("option", { name: words.name }));
    await user.click(screen.getByRole("button", { name: words.save }));

    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(asked.find((one) => one.name === "MatchColumns")?.variables).toEqual({ input: { spreadsheetId: "sheet-1", expectedRevision: 3, meanings: ["FULL_NAME", null, "BIRTH_DATE"], dayFirst: null } });
  });

  test("where the dates do not show it, one is asked what comes first", async () => {
    const { client, asked } = answering({ SpreadsheetSamples: SAMPLES, MatchColumns: MATCHED });
    drawn(<MatchColumns sheet={aSheet({ orderAsked: true })} onMatched={vi.fn()} />, client);
    const user = userEvent.setup();

    expect(screen.getByText(words.order)).toBeVisible();
    await user.click(screen.getByRole("radio", { name: words.day }));
    await user.click(screen.getByRole("button", { name: words.save }));

    await vi.waitFor(() => expect(asked.find((one) => one.name === "MatchColumns")?.variables).toMatchObject({ input: { dayFirst: true } }));
  });

  test("a refusal is said, and nothing is taken for saved", async () => {
    const done = vi.fn();
    const { client } = answering({ SpreadsheetSamples: SAMPLES, MatchColumns: () => ({ matchColumns: { __typename: "Invalid", message: "Two columns cannot mean the same." } }) });
    drawn(<MatchColumns sheet={aSheet({ orderAsked: true })} onMatched={done} />, client);
    const user = userEvent.setup();

    await user.click(screen.getByRole("radio", { name: words.day }));
    await user.click(screen.getByRole("button", { name: words.save }));

    expect(await screen.findByRole("alert")).toHaveTextContent("Two columns cannot mean the same.");
    expect(done).not.toHaveBeenCalled();
  });
});
