import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Appellant, BondArgumentSide, BondClockKind, BondClockState, BondCounting, BondGap, BondStance, BurdenOn, ChargesFlag, CustodyBasis, DhsCustody, HowWeKnow, MannerOfEntry, ObligorKind } from "~/graph/generated/graphql";
import { WRITTEN_AS, currentLanguage } from "~/language/i18n";

/* The bond track's closed words, as people say them. None says that somebody is eligible, or is not. */

type Words<W extends string> = Record<W, MessageDescriptor>;

export const dhsCustodyWords: Words<DhsCustody> = {
  NO_BOND: msg`DHS: no bond`,
  AMOUNT: msg`DHS set an amount`,
};

export const appellantWords: Words<Appellant> = {
  DHS: msg`DHS`,
  CLIENT: msg`The client`,
};

export const obligorKindWords: Words<ObligorKind> = {
  CITIZEN: msg`A U.S. citizen`,
  PERMANENT_RESIDENT: msg`A permanent resident`,
  LAW_FIRM: msg`A law firm`,
  NON_PROFIT: msg`A non-profit`,
};

export const clockWords: Words<BondClockKind> = {
  STAY_TO_BE_FILED: msg`DHS may file an automatic stay (EOIR-43)`,
  STAY_WITHOUT_APPEAL: msg`The stay lapses unless DHS appeals (EOIR-26)`,
  STAY_WITHOUT_DECISION: msg`The stay lapses unless the Board decides`,
  APPEAL: msg`Appeal to the Board`,
  NEXT_REQUEST: msg`Another request needs changed circumstances`,
  CONDITIONS: msg`Ask the judge about conditions of release`,
  PAYMENT: msg`ICE takes the payment (CeBONDS)`,
};

export const clockStateWords: Words<BondClockState> = {
  RUNNING: msg`running`,
  MET: msg`done in time`,
  LATE: msg`done late`,
  PASSED: msg`passed`,
  HOLDS: msg`holds`,
  NOT_REACHED: msg`the rule gives none here`,
};

export const countingWords: Words<BondCounting> = {
  BUSINESS_DAYS: msg`business days`,
  CALENDAR_DAYS: msg`calendar days`,
  FILING_DAYS: msg`days, to the next business day`,
};

export const basisWords: Words<CustodyBasis> = {
  INA_235_B_1: msg`235(b)(1), expedited removal`,
  INA_235_B_2: msg`235(b)(2), applicant for admission`,
  INA_236_A: msg`236(a), discretionary`,
  INA_236_C: msg`236(c), criminal grounds`,
  INA_241: msg`241, after a final order`,
};

export const entryWords: Words<MannerOfEntry> = {
  ADMITTED: msg`Admitted`,
  WITHOUT_INSPECTION: msg`Entered without inspection`,
  ARRIVING: msg`Arrested while arriving, without a warrant`,
};

export const chargesWords: Words<ChargesFlag> = {
  LISTED: msg`An arrest or charge that 236(c) lists`,
  NOT_LISTED: msg`None that 236(c) lists`,
};

export const stanceWords: Words<BondStance> = {
  ARGUMENTS_FOR: msg`Arguments for a bond hearing`,
  ARGUMENTS_AGAINST: msg`Arguments against a bond hearing`,
  CONTESTED: msg`Contested`,
  NONE_KNOWN: msg`No authority on file`,
};

export const sideWords: Words<BondArgumentSide> = {
  FOR: msg`Argues for it`,
  AGAINST: msg`Argues against it`,
  OPEN: msg`Open question`,
};

export const gapWords: Words<BondGap> = {
  PLACE: msg`where they were held on that day`,
  CIRCUIT: msg`the federal circuit of the place`,
  STATE: msg`the state of the place`,
  ENTRY: msg`how they entered`,
  BASIS: msg`under which provision DHS holds them`,
  CHARGES: msg`whether a charge is listed`,
};

export const burdenWords: Words<BurdenOn> = {
  GOVERNMENT: msg`The government has to prove`,
  DETAINED_PERSON: msg`The detained person has to prove`,
};

export const readWords: Words<HowWeKnow> = {
  SOURCE: msg`read in its source`,
  SECONDARY: msg`told by others`,
  MEMORY: msg`not read again`,
};

/** Dollars, as they stand on an order. */
export function dollars(amount: number): string {
  return new Intl.NumberFormat(WRITTEN_AS[currentLanguage()], { style: "currency", currency: "USD", maximumFractionDigits: 0 }).format(amount);
}
