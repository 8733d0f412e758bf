import { Button, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { ChoiceField, LongField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { AppealStance, GivenHow, HearingOutcome, HearingRowFragment, OccasionKind } from "~/graph/generated/graphql";
import { adjournments } from "~/language/courtCodes";
import { zoneName } from "~/language/times";
import { HEARING_KINDS, appealStanceWords, givenHowWords, occasionKindWords, outcomeWords } from "~/language/words";
import { useCodes } from "./codes";
import { HearingNamed } from "./HearingNamed";

const Report = graphql(`
  mutation ReportHearing($input: ReportHearingInput!) {
    reportHearing(input: $input) { __typename ... on ReportHearingPayload { hearing { id ...HearingRow } nextHearing { id ...HearingRow } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** Outcomes that decide nothing: of them there is nothing to appeal. */
export const UNDECIDED: readonly HearingOutcome[] = ["CONTINUED", "NOT_PRESENTED", "OTHER"];
const TASKS = ["first", "second", "third"] as const;

type Values = { outcome: HearingOutcome; adjournmentCode: string; givenHow: GivenHow; appealByClient: AppealStance; appealByGovernment: AppealStance; nextStartsAt: string; nextKind: OccasionKind | ""; note: string; bondAmount: number | undefined; tasks: Record<(typeof TASKS)[number], string> };

/** A minute after the hearing, on a telephone, with one thumb: the outcome; the rest only where there is something to say. */
export function ReportDialog({ hearing, onClose }: { hearing: HearingRowFragment; onClose: () => void }) {
  const { t } = useLingui();
  const outcomes = useChoices(outcomeWords);
  const zone = zoneName(hearing.occasion.timeZone);
  return (
    <VerbDialog
      verb={Report}
      title={t`Report what happened`}
      submit={t`Save the report`}
      defaults={{ adjournmentCode: "", givenHow: "ORAL", appealByClient: "NOT_SAID", appealByGovernment: "NOT_SAID", nextStartsAt: "", nextKind: "", note: "", tasks: { first: "", second: "", third: "" }, bondAmount: undefined }}
      input={(typed: Values, occurrence) => ({
        hearingId: hearing.id, expectedRevision: hearing.revision, outcome: typed.outcome, note: said(typed.note), adjournmentCode: said(typed.adjournmentCode),
        next: typed.nextStartsAt ? { startsAt: typed.nextStartsAt, occurrence, kind: typed.nextKind || undefined } : undefined,
        bondAmount: typed.outcome === "BOND_GRANTED" ? (typed.bondAmount ?? null) : null,
        decision: typed.outcome && !UNDECIDED.includes(typed.outcome) ? { givenHow: typed.givenHow, appealByClient: typed.appealByClient, appealByGovernment: typed.appealByGovernment } : undefined,
        tasks: TASKS.map((one) => said(typed.tasks[one])).filter((title) => title !== undefined).map((title) => ({ title })),
      })}
      told={t`The report is saved. You can take it back for ten minutes.`}
      onClose={onClose}
    >
      <HearingNamed of={hearing} />
      <ChoiceField name="outcome" label={t`Outcome`} required options={outcomes} />
      <BondOrdered />
      <OfDecision />
      <TextField name="nextStartsAt" type="datetime-local" label={t`Next date, if one was set`} hint={t`In the court's own zone: ${zone}`} />
      <OfNextDate />
      <LongField name="note" label={t`In a sentence`} />
      <More />
    </VerbDialog>
  );
}

/** Of bond that was granted, what was ordered: the bond track follows. */
export function BondOrdered({ hint }: { hint?: string }) {
  const { t } = useLingui();
  const { watch } = useFormContext<{ outcome: HearingOutcome }>();
  if (watch("outcome") !== "BOND_GRANTED") return null;
  return <NumberField name="bondAmount" label={t`Amount in dollars`} hint={hint ?? t`As it was ordered, $1,500 at least.`} />;
}

/** How the decision was given, and who reserved an appeal: days are counted from it. */
export function OfDecision() {
  const { t } = useLingui();
  const { watch } = useFormContext<{ outcome: HearingOutcome }>();
  const given = useChoices(givenHowWords);
  const stances = useChoices(appealStanceWords);
  const outcome = watch("outcome");
  if (!outcome || UNDECIDED.includes(outcome)) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <ChoiceField name="givenHow" label={t`The decision was given`} required options={given} />
      <ChoiceField name="appealByClient" label={t`The client's appeal`} required options={stances} />
      <ChoiceField name="appealByGovernment" label={t`The government's appeal`} required options={stances} />
    </SimpleGrid>
  );
}

export function OfNextDate() {
  const { t } = useLingui();
  const { watch } = useFormContext<{ nextStartsAt: string }>();
  const kinds = useChoices(occasionKindWords, HEARING_KINDS);
  return watch("nextStartsAt") ? <ChoiceField name="nextKind" label={t`Kind of the next hearing, if it is another`} options={kinds} /> : null;
}

function More() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const codes = useCodes(adjournments);
  if (!open) return <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}><Trans>Add tasks, or the court's code</Trans></Button>;
  return (
    <>
      <TextField name="tasks.first" label={t`What is to be done`} autoFocus />
      <TextField name="tasks.second" label={t`And then`} />
      <TextField name="tasks.third" label={t`And then, too`} />
      <ChoiceField name="adjournmentCode" label={t`The court's code`} options={codes} />
    </>
  );
}
