import { msg } from "@lingui/core/macro";
import type { DocumentKind, DocumentState, DocumentTrack, FileAudience } from "~/graph/generated/graphql";
import type { Words } from "./closedWords";

/** Names and purposes as in schema/reference/documents.toml, which counsel reviews; a test compares them. */
export const documentKindWords: Words<DocumentKind> = {
  ENGAGEMENT_LETTER: msg`Engagement letter`,
  G28: msg`G-28, signed in ink`,
  FORM_60_001: msg`ICE privacy waiver (60-001)`,
  IDENTITY_PAPER: msg`Passport or other identity paper`,
  BIRTH_CERTIFICATE: msg`Birth certificate`,
  NOTICE_TO_APPEAR: msg`Notice to appear`,
  EOIR28: msg`E-28 for this proceeding`,
  I213: msg`I-213`,
  I286: msg`I-286, custody decision`,
  WARRANT_I200: msg`Warrant of arrest (I-200)`,
  SPONSOR_LETTER: msg`Sponsor's letter`,
  SPONSOR_STATUS: msg`Sponsor's papers`,
  PROOF_OF_RESIDENCE: msg`Proof of residence`,
  PROOF_OF_WORK: msg`Proof of work or school`,
  SUPPORT_LETTER: msg`Support letters`,
  CONVICTION_RECORDS: msg`Conviction records`,
  MEDICAL_RECORDS: msg`Medical records`,
  BOND_EVIDENCE: msg`Bond evidence, indexed`,
  BOND_RECEIPT: msg`Bond receipt`,
  EOIR33: msg`EOIR-33, change of address`,
  DECLARATION: msg`Client's declaration`,
  COUNTRY_CONDITIONS: msg`Country conditions`,
  FEAR_RECORD: msg`Record of the fear interview`,
  HABEAS_PETITION: msg`Habeas petition`,
  DECISION: msg`Decision, with its date`,
  EOIR26: msg`EOIR-26, notice of appeal`,
  EOIR27: msg`E-27 before the Board`,
  OTHER: msg`Another paper`,
};

export const documentForWords: Words<DocumentKind> = {
  ENGAGEMENT_LETTER: msg`Signed by the client: whose lawyer it is, and for what.`,
  G28: msg`Before the agency speaks with counsel, and lets counsel in to see the client.`,
  FORM_60_001: msg`So that an official's office may ask the agency about the client.`,
  IDENTITY_PAPER: msg`Says who the client is; the agency may hold it.`,
  BIRTH_CERTIFICATE: msg`Age, parents, and country of birth.`,
  NOTICE_TO_APPEAR: msg`The charges, and the court. Without it there is no case before that court.`,
  EOIR28: msg`Counsel is of record before the court: one for each proceeding.`,
  I213: msg`What the agency wrote about the arrest.`,
  I286: msg`What the agency decided about custody, and whether it set a bond.`,
  WARRANT_I200: msg`Whether there was one, and when it was signed.`,
  SPONSOR_LETTER: msg`Who takes the client in, and sees that they come to court.`,
  SPONSOR_STATUS: msg`Who the sponsor is, and that a bond can be posted by them.`,
  PROOF_OF_RESIDENCE: msg`A fixed address: lease, bill, or letter.`,
  PROOF_OF_WORK: msg`Ties to the place: pay slips, a school's letter.`,
  SUPPORT_LETTER: msg`Who the client is to those who know them.`,
  CONVICTION_RECORDS: msg`The court's own record of each arrest and how it ended; or that there is none.`,
  MEDICAL_RECORDS: msg`What the client needs, and does not get in detention.`,
  BOND_EVIDENCE: msg`All that is filed for the bond hearing, as one packet.`,
  BOND_RECEIPT: msg`Whoever posted the bond gets it back with this.`,
  EOIR33: msg`The court writes to the address it has.`,
  DECLARATION: msg`The client's own account, in their words, with an interpreter's certificate.`,
  COUNTRY_CONDITIONS: msg`What awaits the client where they would be sent.`,
  FEAR_RECORD: msg`What the officer asked and decided; the judge reviews that.`,
  HABEAS_PETITION: msg`Filed where the client is held at that minute.`,
  DECISION: msg`From its date every deadline of an appeal runs.`,
  EOIR26: msg`Begins the appeal; it counts when it is received.`,
  EOIR27: msg`Counsel is of record before the Board.`,
  OTHER: msg`Whatever else this case needs.`,
};

export const documentTrackWords: Words<DocumentTrack> = {
  EVERY_CASE: msg`Every case`,
  BOND: msg`Bond`,
  REMOVAL: msg`Removal`,
  FEAR: msg`Fear review`,
  HABEAS: msg`Habeas`,
  APPEAL: msg`Appeal`,
};

export const documentStateWords: Words<DocumentState> = {
  NEEDED: msg`Needed`,
  ASKED: msg`Asked for`,
  RECEIVED: msg`Received`,
  FILED: msg`Filed`,
  NOT_NEEDED: msg`Not needed`,
};

export const fileAudienceWords: Words<FileAudience> = {
  COUNSEL: msg`Counsel only`,
  LEGAL_TEAM: msg`Legal team`,
  ADVOCATES: msg`Advocates, too`,
};
