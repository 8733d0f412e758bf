import { Button, Collapse, FileButton, Group, Loader, Select, Textarea } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type DragEvent, useState } from "react";
import { Refusal } from "~/design/pieces";
import { ACCEPTED, sendTable } from "./sendTable";

/** Drop a list in, choose it, or paste its rows. Of a workbook of several sheets one is asked for. */
export function BringTable({ organizationId, onBrought }: { organizationId: string; onBrought: (id: string) => void }) {
  const { t } = useLingui();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [choice, setChoice] = useState<{ file: File; sheets: readonly string[] }>();
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState("");

  const bring = async (file: File, sheet?: string): Promise<void> => {
    setSending(true);
    setRefused(undefined);
    const told = await sendTable(organizationId, file, sheet);
    setSending(false);
    setChoice(undefined);
    if ("id" in told) onBrought(told.id);
    else if ("sheets" in told) setChoice({ file, sheets: told.sheets });
    else setRefused(told.refused);
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void bring(file);
  };
  // A convenience beside the button, which does the same.
  const catches = { onDragOver: (event: DragEvent) => { event.preventDefault(); setOver(true); }, onDragLeave: () => setOver(false), onDrop: dropped };
  return (
    <section className="panel body" aria-label={t`Bring a spreadsheet`} {...catches} style={{ outline: over ? "2px dashed var(--mantine-primary-color-filled)" : "none", outlineOffset: -6 }}>
      <div className="stack" style={{ gap: 10 }}>
        <p style={{ margin: 0 }}><Trans>Drop last year's list here, as CSV or Excel (.xlsx). One row for each client; the first row names the columns.</Trans></p>
        <p className="quiet" style={{ margin: 0 }}><Trans>Nothing becomes a case before you have looked it over. The file is not kept; its rows are, sealed and for you alone, for a week.</Trans></p>
        <Group gap="xs">
          <FileButton accept={ACCEPTED} onChange={(file) => (file ? void bring(file) : undefined)}>
            {(props) => <Button {...props} loading={sending}><Trans>Choose a file</Trans></Button>}
          </FileButton>
          <Button variant="default" aria-expanded={pasting} onClick={() => setPasting(!pasting)}><Trans>Paste rows instead</Trans></Button>
          {sending ? <span role="status"><Loader size="xs" /> <Trans>The table is on its way …</Trans></span> : null}
        </Group>
        <Collapse expanded={pasting}>
          <div className="stack" style={{ gap: 8 }}>
            <Textarea label={t`Rows, with the names of the columns first`} description={t`Copy them in your spreadsheet and paste them here.`} autosize minRows={4} maxRows={12} value={pasted} onChange={(event) => setPasted(event.currentTarget.value)} />
            <div><Button size="compact-sm" disabled={!pasted.trim()} loading={sending} onClick={() => void bring(new File([pasted], "pasted.txt"))}><Trans>Bring these rows</Trans></Button></div>
          </div>
        </Collapse>
        {choice ? (
          <Select label={t`This workbook has several sheets. Which one?`} placeholder={t`Choose a sheet`} data={[...choice.sheets]} value={null} onChange={(sheet) => (sheet ? void bring(choice.file, sheet) : undefined)} w={{ base: "100%", sm: 320 }} />
        ) : null}
        {refused ? <Refusal>{refused}</Refusal> : null}
      </div>
    </section>
  );
}
