import { Tag } from "~/design/pieces";
import type { Reach } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { reachWords } from "~/language/words";

/** A place is on file, and nobody can say that they are there. Of whoever was never located the place itself says so. */
export function isLost(reach: Reach | null | undefined): reach is "STALE" | "NOT_IN_LOCATOR" {
  return reach === "STALE" || reach === "NOT_IN_LOCATOR";
}

/** Beside the last known place: a place that was confirmed once reads as if they were there. */
export function Lost({ of }: { of: Reach | null | undefined }) {
  return isLost(of) ? <div><Tag tone="red"><Word of={of} in={reachWords} /></Tag></div> : null;
}
