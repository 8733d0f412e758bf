import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel } from "~/design/pieces";
import { CheckField, LongField, NumberField, said } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import { moment } from "~/language/times";

const Report = graphql(`
  mutation ReportAttendance($input: ReportAttendanceInput!) {
    reportAttendance(input: $input) { __typename ... on ReportAttendancePayload { occasion { id attendance { id revision } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Attendance = { walkIns: number; heads?: number | null; officials?: number | null; press?: number | null; letters?: number | null; saidInCourt?: string | null; incidents?: string | null; nextSteps?: string | null; reportedAt?: string | null; reportedBy?: { name: string } | null };
type Typed = { heads?: number; officials?: number; press?: number; letters?: number; saidInCourt: string; incidents: string; nextSteps: string; thank: boolean };

/** What is said afterwards, in a minute: what happened, and not why. */
export function AfterwardsPanel({ occasionId, of, counted }: { occasionId: string; of?: Attendance | null; counted: number }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const defaults: Partial<Typed> = { saidInCourt: of?.saidInCourt ?? "", incidents: of?.incidents ?? "", nextSteps: of?.nextSteps ?? "", thank: !of?.reportedAt };
  const heads = of?.heads ?? counted;
  if (heads > 0) defaults.heads = heads;
  for (const name of ["officials", "press", "letters"] as const) if (of?.[name] != null) defaults[name] = of[name];
  return (
    <Panel title={t`Afterwards`} action={<Button size="compact-sm" onClick={() => setOpen(true)}>{of?.reportedAt ? <Trans>Correct</Trans> : <Trans>Report in a minute</Trans>}</Button>}>
      {of?.reportedAt ? (
        <>
          <p style={{ margin: 0 }}><Trans>{of.heads} came, among them {of.officials ?? 0} officials and {of.press ?? 0} of the press. Letters handed in: {of.letters ?? 0}.</Trans></p>
          {of.saidInCourt ? <p style={{ whiteSpace: "pre-wrap" }}><strong><Trans>Said in open court, from notes:</Trans></strong> {of.saidInCourt}</p> : null}
          {of.incidents ? <p style={{ whiteSpace: "pre-wrap" }}><strong><Trans>Incidents:</Trans></strong> {of.incidents}</p> : null}
          {of.nextSteps ? <p style={{ whiteSpace: "pre-wrap" }}><strong><Trans>Next:</Trans></strong> {of.nextSteps}</p> : null}
          <p className="quiet">{moment(of.reportedAt)}{of.reportedBy ? `, ${of.reportedBy.name}` : ""}</p>
        </>
      ) : <p className="quiet" style={{ margin: 0 }}><Trans>No one has reported yet.</Trans></p>}
      {open ? (
        <VerbDialog verb={Report} title={t`What happened?`} submit={t`Save`} wide defaults={defaults} input={(typed: Typed) => ({ occasionId, heads: typed.heads, officials: typed.officials, press: typed.press, letters: typed.letters, saidInCourt: said(typed.saidInCourt), incidents: said(typed.incidents), nextSteps: said(typed.nextSteps), thank: typed.thank })} told={t`Thank you. It stands here.`} onClose={() => setOpen(false)}>
          <NumberField name="heads" label={t`How many came in all?`} />
          <NumberField name="officials" label={t`How many of them officials?`} />
          <NumberField name="press" label={t`How many of them press?`} />
          <NumberField name="letters" label={t`How many letters of support were handed in?`} />
          <LongField name="saidInCourt" label={t`What did the judge or the agency say in open court?`} hint={t`From notes, never a recording.`} />
          <LongField name="incidents" label={t`Did anything go wrong?`} />
          <LongField name="nextSteps" label={t`What is next?`} />
          {of?.reportedAt ? null : <CheckField name="thank" label={t`Thank those who were asked and came`} />}
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
