import { Group, Select, TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { graphql } from "~/graph/generated";
import type { TrailTopic } from "~/graph/generated/graphql";
import type { TrailSought } from "./trailSought";

const Team = graphql(`
  query TrailPeople($shortId: String!) {
    case(shortId: $shortId) { id coordinator { id name } team { id person { id name } } }
  }
`);

/** Of what happened on a case what somebody looks for: by whom, when, about what. */
export function TrailFilters({ shortId, of, onChange }: { shortId: string; of: TrailSought; onChange: (next: TrailSought) => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: Team, variables: { shortId } });
  const people = new Map([data?.case?.coordinator, ...(data?.case?.team ?? []).map((one) => one.person)].flatMap((one) => (one ? [[one.id, one.name]] : [])));
  const topics: Record<TrailTopic, string> = { CASE: t`The case itself`, HEARINGS: t`Hearings`, CUSTODY: t`Detention and bond`, REPRESENTATION: t`Representation`, CONSENTS: t`Consents`, ACTIONS: t`Actions`, DEADLINES: t`Deadlines`, TASKS: t`Tasks`, DOCUMENTS: t`Documents`, CONTACT: t`Visits, calls and notes` };
  const clear = { "aria-label": t`Clear` };
  return (
    <Group px={16} py={12} gap="xs" align="flex-end" role="search" aria-label={t`Look for an entry`}>
      <Select size="xs" label={t`By whom`} placeholder={t`Anybody`} data={[...people].map(([value, label]) => ({ value, label }))} value={of.personId ?? null} onChange={(value) => onChange({ ...of, personId: value ?? undefined })} clearable searchable clearButtonProps={clear} w={{ base: "100%", sm: 170 }} />
      <Select size="xs" label={t`About`} placeholder={t`Anything`} data={Object.entries(topics).map(([value, label]) => ({ value, label }))} value={of.topic ?? null} onChange={(value) => onChange({ ...of, topic: (value ?? undefined) as TrailTopic | undefined })} clearable clearButtonProps={clear} w={{ base: "100%", sm: 170 }} />
      <TextInput size="xs" type="date" label={t`From the day`} value={of.from ?? ""} max={of.to ?? ""} onChange={(event) => onChange({ ...of, from: event.currentTarget.value || undefined })} />
      <TextInput size="xs" type="date" label={t`To the day`} value={of.to ?? ""} min={of.from ?? ""} onChange={(event) => onChange({ ...of, to: event.currentTarget.value || undefined })} />
    </Group>
  );
}
