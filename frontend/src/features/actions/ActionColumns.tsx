import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Tag } from "~/design/pieces";
import { type FragmentType, readFragment } from "~/graph/generated";
import { shortDay, time } from "~/language/times";
import { missingSaid } from "~/language/server";
import { Word } from "~/language/Word";
import { occasionKindWords } from "~/language/words";
import { SummaryPart } from "./ActionSummary";

/** How far an action has come: the columns of the board, in the order in which it goes through them. */
export const STAGES = ["MISSING", "READY", "PUBLISHED", "OVER"] as const;
export type ActionStage = (typeof STAGES)[number];

/** Actions side by side by how far they have come, each draft with the first thing that is still missing. */
export function ActionColumns({ columns, titles }: { columns: Record<ActionStage, readonly { id: string; of: FragmentType<typeof SummaryPart> }[]>; titles: Record<ActionStage, string> }) {
  return (
    <div className="plan-columns">
      {STAGES.map((stage) => (
        <section key={stage} aria-label={titles[stage]}>
          <h2>{titles[stage]} <span className="quiet">{columns[stage].length}</span></h2>
          <ul>
            {columns[stage].map(({ id, of }) => <li key={id}><Card of={of} missing={stage === "MISSING"} /></li>)}
            {columns[stage].length === 0 ? <li className="quiet none"><Trans>Nothing here</Trans></li> : null}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ of, missing }: { of: FragmentType<typeof SummaryPart>; missing: boolean }): ReactNode {
  const one = readFragment(SummaryPart, of);
  const first = missing ? one.missing[0] : undefined;
  const more = one.missing.length - 1;
  return (
    <Link to="/actions/$actionId" params={{ actionId: one.id }} className="panel">
      <strong>{one.title}</strong>
      <div className="quiet"><Word of={one.kind} in={occasionKindWords} /> · {shortDay(one.occasion.startsAt, one.occasion.timeZone)}, {time(one.occasion.startsAt, one.occasion.timeZone)}</div>
      {one.hearingMoved || one.unready.includes("SAFETY_PLAN") ? <div>{one.hearingMoved ? <Tag tone="orange"><Trans>The hearing moved</Trans></Tag> : null} {one.unready.includes("SAFETY_PLAN") ? <Tag tone="red"><Trans>No safety plan</Trans></Tag> : null}</div> : null}
      {first ? <div className="missing">{missingSaid(first)}{more > 0 ? <> <Trans>And {more} more.</Trans></> : null}</div> : null}
      {one.answers.asked > 0 ? <div className="quiet"><Trans>{one.answers.asked} asked: {one.answers.coming} yes (with company {one.answers.heads})</Trans></div> : null}
    </Link>
  );
}
