import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { Awaiting, Empty, Page, Panel } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { ActionColumns, type ActionStage } from "~/features/actions/ActionColumns";
import { ActionSummary, SummaryPart } from "~/features/actions/ActionSummary";
import { DraftDialog } from "~/features/actions/DraftDialog";
import { graphql, readFragment } from "~/graph/generated";
import type { ActionState, ActionsQuery } from "~/graph/generated/graphql";
import { useViewer } from "~/graph/viewer";

const Actions = graphql(`
  query Actions($after: String) {
    actions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id state occasion { id startsAt endsAt } ...ActionSummary } } }
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

type Found = ActionsQuery["actions"]["edges"][number]["node"];

/** In which column of the board it stands. */
function stageOf(one: Found, now: number): ActionStage {
  if (stands(one, "over", now)) return "OVER";
  if (one.state === "PUBLISHED") return "PUBLISHED";
  return readFragment(SummaryPart, one).missing.length > 0 ? "MISSING" : "READY";
}

/** What is next stands on top; of what is over, what was last. */
function columns(all: readonly Found[], now: number): Record<ActionStage, { id: string; of: Found }[]> {
  const found: Record<ActionStage, Found[]> = { MISSING: [], READY: [], PUBLISHED: [], OVER: [] };
  for (const one of all) found[stageOf(one, now)].push(one);
  const ordered = (stage: ActionStage): { id: string; of: Found }[] => found[stage].toSorted((one, other) => (stage === "OVER" ? -1 : 1) * (Date.parse(one.occasion.startsAt) - Date.parse(other.occasion.startsAt))).map((of) => ({ id: of.id, of }));
  return { MISSING: ordered("MISSING"), READY: ordered("READY"), PUBLISHED: ordered("PUBLISHED"), OVER: ordered("OVER") };
}

const route = getRouteApi("/shell/actions");

export function ActionsPage() {
  const { t } = useLingui();
  const { layout } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useClient();
  const [later, setLater] = useState<ActionsQuery["actions"][]>([]);
  const { viewer, organizationId } = useViewer();
  const [{ data, error }] = useQuery({ query: Actions, variables: { after: null } });
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown>("ahead");
  const [now] = useState(() => Date.now());
  const all = data ? [data.actions, ...later].flatMap((page) => page.edges.map((edge) => edge.node)) : undefined;
  const last = later.at(-1) ?? data?.actions;
  const more = async (): Promise<void> => {
    const found = await client.query(Actions, { after: last?.pageInfo.endCursor ?? null });
    if (found.data) setLater([...later, found.data.actions]);
  };
  const begins = (one: Row): number => Date.parse(one.occasion.startsAt);
  // What comes next is on top; of what is over, what was last.
  const rows = all?.filter((one) => stands(one, shown, now)).toSorted((one, other) => (shown === "over" ? begins(other) - begins(one) : begins(one) - begins(other)));
  const shelves: { value: Shown; label: string }[] = [{ value: "ahead", label: t`Coming up` }, { value: "drafts", label: t`Drafts` }, { value: "published", label: t`Published` }, { value: "over", label: t`Over` }];
  return (
    <Page title={t`Actions`} about={<Trans>Press conferences, vigils, people in the courtroom, and what each still needs.</Trans>} actions={viewer?.may.includes("draftActionWithoutCase") ? <Button onClick={() => setOpen(true)}><Trans>Plan an action without a case</Trans></Button> : null}>
      <div style={{ marginBottom: 16 }}><Segments aria-label={t`View`} value={layout ?? "list"} onChange={(value) => void navigate({ search: value === "board" ? { layout: "board" } : {}, replace: true })} data={[{ value: "list", label: t`List` }, { value: "board", label: t`Board` }]} /></div>
      {layout === "board" ? (rows && all ? <ActionColumns columns={columns(all, now)} titles={{ MISSING: t`Something is missing`, READY: t`Okay to share`, PUBLISHED: t`Published`, OVER: t`Over` }} /> : <Awaiting failed={Boolean(error)} />) : (
        <>
          <div style={{ maxWidth: "100%", overflowX: "auto", marginBottom: 16 }}><Segments aria-label={t`Which actions`} value={shown} onChange={(value) => setShown(value as Shown)} data={shelves.map((shelf) => ({ value: shelf.value, label: `${shelf.label}${all ? ` (${all.filter((one) => stands(one, shelf.value, now)).length})` : ""}` }))} /></div>
          <Panel title={shelves.find((shelf) => shelf.value === shown)?.label ?? ""} flush foldable={false}>
            {rows ? null : <div className="body"><Awaiting failed={Boolean(error)} /></div>}
            {all?.length === 0 ? <Empty title={t`No actions planned`}><Trans>Open a case and plan one around its next hearing. An action that names no one, such as a town hall, needs no case.</Trans></Empty> : rows?.length === 0 ? <Empty title={t`Nothing here`} /> : null}
            <ul className="rows">{rows?.map((one) => <li key={one.id}><Link to="/actions/$actionId" params={{ actionId: one.id }} style={{ color: "inherit", textDecoration: "none", display: "block" }}><ActionSummary of={one} /></Link></li>)}</ul>
          </Panel>
        </>
      )}
      {last?.pageInfo.hasNextPage ? <Button mt="md" variant="default" onClick={() => void more()}><Trans>Show more</Trans></Button> : null}
      {open ? <DraftDialog organizationId={organizationId} hearings={[]} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
