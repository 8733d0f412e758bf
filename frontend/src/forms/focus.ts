import { type RefObject, useEffect, useRef, useState } from "react";

/** What had the focus, and for a line of a menu, which closes with the press, the button that opened the menu. */
function whereItWas(): HTMLElement | null {
  const active = document.activeElement;
  const opener = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const found = opener ? document.getElementById(opener) : active;
  return found instanceof HTMLElement ? found : null;
}

/** A dialog that is taken away gives the focus back: without it, who uses the keyboard begins at the top again. */
export function useFocusBack(): void {
  const [before] = useState(whereItWas);
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      requestAnimationFrame(() => {
        if (!here.current && before?.isConnected && lost()) before.focus();
      });
    };
  }, [before]);
}

/** The focus is nowhere: whatever had it is gone. */
function lost(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}

/**
 * A button whose deed takes its own row away, as "Lift" does, leaves the focus on the heading of the panel it stood in.
 * `goes` is told that the deed is done.
 */
export function useFocusInPanel(): { button: RefObject<HTMLButtonElement | null>; goes: () => void } {
  const button = useRef<HTMLButtonElement>(null);
  const done = useRef(false);
  useEffect(() => {
    const heading = button.current?.closest(".panel")?.querySelector<HTMLElement>("h2");
    return () => {
      if (!done.current) return;
      requestAnimationFrame(() => {
        if (!heading?.isConnected || !lost()) return;
        heading.tabIndex = -1;
        heading.focus();
      });
    };
  }, []);
  return { button, goes: () => { done.current = true; } };
}

/** Where a dialog begins: at the first thing to fill in, unless one of its fields says that it is there. */
export function beginAtFirstField(form: HTMLFormElement | null): void {
  if (!form || form.querySelector("[data-autofocus]")) return;
  form.querySelector("input:not([type=hidden]):not([disabled]), textarea:not([disabled])")?.setAttribute("data-autofocus", "true");
}

/** A field of a form as the server calls it, while it is shown: what it holds may be asked for in another way. */
export function fieldCalled(form: HTMLFormElement | undefined, name: string | undefined): HTMLElement | null {
  return name ? (form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`) ?? null) : null;
}

/** Lead to a field that was refused, with the sentence beneath it in view. */
export function goTo(field: HTMLElement): void {
  field.querySelector<HTMLElement>("input:not([type=hidden]), textarea, button")?.focus();
  requestAnimationFrame(() => field.scrollIntoView({ block: "nearest" }));
}
