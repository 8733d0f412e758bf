import { t } from "@lingui/core/macro";
import type { Client } from "@urql/core";
import { graphql } from "./generated";
import type { AddTaskInput, CountWalkInsInput, RecordArrivalInput, RecordReachedInput, ReportHearingInput } from "./generated/graphql";
import { actHeaders } from "./client";
import { belongsTo } from "./device";
import { type Answer, type Waiting, actsAreOf, begin, forgetAll, onWaiting, put, sendAll, waiting } from "./waiting";

/** What may be done without a signal, and is sent later. */
const VERBS = {
  recordArrival: graphql(`
    mutation SendArrival($input: RecordArrivalInput!) {
      recordArrival(input: $input) { __typename ... on RecordArrivalPayload { invitation { id came } } ... on UserError { message } }
    }
  `),
  countWalkIns: graphql(`
    mutation SendWalkIns($input: CountWalkInsInput!) {
      countWalkIns(input: $input) { __typename ... on CountWalkInsPayload { occasion { id attendance { id walkIns } } } ... on UserError { message } }
    }
  `),
  reportHearing: graphql(`
    mutation SendReport($input: ReportHearingInput!) {
      reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id revision outcome reportedAt } } ... on UserError { message } }
    }
  `),
  recordReached: graphql(`
    mutation SendReached($input: RecordReachedInput!) {
      recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id } } ... on UserError { message } }
    }
  `),
  addTask: graphql(`
    mutation SendTask($input: AddTaskInput!) {
      addTask(input: $input) { __typename ... on AddTaskPayload { task { id } } ... on UserError { message } }
    }
  `),
};

type Inputs = { recordArrival: RecordArrivalInput; countWalkIns: CountWalkInsInput; reportHearing: ReportHearingInput; recordReached: RecordReachedInput; addTask: AddTaskInput };

/** Do something now or, without a signal, as soon as there is one. Returns its number. */
export function doOrQueue<V extends keyof Inputs>(verb: V, input: Inputs[V], said: Pick<Waiting, "about" | "key" | "wordless" | "after"> & { at?: string }): Promise<string> {
  return put({ ...said, verb, input: { ...input } });
}

/** Send one act to the server, under its number. */
export async function sendTo(client: Client, act: Waiting): Promise<Answer> {
  const document = VERBS[act.verb as keyof Inputs] as (typeof VERBS)["addTask"] | undefined;
  if (!document) return { refused: t`This was typed into an older page, and can't be sent by this one. Enter it again.` };
  const answer = await client.mutation(document, { input: act.input as AddTaskInput }, { fetchOptions: { headers: actHeaders(act.id, act.by), credentials: "same-origin" } }).toPromise();
  const said = answer.data ? Object.entries(answer.data).find(([name]) => name !== "__typename")?.[1] : undefined;
  if (said && typeof said === "object" && "__typename" in said) {
    // Heard before, and done then: its answer was lost on the way.
    if (String(said.__typename).endsWith("Payload") || String(said.__typename) === "AlreadyDone") return { done: true };
    return { refused: "message" in said ? said.message : "" };
  }
  const status = (answer.error?.response as Response | undefined)?.status;
  if (status === 401) return { ended: true };
  // No answer, or one that is no answer to this: it may be better in a minute. Somebody else signed in meanwhile: it
  // waits for whoever did it.
  if (answer.error?.networkError || status === undefined || status >= 500 || status === 409) return { heard: false };
  return { refused: t`Something went wrong on our side and nothing was saved. Try again; if it happens again, tell your administrator.` };
}

const EVERY = 15_000;

/** From now on, send whatever waits of whoever is signed in, as soon as it can be. Returns how to stop. */
export function keepSending(client: Client, personId: string): () => void {
  let due: number | undefined;
  const go = (): void => {
    window.clearTimeout(due);
    const open = waiting().filter((one) => !one.refused);
    if (open.length === 0) return;
    const soonest = Math.min(...open.map((one) => one.after ?? 0));
    const wait = soonest - Date.now();
    if (wait > 0) due = window.setTimeout(go, wait + 5);
    else void sendAll((act) => sendTo(client, act)).then(() => { due = window.setTimeout(go, EVERY); });
  };
  actsAreOf(personId);
  void belongsTo(personId).then((gone) => (gone ? forgetAll().then(() => undefined) : begin())).then(go);
  const stop = onWaiting(() => window.setTimeout(go, 0));
  window.addEventListener("online", go);
  document.addEventListener("visibilitychange", go);
  return () => {
    stop();
    window.clearTimeout(due);
    window.removeEventListener("online", go);
    document.removeEventListener("visibilitychange", go);
  };
}
