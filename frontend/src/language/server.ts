import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";

/*
 * Words that the server sends as text and not as closed words of the contract. Known ones are said in the reader's
 * language; one invented after this page was built is shown as it came, which is better than not at all.
 */

type Known = Readonly<Record<string, MessageDescriptor>>;

const ACTS: Known = {
  "action.called_off": msg`Action cancelled`,
  "action.drafted": msg`Action drafted`,
  "action.followed_hearing": msg`Action moved with the hearing`,
  "action.published": msg`Action published`,
  "action.revised": msg`Action edited`,
  "action.signed_off": msg`Action signed off`,
  "assignment.accepted": msg`Placement accepted`,
  "assignment.appearance_recorded": msg`Appearance recorded`,
  "assignment.declined": msg`Placement declined`,
  "assignment.offered": msg`Placement offered`,
  "assignment.withdrawn": msg`Placement ended`,
  "case.closed": msg`Case closed`,
  "case.erased": msg`Case erased`,
  "case.contact_named": msg`Contact added`,
  "case.merge_undone": msg`Merge undone`,
  "case.merged": msg`Cases merged`,
  "case.shared": msg`Case shared`,
  "case.sharing_stopped": msg`Sharing stopped`,
  "case.taken_in": msg`Case taken in`,
  "case.updated": msg`Case edited`,
  "consent.confirmed": msg`Consent confirmed`,
  "consent.given": msg`Consent recorded`,
  "consent.narrowed": msg`Consent narrowed`,
  "consent.replaced": msg`Consent replaced by a later one`,
  "consent.withdrawn": msg`Consent withdrawn`,
  "contact.stopped": msg`Asked us to stop writing`,
  "custody.checked": msg`Place of detention checked`,
  "custody.not_found": msg`Looked for, not found`,
  "custody.recorded": msg`Place of detention recorded`,
  "custody.released": msg`Release recorded`,
  "custody.transferred": msg`Transfer recorded`,
  "date_check.answered": msg`Date checker answered`,
  "date_check.given": msg`Date given to a date checker`,
  "date_check.taken_back": msg`Date checker took the answer back`,
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
  "invitation.answered": msg`Invitation answered`,
  "invitation.made": msg`Invitation sent`,
  "invitation.withdrawn": msg`Invitation taken back`,
  "link.renewed": msg`Link renewed`,
  "note.written": msg`Note written`,
  "retention.swept": msg`Taken away after its term`,
  "person.added": msg`Person added`,
  "court_access.reported": msg`What observers met reported`,
  "decision.recorded": msg`Decision recorded`,
  "decision.taken_back": msg`Decision taken back`,
  "hearing.confirmed": msg`Date checked`,
  "hearing.doubted": msg`Another date heard`,
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
  a_number: msg`A-number`,
  a_numbers: msg`A-numbers`,
  address: msg`address`,
  aliases: msg`other names`,
  arrest_place: msg`place of the arrest`,
  birth_date: msg`date of birth`,
  body: msg`words`,
  caller_name: msg`caller's name`,
  caller_phone: msg`caller's telephone`,
  caller_relation: msg`what the caller is to the person`,
  charges: msg`charges`,
  circumstances: msg`circumstances of a consent`,
  country_of_birth: msg`country of birth`,
  dates: msg`dates`,
  gender: msg`gender`,
  intake: msg`intake`,
  join_url: msg`video link`,
  judge: msg`judge`,
  legal_name: msg`legal name`,
  name: msg`name`,
  name_letters: msg`letters of the surname`,
  nationality: msg`nationality`,
  other_names: msg`other names`,
  outcome_note: msg`note on the outcome`,
  public_name: msg`public name`,
  reason: msg`reason`,
  statement: msg`statement`,
  title: msg`title`,
  urgent_reason: msg`reason for opening it urgently`,
  whereabouts: msg`place of detention`,
  person: msg`contact`,
  slot: msg`day and hour`,
};

const TABLES: Known = {
  case_contacts: msg`family contacts`,
  contacts: msg`contacts`,
  legal_holds: msg`legal holds`,
  notes: msg`notes`,
  privileged_notes: msg`privileged notes`,
  report_contents: msg`report of an arrest`,
};

const REASONS: Known = {
  answered: msg`answered already`,
  assignment_ended: msg`the placement ended`,
  bounced: msg`the address does not work`,
  cancelled: msg`the date was cancelled`,
  case_closed: msg`the case is closed`,
  fallback: msg`sent without details, because some were missing`,
  held: msg`the date is over`,
  invited_again: msg`invited again`,
  link_over: msg`the link is used or over`,
  moved: msg`the date moved`,
  no_address: msg`no address`,
  no_longer_theirs: msg`no longer theirs to read`,
  not_cleared: msg`not okay to share`,
  not_coming: msg`not coming`,
  occasion_gone: msg`the date was cancelled`,
  person_removed: msg`the person was removed`,
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
  state: msg`State`,
  "time zone": msg`Time zone`,
};

const MISSING: Known = {
  "No lawyer yet.": msg`No lawyer yet.`,
  "Nobody knows where they are held.": msg`Nobody knows where they are held.`,
  "The place of custody is not confirmed by two sources.": msg`The place of custody is not confirmed by two sources.`,
  "A hearing has passed and waits for its report.": msg`A hearing has passed and waits for its report.`,
  'The case is marked "no publicity": press and public can\'t be addressed.': msg`The case is marked “no publicity”: press and public can't be addressed.`,
  "A hearing date is not confirmed on an official channel.": msg`A hearing date is not confirmed on an official channel.`,
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
