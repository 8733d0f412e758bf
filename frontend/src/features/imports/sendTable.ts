import { t } from "@lingui/core/macro";
import { currentLanguage } from "~/language/i18n";

/** The server refuses more, too: saying it here spares the wait. */
export const LARGEST = 25 * 1024 * 1024;
export const ACCEPTED = ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export type Brought = { id: string } | { sheets: readonly string[] } | { refused: string };

/** Send a table. A workbook of several sheets comes back with their names: one is chosen, and it is sent again. */
export async function sendTable(organizationId: string, file: File, sheet?: string): Promise<Brought> {
  if (file.size > LARGEST) return { refused: t`This file is larger than 25 MB. Split the table, or save it as CSV.` };
  if (file.size === 0) return { refused: t`This file is empty. Choose it again.` };
  let answer: Response;
  try {
    answer = await fetch(`/organizations/${encodeURIComponent(organizationId)}/spreadsheets`, {
      method: "POST",
      headers: {
        "X-Presencia": "1",
        "Accept-Language": currentLanguage(),
        "Content-Type": "application/octet-stream",
        "X-File-Name": encodeURIComponent(file.name),
        ...(sheet === undefined ? {} : { "X-Sheet": encodeURIComponent(sheet) }),
      },
      body: file,
    });
  } catch {
    return { refused: t`The server could not be reached. Nothing was saved; try again.` };
  }
  return told(await answer.text());
}

function told(body: string): Brought {
  try {
    const said: unknown = JSON.parse(body);
    if (typeof said === "object" && said !== null) {
      if ("id" in said && typeof said.id === "string") return { id: said.id };
      if ("sheets" in said && Array.isArray(said.sheets)) return { sheets: said.sheets.map(String) };
      if ("message" in said && typeof said.message === "string") return { refused: said.message };
    }
  } catch {
    // Whatever stands between us and the server answered itself.
  }
  return { refused: t`Something went wrong on our side and nothing was saved. Try again; if it happens again, tell your administrator.` };
}
