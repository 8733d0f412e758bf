import { Button, Group, Menu } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Panel, Tag, type Tone, When } from "~/design/pieces";
import { PersonField } from "~/forms/choosers";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { doOrQueue } from "~/graph/sending";
import { UNDO, drop, useWaiting } from "~/graph/waiting";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ChangesOfOccasionFragment, ToldState } from "~/graph/generated/graphql";
import { fromNow, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { audienceWords, callOutcomeWords, changeKindWords, channelWords, howAcknowledgedWords, occasionKindWords, rungWords, toldStateWords } from "~/language/words";

export const ChangesPart = graphql(`
  fragment ChangesOfOccasion on Occasion {
    id kind state sequence startsAt endsAt timeZone hourKnown
    openChanges {
      id kind sequence at wasStartsAt wasTimeZone wasHourKnown told delivered confirmed owing crowdTold crowdDelivered crowdConfirmed
      by { id name }
      mine { id }
      acknowledgements {
        id audience state dueBy acknowledgedAt how callOutcome calledAt channels reachable
        person { id name } calledBy { name } replacedBy { name }
        escalations { rung at undelivered called }
      }
    }
  }
`);
const Acknowledge = graphql(`
  mutation AcknowledgeChange($input: AcknowledgeChangeInput!) {
    acknowledgeChange(input: $input) { __typename ... on AcknowledgeChangePayload { occasion { id ...ChangesOfOccasion } } ... on UserError { message } }
  }
`);
const Reached = graphql(`
  mutation RecordReached($input: RecordReachedInput!) {
    recordReached(input: $input) { __typename ... on RecordReachedPayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Resend = graphql(`
  mutation ResendChange($input: ResendChangeInput!) {
    resendChange(input: $input) { __typename ... on ResendChangePayload { occasion { id ...ChangesOfOccasion } } ... on Invalid { field } ... on UserError { message } }
  }
`);

type Changed = ChangesOfOccasionFragment["openChanges"][number];
type Told = Changed["acknowledgements"][number];

const TONES: Record<ToldState, Tone> = { CONFIRMED: "teal", OWED: "orange", CALLED_ABOUT: "red", TOLD: "gray", ON_ITS_WAY: "gray", NOT_DELIVERED: "red", REPLACED: "gray", SUPERSEDED: "gray", NO_LONGER_THEIRS: "gray", NEVER_CONFIRMED: "red" };
/** Who needs a human comes first. */
const ORDER: readonly ToldState[] = ["CALLED_ABOUT", "OWED", "NOT_DELIVERED", "NEVER_CONFIRMED", "ON_ITS_WAY", "TOLD", "REPLACED", "CONFIRMED", "SUPERSEDED", "NO_LONGER_THEIRS"];

/** One sentence: 11 told, 10 confirmed, call Ana. */
export function Tally({ of }: { of: { told: number; confirmed: number; owing: number; acknowledgements: readonly { state: ToldState; person?: { name: string } | null | undefined }[] } }) {
  const open = of.acknowledgements.filter((one) => one.state === "OWED" || one.state === "CALLED_ABOUT").map((one) => one.person?.name).filter((name) => name !== undefined);
  return (
    <strong>
      <Trans>{of.told} told, {of.confirmed} confirmed</Trans>
      {open.length > 0 ? <>, <Trans>call {open.join(", ")}</Trans></> : of.owing > 0 ? <>, <Plural value={of.owing} one="# not confirmed" other="# not confirmed" /></> : null}
    </strong>
  );
}

/** Of each date that is not over what changed last, and earlier while somebody owes a word for it; and who has said that they know: everybody in one state. */
export function ChangesPanel({ of, mayCall }: { of: readonly FragmentType<typeof ChangesPart>[]; mayCall: boolean }) {
  const { t } = useLingui();
  const [replacing, setReplacing] = useState<Told>();
  const now = Date.now();
  const shown = of.map((one) => readFragment(ChangesPart, one)).filter((one) => one.openChanges.length > 0 && Date.parse(one.endsAt) > now);
  if (shown.length === 0) return null;
  return (
    <Panel title={t`Who knows of the change`} flush>
      {shown.map((occasion) => occasion.openChanges.map((change) => <OneChange key={change.id} occasion={occasion} change={change} mayCall={mayCall} onReplace={setReplacing} />))}
      {replacing ? (
        <VerbDialog verb={Reached} title={t`Somebody else comes`} submit={t`Save`} defaults={{ replacedById: "" }} input={(typed: { replacedById: string }) => ({ acknowledgementId: replacing.id, outcome: "REACHED" as const, replacedById: typed.replacedById || null })} told={t`Saved. Tell them of the date if they don't know it yet.`} onClose={() => setReplacing(undefined)}>
          <PersonField name="replacedById" label={t`Who comes in their place`} />
        </VerbDialog>
      ) : null}
    </Panel>
  );
}

