import { msg } from "@lingui/core/macro";
import type { Audience, FeedFilter, InvitationState } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const audienceWords: Words<Audience> = {
  COORDINATOR: msg`Coordinator`,
  ATTORNEY: msg`Attorney`,
  POOL_ATTORNEY: msg`Pro bono panel`,
  ADVOCATE: msg`Advocate`,
  OFFICIAL: msg`Elected official`,
  SUPPORTER: msg`Supporter`,
  FAMILY_CONTACT: msg`Family contact`,
  DATE_CHECKER: msg`Date checker`,
  CLIENT: msg`Client`,
  PRESS: msg`Press`,
  PUBLIC: msg`Everyone`,
  ACCOMPANIER: msg`Accompanier`,
  WITNESS: msg`Witness`,
  SPONSOR: msg`Sponsor`,
};

export const invitationStateWords: Words<InvitationState> = {
  ASKED: msg`Asked`,
  COMING: msg`Coming`,
  MAYBE: msg`Maybe`,
  NOT_COMING: msg`Not coming`,
  WITHDRAWN: msg`Withdrawn`,
};

export const feedFilterWords: Words<FeedFilter> = {
  MY_CASES: msg`My cases`,
  ONE_CASE: msg`One case`,
  ONE_COURT: msg`One court`,
  TEAM: msg`Our team's cases`,
  INVITED: msg`What I am invited to`,
  PUBLIC_ACTIONS: msg`Public actions`,
};
