import { Alert, Group, SimpleGrid } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { CaseNumber } from "~/design/pieces";
import { CheckField, ChoiceField, LanguageField, LongField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Priority } from "~/graph/generated/graphql";
import { priorityWords } from "~/language/words";
import { namesIn } from "./identity";

const TakeIn = graphql(`
  mutation TakeInCase($input: TakeInCaseInput!) {
    takeInCase(input: $input) {
      __typename
      ... on TakeInCasePayload { case { id shortId } }
      ... on Invalid { field }
      ... on UserError { message }
    }
  }
`);

export const Matches = graphql(`
  query PossibleMatches($name: String, $aNumber: String, $organizationId: ID) {
    possibleMatches(name: $name, aNumber: $aNumber, organizationId: $organizationId) {
      likeness because
      case { id shortId client { id publicName } }
    }
  }
`);

type Values = { legalName: string; publicName: string; aNumber: string; aliases: string; birthDate: string; gender: string; nationality: string; language: string; countryOfBirth: string; minor: boolean; callerName: string; callerPhone: string; callerRelation: string; arrestedAt: string; arrestZone: string; arrestPlace: string; told: string; priority: Priority; noPublicity: boolean };

export function NewCaseDialog({ organizationId, zone, onClose }: { organizationId: string; zone: string; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const priorities = useChoices(priorityWords);
  return (
    <VerbDialog
      verb={TakeIn}
      title={t`New case`}
      submit={t`Take in the case`}
      wide
      defaults={{ legalName: "", publicName: "", aNumber: "", aliases: "", birthDate: "", gender: "", nationality: "", language: "", countryOfBirth: "", minor: false, callerName: "", callerPhone: "", callerRelation: "", arrestedAt: "", arrestZone: zone, arrestPlace: "", told: "", priority: "ROUTINE", noPublicity: false } satisfies Values}
      input={(typed: Values) => ({
        organizationId,
        legalName: said(typed.legalName),
        publicName: said(typed.publicName),
        aNumbers: said(typed.aNumber) ? [typed.aNumber.trim()] : undefined,
        aliases: said(typed.aliases) ? namesIn(typed.aliases) : undefined,
        birthDate: said(typed.birthDate),
        gender: said(typed.gender),
        nationality: said(typed.nationality),
        language: said(typed.language),
        countryOfBirth: said(typed.countryOfBirth),
        minor: typed.minor || undefined,
        callerName: said(typed.callerName),
        callerPhone: said(typed.callerPhone),
        callerRelation: said(typed.callerRelation),
        arrestedAt: said(typed.arrestedAt),
        arrestZone: said(typed.arrestedAt) ? typed.arrestZone : undefined,
        arrestPlace: said(typed.arrestPlace),
        told: said(typed.told),
        priority: typed.priority,
        noPublicity: typed.noPublicity || undefined,
      })}
      told={(done) => t`Case ${done.case.shortId} is open.`}
      onDone={(done) => void navigate({ to: "/cases/$shortId", params: { shortId: done.case.shortId } })}
      onClose={onClose}
    >
      <p className="quiet" style={{ margin: 0 }}><Trans>Leave empty what you do not know yet. Unknown stays unknown until someone finds out.</Trans></p>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="legalName" label={t`Name, as given`} autoFocus />
        <TextField name="aNumber" label={t`A-number`} />
      </SimpleGrid>
      <PossibleMatch organizationId={organizationId} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="publicName" label={t`Public name`} hint={t`First name and initial, never the surname`} />
        <LanguageField name="language" label={t`Language`} />
        <TextField name="birthDate" label={t`Born`} hint={t`2007-05-31, or the year alone`} />
        <TextField name="gender" label={t`Gender`} hint={t`As they say it themselves`} />
        <TextField name="countryOfBirth" label={t`Country of birth`} />
        <TextField name="nationality" label={t`Nationality`} />
        <TextField name="arrestedAt" type="datetime-local" label={t`Arrested`} />
        <ZoneField name="arrestZone" label={t`Time zone of the arrest`} />
        <TextField name="arrestPlace" label={t`Where arrested`} />
        <TextField name="callerName" label={t`Who is calling`} />
        <TextField name="callerPhone" type="tel" label={t`Caller's telephone`} />
        <TextField name="callerRelation" label={t`Relation to the client`} />
        <ChoiceField name="priority" label={t`Priority`} required options={priorities} />
      </SimpleGrid>
      <LongField name="aliases" label={t`Other names`} hint={t`Each on a line of its own`} />
      <LongField name="told" label={t`What the caller said`} />
      <Group>
        <CheckField name="minor" label={t`Under 18`} />
        <CheckField name="noPublicity" label={t`No publicity`} />
      </Group>
    </VerbDialog>
  );
}

/** Asked while typing: two people often report the same arrest. */
function PossibleMatch({ organizationId }: { organizationId: string }) {
  const { watch } = useFormContext<Values>();
  const [name] = useDebouncedValue(watch("legalName").trim(), 300);
  const [aNumber] = useDebouncedValue(watch("aNumber").trim(), 300);
  const [{ data }] = useQuery({ query: Matches, variables: { name: name || null, aNumber: aNumber || null, organizationId }, pause: name.length < 3 && aNumber.replaceAll(/\D/g, "").length < 8 });
  const found = name.length < 3 && aNumber.length < 8 ? [] : (data?.possibleMatches ?? []);
  return (
    <div aria-live="polite">
      {found.length > 0 ? (
        <Alert color="yellow" title={<Plural value={found.length} one="Possible match" other="# possible matches" />}>
          {found.map((match) => (
            <div key={match.case.id}>
              <Link to="/cases/$shortId" params={{ shortId: match.case.shortId }} className="plain" target="_blank"><CaseNumber>{match.case.shortId}</CaseNumber> · {match.case.client.publicName}</Link> {match.likeness}% — {match.because.join(", ")}
            </div>
          ))}
        </Alert>
      ) : null}
    </div>
  );
}
