import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel } from "~/design/pieces";
import { CaseField } from "~/forms/choosers";
import { CheckField, ChoiceField, LanguageField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { IncidentKind, WitnessAgreement } from "~/graph/generated/graphql";
import { HERE, wallIn } from "~/language/times";
import { incidentKindWords, witnessAgreementWords } from "~/language/words";
import { SightingFacts } from "./Facts";

const Row = graphql(`
  fragment ConfirmedSighting on Sighting {
    id ...SightingFacts
    reporter { name contact language legalMayAsk }
    account { place howMany what }
  }
`);
const Confirmed = graphql(`
  query Sightings {
    sightings { id ...ConfirmedSighting }
  }
`);
const TakeIn = graphql(`
  mutation TakeInSighting($input: TakeInSightingInput!) {
    takeInSighting(input: $input) { __typename ... on TakeInSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const AsIncident = graphql(`
  mutation RecordIncidentOfSighting($input: RecordIncidentOfSightingInput!) {
    recordIncidentOfSighting(input: $input) { __typename ... on RecordIncidentOfSightingPayload { case { id shortId } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** What was confirmed, for the organization and its partner groups: a list, and no map. */
export function SightingsPanel({ organizationId, takesIn }: { organizationId: string; takesIn: boolean }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Confirmed });
  const rows = data?.sightings;
  return (
    <Panel title={t`Confirmed sightings`} flush>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.length === 0 ? <Empty title={t`No confirmed sightings`}><Trans>Once a second person has confirmed a sighting, your organization and its partner groups find it here. Nothing of it is public.</Trans></Empty> : null}
      <ul className="rows">{rows?.map((row) => <Line key={row.id} of={row} organizationId={organizationId} takesIn={takesIn} />)}</ul>
    </Panel>
  );
}

function Line({ of, organizationId, takesIn }: { of: FragmentType<typeof Row>; organizationId: string; takesIn: boolean }) {
  const [open, setOpen] = useState<"case" | "incident">();
  const one = readFragment(Row, of);
  return (
    <li>
      <div className="spread" style={{ alignItems: "flex-start" }}>
        <SightingFacts of={one} />
        {takesIn ? (
          <Group gap={6}>
            <Button size="compact-sm" onClick={() => setOpen("case")}><Trans>Make a case</Trans></Button>
            <Button size="compact-sm" variant="default" onClick={() => setOpen("incident")}><Trans>Record as an incident</Trans></Button>
          </Group>
        ) : null}
      </div>
      {one.reporter && (one.reporter.name || one.reporter.contact) ? <div className="quiet"><Trans>Told by</Trans> {[one.reporter.name, one.reporter.contact].filter(Boolean).join(", ")}</div> : null}
      {open === "case" ? <TakeInDialog sightingId={one.id} organizationId={organizationId} ticked={Boolean(one.reporter?.legalMayAsk)} onClose={() => setOpen(undefined)} /> : null}
      {open === "incident" ? <IncidentDialog sightingId={one.id} ticked={Boolean(one.reporter?.legalMayAsk)} onClose={() => setOpen(undefined)} /> : null}
    </li>
  );
}

const today = (): string => wallIn(new Date().toISOString(), HERE).slice(0, 10);

function Agreement({ ticked }: { ticked: boolean }) {
  const { t } = useLingui();
  const agreements = useChoices(witnessAgreementWords, ticked ? undefined : ["BY_TELEPHONE", "IN_PERSON", "IN_WRITING"]);
  return (
    <>
      <p className="quiet" style={{ margin: 0 }}><Trans>The witness has to agree that the legal team keeps what they saw. How they agreed is written down.</Trans></p>
      <ChoiceField name="agreement" label={t`How the witness agreed`} required options={agreements} />
      <TextField name="agreedOn" type="date" label={t`On which day`} required />
    </>
  );
}

function TakeInDialog({ sightingId, organizationId, ticked, onClose }: { sightingId: string; organizationId: string; ticked: boolean; onClose: () => void }) {
  const { t } = useLingui();
  type Values = { agreement: WitnessAgreement | ""; agreedOn: string; language: string; minor: boolean };
  return (
    <VerbDialog verb={TakeIn} title={t`Make a case of this sighting`} submit={t`Make a case`} defaults={{ agreement: ticked ? "ON_PAGE" : "", agreedOn: today(), language: "", minor: false } satisfies Values} input={(typed: Values) => ({ sightingId, organizationId, agreement: typed.agreement as WitnessAgreement, agreedOn: typed.agreedOn, language: said(typed.language), minor: typed.minor })} told={(done) => t`Case ${done.case.shortId} is open.`} onClose={onClose}>
      <p className="quiet" style={{ margin: 0 }}><Trans>What was told becomes the first report of the case, with the photo as it was sent. Nothing says yet who was arrested.</Trans></p>
      <Agreement ticked={ticked} />
      <LanguageField name="language" label={t`Language of whoever was arrested, if known`} />
      <CheckField name="minor" label={t`It may be a minor`} />
    </VerbDialog>
  );
}

function IncidentDialog({ sightingId, ticked, onClose }: { sightingId: string; ticked: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(incidentKindWords);
  type Values = { caseId: string; kind: IncidentKind | ""; agreement: WitnessAgreement | ""; agreedOn: string };
  return (
    <VerbDialog verb={AsIncident} title={t`Record as an incident`} submit={t`Record it`} defaults={{ caseId: "", kind: "", agreement: ticked ? "ON_PAGE" : "", agreedOn: today() } satisfies Values} input={(typed: Values) => ({ sightingId, caseId: typed.caseId, kind: typed.kind as IncidentKind, agreement: typed.agreement as WitnessAgreement, agreedOn: typed.agreedOn })} told={(done) => t`Recorded with case ${done.case.shortId}.`} onClose={onClose}>
      <CaseField name="caseId" label={t`Case`} required />
      <ChoiceField name="kind" label={t`What kind`} required options={kinds} />
      <Agreement ticked={ticked} />
    </VerbDialog>
  );
}
