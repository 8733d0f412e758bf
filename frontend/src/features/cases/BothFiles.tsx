import { Radio, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { Awaiting } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import type { FileToMergeQuery, IdentityField } from "~/graph/generated/graphql";
import { spoken } from "~/language/speech";
import { priorityWords } from "~/language/words";

const OneFile = graphql(`
  query FileToMerge($id: ID!) {
    node(id: $id) { __typename ... on Case { id shortId priority client { id publicName hasPublicName legalName aNumbers birthDate countryOfBirth nationality gender language } } }
  }
`);
type File = Extract<NonNullable<FileToMergeQuery["node"]>, { __typename: "Case" }>;

function useFile(id: string): { file: File | undefined; failed: boolean } {
  const [{ data, error }] = useQuery({ query: OneFile, variables: { id } });
  return { file: data?.node?.__typename === "Case" && data.node.id === id ? data.node : undefined, failed: Boolean(error) };
}

/** Of each fact whose stands: `kept` that of this case, `other` that of the one that is taken into it. */
export type Taking = Partial<Record<IdentityField, "kept" | "other">>;
export type Merging = { mergedCaseId: string; take: Taking };

/** What the kept case takes from the other. */
export function taken(take: Taking): IdentityField[] {
  return (Object.keys(take) as IdentityField[]).filter((name) => take[name] === "other");
}

/** The two files side by side, with a choice wherever they differ and both know something. */
export function BothFiles({ keptId, otherId }: { keptId: string; otherId: string }) {
  const { t } = useLingui();
  const { control, setValue } = useFormContext<Merging>();
  const one = useFile(keptId);
  const two = useFile(otherId);
  const kept = one.file;
  const other = two.file;
  const words = useFacts();
  const rows = kept && other ? words.map(({ name, label, of }) => ({ name, label, mine: of(kept), theirs: of(other) })).filter((row) => row.mine || row.theirs) : [];
  // Where this case knows nothing, what the other knows is the better start.
  const begin = JSON.stringify(Object.fromEntries(rows.filter((row) => row.theirs && row.mine !== row.theirs).map((row) => [row.name, row.mine ? "kept" : "other"])));
  useEffect(() => setValue("take", JSON.parse(begin) as Taking), [begin, setValue]);
  if (!kept || !other) return <Awaiting failed={one.failed || two.failed} />;
  return (
    <Stack gap="xs" component="section" aria-label={t`Both files`}>
      <p className="quiet" style={{ margin: 0 }}><Trans>Compare them: is this one person? Where they differ, choose what stands in {kept.shortId}. By the names and A-numbers of both it is found, whatever you choose.</Trans></p>
      <ul className="rows">{rows.map((row) => <li key={row.name}>{row.theirs && row.mine !== row.theirs ? (
        <Controller
          control={control}
          name={`take.${row.name}`}
          render={({ field }) => (
            <Radio.Group label={row.label} value={field.value ?? null} onChange={field.onChange}>
              <Stack gap={4} mt={4}>
                <Radio ref={field.ref} value="kept" label={`${kept.shortId}: ${row.mine ?? t`not known`}`} />
                <Radio value="other" label={`${other.shortId}: ${row.theirs}`} />
              </Stack>
            </Radio.Group>
          )}
        />
      ) : <><strong>{row.label}</strong> <span>{row.mine}</span> <span className="quiet">{row.theirs ? <Trans>in both</Trans> : <Trans>{other.shortId} does not say</Trans>}</span></>}</li>)}</ul>
    </Stack>
  );
}

function useFacts(): { name: IdentityField; label: string; of: (file: File) => string | null }[] {
  const { t, i18n } = useLingui();
  return [
    { name: "LEGAL_NAME", label: t`Legal name`, of: ({ client }) => client.legalName },
    { name: "PUBLIC_NAME", label: t`Public name`, of: ({ client }) => (client.hasPublicName ? client.publicName : null) },
    { name: "A_NUMBERS", label: t`A-number that comes first`, of: ({ client }) => client.aNumbers.join(", ") || null },
    { name: "BIRTH_DATE", label: t`Born`, of: ({ client }) => client.birthDate },
    { name: "COUNTRY_OF_BIRTH", label: t`Country of birth`, of: ({ client }) => client.countryOfBirth },
    { name: "NATIONALITY", label: t`Nationality`, of: ({ client }) => client.nationality },
    { name: "GENDER", label: t`Gender`, of: ({ client }) => client.gender },
    { name: "LANGUAGE", label: t`Language`, of: ({ client }) => (client.language ? spoken(client.language) : null) },
    { name: "PRIORITY", label: t`Priority`, of: (file) => i18n._(priorityWords[file.priority]) },
  ];
}
