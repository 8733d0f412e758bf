import { useSyncExternalStore } from "react";

/*
 * How far somebody is: this browser's, by person, so that two who share a computer each have their own. No name is
 * kept. "done": shown no more unless it is asked for.
 */
const listeners = new Set<() => void>();
const key = (personId: string): string => `tour of ${personId}`;

export type Standing = number | "new" | "done";

export function standing(personId: string): Standing {
  try {
    const kept = window.localStorage.getItem(key(personId));
    if (kept === null) return "new";
    return kept === "done" ? "done" : Math.max(0, Number.parseInt(kept, 10) || 0);
  } catch {
    // A browser that keeps nothing would begin the tour on every page.
    return "done";
  }
}

export function stand(personId: string, at: Standing): void {
  try {
    window.localStorage.setItem(key(personId), String(at));
  } catch {
    // As above.
  }
  listeners.forEach((one) => one());
}

export function useStanding(personId: string): Standing {
  return useSyncExternalStore((told) => (listeners.add(told), () => listeners.delete(told)), () => standing(personId));
}
