import { msg } from "@lingui/core/macro";
import type { AlarmKind, CheckInOutcome, CustodyStatus, NextStep, PassageKind, PlaceOfCustody, Reach, ReleaseReason, Ring, SupervisionKind, VisitKind, VisitState } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const custodyStatusWords: Words<CustodyStatus> = {
  UNLOCATED: msg`Not located`,
  IN_CUSTODY: msg`In detention`,
  RELEASED: msg`Released`,
  REMOVED: msg`Removed`,
  DEPARTED: msg`Departed`,
  OTHER_AGENCY: msg`With another agency`,
  DIED: msg`Died`,
  UNKNOWN: msg`Unknown`,
};

export const placeOfCustodyWords: Words<PlaceOfCustody> = {
  FACILITY: msg`Facility`,
  HOLD_ROOM: msg`Hold room`,
  HOSPITAL: msg`Hospital`,
  IN_TRANSIT: msg`In transit`,
  OTHER_AGENCY: msg`Another agency`,
  UNKNOWN: msg`Unknown`,
};

/** What lies between two stays; a stay says itself. */
export const passageKindWords: Words<PassageKind> = {
  STAY: msg`Stay`,
  TRANSIT: msg`In transit`,
  GAP: msg`Nobody knows where they were`,
  OVERLAP: msg`In two places at once: one of the stays is wrong`,
  AT_LIBERTY: msg`At liberty`,
};

export const alarmKindWords: Words<AlarmKind> = {
  CUSTODY_COURT: msg`The court on file is not the court where they are held`,
  STALE: msg`Nobody has confirmed for too long where they are`,
  NOT_IN_LOCATOR: msg`Not in the locator any more`,
  NEVER_LOCATED: msg`Nobody knows where they are held`,
  GAP: msg`They left as transferred, and arrived nowhere yet`,
};

/** Whether anybody knows where somebody is; while they do, nothing is said of it. */
export const reachWords: Words<Reach> = {
  CONFIRMED: msg`Known`,
  STALE: msg`Nobody has confirmed for too long where they are`,
  NOT_IN_LOCATOR: msg`Not in the locator any more`,
  NEVER_LOCATED: msg`Nobody knows where they are held`,
};

export const ringWords: Words<Ring> = {
  HEARING_SOON: msg`Hearing within 14 days`,
  BOND_PENDING: msg`Bond request pending`,
  BOND_COURT_CHANGED: msg`Another court could set a bond`,
};

export const nextStepWords: Words<NextStep> = {
  ACT_OR_MARK_EXPECTED: msg`Next: move to change venue or ask for bond there, or mark it expected`,
  LOOK_AGAIN: msg`Next: look in the locator, and record what you find; it lags by up to 8 hours`,
  RING_THE_FACILITY: msg`Next: ring the facility and the field office; the locator never shows anyone under 18`,
};

export const releaseReasonWords: Words<ReleaseReason> = {
  REMOVED: msg`Removed`,
  BONDED_OUT_JUDGE: msg`Bond set by a judge`,
  BONDED_OUT_FIELD_OFFICE: msg`Bond set by the field office`,
  RECOGNIZANCE: msg`Order of recognizance`,
  SUPERVISION: msg`Order of supervision`,
  PAROLED: msg`Paroled`,
  VOLUNTARY_DEPARTURE: msg`Voluntary departure`,
  VOLUNTARY_RETURN: msg`Voluntary return`,
  TERMINATED: msg`Proceedings terminated`,
  RELIEF_GRANTED: msg`Relief granted`,
  WITHDRAWAL: msg`Withdrawal`,
  ORR: msg`To the refugee office (ORR)`,
  OTHER_AGENCY: msg`To another agency`,
  COURT_ORDERED: msg`Ordered by a court`,
  TRANSFERRED: msg`Transferred`,
  DIED: msg`Died`,
  OTHER: msg`Other`,
};

export const supervisionKindWords: Words<SupervisionKind> = {
  RECOGNIZANCE: msg`Order of recognizance`,
  ORDER_OF_SUPERVISION: msg`Order of supervision`,
  BOND_CONDITIONS: msg`Conditions of bond`,
  PAROLE: msg`Parole`,
  PHONE_APP: msg`Telephone app`,
  ANKLE_MONITOR: msg`Ankle monitor`,
  WRIST_MONITOR: msg`Wrist monitor`,
  OTHER: msg`Other`,
};

export const checkInOutcomeWords: Words<CheckInOutcome> = {
  ATTENDED: msg`Attended`,
  MISSED: msg`Missed`,
  TURNED_AWAY: msg`Turned away`,
  DETAINED: msg`Detained there`,
};

export const visitKindWords: Words<VisitKind> = {
  IN_PERSON: msg`In person`,
  VIDEO: msg`By video`,
  LEGAL_CALL: msg`Legal call`,
};

export const visitStateWords: Words<VisitState> = {
  BOOKED: msg`Booked`,
  DONE: msg`Done`,
  NOT_LET_IN: msg`Not let in`,
  CANCELLED: msg`Cancelled`,
};
