import { graphql, type FragmentType, readFragment } from "~/graph/generated";
import type { CourtHearingFragment } from "~/graph/generated/graphql";
import { READABLE, keep, kept } from "~/graph/device";
import { wallIn } from "~/language/times";

export const CourtHearingPart = graphql(`
  fragment CourtHearing on Hearing {
    id revision reportedAt
    case { id shortId may client { id publicName } coordinator { id name } leadOrganization { id phone } }
    occasion { id kind state startsAt endsAt timeZone hourKnown placeName placeStreet placeCity room medium joinUrl }
  }
`);
export const MyDates = graphql(`
  query MyDates($range: CalendarRange!) { calendar(range: $range) { hearing { id ...CourtHearing } } }
`);

type Hearing = CourtHearingFragment;

/** One hearing, with what somebody needs who stands before the courtroom; the same with and without a signal. */
export type CourtDate = {
  hearingId: string;
  revision: number;
  shortId: string;
  /** First name and initial, or the case's number where no name is theirs to see. */
  client: string;
  kind: Hearing["occasion"]["kind"];
  startsAt: string;
  endsAt: string;
  timeZone: string;
  hourKnown: boolean;
  place: string | null;
  room: string | null;
  medium: Hearing["occasion"]["medium"];
  joinUrl: string | null;
  coordinator: string | null;
  telephone: string | null;
  mayReport: boolean;
  reported: boolean;
};

export type KeptDates = { person: string; at: string; dates: CourtDate[] };

const NAME = "dates";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** From yesterday, of which somebody may still owe a report, to the end of the second week. */
export function stretch(now: number = Date.now()): { from: string; until: string; mine: true } {
  // Whole hours, so that the same question is asked again.
  const begun = Math.floor(now / HOUR) * HOUR;
  return { from: new Date(begun - 36 * HOUR).toISOString(), until: new Date(begun + 14 * DAY).toISOString(), mine: true };
}

export function courtDate(of: FragmentType<typeof CourtHearingPart>): CourtDate {
  const one = readFragment(CourtHearingPart, of);
  const { occasion, case: file } = one;
  // The organization's own line: nobody's private number is left on somebody else's telephone.
  const number = file?.leadOrganization?.phone;
  return {
    hearingId: one.id, revision: one.revision, shortId: file?.shortId ?? "", client: file?.client.publicName ?? "",
    kind: occasion.kind, startsAt: occasion.startsAt, endsAt: occasion.endsAt, timeZone: occasion.timeZone, hourKnown: occasion.hourKnown,
    place: [occasion.placeName, occasion.placeStreet, occasion.placeCity].filter(Boolean).join(", ") || null, room: occasion.room ?? null,
    medium: occasion.medium, joinUrl: occasion.joinUrl ?? null,
    coordinator: file?.coordinator?.name ?? null, telephone: number ?? null,
    mayReport: file?.may.includes("reportHearing") ?? false, reported: Boolean(one.reportedAt),
  };
}

/** Which of them stand: what was cancelled or moved is no date to go to. */
export function standing(of: FragmentType<typeof CourtHearingPart>): boolean {
  const { state } = readFragment(CourtHearingPart, of).occasion;
  return state !== "CANCELLED";
}

/** Of these what a device keeps: today's and tomorrow's on the court's own calendar, and those that nobody has reported yet. */
export function toKeep(dates: readonly CourtDate[], now: number = Date.now()): CourtDate[] {
  return dates.filter((one) => {
    const days = [now, now + DAY].map((at) => wallIn(new Date(at).toISOString(), one.timeZone).slice(0, 10));
    const begun = Date.parse(one.startsAt) <= now;
    return (begun && !one.reported) || days.includes(wallIn(one.startsAt, one.timeZone).slice(0, 10));
  });
}

export async function keepDates(person: string, dates: readonly CourtDate[], now: number = Date.now()): Promise<void> {
  await keep(NAME, { person, at: new Date(now).toISOString(), dates: toKeep(dates, now) } satisfies KeptDates, now + READABLE);
}

export async function keptDates(): Promise<KeptDates | undefined> {
  return (await kept(NAME).catch(() => []))[0] as KeptDates | undefined;
}
