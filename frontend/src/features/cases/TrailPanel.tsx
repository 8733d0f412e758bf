import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense, lazy, useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Panel } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { graphql } from "~/graph/generated";
import { moment } from "~/language/times";
import { actSaid, actorSaid, becauseSaid, fieldSaid } from "~/language/server";
import { Word } from "~/language/Word";
import { whyMovedWords } from "~/language/words";
import { StoryList } from "./StoryList";
import { type TrailSought, variablesOf } from "./trailSought";

const TrailFilters = lazy(() => import("./TrailFilters").then((found) => ({ default: found.TrailFilters })));

const Trail = graphql(`
  query CaseTrail($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {
    case(shortId: $shortId) {
      id
      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {
        pageInfo { hasNextPage endCursor }
        edges { node { seq at by act concerns whyMoved fields reason } }
      }
    }
  }
`);

/** The same with what stood there before, asked for apart: that it was read is an entry of its own. */
const WithChanges = graphql(`
  query TrailChanges($shortId: String!, $after: String, $personId: ID, $since: DateTime, $until: DateTime, $topic: TrailTopic) {
    case(shortId: $shortId) {
      id
      trail(first: 100, after: $after, personId: $personId, since: $since, until: $until, topic: $topic) {
        pageInfo { hasNextPage endCursor }
        edges { node { seq at by act concerns whyMoved fields reason changes } }
      }
    }
  }
`);

type Shown = "story" | "done" | "seen";

/** Acts of which the trail keeps restricted words. */
const SEALED = new Set(["case.updated", "action.revised", "action.called_off", "assignment.withdrawn", "consent.withdrawn", "detainer.corrected", "hearing.cancelled", "incident.corrected"]);

/** Acts whose line holds the reason itself, or whose reason stands elsewhere on the page: that there is one need not be said. */
const SAYS_WHY = new Set(["glass.broken", "wall.raised"]);

/** A restricted value as the trail holds it: a text, a list of texts, or nothing. */
function valueSaid(value: unknown): string {
  return (Array.isArray(value) ? value.map(String).join(", ") : typeof value === "string" ? value : "") || "–";
}

/** The case's story; who did what of it here, and when; and who saw it. No one can edit any of them. */
export function TrailPanel({ shortId, seen }: { shortId: string; seen: ReactNode }) {
  const { t } = useLingui();
  const [shown, setShown] = useState<Shown>("story");
  const [cursors, setCursors] = useState<string[]>([]);
  const [sought, setSought] = useState<TrailSought>({});
  return (
    <Panel title={t`Timeline`} flush action={<Segments small aria-label={t`Which entries`} value={shown} onChange={(next) => setShown(next as Shown)} data={[{ value: "story", label: t`Story` }, { value: "done", label: t`What happened` }, { value: "seen", label: t`Who saw it` }]} />}>
      {shown === "done" ? <Suspense fallback={<div className="body"><Awaiting failed={false} /></div>}><TrailFilters shortId={shortId} of={sought} onChange={(next) => { setCursors([]); setSought(next); }} /></Suspense> : null}
      {shown === "story" ? <StoryList shortId={shortId} /> : shown === "seen" ? seen : [null, ...cursors].map((after, index, all) => <TrailPart key={`${after} ${JSON.stringify(sought)}`} shortId={shortId} sought={sought} after={after} last={index === all.length - 1} onMore={(cursor) => setCursors([...cursors, cursor])} />)}
    </Panel>
  );
}

const AT_FIRST = 10;

/** What a line's restricted fields held before and hold now, where that was asked for. */
function before(line: object): Record<string, [unknown, unknown]> {
  return ("changes" in line ? (line.changes as Record<string, [unknown, unknown]> | null) : null) ?? {};
}

function TrailPart({ shortId, sought, after, last, onMore }: { shortId: string; sought: TrailSought; after: string | null; last: boolean; onMore: (cursor: string) => void }) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState(false);
  const variables = { shortId, after, ...variablesOf(sought) };
  const [plain] = useQuery({ query: Trail, variables, pause: opened });
  const [whole] = useQuery({ query: WithChanges, variables, pause: !opened });
  // Every line with all that is shown of it comes from one answer; until the fuller one is there, the first stands.
  const { data, error, fetching, stale } = opened && (whole.data?.case?.trail || whole.error) ? whole : plain;
  const trail = data?.case?.trail;
  if (!trail && (!data || error || fetching || stale)) return <div className="body"><Awaiting failed={Boolean(error)} /></div>;
  if (!trail) return <Empty title={t`The timeline is for the case's counsel and coordinators.`} />;
  const lines = trail.edges.map((edge) => edge.node).filter((line) => line.act !== "viewed");
  const next = trail.pageInfo.hasNextPage ? trail.pageInfo.endCursor : null;
  const folded = !all && !after && lines.length > AT_FIRST;
  return (
    <>
      {lines.length === 0 && !next ? <Empty title={Object.values(sought).some(Boolean) ? t`No entry fits` : t`Nothing yet`} /> : null}
      <ol className="rows">
        {(folded ? lines.slice(0, AT_FIRST) : lines).map((line) => (
          <li key={line.seq}>
            <div>{actSaid(line.act)}{line.concerns ? <>: <strong>{line.concerns}</strong></> : null}{line.fields.length > 0 && !SAYS_WHY.has(line.act) ? <span className="quiet">: {[...new Set(line.fields.map(fieldSaid))].join(", ")}</span> : null}</div>
            {Object.entries(before(line)).map(([field, [then, now]]) => <div key={field}><span className="quiet">{fieldSaid(field)}:</span> {then === null ? null : <>{valueSaid(then)} → </>}{valueSaid(now)}</div>)}
            <div className="quiet">{actorSaid(line.by)} · <time dateTime={line.at}>{moment(line.at)}</time>{line.reason ? ` · ${becauseSaid(line.reason)}` : ""}{line.whyMoved ? <> · <Word of={line.whyMoved} in={whyMovedWords} /></> : null}</div>
          </li>
        ))}
      </ol>
      {!opened && lines.some((line) => SEALED.has(line.act) && line.fields.length > 0) ? <div className="body"><Button variant="subtle" size="compact-sm" onClick={() => setOpened(true)}><Trans>Show what it said before</Trans></Button></div> : null}
      {folded || (last && next) ? <div className="body"><Button variant="subtle" size="compact-sm" onClick={() => (folded ? setAll(true) : next ? onMore(next) : undefined)}><Trans>Show more</Trans></Button></div> : null}
    </>
  );
}
