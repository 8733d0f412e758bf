import { Alert } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { useQuery } from "urql";
import { Tellings } from "~/forms/Tellings";
import { graphql } from "~/graph/generated";
import type { Confidence } from "~/graph/generated/graphql";
import { changeSaid } from "~/language/server";
import { moment, plainDay } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords, ringWords } from "~/language/words";
import { changedTo } from "./changedTo";

const Preview = graphql(`
  query PreviewTransfer($caseId: ID!, $facilityId: ID!, $confidence: Confidence!) {
    previewTransfer(caseId: $caseId, facilityId: $facilityId, confidence: $confidence) {
      __typename
      ... on TransferPreview {
        case { id representedBy { id attorney { id name } } }
        changes { what before after }
        hearings { id occasion { id kind startsAt timeZone hourKnown } court { id name } }
        clocks { dueOn dueAt deadline { id name timeZone dueOn dueAt } }
        tasks court rings
        tellings { ...TellingLine }
      }
      ... on UserError { message }
    }
  }
`);

const day = (on: string | null, at: string | null, zone: string): string => (at ? moment(at, zone) : on ? plainDay(on) : "–");

/** What would come of it, as soon as it is said to where: nothing is saved. */
export function TransferPreview({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { watch } = useFormContext<{ facilityId: string; confidence: Confidence }>();
  const [facilityId] = useDebouncedValue(watch("facilityId"), 250);
  const confidence = watch("confidence");
  const [{ data, fetching }] = useQuery({ query: Preview, variables: { caseId, facilityId, confidence }, pause: !facilityId, requestPolicy: "network-only" });
  const found = facilityId ? data?.previewTransfer : undefined;
  const counsel = found?.__typename === "TransferPreview" ? found.case.representedBy.map((one) => one.attorney?.name).filter(Boolean).join(", ") : "";
  return (
    <section aria-label={t`What comes of it`} aria-live="polite" aria-busy={fetching}>
      {found?.__typename === "TransferPreview" ? (
        <>
          {found.rings.length > 0 ? <Alert color="red" mb="sm" title={t`The court on file is another`}>{found.court}: {found.rings.map((why, index) => <span key={why}>{index > 0 ? ", " : ""}<Word of={why} in={ringWords} /></span>)}</Alert> : found.court ? <p className="quiet"><Trans>The court on file stays {found.court}: it keeps the case until venue is changed.</Trans></p> : null}
          <dl className="changes">
            {found.changes.map((change) => <div key={change.what}><dt>{changeSaid(change.what)}</dt><dd>{change.what === "distance" ? null : <s>{changedTo(change.what, change.before)}</s>}<strong>{changedTo(change.what, change.after)}</strong></dd></div>)}
          </dl>
          <h3 style={{ margin: "12px 0 4px", fontSize: "0.875rem" }}><Plural value={found.hearings.length} _0="No hearing lies ahead" one="# hearing lies ahead: its time stands, its place is in doubt" other="# hearings lie ahead: their times stand, their places are in doubt" /></h3>
          <ul className="quiet" style={{ margin: 0, paddingLeft: 18 }}>
            {found.hearings.map((one) => <li key={one.id}><Word of={one.occasion.kind} in={occasionKindWords} />, {one.occasion.hourKnown ? moment(one.occasion.startsAt, one.occasion.timeZone) : plainDay(one.occasion.startsAt.slice(0, 10))}{one.court ? `, ${one.court.name}` : ""}</li>)}
          </ul>
          <p className="quiet" style={{ margin: "6px 0" }}>{counsel ? <Trans>Represented by {counsel}: may they appear there?</Trans> : <Trans>Nobody represents them.</Trans>}</p>
          {found.clocks.length > 0 ? (
            <>
              <h3 style={{ margin: "12px 0 4px", fontSize: "0.875rem" }}><Trans>Clocks that run otherwise there</Trans></h3>
              <ul className="quiet" style={{ margin: 0, paddingLeft: 18 }}>
                {found.clocks.map((one) => <li key={one.deadline.id}>{one.deadline.name}: <s>{day(one.deadline.dueOn, one.deadline.dueAt, one.deadline.timeZone)}</s> {day(one.dueOn, one.dueAt, one.deadline.timeZone)}</li>)}
              </ul>
            </>
          ) : <p className="quiet" style={{ margin: "6px 0" }}><Trans>No clock of this case runs otherwise there.</Trans></p>}
          <div style={{ marginTop: 12 }}>{found.hearings.length > 0 ? <Tellings lines={found.tellings} /> : null}</div>
          {found.tasks.length > 0 ? (
            <>
              <h3 style={{ margin: "12px 0 4px", fontSize: "0.875rem" }}><Trans>To do then</Trans></h3>
              <ul className="quiet" style={{ margin: 0, paddingLeft: 18 }}>{found.tasks.map((line) => <li key={line}>{line}</li>)}</ul>
            </>
          ) : null}
        </>
      ) : found ? <Alert color="red">{found.message}</Alert> : <p className="quiet"><Trans>Say where they are now to see what changes and who will be told, before anything is saved.</Trans></p>}
    </section>
  );
}
