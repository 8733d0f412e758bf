import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Page } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { Inbox } from "~/features/inbox/inboxQuery";
import { InboxEntryRow, InboxList, type Which, chosen } from "~/features/inbox/InboxList";
import { useMarking } from "~/features/inbox/marking";
import { readFragment } from "~/graph/generated";

export function InboxPage() {
  const { t } = useLingui();
  const [which, setWhich] = useState<Which>("new");
  const [{ data, error }] = useQuery({ query: Inbox });
  const mark = useMarking();
  const unread = chosen((data?.inbox ?? []).map((one) => readFragment(InboxEntryRow, one)), "new");
  return (
    <Page
      title={t`Inbox`}
      about={<Trans>What concerns you, of the last 30 days. It comes by itself, and says no more of a case than you may see now. <Link to="/your-account">How you are told by e-mail, text or in your browser</Link></Trans>}
      actions={
        <>
          <Segments aria-label={t`Which entries`} value={which} onChange={(value) => setWhich(value as Which)} data={[{ value: "new", label: t`New` }, { value: "later", label: t`Later` }, { value: "all", label: t`All` }]} />
          <Button variant="default" disabled={unread.length === 0} onClick={() => void mark(unread.map((one) => one.id), "READ", t`All marked as read.`)}><Trans>Mark all as read</Trans></Button>
        </>
      }
    >
      <div className="panel">{data ? <InboxList of={data.inbox} which={which} /> : <div className="body"><Awaiting failed={Boolean(error)} /></div>}</div>
    </Page>
  );
}
