import { Alert, Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ChoiceField, LongField, TextField, said, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { CounselSaid, CounselsWordFragment, EmbargoedField, SignOffCapacity } from "~/graph/generated/graphql";
import { moment, plainDay } from "~/language/times";
import { Word } from "~/language/Word";
import { capacityWords, consentAudienceWords, counselSaidWords, embargoedFieldWords, nameFormWords } from "~/language/words";

export const CounselsWordPart = graphql(`
  fragment CounselsWord on AdvocacyAction {
    id revision state title statement saidRevision may
    case { id representedBy { id state } }
    cases { kept signed }
    signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } }
    counselAnswers { id said saidRevision title statement discussedOn givenAt takenOverAt current attorney { id name } }
    changedSinceSignOff { since title { kept text } statement { kept text } further { kept text } nameFormBefore nameForm audiencesBefore audiences usesPhotoBefore usesPhoto }
    embargoes { field until }
  }
`);
const SignOff = graphql(`
  mutation SignOffAction($input: SignOffActionInput!) {
    signOffAction(input: $input) { __typename ... on SignOffActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } ... on NotCleared { missing } }
  }
`);
const Ask = graphql(`
  mutation AskCounsel($input: AskCounselInput!) {
    askCounsel(input: $input) { __typename ... on AskCounselPayload { action { id ...ActionView } } ... on UserError { message } }
  }
`);
const Answer = graphql(`
  mutation AnswerAction($input: AnswerActionInput!) {
    answerAction(input: $input) { __typename ... on AnswerActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const TakeOver = graphql(`
  mutation TakeOverWords($input: TakeOverWordsInput!) {
    takeOverWords(input: $input) { __typename ... on TakeOverWordsPayload { action { id ...ActionView } } ... on UserError { message } }
  }
`);
const ConfirmAll = graphql(`
  mutation ConfirmSignOffs($input: ConfirmSignOffsInput!) {
    confirmSignOffs(input: $input) { __typename ... on ConfirmSignOffsPayload { actions { id revision state missing signOffs { id capacity saidRevision givenAt discussedOn current attorney { id name } } } } ... on UserError { message } }
  }
`);
const Embargo = graphql(`
  mutation EmbargoAction($input: EmbargoActionInput!) {
    embargoAction(input: $input) { __typename ... on EmbargoActionPayload { action { id ...ActionView } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Changed = NonNullable<CounselsWordFragment["changedSinceSignOff"]>;

/** Words then and now in one text: what went is struck out, what came is underlined; both are said to a screen reader. */
function Passages({ of }: { of: Changed["title"] }) {
  return (
    <div style={{ whiteSpace: "pre-wrap" }}>
      {of.map((one, index) => (one.kept === "ADDED" ? <ins key={index}>{one.text}</ins> : one.kept === "REMOVED" ? <del key={index}>{one.text}</del> : <span key={index}>{one.text}</span>))}
    </div>
  );
}

function WhatChanged({ of }: { of: Changed }) {
  const audiences = of.audiences.filter((one) => !of.audiencesBefore.includes(one));
  const gone = of.audiencesBefore.filter((one) => !of.audiences.includes(one));
  const touched = (passages: Changed["title"]): boolean => passages.some((one) => one.kept !== "KEPT");
  return (
    <Alert color="gray" variant="light" title={<Trans>What changed since wording no. {of.since} was signed</Trans>} mt="sm">
      {touched(of.title) ? <Passages of={of.title} /> : null}
      {touched(of.statement) ? <Passages of={of.statement} /> : null}
      {touched(of.further) ? <Passages of={of.further} /> : null}
      <ul style={{ margin: "6px 0 0" }}>
        {of.nameForm === of.nameFormBefore ? null : <li><Word of={of.nameFormBefore} in={nameFormWords} /> → <Word of={of.nameForm} in={nameFormWords} /></li>}
        {audiences.map((one) => <li key={one}><Trans>now also for:</Trans> <Word of={one} in={consentAudienceWords} /></li>)}
        {gone.map((one) => <li key={one}><Trans>no longer for:</Trans> <Word of={one} in={consentAudienceWords} /></li>)}
        {of.usesPhoto === of.usesPhotoBefore ? null : <li>{of.usesPhoto ? <Trans>now with a photo</Trans> : <Trans>now without a photo</Trans>}</li>}
      </ul>
    </Alert>
  );
}

/** The second key: counsel's yes with one tap, their no, or the words they would sign; and what is told later. */
export function CounselsWord({ of }: { of: FragmentType<typeof CounselsWordPart> }) {
  const { t } = useLingui();
  const one = readFragment(CounselsWordPart, of);
  const [open, setOpen] = useState<"sign" | "answer" | "embargo">();
  const end = (): void => setOpen(undefined);
  const answers = useChoices(counselSaidWords);
  const fields = useChoices(embargoedFieldWords);
  const may = (act: string): boolean => one.may.includes(act);
  const live = one.state === "DRAFT" || one.state === "PUBLISHED";
  // Where an attorney is of record, theirs is the yes that counts; else counsel who advised the client signs.
  const capacity: SignOffCapacity = one.case?.representedBy.some((by) => by.state === "OF_RECORD") ? "OF_RECORD" : "CONSULTED";
  const capacities = useChoices(capacityWords, [capacity]);
  // Of several cases another client's counsel may have signed: theirs is no yes for this one.
  const kept = one.cases.find((each) => each.kept);
  const signed = kept ? Boolean(kept.signed) : one.signOffs.some((sign) => sign.current);
  return (
    <>
      {one.changedSinceSignOff && live ? <WhatChanged of={one.changedSinceSignOff} /> : null}
      {one.state === "DRAFT" && one.case && may("signOffAction") ? (
        <Group gap={6} mt="md">
          {capacities.map((as) => <VerbButton key={as.value} size="md" variant="filled" verb={SignOff} label={t`Sign off as: ${as.label}`} told={t`Signed off on exactly these words.`} input={{ actionId: one.id, saidRevision: one.saidRevision, capacity }} />)}
          <Button size="md" variant="default" onClick={() => setOpen("sign")}><Trans>Sign off with a note</Trans></Button>
          <Button size="md" variant="default" onClick={() => setOpen("answer")}><Trans>No, or other words</Trans></Button>
          {signed ? <VerbButton verb={ConfirmAll} label={t`Confirm what earlier counsel signed`} told={t`Confirmed. It can be published again.`} input={{ caseId: one.case.id, capacity }} /> : null}
        </Group>
      ) : null}
      {one.state === "DRAFT" && one.case && !signed && may("askCounsel") && !may("signOffAction") ? <Group mt="md"><VerbButton size="sm" verb={Ask} label={t`Ask counsel`} told={t`Counsel has a task until they answer.`} input={{ actionId: one.id }} /></Group> : null}
      {one.state === "PUBLISHED" && may("answerAction") ? <Group mt="md"><Button variant="default" color="red" onClick={() => setOpen("answer")}><Trans>No, or other words</Trans></Button></Group> : null}
      {one.signOffs.length > 0 ? <ul className="signed">{one.signOffs.map((sign) => <li key={sign.id} className="quiet">{sign.attorney?.name} · <Word of={sign.capacity} in={capacityWords} /> · {moment(sign.givenAt)} · {sign.current ? <Trans>for these words</Trans> : <Trans>for earlier words, no longer counts</Trans>}{sign.discussedOn ? <> · <Trans>discussed with client on {plainDay(sign.discussedOn)}</Trans></> : null}</li>)}</ul> : null}
      {one.counselAnswers.map((answer) => (
        <Alert key={answer.id} color={answer.current ? "orange" : "gray"} variant="light" mt="sm" title={<>{answer.attorney?.name}: <Word of={answer.said} in={counselSaidWords} /></>}>
          {answer.title ? <div><strong>{answer.title}</strong></div> : null}
          {answer.statement ? <div style={{ whiteSpace: "pre-wrap" }}>{answer.statement}</div> : null}
          <div className="quiet"><Trans>on wording no. {answer.saidRevision}</Trans> · {moment(answer.givenAt)}{answer.discussedOn ? <> · <Trans>discussed with client on {plainDay(answer.discussedOn)}</Trans></> : null}{answer.takenOverAt ? <> · <Trans>taken over</Trans></> : null}</div>
          {answer.said === "THESE_WORDS_INSTEAD" && answer.current && !answer.takenOverAt && live && may("takeOverWords") ? <VerbButton verb={TakeOver} label={t`Take these words over`} told={t`Taken over. Counsel has signed exactly these words.`} input={{ answerId: answer.id }} mt={6} /> : null}
        </Alert>
      ))}
      {one.embargoes.length > 0 ? <ul className="missing">{one.embargoes.map((held) => <li key={held.field}><Word of={held.field} in={embargoedFieldWords} />: <Trans>not before {moment(held.until)}</Trans></li>)}</ul> : null}
      {live && may("embargoAction") ? <Button mt="xs" size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen("embargo")}><Trans>Tell something later</Trans></Button> : null}
      {open === "sign" ? (
        <VerbDialog verb={SignOff} title={t`Sign off`} submit={t`Sign off`} defaults={{ discussedOn: "", risks: "" }} input={(typed: { discussedOn: string; risks: string }) => ({ actionId: one.id, saidRevision: one.saidRevision, capacity, discussedOn: said(typed.discussedOn), risks: said(typed.risks) })} told={t`Signed off on exactly these words.`} onClose={end}>
          <TextField name="discussedOn" type="date" label={t`Discussed with the client on`} hint={t`Advocates see this day and nothing else of the talk.`} />
          <LongField name="risks" label={t`For and against going public`} hint={t`A privileged note: for counsel alone.`} />
        </VerbDialog>
      ) : null}
      {open === "answer" ? (
        <VerbDialog
          verb={Answer}
          title={t`Counsel's answer`}
          submit={t`Answer`}
          wide
          defaults={{ said: "THESE_WORDS_INSTEAD" as CounselSaid, title: one.title, statement: one.statement ?? "", discussedOn: "", why: "" }}
          input={(typed: { said: CounselSaid; title: string; statement: string; discussedOn: string; why: string }) => ({
            actionId: one.id, saidRevision: one.saidRevision, said: typed.said,
            ...(typed.said === "THESE_WORDS_INSTEAD" ? { title: typed.title, statement: typed.statement } : {}),
            discussedOn: said(typed.discussedOn), why: said(typed.why),
          })}
          told={t`Answered. Whoever leads the action is told.`}
          onClose={end}
        >
          <ChoiceField name="said" label={t`Your answer`} required options={answers} />
          <TextField name="title" label={t`Title`} />
          <LongField name="statement" label={t`What you would sign to be said`} />
          <TextField name="discussedOn" type="date" label={t`Discussed with the client on`} hint={t`Advocates see this day and nothing else of the talk.`} />
          <LongField name="why" label={t`Why`} hint={t`A privileged note: for counsel alone.`} />
        </VerbDialog>
      ) : null}
      {open === "embargo" ? (
        <VerbDialog verb={Embargo} title={t`Tell something later`} submit={t`Keep it until then`} defaults={{ field: "PLACE" as EmbargoedField, until: "" }} input={(typed: { field: EmbargoedField; until: string }) => ({ actionId: one.id, expectedRevision: one.revision, field: typed.field, until: typed.until ? new Date(typed.until).toISOString() : null })} told={t`Kept.`} onClose={end}>
          <ChoiceField name="field" label={t`What`} required options={fields} />
          <TextField name="until" type="datetime-local" label={t`Not before`} hint={t`In your own time zone. Empty: it may be told now, which counsel alone can say.`} />
        </VerbDialog>
      ) : null}
    </>
  );
}
