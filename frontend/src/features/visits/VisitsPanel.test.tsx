import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { FragmentType } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { answering, drawn } from "../../../tests/drawn";
import { VisitsPanel, type VisitsPart } from "./VisitsPanel";

const visit = (rules: string, startsAt: string, state = "BOOKED") => ({ id: rules, revision: 0, kind: "LEGAL_CALL", state, startsAt, timeZone: "America/New_York", lengthMinutes: 60, rules, outcome: null, facility: null, visitor: null, interpreter: null });

test("what is booked next comes first, the soonest on top, and what was after it, the newest on top", async () => {
  await speak("en");
  const visits = [visit("later", "2126-12-09T15:00:00Z"), visit("called off", "2126-12-05T15:00:00Z", "CANCELLED"), visit("soon", "2126-12-01T15:00:00Z"), visit("waits for its report", "2026-11-02T15:00:00Z"), visit("done", "2026-11-01T15:00:00Z", "DONE")];
  drawn(<VisitsPanel of={{ id: "case-1", may: [], visits } as unknown as FragmentType<typeof VisitsPart>} />, answering({}).client);
  const order = screen.getAllByRole("listitem").map((row) => visits.find((one) => row.textContent?.includes(one.rules))?.rules);
  expect(order).toEqual(["soon", "later", "called off", "waits for its report", "done"]);
});
