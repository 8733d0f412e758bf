import { msg } from "@lingui/core/macro";
import type { Matter, Medium, OccasionKind, OccasionState } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const occasionKindWords: Words<OccasionKind> = {
  MASTER_HEARING: msg`Master hearing`,
  INDIVIDUAL_HEARING: msg`Merits hearing`,
  BOND_HEARING: msg`Bond hearing`,
  CUSTODY_HEARING: msg`Custody hearing`,
  FEAR_REVIEW: msg`Fear review`,
  OTHER_HEARING: msg`Other hearing`,
  CHECK_IN: msg`Check-in`,
  PRESS_CONFERENCE: msg`Press conference`,
  VIGIL: msg`Vigil`,
  ACCOMPANIMENT: msg`Court accompaniment`,
  LETTER_DRIVE: msg`Support letters`,
  CALL_IN: msg`Call-in day`,
  RALLY: msg`Rally`,
  OFFICIAL_VISIT: msg`Official visit`,
  BOND_FUND: msg`Bond fund`,
  PETITION: msg`Petition`,
  CHECK_IN_ACCOMPANIMENT: msg`Check-in accompaniment`,
  TOWN_HALL: msg`Town hall`,
  KNOW_YOUR_RIGHTS_SESSION: msg`Know-your-rights session`,
  PREPAREDNESS_SESSION: msg`Family preparedness session`,
  STAFF_SESSION: msg`Session for staff`,
};

export const occasionStateWords: Words<OccasionState> = {
  TENTATIVE: msg`Not confirmed`,
  CONFIRMED: msg`Confirmed`,
  CANCELLED: msg`Cancelled`,
  HELD: msg`Held`,
};

export const HEARING_KINDS = ["MASTER_HEARING", "INDIVIDUAL_HEARING", "BOND_HEARING", "CUSTODY_HEARING", "FEAR_REVIEW", "OTHER_HEARING"] as const satisfies readonly OccasionKind[];
export const ACTION_KINDS = ["PRESS_CONFERENCE", "VIGIL", "RALLY", "ACCOMPANIMENT", "CHECK_IN_ACCOMPANIMENT", "OFFICIAL_VISIT", "LETTER_DRIVE", "CALL_IN", "PETITION", "BOND_FUND", "TOWN_HALL", "KNOW_YOUR_RIGHTS_SESSION", "PREPAREDNESS_SESSION", "STAFF_SESSION"] as const satisfies readonly OccasionKind[];

export const mediumWords: Words<Medium> = {
  IN_PERSON: msg`In person`,
  VTC: msg`By video (VTC)`,
  WEBEX: msg`By Webex`,
  TELEPHONIC: msg`By telephone`,
  UNKNOWN: msg`Unknown`,
};

export const matterWords: Words<Matter> = {
  COURT_DATE: msg`Court dates`,
  CHECK_IN: msg`Check-ins`,
  ACTION: msg`Actions`,
};
