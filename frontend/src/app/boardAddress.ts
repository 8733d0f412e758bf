import { type ParsedLocation, redirect } from "@tanstack/react-router";
import { boardSearch } from "./search";

/** A link of earlier days says what to search for in its address: it is asked all the same, and taken out of there. */
export function takeSearchOut({ location }: { location: ParsedLocation }): void {
  const said: Record<string, unknown> = { ...location.search };
  if (!("q" in said)) return;
  // The router reads a number where somebody searched for one.
  throw redirect({ to: "/board", search: boardSearch(said), state: { boardSearch: String(said["q"]) }, replace: true });
}
