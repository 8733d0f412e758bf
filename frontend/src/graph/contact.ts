import { useSyncExternalStore } from "react";

/** Whether the server answered last, and when it did: what a page may say of how fresh it is. */
export type Contact = { reached: boolean; at: string | null };

let now: Contact = { reached: true, at: null };
const listeners = new Set<() => void>();

export function contact(): Contact {
  return now;
}

/** The server answered, or did not. */
export function noteContact(reached: boolean): void {
  if (!reached && !now.reached) return;
  // Every answer moves the instant, but only a change of weather is worth drawing anew.
  const turned = reached !== now.reached;
  now = { reached, at: reached ? new Date().toISOString() : now.at };
  if (turned) for (const listener of listeners) listener();
}

export function onContact(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const reached = (): boolean => now.reached;

export function useReached(): boolean {
  return useSyncExternalStore(onContact, reached);
}
