import { Client, fetchExchange, mapExchange } from "@urql/core";
import { cacheExchange, type Cache, type Data, type UpdateResolver } from "@urql/exchange-graphcache";
import { noteContact } from "./contact";
import { lostUnsent, oweLeaving, wipe } from "./device";
import { forgetAll } from "./waiting";
import { currentLanguage } from "~/language/i18n";
import { type Listening, watching } from "./live";
import { OPTIMISM } from "./optimism";
import { KEYLESS, MUTATIONS, schema } from "./shape";

/** Told with every request: that it comes from the page, and in which language the page is read. */
function headers(): Record<string, string> {
  return { "X-Presencia": "1", "Accept-Language": currentLanguage() };
}

/** The same for an act that may come twice, under the number by which the server knows it, and only as whoever did it. */
export function actHeaders(actId: string, personId: string | undefined): Record<string, string> {
  return { ...headers(), "X-Presencia-Act": actId, ...(personId ? { "X-Presencia-Person": personId } : {}) };
}

/** Objects without an identity of their own live inside the record that shows them. */
const nobody = (): null => null;

/**
 * Lines of a timeline are known by their number. Without one they are told apart by position, and a question that is
 * asked when a line has come on top would lay each line's words under the next.
 */
const numbered = (line: Data): string | null => (typeof line["seq"] === "string" ? line["seq"] : null);

/** What a change anywhere may alter. Asking again costs one small query; a stale line can cost a hearing. */
function askAgain(_result: unknown, _args: unknown, cache: Cache): void {
  for (const field of cache.inspectFields("Query")) {
    if (field.fieldName !== "facilities" && field.fieldName !== "courts" && field.fieldName !== "viewer") {
      cache.invalidate("Query", field.fieldKey);
    }
  }
}

/** One client for the page. `onSignedOut` is called when the session has ended elsewhere. */
export function makeClient(onSignedOut: () => void): Client {
  const watched = watching();
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    fetchOptions: () => ({ headers: headers(), credentials: "same-origin" }),
    // Subscriptions go the way of every question, and are answered with server-sent events.
    fetchSubscriptions: true,
    exchanges: [
      watched.exchange,
      mapExchange({
        onResult(answer) {
          if (!answer.error?.networkError && !answer.stale) noteContact(true);
        },
        onError(error, operation) {
          // Whatever is refused was an answer.
          noteContact(!error.networkError || error.response !== undefined);
          // The shell itself asks who is looking, and leads to the sign-in; this is for a session that ended meanwhile.
          const asksWho = operation.query.definitions.some((one) => one.kind === "OperationDefinition" && one.name?.value === "Viewer");
          if (error.response?.status === 401) void ended(asksWho ? undefined : onSignedOut);
        },
      }),
      cacheExchange({
        schema,
        keys: { ...Object.fromEntries(KEYLESS.map((name) => [name, nobody])), AuditEntry: numbered },
        updates: { Mutation: Object.fromEntries(MUTATIONS.map((name) => [name, askAgain as UpdateResolver]).filter(([name]) => !(name as string in OPTIMISM))) },
        optimistic: OPTIMISM,
      }),
      fetchExchange,
    ],
  });
  listened.set(client, { client, shown: watched.shown, headers });
  return client;
}

const listened = new WeakMap<Client, Listening>();

/** What it takes to keep what this client shows as it is on the server. */
export function listening(client: Client): Listening | undefined {
  return listened.get(client);
}

/** The session ended elsewhere: what it had kept here goes, and whoever signs in next is told how much was not sent. */
async function ended(then?: () => void): Promise<void> {
  await wipe((await forgetAll()) + lostUnsent());
  then?.();
}

/** End the session, and leave nothing of it on this device. Without a signal the device forgets all the same. */
export async function signOut(): Promise<void> {
  await forgetAll();
  await wipe();
  await leave();
  window.location.assign("/sign-in");
}

/** Tell the server that the session ends. Without a signal it stays owed, and nothing is asked before it is told. */
export async function leave(): Promise<void> {
  const told = await fetch("/session", { method: "DELETE", credentials: "same-origin", headers: headers() }).catch(() => null);
  oweLeaving(told === null);
}
