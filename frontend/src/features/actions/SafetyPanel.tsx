import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel } from "~/design/pieces";
import { CheckField, LongField, TextField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { Line } from "./DayPanel";

export const SafetyPart = graphql(`
  fragment SafetyOfAction on AdvocacyAction {
    id
    safetyPlan { id revision marshals medics legalObservers policeLiaison noPoliceLiaison legalSupportNumber counterProtest weather stopRule }
  }
`);
const Write = graphql(`
  mutation WriteSafetyPlan($input: WriteSafetyPlanInput!) {
    writeSafetyPlan(input: $input) { __typename ... on WriteSafetyPlanPayload { action { id ...SafetyOfAction } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { marshals: string; medics: string; legalObservers: string; policeLiaison: string; noPoliceLiaison: boolean; legalSupportNumber: string; counterProtest: string; weather: string; stopRule: string };

/** Who looks after those who come. Only people of the organization that plans the action see this panel. */
export function SafetyPanel({ of, mayWrite }: { of: FragmentType<typeof SafetyPart>; mayWrite: boolean }) {
  const { t } = useLingui();
  const { id, safetyPlan: plan } = readFragment(SafetyPart, of);
  const [open, setOpen] = useState(false);
  const stands: Values = { marshals: plan?.marshals ?? "", medics: plan?.medics ?? "", legalObservers: plan?.legalObservers ?? "", policeLiaison: plan?.policeLiaison ?? "", noPoliceLiaison: plan?.noPoliceLiaison ?? false, legalSupportNumber: plan?.legalSupportNumber ?? "", counterProtest: plan?.counterProtest ?? "", weather: plan?.weather ?? "", stopRule: plan?.stopRule ?? "" };
  return (
    <Panel title={t`Safety plan`} action={mayWrite ? <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>{plan ? <Trans>Change it</Trans> : <Trans>Write it</Trans>}</Button> : null}>
      {plan ? (
        <dl className="facts">
          <Line label={t`Marshals`}>{plan.marshals}</Line>
          <Line label={t`Medics`}>{plan.medics}</Line>
          <Line label={t`Legal observers`}>{plan.legalObservers}</Line>
          <Line label={t`Police liaison`}>{plan.noPoliceLiaison ? t`None, as decided` : plan.policeLiaison}</Line>
          <Line label={t`Legal-support number`}>{plan.legalSupportNumber}</Line>
          <Line label={t`If there is a counter-protest`}>{plan.counterProtest}</Line>
          <Line label={t`Weather`}>{plan.weather}</Line>
          <Line label={t`What ends it, and who says so`}>{plan.stopRule}</Line>
        </dl>
      ) : (
        <Empty title={t`No safety plan yet`}><Trans>Who keeps an eye on the edge, whom people call if somebody is stopped, and what ends it. Write it with those who will be there.</Trans></Empty>
      )}
      <p className="quiet" style={{ marginBottom: 0 }}><Trans>For your organization only: it goes onto no page, into no letter and to no other organization.</Trans></p>
      {open ? (
        <VerbDialog
          verb={Write}
          title={t`Safety plan`}
          submit={t`Save`}
          wide
          defaults={stands}
          input={(typed: Values) => ({
            actionId: id,
            expectedRevision: plan?.revision ?? null,
            marshals: said(typed.marshals) ?? null,
            medics: said(typed.medics) ?? null,
            legalObservers: said(typed.legalObservers) ?? null,
            policeLiaison: said(typed.policeLiaison) ?? null,
            noPoliceLiaison: typed.noPoliceLiaison,
            legalSupportNumber: said(typed.legalSupportNumber) ?? null,
            counterProtest: said(typed.counterProtest) ?? null,
            weather: said(typed.weather) ?? null,
            stopRule: said(typed.stopRule) ?? null,
          })}
          told={t`The safety plan is kept.`}
          onClose={() => setOpen(false)}
        >
          <LongField name="marshals" label={t`Marshals`} hint={t`Who they are, and how people know them`} />
          <LongField name="medics" label={t`Medics`} />
          <LongField name="legalObservers" label={t`Legal observers`} />
          <TextField name="policeLiaison" label={t`Police liaison`} hint={t`The one person who speaks with the police`} />
          <CheckField name="noPoliceLiaison" label={t`No police liaison: we decided so`} />
          <TextField name="legalSupportNumber" type="tel" label={t`Legal-support number`} hint={t`The number people write on their arm`} />
          <LongField name="counterProtest" label={t`If there is a counter-protest`} />
          <LongField name="weather" label={t`Weather`} hint={t`Heat, rain, snow: where to, and who says so`} />
          <LongField name="stopRule" label={t`What ends it, and who says so`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
