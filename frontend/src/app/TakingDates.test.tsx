import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../tests/drawn";
import { TakingDates } from "./TakingDates";

// Where the reader's clock stands is read once, when the page is.
vi.hoisted(() => vi.stubEnv("TZ", "Pacific/Honolulu"));

const VIEWER = { viewer: { person: { id: "ana", name: "Ana Reyes" }, may: ["exportData", "exportCases"], organization: { id: "elm-city", kind: "LEGAL_PROVIDER", name: "Elm City", timeZone: "America/New_York" }, memberships: [{ role: "COORDINATOR", organization: { id: "elm-city", kind: "LEGAL_PROVIDER" } }] } };
const RANGE = { from: "2026-12-01T00:00:00Z", until: "2027-01-01T00:00:00Z" };

beforeEach(() => speak("en"));
afterEach(() => void vi.useRealTimers());

const shown = (range: object) => drawn(<TakingDates range={{ ...RANGE, ...range }} />, answering({ Viewer: () => VIEWER }).client);

test("a court list begins on the reader's own day, also in the evening", async () => {
  // Ten in the evening of December 1 in Honolulu; of the second in Greenwich.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-02T08:00:00Z") });
  shown({});
  await userEvent.click(await screen.findByRole("button", { name: "Court list (PDF)" }));
  expect(await screen.findByLabelText(/From/)).toHaveValue("2026-12-01");
});

test("what the calendar leaves out is left out of the table, and it is said", async () => {
  const sent = vi.fn<typeof fetch>(async () => new Response(JSON.stringify({ message: "Not today." }), { status: 422 }));
  vi.stubGlobal("fetch", sent);
  shown({ courtId: "court-1", mine: false, kinds: ["BOND_HEARING"] });
  await userEvent.click(await screen.findByRole("button", { name: "Export" }));
  expect(await screen.findByText(/under the calendar's filters/)).toBeVisible();
  await userEvent.click(screen.getAllByRole("button", { name: "Export" }).at(-1)!);

  await waitFor(() => expect(sent).toHaveBeenCalledOnce());
  const [address, asked] = sent.mock.calls[0]!;
  expect(address).toBe("/exports/hearings");
  expect(JSON.parse(String(asked?.body))).toMatchObject({ organizationId: "elm-city", ...RANGE, filter: { courtId: "court-1", mine: false, kinds: ["BOND_HEARING"] } });
  expect(await screen.findByText("Not today.")).toBeVisible();
  vi.unstubAllGlobals();
});
