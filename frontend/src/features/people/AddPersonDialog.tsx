import { SimpleGrid } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { PersonField } from "~/forms/choosers";
import { ChoiceField, TextField, WrittenLanguageField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { PersonKind } from "~/graph/generated/graphql";
import { personKindWords } from "~/language/words";

const Add = graphql(`
  mutation AddPerson($input: AddPersonInput!) {
    addPerson(input: $input) { __typename ... on AddPersonPayload { person { id name } } ... on Invalid { field } ... on LooksLike { field } ... on UserError { message } }
  }
`);

type Values = { kind: PersonKind; name: string; office: string; language: string; email: string; phone: string; schedulerForId: string };

export function AddPersonDialog({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(personKindWords, ["OFFICIAL", "SCHEDULER", "SUPPORTER", "FAMILY_CONTACT", "INTERPRETER", "WITNESS", "SPONSOR", "PRESS"]);
  return (
    <VerbDialog verb={Add} title={t`Add a person`} submit={t`Add`} defaults={{ kind: "SUPPORTER", name: "", office: "", language: "en", email: "", phone: "", schedulerForId: "" } satisfies Values} input={(typed: Values, _, confirmed) => ({ organizationId, confirmed, kind: typed.kind, name: typed.name, office: said(typed.office), language: typed.language, email: said(typed.email), phone: said(typed.phone), schedulerForId: typed.kind === "SCHEDULER" ? said(typed.schedulerForId) : undefined })} told={t`Added.`} onClose={onClose}>
      <ChoiceField name="kind" label={t`Kind of person`} required options={kinds} />
      <TextField name="name" label={t`Name`} required autoFocus />
      <TextField name="office" label={t`Office or group`} />
      <SchedulerFor />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="email" type="email" label={t`E-mail`} />
        <TextField name="phone" type="tel" label={t`Telephone`} />
      </SimpleGrid>
      <WrittenLanguageField name="language" label={t`Writes and reads`} />
    </VerbDialog>
  );
}

function SchedulerFor() {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  return watch("kind") === "SCHEDULER" ? <PersonField name="schedulerForId" label={t`Schedules for`} kinds={["OFFICIAL"]} /> : null;
}
