import { geoAlbersUsa, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "us-atlas/states-albers-10m.json";

/*
 * The country as it is drawn: the outlines come projected already, and points go through the same projection. In it
 * Alaska and Hawaii lie beneath the south-west; Puerto Rico and the islands of the Pacific have no place.
 */

export type Point = { x: number; y: number };
export type View = Point & { width: number; height: number };

/** The size of the outlines' own drawing. */
export const WHOLE: View = { x: 0, y: 0, width: 975, height: 610 };
const RATIO = WHOLE.width / WHOLE.height;
/** Nearer than this a path among neighbouring towns would say nothing of where they are. */
const NEAREST = 230;
/** So far beyond its own edge the drawing may be looked at: a mark on the coast needs room for its number. */
const BEYOND = 60;

const topology = atlas as unknown as Topology<{ states: GeometryCollection<{ name: string }>; nation: GeometryCollection }>;
const drawn = geoPath();
const projection = geoAlbersUsa().scale(1300).translate([487.5, 305]);

export const LAND = drawn(feature(topology, topology.objects.nation)) ?? "";
export const BORDERS = drawn(mesh(topology, topology.objects.states, (one, other) => one !== other)) ?? "";

/** Postal letters by the census's number of a state. */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY"
    .split(" ")
    .map((one) => [one.slice(0, 2), one.slice(2)]),
);

/** Each state's letters, at its middle. */
export const STATES: readonly (Point & { letters: string })[] = feature(topology, topology.objects.states).features.map((one) => {
  const [x, y] = drawn.centroid(one);
  return { x, y, letters: LETTERS[String(one.id)] ?? "" };
});

/** Where a place lies in the drawing. Undefined: off it, as Puerto Rico and Guam are. */
export function projected(place: { latitude: number; longitude: number }): Point | undefined {
  const found = projection([place.longitude, place.latitude]);
  return found ? { x: found[0], y: found[1] } : undefined;
}

/** What of the drawing is shown: all the points with room around them, and never so near that no outline says where. */
export function around(points: readonly Point[]): View {
  if (points.length === 0) return WHOLE;
  const [xs, ys] = [points.map((one) => one.x), points.map((one) => one.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.min(WHOLE.width + BEYOND, Math.max(NEAREST, (right - left) * 1.4, (bottom - top) * 1.5 * RATIO));
  const height = width / RATIO;
  const held = (middle: number, size: number, most: number): number => Math.max(-BEYOND, Math.min(most + BEYOND - size, middle - size / 2));
  return { x: held((left + right) / 2, width, WHOLE.width), y: held((top + bottom) / 2, height, WHOLE.height), width, height };
}

/** Marks that would lie upon each other, moved apart on a ring around their middle: each keeps a line to where it is. */
export function apart<T extends Point>(marks: readonly T[], near: number): (T & { at: Point })[] {
  const groups: T[][] = [];
  for (const mark of marks) {
    const beside = groups.find((group) => group.some((one) => Math.hypot(one.x - mark.x, one.y - mark.y) < near));
    if (beside) beside.push(mark);
    else groups.push([mark]);
  }
  return groups.flatMap((group) => {
    const middle = { x: group.reduce((sum, one) => sum + one.x, 0) / group.length, y: group.reduce((sum, one) => sum + one.y, 0) / group.length };
    // Wide enough that neighbours on the ring do not touch.
    const ring = group.length === 1 ? 0 : near / 1.9 / Math.sin(Math.PI / Math.max(2, group.length));
    return group.map((one, index) => {
      const turn = Math.PI + (index * 2 * Math.PI) / group.length;
      return { ...one, at: { x: middle.x + ring * Math.cos(turn), y: middle.y + ring * Math.sin(turn) } };
    });
  });
}

/** A bow from one mark to another, always to the same hand: there and back are two lines. With where its arrow stands. */
export function bow(from: Point, to: Point): { d: string; middle: Point; angle: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = { x: (from.x + to.x) / 2 + dy * 0.18, y: (from.y + to.y) / 2 - dx * 0.18 };
  const t = 0.55;
  const along = (a: number, b: number, c: number): number => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c;
  const slope = (a: number, b: number, c: number): number => 2 * (1 - t) * (b - a) + 2 * t * (c - b);
  return {
    d: `M${from.x},${from.y}Q${bend.x},${bend.y} ${to.x},${to.y}`,
    middle: { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) },
    angle: (Math.atan2(slope(from.y, bend.y, to.y), slope(from.x, bend.x, to.x)) * 180) / Math.PI,
  };
}
