import { Button, Group, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Icon } from "~/design/Icon";
import { Awaiting, Empty, Page, Tag } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { AttorneyDialog } from "~/features/assignments/AttorneyDialog";
import { AddContactDialog } from "~/features/people/AddContactDialog";
import { AddPersonDialog } from "~/features/people/AddPersonDialog";
import { RemoveContact } from "~/features/people/RemoveContact";
import { WishesButton } from "~/features/people/Wishes";
import { ListsPanel } from "~/features/people/ListsPanel";
import { RenewLinks } from "~/features/people/RenewLinks";
import { graphql } from "~/graph/generated";
import type { PersonKind } from "~/graph/generated/graphql";
import { useViewer } from "~/graph/viewer";
import { spoken } from "~/language/speech";
import { Word } from "~/language/Word";
import { channelWords, personKindWords } from "~/language/words";

const People = graphql(`
  query People($kinds: [PersonKind!], $search: String) {
    people(kinds: $kinds, search: $search, first: 100) {
      pageInfo { hasNextPage }
      edges { node { id kind name office language ...WishesOf schedulerFor { id name } contacts { id channel address stopped bounced } } }
    }
  }
`);

const route = getRouteApi("/shell/people");

export function PeoplePage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const [kind, setKind] = useState("all");
  const { q } = route.useSearch();
  const [text, setText] = useState(q ?? "");
  const [search] = useDebouncedValue(text.trim(), 250);
  const [open, setOpen] = useState(false);
  const [appearing, setAppearing] = useState<string>();
  const [reaching, setReaching] = useState<{ id: string; name: string; kind: PersonKind }>();
  const keeps = viewer?.may.includes("keepContacts") ?? false;
  const [{ data, error }] = useQuery({ query: People, variables: { kinds: kind === "all" ? null : [kind as PersonKind], search: search || null } });
  const rows = data?.people.edges;
  return (
    <Page title={t`People`} about={<Trans>Whom we write to: officials and their schedulers, supporters, family contacts.</Trans>} actions={viewer?.may.includes("addPerson") ? <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen(true)}><Trans>Add a person</Trans></Button> : null}>
      <Group mb="md" gap="xs">
        <TextInput aria-label={t`Search people`} placeholder={t`Name or office`} value={text} onChange={(event) => setText(event.currentTarget.value)} leftSection={<Icon name="search" size={16} />} w={{ base: "100%", sm: 240 }} />
        <div style={{ maxWidth: "100%", overflowX: "auto" }}><Segments aria-label={t`Kind of person`} value={kind} onChange={setKind} data={[{ value: "all", label: t`Everyone` }, { value: "OFFICIAL", label: t`Officials` }, { value: "SCHEDULER", label: t`Schedulers` }, { value: "SUPPORTER", label: t`Supporters` }, { value: "FAMILY_CONTACT", label: t`Family` }]} /></div>
      </Group>
      <div className="panel">
        {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
        {rows?.length === 0 ? <Empty title={t`No one found`}><Trans>Add the officials, schedulers and supporters you ask to come.</Trans></Empty> : null}
        <ul className="rows">
          {rows?.map(({ node }) => (
            <li key={node.id}>
              <Group justify="space-between" align="flex-start">
                <div><strong>{node.name}</strong> <span className="quiet">{node.office}</span>{node.schedulerFor ? <div className="quiet"><Trans>schedules for {node.schedulerFor.name}</Trans></div> : null}
                  <div className="quiet">{node.contacts.map((contact) => <span key={contact.id} style={{ marginRight: 12 }}><Word of={contact.channel} in={channelWords} />: {contact.channel === "EMAIL" ? <a href={`mailto:${contact.address}`} style={{ color: "inherit" }}>{contact.address}</a> : contact.channel === "SMS" ? <a href={`tel:${contact.address}`} style={{ color: "inherit" }}>{contact.address}</a> : contact.address}{contact.stopped ? <> (<Trans>asked us to stop</Trans>)</> : null}{contact.bounced ? <> (<Trans>does not arrive</Trans>)</> : null}{keeps && !contact.stopped ? <RemoveContact contactId={contact.id} address={contact.address} name={node.name} /> : null}</span>)}</div>
                </div>
                <Group gap={6}><Tag><Word of={node.kind} in={personKindWords} /></Tag><Tag>{spoken(node.language)}</Tag>{node.kind === "STAFF" && viewer?.may.includes("recordAttorney") ? <Button size="compact-sm" variant="default" aria-label={t`Where they may appear: ${node.name}`} onClick={() => setAppearing(node.id)}><Trans>Where they may appear</Trans></Button> : null}{keeps ? <Button size="compact-sm" variant="default" aria-label={t`Add an address of ${node.name}`} onClick={() => setReaching(node)}><Trans>Add an address</Trans></Button> : null}{viewer?.may.includes("editWishes") ? <WishesButton of={node} label={t`How we write`} whose={t`How we write: ${node.name}`} /> : null}{viewer?.may.includes("renewLinks") && node.kind !== "STAFF" ? <RenewLinks personId={node.id} name={node.name} /> : null}</Group>
              </Group>
            </li>
          ))}
        </ul>
      </div>
      {viewer?.may.includes("savePeopleList") ? <ListsPanel /> : null}
      {data?.people.pageInfo.hasNextPage ? <p className="quiet" role="status"><Trans>The first 100 are shown; search to find the others.</Trans></p> : null}
      {appearing ? <AttorneyDialog personId={appearing} onClose={() => setAppearing(undefined)} /> : null}
      {reaching ? <AddContactDialog personId={reaching.id} name={reaching.name} kind={reaching.kind} onClose={() => setReaching(undefined)} /> : null}
      {open ? <AddPersonDialog organizationId={organizationId} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
