import { Alert, Button, Group, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Law } from "~/design/Law";
import { CaseNumber, Page, Panel, Sections, Tag, Unknown, When } from "~/design/pieces";
import { ChoiceField, ChoicesField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ActionViewFragment, ConsentAudience, NameForm } from "~/graph/generated/graphql";
import { moment, zoneName } from "~/language/times";
import { missingSaid } from "~/language/server";
import { Word } from "~/language/Word";
import { actionStateWords, consentAudienceWords, nameFormWords, occasionKindWords } from "~/language/words";
import { ACTION_TONES } from "./ActionSummary";
import { PublicPagePanel } from "./PublicPagePanel";
import { CasesOfAction } from "./CasesOfAction";
import { DayPanel } from "./DayPanel";
import { HearingMoved } from "./HearingMoved";
import { ReadyPanel } from "./ReadyPanel";
import { SafetyPanel } from "./SafetyPanel";
import { WordingsPanel } from "./WordingsPanel";
import { CounselsWord } from "./CounselsWord";

export const PlanPart = graphql(`
  fragment PlanOfAction on AdvocacyAction { id ...DayOfAction ...SafetyOfAction ...WordingsOfAction ...ReadyOfAction }
`);
export const ActionPart = graphql(`
  fragment ActionView on AdvocacyAction {
    id revision kind state title statement nameForm audiences usesPhoto saidRevision hosts codeword followsHearing publishedAt calledOffAt callingOffReason missing may hearingMoved plannedByUs
    case { id shortId client { id publicName } }
    hearing { id }
    lead { id name }
    organization { id name }
    occasion { id startsAt endsAt timeZone hourKnown wallStarts placeName placeStreet placeCity room courthouseRule { court code citation inForceFrom read says saysEs } ...DeliveryOf }
    ...CounselsWord
    ...CasesOfAction
    answers { asked coming maybe notComing heads }
    ...PublicPageOf
  }
`);
const Publish = graphql(`
  mutation PublishAction($input: PublishActionInput!) {
    publishAction(input: $input) { __typename ... on PublishActionPayload { action { id ...ActionView } } ... on UserError { message } ... on NotCleared { missing } }
  }
`);
const CallOff = graphql(`
  mutation CallOffAction($input: CallOffActionInput!) {
    callOffAction(input: $input) { __typename ... on CallOffActionPayload { action { id ...ActionView } } ... on UserError { message } }
  }
`);
const Revise = graphql(`
  mutation ReviseAction($input: ReviseActionInput!) {
    reviseAction(input: $input) { __typename ... on ReviseActionPayload { signOffVoided action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Values = { title: string; statement: string; audiences: ConsentAudience[]; nameForm: NameForm; startsAt: string; placeName: string; placeStreet: string; placeCity: string; hosts: string };

export function ActionView({ of, plan, invitations, deliveries, tasks, onReminders }: { of: FragmentType<typeof ActionPart>; /** How it is planned; asked apart, because one document is at most so wide. */ plan: FragmentType<typeof PlanPart> | undefined; tasks: ReactNode; invitations: ReactNode; /** How its telling went. */ deliveries: (occasion: ActionViewFragment["occasion"]) => ReactNode; onReminders?: () => void }) {
  const { t } = useLingui();
  const one = readFragment(ActionPart, of);
  const planned = readFragment(PlanPart, plan);
  const [open, setOpen] = useState<"revise" | "off">();
  const audiences = useChoices(consentAudienceWords);
  const forms = useChoices(nameFormWords);
  const may = (act: string): boolean => one.may.includes(act);
  const live = one.state === "DRAFT" || one.state === "PUBLISHED";
  const end = (): void => setOpen(undefined);
  const { occasion } = one;
  const stands: Values = { title: one.title, statement: one.statement ?? "", audiences: [...one.audiences], nameForm: one.nameForm, startsAt: occasion.wallStarts.slice(0, 16), placeName: occasion.placeName ?? "", placeStreet: occasion.placeStreet ?? "", placeCity: occasion.placeCity ?? "", hosts: one.hosts ?? "" };
  return (
    <Page
      title={one.title}
      about={<Group gap={6} component="span"><Tag tone={ACTION_TONES[one.state]}><Word of={one.state} in={actionStateWords} /></Tag><span><Word of={one.kind} in={occasionKindWords} /></span>{one.case ? <Link className="plain" to="/cases/$shortId" params={{ shortId: one.case.shortId }}><CaseNumber>{one.case.shortId}</CaseNumber></Link> : null}<span>{one.organization?.name}</span></Group>}
      actions={
        <>
          {live && may("reviseAction") ? <Button variant="default" onClick={() => setOpen("revise")}><Trans>Edit</Trans></Button> : null}
          {live && onReminders && may("editOccasionPlan") ? <Button variant="default" onClick={onReminders}><Trans>Reminders</Trans></Button> : null}
          {live && may("callOffAction") ? <Button variant="default" color="red" onClick={() => setOpen("off")}><Trans>Cancel the action</Trans></Button> : null}
          {one.state === "DRAFT" && may("publishAction") ? <VerbButton size="sm" variant="filled" verb={Publish} label={t`Publish`} told={t`Published. Those it is for will be told.`} input={{ actionId: one.id, expectedRevision: one.revision }} disabled={one.missing.length > 0} /> : null}
        </>
      }
    >
      <Sections name="action" head={live && one.hearingMoved ? <HearingMoved actionId={one.id} revision={one.revision} may={may("answerHearingMove")} /> : null}>
      <div className="two">
        <div className="stack">
          <Panel title={t`What will be said`} foldable={false}>
            {one.calledOffAt ? <Alert color="red" mb="md"><Trans>Cancelled {moment(one.calledOffAt)}</Trans>{one.callingOffReason ? `: ${one.callingOffReason}` : ""}</Alert> : null}
            <div style={{ whiteSpace: "pre-wrap" }}>{one.statement ?? <Unknown><Trans>No words yet</Trans></Unknown>}</div>
            <p className="quiet"><Trans>For</Trans> {one.audiences.map((audience, index) => <span key={audience}>{index > 0 ? ", " : ""}<Word of={audience} in={consentAudienceWords} /></span>)} · <Word of={one.nameForm} in={nameFormWords} /> · <Trans>wording no. {one.saidRevision}</Trans></p>
          </Panel>
          {planned ? <WordingsPanel of={planned} mayWrite={live && may("writeWording")} /> : null}
          {planned ? <DayPanel of={planned} mayEdit={live && may("reviseAction")} /> : null}
          {invitations}
        </div>
        <div className="stack">
          <Panel title={t`Okay to share?`} foldable={false}>
            {one.missing.length === 0 ? <Alert color="green" title={t`Okay to share`}><Trans>Everything this needs is given.</Trans></Alert> : <><p style={{ margin: "0 0 8px" }}><Trans>What is still missing before it may be published:</Trans></p><ul className="missing">{one.missing.map((line) => <li key={line}>{missingSaid(line)}</li>)}</ul></>}
            <CounselsWord of={one} />
          </Panel>
          <CasesOfAction of={one} />
          <PublicPagePanel of={one} />
          {planned ? <ReadyPanel of={planned} /> : null}
          <Panel title={t`When and where`} foldable={false}>
            <div style={{ fontWeight: 600 }}><When at={occasion.startsAt} zone={occasion.timeZone} hourKnown={occasion.hourKnown} until={occasion.endsAt} /></div>
            {deliveries(occasion)}
            <div className="quiet">{zoneName(occasion.timeZone)}{one.followsHearing ? <> · <Trans>moves with the hearing</Trans></> : null}</div>
            <div style={{ marginTop: 8 }}>{[occasion.placeName, occasion.room, occasion.placeStreet, occasion.placeCity].filter(Boolean).join(", ") || <Unknown><Trans>Place not set</Trans></Unknown>}</div>
            {occasion.courthouseRule ? <Law of={occasion.courthouseRule} about={occasion.courthouseRule.court} /> : null}
            {live && !occasion.placeName && !occasion.placeStreet && !occasion.placeCity ? <ul className="missing"><li><Trans>Whoever is asked will not know where to come.</Trans></li></ul> : null}
            <div className="quiet">{[one.hosts, one.lead?.name].filter(Boolean).join(" · ")}</div>
          </Panel>
          {tasks}
          {planned && one.plannedByUs ? <SafetyPanel of={planned} mayWrite={live && may("writeSafetyPlan")} /> : null}
        </div>
      </div>
      </Sections>
      {open === "revise" ? (
        <VerbDialog
          verb={Revise}
          title={t`Edit the action`}
          submit={t`Save`}
          wide
          defaults={stands}
          // Only what changed is sent: an untouched sentence must not void a sign-off.
          input={(typed: Values, occurrence) => ({
            actionId: one.id,
            expectedRevision: one.revision,
            ...(typed.title === stands.title ? {} : { title: typed.title }),
            ...(typed.statement === stands.statement ? {} : { statement: said(typed.statement) ?? null }),
            ...(typed.nameForm === stands.nameForm ? {} : { nameForm: typed.nameForm }),
            ...(typed.audiences.join() === stands.audiences.join() ? {} : { audiences: typed.audiences }),
            ...(typed.startsAt === stands.startsAt ? {} : { startsAt: typed.startsAt, occurrence }),
            ...(typed.placeName === stands.placeName ? {} : { placeName: said(typed.placeName) ?? null }),
            ...(typed.placeStreet === stands.placeStreet ? {} : { placeStreet: said(typed.placeStreet) ?? null }),
            ...(typed.placeCity === stands.placeCity ? {} : { placeCity: said(typed.placeCity) ?? null }),
            ...(typed.hosts === stands.hosts ? {} : { hosts: said(typed.hosts) ?? null }),
          })}
          told={(done) => (done.signOffVoided ? t`Saved. The words changed, so counsel has to sign off again.` : t`Saved.`)}
          onClose={end}
        >
          <TextField name="title" label={t`Title`} required />
          <LongField name="statement" label={t`What will be said`} hint={one.state === "PUBLISHED" ? t`A change here takes the action back to a draft until counsel signs off again; time, place and hosts do not.` : t`A change here voids the sign-off; time, place and hosts do not.`} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <ChoicesField name="audiences" label={t`For whom`} required options={audiences} />
            <ChoiceField name="nameForm" label={t`Form of the name`} required options={forms} />
            <TextField name="startsAt" type="datetime-local" label={t`Begins`} hint={zoneName(occasion.timeZone)} />
            <TextField name="placeName" label={t`Place`} />
            <TextField name="placeStreet" label={t`Street`} />
            <TextField name="placeCity" label={t`City`} />
            <TextField name="hosts" label={t`Hosts`} />
          </SimpleGrid>
        </VerbDialog>
      ) : null}
      {open === "off" ? (
        <VerbDialog verb={CallOff} title={t`Cancel the action`} submit={t`Cancel and tell everyone`} danger defaults={{ reason: "" }} input={(typed: { reason: string }) => ({ actionId: one.id, expectedRevision: one.revision, reason: said(typed.reason) })} told={t`Cancelled. Everyone asked is told.`} onClose={end}>
          <LongField name="reason" label={t`Why`} />
        </VerbDialog>
      ) : null}
    </Page>
  );
}
