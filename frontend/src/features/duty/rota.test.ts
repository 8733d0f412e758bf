import { describe, expect, it } from "vitest";
import { endsSoon, later, roundRobin, withGaps } from "./rota";

describe("the rota", () => {
  it("gives each person a week in turn, the next one as deputy, without a gap", () => {
    const turns = roundRobin(["ana", "berta", "carla"], "2026-10-26T09:00");
    expect(turns.map((one) => [one.personId, one.deputyId])).toEqual([["ana", "berta"], ["berta", "carla"], ["carla", "ana"], ["ana", "berta"]]);
    expect(turns.slice(1).every((one, index) => one.startsAt === turns[index]?.endsAt)).toBe(true);
    // The clocks go back on the first of November: the handover stays at nine.
    expect(turns[0]?.endsAt).toBe("2026-11-02T09:00");
  });
  it("has no deputy where one person coordinates alone, and no turn where nobody does", () => {
    expect(roundRobin(["ana"], "2026-11-23T09:00", 1)).toEqual([{ personId: "ana", deputyId: "", startsAt: "2026-11-23T09:00", endsAt: "2026-11-30T09:00" }]);
    expect(roundRobin([], "2026-11-23T09:00")).toEqual([]);
    expect(later("2026-12-31T09:00", 1)).toBe("2027-01-01T09:00");
  });
  it("warns within seven days of its end, and not where there is none", () => {
    const now = Date.parse("2026-11-23T14:00:00Z");
    expect(endsSoon("2026-11-30T13:00:00Z", now)).toBe(true);
    expect(endsSoon("2026-12-01T13:00:00Z", now)).toBe(false);
    expect(endsSoon(undefined, now)).toBe(false);
  });
});

describe("the coming week", () => {
  const turn = (startsAt: string, endsAt: string, name: string | null) => ({ startsAt, endsAt, person: name ? { name } : null, deputy: null });

  it("is a gap where there is no turn, or whose turn it was has left", () => {
    const found = withGaps([turn("2026-12-03T00:00:00Z", "2026-12-05T00:00:00Z", "Ana"), turn("2026-12-05T00:00:00Z", "2026-12-06T00:00:00Z", null)], "2026-12-01T00:00:00Z", "2026-12-08T00:00:00Z");
    expect(found.map((one) => [one.from.slice(0, 10), one.until.slice(0, 10), one.person])).toEqual([
      ["2026-12-01", "2026-12-03", undefined], ["2026-12-03", "2026-12-05", "Ana"], ["2026-12-05", "2026-12-06", undefined], ["2026-12-06", "2026-12-08", undefined],
    ]);
  });

  it("has no gap under a turn that is longer than it", () => {
    expect(withGaps([turn("2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z", "Ana")], "2026-12-01T00:00:00Z", "2026-12-08T00:00:00Z").map((one) => one.person)).toEqual(["Ana"]);
  });
});
