/* Reading what comes from outside the page, such as its address: each reader gives what it understood, or undefined. */

export type Read<T> = (given: unknown) => T | undefined;
type Said<R> = { [K in keyof R]: R[K] extends Read<infer T> ? T : never };
type Readers = Record<string, Read<unknown>>;

/** Any text, or only such as the pattern describes. */
export function text(pattern?: RegExp): Read<string> {
  return (given) => (typeof given === "string" && (!pattern || pattern.test(given)) ? given : undefined);
}

export const number: Read<number> = (given) => (typeof given === "number" && Number.isFinite(given) ? given : undefined);

/** One of these, and nothing that is merely like it: the text "7" is not the number. */
export function oneOf<const T extends string | number | boolean>(...known: readonly T[]): Read<T> {
  return (given) => known.find((one) => one === given);
}

/** One of a closed set of the contract, of which the words are given. */
export function wordOf<W extends string>(words: Record<W, unknown>): Read<W> {
  return (given) => (typeof given === "string" && Object.hasOwn(words, given) ? (given as W) : undefined);
}

export function orNull<T>(read: Read<T>): Read<T | null> {
  return (given) => (given === null ? null : read(given));
}

/** A list of which every item is understood. */
export function listOf<T>(read: Read<T>): Read<T[]> {
  return (given) => {
    if (!Array.isArray(given)) return undefined;
    const found = given.map(read).filter((one) => one !== undefined);
    return found.length === given.length ? found : undefined;
  };
}

/** What is understood of a record. The rest is dropped. */
export function partsOf<R extends Readers>(readers: R): (given: Record<string, unknown>) => { [K in keyof R]?: Said<R>[K] | undefined } {
  return (given) => onlySaid(Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(given[name])]))) as Partial<Said<R>>;
}

/** A record of which every part is understood, else nothing. */
export function wholeOf<R extends Readers>(readers: R): Read<Said<R>> {
  const parts = partsOf(readers);
  return (given) => {
    if (typeof given !== "object" || given === null) return undefined;
    const found = parts(given as Record<string, unknown>);
    return Object.keys(found).length === Object.keys(readers).length ? (found as Said<R>) : undefined;
  };
}

export function onlySaid<T extends object>(found: T): T {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T;
}
