/**
 * What this device keeps for the time without a signal, and how it forgets. Phones are taken at court doors, so the
 * rule is: nothing, unless somebody said that the device is their own. Then it keeps the shell of the page, today's and
 * tomorrow's hearings, and what was typed and not yet sent; sealed under a key that no program can take out of this
 * browser, and gone on signing out, when the session has ended, and by itself after some hours
 * (docs/decisions/0028-what-a-phone-keeps.md).
 */
const DATABASE = "presencia";
const ROWS = "kept";
const KEYS = "keys";
/** "own" where somebody said that the device is theirs: a word, and nothing of a case. */
const WHOSE = "presencia-device";
/** Somebody signed out without a signal: the server is told as soon as it can be. */
const LEAVING = "presencia-leaving";
/** How many things had not been sent when a session ended: a number for the page that asks to sign in. */
const LOST = "presencia-lost";
/** The row that says who keeps something here: an id, sealed as everything else. */
const OWNER = "owner";
const HOUR = 3_600_000;

/** What can be read without a signal is gone so long after the server was last reached. Milliseconds. */
export const READABLE = 12 * HOUR;
/** What could not be sent is gone so long after it was typed. Milliseconds. */
export const UNSENT = 48 * HOUR;

type Row = { name: string; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; until: number };

function remembered(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Whether somebody said that this device is their own. */
export function isOwn(): boolean {
  return remembered(WHOSE) === "own" && "indexedDB" in window && Boolean(window.crypto.subtle);
}

/** Somebody who signs in says whose device this is. What was kept before goes in any case. */
export async function sayWhose(own: boolean): Promise<void> {
  await wipe();
  if (own) await keepHere();
}

/** From now on this device is somebody's own. */
export async function keepHere(): Promise<void> {
  try {
    window.localStorage.setItem(WHOSE, "own");
  } catch {
    // A private window keeps nothing, whatever one says.
  }
  await openWithoutSignal();
}

/** Let the page open without a signal, where the device is somebody's own. */
export async function openWithoutSignal(): Promise<void> {
  if (isOwn() && import.meta.env.PROD) await navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
}

/** Told when a newer page waits to take the place of this one. Returns how to stop listening. */
export function onNewer(told: (takeOver: () => void) => void): () => void {
  const stop = new AbortController();
  void navigator.serviceWorker?.getRegistration("/").then((found) => {
    if (!found || stop.signal.aborted) return;
    const waits = (): void => {
      const next = found.waiting;
      // The very first one takes nobody's place.
      if (!next || !navigator.serviceWorker.controller) return;
      told(() => {
        navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
        // A worker has no target origin: it is our own.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        next.postMessage("take over");
      });
    };
    waits();
    found.addEventListener("updatefound", () => found.installing?.addEventListener("statechange", waits, { signal: stop.signal }), { signal: stop.signal });
  });
  return () => stop.abort();
}

function answered<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.addEventListener("success", () => resolve(asked.result));
    asked.addEventListener("error", () => reject(asked.error ?? new Error("The device did not answer.")));
  });
}

/** One act on the device's store, which is closed again at once: an open one could not be taken away. */
async function within<T>(mode: IDBTransactionMode, act: (rows: IDBObjectStore, keys: IDBObjectStore) => Promise<T>): Promise<T> {
  const asked = window.indexedDB.open(DATABASE, 1);
  asked.addEventListener("upgradeneeded", () => {
    asked.result.createObjectStore(ROWS, { keyPath: "name" });
    asked.result.createObjectStore(KEYS);
  });
  const database = await answered(asked);
  try {
    const transaction = database.transaction([ROWS, KEYS], mode);
    return await act(transaction.objectStore(ROWS), transaction.objectStore(KEYS));
  } finally {
    database.close();
  }
}

/** The key of this sign-in: made here, kept by the browser, and told to no program, ours included. */
async function sealingKey(): Promise<CryptoKey> {
  const found = (await within("readonly", (_, keys) => answered(keys.get("key")))) as CryptoKey | undefined;
  if (found) return found;
  const made = await window.crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Two pages may make one at once: the first stands.
  await within("readwrite", (_, keys) => answered(keys.add(made, "key"))).catch(() => undefined);
  return ((await within("readonly", (_, keys) => answered(keys.get("key")))) as CryptoKey | undefined) ?? made;
}

