import { oneOf, partsOf, text } from "~/graph/reading";

/* What a page's address may say. Anything else in it is dropped, so a mangled link still opens. */

const id = text(/^[\w-]{8,100}$/);
const day = text(/^\d{4}-\d{2}-\d{2}$/);
const caseNumber = text(/^.{0,20}$/s);
/** A word of the contract. Which there are the page knows that shows them: every visitor reads this file, and they are many. */
const word = text(/^[A-Z_]{1,40}$/);

export const boardSearch = partsOf({
  stage: oneOf("INTAKE", "SEEKING_COUNSEL", "REPRESENTED", "AFTER_RELEASE", "CLOSED"),
  counsel: oneOf("none"),
  within: oneOf(7, 14, 30),
  need: oneOf("HEARING_WITHOUT_COUNSEL", "DATE_TO_CHECK", "NOBODY_ASSIGNED", "DEADLINE_NEAR"),
  order: oneOf("NEXT_OCCASION", "OPENED", "NUMBER", "PRIORITY", "STAGE"),
  reversed: oneOf(true),
  priority: oneOf("ROUTINE", "SOON", "URGENT"),
  coordinator: id,
  facility: id,
  tag: text(/^.{0,80}$/s),
  group: oneOf("STAGE", "COORDINATOR", "FACILITY", "COURT", "WEEK"),
  layout: oneOf("stages"),
  columns: text(/^[a-z]+(,[a-z]+)*$/),
  density: oneOf("compact"),
});
export type BoardSearch = ReturnType<typeof boardSearch>;

const PARTS = ["people", "dates", "messages", "trail", "keeping", "keys"] as const;
export type OrganizationPart = (typeof PARTS)[number];

export const organizationSearch = partsOf({ part: oneOf(...PARTS) });

export const actionsSearch = partsOf({ layout: oneOf("board") });

export const peopleSearch = partsOf({ q: text(/^.{0,100}$/s) });

/** Only a path of this page may follow a sign-in: never another origin. */
export const signInSearch = partsOf({ organization: text(/^[\w-]{1,100}$/), next: text(/^\/(?!\/)[\w\-/]*$/) });

/** What the address said when the page was opened, to the letter: the router reads numbers where a provider wrote text. */
export const arrivedWith = new URLSearchParams(window.location.search);

export const messagesSearch = partsOf({
  progress: word,
  kind: word,
  audience: word,
  channel: word,
  case: caseNumber,
  person: id,
  occasion: id,
  from: day,
  until: day,
});

export const calendarSearch = partsOf({
  view: oneOf("month", "week", "list"),
  on: day,
  zone: oneOf("own"),
  mine: oneOf(true, false),
  unconfirmed: oneOf(true, false),
  kind: word,
  court: id,
  attorney: id,
  case: caseNumber,
});

/** Which of the spreadsheets one brought. */
export const importSearch = partsOf({ sheet: id });

/** The Monday with which the week begins; none: this week's. */
export const mondaySearch = partsOf({ week: day });
