import { Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { CheckField, ChoiceField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { AppealStance, GivenHow, HearingOutcome, HearingRowFragment, OccasionKind } from "~/graph/generated/graphql";
import { adjournments } from "~/language/courtCodes";
import { zoneName } from "~/language/times";
import { outcomeWords } from "~/language/words";
import { useCodes } from "./codes";
import { HearingNamed } from "./HearingNamed";
import { BondOrdered, OfDecision, OfNextDate, UNDECIDED } from "./ReportDialog";

const Correct = graphql(`
  mutation CorrectReport($input: CorrectReportInput!) {
    correctReport(input: $input) { __typename ... on CorrectReportPayload { hearing { id ...HearingRow case { id ...HearingsOfCase ...ProceedingsOfCase } } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { outcome: HearingOutcome; note: string; nextStartsAt: string; nextKind: OccasionKind | ""; adjournmentCode: string; bondAmount: number | undefined; appealToo: boolean; givenHow: GivenHow; appealByClient: AppealStance; appealByGovernment: AppealStance };

/** The report as it should read. What is left empty stays as it is, but the note, which stands here whole. */
export function CorrectReportDialog({ hearing, onClose }: { hearing: HearingRowFragment; onClose: () => void }) {
  const { t } = useLingui();
  const outcomes = useChoices(outcomeWords);
  const codes = useCodes(adjournments);
  const zone = zoneName(hearing.occasion.timeZone);
  const decides = (typed: Values): boolean => !UNDECIDED.includes(typed.outcome) && (typed.outcome !== hearing.outcome || typed.appealToo);
  return (
    <VerbDialog
      verb={Correct}
      title={t`Correct the report`}
      submit={t`Save the correction`}
      defaults={{ outcome: hearing.outcome ?? "OTHER", note: hearing.outcomeNote ?? "", nextStartsAt: "", nextKind: "", adjournmentCode: "", bondAmount: undefined, appealToo: false, givenHow: "ORAL", appealByClient: "NOT_SAID", appealByGovernment: "NOT_SAID" } satisfies Values}
      input={(typed: Values, occurrence) => ({
        hearingId: hearing.id, expectedRevision: hearing.revision, outcome: typed.outcome, note: said(typed.note), adjournmentCode: said(typed.adjournmentCode),
        next: typed.nextStartsAt ? { startsAt: typed.nextStartsAt, occurrence, kind: typed.nextKind || undefined } : undefined,
        bondAmount: typed.outcome === "BOND_GRANTED" ? (typed.bondAmount ?? null) : null,
        decision: decides(typed) ? { givenHow: typed.givenHow, appealByClient: typed.appealByClient, appealByGovernment: typed.appealByGovernment } : undefined,
      })}
      told={t`The report is corrected. What it said before stays in the trail.`}
      onClose={onClose}
    >
      <HearingNamed of={hearing} />
      <ChoiceField name="outcome" label={t`Outcome`} required options={outcomes} />
      <BondOrdered {...(hearing.outcome === "BOND_GRANTED" ? { hint: t`Left empty: it stays as it is.` } : {})} />
      <Decision before={hearing.outcome} />
      <TextField name="nextStartsAt" type="datetime-local" label={t`Next date, if it was another`} hint={t`In the court's own zone: ${zone}`} />
      <Told />
      <OfNextDate />
      <LongField name="note" label={t`In a sentence`} />
      <ChoiceField name="adjournmentCode" label={t`The court's code, if it was another`} options={codes} />
    </VerbDialog>
  );
}

/** Of another outcome it is asked anew; of the same only where somebody says so. */
function Decision({ before }: { before: HearingOutcome | null }) {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  const [outcome, appealToo] = [watch("outcome"), watch("appealToo")];
  if (UNDECIDED.includes(outcome)) return null;
  if (outcome !== before) return <OfDecision />;
  return <><CheckField name="appealToo" label={t`How it was given, or what was said of an appeal, was another`} />{appealToo ? <OfDecision /> : null}</>;
}

/** Before it is saved: a next date that moves is told, as any move is. */
function Told() {
  const { watch } = useFormContext<Values>();
  return watch("nextStartsAt") ? <p className="quiet" style={{ margin: 0 }} aria-live="polite"><Trans>Whoever was told of the next date is told that it moved.</Trans></p> : null;
}
