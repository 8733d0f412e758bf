import { useDebouncedValue } from "@mantine/hooks";
import { useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { PeopleField } from "~/forms/choosers";
import { VerbDialog } from "~/forms/VerbDialog";
import { Tellings } from "~/forms/Tellings";
import { graphql } from "~/graph/generated";

const Invite = graphql(`
  mutation Invite($input: InviteInput!) {
    invite(input: $input) { __typename ... on InvitePayload { invitations { id } occasion { id invitations { id ...InvitationRow } } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }
  }
`);

const Preview = graphql(`
  query PreviewInvite($occasionId: ID!, $personIds: [ID!]!) {
    previewInvite(occasionId: $occasionId, personIds: $personIds) { __typename ... on InvitePreview { tellings { ...TellingLine } } ... on UserError { message } }
  }
`);

export function InviteDialog({ occasionId, onClose }: { occasionId: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Invite} title={t`Invite`} submit={t`Send the invitations`} defaults={{ personIds: [] as string[] }} input={(typed: { personIds: string[] }) => ({ occasionId, personIds: typed.personIds })} told={t`The invitations are on their way.`} onClose={onClose}>
      <PeopleField name="personIds" label={t`Whom`} hint={t`Each is told only what the visit needs, in their own language.`} kinds={["OFFICIAL", "SUPPORTER", "FAMILY_CONTACT", "INTERPRETER", "WITNESS", "SPONSOR", "PRESS"]} required />
      <WhatIsSent occasionId={occasionId} />
    </VerbDialog>
  );
}

/** What goes out, to whom and when, before anything is saved. */
function WhatIsSent({ occasionId }: { occasionId: string }) {
  const { watch } = useFormContext<{ personIds: string[] }>();
  const [personIds] = useDebouncedValue(watch("personIds"), 250);
  const [{ data, fetching }] = useQuery({ query: Preview, variables: { occasionId, personIds }, pause: personIds.length === 0, requestPolicy: "network-only" });
  const preview = data?.previewInvite;
  if (personIds.length === 0 || preview?.__typename !== "InvitePreview") return null;
  return <section aria-live="polite" aria-busy={fetching}><Tellings lines={preview.tellings} /></section>;
}
