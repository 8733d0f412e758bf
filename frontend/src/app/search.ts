import * as z from "zod/mini";
import type { MessageSearch } from "~/features/messages/MessageFilters";
import type { OccasionKind } from "~/graph/generated/graphql";
import { audienceWords, channelWords, letterKindWords, noticeProgressWords, occasionKindWords } from "~/language/words";

/* What a page's address may say. Anything else in it is dropped, so a mangled link still opens. */

const stages = ["INTAKE", "SEEKING_COUNSEL", "REPRESENTED", "AFTER_RELEASE", "CLOSED"] as const;

const board = z.object({
  stage: z.catch(z.optional(z.enum(stages)), undefined),
  counsel: z.catch(z.optional(z.literal("none")), undefined),
  within: z.catch(z.optional(z.literal([7, 14, 30])), undefined),
  need: z.catch(z.optional(z.enum(["HEARING_WITHOUT_COUNSEL", "DATE_TO_CHECK", "NOBODY_ASSIGNED", "DEADLINE_NEAR"])), undefined),
  order: z.catch(z.optional(z.enum(["NEXT_OCCASION", "OPENED", "NUMBER", "PRIORITY", "STAGE"])), undefined),
  reversed: z.catch(z.optional(z.literal(true)), undefined),
  priority: z.catch(z.optional(z.enum(["ROUTINE", "SOON", "URGENT"])), undefined),
  coordinator: z.catch(z.optional(z.string().check(z.regex(/^[\w-]{8,100}$/))), undefined),
  facility: z.catch(z.optional(z.string().check(z.regex(/^[\w-]{8,100}$/))), undefined),
  tag: z.catch(z.optional(z.string().check(z.maxLength(80))), undefined),
  group: z.catch(z.optional(z.enum(["STAGE", "COORDINATOR", "FACILITY", "COURT", "WEEK"])), undefined),
  layout: z.catch(z.optional(z.literal("stages")), undefined),
  columns: z.catch(z.optional(z.string().check(z.regex(/^[a-z]+(,[a-z]+)*$/))), undefined),
  density: z.catch(z.optional(z.literal("compact")), undefined),
});
export type BoardSearch = { [K in keyof z.infer<typeof board>]?: z.infer<typeof board>[K] };

export function onlySaid<T extends object>(found: T): T {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T;
}

export function boardSearch(given: Record<string, unknown>): BoardSearch {
  return onlySaid(board.parse(given));
}

const PARTS = ["people", "dates", "messages", "trail", "keeping", "keys"] as const;
export type OrganizationPart = (typeof PARTS)[number];
const organization = z.object({ part: z.catch(z.optional(z.enum(PARTS)), undefined) });

export function organizationSearch(given: Record<string, unknown>): { part?: OrganizationPart | undefined } {
  return onlySaid(organization.parse(given));
}

const actions = z.object({ layout: z.catch(z.optional(z.literal("board")), undefined) });

export function actionsSearch(given: Record<string, unknown>): { layout?: "board" | undefined } {
  return onlySaid(actions.parse(given));
}

const people = z.object({ q: z.catch(z.optional(z.string().check(z.maxLength(100))), undefined) });

export function peopleSearch(given: Record<string, unknown>): { q?: string | undefined } {
  return onlySaid(people.parse(given));
}

const signIn = z.object({ organization: z.catch(z.optional(z.string().check(z.regex(/^[\w-]{1,100}$/))), undefined), next: z.catch(z.optional(z.string().check(z.regex(/^\/(?!\/)[\w\-/]*$/))), undefined) });

/** Only a path of this page may follow a sign-in: never another origin. */
export function signInSearch(given: Record<string, unknown>): { next?: string | undefined; organization?: string | undefined } {
  return onlySaid(signIn.parse(given));
}

/** What the address said when the page was opened, to the letter: the router reads numbers where a provider wrote text. */
export const arrivedWith = new URLSearchParams(window.location.search);

const id = z.string().check(z.regex(/^[\w-]{8,100}$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const word = <W extends string>(words: Record<W, unknown>) => z.catch(z.optional(z.enum(Object.keys(words) as [W, ...W[]])), undefined);
const messages = z.object({
  progress: word(noticeProgressWords),
  kind: word(letterKindWords),
  audience: word(audienceWords),
  channel: word(channelWords),
  case: z.catch(z.optional(z.string().check(z.maxLength(20))), undefined),
  person: z.catch(z.optional(id), undefined),
  occasion: z.catch(z.optional(id), undefined),
  from: z.catch(z.optional(day), undefined),
  until: z.catch(z.optional(day), undefined),
});

export function messagesSearch(given: Record<string, unknown>): MessageSearch {
  return onlySaid(messages.parse(given));
}

const calendar = z.object({
  view: z.catch(z.optional(z.enum(["month", "week", "list"])), undefined),
  on: z.catch(z.optional(day), undefined),
  zone: z.catch(z.optional(z.literal("own")), undefined),
  mine: z.catch(z.optional(z.boolean()), undefined),
  unconfirmed: z.catch(z.optional(z.boolean()), undefined),
  kind: z.catch(z.optional(z.enum(["HEARINGS", "EVENTS", ...(Object.keys(occasionKindWords) as OccasionKind[])])), undefined),
  court: z.catch(z.optional(id), undefined),
  attorney: z.catch(z.optional(id), undefined),
  case: z.catch(z.optional(z.string().check(z.maxLength(20))), undefined),
});
export type CalendarSearch = { [K in keyof z.infer<typeof calendar>]?: z.infer<typeof calendar>[K] };

export function calendarSearch(given: Record<string, unknown>): CalendarSearch {
  return onlySaid(calendar.parse(given));
}

const imported = z.object({ sheet: z.catch(z.optional(id), undefined) });

/** Which of the spreadsheets one brought. */
export function importSearch(given: Record<string, unknown>): { sheet?: string | undefined } {
  return onlySaid(imported.parse(given));
}

const monday = z.object({ week: z.catch(z.optional(day), undefined) });

/** The Monday with which the week begins; none: this week's. */
export function mondaySearch(given: Record<string, unknown>): { week?: string | undefined } {
  return onlySaid(monday.parse(given));
}
