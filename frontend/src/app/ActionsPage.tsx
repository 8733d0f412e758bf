import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Page } from "~/design/pieces";
import { ActionSummary } from "~/features/actions/ActionSummary";
import { DraftDialog } from "~/features/actions/DraftDialog";
import { graphql } from "~/graph/generated";
import { useViewer } from "~/graph/viewer";

const Actions = graphql(`
  query Actions {
    actions(first: 100) { pageInfo { hasNextPage } edges { node { id ...ActionSummary } } }
  }
`);

export function ActionsPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const [{ data, error }] = useQuery({ query: Actions });
  const [open, setOpen] = useState(false);
  const rows = data?.actions.edges;
  return (
    <Page title={t`Actions`} about={<Trans>Press conferences, vigils, people in the courtroom, and what each still needs.</Trans>} actions={viewer?.may.includes("draftActionWithoutCase") ? <Button onClick={() => setOpen(true)}><Trans>Plan an action without a case</Trans></Button> : null}>
      <div className="panel">
        {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
        {rows?.length === 0 ? <Empty title={t`No actions planned`}><Trans>Open a case and plan one around its next hearing.</Trans></Empty> : null}
        <ul className="rows">{rows?.map(({ node }) => <li key={node.id}><Link to="/actions/$actionId" params={{ actionId: node.id }} style={{ color: "inherit", textDecoration: "none", display: "block" }}><ActionSummary of={node} /></Link></li>)}</ul>
      </div>
      {data?.actions.pageInfo.hasNextPage ? <p className="quiet" role="status"><Trans>The first 100 are shown; there are more.</Trans></p> : null}
      {open ? <DraftDialog organizationId={organizationId} hearings={[]} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
