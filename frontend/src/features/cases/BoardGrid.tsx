import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, memo, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Column } from "./BoardCells";
import { CellEditor, type Typed } from "./CellEditor";
import { type Group, type Lines, WINDOW, moved, named } from "./boardLines";
import { type BoardLook, sortOf, sorted } from "./boardLook";
import { type Asking, type Row, useBoardWindows, useStill } from "./boardWindows";
import { bringInSight, useInSight } from "./inSight";
import type { Selected } from "./selected";
import { type Ahead, aheadOf } from "./useCaseChanges";

const HEIGHTS = { usual: 64, compact: 34 };
const HEAD = 36;
const TICK = 40;

type Props = {
  asking: Asking;
  groups: readonly Group[];
  lines: Lines;
  /** Whether it is known how many lines there are. */
  counted: boolean;
  columns: readonly Column[];
  look: BoardLook;
  /** What a group is called on the screen. */
  groupSaid: (group: Group) => string;
  folded: ReadonlySet<string>;
  onFold: (key: string, folded: boolean) => void;
  onLook: (part: BoardLook) => void;
  selected: Selected;
  /** Whether anything may be changed here at all. */
  editable: boolean;
  aheads: ReadonlyMap<string, Ahead>;
  onChange: (row: Row, typed: Typed) => void;
  onUndo: () => void;
  onSearch: () => void;
  onKeys: () => void;
};

/**
 * The board as a grid (WAI-ARIA): one stop of the tab key, arrows from cell to cell, and only the lines in sight are
 * there. The focus stays on the grid, which says by `aria-activedescendant` where one stands: a line that scrolls out
 * of sight takes no focus with it.
 */
