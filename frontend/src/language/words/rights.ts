import { msg } from "@lingui/core/macro";
import type { CopyGiven, DetainerForm, DetainerGround, DetainerRecord, FollowUpKind, FollowUpState, IncidentKind, IncidentReaders, LawRead, WarrantPaper } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const detainerFormWords: Words<DetainerForm> = {
  I_247A: msg`I-247A`,
  I_247D: msg`I-247D`,
  I_247N: msg`I-247N`,
  I_247X: msg`I-247X`,
  OTHER: msg`Another form`,
};

export const groundWords: Words<DetainerGround> = {
  JUDICIAL_WARRANT: msg`Warrant signed by a judge`,
  TERRORIST_DATABASE: msg`Match in a terrorist database`,
  CLASS_A_OR_B_FELONY: msg`Class A or B felony: conviction or plea`,
  ADDED_OFFENSE: msg`One of the offenses added in 2025`,
  FELONY: msg`Felony conviction (2013)`,
  PENDING_CHARGES: msg`Pending charges, no bond posted (2013)`,
  STATE_ARREST_WARRANT: msg`Arrest warrant of the state (2013)`,
  GANG_DATABASE: msg`Gang database (2013)`,
  FINAL_ORDER: msg`Final order of removal (2013)`,
  PUBLIC_SAFETY_RISK: msg`Risk to public safety (2013)`,
};

export const detainerRecordWords: Words<DetainerRecord> = {
  RECEIVED: msg`Detainer received`,
  GROUND_NAMED: msg`Ground named`,
  GROUND_SHOWN: msg`Ground shown`,
  NOT_SHOWN: msg`Ground not shown`,
  CANT_TELL: msg`Can't tell`,
  EXPIRED: msg`Detainer expired`,
  WITHDRAWN: msg`Detainer withdrawn`,
};

export const warrantWords: Words<WarrantPaper> = {
  SIGNED_BY_JUDGE: msg`Signed by a judge`,
  I_200: msg`I-200 (signed by an immigration officer)`,
  I_205: msg`I-205 (signed by an immigration officer)`,
  OTHER: msg`Another paper`,
  CANT_TELL: msg`Can't tell`,
};

export const copyWords: Words<CopyGiven> = {
  GIVEN: msg`Given`,
  NOT_GIVEN: msg`Not given`,
  UNKNOWN: msg`Unknown`,
};

/** How far a text of law was checked. */
export const lawReadWords: Words<LawRead> = {
  SUMMARY: msg`from the official summary`,
  SECONDARY: msg`from press and bill summaries`,
  UNVERIFIED: msg`unverified`,
};

export const incidentKindWords: Words<IncidentKind> = {
  FORCE: msg`Force`,
  ENTRY_OR_SEARCH: msg`Entry or search`,
  ARREST_AT_COURT: msg`Arrest at a courthouse`,
  NO_IDENTIFICATION: msg`Masked, or no identification`,
  HELD_PAST_TIME: msg`Held past the time`,
  COUNSEL_OR_CALLS: msg`No counsel, no calls`,
  LANGUAGE: msg`Language`,
  MEDICAL_CARE: msg`Medical care`,
  CONDITIONS: msg`Conditions of detention`,
  PROPERTY: msg`Property or money`,
  FAMILY: msg`Family or children`,
  RETALIATION: msg`Retaliation`,
  OTHER: msg`Other`,
};

export const incidentReadersWords: Words<IncidentReaders> = {
  LEGAL_TEAM: msg`Legal team`,
  COUNSEL: msg`Counsel only`,
};

export const followUpKindWords: Words<FollowUpKind> = {
  REFERRAL: msg`Referral`,
  RECORDS_REQUEST: msg`Records request (FOIA)`,
  PRESERVATION_LETTER: msg`Letter to preserve evidence`,
  COMPLAINT: msg`Complaint`,
  CLAIM: msg`Notice of a claim`,
  OTHER: msg`Other`,
};

export const followUpStateWords: Words<FollowUpState> = {
  WAITING: msg`Waiting for an answer`,
  ANSWERED: msg`Answered`,
  REFUSED: msg`Refused`,
  WITHDRAWN: msg`Withdrawn`,
};
