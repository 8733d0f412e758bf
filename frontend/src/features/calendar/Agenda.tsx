import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Empty, Tag } from "~/design/pieces";
import { HERE, plainDay } from "~/language/times";
import { Word } from "~/language/Word";
import { occasionKindWords, proceedingKindWords } from "~/language/words";
import { type Entry, hoursSaid } from "./entries";
import { type Clock, wallOf } from "./stretch";

/** As many rows as a telephone draws without a pause; the rest when it is asked for, and all of them on paper. */
const AT_FIRST = 200;

/** Day by day, for a telephone, for paper, and for whoever reads rather than looks. */
export function Agenda({ entries, clock, onOpen }: { entries: readonly Entry[]; clock: Clock; onOpen: (entry: Entry) => void }) {
  const { t, i18n } = useLingui();
  const [all, setAll] = useState(false);
  if (entries.length === 0) return <div className="panel"><Empty title={t`No dates in these days`}><Trans>Other days, or fewer filters, may show some. A hearing is scheduled on its case's page.</Trans></Empty></div>;
  const days = new Map<string, Entry[]>();
  for (const entry of all ? entries : entries.slice(0, AT_FIRST)) {
    const day = wallOf(entry.occasion, clock, HERE).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  const left = entries.length - AT_FIRST;
  return (
    <div className="agenda">
      {[...days].toSorted(([one], [other]) => one.localeCompare(other)).map(([day, held]) => (
        <section key={day} className="panel" aria-label={plainDay(day)}>
          <header><h2>{plainDay(day)}</h2><span className="quiet">{clock === "court" ? <Trans>each court's own hour</Trans> : <Trans>your own hour</Trans>}</span></header>
          <ul className="rows">
            {held.map((entry) => {
              const { occasion, hearing, action } = entry;
              const said = hoursSaid(occasion, clock, HERE);
              const off = occasion.state === "CANCELLED";
              return (
                <li key={occasion.id} data-off={off || undefined}>
                  <div className="at">{occasion.hourKnown ? <><strong>{said.first}</strong>{said.second ? <span className="quiet">{clock === "court" ? <Trans>{said.second} for you</Trans> : <Trans>{said.second} there</Trans>}</span> : null}</> : <span className="quiet"><Trans>hour not known</Trans></span>}</div>
                  <div className="grows">
                    <button type="button" className="entry" onClick={() => onOpen(entry)}>{entry.case?.client.publicName || action?.title || i18n._(occasionKindWords[occasion.kind])}</button>
                    <div className="quiet">{[action ? action.title : i18n._(occasionKindWords[occasion.kind]), hearing?.proceeding ? i18n._(proceedingKindWords[hearing.proceeding.kind]) : null, hearing?.court?.name ?? occasion.placeName, occasion.room, entry.case?.shortId].filter(Boolean).join(" · ")}</div>
                  </div>
                  <div className="tags">
                    {off ? <Tag tone="red"><Trans>Cancelled</Trans></Tag> : occasion.state === "TENTATIVE" ? <Tag tone="orange"><Trans>Not confirmed</Trans></Tag> : null}
                    {action ? <Tag><Word of={occasion.kind} in={occasionKindWords} /></Tag> : null}
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {left > 0 && !all ? <Button variant="default" onClick={() => setAll(true)}><Trans>Show the other {left} dates</Trans></Button> : null}
    </div>
  );
}
