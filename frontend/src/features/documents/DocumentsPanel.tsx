import { Button, FileButton, Menu, Progress } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { Empty, Panel, Refusal } from "~/design/pieces";
import { ChoiceField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { DocumentKind, DocumentState, DocumentTrack } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { WRITTEN_AS, currentLanguage } from "~/language/i18n";
import { Word } from "~/language/Word";
import { documentKindWords, documentTrackWords } from "~/language/words";
import { DocumentRow } from "./DocumentRow";
import { FileRow, TakenAway } from "./FileRow";
import { ACCEPTED, useSendFiles } from "./sendFile";

export const DocumentsPart = graphql(`
  fragment DocumentsOfCase on Case {
    id may
    documents { id revision kind title state fromWhom dueOn note files { id ...FileRow } }
    files { id document { id } ...FileRow }
    filesTakenAway { id ...FileRow }
  }
`);
const LayOut = graphql(`
  mutation LayOutChecklist($input: LayOutChecklistInput!) {
    layOutChecklist(input: $input) { __typename ... on LayOutChecklistPayload { case { id ...DocumentsOfCase } } ... on UserError { message } }
  }
`);
const Add = graphql(`
  mutation AddDocument($input: AddDocumentInput!) {
    addDocument(input: $input) { __typename ... on AddDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Ask = graphql(`
  mutation AskForDocument($input: AskForDocumentInput!) {
    askForDocument(input: $input) { __typename ... on AskForDocumentPayload { case { id ...DocumentsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
type Added = { kind: DocumentKind; title: string; fromWhom: string; dueOn: string; note: string };
type Asked = { fromWhom: string; dueOn: string; note: string };

const TRACKS = Object.keys(documentTrackWords) as DocumentTrack[];

/** The checklist of a case and its files: dropped here, chosen, or photographed with a telephone. */
export function DocumentsPanel({ of, onChanged }: { of: FragmentType<typeof DocumentsPart>; onChanged: () => void }) {
  const { t, i18n } = useLingui();
  const one = readFragment(DocumentsPart, of);
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState<(typeof one.documents)[number]>();
  const kinds = useChoices(documentKindWords);
  const { send, sending, added, refused } = useSendFiles(one.id, onChanged);
  const { send: layOut } = useVerb(LayOut);
  const may = (act: string): boolean => one.may.includes(act);
  const today = new Date().toISOString().slice(0, 10);
  const called = (document: (typeof one.documents)[number]): string => [document.kind === "OTHER" ? null : i18n._(documentKindWords[document.kind]), document.title].filter(Boolean).join(": ");
  const lacking = one.documents.filter((document) => document.state === "NEEDED" || document.state === "ASKED");
  const late = lacking.filter((document) => document.dueOn && document.dueOn < today);
  // The newest first: what somebody looks for is mostly what came last.
  const beside = one.files.filter((file) => !file.document).toReversed();
  const fresh = one.files.filter((file) => added.includes(file.id));
  const just = useRef<HTMLElement>(null);
  const come = fresh.map((file) => file.id).join(" ");
  // A file lands far down, in the list of its document: it is shown here first, and whoever sent it is led there.
  useEffect(() => { if (come) just.current?.focus(); }, [come]);
  const of_ = (...states: DocumentState[]) => one.documents.filter((document) => states.includes(document.state));
  const groups = [
    { key: "missing", title: t`Still missing`, open: true, documents: of_("NEEDED", "ASKED") },
    { key: "received", title: t`Received`, open: true, documents: of_("RECEIVED") },
    { key: "filed", title: t`Filed`, open: false, documents: of_("FILED") },
    { key: "not needed", title: t`Not needed`, open: false, documents: of_("NOT_NEEDED") },
  ];
  const list = (names: string[]): string => new Intl.ListFormat(WRITTEN_AS[currentLanguage()], { type: "conjunction" }).format(names);
  const put = async (files: readonly File[], documentId?: string): Promise<void> => {
    const count = files.length ? await send(files, documentId) : 0;
    if (count) notifications.show({ message: count === 1 ? t`The file is with the case.` : t`${count} files are with the case.` });
  };
  const dropped = (documentId?: string) => may("addFile") ? {
    onDragOver: (event: DragEvent) => { event.preventDefault(); event.stopPropagation(); },
    onDrop: (event: DragEvent) => { event.preventDefault(); event.stopPropagation(); void put([...event.dataTransfer.files], documentId); },
  } : {};
  const laidOut = async (track: DocumentTrack): Promise<void> => {
    const { refused: no } = await layOut({ caseId: one.id, track });
    notifications.show(no ? { color: "red", message: no.message } : { message: t`The list is laid out.` });
  };
  return (
    <div {...dropped()}>
    <Panel
      title={t`Documents`}
      flush
      count={one.documents.length}
      action={
        <>
          {may("layOutChecklist") ? (
            <Menu position="bottom-end">
              <Menu.Target><Button size="compact-sm" variant="default"><Trans>Lay out a list</Trans></Button></Menu.Target>
              <Menu.Dropdown>{TRACKS.map((track) => <Menu.Item key={track} onClick={() => void laidOut(track)}><Word of={track} in={documentTrackWords} /></Menu.Item>)}</Menu.Dropdown>
            </Menu>
          ) : null}
          {may("addDocument") ? <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}><Trans>Add a document</Trans></Button> : null}
          {may("addFile") ? <FileButton multiple accept={ACCEPTED} onChange={(files) => void put(files)}>{(props) => <Button size="compact-sm" {...props} loading={Boolean(sending)}><Trans>Add a file</Trans></Button>}</FileButton> : null}
        </>
      }
    >
      <div aria-live="polite">
        {sending ? <div className="body"><Progress value={sending.percent} aria-label={t`Sending ${sending.name}`} /><span className="quiet">{sending.name}: {sending.percent} %</span></div> : null}
        {refused.map((no) => <div className="body" key={no.name}><Refusal><strong>{no.name}</strong>: {no.why}</Refusal></div>)}
      </div>
      {lacking.length > 0 ? <p className="body" style={{ margin: 0, padding: "12px 16px" }}>{t`Still missing: ${list(lacking.map(called))}.`}{late.length > 0 ? <> <strong>{t`Overdue: ${list(late.map(called))}.`}</strong></> : null}</p> : null}
      {one.documents.length > 0 && lacking.length === 0 ? <p className="quiet" style={{ margin: 0, padding: "12px 16px" }}><Trans>Nothing on the list is missing.</Trans></p> : null}
      {one.documents.length === 0 && one.files.length === 0 ? <Empty title={t`No documents yet`}>{may("addFile") ? <Trans>Lay out the list for what this case is about, or drop files here. A PDF, picture or text, 25 MB at most.</Trans> : null}</Empty> : null}
      {fresh.length > 0 ? (
        <section className="body" ref={just} tabIndex={-1} aria-label={t`Just added`} style={{ display: "grid", gap: 6 }}>
          <strong><Trans>Just added</Trans></strong>
          {fresh.map((file) => <FileRow key={file.id} of={file} may={one.may} />)}
        </section>
      ) : null}
      {groups.map(({ key, title, open, documents }) => documents.length > 0 ? (
        <details key={key} open={open} className="group">
          <summary className="body">{title} ({documents.length})</summary>
          <ul className="rows">
            {documents.map((document) => <DocumentRow key={document.id} document={document} late={late.includes(document)} may={one.may} called={called(document)} onAsk={() => setAsking(document)} onPut={(files) => void put(files, document.id)} dropped={dropped(document.id)} />)}
          </ul>
        </details>
      ) : null)}
      {beside.length > 0 ? (
        <details open className="group">
          <summary className="body"><Trans>Other files</Trans> ({beside.length})</summary>
          <ul className="rows">{beside.map((file) => <li key={file.id}><FileRow of={file} may={one.may} /></li>)}</ul>
        </details>
      ) : null}
      {one.filesTakenAway.length > 0 ? (
        <details className="body">
          <summary><Trans>Taken away ({one.filesTakenAway.length})</Trans></summary>
          <div style={{ display: "grid", gap: 8, marginTop: 8 }}>{one.filesTakenAway.map((file) => <TakenAway key={file.id} of={file} may={one.may} />)}</div>
        </details>
      ) : null}
      {adding ? (
        <VerbDialog verb={Add} title={t`Add a document`} submit={t`Add`} defaults={{ kind: "SUPPORT_LETTER", title: "", fromWhom: "", dueOn: "", note: "" } satisfies Added} input={(typed: Added) => ({ caseId: one.id, kind: typed.kind, title: said(typed.title), fromWhom: said(typed.fromWhom), dueOn: said(typed.dueOn), note: said(typed.note) })} told={t`It is on the list.`} onClose={() => setAdding(false)}>
          <ChoiceField name="kind" label={t`What`} required options={kinds} />
          <TextField name="title" label={t`Which one`} hint={t`Such as who writes the letter`} />
          <AskedFields />
        </VerbDialog>
      ) : null}
      {asking ? (
        <VerbDialog verb={Ask} title={t`Ask for ${called(asking)}`} submit={t`Save`} defaults={{ fromWhom: asking.fromWhom ?? "", dueOn: asking.dueOn ?? "", note: asking.note ?? "" } satisfies Asked} input={(typed: Asked) => ({ documentId: asking.id, expectedRevision: asking.revision, fromWhom: typed.fromWhom, dueOn: said(typed.dueOn), note: typed.note.trim() })} told={t`Noted who was asked.`} onClose={() => setAsking(undefined)}>
          <AskedFields required />
        </VerbDialog>
      ) : null}
    </Panel>
    </div>
  );
}

function AskedFields({ required = false }: { required?: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <TextField name="fromWhom" label={t`Asked of`} required={required} />
      <TextField name="dueOn" type="date" label={t`By when`} />
      <LongField name="note" label={t`Note`} />
    </>
  );
}
