import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Awaiting, Empty, Tag } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { actorSaid, fieldSaid } from "~/language/server";
import { moment } from "~/language/times";
import { Word } from "~/language/Word";
import { doorWords } from "~/language/words";

const Seen = graphql(`
  query WhoSaw($recordId: ID, $shortId: String) {
    whoSaw(recordId: $recordId, shortId: $shortId) { by organization door times firstAt lastAt fields urgentReason }
  }
`);

/** Who looked at a case, by person and door, whoever looked last first. */
export function WhoSaw({ recordId, shortId }: { recordId?: string; shortId?: string }) {
  const { t } = useLingui();
  const [{ data, error, fetching }] = useQuery({ query: Seen, variables: { recordId: recordId ?? null, shortId: shortId ?? null } });
  if (error && !error.networkError && !fetching) return <Empty title={t`There is no such case, or you may not ask who saw it.`} />;
  if (!data) return <div className="body"><Awaiting failed={Boolean(error)} /></div>;
  if (data.whoSaw.length === 0) return <Empty title={t`Nobody has looked at it yet.`} />;
  return (
    <ol className="rows">
      {data.whoSaw.map((one) => (
        <li key={`${one.by} ${one.organization ?? ""} ${one.door} ${one.firstAt}`}>
          <div><strong>{actorSaid(one.by)}</strong> <span className="quiet">{one.organization}</span> <Tag><Word of={one.door} in={doorWords} /></Tag></div>
          <div className="quiet">{one.times === 1 ? <Trans>once, <time dateTime={one.lastAt}>{moment(one.lastAt)}</time></Trans> : <Trans>{one.times} times, <time dateTime={one.firstAt}>{moment(one.firstAt)}</time> to <time dateTime={one.lastAt}>{moment(one.lastAt)}</time></Trans>}</div>
          {one.fields.length > 0 ? <div className="quiet">{[...new Set(one.fields.map(fieldSaid))].join(", ")}</div> : null}
          {one.urgentReason ? <div className="late"><Trans>opened it urgently:</Trans> {one.urgentReason}</div> : null}
        </li>
      ))}
    </ol>
  );
}
