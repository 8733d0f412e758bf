import { afterEach, expect, test, vi } from "vitest";
import { graphql } from "~/graph/generated";
import { speak } from "~/language/i18n";
import { ask } from "./account";
import { makeClient } from "./client";

const Rotate = graphql(`
  mutation RotateFeed($input: RotateFeedInput!) {
    rotateFeed(input: $input) { __typename ... on RotateFeedPayload { feed { id ...FeedRow } } ... on UserError { message } }
  }
`);

afterEach(() => vi.unstubAllGlobals());

test("the server is told in which language the page is read, also when that has just been changed", async () => {
  const told: (string | null)[] = [];
  vi.stubGlobal("fetch", (_address: string, how: RequestInit) => {
    told.push(new Headers(how.headers).get("accept-language"));
    return Promise.resolve(Response.json({ data: { rotateFeed: { __typename: "NotFound", message: "No existe." } } }));
  });
  const client = makeClient(() => undefined);
  for (const language of ["es", "en"] as const) {
    await speak(language);
    await ask("POST", "/session", { email: "ana@elm.test", password: "a long enough password" });
    await client.mutation(Rotate, { input: { feedId: "feed-1", expectedRevision: 1 } }).toPromise();
  }
  expect(told).toEqual(["es", "es", "en", "en"]);
});
