import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Tag } from "~/design/pieces";
import { CheckField, ChoicesField, TextField, WrittenLanguageField, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { Role } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { roleWords } from "~/language/words";

export const MembersPart = graphql(`
  fragment Members on Organization {
    id
    members { role supervised person { id name } }
  }
`);

const TakeOn = graphql(`
  mutation TakeOnMember($input: TakeOnMemberInput!) {
    takeOnMember(input: $input) { __typename ... on TakeOnMemberPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }
  }
`);
const SendLink = graphql(`
  mutation SendSignInLink($input: SendSignInLinkInput!) {
    sendSignInLink(input: $input) { __typename ... on SendSignInLinkPayload { organization { id } } ... on UserError { message } ... on Invalid { field } }
  }
`);
const ChangeRoles = graphql(`
  mutation ChangeRoles($input: ChangeRolesInput!) {
    changeRoles(input: $input) { __typename ... on ChangeRolesPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }
  }
`);
const LetGo = graphql(`
  mutation LetMemberGo($input: LetMemberGoInput!) {
    letMemberGo(input: $input) { __typename ... on LetMemberGoPayload { organization { ...Members } } ... on UserError { message } ... on Invalid { field } }
  }
`);

type Member = { id: string; name: string; roles: Role[]; supervised: boolean };

/** One line a person, with all their roles. */
function byPerson(rows: readonly { role: Role; supervised: boolean; person?: { id: string; name: string } | null | undefined }[]): Member[] {
  const found = new Map<string, Member>();
  for (const { role, supervised, person } of rows) {
    if (!person) continue;
    const one = found.get(person.id) ?? { id: person.id, name: person.name, roles: [], supervised: false };
    found.set(person.id, { ...one, roles: [...one.roles, role], supervised: one.supervised || supervised });
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function RolesFields() {
  const { t } = useLingui();
  return (
    <>
      <ChoicesField name="roles" label={t`Roles`} required options={useChoices(roleWords)} />
      <CheckField name="supervised" label={t`Works under an attorney's supervision`} hint={t`The attorney's privilege covers them: they may read counsel's notes.`} />
    </>
  );
}

/** Who belongs to the organization; for its admin, also how to take people on and let them go. */
export function MembersPanel({ of, mayManage }: { of: FragmentType<typeof MembersPart>; mayManage: boolean }) {
  const { t, i18n } = useLingui();
  const house = readFragment(MembersPart, of);
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Member>();
  const organizationId = house.id;
  return (
    <Panel title={t`Members and roles`} {...(mayManage ? { action: <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}><Trans>Take somebody on</Trans></Button> } : {})} flush>
      <ul className="rows">
        {byPerson(house.members).map((one) => (
          <li key={one.id} className="spread">
            <span>{one.name}<br />{one.roles.map((role) => <Tag key={role}><Word of={role} in={roleWords} /></Tag>)} {one.supervised ? <Tag tone="orange"><Trans>supervised</Trans></Tag> : null}</span>
            {mayManage ? (
              <Group gap={6}>
                <Button variant="default" size="compact-sm" aria-label={t`Change the roles of ${one.name}`} onClick={() => setChanging(one)}><Trans>Roles</Trans></Button>
                <VerbButton verb={SendLink} input={{ organizationId, personId: one.id }} label={t`Send a link`} told={t`A letter with a link to choose a password is on its way to ${one.name}.`} aria-label={t`Send a link to ${one.name}`} />
                <VerbButton verb={LetGo} input={{ organizationId, personId: one.id }} label={t`Let go`} ask={t`${one.name} loses every role and every seat in this organization at once, and is signed out. What they did stays in the trail.`} told={t`${one.name} is no longer a member.`} aria-label={t`Let go: ${one.name}`} />
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? (
        <VerbDialog verb={TakeOn} title={t`Take somebody on`} submit={t`Send the letter`} defaults={{ name: "", email: "", roles: [] as Role[], supervised: false, language: i18n.locale }} input={(values) => ({ organizationId, name: values.name, email: values.email, roles: values.roles, supervised: values.supervised, language: values.language })} told={t`A letter brings them a link with which they choose their password.`} onClose={() => setAdding(false)}>
          <TextField name="name" label={t`Name`} required autoFocus />
          <TextField name="email" type="email" label={t`E-mail`} hint={t`They will sign in with it.`} required />
          <WrittenLanguageField name="language" label={t`Language of the letter`} />
          <RolesFields />
        </VerbDialog>
      ) : null}
      {changing ? (
        <VerbDialog verb={ChangeRoles} title={t`Roles of ${changing.name}`} submit={t`Save`} defaults={{ roles: changing.roles, supervised: changing.supervised }} input={(values) => ({ organizationId, personId: changing.id, roles: values.roles, supervised: values.supervised })} told={t`The new roles hold from now on.`} onClose={() => setChanging(undefined)}>
          <RolesFields />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}
