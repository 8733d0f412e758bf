import { Group, Radio, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { CheckField, ChoiceField, LanguageField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { ConsentAnswer, GivenBy, Heard } from "~/graph/generated/graphql";
import { consentAnswerWords, givenByWords, heardWords } from "~/language/words";

const Interview = graphql(`
  mutation RecordConsentInterview($input: RecordConsentInterviewInput!) {
    recordConsentInterview(input: $input) { __typename ... on RecordConsentInterviewPayload { consents { id state } case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { officials: ConsentAnswer; courtroom: ConsentAnswer; press: ConsentAnswer; photo: ConsentAnswer; fullName: ConsentAnswer; givenBy: GivenBy; heard: Heard; assented: boolean; guardianAdverse: boolean; language: string; interpreter: string; witness: string; relayedBy: string; script: string; circumstances: string; expiresOn: string };

/** One of the five questions, answered with the arrow keys or a tap. */
function Question({ name, label, hint }: { name: string; label: string; hint: string }) {
  const { formState } = useFormContext();
  const answers = useChoices(consentAnswerWords);
  const found = formState.errors[name];
  const message = typeof found?.message === "string" ? found.message : undefined;
  return (
    <Controller
      name={name}
      render={({ field }) => (
        <Radio.Group value={field.value} onChange={field.onChange} label={label} description={hint} error={message ? <span role="alert">{message}</span> : undefined} wrapperProps={{ "data-field": name }}>
          <Group mt={6} gap="md">
            {answers.map((one, index) => <Radio key={one.value} value={one.value} label={one.label} {...(index === 0 ? { ref: field.ref } : {})} />)}
          </Group>
        </Radio.Group>
      )}
    />
  );
}

/** What is only asked of a guardian's, or of a relayed, yes. */
function WhoseYes() {
  const { t } = useLingui();
  const givenBy = useWatch({ name: "givenBy" }) as GivenBy;
  if (givenBy === "RELAYED") return <TextField name="relayedBy" label={t`Who brought the client's word`} required />;
  if (givenBy !== "GUARDIAN") return null;
  return (
    <>
      <CheckField name="assented" label={t`The client agrees, too`} />
      <CheckField name="guardianAdverse" label={t`The guardian gains from what harms the client`} hint={t`Then their yes is written down and permits nothing.`} />
    </>
  );
}

/** Consent asked as five plain questions, in order. What is permitted follows from the answers. */
export function InterviewDialog({ caseId, language, onClose }: { caseId: string; language: string; onClose: () => void }) {
  const { t } = useLingui();
  const givers = useChoices(givenByWords);
  const heard = useChoices(heardWords);
  const in90Days = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
  return (
    <VerbDialog
      verb={Interview}
      title={t`Ask the client what may be shared`}
      submit={t`Record the answers`}
      wide
      defaults={{ officials: "NOT_ASKED", courtroom: "NOT_ASKED", press: "NOT_ASKED", photo: "NOT_ASKED", fullName: "NOT_ASKED", givenBy: "CLIENT", heard: "PRIVATELY", assented: false, guardianAdverse: false, language, interpreter: "", witness: "", relayedBy: "", script: "", circumstances: "", expiresOn: in90Days } satisfies Values}
      input={(typed: Values) => ({
        caseId,
        officials: typed.officials, courtroom: typed.courtroom, press: typed.press, photo: typed.photo, fullName: typed.fullName,
        givenBy: typed.givenBy, heard: typed.heard, assented: typed.givenBy === "GUARDIAN" && typed.assented, guardianAdverse: typed.givenBy === "GUARDIAN" && typed.guardianAdverse,
        language: typed.language, interpreter: said(typed.interpreter), witness: said(typed.witness), relayedBy: typed.givenBy === "RELAYED" ? said(typed.relayedBy) : undefined,
        script: said(typed.script), circumstances: said(typed.circumstances), expiresOn: said(typed.expiresOn),
      })}
      told={(done) => (done.consents.some((one) => one.state === "PROPOSED") ? t`Recorded. Counsel, or somebody for them, must ask the client again privately.` : t`The answers are recorded.`)}
      onClose={onClose}
    >
      <p className="quiet" style={{ margin: 0 }}><Trans>Ask in this order, in the client's language. A no, or no answer, changes nothing about their lawyer. They can change their mind at any time, by telling anyone.</Trans></p>
      <Question name="officials" label={t`1. May we tell elected officials, so that they come or ask?`} hint={t`They learn the slot and the court, and the first name only behind their link.`} />
      <Question name="courtroom" label={t`2. May we ask people to fill the courtroom?`} hint={t`Supporters learn where and when; advocates the first name and initial.`} />
      <Question name="press" label={t`3. May we speak to the press?`} hint={t`Whatever the press writes cannot be called back.`} />
      <Question name="photo" label={t`4. May the press show a photo?`} hint={t`Only with a yes to the press.`} />
      <Question name="fullName" label={t`5. May the press say the full name?`} hint={t`Without it: first name and initial.`} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ChoiceField name="givenBy" label={t`Who answered`} required options={givers} />
        <ChoiceField name="heard" label={t`Who could listen`} required options={heard} />
        <LanguageField name="language" label={t`In which language`} required />
        <TextField name="interpreter" label={t`Interpreter`} />
        <TextField name="witness" label={t`Witness`} />
        <TextField name="script" label={t`Script that was read`} />
        <TextField name="expiresOn" type="date" label={t`Until`} hint={t`At most ${inAYear}`} />
      </SimpleGrid>
      <WhoseYes />
      <LongField name="circumstances" label={t`How it was asked`} />
    </VerbDialog>
  );
}
