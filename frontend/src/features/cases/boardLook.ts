import type { CaseFilter, CaseGrouping, CaseNeed, CaseOrder, Priority, Stage } from "~/graph/generated/graphql";

/** How somebody looks at the board: all of it stands in the address but what they search for. What is left out is as usual. */
export type BoardLook = {
  /** Often a client's name: it stays in the page, where no history and no shared link tells it. */
  q?: string | undefined;
  stage?: Stage | undefined;
  counsel?: "none" | undefined;
  within?: 7 | 14 | 30 | undefined;
  need?: CaseNeed | undefined;
  priority?: Priority | undefined;
  coordinator?: string | undefined;
  facility?: string | undefined;
  tag?: string | undefined;
  order?: CaseOrder | undefined;
  reversed?: true | undefined;
  group?: CaseGrouping | undefined;
  layout?: "stages" | undefined;
  columns?: string | undefined;
  density?: "compact" | undefined;
};

const DAY = 86_400_000;
/** What only changes how the same cases are shown. */
const LOOKS = new Set<keyof BoardLook>(["order", "reversed", "group", "layout", "columns", "density"]);

/** Which cases: the window is whole days, so that the question stays the same while the page is open. */
export function filterOf(look: BoardLook, now = new Date()): CaseFilter {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return {
    search: look.q,
    stages: look.stage ? [look.stage] : undefined,
    withoutCounsel: look.counsel ? true : undefined,
    hearingFrom: look.within ? today.toISOString() : undefined,
    hearingUntil: look.within ? new Date(today.getTime() + look.within * DAY).toISOString() : undefined,
    includeClosed: look.stage === "CLOSED",
    need: look.need,
    priority: look.priority,
    coordinatorId: look.coordinator,
    facilityId: look.facility,
    tag: look.tag,
  };
}

/** What a board that looks so asks the server. */
export function askingOf(look: BoardLook, legal: boolean): { filter: CaseFilter; order: CaseOrder | null; backwards: boolean; by: CaseGrouping | null } {
  return {
    filter: filterOf(look),
    // For other eyes the next date is no order: it would tell dates that the client may not have agreed to tell.
    order: look.order ?? (legal || look.q ? null : "OPENED"),
    backwards: look.reversed ?? false,
    by: look.layout === "stages" ? "STAGE" : (look.group ?? null),
  };
}

/** How many filters are set: what was searched for stands in its own field. */
export function filtersOf(look: BoardLook): number {
  return Object.entries(look).filter(([name, value]) => name !== "q" && value !== undefined && !LOOKS.has(name as keyof BoardLook)).length;
}

export function isFiltered(look: BoardLook): boolean {
  return Object.entries(look).some(([name, value]) => value !== undefined && !LOOKS.has(name as keyof BoardLook));
}

/** What a view keeps: everything but what was searched for, which may be a client's name. */
export function addressOf(look: BoardLook): string {
  const said = Object.entries(look).filter(([name, value]) => name !== "q" && value !== undefined && value !== "");
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
}

export function lookOf(address: string): Record<string, unknown> {
  const said: Record<string, unknown> = Object.fromEntries(new URLSearchParams(address));
  if (typeof said["within"] === "string") said["within"] = Number(said["within"]);
  if (said["reversed"] === "true") said["reversed"] = true;
  return said;
}

/** Orders whose first line is the greatest: as a table says it, they descend. */
const DESCENDING = new Set<CaseOrder>(["NUMBER", "OPENED", "PRIORITY"]);

/** What a column's heading says of the order, when it is by that column. */
export function sortOf(look: BoardLook, order: CaseOrder | undefined): "ascending" | "descending" | undefined {
  const now = look.order ?? (look.q ? undefined : "NEXT_OCCASION");
  if (!order || order !== now) return undefined;
  return DESCENDING.has(order) === Boolean(look.reversed) ? "ascending" : "descending";
}

/** What a tap on a heading asks for: by this column, or the other way round. */
export function sorted(look: BoardLook, order: CaseOrder): BoardLook {
  if (sortOf(look, order) === undefined) return { order: order === "NEXT_OCCASION" && !look.q ? undefined : order, reversed: undefined };
  return { order: look.order, reversed: look.reversed ? undefined : true };
}
