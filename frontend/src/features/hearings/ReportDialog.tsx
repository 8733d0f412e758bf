import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { CheckField, ChoiceField, LongField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { HearingOutcome, HearingRowFragment } from "~/graph/generated/graphql";
import { zoneName } from "~/language/times";
import { outcomeWords } from "~/language/words";

const Report = graphql(`
  mutation ReportHearing($input: ReportHearingInput!) {
    reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id ...HearingRow } nextHearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { outcome: HearingOutcome; note: string; nextStartsAt: string; bondAmount: number | undefined; reservesAppeal: boolean };

export function ReportDialog({ hearing, onClose }: { hearing: HearingRowFragment; onClose: () => void }) {
  const { t } = useLingui();
  const outcomes = useChoices(outcomeWords);
  const zone = zoneName(hearing.occasion.timeZone);
  return (
    <VerbDialog verb={Report} title={t`Report what happened`} submit={t`Save the report`} defaults={{ note: "", nextStartsAt: "", bondAmount: undefined, reservesAppeal: false }} input={(typed: Values) => ({ hearingId: hearing.id, expectedRevision: hearing.revision, outcome: typed.outcome, note: said(typed.note), nextStartsAt: said(typed.nextStartsAt), bondAmount: typed.outcome === "BOND_GRANTED" ? (typed.bondAmount ?? null) : null, reservesAppeal: typed.outcome === "BOND_GRANTED" && typed.reservesAppeal ? true : null })} told={t`The report is saved.`} onClose={onClose}>
      <ChoiceField name="outcome" label={t`Outcome`} required options={outcomes} />
      <BondOrdered />
      <TextField name="nextStartsAt" type="datetime-local" label={t`Next date, if one was set`} hint={t`In the court's own zone: ${zone}`} />
      <LongField name="note" label={t`In a sentence`} />
    </VerbDialog>
  );
}

/** Of bond that was granted, what was ordered: the bond track follows. */
function BondOrdered() {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  if (watch("outcome") !== "BOND_GRANTED") return null;
  return (
    <>
      <NumberField name="bondAmount" label={t`Amount in dollars`} hint={t`If it is known`} />
      <CheckField name="reservesAppeal" label={t`DHS reserved its appeal`} />
    </>
  );
}
