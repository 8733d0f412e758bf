import { useSyncExternalStore } from "react";
import { UNSENT, forget, isOwn, keep, kept } from "./device";

/**
 * What was done without a signal waits here, is sent in its order when there is one, and each is done once: the server
 * knows it by its number (`X-Presencia-Act`). What the server refuses stays, with its sentence, until somebody has seen
 * it. On somebody's own device it is kept sealed; on any other what has words lives as long as this page, and what has
 * none (ids, counts and instants tapped at a door) as long as this tab.
 */
export type Waiting = {
  id: string;
  verb: string;
  input: Record<string, unknown>;
  /** What it is, for the list of what waits: "C-10423: Continued". Never a name. */
  about: string;
  at: string;
  /** Of two with one key only the later counts: what was tapped last. */
  key?: string;
  /** Ids, numbers and instants alone. */
  wordless?: boolean;
  /** It can be taken back until then (milliseconds), and is sent after. */
  after?: number;
  /** Who did it: it is sent as them or not at all. */
  by?: string;
  /** Why the server did not do it. It is not sent again by itself. */
  refused?: string;
};

/** What the server said: nothing at all, that the session is over, that it is done, or why not. */
export type Answer = { heard: false } | { ended: true } | { done: true } | { refused: string };

/** How long a tap can be taken back before it is sent. Milliseconds. */
export const UNDO = 8_000;

const TAB = "waiting to be sent";
const PREFIX = "waiting/";

let acts: readonly Waiting[] = [];
let who: string | undefined;
const listeners = new Set<() => void>();
let writing: Promise<unknown> = Promise.resolve();
let sending: Promise<boolean> | undefined;

function show(next: readonly Waiting[]): void {
  acts = next;
  try {
    const here = isOwn() ? [] : acts.filter((one) => one.wordless);
    if (here.length > 0) window.sessionStorage.setItem(TAB, JSON.stringify(here));
    else window.sessionStorage.removeItem(TAB);
  } catch {
    // A closed storage keeps nothing; the page does.
  }
  for (const listener of listeners) listener();
}

/** Writes follow each other, so that what is taken back is not written after it. */
function write(act: () => Promise<unknown>): Promise<unknown> {
  writing = writing.then(act).catch(() => undefined);
  return writing;
}

const nameOf = (one: Waiting): string => `${PREFIX}${one.id}`;

/** Whoever is signed in in this page: what is put from now on is theirs. */
export function actsAreOf(personId: string): void {
  who = personId;
}

export function waiting(): readonly Waiting[] {
  return acts;
}

export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useWaiting(): readonly Waiting[] {
  return useSyncExternalStore(onWaiting, waiting);
}

/** Read what this tab or device kept. What was put meanwhile stays, and is the newer. */
export async function begin(): Promise<void> {
  let found: Waiting[] = [];
  try {
    const here: unknown = JSON.parse(window.sessionStorage.getItem(TAB) ?? "[]");
    if (Array.isArray(here)) found = here as Waiting[];
  } catch {
    // Nothing that can be read.
  }
  found = [...found, ...((await kept(PREFIX).catch(() => [])) as Waiting[])];
  const known = new Set(acts.flatMap((one) => [one.id, one.key ?? one.id]));
  const more = found.filter((one) => (!one.by || !who || one.by === who) && !known.has(one.id) && !(one.key && known.has(one.key)));
  if (more.length > 0) show([...more, ...acts].toSorted((one, other) => one.at.localeCompare(other.at)));
}

/** Put something in the row. Returns its number, with which it can be taken back while it waits. */
export async function put(said: Omit<Waiting, "id" | "at"> & { at?: string }): Promise<string> {
  const one: Waiting = { ...(who ? { by: who } : {}), ...said, id: window.crypto.randomUUID(), at: said.at ?? new Date().toISOString() };
  const older = one.key ? acts.filter((each) => each.key === one.key) : [];
  show([...acts.filter((each) => !older.includes(each)), one]);
  await write(async () => {
    await keep(nameOf(one), one, Date.parse(one.at) + UNSENT);
    for (const each of older) await forget(nameOf(each));
  });
  return one.id;
}

/** It no longer waits: taken back, seen, or sent. Says whether it was there. */
export async function drop(id: string): Promise<boolean> {
  const one = acts.find((each) => each.id === id);
  if (!one) return false;
  show(acts.filter((each) => each.id !== id));
  await write(() => forget(nameOf(one)));
  return true;
}

async function change(id: string, more: Partial<Waiting>): Promise<void> {
  const next = acts.map((one) => (one.id === id ? { ...one, ...more } : one));
  const one = next.find((each) => each.id === id);
  if (!one) return;
  show(next);
  await write(() => keep(nameOf(one), one, Date.parse(one.at) + UNSENT));
}

/** Send something that was refused once more, as it is, under another number. */
export async function again(id: string): Promise<void> {
  const one = acts.find((each) => each.id === id);
  if (!one || !(await drop(id))) return;
  const { refused: _, id: __, ...said } = one;
  await put(said);
}

/**
 * Send what waits, the oldest first and one after the other: a telephone that just got signal has little of it. Silence
 * ends it, a refusal does not. Says whether the session has ended meanwhile. Asked twice at once, it is done once.
 */
export function sendAll(send: (act: Waiting) => Promise<Answer>, now: () => number = Date.now): Promise<boolean> {
  sending ??= (async () => {
    const tried = new Set<string>();
    for (;;) {
      const one = acts.find((each) => !each.refused && (each.after ?? 0) <= now() && !tried.has(each.id));
      if (!one) return false;
      tried.add(one.id);
      // oxlint-disable-next-line no-await-in-loop
      const said = await send(one);
      if ("heard" in said) return false;
      if ("ended" in said) return true;
      // oxlint-disable-next-line no-await-in-loop
      await ("refused" in said ? change(one.id, { refused: said.refused }) : drop(one.id));
    }
  })().finally(() => {
    sending = undefined;
  });
  return sending;
}

/** Forget everything that waits in this page; what the device kept goes with it. Returns how much was not sent. */
export async function forgetAll(): Promise<number> {
  const lost = acts;
  show([]);
  await write(async () => {
    for (const one of lost) await forget(nameOf(one));
  });
  return lost.length;
}
