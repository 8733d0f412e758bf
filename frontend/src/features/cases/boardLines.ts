/** So many cases that have something in common, and the cursors from which each further fifty are read. */
export type Group = { key: string | null; count: number; landmarks: readonly string[] };

export type Line = { kind: "head"; group: Group } | { kind: "row"; group: Group; place: number };

/** Rows that are read at once. */
export const WINDOW = 50;

export type Lines = { total: number; at: (index: number) => Line | undefined };

/** The name of a group among its like: null is a group, too. */
export function named(key: string | null): string {
  return key ?? "";
}

/** The lines of a board, one beneath the other, without making any: there may be a hundred thousand. */
export function linesOf(groups: readonly Group[], grouped: boolean, folded: ReadonlySet<string>): Lines {
  const begins: number[] = [];
  let total = 0;
  for (const group of groups) {
    begins.push(total);
    total += (grouped ? 1 : 0) + (grouped && folded.has(named(group.key)) ? 0 : group.count);
  }
  const at = (index: number): Line | undefined => {
    if (index < 0 || index >= total) return undefined;
    let low = 0;
    let high = groups.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((begins[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const group = groups[low];
    if (!group) return undefined;
    const inside = index - (begins[low] ?? 0);
    if (!grouped) return { kind: "row", group, place: inside };
    return inside === 0 ? { kind: "head", group } : { kind: "row", group, place: inside - 1 };
  };
  return { total, at };
}

/** Where a key leads from a cell; undefined for keys that lead nowhere. */
export function moved(key: string, ctrl: boolean, at: { row: number; column: number }, size: { rows: number; columns: number; page: number }): { row: number; column: number } | undefined {
  const row = (to: number) => ({ row: Math.max(0, Math.min(size.rows - 1, to)), column: at.column });
  const column = (to: number) => ({ row: at.row, column: Math.max(0, Math.min(size.columns - 1, to)) });
  switch (key) {
    case "ArrowDown": return row(ctrl ? size.rows - 1 : at.row + 1);
    case "ArrowUp": return row(ctrl ? 0 : at.row - 1);
    case "PageDown": return row(at.row + size.page);
    case "PageUp": return row(at.row - size.page);
    case "ArrowRight": return column(at.column + 1);
    case "ArrowLeft": return column(at.column - 1);
    case "Home": return ctrl ? { row: 0, column: 0 } : column(0);
    case "End": return ctrl ? { row: size.rows - 1, column: size.columns - 1 } : column(size.columns - 1);
    default: return undefined;
  }
}
