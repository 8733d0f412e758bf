import { ActionIcon, Button, Group, Indicator, Popover, ScrollArea, Text } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Icon } from "~/design/Icon";
import { Awaiting } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { InboxList } from "./InboxList";
import { useMarking } from "./marking";

// On every page: which are new, and nothing of what they say.
const Unread = graphql(`
  query InboxUnread { inbox { id read snoozedUntil } }
`);
export const Inbox = graphql(`
  query Inbox { inbox { id ...InboxEntryRow } }
`);

/** Beside everything: how much is new, and what it says once somebody asks. */
export function InboxBell() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [{ data }] = useQuery({ query: Unread });
  const unread = (data?.inbox ?? []).filter((one) => !one.read && !one.snoozedUntil);
  const count = unread.length;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={440} trapFocus withinPortal returnFocus shadow="md">
      <Indicator label={count} size={18} disabled={count === 0} color="red.8" offset={6} zIndex={1}>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={count > 0 ? t`Inbox, ${count} new` : t`Inbox`} onClick={() => setOpen(!open)}><Icon name="bell" /></ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t`Inbox`} maw="calc(100vw - 16px)">
        {open ? <Panel unread={unread.map((one) => one.id)} onGo={() => setOpen(false)} /> : null}
      </Popover.Dropdown>
      <span role="status" className="heard">{count > 0 ? <Plural value={count} one="# new entry in your inbox" other="# new entries in your inbox" /> : null}</span>
    </Popover>
  );
}

function Panel({ unread, onGo }: { unread: readonly string[]; onGo: () => void }) {
  const { t } = useLingui();
  const mark = useMarking();
  const [{ data, error }] = useQuery({ query: Inbox });
  return (
    <>
      <Group justify="space-between" px="md" py="xs">
        <Text fw={620}><Trans>Inbox</Trans></Text>
        {unread.length > 0 ? <Button variant="subtle" size="compact-sm" onClick={() => void mark(unread, "READ", t`All marked as read.`)}><Trans>Mark all as read</Trans></Button> : null}
      </Group>
      <ScrollArea.Autosize mah="60vh" type="auto">{data ? <InboxList of={data.inbox} which="new" onGo={onGo} /> : <div style={{ padding: 16 }}><Awaiting failed={Boolean(error)} /></div>}</ScrollArea.Autosize>
      <Group justify="space-between" px="md" py="xs">
        <Link to="/inbox" className="plain" onClick={onGo}><Trans>Open the inbox</Trans></Link>
        <Link to="/your-account" className="quiet" onClick={onGo}><Trans>How you are told</Trans></Link>
      </Group>
    </>
  );
}
