import { useLingui } from "@lingui/react/macro";
import { CourtField } from "~/forms/choosers";
import { ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { ProceedingKind } from "~/graph/generated/graphql";
import { proceedingKindWords } from "~/language/words";

const Open = graphql(`
  mutation OpenProceeding($input: OpenProceedingInput!) {
    openProceeding(input: $input) { __typename ... on OpenProceedingPayload { case { id ...HearingsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { kind: ProceedingKind; courtId: string; otherCourt: string; judge: string };

export function OpenProceedingDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(proceedingKindWords);
  return (
    <VerbDialog verb={Open} title={t`Open a proceeding`} submit={t`Open it`} defaults={{ kind: "REMOVAL", courtId: "", otherCourt: "", judge: "" } satisfies Values} input={(typed: Values) => ({ caseId, kind: typed.kind, courtId: said(typed.courtId), otherCourt: said(typed.otherCourt), judge: said(typed.judge) })} told={t`The proceeding is open.`} onClose={onClose}>
      <ChoiceField name="kind" label={t`Kind`} required options={kinds} />
      <CourtField name="courtId" label={t`Immigration court`} />
      <TextField name="otherCourt" label={t`Or another court`} hint={t`For habeas, appeals and petitions`} />
      <TextField name="judge" label={t`Judge`} />
    </VerbDialog>
  );
}
