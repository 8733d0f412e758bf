import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { type Asked, answering, drawn } from "../../../tests/drawn";
import { CustodyPanel, type CustodyPart } from "./CustodyPanel";
import { TransferPanel, type TransferPart } from "./TransferPanel";

const ANA = { id: "person-1", name: "Ana Okafor" };
const VIEWER = { viewer: { language: "en", may: [], person: ANA, organization: null, memberships: [] } };

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

function custody(more: object): { asked: Asked[] } {
  const { client, asked } = answering({ Viewer: () => VIEWER, RecordCustody: () => ({ recordCustody: { __typename: "RecordCustodyPayload", case: { id: "case-1" } } }), TakeBackLook: () => ({ takeBackLook: { __typename: "TakeBackLookPayload", case: { id: "case-1" } } }) });
  const one = { id: "case-1", may: ["recordCustody"], custodyStatus: "IN_CUSTODY", reach: "CONFIRMED", proceedings: [], nextHearing: null, custody: [], custodyHistory: [], locatorChecks: [], ...more };
  drawn(<CustodyPanel of={one as unknown as FragmentType<typeof CustodyPart>} />, client);
  return { asked };
}

beforeEach(() => speak("en"));

test("whoever looked and found nobody says where they looked; the locator is only what is proposed", async () => {
  const { asked } = custody({});
  await userEvent.click(screen.getByRole("button", { name: "Looked, not found" }));
  expect(asked.map((one) => one.name)).not.toContain("RecordCustody");

  const dialog = await screen.findByRole("dialog");
  const where = within(dialog).getByRole("combobox", { name: "Where did you look?" });
  expect(where).toHaveValue("Online detainee locator");
  await userEvent.click(where);
  await userEvent.click(await screen.findByRole("option", { name: "Call to the facility" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));

  await waitFor(() => expect(asked.find((one) => one.name === "RecordCustody")?.variables).toEqual({ input: { caseId: "case-1", place: "UNKNOWN", source: "FACILITY_CALL", found: false } }));
});

test("a look of one's own can be undone for ten minutes, and nobody else's, nor one that found somebody", async () => {
  const look = { id: "look-1", source: "LOCATOR", found: false, checkedAt: minutesAgo(1), checkedBy: ANA };
  const { asked } = custody({ locatorChecks: [look] });
  await userEvent.click(screen.getByRole("button", { name: "Undo “Looked, not found”" }));
  await waitFor(() => expect(asked.find((one) => one.name === "TakeBackLook")?.variables).toEqual({ input: { lookId: "look-1" } }));
});

test.each([
  ["somebody else's", { checkedBy: { id: "person-2", name: "Luis Prado" } }],
  ["an old one", { checkedAt: minutesAgo(11) }],
  ["one that found them", { found: true }],
])("%s is not offered to be undone", (_, more) => {
  custody({ locatorChecks: [{ id: "look-1", source: "LOCATOR", found: false, checkedAt: minutesAgo(1), checkedBy: ANA, ...more }] });
  expect(screen.getByText(/Last looked/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
});

test.each([
  ["en", 30, "30 hours"],
  ["en", 96, "4 days"],
  ["es", 96, "4 días"],
] as const)("in %s a gap of %i hours is told as %s", async (language, hours, said) => {
  await speak(language);
  custody({ custodyHistory: [{ kind: "GAP", began: null, ended: null, hours, stale: false, stintId: null }] });
  expect(screen.getByText(new RegExp(said))).toBeVisible();
});

const ALARM = { kind: "CUSTODY_COURT", rings: false, nextStep: "ACT_OR_MARK_EXPECTED", since: null, who: "Ana Okafor", why: [], expected: true, expectedAt: "2026-11-20T15:00:00Z", expectedBy: "Luis Prado", courtId: "court-1", court: "Hartford", facilityId: "facility-1", facility: "Winn", checkedAt: "2026-11-20T15:00:00Z" };

test("what was marked expected says who did and when, and is taken back", async () => {
  const { client, asked } = answering({ UnmarkExpected: () => ({ unmarkExpected: { __typename: "UnmarkExpectedPayload", case: { id: "case-1" } } }) });
  const one = { id: "case-1", may: ["markExpected"], alarms: [ALARM], transfers: [], habeasClock: { arrestedAt: null, firstMovedAt: null, hours: 119 }, habeasFilings: [] };
  drawn(<TransferPanel of={one as unknown as FragmentType<typeof TransferPart>} />, client);

  expect(screen.getByText(/^Marked expected by Luis Prado, Nov 20, 2026/)).toBeVisible();
  expect(screen.getByText(/^Not moved yet, 4 days after the arrest/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "This is expected" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Not expected after all" }));
  await waitFor(() => expect(asked).toEqual([{ name: "UnmarkExpected", variables: { input: { caseId: "case-1", courtId: "court-1", facilityId: "facility-1" } } }]));
});
