import { LANGUAGES_SPOKEN, spoken } from "~/language/speech";

/** The columns of the table in their order, in the words of the contract: what is pasted fills them from left to right. */
export const COLUMNS = ["legalName", "countryOfBirth", "aNumbers", "minor", "language", "arrestedAt", "callerName"] as const;
export type Column = (typeof COLUMNS)[number];

/** One person as typed. The key stays when rows above are taken away. */
export type Typed = { key: number; minor: boolean } & Record<Exclude<Column, "minor">, string>;

/** What is wrong with one row; without a column it is about the whole row. */
export type Fault = { column?: Column; message: string };

/** As many as one intake holds. */
export const MOST = 100;

export function blank(key: number): Typed {
  return { key, legalName: "", countryOfBirth: "", aNumbers: "", minor: false, language: "", arrestedAt: "", callerName: "" };
}

export function isBlank(row: Typed): boolean {
  return COLUMNS.every((column) => (column === "minor" ? !row.minor : row[column].trim() === ""));
}

export function nextKey(rows: readonly Typed[]): number {
  return Math.max(0, ...rows.map((row) => row.key)) + 1;
}

/** The cells a spreadsheet puts on the clipboard: tabs between them, quotes around those with a line break inside. */
export function cells(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const ended = (): void => {
    lines.at(-1)?.push(cell.trim());
    cell = "";
  };
  const whole = text.replaceAll(/\r\n?/g, "\n");
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at] as string;
    if (quoted) {
      if (sign === '"' && whole[at + 1] === '"') { cell += '"'; at += 1; }
      else if (sign === '"') quoted = false;
      else cell += sign === "\n" ? " " : sign;
    } else if (sign === '"' && cell === "" && whole.includes('"', at + 1)) quoted = true;
    else if (sign === "\t") ended();
    else if (sign === "\n") { ended(); lines.push([]); }
    else cell += sign;
  }
  ended();
  return lines.filter((line) => line.some(Boolean));
}

const NOT_TICKED = new Set(["", "no", "n", "false", "falso", "0", "-", "–"]);

/** Whether a cell says that somebody is a minor: an age, or a word. In doubt they are, for then nothing is published. */
export function saysMinor(cell: string): boolean {
  const word = cell.trim().toLowerCase();
  if (/^\d+$/.test(word)) return word === "1" || (Number(word) > 1 && Number(word) < 18);
  return !NOT_TICKED.has(word);
}

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

export function isWall(text: string): boolean {
  return WALL.test(text);
}

function wall(year: number, month: number, date: number, hour: number, minute: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date, hour, minute));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date && at.getUTCHours() === hour && at.getUTCMinutes() === minute;
  return same ? at.toISOString().slice(0, 16) : undefined;
}

/** A day with its hour as spreadsheets write it, as a wall time. What can't be read for certain stays as it came, to be asked about. */
export function asWall(cell: string): string {
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ,]+(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (iso) return wall(Number(iso[1]), Number(iso[2]), Number(iso[3]), Number(iso[4]), Number(iso[5])) ?? text;
  const here = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})[ ,]+(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([ap])\.?\s?m\.?)?$/i.exec(text);
  if (!here) return text;
  const half = here[6]?.toLowerCase();
  const said = Number(here[4]);
  if (half && (said < 1 || said > 12)) return text;
  const hour = half ? (said % 12) + (half === "p" ? 12 : 0) : said;
  const year = Number(here[3]) < 100 ? 2000 + Number(here[3]) : Number(here[3]);
  return wall(year, Number(here[1]), Number(here[2]), hour, Number(here[5])) ?? text;
}

/** The code of a language by the name the reader calls it. One that nobody knows stays as it was typed. */
export function languageCode(name: string): string {
  const typed = name.trim();
  const same = (code: string): boolean => [code, spoken(code)].some((one) => one.localeCompare(typed, undefined, { sensitivity: "base" }) === 0);
  return LANGUAGES_SPOKEN.find(same) ?? typed;
}

/** What was pasted, laid over the rows from one cell on; and how many lines and columns found no place. */
export function filled(rows: readonly Typed[], from: number, column: Column, grid: readonly (readonly string[])[]): { rows: Typed[]; lines: number; left: number; beyond: number } {
  const columns = COLUMNS.slice(COLUMNS.indexOf(column));
  const fitting = grid.slice(0, Math.max(0, MOST - from));
  const result = [...rows];
  for (const [offset, line] of fitting.entries()) {
    const before = result[from + offset] ?? blank(nextKey(result));
    const row = { ...before };
    for (const [index, name] of columns.entries()) {
      const said = line[index];
      if (said === undefined) break;
      if (name === "minor") row.minor = saysMinor(said);
      else row[name] = name === "arrestedAt" ? asWall(said) : said;
    }
    result[from + offset] = row;
  }
  const beyond = Math.max(0, ...grid.map((line) => line.length - columns.length));
  return { rows: result, lines: fitting.length, left: grid.length - fitting.length, beyond };
}

/** A row as the verb takes it: what was left empty is not sent, so that it stays unknown. */
export function sent(row: Typed, zone: string) {
  const said = (text: string): string | undefined => text.trim() || undefined;
  const numbers = row.aNumbers.split(/[,;]/).map((one) => one.trim()).filter(Boolean);
  return {
    legalName: said(row.legalName),
    countryOfBirth: said(row.countryOfBirth),
    aNumbers: numbers.length > 0 ? numbers : undefined,
    language: said(languageCode(row.language)),
    callerName: said(row.callerName),
    ...(row.minor ? { minor: true } : {}),
    ...(row.arrestedAt ? { arrestedAt: row.arrestedAt, arrestZone: zone } : {}),
  };
}

/**
 * Where a refusal belongs: "arrests.3.aNumbers" is the fourth row's A-number, and the sentence names everybody it is
 * about ("Person 4: …"), so that each row says its own. What the page can't place stands above all rows only.
 */
export function placed(rows: readonly Typed[], refused: { field?: string; message: string }): Map<number, Fault> {
  const faults = new Map<number, Fault>();
  const found = [...refused.message.matchAll(/(?:^|\s)\p{Lu}\p{L}+ (\d+): /gu)].filter((one) => Number(one[1]) >= 1 && Number(one[1]) <= rows.length);
  for (const [index, one] of found.entries()) {
    const row = rows[Number(one[1]) - 1];
    const message = refused.message.slice(one.index + one[0].length, found[index + 1]?.index).trim();
    if (row) faults.set(row.key, { message });
  }
  const field = /^arrests\.(\d+)(?:\.(\w+))?/.exec(refused.field ?? "");
  const row = field ? rows[Number(field[1])] : undefined;
  if (row) {
    const column = COLUMNS.find((one) => one === field?.[2]);
    faults.set(row.key, { message: faults.get(row.key)?.message ?? refused.message, ...(column ? { column } : {}) });
  }
  return faults;
}
