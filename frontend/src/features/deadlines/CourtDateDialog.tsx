import { useLingui } from "@lingui/react/macro";
import { ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Source } from "~/graph/generated/graphql";
import { sourceWords } from "~/language/words";

const SetByCourt = graphql(`
  mutation SetCourtDeadline($input: SetCourtDeadlineInput!) {
    setCourtDeadline(input: $input) { __typename ... on SetCourtDeadlinePayload { deadline { state } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { what: string; dueOn: string; dueAt: string; source: Source };

/** A date that the court ordered: for something new, or in place of what was worked out. */
export function CourtDateDialog({ caseId, insteadOf, onClose }: { caseId: string; insteadOf?: { id: string; called: string }; onClose: () => void }) {
  const { t } = useLingui();
  const sources = useChoices(sourceWords, ["PRINTED_NOTICE", "COURT_PORTAL", "COURT_LINE", "COUNSEL", "OTHER"]);
  return (
    <VerbDialog
      verb={SetByCourt}
      title={insteadOf ? t`The court's date: ${insteadOf.called}` : t`The court set a date`}
      submit={t`Save`}
      defaults={{ what: "", dueOn: "", dueAt: "", source: "PRINTED_NOTICE" } satisfies Values}
      input={(typed: Values) => ({ caseId, insteadOfId: insteadOf?.id, what: said(typed.what), dueOn: said(typed.dueOn), dueAt: said(typed.dueAt), source: typed.source })}
      told={(done) => (done.deadline.state === "CONFIRMED" ? t`Saved.` : t`Saved, for counsel to review.`)}
      onClose={onClose}
    >
      {insteadOf ? null : <TextField name="what" label={t`What did the court order?`} hint={t`Such as: file the exhibit list`} required autoFocus />}
      <TextField name="dueOn" type="date" label={t`By which day`} />
      <TextField name="dueAt" type="datetime-local" label={t`Or by which hour`} hint={t`Only if the order says an hour; in the time of the court`} />
      <ChoiceField name="source" label={t`How do we know?`} required options={sources} />
    </VerbDialog>
  );
}
