import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, Panel } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { ActionSummary } from "./ActionSummary";
import { DraftDialog } from "./DraftDialog";

export const ActionsPart = graphql(`
  fragment ActionsOfCase on Case {
    id may
    hearings { id court { name } occasion { id kind state startsAt timeZone } }
    actions { id ...ActionSummary }
    sharedActions { id ...ActionSummary }
  }
`);

export function ActionsPanel({ of, organizationId }: { of: FragmentType<typeof ActionsPart>; organizationId: string }) {
  const { t } = useLingui();
  const one = readFragment(ActionsPart, of);
  const [open, setOpen] = useState(false);
  const ahead = one.hearings.filter((hearing) => hearing.occasion.state === "CONFIRMED" || hearing.occasion.state === "TENTATIVE");
  const actions = [...one.actions, ...one.sharedActions];
  return (
    <Panel title={t`Actions`} flush count={actions.length} action={one.may.includes("draftAction") ? <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}><Trans>Plan an action</Trans></Button> : null}>
      {actions.length === 0 ? <Empty title={t`No actions planned`}><Trans>A press conference, a vigil, people in the courtroom: plan it around the hearing, and it follows when the hearing moves.</Trans></Empty> : null}
      <ul className="rows">
        {actions.map((action) => (
          <li key={action.id}><Group justify="space-between" wrap="nowrap"><ActionSummary of={action} /><Link className="plain" to="/actions/$actionId" params={{ actionId: action.id }}><Trans>Open</Trans></Link></Group></li>
        ))}
      </ul>
      {open ? <DraftDialog organizationId={organizationId} caseId={one.id} hearings={ahead} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
