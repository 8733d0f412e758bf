import { Alert, Button, Group, SimpleGrid, Stack } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel, Tag } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import type { CallOutcome, CallQueueQuery } from "~/graph/generated/graphql";
import { doOrQueue } from "~/graph/sending";
import { UNDO, drop, useWaiting } from "~/graph/waiting";
import { spoken } from "~/language/speech";
import { telephone } from "~/language/telephone";
import { fromNow, moment } from "~/language/times";
import { Word } from "~/language/Word";
import { audienceWords, callOutcomeWords, changeKindWords, occasionKindWords } from "~/language/words";
import { script, spokenTo, when } from "./callScript";

const Queue = graphql(`
  query CallQueue {
    unconfirmedChanges {
      id kind wasStartsAt wasTimeZone wasHourKnown
      case { id shortId }
      occasion { id kind state startsAt timeZone hourKnown }
      acknowledgements { id audience state dueBy callOutcome calledAt calledBy { name } person { id name } }
    }
  }
`);
// Asked for the one who is called: every look at a number is an entry in the trail.
const NumberToCall = graphql(`
  query NumberToCall($id: ID!) {
    node(id: $id) { __typename ... on Person { id language contacts { id channel address stopped bounced } } }
  }
`);

type Change = CallQueueQuery["unconfirmedChanges"][number];
type Item = { change: Change; told: Change["acknowledgements"][number] };

/** Large enough for a thumb, with room for two lines. */
const LARGE = { size: "lg", h: "auto", mih: 56, px: 8, styles: { label: { whiteSpace: "normal", lineHeight: 1.2 } } } as const;
/** Whose message others may hear: none is left. */
const HEARD_BY_OTHERS = ["CLIENT", "FAMILY_CONTACT"];

/** Who is still to be called, whoever is waited for longest first. */
function itemsOf(changes: readonly Change[]): Item[] {
  return changes
    .flatMap((change) => change.acknowledgements.filter((told) => told.state === "OWED" || told.state === "CALLED_ABOUT").map((told) => ({ change, told })))
    .toSorted((one, other) => first(other.told.state === "CALLED_ABOUT") - first(one.told.state === "CALLED_ABOUT") || (one.told.dueBy ?? "").localeCompare(other.told.dueBy ?? ""));
}
const first = (yes: boolean): number => (yes ? 1 : 0);

/** One call after the other, with one thumb: the number, what to say in their language, and what came of it. */
export function CallQueue({ me, house, organizationId, personId }: { me: string; house: string; organizationId: string; personId: string }) {
  const { t, i18n } = useLingui();
  const [{ data, error }] = useQuery({ query: Queue, requestPolicy: "cache-and-network" });
  const waiting = useWaiting();
  const [later, setLater] = useState<Record<string, number>>({});
  const [last, setLast] = useState<{ ids: string[]; says: string }>();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  const items = useMemo(() => itemsOf(data?.unconfirmedChanges ?? []), [data]);
  const open = items.filter((one) => (later[one.told.id] ?? 0) <= now && !waiting.some((act) => act.key === `call ${one.told.id}` && !act.refused));
  const current = open[0];
  const undoable = last && waiting.some((act) => last.ids.includes(act.id) && (act.after ?? 0) > now);

  const said = async (one: Item, outcome: CallOutcome, again?: number): Promise<void> => {
    const name = one.told.person?.name ?? t`Someone`;
    const after = Date.now() + UNDO;
    const about = `${one.change.case?.shortId ?? ""} ${i18n._(callOutcomeWords[outcome])}`.trim();
    const ids = [await doOrQueue("recordReached", { acknowledgementId: one.told.id, outcome }, { key: `call ${one.told.id}`, about, after })];
    if (outcome !== "REACHED") setLater((was) => ({ ...was, [one.told.id]: again ?? Date.now() + 30 * 60_000 }));
    if (again !== undefined) ids.push(await doOrQueue("addTask", { organizationId, caseId: one.change.case?.id ?? null, title: t`Call ${name} again`, dueAt: new Date(again).toISOString(), ownerId: personId }, { about: t`Call again`, after }));
    setLast({ ids, says: `${name}: ${i18n._(callOutcomeWords[outcome])}` });
  };
  const undo = async (): Promise<void> => {
    for (const id of last?.ids ?? []) await drop(id);
    setLater({});
    setLast(undefined);
  };
  return (
    <Panel title={t`Calls to make`} action={open.length > 0 ? <Tag tone="orange"><Plural value={open.length} one="# call" other="# calls" /></Tag> : undefined}>
      {undoable ? <Alert color="gray" mb="md" role="status"><Group justify="space-between" wrap="nowrap"><span>{last.says}</span><Button variant="default" onClick={() => void undo()}><Trans>Undo</Trans></Button></Group></Alert> : null}
      {!data ? <Awaiting failed={Boolean(error)} /> : current ? <OneCall key={current.told.id} of={current} me={me} house={house} onSaid={(outcome, again) => void said(current, outcome, again)} onSkip={() => setLater((was) => ({ ...was, [current.told.id]: Date.now() + 10 * 60_000 }))} /> : <Empty title={t`Nobody is to be called now`}>{items.length > 0 ? <Plural value={items.length} one="# person waits for later." other="# people wait for later." /> : <Trans>Everyone who must know of a change has said that they do.</Trans>}</Empty>}
    </Panel>
  );
}

