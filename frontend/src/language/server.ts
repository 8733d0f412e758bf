import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";

/*
 * Words that the server sends as text and not as closed words of the contract. Known ones are said in the reader's
 * language; one invented after this page was built is shown as it came, which is better than not at all.
 */

type Known = Readonly<Record<string, MessageDescriptor>>;

const ACTS: Known = {
  "action.answered": msg`Counsel answered`,
  "action.back_to_draft": msg`Action back to a draft`,
  "action.counsel_asked": msg`Counsel asked for a yes`,
  "action.called_off": msg`Action cancelled`,
  "action.drafted": msg`Action drafted`,
  "action.followed_hearing": msg`Action moved with the hearing`,
  "action.hearing_move_answered": msg`Said what becomes of an action whose hearing moved`,
  "action.embargoed": msg`Told later than the rest`,
  "action.lost_name": msg`Draft lost the name`,
  "action.published": msg`Action published`,
  "public_page.edited": msg`Public page edited`,
  "action.revised": msg`Action edited`,
  "action.safety_plan_written": msg`Safety plan written`,
  "action.signed_off": msg`Action signed off`,
  "action.worded": msg`Talking points or advisory written`,
  "action.words_taken_over": msg`Counsel's words taken over`,
  "appearance.withdrawal_asked": msg`Counsel asked to withdraw`,
  "appearance.withdrawal_decided": msg`Withdrawal decided by the judge`,
  "assignment.accepted": msg`Placement accepted`,
  "assignment.answered_yes": msg`Said yes to a placement, conflicts to be checked`,
  "assignment.lapsed": msg`Offer lapsed`,
  "assignment.appearance_recorded": msg`Appearance recorded`,
  "assignment.declined": msg`Placement declined`,
  "assignment.offered": msg`Placement offered`,
  "assignment.withdrawn": msg`Placement ended`,
  "arrival.recorded": msg`Arrival noted at the door`,
  "attendance.reported": msg`Attendance reported`,
  "walk_ins.counted": msg`People without an invitation counted`,
  "clearance.recorded": msg`Clearance by the court noted`,
  "company.offered": msg`Ride or company offered or asked for`,
  "company.joined": msg`Ride or company found`,
  "company.paired": msg`Paired for a ride or company, or taken apart`,
  "company.ended": msg`Ride or company ended`,
  "observer_rules.confirmed": msg`Rules for observers confirmed`,
  "people_list.saved": msg`List of people saved`,
  "people_list.removed": msg`List of people taken away`,
  "seat.booked": msg`Seat booked`,
  "seat.given_up": msg`Seat given to the next`,
  "seats.arranged": msg`Seats arranged`,
  "bond.fund_named": msg`Where to give for the bond named`,
  "bond.grounds_recorded": msg`Why DHS holds them recorded`,
  "bond.stage_recorded": msg`Bond stage recorded`,
  "bond.stage_undone": msg`Bond stage taken back`,
  "case.capacity_doubted": msg`Capacity in doubt`,
  "case.capacity_no_longer_doubted": msg`Capacity no longer in doubt`,
  "case.closed": msg`Case closed`,
  "case.erased": msg`Case erased`,
  "case.contact_named": msg`Contact added`,
  "case.merge_undone": msg`Merge undone`,
  "case.joined_family": msg`Put into a family group`,
  "case.left_family": msg`Taken out of a family group`,
  "case.put_into_operation": msg`Put into an operation`,
  "operation.opened": msg`Operation opened`,
  "operation.taken_in": msg`Arrests of an operation taken in`,
  "case.merged": msg`Cases merged`,
  "case.shared": msg`Case shared`,
  "case.sharing_stopped": msg`Sharing stopped`,
  "case.taken_in": msg`Case taken in`,
  "case.updated": msg`Case edited`,
  "conflict.compared": msg`Compared with an attorney's conflict list`,
  "conflict_sheet.answered": msg`Conflict sheet answered`,
  "conflict_sheet.closed": msg`Conflict sheet shut`,
  "conflict_sheet.sent": msg`Conflict sheet sent to a contact`,
  "consent.asked": msg`Client asked what may be shared`,
  "consent.confirmed": msg`Consent confirmed`,
  "consent.given": msg`Consent recorded`,
  "consent.narrowed": msg`Consent narrowed`,
  "consent.paused": msg`Consent paused`,
  "consent.replaced": msg`Consent replaced by a later one`,
  "consent.resumed": msg`Consent goes on`,
  "consent.withdrawn": msg`Consent withdrawn`,
  "contact.stopped": msg`Asked us to stop writing`,
  "contact.started": msg`Asked us to write again`,
  "contact.added": msg`Address added`,
  "contact.removed": msg`Address taken away`,
  "browser.subscribed": msg`Told in a browser`,
  "browser.unsubscribed": msg`No longer told in a browser`,
  "invitation.seen": msg`Change seen, by text`,
  "custody.checked": msg`Place of detention checked`,
  "change.acknowledged": msg`Change confirmed`,
  "change.called": msg`Called about a change`,
  "change.escalated": msg`Somebody was called about an unconfirmed change`,
  "change.resent": msg`Change written once more`,
  "check_in.accompanier_named": msg`Somebody named to come along to a check-in`,
  "check_in.cancelled": msg`Check-in cancelled`,
  "check_in.reported": msg`Check-in reported`,
  "check_in.rescheduled": msg`Check-in moved`,
  "check_in.scheduled": msg`Check-in scheduled`,
  "custody.court_expected": msg`Court away from the place of detention marked expected`,
  "custody.court_not_expected": msg`Court away from the place of detention no longer marked expected`,
  "custody.look_taken_back": msg`“Looked, not found” taken back`,
  "custody.not_found": msg`Looked for, not found`,
  "custody.recorded": msg`Place of detention recorded`,
  "custody.released": msg`Release recorded`,
  "custody.stay_corrected": msg`Stay corrected`,
  "custody.stay_recorded": msg`Earlier stay recorded`,
  "custody.transferred": msg`Transfer recorded`,
  "habeas.filed": msg`Habeas petition filed, and the place stamped`,
  "supervision.ended": msg`Supervision ended`,
  "supervision.recorded": msg`Supervision recorded`,
  "date_check.answered": msg`Date checker answered`,
  "date_check.given": msg`Date given to a date checker`,
  "date_check.taken_back": msg`Date checker took the answer back`,
  "call.logged": msg`Call logged`,
  "document.added": msg`Document put on the list`,
  "document.asked": msg`Document asked for`,
  "document.laid_out": msg`List of documents laid out`,
  "document.marked": msg`Document marked`,
  "file.added": msg`File added`,
  "file.put_back": msg`File put back`,
  "file.shared": msg`Audience of a file changed`,
  "file.taken_away": msg`File taken away`,
  "visit.booked": msg`Visit booked`,
  "visit.cancelled": msg`Visit cancelled`,
  "visit.moved": msg`Visit moved`,
  "visit.reported": msg`Visit reported`,
  "deadline.confirmed": msg`Deadline confirmed`,
  "deadline.fell_away": msg`Deadline fell away`,
  "deadline.filed": msg`Filing recorded`,
  "deadline.moved": msg`Deadline moved`,
  "deadline.outage": msg`Outage of electronic filing recorded`,
  "deadline.set_aside": msg`Deadline set aside`,
  "deadline.set_by_court": msg`Court's deadline typed in`,
  "deadline.worked_out": msg`Deadline worked out`,
  "detainer.corrected": msg`Detainer corrected`,
  "detainer.recorded": msg`Detainer recorded`,
  "detainer.reviewed": msg`Detainer reviewed by counsel`,
  "outcome.corrected": msg`What happened on a date corrected`,
  "outcome.recorded": msg`What happened on a date entered`,
  "outcome.words_cleared": msg`Advocates may read what was said in open court`,
  "outcome.words_kept": msg`Advocates read what was said in open court no longer`,
  "outcomes.exported": msg`What happened exported as a table`,
  "feed.revoked": msg`Feed removed`,
  "feed.rotated": msg`Feed address changed`,
  "feed.subscribed": msg`Feed made`,
  "hold.lifted": msg`Legal hold lifted`,
  "hold.placed": msg`Legal hold placed`,
  "hearing.cancelled": msg`Hearing cancelled`,
  "hearing.check_taken_back": msg`Check of the date taken back`,
  "hearing.checked": msg`Date checked on the court's line`,
  "hearing.reported": msg`Hearing reported`,
  "hearing.rescheduled": msg`Hearing moved`,
  "hearing.scheduled": msg`Hearing scheduled`,
  "incident.concluded": msg`Outcome of an incident recorded`,
  "incident.corrected": msg`Incident corrected`,
  "incident.follow_up_answered": msg`Answer about an incident recorded`,
  "incident.followed_up": msg`Request about an incident recorded`,
  "incident.recorded": msg`Incident recorded`,
  "invitation.answered": msg`Invitation answered`,
  "invitation.answered_before_change": msg`Answered to a date that had changed`,
  "invitation.made": msg`Invitation sent`,
  "invitation.withdrawn": msg`Invitation taken back`,
  "link.renewed": msg`Link renewed`,
  "note.written": msg`Note written`,
  "retention.swept": msg`Taken away after its term`,
  "person.added": msg`Person added`,
  "person.wishes_edited": msg`How they are written to edited`,
  "notice_plan.edited": msg`Plan of reminders edited`,
  "notice_plan.reset": msg`Plan of reminders set back`,
  "occasion_plan.edited": msg`Reminders of one date edited`,
  "occasion_plan.reset": msg`Reminders of one date set back`,
  "client.enrolled": msg`Client enrolled for their own dates`,
  "client.enrolment_ended": msg`Client written to no more`,
  "preparedness.ticked": msg`Family preparation ticked`,
  "preparedness.unticked": msg`Tick of a family preparation taken back`,
  "court_access.reported": msg`What observers met reported`,
  "decision.recorded": msg`Decision recorded`,
  "decision.taken_back": msg`Decision taken back`,
  "hearing.confirmed": msg`Date checked`,
  "hearing.doubted": msg`Another date heard`,
  "hearing.report_corrected": msg`Report of the hearing corrected`,
  "hearing.report_taken_back": msg`Report of the hearing taken back`,
  "proceeding.amended": msg`Proceeding amended`,
  "proceeding.appealed": msg`Decision appealed`,
  "proceeding.changed": msg`Proceeding changed by the court above`,
  "proceeding.closed": msg`Proceeding closed`,
  "proceeding.opened": msg`Proceeding opened`,
  "proceeding.reopened": msg`Proceeding reopened`,
  "glass.broken": msg`Case opened urgently`,
  "statement.made": msg`Statement made for the client`,
  "report.addressed": msg`Report addressed to another provider`,
  "report.declined": msg`Report declined`,
  "report.made": msg`Arrest reported`,
  "report.taken_in": msg`Report taken in`,
  "report.withdrawn": msg`Report withdrawn`,
  "retraction.listed": msg`Listed whom to call`,
  "retraction.ticked_off": msg`Told to take it down`,
  "directory.corrected": msg`Listing corrected`,
  "directory.delisted": msg`Group taken out of the directory`,
  "directory.listed": msg`Group put into the directory`,
  "person.referred": msg`Somebody referred to a group`,
  "responder.changed": msg`Rapid responder's towns or hours changed`,
  "responder.dismissed": msg`Rapid responder taken off the list`,
  "responder.enlisted": msg`Rapid responder put on the list`,
  "school.corrected": msg`School's plan corrected`,
  "school.dropped": msg`School kept no more`,
  "school.kept": msg`School's contact and plan kept`,
  "sighting.confirmed": msg`Sighting confirmed`,
  "sighting.dispatch_answered": msg`Rapid responder answered`,
  "sighting.dispatched": msg`Rapid responders called`,
  "sighting.held": msg`Sighting held past 72 hours`,
  "sighting.made_incident": msg`Incident made of a sighting`,
  "sighting.photo_blurred": msg`Faces and plates covered on a photo`,
  "sighting.recorded": msg`Sighting recorded`,
  "sighting.taken_in": msg`Case made of a sighting`,
  "sighting.unfounded": msg`Sighting marked unfounded`,
  "sighting_desk.closed": msg`Page for sightings closed`,
  "sighting_desk.opened": msg`Page for sightings opened`,
  "sightings.no_longer_shared": msg`Sightings no longer shared with a group`,
  "sightings.shared": msg`Sightings shared with a group`,
  "task.added": msg`Task added`,
  "task.completed": msg`Task done`,
  "task.handed_on": msg`Task handed on`,
  "task.raised": msg`Task raised`,
  "task.renewed": msg`Task renewed`,
  "task.reopened": msg`Task reopened`,
  "team.joined": msg`Joined the team`,
  "team.left": msg`Left the team`,
  "wall.lifted": msg`Conflict wall lifted`,
  "wall.raised": msg`Conflict wall raised`,
  viewed: msg`Viewed`,
};

