import { SimpleGrid } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { CheckField, ChoiceField, LanguageField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { EditableCaseFragment, Priority, Stage } from "~/graph/generated/graphql";
import { seesAll } from "~/graph/viewer";
import { priorityWords, stageWords } from "~/language/words";
import { useColleagues } from "./colleagues";
import { namesIn } from "./identity";

const Update = graphql(`
  mutation UpdateCase($input: UpdateCaseInput!) {
    updateCase(input: $input) { __typename ... on UpdateCasePayload { case { id ...CaseHeader ...EditableCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { publicName: string; legalName: string; aNumbers: string; aliases: string; birthDate: string; countryOfBirth: string; nationality: string; gender: string; language: string; minor: boolean; stage: Stage; priority: Priority; coordinatorId: string; tags: string; noPublicity: boolean };

/** What one knows of a case and its client, as it stands. What is not for these eyes is not in it. */
export function EditDialog({ one, onClose }: { one: EditableCaseFragment; onClose: () => void }) {
  const { t } = useLingui();
  const stages = useChoices(stageWords, ["INTAKE", "SEEKING_COUNSEL", "REPRESENTED", "AFTER_RELEASE"]);
  const priorities = useChoices(priorityWords);
  const { client } = one;
  const stands: Values = {
    publicName: client.hasPublicName ? client.publicName : "",
    legalName: client.legalName ?? "",
    aNumbers: client.aNumbers.join(", "),
    aliases: client.aliases.join("\n"),
    birthDate: client.birthDate ?? "",
    countryOfBirth: client.countryOfBirth ?? "",
    nationality: client.nationality ?? "",
    gender: client.gender ?? "",
    language: client.language ?? "",
    minor: client.minor,
    stage: one.stage,
    priority: one.priority,
    coordinatorId: one.coordinator?.id ?? "",
    tags: one.tags.join(", "),
    noPublicity: one.noPublicity,
  };
  return (
    <VerbDialog
      verb={Update}
      title={t`Edit the case`}
      submit={t`Save`}
      wide
      defaults={stands}
      // Only what was changed is sent, so that a field not for these eyes is never overwritten with nothing.
      input={(typed: Values) => {
        const sent = {
          publicName: said(typed.publicName) ?? null,
          legalName: said(typed.legalName) ?? null,
          aNumbers: listed(typed.aNumbers),
          aliases: namesIn(typed.aliases),
          birthDate: said(typed.birthDate) ?? null,
          countryOfBirth: said(typed.countryOfBirth) ?? null,
          nationality: said(typed.nationality) ?? null,
          gender: said(typed.gender) ?? null,
          language: said(typed.language) ?? null,
          minor: typed.minor,
          stage: typed.stage,
          priority: typed.priority,
          coordinatorId: said(typed.coordinatorId) ?? null,
          tags: listed(typed.tags),
          noPublicity: typed.noPublicity,
        };
        const changed = Object.entries(sent).filter(([name]) => typed[name as keyof Values] !== stands[name as keyof Values]);
        return { caseId: one.id, expectedRevision: one.revision, ...(Object.fromEntries(changed) as Partial<typeof sent>) };
      }}
      told={t`Saved.`}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {client.identityShown ? <TextField name="legalName" label={t`Name, as given`} /> : null}
        {client.identityShown ? <TextField name="aNumbers" label={t`A-number`} /> : null}
        <TextField name="publicName" label={t`Public name`} hint={t`First name and initial, never the surname`} />
        <LanguageField name="language" label={t`Language`} />
        {client.identityShown ? (
          <>
            <TextField name="birthDate" label={t`Born`} hint={t`2007-05-31, or the year alone`} />
            <TextField name="gender" label={t`Gender`} hint={t`As they say it themselves`} />
            <TextField name="countryOfBirth" label={t`Country of birth`} />
            <TextField name="nationality" label={t`Nationality`} />
          </>
        ) : null}
        {one.stage === "CLOSED" ? null : <ChoiceField name="stage" label={t`Stage`} required options={stages} />}
        <ChoiceField name="priority" label={t`Priority`} required options={priorities} />
        {seesAll(one.audience) ? <CoordinatorField now={one.coordinator} /> : null}
        {seesAll(one.audience) ? <TextField name="tags" label={t`Tags`} hint={t`With a comma between them`} /> : null}
      </SimpleGrid>
      {client.identityShown ? <LongField name="aliases" label={t`Other names`} hint={t`Each on a line of its own`} /> : null}
      <CheckField name="minor" label={t`Under 18`} />
      <CheckField name="noPublicity" label={t`No publicity`} hint={t`Nothing about this case becomes public, whatever else is clicked.`} />
    </VerbDialog>
  );
}

/** Who looks after it now stays choosable, also where they are of the organization no longer. */
function CoordinatorField({ now }: { now: { id: string; name: string } | null | undefined }) {
  const { t } = useLingui();
  const colleagues = useColleagues();
  const others = now && !colleagues.some((one) => one.id === now.id) ? [now] : [];
  return <ChoiceField name="coordinatorId" label={t`Looked after by`} searchable options={[...others, ...colleagues].map((one) => ({ value: one.id, label: one.name }))} />;
}

function listed(text: string): string[] {
  return text.split(",").map((part) => part.trim()).filter(Boolean);
}
