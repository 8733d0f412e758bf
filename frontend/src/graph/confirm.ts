/** Who waits to hear whether somebody has confirmed that it is still them. A dialog that is only being loaded finds it. */
let waiting: ((yes: boolean) => void) | undefined;
const listeners = new Set<() => void>();

function told(): void {
  for (const listener of listeners) listener();
}

/** Resolves when somebody has confirmed that it is still them, or would not. */
export function confirmed(): Promise<boolean> {
  waiting?.(false);
  return new Promise((resolve) => {
    waiting = resolve;
    told();
  });
}

/** For the dialog and whoever brings it: whether anybody waits, and what to do when that changes. */
export const confirmations = {
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
  asked: (): boolean => waiting !== undefined,
  answer: (yes: boolean): void => {
    waiting?.(yes);
    waiting = undefined;
    told();
  },
};
