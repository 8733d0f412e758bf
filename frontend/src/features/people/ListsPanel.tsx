import { Button, Group } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Empty, Panel } from "~/design/pieces";
import { PeopleField } from "~/forms/choosers";
import { TextField } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";

const Lists = graphql(`
  query PeopleLists { viewer { organization { id peopleLists { id revision name people { id name } } } } }
`);
const Save = graphql(`
  mutation SavePeopleList($input: SavePeopleListInput!) {
    savePeopleList(input: $input) { __typename ... on SavePeopleListPayload { peopleList { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Remove = graphql(`
  mutation RemovePeopleList($input: RemovePeopleListInput!) {
    removePeopleList(input: $input) { __typename ... on RemovePeopleListPayload { organization { id } } ... on UserError { message } }
  }
`);

type List = { id: string; revision: number; name: string; people: readonly { id: string; name: string }[] };

/** People who are asked together, under a name everybody here knows them by. */
export function ListsPanel() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Lists });
  const [open, setOpen] = useState<List | "new">();
  const organization = data?.viewer?.organization;
  if (!organization) return null;
  return (
    <Panel title={t`Lists`} flush action={<Button size="compact-sm" variant="default" onClick={() => setOpen("new")}><Trans>New list</Trans></Button>}>
      {organization.peopleLists.length === 0 ? <Empty title={t`No list yet`}><Trans>A list such as “Court watchers New Haven” is invited in one step.</Trans></Empty> : null}
      <ul className="rows">
        {organization.peopleLists.map((one) => (
          <li key={one.id}>
            <Group justify="space-between">
              <div><strong>{one.name}</strong> <span className="quiet"><Plural value={one.people.length} one="# person" other="# people" /></span></div>
              <Group gap={6}>
                <Button size="compact-sm" variant="default" aria-label={t`Edit ${one.name}`} onClick={() => setOpen(one)}><Trans>Edit</Trans></Button>
                <VerbButton verb={Remove} color="red" variant="subtle" label={t`Take away`} aria-label={t`Take away ${one.name}`} ask={t`The list goes; the people stay.`} input={{ listId: one.id, expectedRevision: one.revision }} told={t`The list is gone.`} />
              </Group>
            </Group>
          </li>
        ))}
      </ul>
      {open ? <ListDialog organizationId={organization.id} {...(open === "new" ? {} : { list: open })} onClose={() => setOpen(undefined)} /> : null}
    </Panel>
  );
}

function ListDialog({ organizationId, list, onClose }: { organizationId: string; list?: List; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <VerbDialog
      verb={Save}
      title={list ? t`Edit the list` : t`New list`}
      submit={t`Save`}
      defaults={{ name: list?.name ?? "", personIds: list?.people.map((one) => one.id) ?? [] }}
      input={(typed: { name: string; personIds: string[] }) => ({ organizationId, name: typed.name, personIds: typed.personIds, ...(list ? { listId: list.id, expectedRevision: list.revision } : {}) })}
      told={t`Saved.`}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name of the list`} required />
      <PeopleField name="personIds" label={t`Who is on it`} kinds={["OFFICIAL", "SUPPORTER", "INTERPRETER", "PRESS"]} />
    </VerbDialog>
  );
}
