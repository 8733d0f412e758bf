import { Alert, Checkbox, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Trans, useLingui } from "@lingui/react/macro";
import { Panel, Tag, Unknown } from "~/design/pieces";
import { VerbButton } from "~/forms/VerbButton";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { Medium } from "~/graph/generated/graphql";
import { useVerb } from "~/graph/verbs";
import { changeSaid } from "~/language/server";
import { date, fromNow, lasting, moment, zoneName } from "~/language/times";
import { Word } from "~/language/Word";
import { alarmKindWords, confidenceWords, mediumWords, nextStepWords, ringWords, sourceWords } from "~/language/words";

export const TransferPart = graphql(`
  fragment TransferOfCase on Case {
    id may
    alarms { kind rings nextStep since who why expected expectedAt expectedBy courtId court facilityId facility checkedAt }
    transfers { id leftAt arrivedAt fromFacility toFacility timeZone source confidence changes { what before after } checklist { id what title revision dueAt doneAt owner } }
    habeasClock { arrestedAt firstMovedAt hours }
    habeasFilings { id filedAt district circuit confidence facility { id name } }
  }
`);
const Expected = graphql(`
  mutation MarkExpected($input: MarkExpectedInput!) {
    markExpected(input: $input) { __typename ... on MarkExpectedPayload { case { id ...TransferOfCase } } ... on Invalid { field } ... on UserError { message } }
  }
`);
const Unmark = graphql(`
  mutation UnmarkExpected($input: UnmarkExpectedInput!) {
    unmarkExpected(input: $input) { __typename ... on UnmarkExpectedPayload { case { id ...TransferOfCase } } ... on UserError { message } }
  }
`);
const Done = graphql(`
  mutation CompleteTransferTask($input: CompleteTaskInput!) {
    completeTask(input: $input) { __typename ... on CompleteTaskPayload { task { id revision doneAt } } ... on UserError { message } }
  }
`);

/** What of where the client is somebody has to look at, and what the last transfer changed. */
export function TransferPanel({ of }: { of: FragmentType<typeof TransferPart> }) {
  const { t, i18n } = useLingui();
  const one = readFragment(TransferPart, of);
  const { send } = useVerb(Done);
  const last = one.transfers.at(0);
  const clock = one.habeasClock;
  if (one.alarms.length === 0 && !last && one.habeasFilings.length === 0) return null;
  // A zone by its name, a medium in words; what nobody knows as a dash.
  const told = (what: string, value: string | null): string => {
    if (value === null) return "–";
    if (what === "medium") return i18n._(mediumWords[value.toUpperCase() as Medium]);
    return what === "time zone" ? zoneName(value) : value;
  };
  const done = async (id: string, revision: number): Promise<void> => {
    const { refused } = await send({ taskId: id, expectedRevision: revision });
    if (refused) notifications.show({ color: "red", message: refused.message });
  };
  return (
    <Panel title={t`Transfers`} flush count={one.transfers.length}>
      {one.alarms.map((alarm) => (
        <Alert key={alarm.kind} color={alarm.rings ? "red" : "gray"} radius={0} title={<Word of={alarm.kind} in={alarmKindWords} />}>
          {alarm.kind === "CUSTODY_COURT" ? <div><Trans>On file: {alarm.court}. Held at {alarm.facility}, checked {alarm.checkedAt ? fromNow(alarm.checkedAt) : "–"}.</Trans> {alarm.why.map((why) => <Tag key={why} tone="orange"><Word of={why} in={ringWords} /></Tag>)}</div> : alarm.since ? <div><Trans>Last confirmed {moment(alarm.since)}.</Trans></div> : null}
          {alarm.expected ? <div className="quiet">{alarm.expectedAt ? alarm.expectedBy ? <Trans>Marked expected by {alarm.expectedBy}, {date(alarm.expectedAt)}: silent until one of the two changes.</Trans> : <Trans>Marked expected {date(alarm.expectedAt)}: silent until one of the two changes.</Trans> : null}</div> : <div><Word of={alarm.nextStep} in={nextStepWords} />{alarm.who ? ` · ${alarm.who}` : ""}</div>}
          {alarm.kind === "CUSTODY_COURT" && !alarm.expected && alarm.courtId && alarm.facilityId && one.may.includes("markExpected") ? <VerbButton mt={6} verb={Expected} label={t`This is expected`} input={{ caseId: one.id, courtId: alarm.courtId, facilityId: alarm.facilityId }} told={t`Marked expected. It rings again when the court or the place changes.`} /> : null}
          {alarm.expected && alarm.courtId && alarm.facilityId && one.may.includes("markExpected") ? <VerbButton mt={6} verb={Unmark} label={t`Not expected after all`} input={{ caseId: one.id, courtId: alarm.courtId, facilityId: alarm.facilityId }} told={t`Taken back: it rings if it must.`} /> : null}
        </Alert>
      ))}
      {last ? (
        <div className="body">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <strong>{last.fromFacility ?? t`Unknown`} → {last.toFacility ?? t`Unknown`}</strong>
            <Tag tone={last.confidence === "CONFIRMED" ? "teal" : "orange"}><Word of={last.confidence} in={confidenceWords} /></Tag>
          </Group>
          <div className="quiet">{last.arrivedAt ? date(last.arrivedAt, last.timeZone ?? undefined) : <Unknown />} · <Word of={last.source} in={sourceWords} /></div>
          <dl className="changes">
            {last.changes.map((change) => <div key={change.what}><dt>{changeSaid(change.what)}</dt><dd>{change.what === "distance" ? null : <s>{told(change.what, change.before)}</s>}<strong>{told(change.what, change.after)}</strong></dd></div>)}
          </dl>
          {last.checklist.map((line) => (
            <Checkbox key={line.id} mt={6} checked={Boolean(line.doneAt)} disabled={Boolean(line.doneAt) || !one.may.includes("completeTask")} label={line.title} description={[line.owner, line.doneAt ? t`done` : line.dueAt ? moment(line.dueAt) : null].filter(Boolean).join(" · ")} onChange={() => void done(line.id, line.revision)} />
          ))}
        </div>
      ) : null}
      {clock?.hours != null ? <div className="body quiet">{clock.firstMovedAt ? <Trans>First moved {lasting(clock.hours)} after the arrest.</Trans> : <Trans>Not moved yet, {lasting(clock.hours)} after the arrest: a habeas petition lies where the client is now.</Trans>}</div> : null}
      {one.habeasFilings.map((filing) => <div key={filing.id} className="body quiet"><Trans>Habeas petition filed {moment(filing.filedAt)}: the client was at {filing.facility?.name ?? t`a place nobody knew`}, {filing.district ?? t`district not known`}.</Trans> <Tag>{filing.confidence ? <Word of={filing.confidence} in={confidenceWords} /> : <Unknown />}</Tag></div>)}
    </Panel>
  );
}
