import { SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { ChoiceField, LanguageField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Agency, CallerRelation } from "~/graph/generated/graphql";
import { agencyWords, callerRelationWords } from "~/language/words";

const Report = graphql(`
  mutation ReportArrest($input: ReportArrestInput!) {
    reportArrest(input: $input) {
      __typename
      ... on ReportArrestPayload { report { id ...ReportMade } }
      ... on Invalid { field }
      ... on UserError { message }
    }
  }
`);
const Providers = graphql(`
  query LegalProviders {
    organizations { id name kind }
  }
`);

/** Who takes people in. */
export function ProviderField({ name, label }: { name: string; label: string }) {
  const [{ data }] = useQuery({ query: Providers });
  const options = (data?.organizations ?? []).filter((one) => one.kind === "LEGAL_PROVIDER").map((one) => ({ value: one.id, label: one.name }));
  return <ChoiceField name={name} label={label} required options={options} />;
}

type Values = { providerId: string; name: string; otherName: string; aNumber: string; birthDate: string; countryOfBirth: string; language: string; arrestedAt: string; arrestZone: string; arrestPlace: string; agency: Agency | ""; callerName: string; callerPhone: string; callerRelation: CallerRelation | "" };

/** What finds the person, and whom to call back. There is no field for why they came or what they are accused of. */
export function ReportDialog({ organizationId, zone, onClose }: { organizationId: string; zone: string; onClose: () => void }) {
  const { t } = useLingui();
  const agencies = useChoices(agencyWords);
  const relations = useChoices(callerRelationWords);
  return (
    <VerbDialog
      verb={Report}
      title={t`Report an arrest`}
      submit={t`Send the report`}
      wide
      defaults={{ providerId: "", name: "", otherName: "", aNumber: "", birthDate: "", countryOfBirth: "", language: "", arrestedAt: "", arrestZone: zone, arrestPlace: "", agency: "", callerName: "", callerPhone: "", callerRelation: "" } satisfies Values}
      input={(typed: Values) => ({
        organizationId,
        providerId: typed.providerId,
        name: said(typed.name),
        otherNames: said(typed.otherName) ? [typed.otherName.trim()] : undefined,
        aNumber: said(typed.aNumber),
        birthDate: said(typed.birthDate),
        countryOfBirth: said(typed.countryOfBirth),
        language: said(typed.language),
        arrestedAt: said(typed.arrestedAt),
        arrestZone: said(typed.arrestedAt) ? typed.arrestZone : undefined,
        arrestPlace: said(typed.arrestPlace),
        agency: typed.agency || undefined,
        callerName: said(typed.callerName),
        callerPhone: said(typed.callerPhone),
        callerRelation: typed.callerRelation || undefined,
      })}
      told={t`Sent. Somebody there is told at once.`}
      onClose={onClose}
    >
      <p className="quiet" style={{ margin: 0 }}><Trans>Only what finds the person, and whom to call back. Why they came, how they entered and what they are accused of is for their lawyer to ask: don't write it anywhere.</Trans></p>
      <ProviderField name="providerId" label={t`Legal provider`} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="name" label={t`Name, as heard`} autoFocus />
        <TextField name="otherName" label={t`Another name they go by`} />
        <TextField name="aNumber" label={t`A-number, if known`} />
        <TextField name="birthDate" label={t`Born`} hint={t`2007-05-31, or the year alone`} />
        <TextField name="countryOfBirth" label={t`Country of birth`} />
        <LanguageField name="language" label={t`Language`} />
        <TextField name="arrestedAt" type="datetime-local" label={t`Arrested`} />
        <ZoneField name="arrestZone" label={t`Time zone of the arrest`} />
        <TextField name="arrestPlace" label={t`Where arrested`} />
        <ChoiceField name="agency" label={t`Who arrested them`} options={agencies} />
        <TextField name="callerName" label={t`Who told you`} />
        <TextField name="callerPhone" type="tel" label={t`Their telephone`} />
        <ChoiceField name="callerRelation" label={t`What they are to the person`} options={relations} />
      </SimpleGrid>
    </VerbDialog>
  );
}