const FIELDS: Known = {
  marshals: msg`marshals`,
  medics: msg`medics`,
  legal_observers: msg`legal observers`,
  police_liaison: msg`police liaison`,
  no_police_liaison: msg`no police liaison`,
  legal_support_number: msg`legal-support number`,
  counter_protest: msg`counter-protest`,
  weather: msg`weather`,
  stop_rule: msg`what ends it`,
  a_number: msg`A-number`,
  a_numbers: msg`A-numbers`,
  address: msg`address`,
  agency: msg`agency`,
  answer: msg`answer`,
  adverse_parties: msg`adverse parties`,
  aliases: msg`other names`,
  arrest_place: msg`place of the arrest`,
  birth_date: msg`date of birth`,
  body: msg`words`,
  amount: msg`amount`,
  basis: msg`provision of detention`,
  bond: msg`bond`,
  details: msg`details`,
  entry: msg`manner of entry`,
  grounds: msg`grounds of detention`,
  obligor: msg`who posts the bond`,
  receipt: msg`receipt`,
  caller_name: msg`caller's name`,
  caller_phone: msg`caller's telephone`,
  caller_relation: msg`what the caller is to the person`,
  charges: msg`charges`,
  circumstances: msg`circumstances of a consent`,
  country_of_birth: msg`country of birth`,
  dates: msg`dates`,
  evidence: msg`evidence`,
  follow_up: msg`follow-up`,
  form_edition: msg`edition of the form`,
  employers: msg`employers`,
  gender: msg`gender`,
  intake: msg`intake`,
  join_url: msg`video link`,
  judge: msg`judge`,
  legal_name: msg`legal name`,
  name: msg`name`,
  name_letters: msg`letters of the surname`,
  names: msg`names`,
  nationality: msg`nationality`,
  other_names: msg`other names`,
  outcome: msg`outcome`,
  outcome_note: msg`note on the outcome`,
  place: msg`place`,
  public_name: msg`public name`,
  question: msg`question`,
  reason: msg`reason`,
  report_line: msg`who reports the agency's access`,
  shown: msg`what was shown`,
  relatives: msg`relatives`,
  statement: msg`statement`,
  title: msg`title`,
  set_aside_reason: msg`why a deadline was set aside`,
  to_whom: msg`to whom`,
  urgent_reason: msg`reason for opening it urgently`,
  what: msg`what happened, or was ordered`,
  whereabouts: msg`place of detention`,
  witnesses: msg`witnesses`,
  person: msg`contact`,
  slot: msg`day and hour`,
};

