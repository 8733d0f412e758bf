import { listOf, number, oneOf, orNull, text, wholeOf } from "~/graph/reading";

/** A report as the server counts it (`api/funder_reports.py`). A count that is null is fewer than are shown. */
export const reportOf = wholeOf({
  organization: text(),
  note: text(),
  tables: listOf(wholeOf({
    title: text(), method: text(), columns: listOf(text()), total: listOf(number), more: oneOf(true, false),
    rows: listOf(wholeOf({ period: text(), counts: listOf(orNull(number)) })),
  })),
});
export type Report = NonNullable<ReturnType<typeof reportOf>>;

/** Quarters that can be told on this day, the last first: they have been over for two weeks. */
export function quarters(now: Date, many = 12): string[] {
  const settled = new Date(now.getTime() - 14 * 86_400_000);
  const last = settled.getFullYear() * 4 + Math.floor(settled.getMonth() / 3) - 1;
  return Array.from({ length: many }, (_, back) => `${Math.floor((last - back) / 4)}-Q${((last - back) % 4) + 1}`);
}
