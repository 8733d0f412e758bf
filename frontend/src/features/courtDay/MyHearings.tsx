import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { Awaiting, Panel } from "~/design/pieces";
import { useReached } from "~/graph/contact";
import { isOwn } from "~/graph/device";
import { time, HERE } from "~/language/times";
import { CourtDates } from "./CourtDates";
import { type CourtDate, type KeptDates, MyDates, courtDate, keepDates, keptDates, standing, stretch } from "./dates";

/** As the server said it last, in this page's memory alone. */
let seen: CourtDate[] | undefined;
const EVERY = 10 * 60_000;

/** What one sees now of one's own hearings: as the server says, or as this device kept it. */
export function useMyDates() {
  const [range, setRange] = useState(stretch);
  const [{ data, error }] = useQuery({ query: MyDates, variables: { range }, requestPolicy: "cache-and-network" });
  const dates = useMemo(() => data?.calendar.flatMap((entry) => (entry.hearing && standing(entry.hearing) ? [courtDate(entry.hearing)] : [])), [data]);
  useEffect(() => {
    const clock = setInterval(() => setRange((was) => { const next = stretch(); return next.from === was.from ? was : next; }), EVERY);
    return () => clearInterval(clock);
  }, []);
  useEffect(() => {
    if (dates) seen = dates;
  }, [dates]);
  // A question that was not answered takes no answer back that was given before.
  return { dates: dates ?? seen, failed: Boolean(error) };
}

/** What this device kept, read anew while it is looked at: it goes by itself. */
export function useKeptDates(look = true): KeptDates | undefined {
  const [found, setFound] = useState<KeptDates>();
  useEffect(() => {
    if (!look) return undefined;
    const read = (): void => void keptDates().then(setFound);
    read();
    const clock = setInterval(read, 60_000);
    return () => clearInterval(clock);
  }, [look]);
  return found;
}

/** Keeps on somebody's own device what they can read there without a signal, and draws nothing. */
export function KeepsDates({ personId }: { personId: string }) {
  const { dates } = useMyDates();
  useEffect(() => {
    if (!dates || !isOwn()) return undefined;
    const keep = (): void => void keepDates(personId, dates).catch(() => undefined);
    keep();
    return undefined;
  }, [dates, personId]);
  return null;
}

/** One's own hearings of these days, the next first. */
export function MyHearings({ onPapers, keeping }: { onPapers: (shortId: string) => void; /** Whether this device keeps them, and how that is changed. */ keeping: { own: boolean; change: () => void } }) {
  const { t } = useLingui();
  const { dates, failed } = useMyDates();
  const reached = useReached();
  const kept = useKeptDates(!reached || failed);
  const shown = dates ?? kept?.dates;
  return (
    <Panel title={t`My hearings`} flush>
      {!dates && kept ? <p className="quiet" style={{ margin: "10px 16px 0" }}><Trans>As it stood at {time(kept.at, HERE)}.</Trans></p> : null}
      {shown ? <CourtDates dates={shown} {...(reached ? { onPapers } : {})} /> : <Awaiting failed={failed} />}
      <div style={{ padding: "10px 16px", borderTop: "1px solid var(--house-line)" }} className="spread">
        <span className="quiet" style={{ flex: "1 1 200px" }}>{keeping.own ? <Trans>Today's and tomorrow's stay readable on this device without a signal, for 12 hours or until you sign out.</Trans> : <Trans>Nothing is kept on this device. Without a signal you would not see your hearings.</Trans>}</span>
        <Button variant="default" onClick={keeping.change}>{keeping.own ? <Trans>Keep nothing here</Trans> : <Trans>Keep them on this phone</Trans>}</Button>
      </div>
    </Panel>
  );
}
