import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { LongField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { HearingRowFragment } from "~/graph/generated/graphql";
import { Tellings } from "./Tellings";

const Cancel = graphql(`
  mutation CancelHearing($input: CancelHearingInput!) {
    cancelHearing(input: $input) { __typename ... on CancelHearingPayload { told hearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const PreviewCancel = graphql(`
  query PreviewCancel($hearingId: ID!) {
    previewCancel(hearingId: $hearingId) { ...TellingLine }
  }
`);

export function CancelDialog({ hearing, onClose }: { hearing: HearingRowFragment; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: PreviewCancel, variables: { hearingId: hearing.id }, requestPolicy: "network-only" });
  return (
    <VerbDialog verb={Cancel} title={t`Cancel the hearing`} submit={t`Cancel and tell everyone`} danger defaults={{ reason: "" }} input={(typed: { reason: string }) => ({ hearingId: hearing.id, expectedRevision: hearing.revision, reason: said(typed.reason) })} told={(done) => t`The hearing is cancelled. ${done.told} messages are on their way.`} onClose={onClose}>
      <LongField name="reason" label={t`Why`} />
      {data ? <Tellings lines={data.previewCancel} /> : null}
    </VerbDialog>
  );
}
