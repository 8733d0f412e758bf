import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from "react";

type Frame = RefObject<HTMLElement | null>;
type Lines = {
  count: number;
  /** Of each line, in pixels. */
  height: number;
  /** What scrolls them. */
  frame: Frame;
  /** So many more are drawn above and beneath, for whoever scrolls on. */
  more: number;
  /** What stands above the first line and stays in sight, in pixels. */
  head?: number;
  /** How high the frame is likely to be, before it is drawn. */
  likely: number;
};

/** So long after the last movement it stands still. */
const STILL = 150;

/** The first line in sight and how many there are, as "first many": a word is the same as its like. */
function sightOf(frame: Frame, height: number, head: number, likely: number): { subscribe: (changed: () => void) => () => void; read: () => string } {
  return {
    read() {
      const { scrollTop = 0, clientHeight = 0 } = frame.current ?? {};
      return `${Math.max(0, Math.floor((scrollTop - head) / height))} ${Math.ceil((clientHeight || likely) / height) + 1}`;
    },
    subscribe(changed) {
      const at = frame.current;
      const sized = new ResizeObserver(changed);
      if (at) sized.observe(at);
      at?.addEventListener("scroll", changed, { passive: true });
      return () => {
        sized.disconnect();
        at?.removeEventListener("scroll", changed);
      };
    },
  };
}

/**
 * Which of very many lines of one height are in sight, so that only these are drawn: `shown`, the same list until it
 * differs. Line n begins `n * height` beneath the head.
 */
export function useInSight({ count, height, frame, more, head = 0, likely }: Lines): { shown: readonly number[]; /** Somebody is scrolling. */ moving: boolean } {
  const { subscribe, read } = useMemo(() => sightOf(frame, height, head, likely), [frame, height, head, likely]);
  // Drawn in the same frame in which the browser scrolls, else lines would be white for a moment.
  const [first = 0, many = 0] = useSyncExternalStore(subscribe, read).split(" ").map(Number);
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    const at = frame.current;
    let still: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      clearTimeout(still);
      still = setTimeout(() => setMoving(false), STILL);
      setMoving(true);
    };
    at?.addEventListener("scroll", moved, { passive: true });
    return () => {
      clearTimeout(still);
      at?.removeEventListener("scroll", moved);
    };
  }, [frame]);

  const from = Math.max(0, Math.min(first, count - many) - more);
  const until = Math.min(count, first + many + more);
  const shown = useMemo(() => Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index), [from, until]);
  return { shown, moving };
}

/** Scrolls as little as is needed for a line to be in sight beneath the head. */
export function bringInSight(at: HTMLElement | null, line: number, height: number, head = 0): void {
  if (!at) return;
  const top = line * height;
  const room = at.clientHeight - head - height;
  if (top < at.scrollTop) at.scrollTop = top;
  else if (top > at.scrollTop + room) at.scrollTop = top - room;
}
