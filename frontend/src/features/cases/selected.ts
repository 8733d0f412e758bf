import { useCallback, useMemo, useState } from "react";
import type { Row } from "./boardWindows";

/** The cases that somebody chose, in the order in which they did, wherever they have scrolled meanwhile. */
export type Selected = {
  rows: readonly Row[];
  most: number;
  /** From where a range is counted. */
  anchor: number | undefined;
  has: (id: string) => boolean;
  turn: (row: Row, at: number) => void;
  /** Further ones; `gaps`: some between were not loaded. */
  add: (rows: readonly Row[], gaps: boolean) => void;
  clear: () => void;
};

/** `onTooMany` when more are chosen than can be changed at once, and `onGaps` where a range had rows that nobody saw. */
export function useSelected(most: number, onTooMany: () => void, onGaps: () => void): Selected {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const [anchor, setAnchor] = useState<number>();
  const turn = useCallback(
    (row: Row, at: number): void => {
      setAnchor(at);
      if (!chosen.has(row.id) && chosen.size >= most) {
        onTooMany();
        return;
      }
      setChosen((now) => (now.has(row.id) ? new Map([...now].filter(([id]) => id !== row.id)) : new Map([...now, [row.id, row]])));
    },
    [chosen, most, onTooMany],
  );
  const add = useCallback(
    (rows: readonly Row[], gaps: boolean): void => {
      const all = [...new Map([...chosen, ...rows.map((row): [string, Row] => [row.id, row])])];
      if (all.length > most) onTooMany();
      else if (gaps) onGaps();
      setChosen(new Map(all.slice(0, most)));
    },
    [chosen, most, onTooMany, onGaps],
  );
  const clear = useCallback((): void => {
    setChosen(new Map());
    setAnchor(undefined);
  }, []);
  return useMemo(() => ({ rows: [...chosen.values()], most, anchor, has: (id: string) => chosen.has(id), turn, add, clear }), [chosen, most, anchor, turn, add, clear]);
}
