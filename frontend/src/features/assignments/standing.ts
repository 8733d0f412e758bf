import type { AssignmentState } from "~/graph/generated/graphql";

/** Nothing is asked of the attorney any more. */
export const OVER: readonly AssignmentState[] = ["DECLINED", "WITHDRAWN", "LAPSED"];
/** The attorney has the case. */
export const THEIRS: readonly AssignmentState[] = ["ACCEPTED", "ENGAGED", "OF_RECORD"];
