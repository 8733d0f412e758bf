import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel } from "~/design/pieces";
import { PersonField } from "~/forms/choosers";
import { LongField, TextField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { moment } from "~/language/times";

export const CallsPart = graphql(`
  fragment CallsOfCase on Case {
    id may
    callLog { id calledAt callerName caller { id name } told takenBy { id name } followUp { id title doneAt } }
  }
`);
const Log = graphql(`
  mutation LogCall($input: LogCallInput!) {
    logCall(input: $input) { __typename ... on LogCallPayload { case { id ...CallsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { callerName: string; callerId: string; told: string; calledAt: string; followUp: string; followUpOwnerId: string };

/** So many calls are shown at once; the rest on request. */
const SHOWN = 5;

/** Who called, and what was said to them: written down while the receiver is still warm. */
export function CallLogPanel({ of }: { of: FragmentType<typeof CallsPart> }) {
  const { t } = useLingui();
  const one = readFragment(CallsPart, of);
  const [logging, setLogging] = useState(false);
  const [all, setAll] = useState(false);
  const calls = all ? one.callLog : one.callLog.slice(0, SHOWN);
  return (
    <Panel title={t`Call log`} flush count={one.callLog.length} action={one.may.includes("logCall") ? <Button size="compact-sm" onClick={() => setLogging(true)}><Trans>Log a call</Trans></Button> : null}>
      {one.callLog.length === 0 ? <Empty title={t`No calls yet`}><Trans>Who called, and what were they told? The next person who picks up will want to know.</Trans></Empty> : null}
      <ol className="rows">
        {calls.map((call) => (
          <li key={call.id}>
            <strong>{call.caller?.name ?? call.callerName}</strong> <span className="quiet">{[moment(call.calledAt), call.takenBy ? t`taken by ${call.takenBy.name}` : null].filter(Boolean).join(" · ")}</span>
            <div style={{ whiteSpace: "pre-wrap" }}>{call.told}</div>
            {call.followUp ? <div className="quiet">{call.followUp.doneAt ? t`Done: ${call.followUp.title}` : t`To do: ${call.followUp.title}`}</div> : null}
          </li>
        ))}
      </ol>
      {one.callLog.length > SHOWN ? <div className="body"><Button size="compact-sm" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>{all ? <Trans>Show fewer</Trans> : <Trans>Show all {one.callLog.length}</Trans>}</Button></div> : null}
      {logging ? (
        <VerbDialog
          verb={Log}
          title={t`Log a call`}
          submit={t`Keep`}
          defaults={{ callerName: "", callerId: "", told: "", calledAt: "", followUp: "", followUpOwnerId: "" } satisfies Values}
          input={(typed: Values) => ({
            caseId: one.id, told: typed.told, callerName: said(typed.callerName), callerId: said(typed.callerId),
            calledAt: typed.calledAt ? new Date(typed.calledAt).toISOString() : undefined,
            followUp: said(typed.followUp), followUpOwnerId: said(typed.followUpOwnerId),
          })}
          told={t`The call is kept.`}
          onClose={() => setLogging(false)}
        >
          <TextField name="callerName" label={t`Who called`} hint={t`The name they gave; or choose somebody below`} />
          <PersonField name="callerId" label={t`Somebody we know`} />
          <LongField name="told" label={t`What was said`} required />
          <TextField name="calledAt" type="datetime-local" label={t`When`} hint={t`Empty: just now`} />
          <TextField name="followUp" label={t`What is to be done about it`} hint={t`Becomes a task`} />
          <PersonField name="followUpOwnerId" label={t`By whom`} kinds={["STAFF"]} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
