import { Trans, useLingui } from "@lingui/react/macro";
import { ChoiceField, LanguageField, LongField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { CopyGiven, DetainerForm, DetainerGround, DetainerInput, DetainerRecord, WarrantPaper } from "~/graph/generated/graphql";
import { wallIn } from "~/language/times";
import { copyWords, detainerFormWords, detainerRecordWords, groundWords, warrantWords } from "~/language/words";
import type { OneDetainer } from "./DetainersPanel";

const Record = graphql(`
  mutation RecordDetainer($input: RecordDetainerInput!) {
    recordDetainer(input: $input) { __typename ... on RecordDetainerPayload { detainer { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Correct = graphql(`
  mutation CorrectDetainer($input: CorrectDetainerInput!) {
    correctDetainer(input: $input) { __typename ... on CorrectDetainerPayload { detainer { id revision } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Typed = { agency: string; receivedAt: string; timeZone: string; form: DetainerForm; formEdition: string; heldOnItFrom: string; copy: CopyGiven; copyGivenAt: string; copyLanguage: string; recorded: DetainerRecord; ground: DetainerGround | ""; warrant: WarrantPaper | ""; shown: string; reportLine: string; followUp: string };

function asInput(typed: Typed, occurrence: number | undefined): DetainerInput {
  return {
    agency: typed.agency, receivedAt: typed.receivedAt, timeZone: typed.timeZone, form: typed.form, formEdition: said(typed.formEdition), heldOnItFrom: said(typed.heldOnItFrom),
    copy: typed.copy, copyGivenAt: said(typed.copyGivenAt), copyLanguage: said(typed.copyLanguage), recorded: typed.recorded, ground: typed.ground || undefined, warrant: typed.warrant || undefined,
    shown: said(typed.shown), reportLine: said(typed.reportLine), followUp: said(typed.followUp), occurrence,
  };
}

/** Record a detainer as the agency wrote it down, or correct what was recorded. */
export function DetainerDialog({ caseId, detainer, onClose }: { caseId: string; detainer?: OneDetainer; onClose: () => void }) {
  const { t } = useLingui();
  const forms = useChoices(detainerFormWords);
  const copies = useChoices(copyWords);
  const records = useChoices(detainerRecordWords);
  const grounds = useChoices(groundWords);
  const papers = useChoices(warrantWords);
  const wall = (at: string | null | undefined): string => (at && detainer ? wallIn(at, detainer.timeZone) : "");
  const defaults: Typed = {
    agency: detainer?.agency ?? "", receivedAt: wall(detainer?.receivedAt), timeZone: detainer?.timeZone ?? "America/New_York", form: detainer?.form ?? "I_247A", formEdition: detainer?.formEdition ?? "",
    heldOnItFrom: wall(detainer?.heldOnItFrom), copy: detainer?.copy ?? "UNKNOWN", copyGivenAt: wall(detainer?.copyGivenAt), copyLanguage: detainer?.copyLanguage ?? "", recorded: detainer?.recorded ?? "RECEIVED",
    ground: detainer?.ground ?? "", warrant: detainer?.warrant ?? "", shown: detainer?.shown ?? "", reportLine: detainer?.reportLine ?? "", followUp: detainer?.followUp ?? "",
  };
  const fields = (
    <>
      <p className="quiet" style={{ margin: 0 }}><Trans>Record what the agency wrote down. Whether it may hold anybody is not decided here.</Trans></p>
      <TextField name="agency" label={t`Agency that received it`} required />
      <TextField name="receivedAt" type="datetime-local" label={t`Received`} hint={t`The day decides which version of the Trust Act is applied`} required />
      <ZoneField name="timeZone" label={t`Time zone`} />
      <ChoiceField name="form" label={t`Form`} required options={forms} />
      <TextField name="formEdition" label={t`Edition printed on it`} />
      <TextField name="heldOnItFrom" type="datetime-local" label={t`Held on it alone from`} hint={t`When they would otherwise have been let go: the 48 hours run from then`} />
      <ChoiceField name="copy" label={t`Copy to the person`} required options={copies} />
      <TextField name="copyGivenAt" type="datetime-local" label={t`Copy given`} />
      <LanguageField name="copyLanguage" label={t`Copy in which language`} />
      <ChoiceField name="recorded" label={t`What the agency recorded`} required options={records} />
      <ChoiceField name="ground" label={t`Ground`} options={grounds} />
      <ChoiceField name="warrant" label={t`Paper that came as a warrant`} options={papers} />
      <LongField name="shown" label={t`What was shown`} hint={t`Who signed, which match, which statute and class, conviction or plea`} />
      <TextField name="reportLine" label={t`Who reports the agency's access`} />
      <LongField name="followUp" label={t`Follow-up`} />
    </>
  );
  return detainer ? (
    <VerbDialog verb={Correct} title={t`Correct the detainer`} submit={t`Save`} wide defaults={defaults} input={(typed: Typed, occurrence) => ({ detainerId: detainer.id, expectedRevision: detainer.revision, detainer: asInput(typed, occurrence) })} told={t`Corrected. Counsel reviews it anew.`} onClose={onClose}>{fields}</VerbDialog>
  ) : (
    <VerbDialog verb={Record} title={t`Record a detainer`} submit={t`Record it`} wide defaults={defaults} input={(typed: Typed, occurrence) => ({ caseId, detainer: asInput(typed, occurrence) })} told={t`The detainer is recorded.`} onClose={onClose}>{fields}</VerbDialog>
  );
}
