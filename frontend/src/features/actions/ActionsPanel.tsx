import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, Panel, Tag } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import type { ActionsOfCaseFragment } from "~/graph/generated/graphql";
import { day, time } from "~/language/times";
import { Word } from "~/language/Word";
import { actionStateWords, occasionKindWords } from "~/language/words";
import { ACTION_TONES, ActionSummary } from "./ActionSummary";
import { DraftDialog } from "./DraftDialog";

export const ActionsPart = graphql(`
  fragment ActionsOfCase on Case {
    id may
    hearings { id court { name } occasion { id kind state startsAt timeZone } }
    actions { id ...ActionSummary }
    sharedActions { id kind state title occasion { id startsAt timeZone } }
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
        {one.sharedActions.map((action) => (
          <li key={action.id}><Group justify="space-between" wrap="nowrap"><SharedAction of={action} /><Link className="plain" to="/actions/$actionId" params={{ actionId: action.id }}><Trans>Open</Trans></Link></Group></li>
        ))}
      </ul>
      {open ? <DraftDialog organizationId={organizationId} caseId={one.id} hearings={ahead} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

/** One that is kept with another case: who plans it there sees what it lacks, and who comes. */
function SharedAction({ of: one }: { of: ActionsOfCaseFragment["sharedActions"][number] }) {
  return (
    <div>
      <Group gap={6}><strong>{one.title}</strong><Tag tone={ACTION_TONES[one.state]}><Word of={one.state} in={actionStateWords} /></Tag></Group>
      <div className="quiet"><Word of={one.kind} in={occasionKindWords} /> · {day(one.occasion.startsAt, one.occasion.timeZone)}, {time(one.occasion.startsAt, one.occasion.timeZone)}</div>
    </div>
  );
}
