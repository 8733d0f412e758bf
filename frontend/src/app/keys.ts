import { useEffect, useRef, useState, useSyncExternalStore } from "react";

/*
 * Keys without Ctrl or Alt (WCAG 2.1.4): silent while somebody types or a dialog is open, and turned off for good by
 * whoever speaks to their computer or presses keys by mistake. The choice is this browser's.
 */
const OFF = "single keys off";
/** After G a letter says where to. */
const WAITS = 1_500;
const listeners = new Set<() => void>();

function isOn(): boolean {
  try {
    return window.localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((told) => (listeners.add(told), () => listeners.delete(told)), isOn);
  return [
    on,
    (next) => {
      if (next) window.localStorage.removeItem(OFF);
      else window.localStorage.setItem(OFF, "1");
      listeners.forEach((one) => one());
    },
  ];
}

function occupied(event: KeyboardEvent): boolean {
  const at = event.target instanceof HTMLElement ? event.target : null;
  if (at?.closest('input, textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"], [role="menu"]')) return true;
  return Boolean(document.querySelector('[role="dialog"], [role="alertdialog"]'));
}

export type Keys = { create: () => void; search: () => void; help: () => void; places: readonly { key: string; go: () => void }[] };

/** C creates, / searches, ? lists, and G then a letter goes. Returns whether G was pressed and waits. */
export function useKeys(keys: Keys): boolean {
  const [on] = useSingleKeys();
  const [going, setGoing] = useState(false);
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    if (!on) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const rest = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
      setGoing(false);
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || occupied(event)) return;
      const key = event.key.toLowerCase();
      if (waiting !== undefined) {
        rest();
        const place = now.current.places.find((one) => one.key === key);
        if (place) {
          event.preventDefault();
          place.go();
        }
        return;
      }
      if (key === "g") {
        waiting = setTimeout(rest, WAITS);
        setGoing(true);
        return;
      }
      const act = key === "c" ? now.current.create : key === "/" ? now.current.search : event.key === "?" ? now.current.help : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("keydown", pressed);
      clearTimeout(waiting);
    };
  }, [on]);
  return going;
}
