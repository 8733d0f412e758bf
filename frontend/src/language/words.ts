import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Binds, DeadlineState, LitigationStatus, Trigger, WhyMoved } from "~/graph/generated/graphql";
import type { FamilyRole } from "~/graph/generated/graphql";
import type { Accreditation, ActionState, Agency, AlarmKind, AppealStance, AssignmentState, Audience, BondStage, CallerRelation, CaseRole, Channel, CheckInOutcome, Comparison, CheckReason, Confidence, ConflictSide, ConsentAudience, ConsentChannel, ConsentState, CopyGiven, CourtAccess, CustodyCode, CustodyStatus, DateCheckOutcome, DetainerForm, DetainerGround, DetainerRecord, DocumentKind, DocumentState, DocumentTrack, DateStanding, DecisionKind, Door, FeedFilter, Form, FormScope, FileAudience, FollowUpKind, FollowUpState, GivenBy, GivenHow, HearingOutcome, HearingState, IncidentKind, IncidentReaders, InvitationState, LawRead, LetterKind, Medium, NameForm, NextStep, NoticeState, OccasionKind, OccasionState, PassageKind, PersonKind, PlaceOfCustody, PreparednessItem, Priority, ProceedingKind, ProceedingState, Purpose, Qualification, ReleaseReason, ReportState, RetentionClass, Ring, Role, Scope, SheetAnswer, ShiftEnd, SignOffCapacity, Source, Stage, SupervisionKind, VisitKind, VisitState, WarrantPaper, WhyDeclined } from "~/graph/generated/graphql";

/* The contract's closed words in the words of the people who use them. A word the contract gains does not compile until it is said here. */

type Words<W extends string> = Record<W, MessageDescriptor>;

export const stageWords: Words<Stage> = {
  INTAKE: msg`Intake`,
  SEEKING_COUNSEL: msg`Seeking counsel`,
  REPRESENTED: msg`Represented`,
  AFTER_RELEASE: msg`After release`,
  CLOSED: msg`Closed`,
};

export const custodyStatusWords: Words<CustodyStatus> = {
  UNLOCATED: msg`Not located`,
  IN_CUSTODY: msg`In detention`,
  RELEASED: msg`Released`,
  REMOVED: msg`Removed`,
  DEPARTED: msg`Departed`,
  OTHER_AGENCY: msg`With another agency`,
  DIED: msg`Died`,
  UNKNOWN: msg`Unknown`,
};

export const priorityWords: Words<Priority> = {
  ROUTINE: msg`Routine`,
  SOON: msg`Soon`,
  URGENT: msg`Urgent`,
};

export const occasionKindWords: Words<OccasionKind> = {
  MASTER_HEARING: msg`Master hearing`,
  INDIVIDUAL_HEARING: msg`Merits hearing`,
  BOND_HEARING: msg`Bond hearing`,
  CUSTODY_HEARING: msg`Custody hearing`,
  FEAR_REVIEW: msg`Fear review`,
  OTHER_HEARING: msg`Other hearing`,
  CHECK_IN: msg`Check-in`,
  PRESS_CONFERENCE: msg`Press conference`,
  VIGIL: msg`Vigil`,
  ACCOMPANIMENT: msg`Court accompaniment`,
  LETTER_DRIVE: msg`Support letters`,
  CALL_IN: msg`Call-in day`,
  RALLY: msg`Rally`,
  OFFICIAL_VISIT: msg`Official visit`,
  BOND_FUND: msg`Bond fund`,
};

export const occasionStateWords: Words<OccasionState> = {
  TENTATIVE: msg`Not confirmed`,
  CONFIRMED: msg`Confirmed`,
  CANCELLED: msg`Cancelled`,
  HELD: msg`Held`,
};

export const mediumWords: Words<Medium> = {
  IN_PERSON: msg`In person`,
  VTC: msg`By video (VTC)`,
  WEBEX: msg`By Webex`,
  TELEPHONIC: msg`By telephone`,
  UNKNOWN: msg`Unknown`,
};

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

