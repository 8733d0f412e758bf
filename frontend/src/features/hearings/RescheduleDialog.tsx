import { Alert, Divider, SimpleGrid } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { ChoiceField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Confidence, HearingRowFragment, Source } from "~/graph/generated/graphql";
import { fromNow, hasPassed, wallText, zoneName } from "~/language/times";
import { adjournments } from "~/language/courtCodes";
import { confidenceWords, sourceWords } from "~/language/words";
import { useCodes } from "./codes";
import { HearingNamed } from "./HearingNamed";
import { Tellings } from "~/forms/Tellings";

export const Reschedule = graphql(`
  mutation RescheduleHearing($input: RescheduleHearingInput!) {
    rescheduleHearing(input: $input) {
      __typename
      ... on RescheduleHearingPayload { told hearing { id ...HearingRow } }
      ... on Invalid { field }
      ... on UserError { message }
    }
  }
`);

export const Preview = graphql(`
  query PreviewReschedule($hearingId: ID!, $startsAt: WallTime!) {
    previewReschedule(hearingId: $hearingId, startsAt: $startsAt) {
      __typename
      ... on ReschedulePreview { startsAt endsAt earlier hoursAway warnings tellings { ...TellingLine } following { id title } asked { id title } }
      ... on UserError { message }
    }
  }
`);

/** Two sources are two people: one dialog is one of them. */
const ONE: readonly Confidence[] = ["UNCONFIRMED", "ONE_SOURCE"];

type Values = { startsAt: string; room: string; source: Source; confidence: Confidence; adjournmentCode: string };

/** `proposed`: where it was dropped in a calendar, as the court's own clock says it. */
export function RescheduleDialog({ hearing, proposed, onClose }: { hearing: HearingRowFragment; proposed?: string | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const { occasion } = hearing;
  const sources = useChoices(sourceWords);
  const confidences = useChoices(confidenceWords, ONE);
  const codes = useCodes(adjournments);
  const zone = zoneName(occasion.timeZone);
  return (
    <VerbDialog
      verb={Reschedule}
      title={t`Move the hearing`}
      submit={t`Move and tell everyone`}
      wide
      defaults={{ startsAt: proposed ?? occasion.wallStarts.slice(0, 16), room: occasion.room ?? "", source: "PRINTED_NOTICE", confidence: "ONE_SOURCE", adjournmentCode: "" } satisfies Values}
      input={(typed: Values, occurrence) => ({ hearingId: hearing.id, expectedRevision: hearing.revision, startsAt: typed.startsAt, occurrence, room: said(typed.room), source: typed.source, confidence: typed.confidence, adjournmentCode: said(typed.adjournmentCode) })}
      told={(done) => t`The hearing is moved. ${done.told} messages are on their way.`}
      onClose={onClose}
    >
      <HearingNamed of={hearing} />
      <TextField name="startsAt" type="datetime-local" required autoFocus label={t`New time, as printed on the notice`} hint={t`In the court's own zone: ${zone}`} />
      {/* Side by side, so that who will be told stands in sight on a small laptop. */}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextField name="room" label={t`Courtroom`} />
        <ChoiceField name="source" label={t`How do we know?`} required options={sources} />
        <ChoiceField name="confidence" label={t`How sure?`} required options={confidences} />
      </SimpleGrid>
      <ChoiceField name="adjournmentCode" label={t`The court's code, if the notice gives one`} options={codes} />
      <Divider />
      <WhoWillBeTold hearing={hearing} />
    </VerbDialog>
  );
}

function WhoWillBeTold({ hearing }: { hearing: HearingRowFragment }) {
  const { watch } = useFormContext<Values>();
  const [startsAt] = useDebouncedValue(watch("startsAt"), 250);
  const same = startsAt === hearing.occasion.wallStarts.slice(0, 16);
  const [{ data, fetching }] = useQuery({ query: Preview, variables: { hearingId: hearing.id, startsAt }, pause: same || startsAt.length < 16, requestPolicy: "network-only" });
  const preview = data?.previewReschedule;
  return (
    <section aria-live="polite" aria-busy={fetching}>
      {same || !preview ? <p className="quiet"><Trans>Type the new time to see who will be told, before anything is saved.</Trans></p> : null}
      {!same && preview?.__typename === "ReschedulePreview" ? (
        <>
          <p style={{ margin: "0 0 8px", fontWeight: 600 }}>{wallText(startsAt)} {preview.earlier ? <Trans>· earlier than before</Trans> : null} <span className="quiet">({fromNow(preview.startsAt)})</span></p>
          {preview.warnings.length > 0 ? <Alert color="yellow" mb="sm">{preview.warnings.map((line) => <div key={line}>{line}</div>)}</Alert> : null}
          {hasPassed(startsAt, hearing.occasion.timeZone) ? <Alert color="yellow" mb="sm"><Trans>This time has passed. Is the day right, and the year?</Trans></Alert> : null}
          <Tellings lines={preview.tellings} />
          {preview.asked.length > 0 ? <p className="quiet"><Trans>Stays, and whoever leads it is asked:</Trans> {preview.asked.map((action) => action.title).join(", ")}</p> : null}
          {preview.following.length > 0 ? <p className="quiet"><Trans>Moves along:</Trans> {preview.following.map((action) => action.title).join(", ")}</p> : null}
        </>
      ) : null}
      {!same && preview && preview.__typename !== "ReschedulePreview" ? <Alert color="red">{preview.message}</Alert> : null}
    </section>
  );
}
