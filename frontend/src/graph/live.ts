import { type Client, type Exchange, type Operation, makeOperation, mapExchange } from "@urql/core";
import { graphql } from "./generated";
import type { ChangedKind } from "./generated/graphql";

/* A page that is told which records to ask for again. The server tells kinds and ids; what they say is asked as always. */

const ChangedRecords = graphql(`
  subscription ChangedRecords { changed { kind ids } }
`);

export type News = readonly { kind: ChangedKind; ids: readonly string[] }[];

/** Told with what the page asks by itself: it keeps no idle session open. */
export const BY_ITSELF = "X-Presencia-By-Itself";
/** While nothing is told, the page asks by itself this often. */
const POLL = 30_000;
/** News that comes together is asked for together. */
const TOGETHER = 400;

type Shown = { operation: Operation; data: unknown };

/** What the page shows now, and the exchange that keeps the list of it. */
export function watching(): { exchange: Exchange; shown: Map<number, Shown> } {
  const shown = new Map<number, Shown>();
  const exchange = mapExchange({
    onOperation(operation) {
      if (operation.kind === "teardown") shown.delete(operation.key);
      else if (operation.kind === "query") shown.set(operation.key, { operation, data: shown.get(operation.key)?.data });
    },
    onResult(result) {
      const one = shown.get(result.operation.key);
      if (one && result.data) one.data = result.data;
    },
  });
  return { exchange, shown };
}

/** Names of questions whose answers no act of others changes. */
const STEADY = /^(Choose\w+|Viewer)$/;
const OF_ONE = ["id", "shortId", "caseId", "actionId", "operationId"];

function named(operation: Operation): string {
  const asked = operation.query.definitions.find((one) => one.kind === "OperationDefinition");
  return asked && "name" in asked ? (asked.name?.value ?? "") : "";
}

/** Whether what is shown may say something else now: it names a record that changed, or lists what may have come to be. */
export function concerns(news: News, { operation, data }: Shown): boolean {
  if (news.some((one) => one.kind === "EVERYTHING")) return true;
  if (STEADY.test(named(operation))) return false;
  const variables = operation.variables as Record<string, unknown> | undefined;
  if (!OF_ONE.some((name) => variables?.[name])) return true;
  const said = JSON.stringify(data ?? null);
  return news.some((one) => one.ids.some((id) => said.includes(id)));
}

/** Somebody is in the middle of something: nothing may move under their hands. */
export function busy(): boolean {
  return Boolean(document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) || Boolean(document.activeElement?.closest("form"));
}

/** Ask for one thing again that is shown, past what is kept of it. */
function again(client: Client, { operation }: Shown, headers: Record<string, string>): void {
  client.reexecuteOperation(makeOperation("query", operation, { ...operation.context, requestPolicy: "network-only", fetchOptions: () => ({ headers, credentials: "same-origin" }) }));
}

/** Somebody asked for what is true now: everything that is shown is asked for again, whatever lies over it. */
export function askAnew({ client, shown, headers }: Listening): void {
  for (const one of Array.from(shown.values())) if (!STEADY.test(named(one.operation))) again(client, one, headers());
}

export type Listening = { client: Client; shown: Map<number, Shown>; headers: () => Record<string, string> };

/** Listen until told to stop; `updated` is called when something was asked for again. */
export function listen({ client, shown, headers }: Listening, updated: () => void): () => void {
  let waiting: News = [];
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let anew: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  let ended: (() => void) | undefined;
  let stopped = false;
  let heardBefore = false;

  const flush = (): void => {
    flushing = undefined;
    if (stopped || waiting.length === 0) return;
    if (busy() || document.hidden) {
      flushing = setTimeout(flush, 1_000);
      return;
    }
    const news = waiting;
    waiting = [];
    let asked = 0;
    for (const one of Array.from(shown.values())) {
      if (!concerns(news, one)) continue;
      asked += 1;
      again(client, one, { ...headers(), [BY_ITSELF]: "1" });
    }
    if (asked > 0) updated();
  };
  const take = (news: News): void => {
    if (news.length === 0) return;
    waiting = [...waiting, ...news];
    flushing ??= setTimeout(flush, TOGETHER);
  };
  const everything = (): void => take([{ kind: "EVERYTHING", ids: [] }]);

  const close = (): void => {
    ended?.();
    ended = undefined;
  };
  const lost = (): void => {
    close();
    if (stopped || document.hidden) return;
    polling ??= setInterval(() => {
      everything();
      open();
    }, POLL);
  };
  const open = (): void => {
    if (stopped || ended || document.hidden) return;
    let over = false;
    const { unsubscribe } = client.subscription(ChangedRecords, {}).subscribe((result) => {
      if (result.error || !result.hasNext) {
        over = true;
        // A stream that ends in good order is opened again at once.
        if (result.error) lost();
        else {
          close();
          anew = setTimeout(open, 1_000);
        }
        return;
      }
      if (polling !== undefined) {
        clearInterval(polling);
        polling = undefined;
      }
      const news = result.data?.changed ?? [];
      // What happened between two streams was told to nobody.
      if (news.length === 0 && heardBefore) everything();
      heardBefore = true;
      take(news);
    });
    ended = unsubscribe;
    if (over) close();
  };
  // A browser has few lines to one server: a page that nobody looks at leaves its own to others.
  const seen = (): void => {
    if (document.hidden) {
      close();
      clearTimeout(anew);
      clearInterval(polling);
      polling = undefined;
    } else open();
  };

  document.addEventListener("visibilitychange", seen);
  open();
  return () => {
    stopped = true;
    document.removeEventListener("visibilitychange", seen);
    clearTimeout(flushing);
    clearTimeout(anew);
    clearInterval(polling);
    close();
  };
}
