import * as z from "zod/mini";

/** A report as the server counts it (`api/funder_reports.py`). A count that is null is fewer than are shown. */
const told = z.object({
  organization: z.string(),
  note: z.string(),
  tables: z.array(z.object({
    title: z.string(), method: z.string(), columns: z.array(z.string()), total: z.array(z.number()), more: z.boolean(),
    rows: z.array(z.object({ period: z.string(), counts: z.array(z.nullable(z.number())) })),
  })),
});
export type Report = z.infer<typeof told>;

export function reportOf(said: unknown): Report | undefined {
  const read = told.safeParse(said);
  return read.success ? read.data : undefined;
}

/** Quarters that can be told on this day, the last first: they have been over for two weeks. */
export function quarters(now: Date, many = 12): string[] {
  const settled = new Date(now.getTime() - 14 * 86_400_000);
  const last = settled.getFullYear() * 4 + Math.floor(settled.getMonth() / 3) - 1;
  return Array.from({ length: many }, (_, back) => `${Math.floor((last - back) / 4)}-Q${((last - back) % 4) + 1}`);
}
