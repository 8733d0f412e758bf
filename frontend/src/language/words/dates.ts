import { msg } from "@lingui/core/macro";
import type { CheckReason, Confidence, DateCheckOutcome, DateStanding, ShiftEnd, Source } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const sourceWords: Words<Source> = {
  LOCATOR: msg`Online detainee locator`,
  FACILITY_CALL: msg`Call to the facility`,
  COURT_LINE: msg`Court phone line`,
  COURT_PORTAL: msg`Court portal`,
  PRINTED_NOTICE: msg`Printed notice`,
  COUNSEL: msg`Counsel`,
  CLIENT: msg`The client`,
  FAMILY: msg`Family`,
  WITNESS: msg`A witness`,
  AGENCY: msg`The agency`,
  IMPORT: msg`Import`,
  OTHER: msg`Other`,
};

export const confidenceWords: Words<Confidence> = {
  UNCONFIRMED: msg`Unconfirmed`,
  ONE_SOURCE: msg`One source`,
  CONFIRMED: msg`Confirmed`,
};

export const dateStandingWords: Words<DateStanding> = {
  UNVERIFIED: msg`Not confirmed`,
  ONE_SOURCE: msg`One source`,
  TWO_SOURCE: msg`Two sources`,
  STALE: msg`Check again`,
};

export const checkReasonWords: Words<CheckReason> = {
  NO_PUBLIC_SYSTEM: msg`in no public system`,
  MOVED_SINCE: msg`moved since it was checked`,
  SOON: msg`within a week`,
  UNVERIFIED: msg`never confirmed`,
  STALE: msg`checked more than a week ago`,
  ONE_SOURCE: msg`one source`,
};

export const dateCheckOutcomeWords: Words<DateCheckOutcome> = {
  SAME: msg`the same date`,
  DIFFERENT: msg`another date`,
  NOT_FOUND: msg`not found`,
  NOBODY_ANSWERED: msg`no answer`,
  SKIPPED: msg`passed over`,
};

export const shiftEndWords: Words<ShiftEnd> = {
  CALLED_OFF: msg`ended early`,
  WRONG_CODES: msg`ended: five wrong codes`,
};
