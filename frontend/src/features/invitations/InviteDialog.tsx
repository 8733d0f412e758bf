import { useLingui } from "@lingui/react/macro";
import { PeopleField } from "~/forms/choosers";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Invite = graphql(`
  mutation Invite($input: InviteInput!) {
    invite(input: $input) { __typename ... on InvitePayload { invitations { id } occasion { id invitations { id ...InvitationRow } } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }
  }
`);

export function InviteDialog({ occasionId, onClose }: { occasionId: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog verb={Invite} title={t`Invite`} submit={t`Send the invitations`} defaults={{ personIds: [] as string[] }} input={(typed: { personIds: string[] }) => ({ occasionId, personIds: typed.personIds })} told={t`The invitations are on their way.`} onClose={onClose}>
      <PeopleField name="personIds" label={t`Whom`} hint={t`Each is told only what the visit needs, in their own language.`} kinds={["OFFICIAL", "SUPPORTER", "FAMILY_CONTACT", "INTERPRETER", "PRESS"]} required />
    </VerbDialog>
  );
}
