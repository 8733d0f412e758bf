import { Button, Group, Popover, ScrollArea, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Awaiting } from "~/design/pieces";
import { InboxList } from "./InboxList";
import { Inbox } from "./inboxQuery";
import { useMarking } from "./marking";
import type { ReactElement } from "react";

type Props = { bell: ReactElement; open: boolean; setOpen: (open: boolean) => void; unread: readonly string[] };

/** What is new, under the bell that was pressed. */
export function InboxPanel({ bell, open, setOpen, unread }: Props) {
  const { t } = useLingui();
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={440} trapFocus withinPortal returnFocus shadow="md">
      <Popover.Target>{bell}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={t`Inbox`} maw="calc(100vw - 16px)">
        {open ? <Panel unread={unread} onGo={() => setOpen(false)} /> : null}
      </Popover.Dropdown>
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
