import { useLingui } from "@lingui/react/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useQuery } from "urql";
import { graphql } from "~/graph/generated";
import type { PersonKind } from "~/graph/generated/graphql";
import { spoken } from "~/language/speech";
import type { Option } from "./choices";
import { ChoiceField, ChoicesField } from "./fields";

const Facilities = graphql(`
  query ChooseFacility($search: String) {
    facilities(search: $search, first: 30) { id code name city state timeZone }
  }
`);
const Courts = graphql(`
  query ChooseCourt {
    courts(first: 100) { id name city state timeZone locations { id name city state timeZone } }
  }
`);
const People = graphql(`
  query ChoosePerson($kinds: [PersonKind!], $search: String, $caseId: ID) {
    people(kinds: $kinds, search: $search, caseId: $caseId, first: 50) { edges { node { id name office kind } } }
  }
`);
const Attorneys = graphql(`
  query ChooseAttorney {
    attorneys { id name attorney { languages barStates eoirRegistered qualification openToOffers } }
  }
`);
const Organizations = graphql(`
  query ChooseOrganization {
    organizations { id name }
  }
`);
const Cases = graphql(`
  query ChooseCase($search: String) {
    cases(filter: { search: $search }, first: 20) { edges { node { id shortId may client { id publicName } } } }
  }
`);

type Field = { name: string; label: string; hint?: string; required?: boolean };

export function FacilityField(field: Field) {
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const [{ data }] = useQuery({ query: Facilities, variables: { search: search.split(" · ")[0] || null } });
  const options = (data?.facilities ?? []).map((one) => ({ value: one.id, label: [one.name, [one.city, one.state].filter(Boolean).join(", ")].filter(Boolean).join(" · ") }));
  return <ChoiceField {...field} searchable onSearch={setText} options={options} />;
}

export function useCourts() {
  const [{ data }] = useQuery({ query: Courts });
  return data?.courts ?? [];
}

export function CourtField(field: Field) {
  const courts = useCourts();
  return <ChoiceField {...field} searchable options={courts.map((one) => ({ value: one.id, label: one.name }))} />;
}

export function HearingLocationField({ courtId, ...field }: Field & { courtId?: string | undefined }) {
  const courts = useCourts();
  const places = courts.filter((court) => !courtId || court.id === courtId).flatMap((court) => court.locations);
  return <ChoiceField {...field} searchable options={places.map((one) => ({ value: one.id, label: [one.name, one.city, one.state].filter(Boolean).join(", ") }))} />;
}

/** Somebody of the address book; with a case, somebody who could join its team. */
export function PersonField({ kinds, caseId, ...field }: Field & { kinds?: readonly PersonKind[]; caseId?: string }) {
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const [{ data }] = useQuery({ query: People, variables: { kinds: kinds ? [...kinds] : null, search: search.split(" · ")[0] || null, caseId: caseId ?? null } });
  const options = (data?.people.edges ?? []).map(({ node }) => ({ value: node.id, label: node.office ? `${node.name} · ${node.office}` : node.name }));
  return <ChoiceField {...field} searchable onSearch={setText} options={options} />;
}

export function PeopleField({ kinds, ...field }: Field & { kinds?: readonly PersonKind[] }) {
  // Asked once and filtered here: chosen people must not vanish while the next one is typed.
  const [{ data }] = useQuery({ query: People, variables: { kinds: kinds ? [...kinds] : null, search: null, caseId: null } });
  const options = (data?.people.edges ?? []).map(({ node }) => ({ value: node.id, label: node.office ? `${node.name} · ${node.office}` : node.name }));
  return <ChoicesField {...field} options={options} />;
}

export function AttorneysField({ known = {}, ...field }: Field & { /** What to know of somebody before choosing them, by their id, and who can't be chosen. */ known?: Readonly<Record<string, { said: string; barred: boolean }>> }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Attorneys });
  const options = (data?.attorneys ?? []).map((one) => ({
    value: one.id,
    label: [one.name, one.attorney?.languages.map(spoken).join(", "), one.attorney?.openToOffers ? null : t`not open to offers`, known[one.id]?.said].filter(Boolean).join(" · "),
    disabled: known[one.id]?.barred ?? false,
  }));
  return <ChoicesField {...field} options={options} />;
}

export function OrganizationField({ without, ...field }: Field & { without?: string | undefined }) {
  const [{ data }] = useQuery({ query: Organizations });
  return <ChoiceField {...field} searchable options={(data?.organizations ?? []).filter((one) => one.id !== without).map((one) => ({ value: one.id, label: one.name }))} />;
}

type Which = { /** Cases that are not offered. */ but?: readonly string[]; /** Only those in which one may do this. */ may?: string };

/** A case that one reads, found on the server by its number, an A-number, or how a name begins or sounds: there may be a hundred thousand. */
export function CaseField({ but, may, ...field }: Field & Which) {
  const cases = useFoundCases(field.name, { but, may });
  return <ChoiceField {...field} searchable found nothing={cases.nothing} onSearch={cases.setText} options={cases.options} />;
}

/** Several of them. Whoever reads no other case is not asked. */
export function CasesField({ but, may, ...field }: Field & Which) {
  const cases = useFoundCases(field.name, { but, may });
  return cases.none ? null : <ChoicesField {...field} found nothing={cases.nothing} onSearch={cases.setText} options={cases.options} />;
}

function useFoundCases(name: string, { but = [], may }: { but: readonly string[] | undefined; may: string | undefined }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const value: unknown = useWatch({ name });
  // What is chosen stands in the box as it is called, and nobody searches for that.
  const typed = chosen.some((one) => one.label === text) ? "" : text.trim();
  const [search] = useDebouncedValue(typed, 250);
  const [{ data, fetching, error }] = useQuery({ query: Cases, variables: { search: search || null } });
  const found = (data?.cases.edges ?? [])
    .map(({ node }) => node)
    .filter((node) => !but.includes(node.id) && (!may || node.may.includes(may)))
    .map((node) => ({ value: node.id, label: node.client.publicName === node.shortId ? node.shortId : `${node.shortId} · ${node.client.publicName}` }));
  const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === "string" && id !== "");
  // Until the server has answered, what it told before is offered only where it reads like what is typed.
  const waiting = fetching || search !== typed;
  const offered = waiting ? found.filter((one) => one.label.toLowerCase().includes(typed.toLowerCase())) : found;
  const kept = ids.flatMap((id) => [...found, ...chosen].find((one) => one.value === id) ?? []);
  // What is chosen must not vanish while something else is typed.
  if (kept.length !== chosen.length || kept.some((one, index) => one.value !== chosen[index]?.value)) setChosen(kept);
  return {
    options: [...kept.filter((one) => !offered.some((other) => other.value === one.value)), ...offered],
    setText,
    none: search === "" && found.length === 0 && ids.length === 0,
    nothing: error ? t`This could not be searched. Try again.` : waiting ? t`Searching…` : t`No such case`,
  };
}