const TABLES: Known = {
  safety_plans: msg`safety plan`,
  calls: msg`call log`,
  documents: msg`documents`,
  visits: msg`visits`,
  case_contacts: msg`family contacts`,
  conflict_sheet_contents: msg`conflict sheet`,
  contacts: msg`contacts`,
  detainers: msg`detainers`,
  incidents: msg`incidents`,
  legal_holds: msg`legal holds`,
  notes: msg`notes`,
  preparedness_ticks: msg`family preparedness`,
  privileged_notes: msg`privileged notes`,
  report_contents: msg`report of an arrest`,
  sighting_accounts: msg`sighting, as typed`,
  sighting_pictures: msg`photo of a sighting`,
  sighting_reporters: msg`who told of a sighting`,
};

const REASONS: Known = {
  answered: msg`answered already`,
  assignment_ended: msg`the placement ended`,
  bounced: msg`the address does not work`,
  cancelled: msg`the date was cancelled`,
  case_closed: msg`the case is closed`,
  enrolment_ended: msg`the client is written to no more`,
  fallback: msg`sent without details, because some were missing`,
  held: msg`the date is over`,
  invited_again: msg`invited again`,
  lapsed: msg`the offer has lapsed`,
  link_over: msg`the link is used or over`,
  moved: msg`the date moved`,
  no_address: msg`no address`,
  no_longer_theirs: msg`no longer theirs to read`,
  not_cleared: msg`not okay to share`,
  not_coming: msg`not coming`,
  nothing_waits: msg`nothing waits`,
  other_channel: msg`goes on another channel`,
  planned_otherwise: msg`planned otherwise now`,
  transferred_again: msg`they were moved again`,
  occasion_gone: msg`the date was cancelled`,
  person_removed: msg`the person was removed`,
  quiet_hours: msg`their quiet hours lasted too long`,
  report_taken_back: msg`the report that set it was taken back`,
  seat_gone: msg`the urgent seat has ended`,
  stands_again: msg`the date stands again`,
  stopped: msg`asked us to stop`,
  too_late: msg`too late to be of use`,
  withdrawn: msg`taken back`,
};

