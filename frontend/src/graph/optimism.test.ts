import { afterEach, expect, test, vi } from "vitest";
import { pipe, subscribe } from "wonka";
import { graphql } from "./generated";
import { makeClient } from "./client";

const Unread = graphql(`
  query InboxUnread { inbox { id read snoozedUntil about } }
`);
const MarkEntries = graphql(`
  mutation MarkEntries($input: MarkEntriesInput!) {
    markEntries(input: $input) { __typename ... on MarkEntriesPayload { entries { id read snoozedUntil } } ... on UserError { message } }
  }
`);

afterEach(() => vi.unstubAllGlobals());

test("an entry is shown as read before the server answers, and as it was when the server says no", async () => {
  const answers: ((refused: boolean) => void)[] = [];
  vi.stubGlobal("fetch", (_address: string, how: RequestInit) => {
    const asked = String(how.body);
    if (!asked.includes("markEntries")) return Promise.resolve(Response.json({ data: { inbox: [{ __typename: "InboxEntry", id: "e1", read: false, snoozedUntil: null, about: "m1" }] } }));
    return new Promise((answer) => {
      answers.push(() => answer(Response.json({ data: { markEntries: { __typename: "NotPermitted", message: "Ask your organization's admin." } } })));
    });
  });
  const client = makeClient(() => undefined);
  const shown: (boolean | undefined)[] = [];
  pipe(client.query(Unread, {}), subscribe((result) => void shown.push(result.data?.inbox[0]?.read)));
  await vi.waitFor(() => expect(shown).toEqual([false]));

  const sent = client.mutation(MarkEntries, { input: { entries: ["e1"], mark: "READ" } }).toPromise();
  await vi.waitFor(() => expect(shown).toEqual([false, true]));
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.(true);
  expect((await sent).data?.markEntries?.__typename).toBe("NotPermitted");
  await vi.waitFor(() => expect(shown).toEqual([false, true, false]));
});
