import { Button, Group, Select, Switch } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { useCourts } from "~/forms/choosers";
import { graphql } from "~/graph/generated";
import type { OccasionKind } from "~/graph/generated/graphql";
import { occasionKindWords } from "~/language/words";
import { HEARINGS } from "./entries";

const Attorneys = graphql(`
  query CalendarAttorneys {
    attorneys { id name }
  }
`);
const Cases = graphql(`
  query CalendarCases($search: String) {
    cases(filter: { search: $search }, first: 20) { edges { node { id shortId client { id publicName } } } }
  }
`);

/** What of the calendar is shown, as its address says it. */
export type Wanted = { mine?: boolean | undefined; kind?: string | undefined; court?: string | undefined; attorney?: string | undefined; unconfirmed?: boolean | undefined; case?: string | undefined };

/** Kinds as people mean them: all that is heard in court, all that the community does, or one of its own. */
export function kindsOf(kind: string | undefined): OccasionKind[] | null {
  if (kind === undefined) return null;
  if (kind === "HEARINGS") return [...HEARINGS];
  if (kind === "EVENTS") return (Object.keys(occasionKindWords) as OccasionKind[]).filter((one) => one !== "CHECK_IN" && !HEARINGS.some((hearing) => hearing === one));
  return Object.hasOwn(occasionKindWords, kind) ? [kind as OccasionKind] : null;
}

/** The kind that an address says, if there is such a kind. */
export function knownKind(kind: string | undefined): string | undefined {
  return kindsOf(kind) ? kind : undefined;
}

const FILTERS = ["mine", "kind", "court", "attorney", "unconfirmed", "case"] as const satisfies readonly (keyof Wanted)[];

/** Folded on a telephone, where the dates themselves come first. */
export function Filters({ wanted, folded, onChange }: { wanted: Wanted; folded: boolean; onChange: (part: Wanted) => void }) {
  const { t, i18n } = useLingui();
  const courts = useCourts();
  const [{ data: people }] = useQuery({ query: Attorneys });
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 250);
  const [{ data: found }] = useQuery({ query: Cases, variables: { search: search.trim() || null } });
  const cases = (found?.cases.edges ?? []).map(({ node }) => ({ value: node.shortId, label: `${node.shortId} · ${node.client.publicName}` }));
  const chosen = wanted.case && !cases.some((one) => one.value === wanted.case) ? [{ value: wanted.case, label: wanted.case }] : [];
  const kinds = [{ value: "HEARINGS", label: t`All hearings` }, { value: "EVENTS", label: t`All events` }, ...(Object.keys(occasionKindWords) as OccasionKind[]).map((one) => ({ value: one, label: i18n._(occasionKindWords[one]) }))];
  const count = FILTERS.filter((name) => wanted[name]).length;
  const narrow = { size: "xs", clearable: true, w: 180 } as const;
  const fields = (
    <div role="group" aria-label={t`Filters`} className="filters not-on-paper">
      <Switch label={t`Only mine`} checked={wanted.mine ?? false} onChange={(event) => onChange({ mine: event.currentTarget.checked || undefined })} />
      <Switch label={t`Only unconfirmed`} checked={wanted.unconfirmed ?? false} onChange={(event) => onChange({ unconfirmed: event.currentTarget.checked || undefined })} />
      <Select {...narrow} aria-label={t`Kind`} placeholder={t`Every kind`} data={kinds} value={wanted.kind ?? null} onChange={(value) => onChange({ kind: value ?? undefined })} />
      <Select {...narrow} searchable aria-label={t`Court`} placeholder={t`Every court`} data={courts.map((one) => ({ value: one.id, label: one.name }))} value={wanted.court ?? null} onChange={(value) => onChange({ court: value ?? undefined })} />
      <Select {...narrow} searchable aria-label={t`Attorney`} placeholder={t`Every attorney`} data={(people?.attorneys ?? []).map((one) => ({ value: one.id, label: one.name }))} value={wanted.attorney ?? null} onChange={(value) => onChange({ attorney: value ?? undefined })} />
      <Select {...narrow} searchable aria-label={t`Case`} placeholder={t`Every case`} nothingFoundMessage={t`No such case`} data={[...chosen, ...cases]} filter={({ options }) => options} searchValue={text} onSearchChange={setText} value={wanted.case ?? null} onChange={(value) => onChange({ case: value ?? undefined })} />
      {count > 0 ? <Group><Button size="compact-sm" variant="subtle" onClick={() => onChange({ mine: undefined, kind: undefined, court: undefined, attorney: undefined, unconfirmed: undefined, case: undefined })}><Trans>Show everything</Trans></Button></Group> : null}
    </div>
  );
  return folded ? <details className="not-on-paper"><summary>{count > 0 ? <Trans>Filters ({count})</Trans> : <Trans>Filters</Trans>}</summary>{fields}</details> : fields;
}
