import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { CourtField } from "~/forms/choosers";
import { CheckField, ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { CustodyCode, ProceedingKind } from "~/graph/generated/graphql";
import { custodyCodeWords, proceedingKindWords } from "~/language/words";

const Open = graphql(`
  mutation OpenProceeding($input: OpenProceedingInput!) {
    openProceeding(input: $input) { __typename ... on OpenProceedingPayload { case { id ...HearingsOfCase ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { kind: ProceedingKind; courtId: string; otherCourt: string; judge: string; notFiled: boolean; noticeOn: string; charges: string; custody: CustodyCode | ""; reviewsId: string };
type Known = { id: string; kind: ProceedingKind; court: { name: string } | null };

const REVIEWING: readonly ProceedingKind[] = ["APPEAL", "PETITION_FOR_REVIEW"];

export function OpenProceedingDialog({ caseId, proceedings, onClose }: { caseId: string; proceedings: readonly Known[]; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(proceedingKindWords);
  const codes = useChoices(custodyCodeWords);
  return (
    <VerbDialog verb={Open} title={t`Open a proceeding`} submit={t`Open it`} defaults={{ kind: "REMOVAL", courtId: "", otherCourt: "", judge: "", notFiled: false, noticeOn: "", charges: "", custody: "", reviewsId: "" } satisfies Values} input={(typed: Values) => ({ caseId, kind: typed.kind, courtId: said(typed.courtId), otherCourt: said(typed.otherCourt), judge: said(typed.judge), notFiled: typed.notFiled, noticeOn: said(typed.noticeOn), charges: said(typed.charges), custody: typed.custody || undefined, reviewsId: REVIEWING.includes(typed.kind) ? said(typed.reviewsId) : undefined })} told={t`The proceeding is open.`} onClose={onClose}>
      <ChoiceField name="kind" label={t`Kind`} required options={kinds} />
      <CourtField name="courtId" label={t`Immigration court`} />
      <TextField name="otherCourt" label={t`Or another court`} hint={t`For habeas, appeals and petitions`} />
      <TextField name="judge" label={t`Judge`} />
      <Reviewed of={proceedings} />
      <TextField name="noticeOn" type="date" label={t`Day printed on the notice to appear`} />
      <ChoiceField name="custody" label={t`Custody, in the court's record`} options={codes} />
      <TextField name="charges" label={t`Charges, as on the notice to appear`} />
      <CheckField name="notFiled" label={t`Not filed with the court yet`} />
    </VerbDialog>
  );
}

function Reviewed({ of }: { of: readonly Known[] }) {
  const { t, i18n } = useLingui();
  const { watch } = useFormContext<Values>();
  if (!REVIEWING.includes(watch("kind"))) return null;
  return <ChoiceField name="reviewsId" label={t`Whose decision is reviewed?`} options={of.map((one) => ({ value: one.id, label: [i18n._(proceedingKindWords[one.kind]), one.court?.name].filter(Boolean).join(" · ") }))} />;
}
