import { Alert, Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Panel, Tag } from "~/design/pieces";
import { CheckField, ChoiceField, LanguageField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ConsentAudience, ConsentChannel, GivenBy, NameForm, Purpose } from "~/graph/generated/graphql";
import { date, lastDay } from "~/language/times";
import { spoken } from "~/language/speech";
import { Word } from "~/language/Word";
import { consentAudienceWords, consentChannelWords, consentStateWords, givenByWords, heardWords, nameFormWords, purposeWords } from "~/language/words";
import { InterviewDialog } from "./InterviewDialog";
import { RetractionsPanel } from "./RetractionsPanel";

export const ConsentsPart = graphql(`
  fragment ConsentsOfCase on Case {
    id may
    client { id language }
    safeguard { doubtedSince why doubtedBy { id name } }
    consentInterviews { id officials courtroom press photo fullName givenBy heard language interpreter witness relayedBy script guardianAdverse askedAt recordedBy { id name } }
    ...RetractionsOfCase
    consents { id revision purpose audience channel nameForm place photo story bond state standing givenBy heard confirmedAt confirmedIn givenAt expiresAt endedAt recordedBy { id name } confirmedBy { id name } }
  }
`);
const Give = graphql(`
  mutation GiveConsent($input: GiveConsentInput!) {
    giveConsent(input: $input) { __typename ... on GiveConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Confirm = graphql(`
  mutation ConfirmConsent($input: ConfirmConsentInput!) {
    confirmConsent(input: $input) { __typename ... on ConfirmConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Pause = graphql(`
  mutation PauseConsent($input: PauseConsentInput!) {
    pauseConsent(input: $input) { __typename ... on PauseConsentPayload { calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }
  }
`);
const Resume = graphql(`
  mutation ResumeConsent($input: ResumeConsentInput!) {
    resumeConsent(input: $input) { __typename ... on ResumeConsentPayload { case { id ...ConsentsOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Doubt = graphql(`
  mutation DoubtCapacity($input: DoubtCapacityInput!) {
    doubtCapacity(input: $input) { __typename ... on DoubtCapacityPayload { case { id ...ConsentsOfCase } } ... on UserError { message } }
  }
`);
const Narrow = graphql(`
  mutation NarrowConsent($input: NarrowConsentInput!) {
    narrowConsent(input: $input) { __typename ... on NarrowConsentPayload { consent { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) { __typename ... on WithdrawConsentPayload { cannotBeRecalled calledOff { id title } case { id ...ConsentsOfCase } } ... on UserError { message } }
  }
`);

type Given = { purpose: Purpose; audience: ConsentAudience; channel: ConsentChannel; nameForm: NameForm; place: boolean; photo: boolean; story: boolean; bond: boolean; givenBy: GivenBy; language: string; circumstances: string; expiresOn: string };
type Less = { nameForm: NameForm; place: boolean; photo: boolean; story: boolean; bond: boolean };
type Standing = { id: string; revision: number; nameForm: NameForm; place: boolean; photo: boolean; story: boolean; bond: boolean };

export function ConsentsPanel({ of }: { of: FragmentType<typeof ConsentsPart> }) {
  const { t } = useLingui();
  const one = readFragment(ConsentsPart, of);
  const [giving, setGiving] = useState(false);
  const [asking, setAsking] = useState(false);
  const [doubting, setDoubting] = useState(false);
  const [confirming, setConfirming] = useState<Standing>();
  const [pausing, setPausing] = useState<Standing>();
  const [resuming, setResuming] = useState<Standing>();
  const [narrowing, setNarrowing] = useState<Standing>();
  const [withdrawing, setWithdrawing] = useState<Standing>();
  const purposes = useChoices(purposeWords);
  const audiences = useChoices(consentAudienceWords);
  const channels = useChoices(consentChannelWords);
  const forms = useChoices(nameFormWords);
  const givers = useChoices(givenByWords);
  const may = (act: string): boolean => one.may.includes(act);
  const in90Days = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const language = one.client.language ?? "es";
  const [last] = one.consentInterviews;
  const closed = (line: string): void => {
    notifications.show({ message: line, autoClose: false, color: "orange", styles: { description: { whiteSpace: "pre-line" } } });
  };
  return (
    <>
    <Panel title={t`Okay to share?`} flush count={one.consents.length} action={may("giveConsent") ? <><Button size="compact-sm" onClick={() => setAsking(true)}><Trans>Ask the client</Trans></Button><Button size="compact-sm" variant="default" onClick={() => setGiving(true)}><Trans>Record a consent</Trans></Button></> : null}>
      {one.safeguard ? <Alert color="orange" title={t`Capacity in doubt`} m="sm"><Trans>Nothing becomes public. Counsel, a guardian and the client agree together.</Trans> {one.safeguard.why}</Alert> : null}
      {one.consents.length === 0 ? <Empty title={t`Nothing may be shared`}><Trans>Until the client says yes to a purpose and an audience, nothing leaves the legal team.</Trans></Empty> : null}
      <ul className="rows">
        {one.consents.map((consent) => (
          <li key={consent.id}>
            <Group gap={6}><strong><Word of={consent.purpose} in={purposeWords} /></strong><Tag tone={consent.standing ? "teal" : consent.state === "PROPOSED" ? "orange" : "gray"}><Word of={consent.state} in={consentStateWords} /></Tag></Group>
            <div><Word of={consent.audience} in={consentAudienceWords} /> · <Word of={consent.nameForm} in={nameFormWords} />{consent.place ? <> · <Trans>place</Trans></> : null}{consent.photo ? <> · <Trans>photo</Trans></> : null}{consent.story ? <> · <Trans>story</Trans></> : null}{consent.bond ? <> · <Trans>bond</Trans></> : null}</div>
            <div className="quiet"><Word of={consent.givenBy} in={givenByWords} />, {date(consent.givenAt)} · {consent.endedAt ? <Trans>ended {date(consent.endedAt)}</Trans> : <Trans>until {lastDay(consent.expiresAt)}</Trans>}{consent.heard === "PRIVATELY" ? null : <> · <Word of={consent.heard} in={heardWords} /></>}{consent.confirmedAt ? <> · <Trans>asked again privately {date(consent.confirmedAt)} by {consent.confirmedBy?.name}</Trans></> : null}</div>
            {consent.endedAt ? null : (
              <Group gap={6} mt={6}>
                {consent.state === "PROPOSED" && may("confirmConsent") ? <Button size="compact-sm" variant="default" onClick={() => setConfirming(consent)}><Trans>Confirm</Trans></Button> : null}
                {consent.state === "PAUSED" && may("resumeConsent") ? <Button size="compact-sm" variant="default" onClick={() => setResuming(consent)}><Trans>Goes on</Trans></Button> : null}
                {consent.standing && may("pauseConsent") ? <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setPausing(consent)}><Trans>Pause</Trans></Button> : null}
                {consent.standing && may("narrowConsent") ? <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setNarrowing(consent)}><Trans>Narrow</Trans></Button> : null}
                {may("withdrawConsent") ? <Button size="compact-sm" variant="subtle" color="red" onClick={() => setWithdrawing(consent)}><Trans>Withdraw</Trans></Button> : null}
              </Group>
            )}
          </li>
        ))}
      </ul>
      {last ? (
        <div className="quiet" style={{ padding: "8px 16px" }}>
          <Trans>Last asked {date(last.askedAt)}</Trans> · {spoken(last.language)} · <Word of={last.givenBy} in={givenByWords} />{last.relayedBy ? ` (${last.relayedBy})` : ""}{last.interpreter ? <> · <Trans>interpreter: {last.interpreter}</Trans></> : null}{last.witness ? <> · <Trans>witness: {last.witness}</Trans></> : null}{last.script ? <> · {last.script}</> : null}{last.guardianAdverse ? <> · <Trans>the guardian's interest is against the client's</Trans></> : null}
        </div>
      ) : null}
      {may("doubtCapacity") ? <Group px="md" pb="sm"><Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDoubting(true)}>{one.safeguard ? <Trans>Capacity no longer in doubt</Trans> : <Trans>Capacity is in doubt</Trans>}</Button></Group> : null}
      {asking ? <InterviewDialog caseId={one.id} language={language} onClose={() => setAsking(false)} /> : null}
      {doubting ? (
        <VerbDialog verb={Doubt} title={one.safeguard ? t`Capacity no longer in doubt` : t`Capacity is in doubt`} submit={t`Mark it`} danger={!one.safeguard} defaults={{ why: "" }} input={(typed: { why: string }) => ({ caseId: one.id, doubted: !one.safeguard, why: said(typed.why) })} told={one.safeguard ? t`The mark is gone. “No publicity” stays until somebody lifts it.` : t`Marked. Nothing becomes public.`} onClose={() => setDoubting(false)}>
          <p className="quiet" style={{ margin: 0 }}>{one.safeguard ? <Trans>Counsel alone can say so.</Trans> : <Trans>Nothing about the case becomes public, and what the client agreed to alone rests until counsel, a guardian and the client agree.</Trans>}</p>
          <LongField name="why" label={t`Why`} hint={t`For the legal team.`} />
        </VerbDialog>
      ) : null}
      {confirming ? (
        <VerbDialog verb={Confirm} title={t`Confirm with the client`} submit={t`Confirm`} defaults={{ language, privately: false }} input={(typed: { language: string; privately: boolean }) => ({ consentId: confirming.id, expectedRevision: confirming.revision, language: typed.language, privately: typed.privately })} told={t`Confirmed: it stands now.`} onClose={() => setConfirming(undefined)}>
          <LanguageField name="language" label={t`In which language you asked`} required />
          <CheckField name="privately" label={t`Privately: no officer, no recorded line, nobody between`} required />
        </VerbDialog>
      ) : null}
      {pausing ? (
        <VerbDialog verb={Pause} title={t`Pause the consent`} submit={t`Pause it`} danger defaults={{ toldTo: "" }} input={(typed: { toldTo: string }) => ({ consentId: pausing.id, toldTo: said(typed.toldTo) })} told={t`It rests. All it had cleared is closed.`} onDone={(done) => { if (done.calledOff.length > 0) closed(done.calledOff.map((action) => t`Cancelled: ${action.title}`).join("\n")); }} onClose={() => setPausing(undefined)}>
          <p className="quiet" style={{ margin: 0 }}><Trans>It permits nothing until the client says that it goes on. What it had cleared is cancelled at once.</Trans></p>
          <TextField name="toldTo" label={t`Whom the client told`} />
        </VerbDialog>
      ) : null}
      {resuming ? (
        <VerbDialog verb={Resume} title={t`The consent goes on`} submit={t`It goes on`} defaults={{ language, clientSaidSo: false }} input={(typed: { language: string; clientSaidSo: boolean }) => ({ consentId: resuming.id, expectedRevision: resuming.revision, language: typed.language, clientSaidSo: typed.clientSaidSo })} told={t`It stands again.`} onClose={() => setResuming(undefined)}>
          <CheckField name="clientSaidSo" label={t`The client said so`} required />
          <LanguageField name="language" label={t`In which language you asked`} required />
        </VerbDialog>
      ) : null}
      {giving ? (
        <VerbDialog verb={Give} title={t`Record a consent`} submit={t`Record it`} wide defaults={{ purpose: "FILL_COURTROOM", audience: "SUPPORTERS", channel: "ANY", nameForm: "PUBLIC_NAME", place: false, photo: false, story: false, bond: false, givenBy: "CLIENT", language, circumstances: "", expiresOn: in90Days } satisfies Given} input={(typed: Given) => ({ caseId: one.id, purpose: typed.purpose, audience: typed.audience, channel: typed.channel, nameForm: typed.nameForm, place: typed.place, photo: typed.photo, story: typed.story, bond: typed.bond, givenBy: typed.givenBy, language: typed.language, circumstances: said(typed.circumstances), expiresOn: typed.expiresOn })} told={t`The consent is recorded.`} onClose={() => setGiving(false)}>
          <ChoiceField name="purpose" label={t`For what`} required options={purposes} />
          <ChoiceField name="audience" label={t`To whom`} required options={audiences} />
          <ChoiceField name="channel" label={t`In which way`} required options={channels} />
          <ChoiceField name="nameForm" label={t`Form of the name`} required options={forms} />
          <Group><CheckField name="place" label={t`The place`} /><CheckField name="photo" label={t`A photo`} /><CheckField name="story" label={t`The story`} /><CheckField name="bond" label={t`The bond`} /></Group>
          <ChoiceField name="givenBy" label={t`Who said yes`} required options={givers} />
          <LanguageField name="language" label={t`In which language`} required />
          <LongField name="circumstances" label={t`How it was asked`} />
          <TextField name="expiresOn" type="date" label={t`Until`} required />
        </VerbDialog>
      ) : null}
      {narrowing ? (
        <VerbDialog verb={Narrow} title={t`Narrow the consent`} submit={t`Narrow`} defaults={{ nameForm: narrowing.nameForm, place: narrowing.place, photo: narrowing.photo, story: narrowing.story, bond: narrowing.bond } satisfies Less} input={(typed: Less) => ({ consentId: narrowing.id, expectedRevision: narrowing.revision, ...typed })} told={t`The consent is narrower now.`} onClose={() => setNarrowing(undefined)}>
          <ChoiceField name="nameForm" label={t`Form of the name`} required options={forms} />
          <Group><CheckField name="place" label={t`The place`} /><CheckField name="photo" label={t`A photo`} /><CheckField name="story" label={t`The story`} /><CheckField name="bond" label={t`The bond`} /></Group>
        </VerbDialog>
      ) : null}
      {withdrawing ? (
        <VerbDialog
          verb={Withdraw}
          title={t`Withdraw the consent`}
          submit={t`Withdraw everywhere`}
          danger
          defaults={{ toldTo: "" }}
          input={(typed: { toldTo: string }) => ({ consentId: withdrawing.id, toldTo: said(typed.toldTo) })}
          told={t`Withdrawn. All it had cleared is closed.`}
          onDone={(done) => {
            const lines = [...done.calledOff.map((action) => t`Cancelled: ${action.title}`), ...done.cannotBeRecalled.map((line) => t`Cannot be recalled: ${line}`)];
            if (lines.length > 0) closed(lines.join("\n"));
          }}
          onClose={() => setWithdrawing(undefined)}
        >
          <p className="quiet" style={{ margin: 0 }}><Trans>Everything this consent cleared is cancelled at once, and you will see what cannot be called back.</Trans></p>
          <TextField name="toldTo" label={t`Whom the client told`} />
        </VerbDialog>
      ) : null}
    </Panel>
    <RetractionsPanel of={one} />
    </>
  );
}
