import { useEffect, useRef, useState } from "react";

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
        if (!here.current && before?.isConnected && (document.activeElement === document.body || !document.activeElement)) before.focus();
      });
    };
  }, [before]);
}