export const hearingStateWords: Words<HearingState> = {
  UNVERIFIED: msg`Not confirmed`,
  ONE_SOURCE: msg`One source`,
  CONFIRMED: msg`Two sources`,
  MOVED_EARLIER: msg`Moved earlier`,
  MOVED_LATER: msg`Moved later`,
  VACATED: msg`Cancelled`,
  HELD: msg`Held`,
  HELD_IN_ABSENTIA: msg`Held without the client`,
  NOT_PRESENTED: msg`Not brought to court`,
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

export const courtAccessWords: Words<CourtAccess> = {
  LET_IN: msg`Observers were let in`,
  LOCKED_DOOR: msg`Locked door`,
  SIGN_SAYS_CLOSED: msg`A sign says closed`,
  TURNED_AWAY: msg`Turned away`,
  NOTES_ALLOWED: msg`Taking notes was allowed`,
  NOTES_REFUSED: msg`Taking notes was refused`,
  CLEARANCE_ASKED: msg`Clearance was asked for`,
  REMOTE_LINK_GIVEN: msg`A video link was given`,
  REMOTE_LINK_REFUSED: msg`A video link was refused`,
  ROOM_FULL: msg`The room was full`,
};

export const outcomeWords: Words<HearingOutcome> = {
  CONTINUED: msg`Continued`,
  BOND_GRANTED: msg`Bond granted`,
  BOND_DENIED: msg`Bond denied`,
  NO_JURISDICTION: msg`No jurisdiction`,
  RELIEF_GRANTED: msg`Relief granted`,
  RELIEF_DENIED: msg`Relief denied`,
  REMOVAL_ORDERED: msg`Removal ordered`,
  REMOVAL_ORDERED_IN_ABSENTIA: msg`Removal ordered in absentia`,
  VOLUNTARY_DEPARTURE: msg`Voluntary departure`,
  TERMINATED: msg`Terminated`,
  FEAR_FOUND: msg`Fear found`,
  FEAR_NOT_FOUND: msg`Fear not found`,
  NOT_PRESENTED: msg`Not brought to court`,
  OTHER: msg`Other`,
};

export const bondStageWords: Words<BondStage> = {
  NOT_ELIGIBLE: msg`Held without bond`,
  CONTESTED_JURISDICTION: msg`Jurisdiction contested`,
  REQUESTED: msg`Requested`,
  SCHEDULED: msg`Hearing set`,
  DENIED: msg`Denied`,
  GRANTED: msg`Granted`,
  STAYED: msg`Stayed by DHS`,
  PAYING: msg`Being paid`,
  POSTED: msg`Posted`,
  RELEASED: msg`Released on bond`,
  APPEALED: msg`Appealed`,
  BREACHED: msg`Breached`,
  CANCELLED_REFUNDED: msg`Cancelled, refund on its way`,
};

export const scopeWords: Words<Scope> = {
  ALL: msg`Everything`,
  BOND_ONLY: msg`Bond only`,
  OTHER: msg`Other`,
  DOCUMENT_HELP: msg`Help with documents`,
};

export const assignmentStateWords: Words<AssignmentState> = {
  OFFERED: msg`Offered`,
  CHECKING: msg`Checking for conflicts`,
  ACCEPTED: msg`Accepted`,
  ENGAGED: msg`Engaged`,
  OF_RECORD: msg`Of record`,
  DECLINED: msg`Declined`,
  WITHDRAWN: msg`Withdrawn`,
  LAPSED: msg`Lapsed`,
};

export const formWords: Words<Form> = {
  G_28: msg`G-28 (DHS)`,
  EOIR_28: msg`EOIR-28 (immigration court)`,
  EOIR_27: msg`EOIR-27 (Board of Immigration Appeals)`,
  EOIR_61: msg`EOIR-61 (help with a document, court)`,
  EOIR_60: msg`EOIR-60 (help with a document, Board)`,
  FEDERAL: msg`Appearance in a federal court`,
};

export const formScopeWords: Words<FormScope> = {
  ALL: msg`All proceedings`,
  CUSTODY_AND_BOND: msg`Custody and bond only`,
  ALL_BUT_CUSTODY_AND_BOND: msg`All but custody and bond`,
};

export const comparisonWords: Words<Comparison> = {
  NONE_FOUND: msg`None found`,
  POSSIBLE: msg`Possible conflict`,
};

export const sheetAnswerWords: Words<SheetAnswer> = {
  CLEAR: msg`Clear`,
  CONFLICT: msg`Conflict`,
  NEED_MORE: msg`Needs to know more`,
};

export const conflictSideWords: Words<ConflictSide> = {
  CLIENT: msg`Client`,
  FORMER_CLIENT: msg`Former client`,
  ADVERSE: msg`Adverse party`,
  RELATED: msg`Related to one`,
};

export const qualificationWords: Words<Qualification> = {
  ATTORNEY: msg`Attorney`,
  ACCREDITED_REPRESENTATIVE: msg`Accredited representative`,
  LAW_GRADUATE: msg`Law graduate, supervised`,
  LAW_STUDENT: msg`Law student, supervised`,
  PARALEGAL: msg`Paralegal`,
  INTERPRETER: msg`Interpreter`,
};

export const accreditationWords: Words<Accreditation> = {
  PARTIAL: msg`Partial: before DHS only`,
  FULL: msg`Full: before courts and the Board, too`,
};

export const actionStateWords: Words<ActionState> = {
  DRAFT: msg`Draft`,
  PUBLISHED: msg`Published`,
  DONE: msg`Done`,
  CALLED_OFF: msg`Cancelled`,
};

export const purposeWords: Words<Purpose> = {
  SEEK_COUNSEL: msg`Seek counsel`,
  TELL_OFFICIALS: msg`Tell elected officials`,
  FILL_COURTROOM: msg`Fill the courtroom`,
  PRESS: msg`Speak to the press`,
  ACCOMPANY: msg`Come along to a check-in`,
};

export const consentAudienceWords: Words<ConsentAudience> = {
  OFFICIALS: msg`Elected officials`,
  SUPPORTERS: msg`Supporters`,
  ADVOCATES: msg`Advocates`,
  PRESS: msg`Press`,
  PUBLIC: msg`Everyone`,
};

export const consentChannelWords: Words<ConsentChannel> = {
  ANY: msg`Any way`,
  IN_PERSON: msg`In person`,
  WRITING: msg`In writing`,
  MEDIA: msg`In the media`,
};

export const nameFormWords: Words<NameForm> = {
  NONE: msg`No name`,
  INITIALS: msg`Initials`,
  PUBLIC_NAME: msg`First name and initial`,
  FULL: msg`Full name`,
};

export const consentStateWords: Words<ConsentState> = {
  PROPOSED: msg`To be confirmed`,
  STANDING: msg`Stands`,
  NARROWED: msg`Narrowed`,
  REPLACED: msg`Replaced`,
  WITHDRAWN: msg`Withdrawn`,
};

export const givenByWords: Words<GivenBy> = {
  CLIENT: msg`The client`,
  GUARDIAN: msg`A guardian`,
  RELAYED: msg`Relayed by someone else`,
};

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
  INVITED: msg`What I am invited to`,
  PUBLIC_ACTIONS: msg`Public actions`,
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

export const letterKindWords: Words<LetterKind> = {
  REMINDER: msg`Reminder`,
  INVITATION: msg`Invitation`,
  RESCHEDULED: msg`Date changed`,
  CANCELLED: msg`Cancelled`,
  PLACE_CHANGED: msg`Place or way changed`,
  WITHDRAWN: msg`No longer invited`,
  ASSIGNMENT_OFFERED: msg`Placement offered`,
  ASSIGNED: msg`Placement made`,
  GLASS_BROKEN: msg`Case opened urgently`,
  LINK_RENEWED: msg`New link`,
  REPORT_WAITING: msg`A report waits`,
  REPORT_DECLINED: msg`A report was declined`,
  WELCOME: msg`Link to choose a password`,
  RESET: msg`Link to choose a new password`,
  UNANSWERED: msg`A change is not confirmed`,
  DIGEST: msg`Counts of the morning`,
};

export const noticeStateWords: Words<NoticeState> = {
  PLANNED: msg`Planned`,
  CLAIMED: msg`Being sent`,
  CARRIED: msg`Sent`,
  DELIVERED: msg`Delivered`,
  SKIPPED: msg`Not sent`,
  SUPERSEDED: msg`Replaced by a newer one`,
  FAILED: msg`Failed`,
  UNKNOWN: msg`Unknown`,
};

export const channelWords: Words<Channel> = {
  EMAIL: msg`E-mail`,
  SMS: msg`Text message`,
  CHAT: msg`Chat`,
  PUSH: msg`Notification`,
};

export const personKindWords: Words<PersonKind> = {
  STAFF: msg`Staff`,
  OFFICIAL: msg`Elected official`,
  SCHEDULER: msg`Scheduler`,
  SUPPORTER: msg`Supporter`,
  FAMILY_CONTACT: msg`Family contact`,
  INTERPRETER: msg`Interpreter`,
  WITNESS: msg`Witness`,
  PRESS: msg`Press`,
};

export const roleWords: Words<Role> = {
  ADMIN: msg`Administrator`,
  COORDINATOR: msg`Coordinator`,
  ATTORNEY: msg`Attorney`,
  ACCREDITED_REPRESENTATIVE: msg`Accredited representative`,
  SUPERVISED_STUDENT: msg`Supervised student`,
  PARALEGAL: msg`Paralegal`,
  INTERPRETER: msg`Interpreter`,
  ADVOCATE: msg`Advocate`,
};

export const caseRoleWords: Words<CaseRole> = {
  COORDINATOR: msg`Coordinator`,
  ATTORNEY: msg`Attorney`,
  ACCREDITED_REPRESENTATIVE: msg`Accredited representative`,
  SUPERVISED_STUDENT: msg`Supervised student`,
  PARALEGAL: msg`Paralegal`,
  INTERPRETER: msg`Interpreter`,
  ADVOCATE: msg`Advocate`,
};

export const placeOfCustodyWords: Words<PlaceOfCustody> = {
  FACILITY: msg`Facility`,
  HOLD_ROOM: msg`Hold room`,
  HOSPITAL: msg`Hospital`,
  IN_TRANSIT: msg`In transit`,
  OTHER_AGENCY: msg`Another agency`,
  UNKNOWN: msg`Unknown`,
};

/** What lies between two stays; a stay says itself. */
export const passageKindWords: Words<PassageKind> = {
  STAY: msg`Stay`,
  TRANSIT: msg`In transit`,
  GAP: msg`Nobody knows where they were`,
  OVERLAP: msg`In two places at once: one of the stays is wrong`,
  AT_LIBERTY: msg`At liberty`,
};

export const alarmKindWords: Words<AlarmKind> = {
  CUSTODY_COURT: msg`The court on file is not the court where they are held`,
  STALE: msg`Nobody has confirmed for too long where they are`,
  NOT_IN_LOCATOR: msg`Not in the locator any more`,
  NEVER_LOCATED: msg`Nobody knows where they are held`,
  GAP: msg`They left as transferred, and arrived nowhere yet`,
};

export const ringWords: Words<Ring> = {
  HEARING_SOON: msg`Hearing within 14 days`,
  BOND_PENDING: msg`Bond request pending`,
  BOND_COURT_CHANGED: msg`Another court could set a bond`,
};

export const nextStepWords: Words<NextStep> = {
  ACT_OR_MARK_EXPECTED: msg`Next: move to change venue or ask for bond there, or mark it expected`,
  LOOK_AGAIN: msg`Next: look in the locator, and record what you find; it lags by up to 8 hours`,
  RING_THE_FACILITY: msg`Next: ring the facility and the field office; the locator never shows anyone under 18`,
};

export const supervisionKindWords: Words<SupervisionKind> = {
  RECOGNIZANCE: msg`Order of recognizance`,
  ORDER_OF_SUPERVISION: msg`Order of supervision`,
  BOND_CONDITIONS: msg`Conditions of bond`,
  PAROLE: msg`Parole`,
  PHONE_APP: msg`Telephone app`,
  ANKLE_MONITOR: msg`Ankle monitor`,
  WRIST_MONITOR: msg`Wrist monitor`,
  OTHER: msg`Other`,
};

export const checkInOutcomeWords: Words<CheckInOutcome> = {
  ATTENDED: msg`Attended`,
  MISSED: msg`Missed`,
  TURNED_AWAY: msg`Turned away`,
  DETAINED: msg`Detained there`,
};

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

export const releaseReasonWords: Words<ReleaseReason> = {
  REMOVED: msg`Removed`,
  BONDED_OUT_JUDGE: msg`Bond set by a judge`,
  BONDED_OUT_FIELD_OFFICE: msg`Bond set by the field office`,
  RECOGNIZANCE: msg`Order of recognizance`,
  SUPERVISION: msg`Order of supervision`,
  PAROLED: msg`Paroled`,
  VOLUNTARY_DEPARTURE: msg`Voluntary departure`,
  VOLUNTARY_RETURN: msg`Voluntary return`,
  TERMINATED: msg`Proceedings terminated`,
  RELIEF_GRANTED: msg`Relief granted`,
  WITHDRAWAL: msg`Withdrawal`,
  ORR: msg`To the refugee office (ORR)`,
  OTHER_AGENCY: msg`To another agency`,
  COURT_ORDERED: msg`Ordered by a court`,
  TRANSFERRED: msg`Transferred`,
  DIED: msg`Died`,
  OTHER: msg`Other`,
};

export const capacityWords: Words<SignOffCapacity> = {
  OF_RECORD: msg`Attorney of record`,
  CONSULTED: msg`Counsel consulted`,
};

/** In the order in which they go. */
export const retentionWords: Words<RetentionClass> = {
  SIGN_UPS: msg`Who signed up for an event; a head-count stays`,
  MESSAGES: msg`Messages, once their date is over`,
  SIGN_INS: msg`What is left of signing in`,
  FORMER_MEMBERS: msg`Sign-ins and addresses of people who left`,
  REPORTERS: msg`Who reported an arrest, once the case closed`,
  REPORTS: msg`Reports of arrests that nobody took in`,
  FAMILY_CONTACTS: msg`Family contacts, once the case closed`,
  PREPAREDNESS: msg`What a family has prepared, once the case closed`,
  VERIFIERS: msg`Who checked dates by telephone`,
  ADDRESS_BOOK: msg`People whom nothing names any more`,
  CUSTODY: msg`Detention history and visits, once the case closed`,
  FILES_TAKEN_AWAY: msg`Files that were taken away`,
  CALLS: msg`Who called about a case, once it closed`,
  CASES: msg`The whole case, once it closed`,
};

export const doorWords: Words<Door> = {
  PAGE: msg`on the page`,
  CALENDAR: msg`in a calendar`,
  LINK: msg`by a link`,
  EXPORT: msg`in an export`,
  HOUSE: msg`by the house itself`,
};

export const reportStateWords: Words<ReportState> = {
  WAITING: msg`Waiting`,
  DECLINED: msg`Declined`,
  TAKEN_IN: msg`Taken in`,
  WITHDRAWN: msg`Withdrawn`,
};

export const whyDeclinedWords: Words<WhyDeclined> = {
  NO_CAPACITY: msg`No capacity now`,
  OTHER_REGION: msg`Another region's work`,
  OTHER_WORK: msg`Not the kind of case we take`,
  CONFLICT: msg`We can't say why`,
  NOT_ENOUGH: msg`Not enough to find the person`,
};

export const agencyWords: Words<Agency> = {
  ICE: msg`Immigration agents (ICE)`,
  BORDER_PATROL: msg`Border Patrol`,
  MARSHALS: msg`U.S. Marshals`,
  OTHER_FEDERAL: msg`Another federal agency`,
  STATE_POLICE: msg`State police`,
  LOCAL_POLICE: msg`Local police`,
  UNMARKED: msg`No badge, no marked car`,
};

export const callerRelationWords: Words<CallerRelation> = {
  FAMILY: msg`Family`,
  FRIEND: msg`Friend`,
  NEIGHBOR: msg`Neighbor`,
  COWORKER: msg`Coworker`,
  EMPLOYER: msg`Employer`,
  SCHOOL: msg`School`,
  CONGREGATION: msg`Congregation`,
  WITNESS: msg`Saw it happen`,
  THEMSELVES: msg`The person themselves`,
  OTHER: msg`Somebody else`,
};

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

export const visitKindWords: Words<VisitKind> = {
  IN_PERSON: msg`In person`,
  VIDEO: msg`By video`,
  LEGAL_CALL: msg`Legal call`,
};

export const visitStateWords: Words<VisitState> = {
  BOOKED: msg`Booked`,
  DONE: msg`Done`,
  NOT_LET_IN: msg`Not let in`,
  CANCELLED: msg`Cancelled`,
};

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

export const HEARING_KINDS = ["MASTER_HEARING", "INDIVIDUAL_HEARING", "BOND_HEARING", "CUSTODY_HEARING", "FEAR_REVIEW", "OTHER_HEARING"] as const satisfies readonly OccasionKind[];
export const ACTION_KINDS = ["PRESS_CONFERENCE", "VIGIL", "ACCOMPANIMENT", "LETTER_DRIVE", "CALL_IN", "RALLY", "OFFICIAL_VISIT", "BOND_FUND"] as const satisfies readonly OccasionKind[];

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

/** In the order in which families are asked. */
export const preparednessWords: Words<PreparednessItem> = {
  EMERGENCY_CONTACT: msg`Emergency contact chosen`,
  GUARDIAN_NAMED: msg`Guardian named`,
  STANDBY_FORMS_SIGNED: msg`Standby-guardian forms signed`,
  STANDBY_FORMS_REVIEWED: msg`Standby-guardian forms reviewed by an attorney`,
  DOCUMENTS_GATHERED: msg`Documents gathered`,
  SCHOOL_TOLD: msg`School told who may pick up`,
  MEDICAL_CONSENT: msg`Medical consent signed`,
  MEDICINES_LISTED: msg`Medicines listed`,
  KEYS: msg`Keys to house and car handed on`,
  BANK: msg`Access to the bank arranged`,
  RENT_AND_BILLS: msg`Rent and bills arranged`,
  EMPLOYER_TOLD: msg`Employer told, pay arranged`,
};

/** Whose claim carries the others', as the court files them. */
export const familyRoleWords: Words<FamilyRole> = {
  LEAD: msg`Lead`,
  RIDER: msg`Rider`,
};
