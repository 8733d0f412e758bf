import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Tag } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { moment, plainDay } from "~/language/times";
import { placeSaid, stateSaid, storySaid, type Told } from "./storyWords";

const Story = graphql(`
  query CaseStory($shortId: String!, $after: String) {
    case(shortId: $shortId) {
      id
      story(first: 50, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { key kind at day timeZone ahead what state outcome audience place name dueOn } }
      }
    }
  }
`);

type Line = Told & { key: string; at: string; day?: string | null; timeZone?: string | null };

/** What happened to the client and around the case, by when it happened: what is ahead, then the latest. */
export function StoryList({ shortId }: { shortId: string }) {
  const [cursors, setCursors] = useState<string[]>([]);
  return <>{[null, ...cursors].map((after, index, all) => <StoryPart key={after} shortId={shortId} after={after} last={index === all.length - 1} onMore={(cursor) => setCursors([...cursors, cursor])} />)}</>;
}

const AT_FIRST = 15;

function StoryPart({ shortId, after, last, onMore }: { shortId: string; after: string | null; last: boolean; onMore: (cursor: string) => void }) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const [{ data, error, fetching, stale }] = useQuery({ query: Story, variables: { shortId, after } });
  const story = data?.case?.story;
  if (!story && (!data || error || fetching || stale)) return <div className="body"><Awaiting failed={Boolean(error)} /></div>;
  if (!story) return <Empty title={t`The story is for the legal team.`} />;
  const lines = story.edges.map((edge) => edge.node);
  const next = story.pageInfo.hasNextPage ? story.pageInfo.endCursor : null;
  const folded = !all && !after && lines.length > AT_FIRST;
  return (
    <>
      {lines.length === 0 && !after ? <Empty title={t`Nothing yet`} /> : null}
      <ol className="rows">{(folded ? lines.slice(0, AT_FIRST) : lines).map((line) => <StoryLine key={line.key} of={line} />)}</ol>
      {folded || (last && next) ? <div className="body"><Button variant="subtle" size="compact-sm" onClick={() => (folded ? setAll(true) : next ? onMore(next) : undefined)}><Trans>Show more</Trans></Button></div> : null}
    </>
  );
}

/** The day of a place is written in the place's zone. What has none is the reader's own clock's. */
function StoryLine({ of: one }: { of: Line }) {
  const more = [placeSaid(one), stateSaid(one)].filter(Boolean);
  const called = one.state === "CANCELLED" || one.state === "MOVED";
  return (
    <li>
      <div>{storySaid(one)} {one.ahead && !called ? <Tag tone="blue"><Trans>Ahead</Trans></Tag> : null}</div>
      <div className="quiet"><time dateTime={one.day ?? one.at}>{one.day ? plainDay(one.day) : one.timeZone ? moment(one.at, one.timeZone) : moment(one.at)}</time>{more.length > 0 ? ` · ${more.join(" · ")}` : ""}</div>
    </li>
  );
}
