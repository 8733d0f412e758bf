import { type Client, createRequest } from "@urql/core";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useClient } from "urql";
import { graphql, readFragment } from "~/graph/generated";
import type { BoardRowFragment, CaseFilter, CaseGrouping, CaseOrder } from "~/graph/generated/graphql";
import { type Group, WINDOW, named } from "./boardLines";
import { BoardRow } from "./boardRow";

const BoardWindow = graphql(`
  query BoardWindow($filter: CaseFilter, $order: CaseOrder, $backwards: Boolean!, $after: String) {
    cases(filter: $filter, order: $order, backwards: $backwards, first: 50, after: $after) {
      edges { node { id ...BoardRow } }
    }
  }
`);

export type Row = BoardRowFragment;
export type Asking = { filter: CaseFilter; order: CaseOrder | null; backwards: boolean; by: CaseGrouping | null };

type Kept = { after: string | null; rows: readonly Row[] | undefined; failed: boolean; end: (() => void) | undefined };

function windowOf({ filter, order, backwards, by }: Asking, group: Group, after: string | null) {
  return createRequest(BoardWindow, { filter: by ? { ...filter, inGroup: { by, key: group.key } } : filter, order, backwards, after });
}

/** Ask for the first rows before the board is drawn, which finds them or waits for the same. In groups they are known only then. */
export function askAhead(client: Client, asking: Asking): void {
  if (asking.by === null) void client.executeQuery(windowOf(asking, { key: null, count: WINDOW, landmarks: [] }, null)).toPromise();
}

/** So many windows are remembered that nobody looks at: to scroll back shows them at once, and asks again. */
const REMEMBERED = 40;

/**
 * The rows of a board, a window of fifty at a time, wherever somebody looks. What is in sight is asked for and stays
 * subscribed, so that it follows news; what is out of sight is let go.
 */
export function useBoardWindows(question: Asking, groups: readonly Group[], wanted: Wanted) {
  const client = useClient();
  const kept = useRef(new Map<string, Kept>());
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  const asked = JSON.stringify(question);
  const standing = useRef(asked);

  if (standing.current !== asked) {
    // Another question: its rows are others.
    for (const one of kept.current.values()) one.end?.();
    kept.current = new Map();
    standing.current = asked;
  }

  const key = keyOf(wanted);
  useEffect(() => {
    const asking = JSON.parse(asked) as Asking;
    const here = new Set<string>();
    for (const { group, window } of wanted) {
      const id = `${named(group.key)}/${window}`;
      const after = window === 0 ? null : (group.landmarks[window - 1] ?? null);
      if (window > 0 && after === null) continue;
      here.add(id);
      const found = kept.current.get(id);
      if (found?.end && found.after === after) continue;
      found?.end?.();
      const one: Kept = { after, rows: found?.rows, failed: false, end: undefined };
      kept.current.delete(id);
      kept.current.set(id, one);
      const { unsubscribe } = client.executeQuery(windowOf(asking, group, after), { requestPolicy: found ? "cache-and-network" : "cache-first" }).subscribe((result) => {
        if (result.data) one.rows = result.data.cases.edges.map((edge) => readFragment(BoardRow, edge.node));
        one.failed = Boolean(result.error) && !one.rows;
        changed();
      });
      one.end = unsubscribe;
    }
    for (const [id, one] of kept.current) {
      if (here.has(id)) continue;
      one.end?.();
      one.end = undefined;
      if (kept.current.size > REMEMBERED) kept.current.delete(id);
    }
    // The windows are named by their key: the list itself is new every time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, key, groups, client]);

  useEffect(() => {
    const all = kept;
    return () => {
      for (const one of all.current.values()) one.end?.();
      all.current = new Map();
    };
  }, []);

  return useMemo(() => {
    // With each answer there are other rows to find.
    void version;
    const rowAt = (group: Group, place: number): Row | undefined => kept.current.get(`${named(group.key)}/${Math.floor(place / WINDOW)}`)?.rows?.[place % WINDOW];
    const failed = wanted.some((one) => kept.current.get(`${named(one.group.key)}/${one.window}`)?.failed);
    return { rowAt, failed, version };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [version, asked, key]);
}

type Wanted = readonly { group: Group; window: number }[];

function keyOf(wanted: Wanted): string {
  return wanted.map((one) => `${named(one.group.key)}/${one.window}`).join(" ");
}

/** While the scroll bar is dragged nothing is asked for: what one flies over would be waited for first. */
export function useStill(wanted: Wanted, moving: boolean): Wanted {
  const [still, setStill] = useState(wanted);
  const key = keyOf(wanted);
  useEffect(() => {
    const soon = setTimeout(() => setStill((now) => (keyOf(now) === key && now.every((one, index) => one.group === wanted[index]?.group) ? now : wanted)), moving ? 90 : 0);
    return () => clearTimeout(soon);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, wanted[0]?.group, moving]);
  return still;
}
