import { Alert } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { LongField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { HearingRowFragment } from "~/graph/generated/graphql";
import { day, time } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords } from "~/language/words";
import { HearingNamed } from "./HearingNamed";
import { Tellings } from "~/forms/Tellings";

const Cancel = graphql(`
  mutation CancelHearing($input: CancelHearingInput!) {
    cancelHearing(input: $input) { __typename ... on CancelHearingPayload { told hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const PreviewCancel = graphql(`
  query PreviewCancel($hearingId: ID!) {
    previewCancel(hearingId: $hearingId) { tellings { ...TellingLine } leftStanding { id title kind occasion { id startsAt timeZone } } }
  }
`);

export function CancelDialog({ hearing, onClose }: { hearing: HearingRowFragment; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: PreviewCancel, variables: { hearingId: hearing.id }, requestPolicy: "network-only" });
  return (
    <VerbDialog verb={Cancel} title={t`Cancel the hearing`} submit={t`Cancel and tell everyone`} danger defaults={{ reason: "" }} input={(typed: { reason: string }) => ({ hearingId: hearing.id, expectedRevision: hearing.revision, reason: said(typed.reason) })} told={(done) => t`The hearing is cancelled. ${done.told} messages are on their way.`} onClose={onClose}>
      <HearingNamed of={hearing} />
      <LongField name="reason" label={t`Why`} />
      {data ? <Tellings lines={data.previewCancel.tellings} /> : null}
      {data && data.previewCancel.leftStanding.length > 0 ? (
        <Alert color="orange" title={<Trans>Planned around this hearing</Trans>}>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {data.previewCancel.leftStanding.map((action) => (
              <li key={action.id}>{action.title} (<Word of={action.kind} in={occasionKindWords} />, {day(action.occasion.startsAt, action.occasion.timeZone)}, {time(action.occasion.startsAt, action.occasion.timeZone)})</li>
            ))}
          </ul>
          <p style={{ margin: "8px 0 0" }}><Trans>These are not cancelled with the hearing. Decide on each, or people will come for nothing.</Trans></p>
        </Alert>
      ) : null}
    </VerbDialog>
  );
}
