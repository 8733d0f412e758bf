import { afterEach, describe, expect, it } from "vitest";
import { type Tap, sendWaiting, tapped, waiting } from "./door";

const olga: Tap = { what: "arrival", id: "olga", count: 1, at: "2026-12-02T14:00:00Z" };

afterEach(() => window.sessionStorage.clear());

describe("the door without signal", () => {
  it("keeps ids, numbers and instants, and of one person what was tapped last", () => {
    tapped(olga);
    tapped({ ...olga, count: 0, at: "2026-12-02T14:01:00Z" });
    tapped({ what: "walkIns", id: "occasion", count: 3, at: "2026-12-02T14:02:00Z" });

    expect(waiting()).toEqual([
      { what: "arrival", id: "olga", count: 0, at: "2026-12-02T14:01:00Z" },
      { what: "walkIns", id: "occasion", count: 3, at: "2026-12-02T14:02:00Z" },
    ]);
  });

  it("waits on when nobody answers, and not when the answer is no", async () => {
    tapped(olga);

    expect(await sendWaiting(async () => ({ reached: false }))).toEqual([]);
    expect(waiting()).toEqual([olga]);
    expect(await sendWaiting(async () => ({ reached: true, refused: "This invitation was taken back." }))).toEqual(["This invitation was taken back."]);
    expect(waiting()).toEqual([]);
  });

  it("keeps what was tapped again while the earlier tap was on its way", async () => {
    tapped(olga);
    const again: Tap = { ...olga, count: 2, at: "2026-12-02T14:05:00Z" };

    await sendWaiting(async () => {
      tapped(again);
      return { reached: true };
    });

    expect(waiting()).toEqual([again]);
  });
});
