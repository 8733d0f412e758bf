import { Button, SegmentedControl } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Empty, Page, Panel } from "~/design/pieces";
import { ActionSummary } from "~/features/actions/ActionSummary";
import { DraftDialog } from "~/features/actions/DraftDialog";
import { graphql } from "~/graph/generated";
import type { ActionState } from "~/graph/generated/graphql";
import { useViewer } from "~/graph/viewer";

const Actions = graphql(`
  query Actions {
    actions(first: 100) { pageInfo { hasNextPage } edges { node { id state occasion { id startsAt endsAt } ...ActionSummary } } }
  }
`);

type Shown = "ahead" | "drafts" | "published" | "over";
type Row = { state: ActionState; occasion: { startsAt: string; endsAt: string } };

/** Whether it stands on this shelf: what is still to come, as a draft or published, or what is over. */
function stands(one: Row, shown: Shown, now: number): boolean {
  const over = one.state === "CALLED_OFF" || one.state === "DONE" || Date.parse(one.occasion.endsAt) <= now;
  if (shown === "over") return over;
  return !over && (shown === "ahead" || one.state === (shown === "drafts" ? "DRAFT" : "PUBLISHED"));
}

export function ActionsPage() {
  const { t } = useLingui();
  const { viewer, organizationId } = useViewer();
  const [{ data, error }] = useQuery({ query: Actions });
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown>("ahead");
  const [now] = useState(() => Date.now());
  const all = data?.actions.edges.map((edge) => edge.node);
  const begins = (one: Row): number => Date.parse(one.occasion.startsAt);
  // What comes next is on top; of what is over, what was last.
  const rows = all?.filter((one) => stands(one, shown, now)).toSorted((one, other) => (shown === "over" ? begins(other) - begins(one) : begins(one) - begins(other)));
  const shelves: { value: Shown; label: string }[] = [{ value: "ahead", label: t`Coming up` }, { value: "drafts", label: t`Drafts` }, { value: "published", label: t`Published` }, { value: "over", label: t`Over` }];
  return (
    <Page title={t`Actions`} about={<Trans>Press conferences, vigils, people in the courtroom, and what each still needs.</Trans>} actions={viewer?.may.includes("draftActionWithoutCase") ? <Button onClick={() => setOpen(true)}><Trans>Plan an action without a case</Trans></Button> : null}>
      <div style={{ maxWidth: "100%", overflowX: "auto", marginBottom: 16 }}><SegmentedControl aria-label={t`Which actions`} value={shown} onChange={(value) => setShown(value as Shown)} data={shelves.map((shelf) => ({ value: shelf.value, label: `${shelf.label}${all ? ` (${all.filter((one) => stands(one, shelf.value, now)).length})` : ""}` }))} /></div>
      <Panel title={shelves.find((shelf) => shelf.value === shown)?.label ?? ""} flush foldable={false}>
        {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
        {all?.length === 0 ? <Empty title={t`No actions planned`}><Trans>Open a case and plan one around its next hearing. An action that names no one, such as a town hall, needs no case.</Trans></Empty> : rows?.length === 0 ? <Empty title={t`Nothing here`} /> : null}
        <ul className="rows">{rows?.map((one) => <li key={one.id}><Link to="/actions/$actionId" params={{ actionId: one.id }} style={{ color: "inherit", textDecoration: "none", display: "block" }}><ActionSummary of={one} /></Link></li>)}</ul>
      </Panel>
      {data?.actions.pageInfo.hasNextPage ? <p className="quiet" role="status"><Trans>The first 100 are shown; there are more.</Trans></p> : null}
      {open ? <DraftDialog organizationId={organizationId} hearings={[]} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
