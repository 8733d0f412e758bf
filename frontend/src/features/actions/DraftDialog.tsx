import { Group, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useFormContext } from "react-hook-form";
import { CasesField } from "~/forms/choosers";
import { CheckField, ChoiceField, ChoicesField, LongField, NumberField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { ConsentAudience, NameForm, OccasionKind } from "~/graph/generated/graphql";
import { day, time } from "~/language/times";
import { ACTION_KINDS, consentAudienceWords, nameFormWords, occasionKindWords } from "~/language/words";

const Draft = graphql(`
  mutation DraftAction($input: DraftActionInput!) {
    draftAction(input: $input) { __typename ... on DraftActionPayload { action { id ...ActionSummary } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { furtherCaseIds: string[]; hearingId: string; kind: OccasionKind; title: string; statement: string; nameForm: NameForm; audiences: ConsentAudience[]; usesPhoto: boolean; startsAt: string; timeZone: string; lengthMinutes: number; placeName: string; placeStreet: string; placeCity: string; hosts: string; followsHearing: boolean };
type Ahead = { id: string; court: { name: string } | null; occasion: { kind: OccasionKind; startsAt: string; timeZone: string } };

export function DraftDialog({ organizationId, caseId, hearings, onClose }: { organizationId: string; caseId?: string; hearings: readonly Ahead[]; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const kinds = useChoices(occasionKindWords, ACTION_KINDS);
  const forms = useChoices(nameFormWords);
  const audiences = useChoices(consentAudienceWords);
  const first = hearings[0];
  return (
    <VerbDialog
      verb={Draft}
      title={t`Plan an action`}
      submit={t`Keep as a draft`}
      wide
      defaults={{ furtherCaseIds: [], hearingId: first?.id ?? "", kind: "ACCOMPANIMENT", title: "", statement: "", nameForm: "NONE", audiences: [], usesPhoto: false, startsAt: "", timeZone: first?.occasion.timeZone ?? "America/New_York", lengthMinutes: 60, placeName: "", placeStreet: "", placeCity: "", hosts: "", followsHearing: Boolean(first) } satisfies Values}
      input={(typed: Values, occurrence) => ({ organizationId, caseId, furtherCaseIds: typed.furtherCaseIds, hearingId: said(typed.hearingId), kind: typed.kind, title: typed.title, statement: said(typed.statement), nameForm: typed.nameForm, audiences: typed.audiences, usesPhoto: typed.usesPhoto, startsAt: said(typed.startsAt), timeZone: said(typed.startsAt) ? typed.timeZone : undefined, occurrence, lengthMinutes: typed.lengthMinutes || 60, placeName: said(typed.placeName) ?? null, placeStreet: said(typed.placeStreet) ?? null, placeCity: said(typed.placeCity) ?? null, room: null, hosts: said(typed.hosts), followsHearing: typed.followsHearing && Boolean(said(typed.hearingId)) })}
      told={t`The draft is kept. Nothing is public.`}
      onDone={(done) => void navigate({ to: "/actions/$actionId", params: { actionId: done.action.id } })}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ChoiceField name="kind" label={t`Kind of action`} required options={kinds} />
        <TextField name="title" label={t`Title`} required hint={t`Name no one here who has not allowed it`} />
      </SimpleGrid>
      {caseId ? <CasesField name="furtherCaseIds" label={t`Also about`} hint={t`Each client must agree, and each client's attorney must sign.`} may="addCaseToAction" but={[caseId]} /> : null}
      <LongField name="statement" label={t`What will be said`} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ChoicesField name="audiences" label={t`For whom`} required options={audiences} />
        <ChoiceField name="nameForm" label={t`Form of the name`} required options={forms} />
        {hearings.length > 0 ? <ChoiceField name="hearingId" label={t`Around which hearing`} options={hearings.map((one) => ({ value: one.id, label: `${i18n._(occasionKindWords[one.occasion.kind])} · ${day(one.occasion.startsAt, one.occasion.timeZone)}, ${time(one.occasion.startsAt, one.occasion.timeZone)}` }))} /> : null}
        <TextField name="startsAt" type="datetime-local" label={t`Begins`} {...(hearings.length > 0 ? { hint: t`Empty: with the hearing` } : {})} />
        <ZoneField name="timeZone" label={t`Time zone`} />
        <NumberField name="lengthMinutes" label={t`Length in minutes`} />
        <TextField name="placeName" label={t`Place`} />
        <TextField name="placeStreet" label={t`Street`} />
        <TextField name="placeCity" label={t`City`} />
        <TextField name="hosts" label={t`Hosts`} />
      </SimpleGrid>
      <Group><Follows /><CheckField name="usesPhoto" label={t`A photo is shown`} /></Group>
      <p className="quiet" style={{ margin: 0 }}><Trans>Publishing will need the client's consent and the attorney's sign-off on exactly these words.</Trans></p>
    </VerbDialog>
  );
}

function Follows() {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  return watch("hearingId") ? <CheckField name="followsHearing" label={t`Moves with the hearing`} /> : null;
}
