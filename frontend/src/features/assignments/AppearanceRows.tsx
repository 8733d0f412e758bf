import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Tag } from "~/design/pieces";
import { CheckField, ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Form, FormScope, ProceedingKind } from "~/graph/generated/graphql";
import { date } from "~/language/times";
import { Word } from "~/language/Word";
import { formScopeWords, formWords, proceedingKindWords } from "~/language/words";

const Appear = graphql(`
  mutation RecordAppearance($input: RecordAppearanceInput!) {
    recordAppearance(input: $input) { __typename ... on RecordAppearancePayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Ask = graphql(`
  mutation AskWithdrawal($input: AskWithdrawalInput!) {
    askWithdrawal(input: $input) { __typename ... on AskWithdrawalPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Decide = graphql(`
  mutation RecordWithdrawalDecision($input: RecordWithdrawalDecisionInput!) {
    recordWithdrawalDecision(input: $input) { __typename ... on RecordWithdrawalDecisionPayload { case { id ...RepresentationOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

export type Entered = { id: string; revision: number; form: Form; formScope?: FormScope | null | undefined; primary: boolean; ofRecord: boolean; allows: string; citation: string; enteredAt: string; withdrawalAskedAt?: string | null | undefined; endedAt?: string | null | undefined; proceeding?: { id: string; kind: ProceedingKind } | null | undefined };

/** Each form for its own proceeding, with what it allows; who wants to leave asks, and stays until the judge decided. */
export function AppearanceRows({ appearances, may }: { appearances: readonly Entered[]; may: (act: string) => boolean }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<{ form: Entered; step: "ask" | "decide" }>();
  return (
    <>
      {appearances.map((one) => (
        <div key={one.id} className="quiet">
          <Group gap={6}>
            <Tag tone={one.endedAt ? "gray" : one.ofRecord ? "teal" : "blue"}><Word of={one.form} in={formWords} /></Tag>
            {one.proceeding ? <span><Word of={one.proceeding.kind} in={proceedingKindWords} /></span> : null}
            {one.formScope ? <span>· <Word of={one.formScope} in={formScopeWords} /></span> : null}
            <span>· {one.endedAt ? <Trans>until {date(one.endedAt)}</Trans> : <Trans>entered {date(one.enteredAt)}</Trans>}</span>
            {one.primary || !one.ofRecord ? null : <span>· <Trans>not the primary attorney</Trans></span>}
            {one.withdrawalAskedAt && !one.endedAt ? <Tag tone="orange"><Trans>asked to withdraw, still of record</Trans></Tag> : null}
          </Group>
          <div>{one.allows} ({one.citation})</div>
          {one.ofRecord && !one.endedAt ? (
            <Group gap={6} mt={4}>
              {!one.withdrawalAskedAt && may("askWithdrawal") ? <Button size="compact-xs" variant="default" onClick={() => setOpen({ form: one, step: "ask" })}><Trans>Asked to withdraw</Trans></Button> : null}
              {one.withdrawalAskedAt && may("recordWithdrawalDecision") ? <Button size="compact-xs" variant="default" onClick={() => setOpen({ form: one, step: "decide" })}><Trans>The judge decided</Trans></Button> : null}
            </Group>
          ) : null}
        </div>
      ))}
      {open?.step === "ask" ? (
        <VerbDialog verb={Ask} title={t`Asked to withdraw`} submit={t`Save`} defaults={{ askedOn: "" }} input={(typed: { askedOn: string }) => ({ appearanceId: open.form.id, expectedRevision: open.form.revision, askedOn: typed.askedOn })} told={t`Saved. They are of record until the judge lets them go.`} onClose={() => setOpen(undefined)}>
          <TextField name="askedOn" type="date" label={t`Asked the judge on`} required />
        </VerbDialog>
      ) : null}
      {open?.step === "decide" ? (
        <VerbDialog verb={Decide} title={t`The judge decided`} submit={t`Save`} defaults={{ decidedOn: "", granted: false }} input={(typed: { decidedOn: string; granted: boolean }) => ({ appearanceId: open.form.id, expectedRevision: open.form.revision, granted: typed.granted, decidedOn: typed.decidedOn })} told={t`Saved.`} onClose={() => setOpen(undefined)}>
          <TextField name="decidedOn" type="date" label={t`Decided on`} required />
          <CheckField name="granted" label={t`Granted: they are of record no more`} hint={t`With their last appearance the placement ends, and each date left without counsel becomes a task.`} />
        </VerbDialog>
      ) : null}
    </>
  );
}

type Appeared = { engagedOn: string; enteredOn: string; form: string; formScope: string; proceedingId: string; notPrimary: boolean };

/** The letter was signed, or a form was entered: two facts, each with its own day. */
export function AppearanceDialog({ assignment, proceedings, onClose }: { assignment: { id: string; revision: number }; proceedings: readonly { id: string; kind: ProceedingKind }[]; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const forms = useChoices(formWords);
  const scopes = useChoices(formScopeWords);
  return (
    <VerbDialog verb={Appear} title={t`Engaged or of record`} submit={t`Save`} defaults={{ engagedOn: "", enteredOn: "", form: "", formScope: "", proceedingId: "", notPrimary: false } satisfies Appeared} input={(typed: Appeared) => ({ assignmentId: assignment.id, expectedRevision: assignment.revision, engagedOn: said(typed.engagedOn) ?? null, enteredOn: said(typed.enteredOn) ?? null, form: (said(typed.form) as Form | undefined) ?? null, formScope: (said(typed.formScope) as FormScope | undefined) ?? null, proceedingId: said(typed.proceedingId) ?? null, primary: !typed.notPrimary })} told={t`Saved.`} onClose={onClose}>
      <TextField name="engagedOn" type="date" label={t`Engagement letter signed on`} />
      <TextField name="enteredOn" type="date" label={t`Form entered on`} />
      <ChoiceField name="proceedingId" label={t`For which proceeding`} hint={t`Of record is for that one alone.`} options={proceedings.map((one) => ({ value: one.id, label: i18n._(proceedingKindWords[one.kind]) }))} />
      <ChoiceField name="form" label={t`Form`} hint={t`Left empty: the one that is usual there.`} options={forms} />
      <ChoiceField name="formScope" label={t`The EOIR-28 is for`} options={scopes} />
      <CheckField name="notPrimary" label={t`Co-counsel: another is the primary attorney`} />
    </VerbDialog>
  );
}
