import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@mantine/core";
import { Empty, Panel } from "~/design/pieces";
import { type FragmentType, graphql, readFragment } from "~/graph/generated";
import { moment } from "~/language/times";

export const TrailPart = graphql(`
  fragment CaseTrail on Case {
    id
    trail(first: 40) { edges { node { seq at by act subject fields reason } } }
  }
`);

/** What happened, when, and by whom. No one can edit it. */
export function TrailPanel({ of }: { of: FragmentType<typeof TrailPart> }) {
  const { t } = useLingui();
  const { trail } = readFragment(TrailPart, of);
  const [all, setAll] = useState(false);
  if (!trail) return null;
  const lines = trail.edges.map((edge) => edge.node);
  return (
    <Panel title={t`Timeline`} flush>
      {lines.length === 0 ? <Empty title={t`Nothing yet`} /> : null}
      <ol className="rows">
        {lines.slice(0, all ? undefined : 8).map((line) => (
          <li key={line.seq}>
            <div>{sentence(line.act)}{line.fields.length > 0 ? <span className="quiet">: {line.fields.map((field) => field.replaceAll("_", " ")).join(", ")}</span> : null}</div>
            <div className="quiet">{line.by} · <time dateTime={line.at}>{moment(line.at)}</time>{line.reason ? ` · ${line.reason}` : ""}</div>
          </li>
        ))}
      </ol>
      {lines.length > 8 && !all ? <div className="body"><Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}><Trans>Show more</Trans></Button></div> : null}
    </Panel>
  );
}

/** "hearing.rescheduled" is the trail's own word; shown as words, never translated into something softer. */
function sentence(act: string): string {
  const words = act.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
