import { msg } from "@lingui/core/macro";
import type { DispatchState, GroupWork, ReferralAgreement, SightingKind, SightingState, Weekday, WitnessAgreement } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const sightingKindWords: Words<SightingKind> = {
  ARREST: msg`An arrest`,
  AGENTS: msg`Agents or their vehicles`,
};

export const sightingStateWords: Words<SightingState> = {
  UNCONFIRMED: msg`Unconfirmed`,
  CONFIRMED: msg`Confirmed`,
  UNFOUNDED: msg`Unfounded`,
};

export const witnessAgreementWords: Words<WitnessAgreement> = {
  ON_PAGE: msg`On the page, by the box`,
  BY_TELEPHONE: msg`By telephone`,
  IN_PERSON: msg`In person`,
  IN_WRITING: msg`In writing`,
};

export const dispatchStateWords: Words<DispatchState> = {
  ASKED: msg`Called`,
  COMING: msg`Coming`,
  CANT: msg`Can't come`,
};

export const weekdayWords: Words<Weekday> = {
  MONDAY: msg`Monday`,
  TUESDAY: msg`Tuesday`,
  WEDNESDAY: msg`Wednesday`,
  THURSDAY: msg`Thursday`,
  FRIDAY: msg`Friday`,
  SATURDAY: msg`Saturday`,
  SUNDAY: msg`Sunday`,
};

export const groupWorkWords: Words<GroupWork> = {
  LEGAL_HELP: msg`Legal help`,
  BOND_FUND: msg`Bond fund`,
  RAPID_RESPONSE: msg`Rapid response`,
  ACCOMPANIMENT: msg`Accompaniment`,
  FOOD_AND_RENT: msg`Food and rent`,
  HEALTH: msg`Health`,
  SCHOOLING: msg`School matters`,
  INTERPRETING: msg`Interpreting`,
  FAITH: msg`Congregation`,
  LABOR: msg`Work and wages`,
  OTHER: msg`Something else`,
};

export const referralAgreementWords: Words<ReferralAgreement> = {
  IN_PERSON: msg`In person`,
  BY_TELEPHONE: msg`By telephone`,
  IN_WRITING: msg`In writing`,
};
