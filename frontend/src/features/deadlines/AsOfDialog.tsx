import { Modal, Stack, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Tag } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { HERE, moment, plainDay, wallIn } from "~/language/times";
import { RunsFrom } from "./RunsFrom";

const AsOf = graphql(`
  query RecomputeDeadlines($caseId: ID!, $asOf: Date!) {
    recomputeDeadlines(caseId: $caseId, asOf: $asOf) { dueOn dueAt moves citation trace deadline { id name timeZone dueOn dueAt ...RunsFrom } }
  }
`);

/** The same deadlines by the law as it was known on another day. Nothing is saved. */
export function AsOfDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  const [asOf, setAsOf] = useState(wallIn(new Date().toISOString(), HERE).slice(0, 10));
  const [{ data, fetching, error }] = useQuery({ query: AsOf, variables: { caseId, asOf }, pause: asOf.length !== 10 });
  const rows = data?.recomputeDeadlines;
  return (
    <Modal opened onClose={onClose} size="lg" title={t`As of another day`} closeButtonProps={{ "aria-label": t`Close` }}>
      <Stack gap="md">
        <TextInput type="date" label={t`By the law as it was known on`} value={asOf} onChange={(event) => setAsOf(event.currentTarget.value)} data-autofocus />
        {rows ? null : fetching || error ? <Awaiting failed={Boolean(error)} /> : null}
        {rows?.length === 0 ? <Empty title={t`Nothing is worked out for this case`} /> : null}
        <ul className="rows">
          {rows?.map((one) => (
            <li key={one.deadline.id}>
              <div className="spread"><strong>{one.deadline.name}</strong>{one.moves ? <Tag tone="orange"><Trans>Another date</Trans></Tag> : <Tag><Trans>The same</Trans></Tag>}</div>
              <div>{one.dueAt ? moment(one.dueAt, one.deadline.timeZone) : one.dueOn ? plainDay(one.dueOn) : "–"}{one.moves && one.deadline.dueOn ? <span className="quiet"> <Trans>kept: {plainDay(one.deadline.dueOn)}</Trans></span> : null}</div>
              <div className="quiet"><RunsFrom of={one.deadline} /></div>
              <details>
                <summary className="quiet"><Trans>How it was worked out</Trans></summary>
                <ol className="steps">{one.trace.map((step) => <li key={step}>{step}</li>)}</ol>
              </details>
            </li>
          ))}
        </ul>
      </Stack>
    </Modal>
  );
}
