import { ActionIcon, Button, Group, NumberInput, Stack, Switch, TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Panel, Refusal, Unknown } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { ChoicesField, LanguagesField, useChoices } from "~/forms/fields";
import { VerbDialog } from "~/forms/VerbDialog";
import { graphql } from "~/graph/generated";
import type { HalfDay, ProceedingKind } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { spoken } from "~/language/speech";
import { plainDay, wallIn, HERE } from "~/language/times";
import { halfDayWords, proceedingKindWords } from "~/language/words";

const Availability = graphql(`
  query Availability($id: ID!) {
    node(id: $id) {
      __typename
      ... on Person { id attorney { revision openToOffers mostCases remote languages interests halfDays barStates admittedCourts eoirRegistered absences { id firstDay lastDay } } }
    }
  }
`);
const Say = graphql(`
  mutation SayAvailability($input: SayAvailabilityInput!) {
    sayAvailability(input: $input) { __typename ... on SayAvailabilityPayload { person { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Away = graphql(`
  mutation RecordAbsence($input: RecordAbsenceInput!) {
    recordAbsence(input: $input) { __typename ... on RecordAbsencePayload { person { id } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Back = graphql(`
  mutation TakeBackAbsence($input: TakeBackAbsenceInput!) {
    takeBackAbsence(input: $input) { __typename ... on TakeBackAbsencePayload { person { id } } ... on UserError { message } }
  }
`);

const HALF_DAYS = Object.keys(halfDayWords) as HalfDay[];

type Values = { halfDays: string[]; interests: string[]; languages: string[] };

/** When somebody can take cases and hearings, for themselves: told to their organization and to those who offer. Never why they are away. */
export function AvailabilityPanel({ personId, appear }: { personId: string; /** Opens what is recorded of where they may appear. */ appear: () => void }) {
  const { t, i18n } = useLingui();
  const [{ data, error }] = useQuery({ query: Availability, variables: { id: personId } });
  const [editing, setEditing] = useState(false);
  const node = data?.node;
  if (!node) return <Panel title={t`When you can take cases`}><Awaiting failed={Boolean(error)} /></Panel>;
  const one = node.__typename === "Person" ? node.attorney : null;
  if (!one) return <Panel title={t`When you can take cases`} action={<Button variant="default" onClick={appear}><Trans>Say where you may appear</Trans></Button>}><p className="quiet" style={{ margin: 0 }}><Trans>Nothing is recorded of you yet, so that nobody offers you a case.</Trans></p></Panel>;
  const today = wallIn(new Date().toISOString(), HERE).slice(0, 10);
  const now = one.absences.find((away) => away.firstDay <= today && today <= away.lastDay);
  const courts = [...one.barStates, ...one.admittedCourts].join(", ");
  return (
    <Panel title={t`When you can take cases`} action={<Button variant="default" onClick={() => setEditing(true)}><Trans>Change</Trans></Button>}>
      <Stack gap="sm">
        <div>
          {!one.openToOffers ? <strong><Trans>You are not offered any cases.</Trans></strong> : now ? <strong><Trans>Away until {plainDay(now.lastDay)}</Trans></strong> : <strong><Trans>Open to offers</Trans></strong>}
          <div className="quiet">
            {one.mostCases === null || one.mostCases === undefined ? <Trans>You have not said how many cases you take.</Trans> : <Plural value={one.mostCases} one="At most # case at once." other="At most # cases at once." />}{" "}
            {one.remote ? <Trans>Also by video or telephone.</Trans> : <Trans>In person only.</Trans>}
          </div>
          <div className="quiet">{one.halfDays.length > 0 ? one.halfDays.map((half) => i18n._(halfDayWords[half])).join(", ") : <Unknown><Trans>No half days said</Trans></Unknown>}</div>
          <div className="quiet">{[one.interests.map((kind) => i18n._(proceedingKindWords[kind])).join(", "), one.languages.map((code) => spoken(code)).join(", ")].filter(Boolean).join(" · ")}</div>
          <div className="quiet">{courts ? <Trans>Admitted: {courts}</Trans> : null}{one.eoirRegistered ? <> · <Trans>registered with EOIR</Trans></> : null} <Button size="compact-sm" variant="subtle" onClick={appear}><Trans>Look at it or change it</Trans></Button></div>
        </div>
        <DaysAway personId={personId} days={one.absences} />
      </Stack>
      {editing ? <ChangeAvailability personId={personId} of={one} onClose={() => setEditing(false)} /> : null}
    </Panel>
  );
}

function DaysAway({ personId, days }: { personId: string; days: readonly { id: string; firstDay: string; lastDay: string }[] }) {
  const { t } = useLingui();
  const { send, sending } = useVerb(Away);
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const [refused, setRefused] = useState("");
  const add = async (): Promise<void> => {
    const { refused: no } = await send({ personId, firstDay: first, lastDay: last || first });
    setRefused(no?.message ?? "");
    if (no) return;
    setFirst("");
    setLast("");
  };
  return (
    <section aria-label={t`Days away`}>
      <strong><Trans>Days away</Trans></strong>
      <ul style={{ listStyle: "none", margin: "4px 0", padding: 0 }}>
        {days.map((one) => {
          const said = one.firstDay === one.lastDay ? plainDay(one.firstDay) : `${plainDay(one.firstDay)} – ${plainDay(one.lastDay)}`;
          return <li key={one.id}><Group justify="space-between" wrap="nowrap"><span>{said}</span><VerbButton verb={Back} label={t`Take back`} aria-label={t`Take back: away ${said}`} input={{ absenceId: one.id }} told={t`You are there on these days.`} /></Group></li>;
        })}
      </ul>
      <form onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <Group align="flex-end" gap={8}>
          <TextInput type="date" label={t`Away from`} value={first} onChange={(event) => setFirst(event.currentTarget.value)} style={{ flex: "1 1 130px" }} />
          <TextInput type="date" label={t`to, and with`} value={last} min={first} onChange={(event) => setLast(event.currentTarget.value)} style={{ flex: "1 1 130px" }} />
          <Button type="submit" variant="default" loading={sending} disabled={!first}><Trans>Add</Trans></Button>
        </Group>
      </form>
      {refused ? <Refusal>{refused}</Refusal> : null}
      <p className="quiet" style={{ margin: "4px 0 0" }}><Trans>Your organization and whoever offers cases are told the days. Nobody is asked why.</Trans></p>
    </section>
  );
}

function ChangeAvailability({ personId, of, onClose }: { personId: string; of: { openToOffers: boolean; remote: boolean; halfDays: HalfDay[]; interests: ProceedingKind[]; languages: string[] }; onClose: () => void }) {
  const { t } = useLingui();
  const kinds = useChoices(proceedingKindWords);
  const halves = useChoices(halfDayWords, HALF_DAYS);
  const [open, setOpen] = useState(of.openToOffers);
  const [remote, setRemote] = useState(of.remote);
  const [more, setMore] = useState<number | undefined>();
  const count = more ?? 0;
  return (
    <VerbDialog
      verb={Say}
      title={t`When you can take cases`}
      submit={t`Save`}
      defaults={{ halfDays: of.halfDays as string[], interests: of.interests as string[], languages: of.languages }}
      input={(typed: Values) => ({ personId, halfDays: typed.halfDays as HalfDay[], interests: typed.interests as ProceedingKind[], languages: typed.languages, ...(more === undefined ? {} : { moreCases: more }), openToOffers: open, remote })}
      told={t`Saved. Offers go by it from now on.`}
      onClose={onClose}
    >
      <Switch checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} label={t`Offer me cases`} />
      <div>
        <Group gap={8} align="flex-end" wrap="nowrap">
          <NumberInput label={t`How many more cases`} description={t`Beside those you have. Empty: it stays as it is.`} min={0} max={100} hideControls inputMode="numeric" value={more ?? ""} onChange={(to) => setMore(to === "" ? undefined : Number(to))} style={{ flex: 1 }} />
          <ActionIcon size="lg" variant="default" aria-label={t`One less`} disabled={count <= 0} onClick={() => setMore(count - 1)}>−</ActionIcon>
          <ActionIcon size="lg" variant="default" aria-label={t`One more`} onClick={() => setMore(count + 1)}>+</ActionIcon>
        </Group>
      </div>
      <ChoicesField name="halfDays" label={t`Half days on which you can come`} hint={t`On the court's own clock.`} options={halves} />
      <ChoicesField name="interests" label={t`Kinds you like to take`} options={kinds} />
      <LanguagesField name="languages" label={t`Languages`} />
      <Switch checked={remote} onChange={(event) => setRemote(event.currentTarget.checked)} label={t`Hearings by video or telephone, too`} />
    </VerbDialog>
  );
}
