import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { VerbButton } from "~/forms/VerbButton";
import { graphql } from "~/graph/generated";
import type { PlannedRemindersFragment } from "~/graph/generated/graphql";
import { Tag } from "~/design/pieces";
import { Word } from "~/language/Word";
import { audienceWords } from "~/language/words";
import { PlanDialog } from "./PlanDialog";

const ResetPlan = graphql(`
  mutation ResetNoticePlan($input: ResetNoticePlanInput!) {
    resetNoticePlan(input: $input) { __typename ... on ResetNoticePlanPayload { followed } ... on UserError { message } }
  }
`);
const ResetOne = graphql(`
  mutation ResetOccasionPlan($input: ResetOccasionPlanInput!) {
    resetOccasionPlan(input: $input) { __typename ... on ResetOccasionPlanPayload { occasion { id } } ... on UserError { message } }
  }
`);

/** A plan, an audience a row: a sentence, and what can be done about it. */
export function PlanRows({ plan, organizationId, occasionId, mayEdit, changed }: { plan: readonly PlannedRemindersFragment[]; organizationId?: string; occasionId?: string; mayEdit: boolean; changed: () => void }) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState<PlannedRemindersFragment>();
  const called = (one: PlannedRemindersFragment): string => i18n._(audienceWords[one.audience]);
  return (
    <>
      <ul className="rows">
        {plan.map((one) => (
          <li key={`${one.matter}${one.audience}`}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <div><strong><Word of={one.audience} in={audienceWords} /></strong> {one.edited ? <Tag tone="teal"><Trans>Edited</Trans></Tag> : null}<div className="quiet">{one.sentence}</div></div>
              {mayEdit ? (
                <Group gap="xs" justify="flex-end">
                  {one.edited ? (occasionId ? <VerbButton verb={ResetOne} variant="subtle" color="gray" input={{ occasionId, audience: one.audience }} label={t`As usual`} aria-label={t`As usual: ${called(one)}`} told={t`As usual again.`} onDone={changed} /> : <VerbButton verb={ResetPlan} variant="subtle" color="gray" input={{ organizationId: organizationId ?? "", matter: one.matter, audience: one.audience }} label={t`As usual`} aria-label={t`As usual: ${called(one)}`} told={t`As usual again.`} onDone={changed} />) : null}
                  <Button size="compact-sm" variant="default" aria-label={t`Edit: ${called(one)}`} onClick={() => setOpen(one)}><Trans>Edit</Trans></Button>
                </Group>
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
      {open ? <PlanDialog of={open} {...(organizationId ? { organizationId } : {})} {...(occasionId ? { occasionId } : {})} who={called(open)} onDone={changed} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
