import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { graphql } from "~/graph/generated";
import { listening, makeClient } from "./client";
import { BY_ITSELF, type News, listen } from "./live";

const Facts = graphql(`
  query TestOfCase($shortId: String!) {
    case(shortId: $shortId) { id shortId stage }
  }
`);
const List = graphql(`
  query TestTasks { tasks { edges { node { id doneAt } } } }
`);

/** A server that answers questions at once and holds streams open, to be told things. */
function server() {
  const asked: { name: string; byItself: boolean }[] = [];
  const streams: { say: (news: News) => void; end: () => void; open: boolean }[] = [];
  const state = { refuses: false };
  const speak = (_address: string, how: RequestInit): Promise<Response> => {
    const { query, operationName } = JSON.parse(String(how.body)) as { query: string; operationName?: string };
    const name = operationName ?? /(?:query|subscription) (\w+)/.exec(query)?.[1] ?? "";
    asked.push({ name, byItself: new Headers(how.headers).get(BY_ITSELF) === "1" });
    if (name !== "ChangedRecords") {
      const data = name === "TestTasks" ? { tasks: { __typename: "TaskConnection", edges: [] } } : { case: { __typename: "Case", id: "case-1", shortId: "C-10001", stage: "INTAKE" } };
      return Promise.resolve(Response.json({ data }));
    }
    if (state.refuses) return Promise.resolve(Response.json({ errors: [{ message: "Ask by yourself." }] }, { status: 503 }));
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const one = {
          open: true,
          say: (changed: News) => controller.enqueue(encoder.encode(`event: next\ndata: ${JSON.stringify({ data: { changed: changed.map((each) => ({ __typename: "Changed", ...each })) } })}\n\n`)),
          end: () => {
            controller.enqueue(encoder.encode("event: complete\ndata:\n\n"));
            controller.close();
          },
        };
        streams.push(one);
        how.signal?.addEventListener("abort", () => { one.open = false; });
        one.say([]);
      },
    });
    return Promise.resolve(new Response(body, { headers: { "content-type": "text/event-stream" } }));
  };
  return { asked, streams, state, speak };
}

const stops: (() => void)[] = [];
beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.innerHTML = "";
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opened() {
  const there = server();
  vi.stubGlobal("fetch", there.speak);
  const client = makeClient(() => undefined);
  const keep = client.query(Facts, { shortId: "C-10001" }).subscribe(() => undefined);
  const list = client.query(List, {}).subscribe(() => undefined);
  let updates = 0;
  const how = listening(client);
  if (!how) throw new Error("The client is not listened for.");
  const stop = listen(how, () => { updates += 1; });
  stops.push(stop, keep.unsubscribe, list.unsubscribe);
  await vi.advanceTimersByTimeAsync(50);
  const times = (name: string): number => there.asked.filter((one) => one.name === name).length;
  return { ...there, times, stop, updates: () => updates };
}

test("what changed is asked for again by itself, and said so, and keeps no idle session open", async () => {
  const page = await opened();
  expect([page.times("TestOfCase"), page.times("TestTasks"), page.times("ChangedRecords")]).toEqual([1, 1, 1]);
  page.streams[0]?.say([{ kind: "CASE", ids: ["case-1"] }]);
  await vi.advanceTimersByTimeAsync(600);
  expect([page.times("TestOfCase"), page.times("TestTasks")]).toEqual([2, 2]);
  expect(page.asked.filter((one) => one.byItself).map((one) => one.name).toSorted()).toEqual(["TestOfCase", "TestTasks"]);
  expect(page.updates()).toBe(1);
});

test("a page of one record is left alone by news of others, and a list is not", async () => {
  const page = await opened();
  page.streams[0]?.say([{ kind: "CASE", ids: ["case-2"] }]);
  await vi.advanceTimersByTimeAsync(600);
  expect([page.times("TestOfCase"), page.times("TestTasks")]).toEqual([1, 2]);
});

test("nothing moves while a form is open, and all of it does once it is closed", async () => {
  const page = await opened();
  document.body.innerHTML = '<div role="dialog"><form><input></form></div>';
  page.streams[0]?.say([{ kind: "CASE", ids: ["case-1"] }]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([page.times("TestOfCase"), page.updates()]).toEqual([1, 0]);
  document.body.innerHTML = "<form><input></form>";
  document.querySelector("input")?.focus();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(page.times("TestOfCase")).toBe(1);
  document.body.innerHTML = "";
  await vi.advanceTimersByTimeAsync(1_100);
  expect([page.times("TestOfCase"), page.updates()]).toEqual([2, 1]);
});

test("a page that can't be told asks by itself every half minute, until it is told again", async () => {
  const page = await opened();
  page.state.refuses = true;
  page.streams[0]?.end();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(page.times("ChangedRecords")).toBe(2);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(page.times("TestOfCase")).toBe(2);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(page.times("TestOfCase")).toBe(3);
  page.state.refuses = false;
  await vi.advanceTimersByTimeAsync(31_000);
  const then = page.times("TestOfCase");
  await vi.advanceTimersByTimeAsync(65_000);
  expect(page.times("TestOfCase")).toBe(then);
  page.streams.at(-1)?.say([{ kind: "CASE", ids: ["case-1"] }]);
  await vi.advanceTimersByTimeAsync(600);
  expect(page.times("TestOfCase")).toBe(then + 1);
});

test("a stream that ends in good order is opened again, and what was missed meanwhile is asked for", async () => {
  const page = await opened();
  page.streams[0]?.end();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([page.times("ChangedRecords"), page.times("TestOfCase")]).toEqual([2, 2]);
});

test("a page that nobody looks at holds no line to the server", async () => {
  const page = await opened();
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(50);
  expect(page.streams[0]?.open).toBe(false);
  vi.spyOn(document, "hidden", "get").mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(600);
  expect([page.times("ChangedRecords"), page.times("TestOfCase")]).toEqual([2, 2]);
});