const CHANGES: Known = {
  facility: msg`Facility`,
  "field office": msg`Field office`,
  "federal district": msg`Federal district`,
  "federal circuit": msg`Federal circuit`,
  "counsel office": msg`Agency counsel to serve`,
  "bond court": msg`Court for a bond request`,
  "hearing location": msg`Hearing location`,
  medium: msg`How they appear`,
  distance: msg`Distance`,
  state: msg`State`,
  "time zone": msg`Time zone`,
};

const MISSING: Known = {
  'The case is marked "no publicity": press and public can\'t be addressed.': msg`The case is marked “no publicity”: press and public can't be addressed.`,
};

const AGREED: Known = {
  "that officials be told": msg`that officials be told`,
  "that supporters be asked to come": msg`that supporters be asked to come`,
  "that advocates be told": msg`that advocates be told`,
  "that the press be told": msg`that the press be told`,
  "that it be made public": msg`that it be made public`,
};

const NAMED: Known = {
  "without a name": msg`without a name`,
  "with initials": msg`with initials`,
  "under the public name": msg`under the public name`,
  "under the full name": msg`under the full name`,
  "with a photo": msg`with a photo`,
};

function said(known: Known, word: string): string | undefined {
  const found = known[word];
  return found ? i18n._(found) : undefined;
}

