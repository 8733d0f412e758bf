import { Group, Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { Loading, Refusal } from "~/design/pieces";
import { useFocusBack } from "~/forms/focus";
import type { FileKind } from "~/graph/generated/graphql";
import { currentLanguage } from "~/language/i18n";

/** Texts longer than this are saved and read elsewhere. */
const LONGEST_TEXT = 200_000;
/** Points on a side of what is drawn: a photograph has more than any screen. */
const MOST_POINTS = 2_400;

/** What the page can show by itself. A PDF would need a frame, which the page's policy allows to nobody. */
export function canView(kind: FileKind, size: number): boolean {
  return kind === "JPEG" || kind === "PNG" || (kind === "TEXT" && size <= LONGEST_TEXT);
}

type Shown = { text: string } | { picture: ImageBitmap } | { no: string };

/**
 * A picture or text, looked at within the page: fetched for this once, drawn from memory, kept nowhere. To the server
 * it is an opening like any other, and an entry in the trail.
 */
export function FileViewer({ id, name, kind, onClose }: { id: string; name: string; kind: FileKind; onClose: () => void }) {
  const { t } = useLingui();
  useFocusBack();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const over = new AbortController();
    let drawn: ImageBitmap | undefined;
    const look = async (): Promise<Shown> => {
      const answer = await fetch(`/files/${encodeURIComponent(id)}`, { cache: "no-store", credentials: "same-origin", headers: { "Accept-Language": currentLanguage() }, signal: over.signal });
      if (!answer.ok) return { no: sentence(await answer.json()) ?? t`The file could not be opened. Try again.` };
      if (kind === "TEXT") return { text: await answer.text() };
      drawn = await createImageBitmap(await answer.blob());
      return { picture: drawn };
    };
    look().then(setShown, () => { if (!over.signal.aborted) setShown({ no: t`This browser can't show the file. Save it, and open it with another program.` }); });
    return () => {
      over.abort();
      drawn?.close();
    };
  }, [id, kind, t]);
  return (
    <Modal opened onClose={onClose} title={name} size="xl" closeButtonProps={{ "aria-label": t`Close` }}>
      {!shown ? <Loading /> : "no" in shown ? <Refusal>{shown.no}</Refusal> : "text" in shown ? <pre style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: 0 }}>{shown.text}</pre> : <Picture of={shown.picture} name={name} />}
      <Group justify="flex-end" mt="md"><a href={`/files/${id}`}><Trans>Save it to this machine</Trans></a></Group>
    </Modal>
  );
}

/** Drawn, and not shown by an address: there is none that a history or a cache could keep. */
function Picture({ of, name }: { of: ImageBitmap; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const on = canvas.current;
    if (!on) return;
    const scale = Math.min(1, MOST_POINTS / Math.max(of.width, of.height));
    on.width = Math.max(1, Math.round(of.width * scale));
    on.height = Math.max(1, Math.round(of.height * scale));
    on.getContext("2d")?.drawImage(of, 0, 0, on.width, on.height);
  }, [of]);
  return <canvas ref={canvas} role="img" aria-label={name} style={{ maxWidth: "100%", height: "auto", display: "block", margin: "0 auto" }} />;
}

function sentence(said: unknown): string | undefined {
  return typeof said === "object" && said !== null && "message" in said && typeof said.message === "string" ? said.message : undefined;
}
