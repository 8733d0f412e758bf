import { useLingui } from "@lingui/react/macro";
import { TextField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Filing = graphql(`
  mutation RecordFiling($input: RecordFilingInput!) {
    recordFiling(input: $input) { __typename ... on RecordFilingPayload { case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { filedAt: string; receivedAt: string };

/** What was filed or received closes its deadline. */
export function FilingDialog({ deadlineId, revision, onClose }: { deadlineId: string; revision: number; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Filing} title={t`Filed or received`} submit={t`Save`} defaults={{ filedAt: "", receivedAt: "" } satisfies Values} input={(typed: Values) => ({ deadlineId, expectedRevision: revision, filedAt: said(typed.filedAt), receivedAt: said(typed.receivedAt) })} told={t`Recorded. The deadline is closed.`} onClose={onClose}>
      <TextField name="filedAt" type="datetime-local" label={t`Filed`} hint={t`In the time of the court`} autoFocus />
      <TextField name="receivedAt" type="datetime-local" label={t`Received by the court`} hint={t`What counts is receipt. It can be added later.`} />
    </VerbDialog>
  );
}
