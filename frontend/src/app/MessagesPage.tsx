import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Page } from "~/design/pieces";
import { MessageFilters, type MessageSearch, messageSearchOf } from "~/features/messages/MessageFilters";
import { MessageRow } from "~/features/messages/MessageRow";
import { graphql } from "~/graph/generated";
import type { MessagesQueryVariables } from "~/graph/generated/graphql";
import { onlySaid } from "~/graph/reading";

const Messages = graphql(`
  query Messages($caseId: ID, $occasionId: ID, $personId: ID, $progress: [NoticeProgress!], $kinds: [LetterKind!], $audiences: [Audience!], $channels: [Channel!], $dueFrom: DateTime, $dueUntil: DateTime, $after: String) {
    notices(caseId: $caseId, occasionId: $occasionId, personId: $personId, progress: $progress, kinds: $kinds, audiences: $audiences, channels: $channels, dueFrom: $dueFrom, dueUntil: $dueUntil, first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id ...MessageRow } }
    }
  }
`);
const CaseOf = graphql(`
  query MessagesOfCase($shortId: String!) {
    case(shortId: $shortId) { id }
  }
`);

const route = getRouteApi("/shell/messages");

/** The instant at which a day begins where the reader is, so many days later. */
function begins(day: string, later = 0): string {
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

function wanted(search: MessageSearch, caseId: string | null): MessagesQueryVariables {
  return {
    caseId,
    occasionId: search.occasion ?? null,
    personId: search.person ?? null,
    progress: search.progress ? [search.progress] : null,
    kinds: search.kind ? [search.kind] : null,
    audiences: search.audience ? [search.audience] : null,
    channels: search.channel ? [search.channel] : null,
    dueFrom: search.from ? begins(search.from) : null,
    dueUntil: search.until ? begins(search.until, 1) : null,
  };
}

export function MessagesPage() {
  const { t } = useLingui();
  const said = route.useSearch();
  const search = useMemo(() => messageSearchOf(said), [said]);
  const navigate = route.useNavigate();
  const [pages, setPages] = useState<{ of: string; cursors: string[] }>({ of: "", cursors: [] });
  const key = JSON.stringify(search);
  const cursors = useMemo(() => (pages.of === key ? pages.cursors : []), [pages, key]);
  const set = (part: MessageSearch): void => void navigate({ search: (now) => onlySaid({ ...now, ...part }), replace: true });
  const [{ data, fetching }] = useQuery({ query: CaseOf, variables: { shortId: search.case ?? "" }, pause: !search.case });
  const caseId = search.case ? (data?.case?.id ?? null) : null;
  const variables = useMemo(() => wanted(search, caseId), [search, caseId]);
  const filtered = Object.keys(search).length > 0;
  return (
    <Page title={t`Messages`} about={<Trans>Every message: whom it is for, how it goes, and how it ended.</Trans>}>
      <div className="stack" style={{ gap: 14 }}>
        <MessageFilters search={search} set={set} />
        {search.case && !caseId ? (
          fetching ? <Awaiting failed={false} /> : <div className="panel"><Empty title={t`No such case`}><Trans>There is no case of this number, or it is not yours to see.</Trans></Empty></div>
        ) : (
          [null, ...cursors].map((after, index, all) => <MessagesPart key={`${key}${after ?? ""}`} variables={variables} filtered={filtered} after={after} last={index === all.length - 1} onMore={(cursor) => setPages({ of: key, cursors: [...cursors, cursor] })} />)
        )}
      </div>
    </Page>
  );
}

function MessagesPart({ variables, filtered, after, last, onMore }: { variables: MessagesQueryVariables; filtered: boolean; after: string | null; last: boolean; onMore: (cursor: string) => void }) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: Messages, variables: { ...variables, after } });
  const rows = data?.notices.edges;
  if (!rows) return <Awaiting failed={Boolean(error)} />;
  if (rows.length === 0 && !after) {
    return <div className="panel">{filtered ? <Empty title={t`No message fits this filter`}><Trans>Take a part of the filter away.</Trans></Empty> : <Empty title={t`No messages here`}><Trans>Reminders are planned when a hearing is scheduled; a change is told at once.</Trans></Empty>}</div>;
  }
  const next = data.notices.pageInfo.hasNextPage ? data.notices.pageInfo.endCursor : null;
  return (
    <>
      <ul className="rows panel">{rows.map(({ node }) => <MessageRow key={node.id} of={node} />)}</ul>
      {last && next ? <div><Button variant="default" onClick={() => onMore(next)}><Trans>Show more</Trans></Button></div> : null}
    </>
  );
}
