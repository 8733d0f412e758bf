import { msg } from "@lingui/core/macro";
import type { RetentionClass } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

/** In the order in which they go. */
export const retentionWords: Words<RetentionClass> = {
  SIGN_UPS: msg`Who signed up for an event; a head-count stays`,
  SAFETY_PLANS: msg`Safety plans of actions that are over`,
  MESSAGES: msg`Messages, once their date is over`,
  REPLIES: msg`Texts that people answered with`,
  INBOX: msg`What somebody read in their inbox`,
  CHANGES: msg`Who knew of a change, once its date is over`,
  DUTY: msg`Who was on duty`,
  SPREADSHEETS: msg`Spreadsheets that were brought to be imported; the cases stay`,
  SIGN_INS: msg`What is left of signing in`,
  FORMER_MEMBERS: msg`Sign-ins and addresses of people who left`,
  REPORTERS: msg`Who reported an arrest, once the case closed`,
  REPORTS: msg`Reports of arrests that nobody took in`,
  UNCONFIRMED_SIGHTINGS: msg`Sightings that nobody confirmed`,
  SIGHTINGS: msg`Confirmed or held sightings`,
  RESPONDERS: msg`Who was a rapid responder`,
  REFERRALS: msg`Who was referred to which group`,
  FAMILY_CONTACTS: msg`Family contacts, once the case closed`,
  PREPAREDNESS: msg`What a family has prepared, once the case closed`,
  VERIFIERS: msg`Who checked dates by telephone`,
  ADDRESS_BOOK: msg`People whom nothing names any more`,
  CUSTODY: msg`Detention history and visits, once the case closed`,
  FILES_TAKEN_AWAY: msg`Files that were taken away`,
  OUTCOMES: msg`What happened on the dates of a case, once it closed`,
  CALLS: msg`Who called about a case, once it closed`,
  CASES: msg`The whole case, once it closed`,
};