/** Keep something under a name, sealed, until an instant (milliseconds). Nothing happens on a device that is not one's own. */
export async function keep(name: string, value: unknown, until: number): Promise<void> {
  if (!isOwn()) return;
  const key = await sealingKey();
  const iv = window.crypto.getRandomValues(new Uint8Array(12));
  const sealed = await window.crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) }, key, new TextEncoder().encode(JSON.stringify(value)));
  // Somebody may have signed out meanwhile.
  if (isOwn()) await within("readwrite", (rows) => answered(rows.put({ name, iv, sealed, until } satisfies Row)));
}

/** What is kept under names that begin so, in the order of the names. What has run out is forgotten, not told. */
export async function kept(prefix: string, now: number = Date.now()): Promise<unknown[]> {
  if (!isOwn()) return [];
  const rows = (await within("readonly", (store) => answered(store.getAll()))) as Row[];
  const key = await sealingKey();
  const found: unknown[] = [];
  for (const row of rows) {
    // oxlint-disable-next-line no-await-in-loop
    if (row.until <= now) await forget(row.name);
    else if (row.name.startsWith(prefix)) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        const opened = await window.crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv, additionalData: new TextEncoder().encode(row.name) }, key, row.sealed);
        found.push(JSON.parse(new TextDecoder().decode(opened)));
      } catch {
        // Sealed under a key that is gone: nobody can read it any more.
        // oxlint-disable-next-line no-await-in-loop
        await forget(row.name);
      }
    }
  }
  return found;
}

/** Whoever is signed in now: what another left here goes before anything of it is read or sent. Says whether it went. */
export async function belongsTo(personId: string): Promise<boolean> {
  const [whose] = await kept(OWNER).catch(() => []);
  if (whose !== undefined && whose !== personId) {
    await wipe();
    return true;
  }
  if (whose === undefined) await keep(OWNER, personId, Date.now() + 30 * 24 * HOUR).catch(() => undefined);
  return false;
}

export async function forget(name: string): Promise<void> {
  if (isOwn()) await within("readwrite", (rows) => answered(rows.delete(name)));
}

/** Leave nothing: the store with its key, the shell, and what this tab noted. `unsent` is how many things are lost by it. */
export async function wipe(unsent = 0): Promise<void> {
  try {
    // What else is noted in this browser are choices of its own: light or dark, the language, that it shows what it is told.
    window.localStorage.removeItem(WHOSE);
    window.sessionStorage.clear();
    if (unsent > 0) window.sessionStorage.setItem(LOST, String(unsent));
  } catch {
    // Closed storage holds nothing.
  }
  if ("indexedDB" in window) {
    await new Promise<void>((resolve) => {
      const asked = window.indexedDB.deleteDatabase(DATABASE);
      for (const end of ["success", "error", "blocked"]) asked.addEventListener(end, () => resolve());
    });
  }
  if ("caches" in window) for (const name of await caches.keys().catch(() => [])) await caches.delete(name);
  const worker = await navigator.serviceWorker?.getRegistration("/").catch(() => undefined);
  if (worker?.active?.scriptURL.endsWith("/sw.js")) {
    // Where this browser is told of changes, what shows them stays.
    if (await worker.pushManager?.getSubscription().catch(() => null)) await navigator.serviceWorker.register("/push.js").catch(() => undefined);
    else await worker.unregister().catch(() => false);
  }
}

/** The server could not be told that somebody signs out. */
export function oweLeaving(owed: boolean): void {
  try {
    if (owed) window.localStorage.setItem(LEAVING, "1");
    else window.localStorage.removeItem(LEAVING);
  } catch {
    // Closed storage: the session ends by its own hours.
  }
}

export function leavingOwed(): boolean {
  return remembered(LEAVING) === "1";
}

/** How many things were lost with the session, told once. */
export function lostUnsent(): number {
  try {
    const found = Number(window.sessionStorage.getItem(LOST) ?? 0);
    window.sessionStorage.removeItem(LOST);
    return Number.isFinite(found) ? found : 0;
  } catch {
    return 0;
  }
}
