import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Trans } from "@lingui/react/macro";
import { Awaiting, Empty, Panel } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { FeedRow } from "./FeedRow";

const Feeds = graphql(`
  query HouseFeeds {
    feeds { id revokedAt person { id } ...FeedRow }
  }
`);

/** Every calendar address that the organization looks after: whose it is, when it was last fetched, and an end to it. */
export function HouseFeeds() {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Feeds });
  const rows = data?.feeds.filter((feed) => !feed.revokedAt);
  return (
    <Panel title={t`All calendar addresses`} flush {...(rows ? { count: rows.length } : {})}>
      {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
      {rows?.length === 0 ? <Empty title={t`No feeds yet`}><Trans>When somebody here subscribes, or you make a feed for an official, it stands here with the day on which it was last fetched.</Trans></Empty> : null}
      <ul className="rows">{rows?.map((feed) => <FeedRow key={feed.id} of={feed} />)}</ul>
    </Panel>
  );
}
