import { msg } from "@lingui/core/macro";
import type { AppealStance, CustodyCode, DecisionKind, GivenHow, ProceedingKind, ProceedingState } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const proceedingKindWords: Words<ProceedingKind> = {
  REMOVAL: msg`Removal`,
  BOND: msg`Bond`,
  CREDIBLE_FEAR_REVIEW: msg`Credible fear review`,
  REASONABLE_FEAR_REVIEW: msg`Reasonable fear review`,
  WITHHOLDING_ONLY: msg`Withholding only`,
  HABEAS: msg`Habeas`,
  APPEAL: msg`Appeal`,
  PETITION_FOR_REVIEW: msg`Petition for review`,
  OTHER: msg`Other`,
};

export const proceedingStateWords: Words<ProceedingState> = {
  NOT_FILED: msg`Not filed`,
  PENDING: msg`Pending`,
  ADMIN_CLOSED: msg`Administratively closed`,
  DECIDED: msg`Decided`,
  APPEALED: msg`Appealed`,
  REMANDED: msg`Sent back`,
  REOPENED: msg`Reopened`,
  TERMINATED: msg`Terminated`,
  CLOSED: msg`Closed`,
};

export const custodyCodeWords: Words<CustodyCode> = {
  DETAINED: msg`Detained (D)`,
  NEVER: msg`Never detained (N)`,
  RELEASED: msg`Released (R)`,
};

export const decisionWords: Words<DecisionKind> = {
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
  ADMIN_CLOSED: msg`Administratively closed`,
  FEAR_FOUND: msg`Fear found`,
  FEAR_NOT_FOUND: msg`Fear not found`,
  GRANTED: msg`Granted`,
  DENIED: msg`Denied`,
  DISMISSED: msg`Dismissed`,
  REMANDED: msg`Sent back`,
  OTHER: msg`Other`,
};

export const givenHowWords: Words<GivenHow> = {
  ORAL: msg`Spoken in court`,
  MAILED: msg`By mail`,
  E_NOTICE: msg`By electronic notice`,
};

export const appealStanceWords: Words<AppealStance> = {
  NOT_SAID: msg`Nothing was said`,
  RESERVED: msg`Appeal reserved`,
  WAIVED: msg`Appeal waived`,
};
