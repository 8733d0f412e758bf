import { Button, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Refusal } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { useVerb } from "~/graph/verbs";
import { moment } from "~/language/times";

export const NotesPart = graphql(`
  fragment NotesOfCase on Case {
    id may
    notes { id body writtenAt author { id name } }
    privilegedNotes { id body writtenAt author { id name } }
  }
`);
const Write = graphql(`
  mutation WriteNote($input: WriteNoteInput!) {
    writeNote(input: $input) { __typename ... on WriteNotePayload { case { id ...NotesOfCase } } ... on UserError { message } }
  }
`);

type Note = { id: string; body: string; writtenAt: string; author: { name: string } | null };

/** Notes for everyone on the case, and apart from them what only the legal team may read. */
export function NotesPanel({ of }: { of: FragmentType<typeof NotesPart> }) {
  const { t } = useLingui();
  const one = readFragment(NotesPart, of);
  const mayWrite = one.may.includes("writeNote");
  return (
    <>
      {one.privilegedNotes ? <Panel title={t`Privileged notes (legal team only)`}><Notes notes={one.privilegedNotes} caseId={one.id} privileged mayWrite={mayWrite || one.may.includes("writePrivilegedNote")} /></Panel> : null}
      <Panel title={t`Notes`} count={one.notes.length}><Notes notes={one.notes} caseId={one.id} privileged={false} mayWrite={mayWrite} /></Panel>
    </>
  );
}

function Notes({ notes, caseId, privileged, mayWrite }: { notes: readonly Note[]; caseId: string; privileged: boolean; mayWrite: boolean }) {
  const { t } = useLingui();
  const { send, sending } = useVerb(Write);
  const [body, setBody] = useState("");
  const [refused, setRefused] = useState("");
  const write = async (): Promise<void> => {
    const { refused: no } = await send({ caseId, body, privileged });
    setRefused(no?.message ?? "");
    if (no) return;
    setBody("");
    notifications.show({ message: t`The note is kept.` });
  };
  return (
    <div style={{ display: "flex", flexDirection: "column", gap: 12 }}>
      {mayWrite ? (
        <form onSubmit={(event) => { event.preventDefault(); void write(); }}>
          <Textarea aria-label={privileged ? t`A privileged note` : t`A note`} placeholder={privileged ? t`A privileged note` : t`A note`} value={body} onChange={(event) => setBody(event.currentTarget.value)} autosize minRows={2} />
          {refused ? <Refusal>{refused}</Refusal> : null}
          {body.trim() ? <Button type="submit" size="compact-sm" mt="xs" loading={sending}><Trans>Keep the note</Trans></Button> : null}
        </form>
      ) : null}
      {notes.map((note) => <div key={note.id}><div style={{ whiteSpace: "pre-wrap" }}>{note.body}</div><div className="quiet">{note.author?.name} · {moment(note.writtenAt)}</div></div>)}
    </div>
  );
}
