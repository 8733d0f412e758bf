import { describe, expect, it } from "vitest";
import { endsSoon, later, roundRobin } from "./rota";

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
