import { Button, Group, SimpleGrid } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel } from "~/design/pieces";
import { CheckField, ChoiceField, LongField, TextField, ZoneField, said, useChoices } from "~/forms/fields";
import { VerbButton } from "~/forms/VerbButton";
import { VerbDialog } from "~/forms/VerbDialog";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { SightingKind } from "~/graph/generated/graphql";
import { fromNow } from "~/language/times";
import { Word } from "~/language/Word";
import { dispatchStateWords, sightingKindWords } from "~/language/words";
import { BlurDialog } from "./BlurDialog";
import { SightingFacts } from "./Facts";

const Row = graphql(`
  fragment SightingToVerify on Sighting {
    id revision state toldAt heldAt town
    ...SightingFacts
    recordedBy { id name }
    account { place howMany what }
    reporter { name contact language legalMayAsk }
    pictures { id revision blurredAt address }
    dispatches { id state person { id name } }
  }
`);
const Waiting = graphql(`
  query SightingsToVerify {
    sightingsToVerify { id ...SightingToVerify }
  }
`);
const Confirm = graphql(`
  mutation ConfirmSighting($input: ConfirmSightingInput!) {
    confirmSighting(input: $input) { __typename ... on ConfirmSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Unfounded = graphql(`
  mutation MarkSightingUnfounded($input: MarkSightingUnfoundedInput!) {
    markSightingUnfounded(input: $input) { __typename ... on MarkSightingUnfoundedPayload { sighting { id ...SightingFacts } } ... on UserError { message } }
  }
`);
const Hold = graphql(`
  mutation HoldSighting($input: HoldSightingInput!) {
    holdSighting(input: $input) { __typename ... on HoldSightingPayload { sighting { id ...SightingFacts } } ... on UserError { message } }
  }
`);
const Dispatch = graphql(`
  mutation DispatchResponders($input: DispatchRespondersInput!) {
    dispatchResponders(input: $input) { __typename ... on DispatchRespondersPayload { called sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Record = graphql(`
  mutation RecordSighting($input: RecordSightingInput!) {
    recordSighting(input: $input) { __typename ... on RecordSightingPayload { sighting { id ...SightingFacts } } ... on Invalid { field } ... on UserError { message } }
  }
`);

/** What somebody told, until a second person has looked into it. */
export function VerifyPanel({ organizationId, zone, me }: { organizationId: string; zone: string; me: string }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Waiting });
  const [recording, setRecording] = useState(false);
  const rows = data?.sightingsToVerify;
  return (
    <Panel title={t`Sightings to look into`} flush action={<Button variant="default" size="compact-sm" onClick={() => setRecording(true)}><Trans>Record a sighting</Trans></Button>}>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.length === 0 ? <Empty title={t`Nothing to look into`}><Trans>What people tell on your page for sightings stands here for 72 hours, until somebody confirms it or marks it unfounded.</Trans></Empty> : null}
      <ul className="rows">{rows?.map((row) => <Line key={row.id} of={row} me={me} />)}</ul>
      {recording ? <RecordDialog organizationId={organizationId} zone={zone} onClose={() => setRecording(false)} /> : null}
    </Panel>
  );
}

function Line({ of, me }: { of: FragmentType<typeof Row>; me: string }) {
  const { t } = useLingui();
  const one = readFragment(Row, of);
  const [confirming, setConfirming] = useState(false);
  const [blurring, setBlurring] = useState<string>();
  const mine = one.recordedBy?.id === me;
  const picture = one.pictures.find((found) => found.id === blurring);
  const input = { sightingId: one.id, expectedRevision: one.revision };
  return (
    <li>
      <SightingFacts of={one} />
      <div className="quiet">{one.recordedBy ? <Trans>Recorded by {one.recordedBy.name} {fromNow(one.toldAt)}</Trans> : <Trans>Told on the page {fromNow(one.toldAt)}</Trans>}</div>
      <dl className="facts">
        <div><dt><Trans>As typed</Trans></dt><dd>{one.account?.what}<div className="quiet">{[one.account?.place, one.account?.howMany].filter(Boolean).join(" · ")}</div></dd></div>
        <div><dt><Trans>Who told it</Trans></dt><dd>{[one.reporter?.name, one.reporter?.contact].filter(Boolean).join(", ") || t`They left no name and no number.`}{one.reporter?.legalMayAsk ? <div className="quiet"><Trans>A legal team may ask them.</Trans></div> : null}</dd></div>
        {one.dispatches.length ? <div><dt><Trans>Rapid responders</Trans></dt><dd>{one.dispatches.map((called) => <div key={called.id}>{called.person?.name}: <Word of={called.state} in={dispatchStateWords} /></div>)}</dd></div> : null}
      </dl>
      <Group gap={6}>
        {mine || one.state !== "UNCONFIRMED" ? null : <Button size="compact-sm" onClick={() => setConfirming(true)}><Trans>Confirm</Trans></Button>}
        {mine || one.state !== "UNCONFIRMED" ? null : <VerbButton verb={Unfounded} input={input} label={t`Mark unfounded`} told={t`Marked unfounded. It goes with its 72 hours.`} ask={t`It goes with its 72 hours, and nobody is sent to it.`} />}
        {one.state === "UNCONFIRMED" ? <VerbButton verb={Dispatch} input={{ sightingId: one.id }} label={t`Call rapid responders`} told={(done) => t`Called: ${done.called}.`} ask={t`Everybody who is on call in ${one.town} now is called by text, e-mail and whatever reaches them.`} /> : null}
        {one.state === "UNCONFIRMED" && !one.heldAt ? <VerbButton verb={Hold} input={input} label={t`Hold past 72 hours`} told={t`It stays until somebody decides.`} /> : null}
        {one.pictures.map((found) => <Button key={found.id} size="compact-sm" variant="default" onClick={() => setBlurring(found.id)}>{found.blurredAt ? <Trans>Cover faces again</Trans> : <Trans>Look at the photo and cover faces</Trans>}</Button>)}
      </Group>
      {mine ? <p className="quiet"><Trans>You recorded this. Somebody else confirms it.</Trans></p> : null}
      {picture ? <BlurDialog pictureId={picture.id} revision={picture.revision} address={picture.address} onClose={() => setBlurring(undefined)} /> : null}
      {confirming ? (
        <VerbDialog verb={Confirm} title={t`Confirm the sighting`} submit={t`Confirm`} defaults={{ what: "" }} input={(typed: { what: string }) => ({ ...input, what: said(typed.what) })} told={t`Confirmed. Your organization and its partner groups see it.`} onClose={() => setConfirming(false)}>
          <p className="quiet" style={{ margin: 0 }}><Trans>You say that it happened. Your organization and its partner groups see it from now on: town, place, hour, and what was seen, without names, numbers or plates.</Trans></p>
          <LongField name="what" label={t`What others are told, instead of what was typed`} hint={t`Leave it empty to tell them what was typed.`} />
        </VerbDialog>
      ) : null}
    </li>
  );
}

function RecordDialog({ organizationId, zone, onClose }: { organizationId: string; zone: string; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(sightingKindWords);
  type Values = { kind: SightingKind | ""; town: string; place: string; seenAt: string; timeZone: string; what: string; howMany: string; reporterName: string; reporterContact: string; legalMayAsk: boolean };
  return (
    <VerbDialog verb={Record} wide title={t`Record a sighting`} submit={t`Record it`} defaults={{ kind: "", town: "", place: "", seenAt: "", timeZone: zone, what: "", howMany: "", reporterName: "", reporterContact: "", legalMayAsk: false } satisfies Values} input={(typed: Values, occurrence) => ({ organizationId, kind: typed.kind as SightingKind, town: typed.town, place: typed.place, seenAt: typed.seenAt, timeZone: typed.timeZone, what: typed.what, howMany: said(typed.howMany), reporterName: said(typed.reporterName), reporterContact: said(typed.reporterContact), legalMayAsk: typed.legalMayAsk, ...(occurrence ? { occurrence } : {}) })} told={t`Recorded. Somebody else confirms it.`} onClose={onClose}>
      <p className="quiet" style={{ margin: 0 }}><Trans>Not the name of whoever was arrested, and no officer's name or badge. Whoever told you stays apart from it, for those who look into it.</Trans></p>
      <ChoiceField name="kind" label={t`What was seen`} required options={kinds} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="town" label={t`Town`} required />
        <TextField name="place" label={t`Street corner or place`} required />
        <TextField name="seenAt" type="datetime-local" label={t`Day and hour`} required />
        <ZoneField name="timeZone" label={t`Time zone`} />
      </SimpleGrid>
      <LongField name="what" label={t`What happened`} required />
      <TextField name="howMany" label={t`How many agents and vehicles, in words`} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="reporterName" label={t`Who told you`} />
        <TextField name="reporterContact" label={t`Their telephone or e-mail`} />
      </SimpleGrid>
      <CheckField name="legalMayAsk" label={t`They agreed that a legal team asks them and keeps this`} />
    </VerbDialog>
  );
}
