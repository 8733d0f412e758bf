import { Modal, Text, TextInput, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { useFocusBack } from "~/forms/focus";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";
import { LANGUAGES, type Language, speak } from "~/language/i18n";
import { moment } from "~/language/times";
import { occasionKindWords, personKindWords } from "~/language/words";
import { type Act, useOffered } from "./offered";
import { recentCases } from "./recent";
import { usePlaces } from "./Shell";

const FindCases = graphql(`
  query FindCases($search: String!) {
    cases(filter: { search: $search, includeClosed: true }, first: 8) {
      edges { node { id shortId client { id publicName } may hearings { id occasion { id kind startsAt timeZone state } } } }
    }
  }
`);
const FindPeople = graphql(`
  query FindPeople($search: String!) { people(search: $search, first: 5) { edges { node { id name kind office } } } }
`);
const FindCourts = graphql(`
  query FindCourts($search: String!) { courts(search: $search, first: 4) { id name city } }
`);
const FindFacilities = graphql(`
  query FindFacilities($search: String!) { facilities(search: $search, first: 4) { id name city } }
`);
const FindActions = graphql(`
  query FindActions { actions(first: 50) { edges { node { id title occasion { id startsAt timeZone } } } } }
`);
const RecentCase = graphql(`
  query RecentCase($shortId: String!) { case(shortId: $shortId) { id shortId client { id publicName } } }
`);

/** So many are asked for. */
const MOST_CASES = 8;

type Group = { name: string; acts: readonly Act[] };
type Props = { onCreate: readonly Act[]; /** Opened with C: only what can be made is offered. */ creating?: boolean; onClose: () => void };

/** One box for going anywhere and doing anything, by name: what is found stands under what it is. */
export function Palette({ onCreate, creating = false, onClose }: Props) {
  const { t } = useLingui();
  useFocusBack();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = useFound(text, onCreate, creating);
  const all = found.flatMap((group) => group.acts);
  const go = (index: number): void => {
    const act = all[index];
    if (!act) return;
    onClose();
    void act.go();
  };
  useEffect(() => {
    // Not in browsers that draw nothing.
    document.getElementById(`palette-${at}`)?.scrollIntoView?.({ block: "nearest" });
  }, [at]);
  const asked = creating ? t`Create something` : t`Search or do`;
  const before = found.map((_, place) => found.slice(0, place).reduce((sum, group) => sum + group.acts.length, 0));
  return (
    <Modal.Root opened onClose={onClose} padding="xs" size="lg">
      <Modal.Overlay />
      <Modal.Content aria-label={asked}>
        <Modal.Body>
          <TextInput data-autofocus size="md" variant="unstyled" px="sm" aria-label={asked} placeholder={creating ? t`What do you want to create?` : t`A case number, a name, a page …`} value={text} role="combobox" aria-expanded aria-controls="palette" aria-autocomplete="list" {...(all.length > 0 ? { "aria-activedescendant": `palette-${at}` } : {})}
            onChange={(event) => { setText(event.currentTarget.value); setAt(0); }}
            onKeyDown={(event) => {
              const to = { ArrowDown: Math.min(at + 1, all.length - 1), ArrowUp: Math.max(at - 1, 0), Home: event.ctrlKey ? 0 : undefined, End: event.ctrlKey ? all.length - 1 : undefined }[event.key];
              if (to !== undefined) { event.preventDefault(); setAt(Math.max(to, 0)); }
              if (event.key === "Enter") { event.preventDefault(); go(at); }
            }} />
          <div id="palette" role="listbox" aria-label={t`Found`} style={{ maxHeight: "60vh", overflowY: "auto" }}>
            {found.map((group, place) => (
              <div key={group.name} role="group" aria-label={group.name}>
                <Text size="xs" fw={550} c="dimmed" px="sm" pt="xs" aria-hidden="true">{group.name}</Text>
                {group.acts.map((one, line) => {
                  const here = (before[place] ?? 0) + line;
                  return <UnstyledButton key={one.key} id={`palette-${here}`} role="option" aria-selected={here === at} tabIndex={-1} px="sm" py={9} w="100%" style={{ borderRadius: 8, fontSize: "0.875rem", background: here === at ? "var(--house-hover)" : undefined }} onClick={() => go(here)}>{one.label}</UnstyledButton>;
                })}
              </div>
            ))}
          </div>
          {all.length === 0 ? <Text size="sm" c="dimmed" p="sm" role="status">{t`Nothing found`}</Text> : null}
          <Text size="xs" c="dimmed" px="sm" pt="xs" className="wide"><Trans>↑ ↓ to choose, Enter to go, Esc to close</Trans></Text>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function useFound(text: string, onCreate: readonly Act[], creating: boolean): Group[] {
  const { t } = useLingui();
  const typed = text.trim();
  const [search] = useDebouncedValue(typed, 200);
  const cases = useCases(search, creating);
  const others = useOthers(search, creating);
  const recent = useRecent(creating || typed.length > 0);
  const pages = usePages();
  const looks = useLooks();
  const offered = useOffered();
  const holds = (one: Act): boolean => one.label.toLowerCase().includes(typed.toLowerCase());
  const acts = [...offered, ...onCreate, ...(typed.length > 0 ? looks : [])].filter(holds);
  const groups: Group[] = creating
    ? [{ name: t`Create`, acts: onCreate.filter(holds) }]
    : [
        { name: t`Opened last`, acts: recent },
        { name: t`Cases`, acts: cases.cases },
        ...others.slice(0, 1),
        { name: t`Hearings`, acts: cases.hearings },
        ...others.slice(1),
        { name: t`Pages`, acts: pages.filter(holds) },
        { name: t`Do`, acts },
      ];
  return groups.filter((group) => group.acts.length > 0);
}

function useCases(search: string, creating: boolean): { cases: Act[]; hearings: Act[] } {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const pause = creating || search.length < 2;
  const [{ data }] = useQuery({ query: FindCases, variables: { search }, pause });
  const nodes = pause ? [] : (data?.cases.edges ?? []).map((edge) => edge.node);
  const called = (node: (typeof nodes)[number]): string => `${node.shortId} · ${node.client.publicName}`;
  const now = Date.now();
  return {
    cases: [
      ...nodes.map((node) => ({ key: node.id, label: called(node), go: () => navigate({ to: "/cases/$shortId", params: { shortId: node.shortId } }) })),
      // More than stand here.
      ...(nodes.length >= MOST_CASES ? [{ key: "all cases", label: t`Search the board for “${search}”`, go: () => navigate({ to: "/board", state: { boardSearch: search } }) }] : []),
    ],
    hearings: nodes.flatMap((node) => {
      const next = node.hearings.filter((one) => Date.parse(one.occasion.startsAt) > now && one.occasion.state !== "CANCELLED").toSorted((one, other) => Date.parse(one.occasion.startsAt) - Date.parse(other.occasion.startsAt))[0];
      if (!next) return [];
      const when = moment(next.occasion.startsAt, next.occasion.timeZone);
      const about = `${node.shortId}: ${i18n._(occasionKindWords[next.occasion.kind])}, ${when}`;
      // Where a hearing is moved its consequences are shown first: the palette leads there, and moves nothing.
      return [{ key: next.id, label: node.may.includes("rescheduleHearing") ? t`Move the next hearing of ${about}` : t`Next hearing of ${about}`, go: () => navigate({ to: "/cases/$shortId", params: { shortId: node.shortId } }) }];
    }),
  };
}

function useOthers(search: string, creating: boolean): Group[] {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const pause = creating || search.length < 2;
  const [{ data: met }] = useQuery({ query: FindPeople, variables: { search }, pause });
  const [{ data: courts }] = useQuery({ query: FindCourts, variables: { search }, pause });
  const { viewer } = useViewer();
  const legal = viewer?.memberships.some((one) => one.organization?.kind === "LEGAL_PROVIDER") ?? false;
  const [{ data: held }] = useQuery({ query: FindFacilities, variables: { search }, pause: pause || !legal });
  const [{ data: planned }] = useQuery({ query: FindActions, pause });
  if (pause) return [];
  const wanted = search.toLowerCase();
  return [
    { name: t`People`, acts: (met?.people.edges ?? []).map(({ node }) => ({ key: node.id, label: [node.name, node.office, i18n._(personKindWords[node.kind])].filter(Boolean).join(" · "), go: () => navigate({ to: "/people", search: { q: node.name } }) })) },
    { name: t`Actions`, acts: (planned?.actions.edges ?? []).filter(({ node }) => node.title.toLowerCase().includes(wanted)).slice(0, 5).map(({ node }) => ({ key: node.id, label: `${node.title} · ${moment(node.occasion.startsAt, node.occasion.timeZone)}`, go: () => navigate({ to: "/actions/$actionId", params: { actionId: node.id } }) })) },
    // A court's dates; and of a place who is held there, which is the legal team's to know.
    { name: t`Courts and places of detention`, acts: [...(courts?.courts ?? []).map((one) => ({ key: one.id, label: placed(one), go: () => navigate({ to: "/calendar", search: { court: one.id } }) })), ...(legal ? (held?.facilities ?? []) : []).map((one) => ({ key: one.id, label: placed(one), go: () => navigate({ to: "/board", search: { facility: one.id } }) }))] },
  ];
}

function placed(one: { name: string; city?: string | null }): string {
  return [one.name, one.city].filter(Boolean).join(" · ");
}

/** What was opened in this tab, as long as nothing is typed. */
function useRecent(pause: boolean): Act[] {
  const navigate = useNavigate();
  const [numbers] = useState(recentCases);
  const one = useRecentCase(numbers[0], pause);
  const two = useRecentCase(numbers[1], pause);
  const three = useRecentCase(numbers[2], pause);
  if (pause) return [];
  return [one, two, three].filter((found) => found !== undefined).map((found) => ({ key: `recent ${found.id}`, label: `${found.shortId} · ${found.client.publicName}`, go: () => navigate({ to: "/cases/$shortId", params: { shortId: found.shortId } }) }));
}

function useRecentCase(shortId: string | undefined, pause: boolean) {
  const [{ data }] = useQuery({ query: RecentCase, variables: { shortId: shortId ?? "" }, pause: pause || !shortId });
  return shortId ? (data?.case ?? undefined) : undefined;
}

function usePages(): Act[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const places = usePlaces();
  return [
    ...places.map((place) => ({ key: place.to as string, label: place.label, go: (): unknown => navigate({ to: place.to }) })),
    { key: "/inbox", label: t`Inbox`, go: () => navigate({ to: "/inbox" }) },
    { key: "/organization", label: t`Organization`, go: () => navigate({ to: "/organization" }) },
    { key: "/your-account", label: t`Your account`, go: () => navigate({ to: "/your-account" }) },
  ];
}

function useLooks(): Act[] {
  const { t } = useLingui();
  const { setColorScheme } = useMantineColorScheme();
  return [
    ...(Object.keys(LANGUAGES) as Language[]).map((code) => ({ key: `language ${code}`, label: t`Language: ${LANGUAGES[code]}`, go: () => speak(code) })),
    { key: "dark", label: t`Look: dark`, go: () => setColorScheme("dark") },
    { key: "light", label: t`Look: light`, go: () => setColorScheme("light") },
    { key: "auto", label: t`Look: as the system`, go: () => setColorScheme("auto") },
  ];
}
