import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { TrailPanel } from "./TrailPanel";

const NOTHING = { day: null, timeZone: null, ahead: false, what: null, state: null, outcome: null, audience: null, place: null, name: null, dueOn: null };
const NEW_YORK = "America/New_York";
const CHICAGO = "America/Chicago";

const STORY = [
  { kind: "CONSENT_EXPIRES", at: "2027-06-01T11:00:00Z", day: "2027-05-31", ahead: true, what: "TELL_OFFICIALS", audience: "OFFICIALS" },
  { kind: "DEADLINE_DUE", at: "2026-12-11T08:00:00Z", day: "2026-12-10", timeZone: NEW_YORK, ahead: true, name: "Brief to the Board of Immigration Appeals" },
  { kind: "HEARING", at: "2026-12-04T15:00:00Z", timeZone: CHICAGO, ahead: true, what: "MASTER_HEARING", state: "CANCELLED", place: "Jena Immigration Court" },
  { kind: "HEARING", at: "2026-12-02T14:00:00Z", timeZone: NEW_YORK, ahead: true, what: "BOND_HEARING", state: "CONFIRMED", place: "Hartford Immigration Court" },
  { kind: "STAY_BEGAN", at: "2026-11-23T01:00:00Z", timeZone: CHICAGO, what: "FACILITY", place: "Winn Correctional" },
  { kind: "DEADLINE_FELL_AWAY", at: "2026-11-22T18:00:00Z", timeZone: NEW_YORK, what: "INDIVIDUAL_HEARING", outcome: "HEARING_VACATED", name: "Filings before a merits hearing", dueOn: "2027-02-08" },
  { kind: "STAY_ENDED", at: "2026-11-22T12:00:00Z", timeZone: NEW_YORK, what: "FACILITY", outcome: "TRANSFERRED", place: "Plymouth County Correctional" },
  { kind: "BOND_STAGE", at: "2026-11-20T17:00:00Z", day: "2026-11-20", what: "REQUESTED" },
  { kind: "STAY_BEGAN", at: "2026-11-20T14:00:00Z", what: "HOLD_ROOM" },
  { kind: "ARRESTED", at: "2026-11-20T12:40:00Z", timeZone: NEW_YORK },
].map((one, index) => ({ __typename: "StoryEntry", ...NOTHING, ...one, key: String(index) }));

const page = (entries: typeof STORY, endCursor: string | null) => ({ case: { __typename: "Case", id: "case-1", story: { pageInfo: { hasNextPage: endCursor !== null, endCursor }, edges: entries.map((node) => ({ node })) } } });

const shown = (): [string | null, string | null][] => screen.getAllByRole("listitem").map((line) => [line.firstElementChild?.textContent.trim() ?? null, line.lastElementChild?.textContent.replaceAll(" ", " ") ?? null]);

beforeEach(() => speak("en"));

test("the story stands first, by when it happened, each day in the zone of its place", () => {
  const { client, asked } = answering({ CaseStory: () => page(STORY, null) });
  drawn(<TrailPanel shortId="C-10423" seen={null} />, client);

  expect(screen.getByRole("radio", { name: "Story" })).toBeChecked();
  expect(shown().filter(([what]) => !what?.includes("Hold room"))).toEqual([
    ["Last day of the consent: Tell elected officials (Elected officials) Ahead", "Mon, May 31, 2027"],
    ["Due: Brief to the Board of Immigration Appeals Ahead", "Thu, Dec 10, 2026"],
    ["Master hearing", "Dec 4, 2026, 9:00 AM CT · Jena Immigration Court · Cancelled"],
    ["Bond hearing Ahead", "Dec 2, 2026, 9:00 AM ET · Hartford Immigration Court · Confirmed"],
    ["Held: Winn Correctional", "Nov 22, 2026, 7:00 PM CT"],
    ["No longer due: Filings before a merits hearing, Mon, Feb 8, 2027", "Nov 22, 2026, 1:00 PM ET · the hearing was taken off the calendar"],
    ["Transferred from Plymouth County Correctional", "Nov 22, 2026, 7:00 AM ET"],
    ["Bond: Requested", "Fri, Nov 20, 2026"],
    ["Arrested", "Nov 20, 2026, 7:40 AM ET"],
  ]);
  expect(asked.map((one) => one.name)).toEqual(["CaseStory"]);
});

test("it is told in Spanish as well", async () => {
  await speak("es");
  const { client } = answering({ CaseStory: () => page(STORY, null) });
  drawn(<TrailPanel shortId="C-10423" seen={null} />, client);

  const said = shown().map(([what]) => what);
  expect(said).toContain("Trasladado desde Plymouth County Correctional");
  expect(said).toContain("Fianza: Solicitada");
  expect(said).toContain("Detención");
  expect(said.join()).not.toMatch(/Held|Bond|Arrested|Ahead|Due/);
});

test("what happened earlier is asked for page by page", async () => {
  const { client, asked } = answering({ CaseStory: ({ after }) => (after ? page(STORY.slice(8), null) : page(STORY.slice(0, 8), "more")) });
  drawn(<TrailPanel shortId="C-10423" seen={null} />, client);
  expect(screen.queryByText("Arrested")).toBeNull();

  await userEvent.click(screen.getByRole("button", { name: "Show more" }));

  expect(screen.getByText("Arrested")).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(STORY.length);
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  expect(asked.map((one) => one.variables.after)).toEqual([null, "more"]);
});

test("whom it is not told says so", () => {
  const { client } = answering({ CaseStory: () => ({ case: { __typename: "Case", id: "case-1", story: null } }) });
  drawn(<TrailPanel shortId="C-10423" seen={null} />, client);

  expect(screen.getByText("The story is for the legal team.")).toBeVisible();
});
