import { useLingui } from "@lingui/react/macro";
import { ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Trigger } from "~/graph/generated/graphql";
import { TYPED_TRIGGERS, triggerWords } from "~/language/words";

export const WorkOut = graphql(`
  mutation WorkOutDeadlines($input: WorkOutDeadlinesInput!) {
    workOutDeadlines(input: $input) { __typename ... on WorkOutDeadlinesPayload { moved { why } case { id ...DeadlinesOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { trigger: Trigger | ""; happenedOn: string; happenedAt: string };

/** What the tracker cannot know by itself: a notice, an order, a move. `corrects`: what was typed before was wrong. */
export function TriggerDialog({ caseId, corrects, onClose }: { caseId: string; corrects?: { id: string; trigger: Trigger }; onClose: () => void }) {
  const { t } = useLingui();
  const triggers = useChoices(triggerWords, TYPED_TRIGGERS);
  return (
    <VerbDialog
      verb={WorkOut}
      title={corrects ? t`What was typed is wrong` : t`Something happened`}
      submit={t`Work out the deadlines`}
      defaults={{ trigger: corrects?.trigger ?? "", happenedOn: "", happenedAt: "" } satisfies Values}
      input={(typed: Values) => ({ caseId, correctsId: corrects?.id, trigger: typed.trigger || undefined, happenedOn: said(typed.happenedAt) ? undefined : said(typed.happenedOn), happenedAt: said(typed.happenedAt) })}
      told={(done) => (done.moved.length === 0 ? t`Nothing has changed.` : t`Worked out: ${done.moved.length} for counsel to review.`)}
      onClose={onClose}
    >
      {corrects ? null : <ChoiceField name="trigger" label={t`What happened?`} required options={triggers} />}
      <TextField name="happenedOn" type="date" label={t`On which day`} />
      <TextField name="happenedAt" type="datetime-local" label={t`Or at which hour`} hint={t`Where hours count, such as for a detainer; in the time of the place`} />
    </VerbDialog>
  );
}
