import type { PassageKind } from "~/graph/generated/graphql";

/*
 * Where somebody was taken, in the order of time, as a map and a list tell it. No projection, no words: those are the
 * map's and the page's.
 */

/** A point on the earth. `precision`: "exact", or what it is the middle of. */
export type Spot = { latitude: number | null; longitude: number | null; locationPrecision?: string | null };

export type Stint<P extends Spot> = { id: string; facility: (P & { id: string }) | null };
export type Passage = { kind: PassageKind; stintId: string | null; hours: number | null };

/** One stay, with its number in the order of time, from 1. `located`: it can be drawn somewhere. */
export type Stop<S> = { number: number; stint: S; located: boolean };

/** From one stop that can be drawn to the next. `broken`: between them nobody knows, or not all of it, where they were. */
export type Leg<S> = { from: Stop<S>; to: Stop<S>; broken: boolean; miles: Miles | undefined };

/** `exact` only from door to door: the middle of a town is no place to go to. */
export type Miles = { miles: number; exact: boolean };

/** In which one may not say that somebody went straight from the one place to the other. */
const BREAKS: ReadonlySet<PassageKind> = new Set(["GAP", "OVERLAP", "AT_LIBERTY"]);

/** Mean radius of the earth in miles (IUGG: 6371.0088 km). The server measures by the same. */
const RADIUS = 6371.0088 / 1.609344;

function known(spot: Spot | null | undefined): spot is Spot & { latitude: number; longitude: number } {
  return spot?.latitude != null && spot.longitude != null;
}

/** Its point is the middle of a state: it says where about, and no distance. */
export function isStateOnly(spot: Spot | null | undefined): boolean {
  return spot?.locationPrecision?.includes("state") ?? false;
}

/** Along a great circle. Undefined: of one of them nobody knows where it lies, or only in which state. */
export function milesBetween(one: Spot | null | undefined, other: Spot | null | undefined): Miles | undefined {
  if (!known(one) || !known(other) || isStateOnly(one) || isStateOnly(other)) return undefined;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [south, north] = [radians(one.latitude), radians(other.latitude)];
  const half = Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return { miles: 2 * RADIUS * Math.asin(Math.sqrt(half)), exact: one.locationPrecision === "exact" && other.locationPrecision === "exact" };
}

/** The stops in the order of time and the legs between those that can be drawn. To the same place again there is no leg. */
export function pathOf<P extends Spot, S extends Stint<P>>(stints: readonly S[], history: readonly Passage[]): { stops: Stop<S>[]; legs: Leg<S>[] } {
  const stops: Stop<S>[] = [];
  const legs: Leg<S>[] = [];
  let last: Stop<S> | undefined;
  let broken = false;
  for (const passage of history) {
    const stint = stints.find((one) => one.id === passage.stintId);
    if (!stint) {
      broken ||= BREAKS.has(passage.kind);
      continue;
    }
    const stop = { number: stops.length + 1, stint, located: known(stint.facility) };
    stops.push(stop);
    if (!stop.located) {
      broken = true;
      continue;
    }
    if (last && last.stint.facility?.id !== stint.facility?.id) legs.push({ from: last, to: stop, broken, miles: milesBetween(last.stint.facility, stint.facility) });
    last = stop;
    broken = false;
  }
  return { stops, legs };
}

type OnFile<C> = { kind: string; court: C | null };

/** The court on file: that of the removal proceeding, which keeps the case wherever its person is taken; else the next hearing's, else any. */
export function courtOnFile<C>(proceedings: readonly OnFile<C>[], next: C | null | undefined): C | undefined {
  const sitting = proceedings.filter((one) => one.court);
  return sitting.findLast((one) => one.kind === "REMOVAL")?.court ?? next ?? sitting.at(-1)?.court ?? undefined;
}