function OneCall({ of: { change, told }, me, house, onSaid, onSkip }: { of: Item; me: string; house: string; onSaid: (outcome: CallOutcome, again?: number) => void; onSkip: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [{ data, error }] = useQuery({ query: NumberToCall, variables: { id: told.person?.id ?? "" }, pause: !told.person });
  const person = data?.node?.__typename === "Person" ? data.node : undefined;
  const number = person?.contacts.find((one) => one.channel === "SMS" && !one.bounced)?.address;
  const language = spokenTo(person?.language ?? "en");
  const name = told.person?.name ?? t`Someone`;
  const { occasion } = change;
  const kind = !occasion || occasion.state === "CANCELLED" || change.kind === "CANCELLED" || change.kind === "WITHDRAWN" ? "off" : change.kind === "MOVED" || change.kind === "MOVED_EARLIER" ? "moved" : "place";
  const was = language && change.wasStartsAt ? when(change.wasStartsAt, change.wasTimeZone ?? occasion?.timeZone ?? "UTC", language, change.wasHourKnown ?? true) : "";
  const now = language && occasion ? when(occasion.startsAt, occasion.timeZone, language, occasion.hourKnown) : "";
  const tomorrow = (): number => { const at = new Date(); at.setDate(at.getDate() + 1); at.setHours(9, 0, 0, 0); return at.getTime(); };
  const mayLeave = !HEARD_BY_OTHERS.includes(told.audience);
  return (
    <Stack gap="md">
      <div>
        <div style={{ fontSize: "1.375rem", fontWeight: 650 }}>{name}</div>
        <div className="quiet"><Word of={told.audience} in={audienceWords} />{change.case ? ` · ${change.case.shortId}` : ""}{occasion ? <> · <Word of={occasion.kind} in={occasionKindWords} /></> : null} · <Word of={change.kind} in={changeKindWords} />{person ? ` · ${spoken(person.language)}` : ""}</div>
        {told.dueBy ? <div className="quiet">{Date.parse(told.dueBy) > Date.now() ? <Trans>by {moment(told.dueBy, occasion?.timeZone)}</Trans> : <Trans>was due by {moment(told.dueBy, occasion?.timeZone)}</Trans>}</div> : null}
        {told.callOutcome && told.calledAt ? <div className="quiet"><Trans>called {fromNow(told.calledAt)} by {told.calledBy?.name ?? t`someone`}</Trans>: <Word of={told.callOutcome} in={callOutcomeWords} /></div> : null}
      </div>
      {number ? <Button component="a" href={`tel:${number}`} size="xl" fullWidth>{telephone(number)}</Button> : person ? <Alert color="orange" variant="light"><Trans>No telephone number is known. Look for one on the page of people, or reach them another way.</Trans></Alert> : <Awaiting failed={Boolean(error)} />}
      {language ? (
        <section aria-label={t`What to say`} lang={language} style={{ borderLeft: "3px solid var(--mantine-color-teal-6)", paddingLeft: 12 }}>
          {script(language, kind, { name, me, house, was, now }).map((line) => <p key={line} style={{ margin: "0 0 8px", fontSize: "1.0625rem" }}>{line}</p>)}
        </section>
      ) : <Alert color="orange" variant="light"><Trans>We have no words in their language. Call with an interpreter.</Trans></Alert>}
      {asking ? (
        <div>
          <strong><Trans>When again?</Trans></strong>
          <SimpleGrid cols={2} spacing={8} mt={6}>
            <Button {...LARGE} variant="default" onClick={() => onSaid("NOT_REACHED", Date.now() + 15 * 60_000)}><Trans>in 15 minutes</Trans></Button>
            <Button {...LARGE} variant="default" onClick={() => onSaid("NOT_REACHED", Date.now() + 3_600_000)}><Trans>in an hour</Trans></Button>
            <Button {...LARGE} variant="default" onClick={() => onSaid("NOT_REACHED", Date.now() + 3 * 3_600_000)}><Trans>in three hours</Trans></Button>
            <Button {...LARGE} variant="default" onClick={() => onSaid("NOT_REACHED", tomorrow())}><Trans>tomorrow at 9</Trans></Button>
          </SimpleGrid>
          <Button mt={8} fullWidth variant="subtle" color="gray" onClick={() => setAsking(false)}><Trans>Back</Trans></Button>
        </div>
      ) : (
        <SimpleGrid cols={2} spacing={8}>
          <Button {...LARGE} color="teal" onClick={() => onSaid("REACHED")}><Trans>Reached and told</Trans></Button>
          <Button {...LARGE} variant="default" onClick={() => setAsking(true)}><Trans>No answer</Trans></Button>
          <Button {...LARGE} variant="default" disabled={!mayLeave} onClick={() => onSaid("LEFT_MESSAGE")}><Trans>Left a message</Trans></Button>
          <Button {...LARGE} variant="default" onClick={() => onSaid("WRONG_NUMBER")}><Trans>Wrong number</Trans></Button>
        </SimpleGrid>
      )}
      {mayLeave ? null : <p className="quiet" style={{ margin: 0 }}><Trans>Leave no message for a client or their family: others may hear it.</Trans></p>}
      <Button variant="subtle" color="gray" onClick={onSkip}><Trans>Next, this one later</Trans></Button>
    </Stack>
  );
}
