import { msg } from "@lingui/core/macro";
import type { CompanionKind, CourtAccess, HearingOutcome, HearingState, Openness } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const hearingStateWords: Words<HearingState> = {
  UNVERIFIED: msg`Not confirmed`,
  ONE_SOURCE: msg`One source`,
  CONFIRMED: msg`Two sources`,
  MOVED_EARLIER: msg`Moved earlier`,
  MOVED_LATER: msg`Moved later`,
  VACATED: msg`Cancelled`,
  HELD: msg`Held`,
  HELD_IN_ABSENTIA: msg`Held without the client`,
  NOT_PRESENTED: msg`Not brought to court`,
};

export const outcomeWords: Words<HearingOutcome> = {
  CONTINUED: msg`Continued`,
  BOND_GRANTED: msg`Bond granted`,
  CONDITIONAL_PAROLE: msg`Release without a bond, on recognizance`,
  BOND_DENIED: msg`Bond denied`,
  NO_JURISDICTION: msg`No jurisdiction`,
  RELIEF_GRANTED: msg`Relief granted`,
  RELIEF_DENIED: msg`Relief denied`,
  REMOVAL_ORDERED: msg`Removal ordered`,
  REMOVAL_ORDERED_IN_ABSENTIA: msg`Removal ordered in absentia`,
  VOLUNTARY_DEPARTURE: msg`Voluntary departure`,
  TERMINATED: msg`Terminated`,
  FEAR_FOUND: msg`Fear found`,
  FEAR_NOT_FOUND: msg`Fear not found`,
  NOT_PRESENTED: msg`Not brought to court`,
  OTHER: msg`Other`,
};

export const opennessWords: Words<Openness> = {
  OPEN: msg`Open to observers`,
  ASK_FIRST: msg`Observers ask first`,
  CLOSED: msg`Closed to observers`,
};

export const companionKindWords: Words<CompanionKind> = {
  RIDE: msg`Ride`,
  BUDDY: msg`Company`,
};

export const courtAccessWords: Words<CourtAccess> = {
  LET_IN: msg`Observers were let in`,
  LOCKED_DOOR: msg`Locked door`,
  SIGN_SAYS_CLOSED: msg`A sign says closed`,
  TURNED_AWAY: msg`Turned away`,
  NOTES_ALLOWED: msg`Taking notes was allowed`,
  NOTES_REFUSED: msg`Taking notes was refused`,
  CLEARANCE_ASKED: msg`Clearance was asked for`,
  REMOTE_LINK_GIVEN: msg`A video link was given`,
  REMOTE_LINK_REFUSED: msg`A video link was refused`,
  ROOM_FULL: msg`The room was full`,
};
