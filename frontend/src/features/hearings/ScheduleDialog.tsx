import { SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { CourtField, HearingLocationField, useCourts } from "~/forms/choosers";
import { CheckField, ChoiceField, LanguageField, NumberField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { Confidence, Medium, OccasionKind, ProceedingKind, Source } from "~/graph/generated/graphql";
import { hasPassed, zoneName } from "~/language/times";
import { scheduleTypes } from "~/language/courtCodes";
import { HEARING_KINDS, confidenceWords, mediumWords, occasionKindWords, proceedingKindWords, sourceWords } from "~/language/words";
import { useCodes } from "./codes";

const Schedule = graphql(`
  mutation ScheduleHearing($input: ScheduleHearingInput!) {
    scheduleHearing(input: $input) { __typename ... on ScheduleHearingPayload { case { id ...HearingsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);

const ONE: readonly Confidence[] = ["UNCONFIRMED", "ONE_SOURCE"];

type Values = { scheduleType: string; receivedAt: string;  proceedingId: string; kind: OccasionKind; startsAt: string; hourUnknown: boolean; lengthMinutes: number; courtId: string; hearingLocationId: string; room: string; medium: Medium; joinUrl: string; judge: string; interpreterLanguage: string; closedToPublic: boolean; detained: boolean; source: Source; confidence: Confidence };
type Known = { id: string; kind: ProceedingKind; judge: string | null; court: { id: string; name: string } | null };

export function ScheduleDialog({ caseId, proceedings, onClose }: { caseId: string; proceedings: readonly Known[]; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const kinds = useChoices(occasionKindWords, HEARING_KINDS);
  const media = useChoices(mediumWords);
  const sources = useChoices(sourceWords);
  const confidences = useChoices(confidenceWords, ONE);
  const codes = useCodes(scheduleTypes);
  const first = proceedings[0];
  return (
    <VerbDialog
      verb={Schedule}
      title={t`Schedule a hearing`}
      submit={t`Schedule`}
      wide
      defaults={{ proceedingId: first?.id ?? "", kind: "MASTER_HEARING", startsAt: "", hourUnknown: false, lengthMinutes: 60, courtId: first?.court?.id ?? "", hearingLocationId: "", room: "", medium: "IN_PERSON", joinUrl: "", judge: first?.judge ?? "", interpreterLanguage: "", closedToPublic: false, detained: true, source: "PRINTED_NOTICE", confidence: "ONE_SOURCE", scheduleType: "", receivedAt: "" } satisfies Values}
      confirm={t`Yes, schedule a second`}
      input={(typed: Values, occurrence, confirmed) => ({ caseId, confirmed, proceedingId: typed.proceedingId, kind: typed.kind, startsAt: typed.startsAt, occurrence, hourKnown: !typed.hourUnknown, lengthMinutes: typed.lengthMinutes || 60, courtId: said(typed.courtId), hearingLocationId: said(typed.hearingLocationId), room: said(typed.room), medium: typed.medium, joinUrl: said(typed.joinUrl), judge: said(typed.judge), interpreterLanguage: said(typed.interpreterLanguage), closedToPublic: typed.closedToPublic, detained: typed.detained, source: typed.source, confidence: typed.confidence, scheduleType: said(typed.scheduleType), receivedAt: typed.receivedAt ? new Date(typed.receivedAt).toISOString() : undefined })}
      told={t`The hearing is on the calendar.`}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ChoiceField name="proceedingId" label={t`Proceeding`} required options={proceedings.map((one) => ({ value: one.id, label: [i18n._(proceedingKindWords[one.kind]), one.court?.name].filter(Boolean).join(" · ") }))} />
        <ChoiceField name="kind" label={t`Kind of hearing`} required options={kinds} />
        <CourtField name="courtId" label={t`Court`} required />
        <Locations />
        <TextField name="startsAt" type="datetime-local" label={t`Time, as printed`} required />
        <NumberField name="lengthMinutes" label={t`Length in minutes`} />
        <TextField name="room" label={t`Courtroom`} />
        <TextField name="judge" label={t`Judge`} />
        <ChoiceField name="medium" label={t`How it is held`} required options={media} />
        <TextField name="joinUrl" label={t`Webex link`} />
        <ChoiceField name="source" label={t`How do we know?`} required options={sources} />
        <ChoiceField name="confidence" label={t`How sure?`} required options={confidences} />
        <ChoiceField name="scheduleType" label={t`The court's code`} options={codes} />
        <TextField name="receivedAt" type="datetime-local" label={t`Notice received at`} hint={t`Your own clock. Left out: now.`} />
        <LanguageField name="interpreterLanguage" label={t`Interpreter's language`} />
      </SimpleGrid>
      <CourtZone />
      <CheckField name="hourUnknown" label={t`The hour is not known yet`} />
      <CheckField name="closedToPublic" label={t`Closed to the public`} />
      <CheckField name="detained" label={t`The client is detained`} />
    </VerbDialog>
  );
}

function Locations() {
  const { t } = useLingui();
  const { watch } = useFormContext<Values>();
  return <HearingLocationField name="hearingLocationId" label={t`Hearing location`} courtId={watch("courtId") || undefined} />;
}

/** The zone is said before the time is saved: a Texas place heard by a Georgia court misled people before. */
function CourtZone() {
  const { watch } = useFormContext<Values>();
  const courts = useCourts();
  const court = courts.find((one) => one.id === watch("courtId"));
  const place = courts.flatMap((one) => one.locations).find((one) => one.id === watch("hearingLocationId"));
  if (!court && !place) return null;
  const zone = place?.timeZone ?? court?.timeZone ?? "";
  return (
    <p className="quiet" style={{ margin: 0 }} aria-live="polite">
      <Trans>The time is read in this zone: {zoneName(zone)}.</Trans> {court && place && court.timeZone !== place.timeZone ? <strong><Trans>The court itself lies in another zone ({zoneName(court.timeZone)}): check which one the notice means.</Trans></strong> : null} {hasPassed(watch("startsAt"), zone) ? <strong><Trans>This time has passed. Is the day right, and the year?</Trans></strong> : null}
    </p>
  );
}
