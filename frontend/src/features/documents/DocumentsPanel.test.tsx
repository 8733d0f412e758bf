import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DocumentsOfCaseFragment } from "~/graph/generated/graphql";
import { type Language, speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { DocumentsPanel } from "./DocumentsPanel";
import { LARGEST } from "./sendFile";

const line = (id: string, kind: string, state: string, more: object = {}) => ({ __typename: "Document", id, revision: 0, kind, title: null, state, fromWhom: null, dueOn: null, note: null, files: [], ...more });
const MAY = ["layOutChecklist", "addDocument", "askForDocument", "markDocument", "addFile", "shareFile", "takeFileAway", "putFileBack"];

function aCase(documents: object[], may: readonly string[] = MAY, files: object[] = []): DocumentsOfCaseFragment {
  return { __typename: "Case", id: "case-1", may, documents, files, filesTakenAway: [] } as unknown as DocumentsOfCaseFragment;
}

const WORDS: Record<Language, { missing: string; overdue: string; tooLarge: RegExp; empty: string }> = {
  en: { missing: "Still missing: Sponsor's letter and Proof of residence.", overdue: "Overdue: Sponsor's letter.", tooLarge: /larger than 25 MB/, empty: "No documents yet" },
  es: { missing: "Todavía falta: Carta del patrocinador y Comprobante de domicilio.", overdue: "Atrasado: Carta del patrocinador.", tooLarge: /pasa de 25 MB/, empty: "Todavía no hay documentos" },
};

/** What would go to the server. */
class Sending {
  static sent: { to: string; headers: Record<string, string>; body: File }[] = [];
  static answer = { status: 201, text: "{}" };
  headers: Record<string, string> = {};
  to = "";
  status = 0;
  responseText = "";
  upload = { addEventListener: vi.fn() };
  heard: Record<string, () => void> = {};
  open(_method: string, to: string): void { this.to = to; }
  setRequestHeader(name: string, value: string): void { this.headers[name] = value; }
  addEventListener(name: string, listener: () => void): void { this.heard[name] = listener; }
  send(body: File): void {
    Sending.sent.push({ to: this.to, headers: this.headers, body });
    this.status = Sending.answer.status;
    this.responseText = Sending.answer.text;
    this.heard["load"]?.();
  }
}

describe.each(["en", "es"] as const)("the documents of a case in %s", (language) => {
  beforeEach(async () => {
    await speak(language);
    Sending.sent = [];
    Sending.answer = { status: 201, text: "{}" };
    vi.stubGlobal("XMLHttpRequest", Sending);
  });
  afterEach(() => vi.unstubAllGlobals());
  const words = WORDS[language];

  test("what is missing is one sentence, and what is overdue another", () => {
    const { client } = answering({});
    drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase([
      line("1", "SPONSOR_LETTER", "ASKED", { fromWhom: "Aunt", dueOn: "2020-01-01" }),
      line("2", "PROOF_OF_RESIDENCE", "NEEDED"),
      line("3", "NOTICE_TO_APPEAR", "FILED"),
      line("4", "MEDICAL_RECORDS", "NOT_NEEDED"),
    ]) as never} />, client);

    expect(screen.getByText(words.missing, { exact: false })).toBeVisible();
    expect(screen.getByText(words.overdue)).toBeVisible();
  });

  test("an empty list says what to do, and to whom may do nothing only that it is empty", () => {
    const { client } = answering({});
    drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase([], []) as never} />, client);

    expect(screen.getByText(words.empty)).toBeVisible();
    expect(within(screen.getByRole("region", { name: language === "en" ? "Documents" : "Documentos" })).queryAllByRole("button")).toEqual([]);
  });

  test("a file that is dropped is sent with its name, and the page asks again", async () => {
    const changed = vi.fn();
    const { client } = answering({});
    drawn(<DocumentsPanel onChanged={changed} of={aCase([line("doc-2", "PROOF_OF_RESIDENCE", "NEEDED")]) as never} />, client);
    const file = new File(["a lease"], "contrato año.txt");

    fireEvent.drop(screen.getByRole("listitem"), { dataTransfer: { files: [file] } });

    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(Sending.sent).toHaveLength(1);
    expect(Sending.sent[0]?.to).toBe("/cases/case-1/files");
    expect(Sending.sent[0]?.headers).toMatchObject({ "X-Presencia": "1", "X-Document": "doc-2", "X-File-Name": "contrato%20a%C3%B1o.txt", "Content-Type": "application/octet-stream", "Accept-Language": language });
  });

  test("what the server refuses is said beside the file's name, and nothing is asked again", async () => {
    const changed = vi.fn();
    const { client } = answering({});
    Sending.answer = { status: 422, text: JSON.stringify({ message: "This is a ZIP archive." }) };
    drawn(<DocumentsPanel onChanged={changed} of={aCase([line("1", "PROOF_OF_RESIDENCE", "NEEDED")]) as never} />, client);

    fireEvent.drop(screen.getByRole("listitem"), { dataTransfer: { files: [new File(["PK"], "all.zip")] } });

    expect(await screen.findByText(/This is a ZIP archive\./)).toHaveTextContent("all.zip: This is a ZIP archive.");
    expect(changed).not.toHaveBeenCalled();
  });

  test("a file that is too large is not sent at all", async () => {
    const { client } = answering({});
    drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase([line("1", "PROOF_OF_RESIDENCE", "NEEDED")]) as never} />, client);
    const large = new File(["x"], "scan.pdf");
    Object.defineProperty(large, "size", { value: LARGEST + 1 });

    fireEvent.drop(screen.getByRole("listitem"), { dataTransfer: { files: [large] } });

    expect(await screen.findByText(words.tooLarge)).toBeVisible();
    expect(Sending.sent).toEqual([]);
  });

  test("a line is marked received by one tap, naming the revision it was made from", async () => {
    const { client, asked } = answering({ MarkDocument: () => ({ markDocument: { __typename: "MarkDocumentPayload", case: { __typename: "Case", id: "case-1" } } }) });
    drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase([line("doc-1", "I213", "NEEDED", { revision: 4 })]) as never} />, client);

    await userEvent.click(screen.getByRole("button", { name: language === "en" ? "Received: I-213" : "Recibido: Formulario I-213" }));

    expect(asked).toEqual([{ name: "MarkDocument", variables: { input: { documentId: "doc-1", expectedRevision: 4, state: "RECEIVED" } } }]);
  });
});
