import { Button, SegmentedControl } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Page, Tag, type Tone } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import type { NoticeState } from "~/graph/generated/graphql";
import { moment } from "~/language/times";
import { reasonSaid } from "~/language/server";
import { Word } from "~/language/Word";
import { audienceWords, channelWords, letterKindWords, noticeStateWords } from "~/language/words";

const Messages = graphql(`
  query Messages($states: [NoticeState!], $after: String) {
    notices(states: $states, first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id kind channel audience dueAt state reason attempts settledAt person { id name } case { id shortId } occasion { id startsAt timeZone } } }
    }
  }
`);

const GROUPS: Record<string, NoticeState[] | null> = { all: ["PLANNED", "CARRIED", "DELIVERED", "FAILED", "UNKNOWN", "SKIPPED"], planned: ["PLANNED"], sent: ["CARRIED", "DELIVERED"], trouble: ["FAILED", "UNKNOWN", "SKIPPED"], replaced: ["SUPERSEDED"] };
const TONES: Record<NoticeState, Tone> = { PLANNED: "blue", CARRIED: "teal", DELIVERED: "green", SKIPPED: "gray", SUPERSEDED: "gray", FAILED: "red", UNKNOWN: "orange" };

export function MessagesPage() {
  const { t } = useLingui();
  const [group, setGroup] = useState("sent");
  const [cursors, setCursors] = useState<string[]>([]);
  return (
    <Page title={t`Messages`} about={<Trans>Every message: whom it is for, how it goes, and how it ended.</Trans>} actions={<SegmentedControl aria-label={t`Which messages`} value={group} onChange={(next) => { setGroup(next); setCursors([]); }} data={[{ value: "sent", label: t`Sent` }, { value: "trouble", label: t`Not sent` }, { value: "planned", label: t`Planned` }, { value: "replaced", label: t`Replaced` }, { value: "all", label: t`All` }]} />}>
      {[null, ...cursors].map((after, index, all) => <MessagesPart key={`${group}${after}`} states={GROUPS[group] ?? null} after={after} last={index === all.length - 1} onMore={(cursor) => setCursors([...cursors, cursor])} />)}
    </Page>
  );
}

function MessagesPart({ states, after, last, onMore }: { states: NoticeState[] | null; after: string | null; last: boolean; onMore: (cursor: string) => void }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Messages, variables: { states, after } });
  const rows = data?.notices.edges;
  if (!rows) return <Awaiting failed={Boolean(error)} />;
  if (rows.length === 0) return <div className="panel"><Empty title={t`No messages here`}><Trans>Reminders are planned when a hearing is scheduled; a change is told at once.</Trans></Empty></div>;
  const next = data?.notices.pageInfo.hasNextPage ? data.notices.pageInfo.endCursor : null;
  return (
    <>
      <ul className="rows panel" style={{ marginTop: after ? 12 : 0 }}>
        {rows.map(({ node }) => (
          <li key={node.id} style={{ display: "flex", justifyContent: "space-between", gap: 12, flexWrap: "wrap" }}>
            <div>
              <strong><Word of={node.kind} in={letterKindWords} /></strong> <Trans>to</Trans> {node.person?.name ?? <Word of={node.audience} in={audienceWords} />} {node.case ? <Link className="plain" to="/cases/$shortId" params={{ shortId: node.case.shortId }}>{node.case.shortId}</Link> : null}
              <div className="quiet"><Word of={node.channel} in={channelWords} /> · {node.settledAt ? moment(node.settledAt) : <Trans>due {moment(node.dueAt)}</Trans>}{node.reason ? ` · ${reasonSaid(node.reason)}` : ""}{node.attempts > 1 ? <> · <Trans>{node.attempts} tries</Trans></> : null}</div>
            </div>
            <Tag tone={TONES[node.state]}><Word of={node.state} in={noticeStateWords} /></Tag>
          </li>
        ))}
      </ul>
      {last && next ? <Button variant="default" mt="sm" onClick={() => onMore(next)}><Trans>Show more</Trans></Button> : null}
    </>
  );
}
