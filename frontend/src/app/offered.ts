import { useEffect, useSyncExternalStore } from "react";

/** Something that can be done from wherever one is, by its name. */
export type Act = { key: string; label: string; go: () => unknown };

let offered: readonly { of: string; acts: readonly Act[] }[] = [];
const listeners = new Set<() => void>();

function changed(next: typeof offered): void {
  offered = next;
  listeners.forEach((one) => one());
}

/**
 * A page offers in the palette what can be done on it now, such as with the rows that are chosen:
 * `useOffer("board", acts)`. It is offered while the page is shown. Give it the same list while nothing changes.
 */
export function useOffer(of: string, acts: readonly Act[]): void {
  useEffect(() => {
    changed([...offered.filter((one) => one.of !== of), ...(acts.length ? [{ of, acts }] : [])]);
    return () => changed(offered.filter((one) => one.of !== of));
  }, [of, acts]);
}

/** What the page that is shown offers. */
export function useOffered(): readonly Act[] {
  const now = useSyncExternalStore((told) => (listeners.add(told), () => listeners.delete(told)), () => offered);
  return now.flatMap((one) => one.acts);
}
