import { afterEach, describe, expect, it } from "vitest";
import { type Answer, type Waiting, again, begin, drop, forgetAll, put, sendAll, waiting } from "./waiting";
import { wipe } from "./device";

const report = (about: string, more: Partial<Waiting> = {}): Promise<string> => put({ verb: "reportHearing", input: { hearingId: about, note: "He was let go." }, about, ...more });
const abouts = (): string[] => waiting().map((one) => one.about);

afterEach(async () => {
  await forgetAll();
  window.sessionStorage.clear();
});

describe("what waits for a signal", () => {
  it("is sent in its order, one after the other, and once each", async () => {
    await report("first");
    await report("second");
    const sent: string[] = [];
    let under = 0;
    const send = async (act: Waiting): Promise<Answer> => {
      under += 1;
      expect(under).toBe(1);
      await Promise.resolve();
      under -= 1;
      sent.push(act.about);
      return { done: true };
    };

    // Asked twice at once, as when a page becomes visible the moment the signal is back.
    await Promise.all([sendAll(send), sendAll(send)]);

    expect(sent).toEqual(["first", "second"]);
    expect(waiting()).toEqual([]);
  });

  it("stays when nobody answers, under the number it was tried with, and nothing after it is tried", async () => {
    const id = await report("first");
    await report("second");
    const tried: string[] = [];
    const silent = async (act: Waiting): Promise<Answer> => {
      tried.push(act.id);
      return { heard: false };
    };

    await sendAll(silent);
    await sendAll(silent);

    expect(tried).toEqual([id, id]);
    expect(abouts()).toEqual(["first", "second"]);
  });

  it("keeps what the server refused with its sentence, goes on with the others, and does not send it again by itself", async () => {
    const id = await report("first");
    await report("second");
    const tried: string[] = [];
    const send = async (act: Waiting): Promise<Answer> => {
      tried.push(act.about);
      return act.about === "first" ? { refused: "Somebody changed it since you opened it." } : { done: true };
    };

    await sendAll(send);
    await sendAll(send);

    expect(tried).toEqual(["first", "second"]);
    expect(waiting()).toMatchObject([{ id, refused: "Somebody changed it since you opened it.", input: { note: "He was let go." } }]);

    // Tried once more it is another act: the server must not take it for the one it knows.
    await again(id);
    expect(waiting()).toMatchObject([{ about: "first" }]);
    expect(waiting()[0]).not.toHaveProperty("refused");
    expect(waiting()[0]?.id).not.toBe(id);
    expect(await drop(waiting()[0]?.id ?? "")).toBe(true);
    expect(waiting()).toEqual([]);
  });

  it("says when the session has ended, and stops there", async () => {
    await report("first");
    await report("second");
    let tried = 0;

    const ended = await sendAll(async () => { tried += 1; return { ended: true }; });

    expect([ended, tried]).toEqual([true, 1]);
    expect(await forgetAll()).toBe(2);
    expect(waiting()).toEqual([]);
  });

  it("can be taken back until its time has come", async () => {
    const id = await report("call", { after: 1_000 });
    const sent: string[] = [];
    const send = async (act: Waiting): Promise<Answer> => { sent.push(act.about); return { done: true }; };

    await sendAll(send, () => 999);
    expect(sent).toEqual([]);
    expect(await drop(id)).toBe(true);
    await sendAll(send, () => 2_000);

    expect(sent).toEqual([]);
    expect(await drop(id)).toBe(false);
  });

  it("counts of one key what was said last, also while the earlier is on its way", async () => {
    await report("one came", { key: "olga" });
    await report("nobody came", { key: "olga" });
    expect(abouts()).toEqual(["nobody came"]);

    await sendAll(async (act) => {
      if (act.about === "nobody came") await report("two came", { key: "olga" });
      return act.about === "two came" ? { heard: false } : { done: true };
    });

    expect(abouts()).toEqual(["two came"]);
  });
});

describe("on a device that is not one's own", () => {
  it("words live in this page alone, and taps of ids and counts in this tab", async () => {
    await report("C-10423: Continued");
    await put({ verb: "recordArrival", input: { invitationId: "olga", came: 1 }, about: "At the door", key: "arrival olga", wordless: true });

    const stored = JSON.stringify({ ...window.sessionStorage }) + JSON.stringify({ ...window.localStorage });
    expect(stored).toContain("olga");
    expect(stored).not.toMatch(/let go|C-10423/);

    // The tab is loaded anew.
    const tab = window.sessionStorage.getItem("waiting to be sent") ?? "";
    await forgetAll();
    window.sessionStorage.setItem("waiting to be sent", tab);
    await begin();
    expect(waiting()).toMatchObject([{ verb: "recordArrival", input: { came: 1 } }]);
    await begin();
    expect(waiting()).toHaveLength(1);
  });

  it("signing out leaves nothing, and keeps what is no secret", async () => {
    window.localStorage.setItem("mantine-color-scheme-value", "dark");
    await put({ verb: "recordArrival", input: { invitationId: "olga", came: 1 }, about: "At the door", wordless: true });

    await forgetAll();
    await wipe(2);

    expect(JSON.stringify({ ...window.sessionStorage })).toBe('{"presencia-lost":"2"}');
    expect({ ...window.localStorage }).toEqual({ "mantine-color-scheme-value": "dark" });
    window.localStorage.clear();
  });
});
