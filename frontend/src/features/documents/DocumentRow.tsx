import { Button, FileButton, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { DragEventHandler } from "react";
import { Tag, type Tone } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql } from "~/graph/generated";
import type { DocumentKind, DocumentState } from "~/graph/generated/graphql";
import { plainDate } from "~/language/times";
import { Word } from "~/language/Word";
import { documentForWords, documentStateWords } from "~/language/words";
import { type FilePart, FileRow } from "./FileRow";
import { ACCEPTED } from "./sendFile";

const Mark = graphql(`
  mutation MarkDocument($input: MarkDocumentInput!) {
    markDocument(input: $input) { __typename ... on MarkDocumentPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }
  }
`);

const TONES: Record<DocumentState, Tone> = { NEEDED: "orange", ASKED: "yellow", RECEIVED: "teal", FILED: "green", NOT_NEEDED: "gray" };

type Line = { id: string; revision: number; kind: DocumentKind; state: DocumentState; fromWhom?: string | null | undefined; dueOn?: string | null | undefined; note?: string | null | undefined; files: readonly ({ id: string } & FragmentType<typeof FilePart>)[] };
type Props = {
  document: Line;
  called: string;
  late: boolean;
  may: readonly string[];
  onAsk: () => void;
  onPut: (files: readonly File[]) => void;
  dropped: { onDragOver?: DragEventHandler; onDrop?: DragEventHandler };
};

/** One line of the checklist: how far it has come, its files, and what to do next. */
export function DocumentRow({ document, called, late, may: acts, onAsk, onPut, dropped }: Props) {
  const { t } = useLingui();
  const may = (act: string): boolean => acts.includes(act);
  const missing = document.state === "NEEDED" || document.state === "ASKED";
  const mark = (state: DocumentState) => ({ documentId: document.id, expectedRevision: document.revision, state });
  return (
    <li {...dropped}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div style={{ minWidth: 0 }}>
          <strong>{called}</strong>
          <div className="quiet"><Word of={document.kind} in={documentForWords} /></div>
          {document.fromWhom || document.dueOn ? <div>{[document.fromWhom ? t`from ${document.fromWhom}` : null, document.dueOn ? t`by ${plainDate(document.dueOn)}` : null].filter(Boolean).join(", ")}</div> : null}
          {document.note ? <div className="quiet" style={{ whiteSpace: "pre-wrap" }}>{document.note}</div> : null}
        </div>
        <Tag tone={late ? "red" : TONES[document.state]}>{late ? <Trans>Overdue</Trans> : <Word of={document.state} in={documentStateWords} />}</Tag>
      </Group>
      {document.files.length > 0 ? <div style={{ display: "grid", gap: 6, marginTop: 6 }}>{document.files.map((file) => <FileRow key={file.id} of={file} may={acts} />)}</div> : null}
      <Group gap={6} mt={6}>
        {may("askForDocument") && (missing || document.state === "NOT_NEEDED") ? <Button size="compact-sm" variant="default" aria-label={t`Ask for it: ${called}`} onClick={onAsk}><Trans>Ask for it</Trans></Button> : null}
        {may("addFile") && document.state !== "NOT_NEEDED" ? <FileButton accept={ACCEPTED} onChange={(file) => onPut(file ? [file] : [])}>{(props) => <Button size="compact-sm" variant="default" aria-label={t`Add a file of ${called}`} {...props}><Trans>Add a file</Trans></Button>}</FileButton> : null}
        {may("markDocument") && document.state !== "RECEIVED" && document.state !== "FILED" ? <VerbButton verb={Mark} label={t`Received`} aria-label={t`Received: ${called}`} told={t`Noted.`} input={mark("RECEIVED")} /> : null}
        {may("markDocument") && document.state === "RECEIVED" ? <VerbButton verb={Mark} label={t`Filed`} aria-label={t`Filed: ${called}`} told={t`Noted.`} input={mark("FILED")} /> : null}
        {may("markDocument") && missing ? <VerbButton variant="subtle" color="gray" verb={Mark} label={t`Not needed`} aria-label={t`Not needed: ${called}`} told={t`Noted.`} input={mark("NOT_NEEDED")} /> : null}
        {may("markDocument") && !missing ? <VerbButton variant="subtle" color="gray" verb={Mark} label={t`Needed again`} aria-label={t`Needed again: ${called}`} told={t`Noted.`} input={mark("NEEDED")} /> : null}
      </Group>
    </li>
  );
}