export function BoardGrid({ asking, groups, lines, counted, columns, look, groupSaid, folded, onFold, onLook, selected, editable, aheads, onChange, onUndo, onSearch, onKeys }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const height = look.density === "compact" ? HEIGHTS.compact : HEIGHTS.usual;
  const ticks = editable ? 1 : 0;
  const template = useMemo(() => [...(editable ? [`${TICK}px`] : []), ...columns.map((one, index) => (index === columns.length - 1 ? `minmax(${one.width}px, 1fr)` : `${one.width}px`))].join(" "), [columns, editable]);

  const { shown, moving } = useInSight({ count: lines.total, height, frame, more: 8, head: HEAD, likely: 700 });

  const wanted = useMemo(() => {
    const found = new Map<string, { group: Group; window: number }>();
    for (const index of shown) {
      const line = lines.at(index);
      if (line?.kind !== "row") continue;
      const window = Math.floor(line.place / WINDOW);
      found.set(`${named(line.group.key)}/${window}`, { group: line.group, window });
    }
    return [...found.values()];
  }, [shown, lines]);
  const { rowAt, failed } = useBoardWindows(asking, groups, useStill(wanted, moving));

  const rowOf = useCallback(
    (index: number): Row | undefined => {
      const line = lines.at(index);
      const found = line?.kind === "row" ? rowAt(line.group, line.place) : undefined;
      return found ? aheadOf(found, aheads.get(found.id)) : undefined;
    },
    [lines, rowAt, aheads],
  );

  // Another question: one stands at its top again.
  const asked = JSON.stringify(asking);
  const [standing, setStanding] = useState(asked);
  if (standing !== asked) {
    setStanding(asked);
    setAt({ row: 0, column: at.column });
    setEditing(false);
  }
  useEffect(() => {
    if (frame.current) frame.current.scrollTop = 0;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [asked]);

  const go = (to: { row: number; column: number }): void => {
    setAt(to);
    bringInSight(frame.current, to.row, height, HEAD);
  };
  const back = (): void => {
    setEditing(false);
    frame.current?.focus({ preventScroll: true });
  };
  const choose = (row: number, range: boolean): void => {
    if (!editable) return;
    const here = rowOf(row);
    if (!here) return;
    if (!range || selected.anchor === undefined) {
      selected.turn(here, row);
      return;
    }
    const [from, until] = [Math.min(selected.anchor, row), Math.max(selected.anchor, row)];
    const found: Row[] = [];
    let gaps = false;
    for (let index = from; index <= until && found.length <= selected.most; index += 1) {
      if (lines.at(index)?.kind !== "row") continue;
      const one = rowOf(index);
      if (one) found.push(one);
      else gaps = true;
    }
    selected.add(found, gaps);
  };
  const column = columns[at.column - ticks];
  const edit = (): void => {
    if (editable && column?.edited && rowOf(at.row)) setEditing(true);
  };
  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== frame.current || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const line = lines.at(at.row);
    const to = moved(event.key, ctrl, at, { rows: lines.total, columns: columns.length + ticks, page: Math.max(1, Math.floor((frame.current.clientHeight - HEAD) / height) - 1) });
    if (line?.kind === "head" && (event.key === "Enter" || event.key === " " || event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      const key = named(line.group.key);
      onFold(key, event.key === "ArrowLeft" || (event.key !== "ArrowRight" && !folded.has(key)));
    } else if (to) {
      if (event.shiftKey && to.row !== at.row) {
        if (selected.anchor === undefined) choose(at.row, false);
        choose(to.row, true);
      }
      go(to);
    } else if (event.key === "Enter" || event.key === "F2") {
      const row = rowOf(at.row);
      if (column?.edited && editable) edit();
      else if (row) void navigate({ to: "/cases/$shortId", params: { shortId: row.shortId } });
    } else if (event.key === " " || (event.key.toLowerCase() === "x" && !ctrl)) choose(at.row, event.shiftKey);
    else if (event.key === "Escape") selected.clear();
    else if (ctrl && event.key.toLowerCase() === "z") onUndo();
    else if (event.key === "/") onSearch();
    else if (event.key === "?") {
      event.stopPropagation();
      onKeys();
    } else return;
    event.preventDefault();
  };

  // Lines are drawn again only when what they say differs, and call what stands here by then.
  const acts = useRef({ choose, back, go, onChange, rowOf });
  useLayoutEffect(() => {
    acts.current = { choose, back, go, onChange, rowOf };
  });
  const onAt = useCallback((row: number, to: number, range: boolean, tick: boolean): void => {
    setAt({ row, column: to });
    acts.current.back();
    if (tick || range) acts.current.choose(row, range);
  }, []);
  const onEdit = useCallback((row: number, to: number): void => {
    setAt({ row, column: to });
    setEditing(true);
  }, []);
  const onEnd = useCallback((index: number, typed: Typed | undefined, next: number | undefined): void => {
    acts.current.back();
    const row = acts.current.rowOf(index);
    if (row && typed) acts.current.onChange(row, typed);
    if (next !== undefined) acts.current.go({ row: index, column: next });
  }, []);
  const end = columns.length + ticks - 1;

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div ref={frame} className="board" role="grid" tabIndex={0} aria-label={t`Cases`} aria-rowcount={counted ? lines.total + 1 : -1} aria-colcount={columns.length + ticks} aria-multiselectable={editable || undefined} aria-activedescendant={lines.total > 0 && !editing ? `${id}-${at.row}-${at.column}` : undefined} data-density={look.density} onKeyDown={keys}>
        <div role="rowgroup" className="board-head">
          <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, height: HEAD }}>
            {editable ? <div role="columnheader" aria-colindex={1} aria-label={t`Selected`} /> : null}
            {columns.map((one, index) => {
              const sort = sortOf(look, one.order);
              const { order } = one;
              return (
                <div key={one.id} role="columnheader" aria-colindex={index + 1 + ticks} {...(order ? { "aria-sort": sort ?? "none" } : {})}>
                  {order ? <button type="button" onClick={() => onLook(sorted(look, order))}>{i18n._(one.label)}</button> : i18n._(one.label)}
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup" className="board-body" style={{ height: lines.total * height }}>
          {shown.map((index) => {
            const line = lines.at(index);
            if (!line) return null;
            const here = at.row === index ? at.column : -1;
            if (line.kind === "head") {
              const key = named(line.group.key);
              return (
                <div key={index} role="row" aria-rowindex={index + 2} aria-expanded={!folded.has(key)} className="board-line head" style={{ top: index * height, height }} onMouseDown={() => { setAt({ row: index, column: at.column }); onFold(key, !folded.has(key)); }}>
                  <div role="gridcell" aria-colindex={1} aria-colspan={columns.length + ticks} id={here >= 0 ? `${id}-${index}-${here}` : undefined} className={here >= 0 ? "at" : undefined}>{groupSaid(line.group)} <span className="count">{line.group.count}</span></div>
                </div>
              );
            }
            const row = rowOf(index);
            return (
              <GridLine key={index} id={id} index={index} top={index * height} height={height} template={template} columns={columns} ticks={ticks} row={row} here={here} picked={Boolean(row && selected.has(row.id))} editing={editing && here >= 0}
                end={end} onAt={onAt} onEdit={onEdit} onEnd={onEnd} />
            );
          })}
        </div>
      </div>
      {failed ? <p role="alert" className="quiet">{t`Some rows could not be loaded. Scroll on and back, or reload the page.`}</p> : null}
    </>
  );
}


type LineProps = {
  id: string; index: number; top: number; height: number; template: string; columns: readonly Column[]; ticks: number; row: Row | undefined; here: number; picked: boolean; editing: boolean;
  end: number;
  onAt: (row: number, column: number, range: boolean, tick: boolean) => void;
  onEdit: (row: number, column: number) => void;
  onEnd: (row: number, typed: Typed | undefined, next: number | undefined) => void;
};

const GridLine = memo(
  function GridLine({ end, id, index, top, height, template, columns, ticks, row, here, picked, editing, onAt, onEdit, onEnd }: LineProps) {
    const { t } = useLingui();
    return (
      <div role="row" aria-rowindex={index + 2} aria-selected={ticks ? picked : undefined} aria-busy={row ? undefined : true} className="board-line" style={{ top, height, gridTemplateColumns: template }}>
        {ticks ? (
          <div role="gridcell" tabIndex={-1} aria-colindex={1} id={here === 0 ? `${id}-${index}-0` : undefined} className={here === 0 ? "tick at" : "tick"} onMouseDown={(event) => { if (event.target instanceof HTMLInputElement) return; event.preventDefault(); onAt(index, 0, event.shiftKey, true); }}>
            <input type="checkbox" tabIndex={-1} aria-label={t`Select ${row?.shortId ?? ""}`} checked={picked} disabled={!row} onChange={() => undefined} onClick={(event) => onAt(index, 0, event.shiftKey, true)} />
          </div>
        ) : null}
        {columns.map((one, order) => {
          const at = order + ticks;
          if (!row) return <div key={one.id} role="gridcell" aria-label={t`Loading`} aria-colindex={at + 1} id={here === at ? `${id}-${index}-${at}` : undefined} className={here === at ? "at" : undefined}><div className="board-wait" /></div>;
          return (
            <div key={one.id} role="gridcell" tabIndex={-1} aria-colindex={at + 1} id={here === at ? `${id}-${index}-${at}` : undefined} className={here === at ? "at" : undefined} onMouseDown={(event) => { if ((event.target as HTMLElement).closest("a, input, select")) return; event.preventDefault(); onAt(index, at, event.shiftKey, false); }} onDoubleClick={() => { if (one.edited && ticks) onEdit(index, at); }}>
              {editing && here === at && one.edited ? <CellEditor row={row} kind={one.edited} onEnd={(typed, next) => onEnd(index, typed, next ? Math.min(end, at + 1) : undefined)} /> : one.cell(row)}
            </div>
          );
        })}
      </div>
    );
  },
);
