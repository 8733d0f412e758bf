import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { Icon } from "~/design/Icon";
import { Awaiting, Empty, Page } from "~/design/pieces";
import { FeedRow } from "~/features/feeds/FeedRow";
import { RevokeFeeds } from "~/features/feeds/RevokeFeeds";
import { SubscribeDialog } from "~/features/feeds/SubscribeDialog";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";

const Feeds = graphql(`
  query Feeds {
    feeds { id revokedAt ...FeedRow }
  }
`);

export function FeedsPage() {
  const { t } = useLingui();
  const { organizationId } = useViewer();
  const [open, setOpen] = useState(false);
  const [{ data, error }] = useQuery({ query: Feeds });
  const rows = data?.feeds.filter((feed) => !feed.revokedAt);
  return (
    <Page title={t`Feeds`} about={<Trans>Your dates in your own calendar. Each address is secret and yours alone; change it if it got into other hands.</Trans>} actions={<>{rows?.length ? <RevokeFeeds organizationId={organizationId} /> : null}<Button size="sm" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen(true)}><Trans>New feed</Trans></Button></>}>
      <div className="stack">
        <div className="panel">
          {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
          {rows?.length === 0 ? <Empty title={t`No feeds yet`}><Trans>Make one, press the button of your calendar, and every hearing you may see follows you.</Trans></Empty> : null}
          <ul className="rows">{rows?.map((feed) => <FeedRow key={feed.id} of={feed} />)}</ul>
        </div>
        <p className="quiet"><Trans>Calendars ask when they like: Google every several hours up to more than a day, Outlook every 3 to 24 hours, Apple as you set it. When a hearing moves we also write to you at once; do not rely on the feed alone.</Trans></p>
      </div>
      {open ? <SubscribeDialog organizationId={organizationId} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
