import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, Panel, Tag } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { Word } from "~/language/Word";
import { actionStateWords } from "~/language/words";
import { ACTION_TONES, ActionSummary } from "./ActionSummary";
import { DraftDialog } from "./DraftDialog";

export const ActionsPart = graphql(`
  fragment ActionsOfCase on Case {
    id may
    hearings { id court { name } occasion { id kind state startsAt timeZone } }
    actions { id ...ActionSummary }
    sharedActions { id state title }
  }
`);

export function ActionsPanel({ of, organizationId }: { of: FragmentType<typeof ActionsPart>; organizationId: string }) {
  const { t } = useLingui();
  const one = readFragment(ActionsPart, of);
  const [open, setOpen] = useState(false);
  const ahead = one.hearings.filter((hearing) => hearing.occasion.state === "CONFIRMED" || hearing.occasion.state === "TENTATIVE");
  const count = one.actions.length + one.sharedActions.length;
  return (
    <Panel title={t`Actions`} flush count={count} action={one.may.includes("draftAction") ? <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}><Trans>Plan an action</Trans></Button> : null}>
      {count === 0 ? <Empty title={t`No actions planned`}><Trans>A press conference, a vigil, people in the courtroom: plan it around the hearing, and it follows when the hearing moves.</Trans></Empty> : null}
      <ul className="rows">
        {one.actions.map((action) => (
          <li key={action.id}><Group justify="space-between" wrap="nowrap"><ActionSummary of={action} /><Link className="plain" to="/actions/$actionId" params={{ actionId: action.id }}><Trans>Open</Trans></Link></Group></li>
        ))}
        {/* Kept with another case: its own page says the rest. */}
        {one.sharedActions.map((action) => (
          <li key={action.id}><Group justify="space-between" wrap="nowrap"><Group gap={6}><strong>{action.title}</strong><Tag tone={ACTION_TONES[action.state]}><Word of={action.state} in={actionStateWords} /></Tag></Group><Link className="plain" to="/actions/$actionId" params={{ actionId: action.id }}><Trans>Open</Trans></Link></Group></li>
        ))}
      </ul>
      {open ? <DraftDialog organizationId={organizationId} caseId={one.id} hearings={ahead} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
