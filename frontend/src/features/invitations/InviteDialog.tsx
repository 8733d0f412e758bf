import { useDebouncedValue } from "@mantine/hooks";
import { Plural, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { PeopleField } from "~/forms/choosers";
import { ChoicesField } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { Tellings } from "~/forms/Tellings";
import { graphql } from "~/graph/generated";

const Invite = graphql(`
  mutation Invite($input: InviteInput!) {
    invite(input: $input) { __typename ... on InvitePayload { invitations { id } occasion { id invitations { id ...InvitationRow } } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }
  }
`);

const Preview = graphql(`
  query PreviewInvite($occasionId: ID!, $personIds: [ID!]!, $listIds: [ID!]) {
    previewInvite(occasionId: $occasionId, personIds: $personIds, listIds: $listIds) { __typename ... on InvitePreview { unreached askedAlready tellings { ...TellingLine } } ... on UserError { message } }
  }
`);

const Lists = graphql(`
  query InviteLists { viewer { organization { id peopleLists { id name people { id } } } } }
`);

type Whom = { personIds: string[]; listIds: string[] };

/** Lists of the address book: everybody on them is asked. */
function ListsField() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Lists });
  const lists = data?.viewer?.organization?.peopleLists ?? [];
  if (lists.length === 0) return null;
  return <ChoicesField name="listIds" label={t`Lists`} options={lists.map((one) => ({ value: one.id, label: `${one.name} (${one.people.length})` }))} />;
}

export function InviteDialog({ occasionId, onClose }: { occasionId: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Invite} title={t`Invite`} submit={t`Send the invitations`} defaults={{ personIds: [] as string[], listIds: [] as string[] }} input={(typed: Whom) => ({ occasionId, personIds: typed.personIds, listIds: typed.listIds })} told={t`The invitations are on their way.`} onClose={onClose}>
      <PeopleField name="personIds" label={t`Whom`} hint={t`Each is told only what the visit needs, in their own language.`} kinds={["OFFICIAL", "SUPPORTER", "FAMILY_CONTACT", "INTERPRETER", "WITNESS", "SPONSOR", "PRESS"]} />
      <ListsField />
      <WhatIsSent occasionId={occasionId} />
    </VerbDialog>
  );
}

/** What goes out, to whom and when, before anything is saved. */
function WhatIsSent({ occasionId }: { occasionId: string }) {
  const { watch } = useFormContext<Whom>();
  const [personIds] = useDebouncedValue(watch("personIds"), 250);
  const [listIds] = useDebouncedValue(watch("listIds"), 250);
  const nobody = personIds.length === 0 && listIds.length === 0;
  const [{ data, fetching }] = useQuery({ query: Preview, variables: { occasionId, personIds, listIds }, pause: nobody, requestPolicy: "network-only" });
  const preview = data?.previewInvite;
  if (nobody || !preview) return null;
  // Whoever may not be asked is said before anything is sent.
  if (preview.__typename !== "InvitePreview") return <p className="quiet" role="status">{"message" in preview ? preview.message : null}</p>;
  return (
    <section aria-live="polite" aria-busy={fetching}>
      <Tellings lines={preview.tellings} />
      {preview.unreached > 0 ? <p className="quiet"><Plural value={preview.unreached} one="# person can't be written to: they said stop, or have no address. A task will say to call them." other="# people can't be written to: they said stop, or have no address. Tasks will say to call them." /></p> : null}
      {preview.askedAlready > 0 ? <p className="quiet"><Plural value={preview.askedAlready} one="# person was asked already, or said no, and gets nothing." other="# people were asked already, or said no, and get nothing." /></p> : null}
    </section>
  );
}