const OTHERS: Known = {
  "the invited person": msg`the invited person`,
  "a calendar": msg`a calendar`,
  "a date checker": msg`a date checker`,
  "Presencia itself": msg`Presencia itself`,
  "someone no longer here": msg`someone no longer here`,
};

/** Who did it, of the trail: a name as it stands, or what acted. */
export function actorSaid(by: string): string {
  return said(OTHERS, by) ?? by;
}

/** Why the house itself did it. */
const BECAUSE: Known = {
  "A consent it needs was taken back.": msg`A consent it needs was taken back.`,
  "The client was released and is asked again first.": msg`The client was released and is asked again first.`,
  "the reader said stop": msg`asked us to stop`,
};

/** Why something was done, of the trail: what a person typed stands as it was typed. */
export function becauseSaid(reason: string): string {
  return said(BECAUSE, reason) ?? reason;
}

function asWords(code: string): string {
  return code.replaceAll(/[._]/g, " ");
}

/** What was done, of the trail: "hearing.rescheduled". */
export function actSaid(act: string): string {
  const plain = asWords(act);
  return said(ACTS, act) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A field of the trail, with the table it stands in where that tells more: "notes.body" is notes. */
export function fieldSaid(field: string): string {
  const [table, name] = field.includes(".") ? (field.split(".", 2) as [string, string]) : ["", field];
  return said(TABLES, table) ?? said(FIELDS, name) ?? asWords(name);
}

const CARRIERS: Known = {
  carried: msg`taken by the carrier`,
  delivered: msg`delivered`,
  later: msg`not now, it is tried again`,
  refused: msg`refused`,
};

/** What a carrier said of one try. */
export function carrierSaid(outcome: string): string {
  return said(CARRIERS, outcome) ?? asWords(outcome);
}

/** Why a message ended as it did. */
export function reasonSaid(reason: string): string {
  // What a carrier answered is left as it said it.
  return said(REASONS, reason) ?? (/^[a-z_]+$/.test(reason) ? asWords(reason) : reason);
}

/** What a transfer changed: "field office". */
export function changeSaid(what: string): string {
  return said(CHANGES, what) ?? what;
}

/** What is missing of a case, or before an action may be published. A refusal says it in the page's language already. */
export function missingSaid(sentence: string): string {
  const whole = said(MISSING, sentence);
  if (whole) return whole;
  const revision = /^The attorney of record has not signed off revision (\d+)\.$/.exec(sentence)?.[1];
  if (revision) return t`The attorney of record has not signed off wording no. ${revision}.`;
  const consulted = /^There is no attorney of record: .+ must sign off revision (\d+) as counsel consulted\.$/.exec(sentence)?.[1];
  if (consulted) return t`There is no attorney of record: an attorney of the legal organization who advised the client must sign off wording no. ${consulted} as counsel consulted.`;
  const consent = /^The client has not agreed (that .+?)(?:: ask the client, and record the consent| (without a name|with initials|under the public name|under the full name|with a photo))\.$/.exec(sentence);
  const whom = consent?.[1] ? said(AGREED, consent[1]) : undefined;
  if (!whom) return sentence;
  const form = consent?.[2] ? said(NAMED, consent[2]) : undefined;
  return form ? t`The client has not agreed ${whom} ${form}.` : t`The client has not agreed ${whom}: ask the client, and record the consent.`;
}
