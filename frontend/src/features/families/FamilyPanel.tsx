import { Button, Group } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Empty, Panel, Tag, Unknown } from "~/design/pieces";
import { ChoiceField, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { FamilyRole } from "~/graph/generated/graphql";
import { Word } from "~/language/Word";
import { familyRoleWords } from "~/language/words";

export const FamilyPart = graphql(`
  fragment FamilyOfCase on Case {
    id may
    family { id role case { id shortId client { id publicName } } }
  }
`);
const Join = graphql(`
  mutation JoinFamily($input: JoinFamilyInput!) {
    joinFamily(input: $input) { __typename ... on JoinFamilyPayload { case { id ...FamilyOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Leave = graphql(`
  mutation LeaveFamily($input: LeaveFamilyInput!) {
    leaveFamily(input: $input) { __typename ... on LeaveFamilyPayload { case { id ...FamilyOfCase } } ... on UserError { message } }
  }
`);
const Others = graphql(`
  query CasesOfFamily($filter: CaseFilter) {
    cases(filter: $filter, first: 20) { edges { node { id shortId client { id publicName } } } }
  }
`);

type Named = { shortId: string; client: { publicName: string } };

function called(one: Named): string {
  return one.client.publicName === one.shortId ? one.shortId : `${one.shortId} · ${one.client.publicName}`;
}

/** Whose claim carries whose: the cases of one family, each a step away. For the legal team. */
export function FamilyPanel({ of }: { of: FragmentType<typeof FamilyPart> }) {
  const { t } = useLingui();
  const one = readFragment(FamilyPart, of);
  const [joining, setJoining] = useState(false);
  const mine = one.family.find((member) => member.case?.id === one.id);
  return (
    <Panel title={t`Family`} flush action={one.may.includes("joinFamily") ? <Button size="compact-sm" variant="default" onClick={() => setJoining(true)}>{mine ? <Trans>Add or change</Trans> : <Trans>Put with a family</Trans>}</Button> : null}>
      {one.family.length === 0 ? <Empty title={t`No family on record`}><Trans>When relatives were arrested too, put their cases together: one leads, and its claim carries those of the riders.</Trans></Empty> : (
        <ul className="rows">
          {one.family.map((member) => (
            <li key={member.id} className="spread">
              {member.case ? (member.case.id === one.id ? <span><strong>{member.case.client.publicName}</strong> <span className="quiet"><Trans>this case</Trans></span></span> : <Link to="/cases/$shortId" params={{ shortId: member.case.shortId }} className="plain">{called(member.case)}</Link>) : <Unknown><Trans>A case that is not for you to see</Trans></Unknown>}
              <Group gap={6}>
                <Tag tone={member.role === "LEAD" ? "teal" : "gray"}><Word of={member.role} in={familyRoleWords} /></Tag>
                {member.id === mine?.id && one.may.includes("leaveFamily") ? <VerbButton verb={Leave} label={t`Take out`} aria-label={t`Take this case out of the family`} ask={t`The others stay together; where one is left alone, there is no family any more. Nothing else of the cases changes.`} input={{ caseId: one.id }} told={t`The case belongs to no family.`} /> : null}
              </Group>
            </li>
          ))}
        </ul>
      )}
      {joining ? <JoinFamily caseId={one.id} role={mine?.role ?? "RIDER"} onClose={() => setJoining(false)} /> : null}
    </Panel>
  );
}

type Values = { withCaseId: string; role: FamilyRole };

function JoinFamily({ caseId, role, onClose }: { caseId: string; role: FamilyRole; onClose: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const words = search.split(" · ")[0]?.trim() ?? "";
  const [{ data }] = useQuery({ query: Others, variables: { filter: words.length < 2 ? null : { search: words } } });
  const roles = useChoices(familyRoleWords);
  const options = (data?.cases.edges ?? []).filter(({ node }) => node.id !== caseId).map(({ node }) => ({ value: node.id, label: called(node) }));
  return (
    <VerbDialog verb={Join} title={t`Put with a family`} submit={t`Put them together`} defaults={{ withCaseId: "", role } satisfies Values} input={(typed: Values) => ({ caseId, withCaseId: typed.withCaseId, role: typed.role })} told={t`The cases are one family.`} onClose={onClose}>
      <p className="quiet" style={{ margin: 0 }}><Trans>A family has one lead. Who led before becomes a rider.</Trans></p>
      <ChoiceField name="withCaseId" label={t`A case of the family`} hint={t`Type a number or a name`} required searchable onSearch={setText} options={options} />
      <ChoiceField name="role" label={t`This case is`} required options={roles} />
    </VerbDialog>
  );
}