function OneChange({ occasion, change, mayCall, onReplace }: { occasion: ChangesOfOccasionFragment; change: Changed; mayCall: boolean; onReplace: (told: Told) => void }) {
  const { t } = useLingui();
  const rows = change.acknowledgements.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  return (
    <section style={{ padding: "0 0 8px" }} aria-label={t`Change of ${moment(occasion.startsAt, occasion.timeZone)}`}>
      <div style={{ padding: "8px 16px" }}>
        <Group gap={6}><Word of={occasion.kind} in={occasionKindWords} /><Tag tone={change.kind === "MOVED_EARLIER" || change.kind === "CANCELLED" ? "orange" : "gray"}><Word of={change.kind} in={changeKindWords} /></Tag><span className="quiet">{fromNow(change.at)}{change.by ? `, ${change.by.name}` : ""}</span></Group>
        {change.kind === "TRANSFERRED" ? null : <div><s className="quiet"><When at={change.wasStartsAt} zone={change.wasTimeZone} hourKnown={change.wasHourKnown} /></s>{occasion.state === "CANCELLED" ? null : <> → <When at={occasion.startsAt} zone={occasion.timeZone} hourKnown={occasion.hourKnown} /></>}</div>}
        <Tally of={change} />
      </div>
      <ul className="rows">
        {rows.map((one) => <ToldRow key={one.id} one={one} zone={occasion.timeZone} mayCall={mayCall} onReplace={() => onReplace(one)} />)}
        {change.crowdTold > 0 ? <li><Trans>Supporters, press and the public: {change.crowdTold} told, to {change.crowdDelivered} the message has left, {change.crowdConfirmed} confirmed</Trans></li> : null}
      </ul>
    </section>
  );
}

