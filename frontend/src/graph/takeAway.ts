import { t } from "@lingui/core/macro";
import { currentLanguage } from "~/language/i18n";
import { confirmed } from "./confirm";

/** What was asked for, or the sentence that says why not. */
export type Taken<T> = { got: T; refused?: never } | { refused: string; got?: never };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

async function asked(what: string, given: object): Promise<Taken<Response>> {
  const ask = (): Promise<Response> =>
    fetch(`/exports/${what}`, { method: "POST", credentials: "same-origin", headers: { "content-type": "application/json", "x-presencia": "1", "accept-language": currentLanguage() }, body: JSON.stringify(given) });
  try {
    let answer = await ask();
    if (answer.ok) return { got: answer };
    let said: unknown = await answer.json();
    if (isRecord(said) && said["kind"] === "ConfirmFirst" && (await confirmed())) {
      answer = await ask();
      if (answer.ok) return { got: answer };
      said = await answer.json();
    }
    if (isRecord(said) && typeof said["message"] === "string") return { refused: said["message"] };
  } catch {
    // No answer, or none of ours.
  }
  return { refused: t`The server could not be reached. Nothing was taken away; try again.` };
}

/** Ask for a table or a paper and save it under the name that the server gives it. */
export async function takeAway(what: string, given: object): Promise<Taken<string>> {
  const { got, refused } = await asked(what, given);
  if (refused !== undefined) return { refused };
  try {
    // Whole first: a file that breaks off is none.
    const content = await got.blob();
    const name = /filename="([^"]+)"/.exec(got.headers.get("content-disposition") ?? "")?.[1] ?? what;
    const address = URL.createObjectURL(content);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
    return { got: name };
  } catch {
    return { refused: t`The file broke off on its way. Nothing was saved; try again.` };
  }
}

/** The same for what is shown on the screen. */
export async function askFor(what: string, given: object): Promise<Taken<unknown>> {
  const { got, refused } = await asked(what, given);
  if (refused !== undefined) return { refused };
  const said: unknown = await got.json();
  return { got: said };
}
