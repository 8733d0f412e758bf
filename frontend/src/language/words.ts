import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ActionState, Agency, AppealStance, AssignmentState, Audience, CallerRelation, CaseRole, Channel, CheckReason, Confidence, ConsentAudience, ConsentChannel, ConsentState, CourtAccess, CustodyCode, CustodyStatus, DateCheckOutcome, DateStanding, DecisionKind, Door, FeedFilter, GivenBy, GivenHow, HearingOutcome, HearingState, InvitationState, LetterKind, Medium, NameForm, NoticeState, OccasionKind, OccasionState, PersonKind, PlaceOfCustody, Priority, ProceedingKind, ProceedingState, Purpose, ReleaseReason, ReportState, RetentionClass, Role, Scope, ShiftEnd, SignOffCapacity, Source, Stage, WhyDeclined } from "~/graph/generated/graphql";

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

export const scopeWords: Words<Scope> = {
  ALL: msg`Everything`,
  BOND_ONLY: msg`Bond only`,
  OTHER: msg`Other`,
  DOCUMENT_HELP: msg`Help with documents`,
};

export const assignmentStateWords: Words<AssignmentState> = {
  OFFERED: msg`Offered`,
  ACCEPTED: msg`Accepted`,
  ENGAGED: msg`Engaged`,
  OF_RECORD: msg`Of record`,
  DECLINED: msg`Declined`,
  WITHDRAWN: msg`Withdrawn`,
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
  WITHDRAWN: msg`No longer invited`,
  ASSIGNMENT_OFFERED: msg`Placement offered`,
  ASSIGNED: msg`Placement made`,
  GLASS_BROKEN: msg`Case opened urgently`,
  LINK_RENEWED: msg`New link`,
  REPORT_WAITING: msg`A report waits`,
  REPORT_DECLINED: msg`A report was declined`,
  WELCOME: msg`Link to choose a password`,
  RESET: msg`Link to choose a new password`,
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
  VERIFIERS: msg`Who checked dates by telephone`,
  ADDRESS_BOOK: msg`People whom nothing names any more`,
  CUSTODY: msg`Detention history, once the case closed`,
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

export const HEARING_KINDS = ["MASTER_HEARING", "INDIVIDUAL_HEARING", "BOND_HEARING", "CUSTODY_HEARING", "FEAR_REVIEW", "OTHER_HEARING"] as const satisfies readonly OccasionKind[];
export const ACTION_KINDS = ["PRESS_CONFERENCE", "VIGIL", "ACCOMPANIMENT", "LETTER_DRIVE", "CALL_IN", "RALLY", "OFFICIAL_VISIT", "BOND_FUND"] as const satisfies readonly OccasionKind[];