function ToldRow({ one, zone, mayCall, onReplace }: { one: Told; zone: string; mayCall: boolean; onReplace: () => void }) {
  const { t, i18n } = useLingui();
  const open = one.state === "OWED" || one.state === "CALLED_ABOUT";
  const name = one.person?.name ?? t`Someone`;
  // As in the queue of calls: a slip of the thumb is taken back before anybody is told that they know.
  const key = `call ${one.id}`;
  const waiting = useWaiting();
  const noted = open ? waiting.find((act) => act.key === key && !act.refused) : undefined;
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <strong>{name}</strong> <span className="quiet"><Word of={one.audience} in={audienceWords} />{one.channels.length > 0 ? <> · {one.channels.map((channel) => i18n._(channelWords[channel])).join(", ")}</> : null}</span>
          <div className="quiet">
            {one.acknowledgedAt && one.how ? <>{moment(one.acknowledgedAt, zone)}, <Word of={one.how} in={howAcknowledgedWords} /></> : null}
            {open && one.dueBy ? (Date.parse(one.dueBy) > Date.now() ? <Trans>by {moment(one.dueBy, zone)}</Trans> : <Trans>was due by {moment(one.dueBy, zone)}</Trans>) : null}
            {one.callOutcome && one.calledAt && !one.acknowledgedAt ? <> · <Trans>called {fromNow(one.calledAt)} by {one.calledBy?.name ?? t`someone`}</Trans>: <Word of={one.callOutcome} in={callOutcomeWords} /></> : null}
            {one.replacedBy ? <Trans>{one.replacedBy.name} comes in their place</Trans> : null}
          </div>
          {one.escalations.map((call) => <div className="quiet" key={call.rung}>{call.undelivered ? <Trans>The message did not arrive.</Trans> : null} {call.called ? <Trans>{call.called} was called {fromNow(call.at)}</Trans> : <Trans>Somebody was called {fromNow(call.at)}</Trans>} (<Word of={call.rung} in={rungWords} />)</div>)}
        </div>
        <Group gap={6} wrap="nowrap" justify="flex-end">
          {noted ? <span role="status"><Trans>Noted: {name} knows.</Trans></span> : <Tag tone={TONES[one.state]}><Word of={one.state} in={toldStateWords} /></Tag>}
          {noted && mayCall ? <Button variant="default" size="compact-sm" autoFocus onClick={() => void drop(noted.id)}>{t`Undo`}</Button> : null}
          {open && mayCall && !noted ? (
            <>
              <Button variant="default" size="compact-sm" aria-label={t`I reached them: ${name}`} onClick={() => void doOrQueue("recordReached", { acknowledgementId: one.id, outcome: "REACHED" }, { key, about: i18n._(callOutcomeWords.REACHED), after: Date.now() + UNDO })}>{t`I reached them`}</Button>
              <Menu position="bottom-end" closeOnItemClick={false}>
                <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={t`More about ${name}`}>⋯</Button></Menu.Target>
                <Menu.Dropdown>
                  <div style={{ padding: 4 }}><VerbButton fullWidth verb={Reached} label={t`I left a message`} input={{ acknowledgementId: one.id, outcome: "LEFT_MESSAGE" }} told={t`Noted. They have as long again to answer.`} /></div>
                  <div style={{ padding: 4 }}><VerbButton fullWidth verb={Reached} label={t`Nobody answered`} input={{ acknowledgementId: one.id, outcome: "NOT_REACHED" }} told={t`Noted. The clock runs on.`} /></div>
                  {one.reachable.map((channel) => { const how = i18n._(channelWords[channel]); return <div key={channel} style={{ padding: 4 }}><VerbButton fullWidth verb={Resend} label={t`Resend by ${how}`} input={{ acknowledgementId: one.id, channel }} told={t`The message is on its way once more.`} /></div>; })}
                  <Menu.Item onClick={onReplace}><Trans>Somebody else comes</Trans></Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          ) : null}
        </Group>
      </Group>
    </li>
  );
}

/** Across the page of whoever was told themselves: one tap says that they know. */
export function ChangeBanner({ of }: { of: readonly FragmentType<typeof ChangesPart>[] }) {
  const { t } = useLingui();
  const mine = of.map((one) => readFragment(ChangesPart, one)).flatMap((one) => {
    const told = one.openChanges.find((change) => change.mine);
    return told && Date.parse(one.endsAt) > Date.now() ? [{ ...one, told }] : [];
  });
  return (
    <>
      {mine.map((one) => (
        <div key={one.id} className="panel" role="status" style={{ padding: 16 }}>
          <Group justify="space-between">
            <div><Word of={one.kind} in={occasionKindWords} />: <strong><Word of={one.told.kind} in={changeKindWords} /></strong>. {one.state === "CANCELLED" ? null : <When at={one.startsAt} zone={one.timeZone} hourKnown={one.hourKnown} />}</div>
            <VerbButton verb={Acknowledge} variant="filled" size="sm" label={t`I have seen it`} input={{ occasionId: one.id, sequence: one.sequence }} told={t`Thank you. The team sees that you know.`} />
          </Group>
        </div>
      ))}
    </>
  );
}
