import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { CheckField, ChoiceField, LongField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Appellant, BondStage, DhsCustody, ObligorKind, Source } from "~/graph/generated/graphql";
import { bondStageWords, sourceWords } from "~/language/words";
import { appellantWords, dhsCustodyWords, obligorKindWords } from "./words";

const Record = graphql(`
  mutation RecordBondStage($input: RecordBondStageInput!) {
    recordBondStage(input: $input) { __typename ... on RecordBondStagePayload { case { id ...BondOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = {
  stage: BondStage | ""; on: string; source: Source; dhsCustody: DhsCustody | ""; dhsAmount: number | undefined; amount: number | undefined; conditionalParole: boolean; reservesAppeal: boolean;
  appealedBy: Appellant | ""; obligorKind: ObligorKind | ""; obligor: string; receipt: string; details: string;
};

/** Which facts come with a stage. */
const ASKS: Partial<{ [S in BondStage]: readonly ("dhs" | "order" | "appeal" | "obligor" | "receipt")[] }> = {
  NOT_ELIGIBLE: ["dhs"],
  CONTESTED_JURISDICTION: ["dhs"],
  REQUESTED: ["dhs"],
  GRANTED: ["order"],
  PAYING: ["dhs", "obligor"],
  POSTED: ["obligor", "receipt"],
  APPEALED: ["appeal"],
  CANCELLED_REFUNDED: ["receipt"],
};

/** The locator, the court's line and portal tell nothing of bond. */
const CHANNELS: readonly Source[] = ["COUNSEL", "PRINTED_NOTICE", "AGENCY", "FACILITY_CALL", "CLIENT", "FAMILY", "WITNESS", "OTHER"];

/** Records the next stage. Only what may follow is offered; what must come first the refusal says. */
export function BondStageDialog({ caseId, revision, next, onClose }: { caseId: string; revision: number | null; next: readonly BondStage[]; onClose: () => void }) {
  const { t } = useLingui();
  const chosen: BondStage | "" = next.length === 1 ? (next[0] ?? "") : "";
  return (
    <VerbDialog
      verb={Record}
      title={t`Record how far the bond has come`}
      submit={t`Record it`}
      defaults={{ stage: chosen, on: "", source: "COUNSEL", dhsCustody: "", dhsAmount: undefined, amount: undefined, conditionalParole: false, reservesAppeal: false, appealedBy: "", obligorKind: "", obligor: "", receipt: "", details: "" } satisfies Values}
      input={(typed: Values) => {
        // What was typed for another stage than the one chosen at last is left aside.
        const asks = typed.stage ? (ASKS[typed.stage] ?? []) : [];
        const dhs = asks.includes("dhs");
        return {
          caseId,
          expectedRevision: revision,
          stage: typed.stage as BondStage,
          on: typed.on,
          source: typed.source,
          dhsCustody: dhs ? typed.dhsCustody || null : null,
          dhsAmount: dhs && typed.dhsCustody === "AMOUNT" ? (typed.dhsAmount ?? null) : null,
          amount: asks.includes("order") && !typed.conditionalParole ? (typed.amount ?? null) : null,
          conditionalParole: asks.includes("order") && typed.conditionalParole ? true : null,
          reservesAppeal: asks.includes("order") && typed.reservesAppeal ? true : null,
          appealedBy: asks.includes("appeal") ? typed.appealedBy || null : null,
          obligorKind: asks.includes("obligor") ? typed.obligorKind || null : null,
          obligor: asks.includes("obligor") ? said(typed.obligor) : null,
          receipt: asks.includes("receipt") ? said(typed.receipt) : null,
          details: said(typed.details),
        };
      }}
      told={t`Recorded.`}
      onClose={onClose}
    >
      <Fields next={next} />
    </VerbDialog>
  );
}

function Fields({ next }: { next: readonly BondStage[] }) {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  const stage = watch("stage");
  const asks = stage ? (ASKS[stage] ?? []) : [];
  const stages = useChoices(bondStageWords, next);
  const sources = useChoices(sourceWords, CHANNELS);
  const custodies = useChoices(dhsCustodyWords);
  const appellants = useChoices(appellantWords);
  const kinds = useChoices(obligorKindWords);
  return (
    <>
      <ChoiceField name="stage" label={t`Now it is`} required options={stages} />
      <TextField name="on" type="date" label={t`On which day`} hint={t`As the paper says: clocks run from it.`} required />
      {asks.includes("order") ? <CheckField name="conditionalParole" label={t`Without a bond, on their own recognizance`} hint={t`Conditional parole: nothing has to be posted.`} /> : null}
      {asks.includes("order") && !watch("conditionalParole") ? <NumberField name="amount" label={t`Amount in dollars`} hint={t`$1,500 at least. Leave it empty when an order of before has effect again.`} /> : null}
      {asks.includes("order") ? <CheckField name="reservesAppeal" label={t`DHS reserved its appeal`} /> : null}
      {asks.includes("dhs") ? <ChoiceField name="dhsCustody" label={t`What DHS decided (I-286)`} options={custodies} /> : null}
      {asks.includes("dhs") && watch("dhsCustody") === "AMOUNT" ? <NumberField name="dhsAmount" label={t`DHS's amount in dollars`} /> : null}
      {asks.includes("appeal") ? <ChoiceField name="appealedBy" label={t`Who appealed`} required options={appellants} /> : null}
      {asks.includes("obligor") ? <ChoiceField name="obligorKind" label={t`Who posts it`} hint={t`ICE takes a bond from these only.`} options={kinds} /> : null}
      {asks.includes("obligor") ? <TextField name="obligor" label={t`Their name`} hint={t`For the legal team alone.`} /> : null}
      {asks.includes("receipt") ? <TextField name="receipt" label={t`Number on the receipt`} /> : null}
      <ChoiceField name="source" label={t`How do we know?`} required options={sources} />
      <LongField name="details" label={t`Conditions, or what has changed`} />
    </>
  );
}
