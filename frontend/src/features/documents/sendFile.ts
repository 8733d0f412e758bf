import { t } from "@lingui/core/macro";
import { useCallback, useState } from "react";
import { currentLanguage } from "~/language/i18n";

/** The server refuses more, too: saying it here spares the wait. */
export const LARGEST = 25 * 1024 * 1024;
/** What the chooser of a computer or telephone offers; the server looks at the content itself. */
export const ACCEPTED = "application/pdf,image/jpeg,image/png,image/heic,.heic,text/plain,.docx,.odt";

export type Sent = { id?: string; refused?: string };

/** Send one file, telling how far it is, from 0 to 100. A refusal comes back as the sentence that says it. */
export function sendFile(caseId: string, file: File, documentId: string | undefined, told: (percent: number) => void): Promise<Sent> {
  if (file.size > LARGEST) return Promise.resolve({ refused: t`This file is larger than 25 MB. Send it in parts, or scan it with fewer dots.` });
  if (file.size === 0) return Promise.resolve({ refused: t`This file is empty. Choose it again.` });
  return new Promise((resolve) => {
    // fetch tells nothing of how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", `/cases/${encodeURIComponent(caseId)}/files`);
    request.setRequestHeader("X-Presencia", "1");
    request.setRequestHeader("Accept-Language", currentLanguage());
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    if (documentId) request.setRequestHeader("X-Document", documentId);
    request.upload.addEventListener("progress", (event) => told(event.lengthComputable ? Math.round((100 * event.loaded) / event.total) : 0));
    request.addEventListener("load", () => resolve(request.status === 201 ? sentAs(request.responseText) : { refused: sentence(request.responseText) }));
    request.addEventListener("error", () => resolve({ refused: t`The server could not be reached. Nothing was saved; try again.` }));
    request.send(file);
  });
}

function sentAs(body: string): Sent {
  const said: unknown = JSON.parse(body);
  return typeof said === "object" && said !== null && "id" in said && typeof said.id === "string" ? { id: said.id } : {};
}

function sentence(body: string): string {
  try {
    const said: unknown = JSON.parse(body);
    if (typeof said === "object" && said !== null && "message" in said && typeof said.message === "string") return said.message;
  } catch {
    // Whatever stands between us and the server answered itself.
  }
  return t`Something went wrong on our side and nothing was saved. Try again; if it happens again, tell your administrator.`;
}

/** Files on their way, one after the other; which have come last, and what was refused of them. */
export function useSendFiles(caseId: string, onSent: () => void) {
  const [sending, setSending] = useState<{ name: string; percent: number }>();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly { name: string; why: string }[]>([]);
  const send = useCallback(
    async (files: readonly File[], documentId?: string): Promise<number> => {
      const no: { name: string; why: string }[] = [];
      const ids: string[] = [];
      setRefused([]);
      for (const file of files) {
        setSending({ name: file.name, percent: 0 });
        const { id, refused: why } = await sendFile(caseId, file, documentId, (percent) => setSending({ name: file.name, percent }));
        if (why) no.push({ name: file.name, why });
        if (id) ids.push(id);
      }
      setSending(undefined);
      setRefused(no);
      if (ids.length > 0) setAdded(ids);
      if (no.length < files.length) onSent();
      return files.length - no.length;
    },
    [caseId, onSent],
  );
  return { send, sending, added, refused };
}
