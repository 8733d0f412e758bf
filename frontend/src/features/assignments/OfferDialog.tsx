import { useLingui } from "@lingui/react/macro";
import { AttorneysField } from "~/forms/choosers";
import { CheckField, ChoiceField, LongField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { ProceedingKind, Scope } from "~/graph/generated/graphql";
import { proceedingKindWords, scopeWords } from "~/language/words";

const Offer = graphql(`
  mutation OfferAssignments($input: OfferAssignmentsInput!) {
    offerAssignments(input: $input) { __typename ... on OfferAssignmentsPayload { assignments { id } case { id ...RepresentationOfCase } } ... on Invalid { field } ... on NotCleared { missing } ... on UserError { message } }
  }
`);

type Offered = { attorneyIds: string[]; scope: Scope; proceedingId: string; blurb: string; answerBy: string; hours: number | undefined; several: boolean };

/** The same offer to one attorney or to several at once: who is first for whom the file opens is taken. */
export function OfferDialog({ caseId, proceedings, chosen, onClose }: { caseId: string; proceedings: readonly { id: string; kind: ProceedingKind }[]; chosen: readonly string[]; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const scopes = useChoices(scopeWords);
  return (
    <VerbDialog verb={Offer} title={t`Offer a placement`} submit={t`Send the offer`} defaults={{ attorneyIds: [...chosen], scope: "ALL", proceedingId: "", blurb: "", answerBy: "", hours: undefined, several: false } satisfies Offered} input={(typed: Offered) => ({ caseId, attorneyIds: typed.attorneyIds, scope: typed.scope, proceedingId: said(typed.proceedingId) ?? null, blurb: typed.blurb, answerBy: said(typed.answerBy) ?? null, hours: typed.hours ?? null, several: typed.several })} told={t`The offer is on its way.`} onClose={onClose}>
      <AttorneysField name="attorneyIds" label={t`Attorneys`} hint={t`One or several. Who is first for whom the file opens is taken, and the others' offers are taken back.`} required />
      <ChoiceField name="scope" label={t`Scope`} required options={scopes} />
      <ChoiceField name="proceedingId" label={t`Proceeding`} options={proceedings.map((one) => ({ value: one.id, label: i18n._(proceedingKindWords[one.kind]) }))} />
      <LongField name="blurb" label={t`Why this case is worth taking`} hint={t`Nothing that identifies: no name, no address, no exact place.`} required />
      <TextField name="answerBy" type="date" label={t`Answer by`} hint={t`The end of that day. Left empty: two weeks.`} />
      <NumberField name="hours" label={t`About how many hours it takes`} />
      <CheckField name="several" label={t`Co-counsel are wanted`} hint={t`Nobody's yes takes the others' offers back.`} />
    </VerbDialog>
  );
}
