import { Button, Modal } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty } from "~/design/pieces";
import { FeedRow } from "~/features/feeds/FeedRow";
import { SubscribeDialog } from "~/features/feeds/SubscribeDialog";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";

const Feeds = graphql(`
  query FeedsHere {
    feeds { id revokedAt ...FeedRow }
  }
`);

/** These dates in one's own calendar: the buttons, and how long a calendar may take. */
export function SubscribeHere({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { organizationId } = useViewer();
  const [making, setMaking] = useState(false);
  const [{ data, error }] = useQuery({ query: Feeds });
  const rows = data?.feeds.filter((feed) => !feed.revokedAt);
  if (making) return <SubscribeDialog organizationId={organizationId} onClose={() => setMaking(false)} />;
  return (
    <Modal opened onClose={onClose} size="lg" title={t`Subscribe`} closeButtonProps={{ "aria-label": t`Close` }}>
      {rows ? null : <Awaiting failed={Boolean(error)} />}
      {rows?.length === 0 ? <Empty title={t`No feeds yet`}><Trans>Make one, press the button of your calendar, and every hearing you may see follows you.</Trans></Empty> : null}
      <ul className="rows">{rows?.map((feed) => <FeedRow key={feed.id} of={feed} />)}</ul>
      <p className="quiet"><Trans>Calendars ask when they like: Google every several hours up to more than a day, Outlook every 3 to 24 hours, Apple as you set it. When a hearing moves we also write to you at once; do not rely on the feed alone.</Trans></p>
      <div className="spread"><Link to="/subscriptions"><Trans>All of your feeds</Trans></Link><Button onClick={() => setMaking(true)}><Trans>New feed</Trans></Button></div>
    </Modal>
  );
}
