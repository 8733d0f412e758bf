import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeClient } from "~/graph/client";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { TrailPanel } from "./TrailPanel";

const WRITTEN = [
  { __typename: "AuditEntry", seq: "3", at: "2026-11-03T12:00:00Z", by: "Ana Okafor", act: "case.updated", fields: ["legal_name"], reason: null, concerns: null, whyMoved: null, changes: { legal_name: ["Mateo Rivera Cruz", "Mateo Rivera Cortés"] } },
  { __typename: "AuditEntry", seq: "2", at: "2026-11-02T12:00:00Z", by: "Luis Prado", act: "team.joined", fields: [], reason: null, concerns: "Luis Prado", whyMoved: null, changes: null },
  { __typename: "AuditEntry", seq: "1", at: "2026-11-01T12:00:00Z", by: "Ana Okafor", act: "case.taken_in", fields: [], reason: null, concerns: null, whyMoved: null, changes: null },
];
const VIEWED = { __typename: "AuditEntry", seq: "4", at: "2026-11-04T12:00:00Z", by: "Ana Okafor", act: "viewed", fields: [], reason: null, concerns: null, whyMoved: null, changes: null };

beforeEach(() => speak("en"));
afterEach(() => vi.unstubAllGlobals());

test("opening what it said before shows every line as it was, though reading has put one on top", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (_address: string, how: RequestInit) => {
    const { operationName, query } = JSON.parse(String(how.body)) as { operationName: string; query: string };
    asked.push(operationName);
    const whole = query.includes("changes");
    const edges = (whole ? [VIEWED, ...WRITTEN] : WRITTEN).map(({ changes, ...plain }) => ({ __typename: "AuditEdge", node: whole ? { ...plain, changes } : plain }));
    return Promise.resolve(Response.json({ data: { case: { __typename: "Case", id: "case-1", story: null, trail: { __typename: "AuditConnection", pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null }, edges } } } }));
  });
  drawn(<TrailPanel shortId="C-10423" seen={null} />, makeClient(() => undefined));
  await userEvent.click(screen.getByText("What happened"));
  const lines = (): (string | null)[] => screen.getAllByRole("listitem").map((line) => line.firstElementChild?.textContent ?? null);
  const said = ["Case edited: legal name", "Joined the team: Luis Prado", "Case taken in"];
  await waitFor(() => expect(lines()).toEqual(said));

  await userEvent.click(screen.getByRole("button", { name: "Show what it said before" }));

  expect(await screen.findByText("Mateo Rivera Cruz → Mateo Rivera Cortés", { exact: false })).toBeVisible();
  expect(lines()).toEqual(said);
  expect(screen.queryByText(/counsel and coordinators/)).toBeNull();
  // Whom one may choose in its search is asked beside it.
  expect(asked.filter((one) => one !== "TrailPeople")).toEqual(["CaseStory", "CaseTrail", "TrailChanges"]);
});

test("of a deadline that fell away the line says which and why, in both languages", async () => {
  const node = { ...VIEWED, seq: "5", act: "deadline.fell_away", by: "Presencia itself", concerns: "Filings before a merits hearing (February 8, 2027)", whyMoved: "HEARING_VACATED" };
  const { client } = answering({
    CaseStory: () => ({ case: { __typename: "Case", id: "case-1", story: null } }),
    CaseTrail: () => ({ case: { __typename: "Case", id: "case-1", trail: { pageInfo: { hasNextPage: false, endCursor: null }, edges: [{ node }] } } }),
  });
  drawn(<TrailPanel shortId="C-10423" seen={null} />, client);
  await userEvent.click(screen.getByText("What happened"));

  const line = screen.getByRole("listitem");
  expect(line).toHaveTextContent("Deadline fell away: Filings before a merits hearing (February 8, 2027)");
  expect(line).toHaveTextContent("the hearing was taken off the calendar");
  await speak("es");
  expect(await screen.findByText(/la audiencia se quitó del calendario/)).toBeVisible();
});
