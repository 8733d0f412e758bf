import { SimpleGrid } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { CourtField } from "~/forms/choosers";
import { ChoiceField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { AppealStance, CustodyCode, DecisionKind, GivenHow, ProceedingKind, ProceedingRowFragment, ProceedingState } from "~/graph/generated/graphql";
import { appealStanceWords, custodyCodeWords, decisionWords, givenHowWords, proceedingStateWords } from "~/language/words";

const Amend = graphql(`
  mutation AmendProceeding($input: AmendProceedingInput!) {
    amendProceeding(input: $input) { __typename ... on AmendProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Decide = graphql(`
  mutation RecordDecision($input: RecordDecisionInput!) {
    recordDecision(input: $input) { __typename ... on RecordDecisionPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Close = graphql(`
  mutation CloseProceeding($input: CloseProceedingInput!) {
    closeProceeding(input: $input) { __typename ... on CloseProceedingPayload { case { id ...ProceedingsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Props = { proceeding: ProceedingRowFragment; onClose: () => void };

/** What the papers say now. An empty field leaves what is on file. */
export function AmendDialog({ proceeding, onClose }: Props) {
  const { t } = useLingui();
  const codes = useChoices(custodyCodeWords);
  type Values = { noticeOn: string; filedOn: string; custody: CustodyCode | ""; courtId: string; judge: string; charges: string };
  return (
    <VerbDialog
      verb={Amend}
      title={t`What the papers say`}
      submit={t`Save`}
      defaults={{ noticeOn: proceeding.noticeOn ?? "", filedOn: "", custody: proceeding.custody ?? "", courtId: "", judge: proceeding.judge ?? "", charges: proceeding.charges ?? "" } satisfies Values}
      input={(typed: Values) => ({ proceedingId: proceeding.id, expectedRevision: proceeding.revision, noticeOn: said(typed.noticeOn), filedAt: typed.filedOn ? new Date(typed.filedOn).toISOString() : undefined, custody: typed.custody || undefined, courtId: said(typed.courtId), judge: said(typed.judge), charges: said(typed.charges) })}
      told={t`The proceeding is brought up to date.`}
      onClose={onClose}
    >
      <TextField name="noticeOn" type="date" label={t`Day printed on the notice to appear`} />
      <TextField name="filedOn" type="datetime-local" label={t`Filed with the court`} hint={t`Your own clock. Once filed, it is before the court.`} />
      <ChoiceField name="custody" label={t`Custody, in the court's record`} options={codes} />
      <CourtField name="courtId" label={t`New court, if venue was changed`} />
      <TextField name="judge" label={t`Judge`} />
      <LongField name="charges" label={t`Charges, as on the notice to appear`} />
    </VerbDialog>
  );
}

const RELIEF: readonly DecisionKind[] = ["RELIEF_GRANTED", "RELIEF_DENIED", "TERMINATED"];
const ABOVE: readonly DecisionKind[] = ["GRANTED", "DENIED", "DISMISSED", "OTHER"];
/** What each kind of proceeding decides: the server refuses the rest. */
const DECIDES: Record<ProceedingKind, readonly DecisionKind[]> = {
  BOND: ["BOND_GRANTED", "CONDITIONAL_PAROLE", "BOND_DENIED", "NO_JURISDICTION", "OTHER"],
  REMOVAL: [...RELIEF, "REMOVAL_ORDERED", "REMOVAL_ORDERED_IN_ABSENTIA", "VOLUNTARY_DEPARTURE", "ADMIN_CLOSED", "NO_JURISDICTION", "OTHER"],
  WITHHOLDING_ONLY: [...RELIEF, "ADMIN_CLOSED", "OTHER"],
  CREDIBLE_FEAR_REVIEW: ["FEAR_FOUND", "FEAR_NOT_FOUND", "OTHER"],
  REASONABLE_FEAR_REVIEW: ["FEAR_FOUND", "FEAR_NOT_FOUND", "OTHER"],
  HABEAS: ABOVE,
  APPEAL: [...ABOVE, "REMANDED"],
  PETITION_FOR_REVIEW: [...ABOVE, "REMANDED"],
  OTHER: ["OTHER"],
};

/** A decision with its day and the way it was given: days are counted from these. */
export function DecisionDialog({ proceeding, onClose }: Props) {
  const { t } = useLingui();
  const kinds = useChoices(decisionWords, DECIDES[proceeding.kind]);
  const given = useChoices(givenHowWords);
  const stances = useChoices(appealStanceWords);
  type Values = { kind: DecisionKind; decidedOn: string; givenHow: GivenHow; givenOn: string; appealByClient: AppealStance; appealByGovernment: AppealStance };
  return (
    <VerbDialog
      verb={Decide}
      title={t`Record a decision`}
      submit={t`Record it`}
      defaults={{ decidedOn: "", givenHow: "ORAL", givenOn: "", appealByClient: "NOT_SAID", appealByGovernment: "NOT_SAID" }}
      input={(typed: Values) => ({ proceedingId: proceeding.id, expectedRevision: proceeding.revision, kind: typed.kind, decidedOn: typed.decidedOn, givenHow: typed.givenHow, givenOn: typed.givenHow === "ORAL" ? undefined : said(typed.givenOn), appealByClient: typed.appealByClient, appealByGovernment: typed.appealByGovernment })}
      told={t`The decision is recorded.`}
      onClose={onClose}
    >
      <ChoiceField name="kind" label={t`Decision`} required options={kinds} />
      <TextField name="decidedOn" type="date" required label={t`Day of the decision`} />
      <ChoiceField name="givenHow" label={t`The decision was given`} required options={given} />
      <Sent />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ChoiceField name="appealByClient" label={t`The client's appeal`} required options={stances} />
        <ChoiceField name="appealByGovernment" label={t`The government's appeal`} required options={stances} />
      </SimpleGrid>
    </VerbDialog>
  );
}

function Sent() {
  const { t } = useLingui();
  const { watch } = useFormContext<{ givenHow: GivenHow }>();
  return watch("givenHow") === "ORAL" ? null : <TextField name="givenOn" type="date" label={t`Day it was mailed or sent`} hint={t`Left out: the day of the decision.`} />;
}

const ENDS: readonly ProceedingState[] = ["ADMIN_CLOSED", "TERMINATED", "CLOSED"];

export function CloseProceedingDialog({ proceeding, onClose }: Props) {
  const { t } = useLingui();
  const ends = useChoices(proceedingStateWords, ENDS);
  return (
    <VerbDialog verb={Close} title={t`Close the proceeding`} submit={t`Close it`} danger defaults={{}} input={(typed: { how: ProceedingState }) => ({ proceedingId: proceeding.id, expectedRevision: proceeding.revision, how: typed.how })} told={t`The proceeding is closed.`} onClose={onClose}>
      <ChoiceField name="how" label={t`How does it end?`} required options={ends} />
    </VerbDialog>
  );
}
