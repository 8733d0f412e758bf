import { ActionIcon, Indicator } from "@mantine/core";
import { Plural, useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useState } from "react";
import { useQuery } from "urql";
import { Icon } from "~/design/Icon";
import { graphql } from "~/graph/generated";

const InboxPanel = lazy(() => import("./InboxPanel").then((found) => ({ default: found.InboxPanel })));

// On every page: which are new, and nothing of what they say.
const Unread = graphql(`
  query InboxUnread { inbox { id read snoozedUntil about } }
`);

/** Beside everything: how much is new, and what it says once somebody asks. */
export function InboxBell() {
  const { t } = useLingui();
  const [open, setOpen] = useState<boolean>();
  const [{ data }] = useQuery({ query: Unread });
  const unread = (data?.inbox ?? []).filter((one) => !one.read && !one.snoozedUntil);
  // One change that moved three dates is one matter.
  const count = new Set(unread.map((one) => one.about)).size;
  const bell = <ActionIcon variant="subtle" color="gray" size="lg" aria-label={count > 0 ? t`Inbox, ${count} new` : t`Inbox`} onClick={() => setOpen(!open)}><Icon name="bell" /></ActionIcon>;
  return (
    <>
      <Indicator label={count} size={18} disabled={count === 0} color="red.8" offset={6} zIndex={1}>
        {open === undefined ? bell : <Suspense fallback={bell}><InboxPanel bell={bell} open={open} setOpen={setOpen} unread={unread.map((one) => one.id)} /></Suspense>}
      </Indicator>
      <span role="status" className="heard">{count > 0 ? <Plural value={count} one="# new entry in your inbox" other="# new entries in your inbox" /> : null}</span>
    </>
  );
}
