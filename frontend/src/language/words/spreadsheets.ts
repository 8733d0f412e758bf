import { msg } from "@lingui/core/macro";
import type { ColumnMeaning, KnownRule, RowState, SpreadsheetState } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const columnMeaningWords: Words<ColumnMeaning> = {
  FULL_NAME: msg`Full name`,
  GIVEN_NAMES: msg`First names`,
  SURNAMES: msg`Last names`,
  PUBLIC_NAME: msg`Public name`,
  A_NUMBER: msg`A-number`,
  BIRTH_DATE: msg`Date or year of birth`,
  REF: msg`Your own number for the client`,
  NATIONALITY: msg`Nationality`,
  COUNTRY_OF_BIRTH: msg`Country of birth`,
  GENDER: msg`Gender`,
  LANGUAGE: msg`Language`,
  ARRESTED_ON: msg`Day of the arrest`,
  ARREST_PLACE: msg`Place of the arrest`,
  FACILITY: msg`Where held`,
  BOOKED_IN: msg`Held there since`,
  HEARING_DATE: msg`Next hearing, day`,
  HEARING_TIME: msg`Next hearing, hour`,
  HEARING_KIND: msg`Next hearing, type`,
  COURT: msg`Court`,
  JUDGE: msg`Judge`,
  MEDIUM: msg`In person, video or Webex`,
  ATTORNEY: msg`Attorney (as a note)`,
  CALLER_NAME: msg`Who called about them`,
  CALLER_PHONE: msg`Telephone of who called`,
  CALLER_RELATION: msg`What the caller is to them`,
  NOTES: msg`Notes`,
};

export const rowStateWords: Words<RowState> = {
  UNREAD: msg`Being read`,
  NEW: msg`New case`,
  KNOWN: msg`Known already`,
  PROBLEM: msg`To be mended`,
  LEFT_OUT: msg`Left out`,
  MADE: msg`Became a case`,
  FILLED: msg`Filled what was empty`,
  KEPT: msg`Skipped, known already`,
  FAILED: msg`Could not be brought in`,
  TAKEN_BACK: msg`Taken back`,
  STAYED: msg`Stayed: worked on since`,
};

export const knownRuleWords: Words<KnownRule> = {
  SKIP: msg`Skip the row`,
  FILL: msg`Fill what is empty in the case`,
  ANEW: msg`Somebody else: a new case`,
};

export const spreadsheetStateWords: Words<SpreadsheetState> = {
  CHECKING: msg`Being read`,
  READY: msg`To be looked over`,
  BRINGING_IN: msg`Being imported`,
  DONE: msg`Imported`,
  STOPPED: msg`Stopped`,
  UNDOING: msg`Being taken back`,
  UNDONE: msg`Taken back`,
};
