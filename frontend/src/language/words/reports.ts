import { msg } from "@lingui/core/macro";
import type { Agency, CallerRelation, ReportState, WhyDeclined } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const reportStateWords: Words<ReportState> = {
  WAITING: msg`Waiting`,
  DECLINED: msg`Declined`,
  TAKEN_IN: msg`Taken in`,
  WITHDRAWN: msg`Withdrawn`,
};

export const whyDeclinedWords: Words<WhyDeclined> = {
  NO_CAPACITY: msg`No capacity now`,
  OTHER_REGION: msg`Another region's work`,
  OTHER_WORK: msg`Not the kind of case we take`,
  CONFLICT: msg`We can't say why`,
  NOT_ENOUGH: msg`Not enough to find the person`,
};

export const agencyWords: Words<Agency> = {
  ICE: msg`Immigration agents (ICE)`,
  BORDER_PATROL: msg`Border Patrol`,
  MARSHALS: msg`U.S. Marshals`,
  OTHER_FEDERAL: msg`Another federal agency`,
  STATE_POLICE: msg`State police`,
  LOCAL_POLICE: msg`Local police`,
  UNMARKED: msg`No badge, no marked car`,
};

export const callerRelationWords: Words<CallerRelation> = {
  FAMILY: msg`Family`,
  FRIEND: msg`Friend`,
  NEIGHBOR: msg`Neighbor`,
  COWORKER: msg`Coworker`,
  EMPLOYER: msg`Employer`,
  SCHOOL: msg`School`,
  CONGREGATION: msg`Congregation`,
  WITNESS: msg`Saw it happen`,
  THEMSELVES: msg`The person themselves`,
  OTHER: msg`Somebody else`,
};
