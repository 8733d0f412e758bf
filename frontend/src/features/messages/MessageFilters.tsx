import { Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDebouncedValue } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { useChoices } from "~/forms/fields";
import { graphql } from "~/graph/generated";
import { onlySaid, partsOf, wordOf } from "~/graph/reading";
import { audienceWords, channelWords, letterKindWords, noticeProgressWords } from "~/language/words";
import type { Audience, Channel, LetterKind, NoticeProgress } from "~/graph/generated/graphql";

export type MessageSearch = { progress?: NoticeProgress | undefined; kind?: LetterKind | undefined; audience?: Audience | undefined; channel?: Channel | undefined; case?: string | undefined; person?: string | undefined; occasion?: string | undefined; from?: string | undefined; until?: string | undefined };

const words = partsOf({ progress: wordOf(noticeProgressWords), kind: wordOf(letterKindWords), audience: wordOf(audienceWords), channel: wordOf(channelWords) });

/** What an address says, without words that mean nothing here. */
export function messageSearchOf(said: { [K in keyof MessageSearch]: string | undefined }): MessageSearch {
  return onlySaid({ ...said, progress: undefined, kind: undefined, audience: undefined, channel: undefined, ...words(said) });
}

const People = graphql(`
  query MessagePeople($search: String) {
    people(search: $search, first: 30) { edges { node { id name office } } }
  }
`);
const Chosen = graphql(`
  query MessagePerson($id: ID!) {
    node(id: $id) { ... on Person { id name } }
  }
`);

function PersonSelect({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const [{ data }] = useQuery({ query: People, variables: { search: search.split(" · ")[0] || null } });
  const [{ data: chosen }] = useQuery({ query: Chosen, variables: { id: value ?? "" }, pause: !value });
  const options = (data?.people.edges ?? []).map(({ node }) => ({ value: node.id, label: node.office ? `${node.name} · ${node.office}` : node.name }));
  const theirs = value && chosen?.node && "name" in chosen.node ? { value, label: chosen.node.name } : null;
  const all = theirs && !options.some((one) => one.value === value) ? [theirs, ...options] : options;
  return <Select aria-label={t`To whom`} placeholder={t`To anybody`} data={all} value={value ?? null} onChange={(id) => onChange(id ?? undefined)} searchable onSearchChange={setText} clearable clearButtonProps={{ "aria-label": t`Clear` }} w={{ base: "100%", sm: 190 }} />;
}

/** Which messages: everything that is chosen here stands in the address of the page. */
export function MessageFilters({ search, set }: { search: MessageSearch; set: (part: MessageSearch) => void }) {
  const { t } = useLingui();
  const setCase = useDebouncedCallback((text: string) => set({ case: text.trim() || undefined }), 300);
  const width = { base: "100%", sm: 160 };
  const clear = { "aria-label": t`Clear` };
  const chosen = Object.keys(search).length > 0;
  return (
    <Group gap="xs" role="search" aria-label={t`Filter the messages`}>
      <Select aria-label={t`How far`} placeholder={t`However far`} data={useChoices(noticeProgressWords)} value={search.progress ?? null} onChange={(value) => set({ progress: (value ?? undefined) as NoticeProgress | undefined })} searchable clearable clearButtonProps={clear} w={width} />
      <Select aria-label={t`Kind`} placeholder={t`Any kind`} data={useChoices(letterKindWords)} value={search.kind ?? null} onChange={(value) => set({ kind: (value ?? undefined) as LetterKind | undefined })} searchable clearable clearButtonProps={clear} w={width} />
      <Select aria-label={t`For whom`} placeholder={t`For everybody`} data={useChoices(audienceWords)} value={search.audience ?? null} onChange={(value) => set({ audience: (value ?? undefined) as Audience | undefined })} searchable clearable clearButtonProps={clear} w={width} />
      <Select aria-label={t`By what way`} placeholder={t`By any way`} data={useChoices(channelWords)} value={search.channel ?? null} onChange={(value) => set({ channel: (value ?? undefined) as Channel | undefined })} searchable clearable clearButtonProps={clear} w={width} />
      <PersonSelect value={search.person} onChange={(person) => set({ person })} />
      <TextInput aria-label={t`Case number`} placeholder="C-10001" key={search.case ?? ""} defaultValue={search.case ?? ""} onChange={(event) => setCase(event.currentTarget.value)} w={{ base: "100%", sm: 110 }} />
      <TextInput type="date" aria-label={t`Due from`} value={search.from ?? ""} onChange={(event) => set({ from: event.currentTarget.value || undefined })} w={{ base: "48%", sm: 150 }} />
      <TextInput type="date" aria-label={t`Due until`} value={search.until ?? ""} onChange={(event) => set({ until: event.currentTarget.value || undefined })} w={{ base: "48%", sm: 150 }} />
      {chosen ? <Button variant="subtle" onClick={() => set({ progress: undefined, kind: undefined, audience: undefined, channel: undefined, case: undefined, person: undefined, occasion: undefined, from: undefined, until: undefined })}><Trans>Take the filter away</Trans></Button> : null}
    </Group>
  );
}
