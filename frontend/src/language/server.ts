import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { ACTS, type Known } from "./acts";

/*
 * Words that the server sends as text and not as closed words of the contract. Known ones are said in the reader's
 * language; one invented after this page was built is shown as it came, which is better than not at all.
 */

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
  language: msg`language`,
  legal_name: msg`legal name`,
  minor: msg`that they are a minor`,
  name: msg`name`,
  name_letters: msg`letters of the surname`,
  names: msg`names`,
  nationality: msg`nationality`,
  no_publicity: msg`no publicity`,
  other_names: msg`other names`,
  outcome: msg`outcome`,
  outcome_note: msg`note on the outcome`,
  place: msg`place`,
  priority: msg`priority`,
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
  "Another case that this action is about is not ready yet. Its own team sees what is missing.": msg`Another case that this action is about is not ready yet. Its own team sees what is missing.`,
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
  // Of an action about several cases it says of which.
  const ofCase = /^(C-\d+): (.+)$/.exec(sentence);
  if (ofCase?.[1] && ofCase[2]) return `${ofCase[1]}: ${missingSaid(ofCase[2])}`;
  const revision = /^The attorney of record has not signed off wording no\. (\d+)\.$/.exec(sentence)?.[1];
  if (revision) return t`The attorney of record has not signed off wording no. ${revision}.`;
  const consulted = /^There is no attorney of record: .+ must sign off wording no\. (\d+) as counsel consulted\.$/.exec(sentence)?.[1];
  if (consulted) return t`There is no attorney of record: an attorney of the legal organization who advised the client must sign off wording no. ${consulted} as counsel consulted.`;
  const consent = /^The client has not agreed (that .+?)(?:: ask the client, and record the consent| (without a name|with initials|under the public name|under the full name|with a photo))\.$/.exec(sentence);
  const whom = consent?.[1] ? said(AGREED, consent[1]) : undefined;
  if (!whom) return sentence;
  const form = consent?.[2] ? said(NAMED, consent[2]) : undefined;
  return form ? t`The client has not agreed ${whom} ${form}.` : t`The client has not agreed ${whom}: ask the client, and record the consent.`;
}
