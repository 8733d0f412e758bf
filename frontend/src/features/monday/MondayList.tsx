import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { CaseNumber, Empty, Panel, Tag, Unknown, When } from "~/design/pieces";
import { Word } from "~/language/Word";
import { dateStandingWords, occasionKindWords } from "~/language/words";
import type { DateStanding, OccasionKind } from "~/graph/generated/graphql";

/** A date in court, a case, and who can do what about it next. */
export type MondayRow = {
  key: string;
  shortId: string;
  name?: string | null | undefined;
  date?: { kind: OccasionKind; startsAt: string; timeZone: string; hourKnown: boolean; court?: string | null | undefined; standing?: DateStanding | null | undefined } | undefined;
  /** Who stands up for the client. */
  attorneys: readonly string[];
  /** The imported list named an attorney whom nobody has recorded here. */
  attorneyNamed: boolean;
  /** Who looks after it. */
  coordinator?: string | null | undefined;
};

type Props = { title: string; rows: readonly MondayRow[]; count?: number | null; empty: string; nothing: ReactNode; next: (row: MondayRow) => ReactNode };

/** One of Monday's lists: each row with one next step, and whose it is. */
export function MondayList({ title, rows, count, empty, nothing, next }: Props) {
  const { t } = useLingui();
  return (
    <Panel title={title} flush foldable={false} count={count ?? rows.length}>
      {rows.length === 0 ? <Empty title={empty}>{nothing}</Empty> : null}
      <ul className="rows" style={{ listStyle: "none" }}>
        {rows.map((row) => (
          <li key={row.key} className="spread">
            <div style={{ minWidth: 0 }}>
              <Link to="/cases/$shortId" params={{ shortId: row.shortId }}>{row.name ?? <CaseNumber>{row.shortId}</CaseNumber>}</Link>{row.name ? <span className="quiet"> <CaseNumber>{row.shortId}</CaseNumber></span> : null}
              {row.date ? (
                <div><Word of={row.date.kind} in={occasionKindWords} /> · <When at={row.date.startsAt} zone={row.date.timeZone} hourKnown={row.date.hourKnown} /> {row.date.court ? <span className="quiet">{row.date.court}</span> : null}</div>
              ) : <div><Unknown><Trans>No date known</Trans></Unknown></div>}
              <div style={{ display: "flex", gap: 6, flexWrap: "wrap", marginTop: 4 }}>
                {row.attorneys.length > 0 ? <span className="quiet">{row.attorneys.join(", ")}</span> : <Tag tone="orange"><Trans>No attorney</Trans></Tag>}
                {row.attorneyNamed && row.attorneys.length === 0 ? <Tag><Trans>The list names one: see the notes</Trans></Tag> : null}
                {row.date?.standing ? <Tag tone={row.date.standing === "TWO_SOURCE" ? "green" : "orange"}><Word of={row.date.standing} in={dateStandingWords} /></Tag> : null}
              </div>
            </div>
            <div style={{ textAlign: "right" }}>
              <div className="not-on-paper">{next(row)}</div>
              <div className="quiet">{row.coordinator ?? t`nobody looks after it`}</div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
