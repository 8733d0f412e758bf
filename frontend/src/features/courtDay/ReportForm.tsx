import { Alert, Button, Group, NumberInput, SimpleGrid, Stack, TextInput, Textarea } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Refusal } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import type { HearingOutcome, ReportHearingInput } from "~/graph/generated/graphql";
import { doOrQueue } from "~/graph/sending";
import { drop, useWaiting } from "~/graph/waiting";
import { day, time, zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords, outcomeWords } from "~/language/words";
import type { CourtDate } from "./dates";

/** Outcomes that decide nothing: of them nobody says how a decision was given. */
const UNDECIDED: readonly HearingOutcome[] = ["CONTINUED", "NOT_PRESENTED", "OTHER"];
const OF_BOND: readonly HearingOutcome[] = ["BOND_GRANTED", "BOND_DENIED", "CONDITIONAL_PAROLE", "CONTINUED", "NOT_PRESENTED", "OTHER"];

/** What somebody says a minute after a hearing, with one thumb and without a signal: what happened, and what there is more to say. */
export function ReportForm({ of, onClose }: { of: CourtDate; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const key = `report ${of.hearingId}`;
  const waiting = useWaiting().find((act) => act.key === key);
  // What was refused is not typed twice.
  const before = waiting?.refused ? (waiting.input as ReportHearingInput) : undefined;
  const [outcome, setOutcome] = useState<HearingOutcome | undefined>(before?.outcome);
  const [next, setNext] = useState(before?.next?.startsAt ?? "");
  const [note, setNote] = useState(before?.note ?? "");
  const [amount, setAmount] = useState<number | string>(before?.bondAmount ?? "");
  const [reserved, setReserved] = useState<"NOT_SAID" | "RESERVED" | "WAIVED">("NOT_SAID");
  const [task, setTask] = useState("");
  const [all, setAll] = useState(false);
  const [sentAs, setSentAs] = useState<string>();

  const usual = of.kind === "BOND_HEARING" ? OF_BOND : (Object.keys(outcomeWords) as HearingOutcome[]).filter((one) => !["BOND_GRANTED", "BOND_DENIED", "CONDITIONAL_PAROLE"].includes(one));
  const outcomes = all ? (Object.keys(outcomeWords) as HearingOutcome[]) : usual;
  const decided = outcome !== undefined && !UNDECIDED.includes(outcome);
  const missing = outcome === undefined || (outcome === "BOND_GRANTED" && !(Number(amount) > 0));
  const save = async (): Promise<void> => {
    if (outcome === undefined) return;
    const words = i18n._(outcomeWords[outcome]);
    const input: ReportHearingInput = {
      hearingId: of.hearingId, expectedRevision: of.revision, outcome, tasks: task.trim() ? [{ title: task.trim() }] : [],
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(next ? { next: { startsAt: next } } : {}),
      ...(outcome === "BOND_GRANTED" ? { bondAmount: Number(amount) } : {}),
      ...(decided ? { decision: { givenHow: "ORAL" as const, appealByClient: "NOT_SAID" as const, appealByGovernment: reserved } } : {}),
    };
    setSentAs(await doOrQueue("reportHearing", input, { key, about: t`Report of ${of.shortId}: ${words}` }));
  };

  // Also of one that was noted before this page was opened.
  if ((waiting ?? sentAs) && !waiting?.refused) {
    return (
      <Stack>
        {waiting ? (
          <Alert color="yellow" role="status" title={t`Your report waits for a signal`}><Trans>It is sent by itself as soon as there is one, and once. You may put the phone away; on a device that is not your own, keep this page open.</Trans></Alert>
        ) : <Alert color="teal" role="status" title={t`The report is saved`}><Trans>The coordinator sees it now. For ten minutes you can take it back on the page of the case.</Trans></Alert>}
        <Group grow>
          {waiting ? <Button size="lg" variant="default" onClick={() => { void drop(waiting.id).then((there) => { if (there) setSentAs(undefined); }); }}><Trans>Take it back</Trans></Button> : null}
          <Button size="lg" onClick={onClose}><Trans>Done</Trans></Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <div><strong>{of.client}</strong> · <Word of={of.kind} in={occasionKindWords} /><div className="quiet">{day(of.startsAt, of.timeZone)}{of.hourKnown ? `, ${time(of.startsAt, of.timeZone)}` : ""}</div></div>
      {waiting?.refused ? <Refusal>{waiting.refused}</Refusal> : null}
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend style={{ fontWeight: 600, padding: 0, marginBottom: 8 }}><Trans>What happened?</Trans></legend>
        <SimpleGrid cols={2} spacing={8}>
          {outcomes.map((one) => <Button key={one} size="lg" h="auto" mih={56} variant={outcome === one ? "filled" : "default"} aria-pressed={outcome === one} onClick={() => setOutcome(one)} styles={{ label: { whiteSpace: "normal", lineHeight: 1.2 } }}>{i18n._(outcomeWords[one])}</Button>)}
        </SimpleGrid>
        {all ? null : <Button mt={8} variant="subtle" color="gray" onClick={() => setAll(true)}><Trans>Something else</Trans></Button>}
      </fieldset>
      {outcome ? (
        <>
          {outcome === "BOND_GRANTED" ? <NumberInput size="md" label={t`Amount in dollars`} description={t`As it was ordered, $1,500 at least.`} required inputMode="numeric" hideControls thousandSeparator="," value={amount} onChange={setAmount} /> : null}
          {decided ? <div><div style={{ fontWeight: 500, marginBottom: 4 }}><Trans>The government's appeal</Trans></div><Segments wide aria-label={t`The government's appeal`} value={reserved} onChange={(to) => setReserved(to as typeof reserved)} data={[{ value: "NOT_SAID", label: t`not said` }, { value: "RESERVED", label: t`reserved` }, { value: "WAIVED", label: t`waived` }]} /></div> : null}
          <TextInput size="md" type="datetime-local" label={t`Next date, if one was set`} description={t`In the court's own zone: ${zoneName(of.timeZone)}`} value={next} onChange={(event) => setNext(event.currentTarget.value)} />
          <Textarea size="md" autosize minRows={2} maxLength={5_000} label={t`In a sentence`} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <TextInput size="md" label={t`What is to be done`} maxLength={200} value={task} onChange={(event) => setTask(event.currentTarget.value)} />
        </>
      ) : null}
      {/* Where a thumb is. */}
      <div className="thumb-foot"><Button fullWidth size="lg" disabled={missing} onClick={() => void save()}><Trans>Save the report</Trans></Button></div>
    </Stack>
  );
}
