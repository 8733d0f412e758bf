import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DocumentsOfCaseFragment } from "~/graph/generated/graphql";
import { speak } from "~/language/i18n";
import { answering, around, drawn } from "../../../tests/drawn";
import { DocumentsPanel } from "./DocumentsPanel";
import { LARGEST } from "./sendFile";

const line = (id: string, kind: string, state: string, more: object = {}) => ({ __typename: "Document", id, revision: 0, kind, title: null, state, fromWhom: null, dueOn: null, note: null, files: [], ...more });
const MAY = ["layOutChecklist", "addDocument", "askForDocument", "markDocument", "addFile", "shareFile", "takeFileAway", "putFileBack"];

function aCase(documents: object[], may: readonly string[] = MAY, files: object[] = []): DocumentsOfCaseFragment {
  return { __typename: "Case", id: "case-1", may, documents, files, filesTakenAway: [] } as unknown as DocumentsOfCaseFragment;
}

const WORDS: Record<"en" | "es", { missing: string; overdue: string; tooLarge: RegExp; empty: string }> = {
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

  test("lines stand by how far they have come, and what is filed or not needed is folded away", () => {
    const { client } = answering({});
    drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase([line("1", "SPONSOR_LETTER", "ASKED"), line("2", "I213", "RECEIVED"), line("3", "NOTICE_TO_APPEAR", "FILED"), line("4", "MEDICAL_RECORDS", "NOT_NEEDED")]) as never} />, client);

    const groups = [...document.querySelectorAll("details.group")] as HTMLDetailsElement[];

    expect(groups.map((one) => [one.querySelector("summary")?.textContent, one.open])).toEqual(language === "en"
      ? [["Still missing (1)", true], ["Received (1)", true], ["Filed (1)", false], ["Not needed (1)", false]]
      : [["Todavía falta (1)", true], ["Recibido (1)", true], ["Presentado (1)", false], ["No hace falta (1)", false]]);
  });

  test("what was just sent stands on top, and has the focus", async () => {
    Sending.answer = { status: 201, text: JSON.stringify({ id: "file-9", kind: "TEXT", size: 8 }) };
    const { client } = answering({});
    const came = { __typename: "CaseFile", id: "file-9", revision: 0, name: "lease.txt", kind: "TEXT", size: 8, audience: "LEGAL_TEAM", addedAt: "2026-11-30T12:00:00Z", addedBy: null, takenAwayAt: null, takenAwayBy: null, document: { __typename: "Document", id: "doc-1" } };
    const begun = [line("doc-1", "I213", "NEEDED")];
    const { rerender } = drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase(begun) as never} />, client);

    fireEvent.drop(screen.getByRole("listitem"), { dataTransfer: { files: [new File(["a lease."], "lease.txt")] } });
    await vi.waitFor(() => expect(Sending.sent).toHaveLength(1));
    rerender(around(<DocumentsPanel onChanged={vi.fn()} of={aCase([line("doc-1", "I213", "RECEIVED", { files: [came] })], MAY, [came]) as never} />, client));

    const just = await screen.findByRole("region", { name: language === "en" ? "Just added" : "Recién agregado" });
    expect(within(just).getByRole("link", { name: "lease.txt" })).toBeVisible();
    expect(just).toHaveFocus();
  });

  test("a text is looked at within the page, fetched for this once and kept by nobody; a PDF is only saved", async () => {
    const fetched = vi.fn(async (_to: string, _how: RequestInit) => new Response("Come on Tuesday."));
    vi.stubGlobal("fetch", fetched);
    const file = (id: string, name: string, kind: string) => ({ __typename: "CaseFile", id, revision: 0, name, kind, size: 16, audience: "LEGAL_TEAM", addedAt: "2026-11-30T12:00:00Z", addedBy: null, takenAwayAt: null, takenAwayBy: null, document: null });
    const { client } = answering({});
    drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase([], MAY, [file("f1", "flyer.txt", "TEXT"), file("f2", "i213.pdf", "PDF")]) as never} />, client);

    await userEvent.click(screen.getByRole("button", { name: language === "en" ? "View flyer.txt" : "Ver flyer.txt" }));

    expect(await screen.findByText("Come on Tuesday.")).toBeVisible();
    expect(fetched.mock.calls.map(([to, how]) => [to, how.cache])).toEqual([["/files/f1", "no-store"]]);
    expect(screen.queryByRole("button", { name: /i213\.pdf/, hidden: true })?.textContent).not.toMatch(/View|Ver/);
  });

  test("why a file can't be looked at is said where it would stand", async () => {
    vi.stubGlobal("fetch", async () => Response.json({ message: "This file was taken away." }, { status: 409 }));
    const { client } = answering({});
    const photo = { __typename: "CaseFile", id: "f1", revision: 0, name: "house.jpg", kind: "JPEG", size: 16, audience: "LEGAL_TEAM", addedAt: "2026-11-30T12:00:00Z", addedBy: null, takenAwayAt: null, takenAwayBy: null, document: null };
    drawn(<DocumentsPanel onChanged={vi.fn()} of={aCase([], MAY, [photo]) as never} />, client);

    await userEvent.click(screen.getByRole("button", { name: language === "en" ? "View house.jpg" : "Ver house.jpg" }));

    expect(await within(await screen.findByRole("dialog")).findByRole("alert")).toHaveTextContent("This file was taken away.");
  });
});
