import { msg } from "@lingui/core/macro";
import type { Binds, DeadlineState, LitigationStatus, Trigger, WhyMoved } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

export const deadlineStateWords: Words<DeadlineState> = {
  FOR_REVIEW: msg`For review`,
  CONFIRMED: msg`Confirmed`,
  FILED: msg`Filed`,
  RECEIVED: msg`Received`,
  SUPERSEDED: msg`Replaced by a newer one`,
  NOT_APPLICABLE: msg`Does not apply`,
};

export const bindsWords: Words<Binds> = {
  CLIENT: msg`binds the client`,
  EITHER_SIDE: msg`binds whichever side acts`,
  BOTH_SIDES: msg`binds both sides`,
  GOVERNMENT: msg`binds the government`,
  COURT: msg`binds the court`,
  HOLDING_AGENCY: msg`binds the agency that holds the person`,
  NOBODY: msg`says what to expect`,
};

export const litigationWords: Words<LitigationStatus> = {
  SETTLED: msg`Settled`,
  LITIGATED: msg`In litigation`,
  STAYED: msg`Stayed`,
  VACATED: msg`Vacated`,
};

export const whyMovedWords: Words<WhyMoved> = {
  TRIGGER_CHANGED: msg`what it is counted from changed`,
  RULE_CHANGED: msg`the rule changed`,
  FACTS_CHANGED: msg`the facts of the case changed`,
  OUTAGE: msg`electronic filing was down`,
  COURT_ORDERED: msg`the court ordered it`,
  TRIGGER_GONE: msg`what it is counted from is gone`,
  HEARING_MOVED: msg`the hearing moved`,
  HEARING_VACATED: msg`the hearing was taken off the calendar`,
  HEARING_REPLACED: msg`another hearing was set in its place`,
  DECISION_TAKEN_BACK: msg`the report or decision was taken back`,
  HEARING_OVER: msg`the hearing is over, and the court set no day`,
};

export const triggerWords: Words<Trigger> = {
  ARREST: msg`Arrest`,
  CUSTODY_BEGAN: msg`Custody began`,
  OTHERWISE_RELEASED: msg`Would have been released but for a detainer`,
  RELEASE: msg`Release`,
  MOVE: msg`Change of address`,
  TRANSFER: msg`Transfer`,
  ARRIVAL: msg`Last arrival in the United States`,
  BOND_DECISION: msg`Judge's decision on bond`,
  BOND_GRANTED: msg`Judge's order granting bond`,
  BOND_APPEAL_FILED: msg`Government's appeal of the bond order`,
  DECISION: msg`Judge's decision`,
  IN_ABSENTIA_ORDER: msg`Order in absentia`,
  FINAL_ORDER: msg`Final order`,
  BRIEFING_NOTICE: msg`Briefing notice`,
  MASTER_HEARING: msg`Master hearing`,
  INDIVIDUAL_HEARING: msg`Merits hearing`,
  OTHER_SIDE_FILED: msg`Other side's filing`,
  NEGATIVE_FEAR_FINDING: msg`Negative fear finding`,
  REASONABLE_FEAR_REFERRAL: msg`Referral to the judge (reasonable fear)`,
  HABEAS_ORDER: msg`Order to show cause (habeas)`,
  THIRD_COUNTRY_NOTICE: msg`Notice of removal to a third country`,
  FILING: msg`Filing`,
};

/** What people type, because the tracker does not know it by itself. */
export const TYPED_TRIGGERS = ["BRIEFING_NOTICE", "FINAL_ORDER", "MOVE", "OTHER_SIDE_FILED", "NEGATIVE_FEAR_FINDING", "REASONABLE_FEAR_REFERRAL", "HABEAS_ORDER", "THIRD_COUNTRY_NOTICE", "OTHERWISE_RELEASED", "BOND_APPEAL_FILED", "CUSTODY_BEGAN", "ARRIVAL", "DECISION", "BOND_DECISION", "BOND_GRANTED", "IN_ABSENTIA_ORDER", "ARREST", "RELEASE"] as const satisfies readonly Trigger[];
