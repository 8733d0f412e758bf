import { Button, Group } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Empty, Tag } from "~/design/pieces";
import { useWaiting } from "~/graph/waiting";
import { day, fromNow, time } from "~/language/times";
import { Word } from "~/language/Word";
import { mediumWords, occasionKindWords } from "~/language/words";
import type { CourtDate } from "./dates";

/** The instant, drawn anew every half minute: a countdown that stands still is worse than none. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(clock);
  }, []);
  return now;
}

/** Hearings as somebody needs them who stands outside the court: the next first, everything a thumb away. */
export function CourtDates({ dates, onPapers }: { dates: readonly CourtDate[]; /** Show a case's documents; left out without a signal. */ onPapers?: (shortId: string) => void }) {
  const { t } = useLingui();
  const now = useNow();
  const owed = dates.filter((one) => !one.reported && one.mayReport && Date.parse(one.endsAt) <= now);
  const ahead = dates.filter((one) => Date.parse(one.endsAt) > now);
  const shown = [...ahead, ...owed].toSorted((one, other) => Number(Date.parse(one.endsAt) <= now) - Number(Date.parse(other.endsAt) <= now) || one.startsAt.localeCompare(other.startsAt));
  if (shown.length === 0) return <Empty title={t`No hearing of yours in these days`} />;
  return <ul className="rows">{shown.map((one, index) => <CourtDateRow key={one.hearingId} of={one} now={now} first={index === 0} {...(onPapers ? { onPapers } : {})} />)}</ul>;
}

function CourtDateRow({ of: one, now, first, onPapers }: { of: CourtDate; now: number; first: boolean; onPapers?: (shortId: string) => void }) {
  const { t } = useLingui();
  const waits = useWaiting().some((act) => act.key === `report ${one.hearingId}` && !act.refused);
  const begun = Date.parse(one.startsAt) <= now;
  const hour = one.hourKnown ? time(one.startsAt, one.timeZone) : t`hour not known`;
  return (
    <li>
      <Group gap={8} align="baseline">
        <strong style={{ fontSize: first ? "1.25rem" : undefined }}><time dateTime={one.startsAt}>{day(one.startsAt, one.timeZone)}, {hour}</time></strong>
        <Tag tone={begun ? "gray" : Date.parse(one.startsAt) - now < 3 * 3_600_000 ? "orange" : "teal"}>{fromNow(one.startsAt, new Date(now))}</Tag>
      </Group>
      <div><Word of={one.kind} in={occasionKindWords} /> · <strong>{one.client}</strong>{one.client === one.shortId ? null : ` · ${one.shortId}`}</div>
      {one.room ? <div><Trans>Courtroom {one.room}</Trans></div> : null}
      <div className="quiet">{one.place}{one.medium === "UNKNOWN" ? null : <> · <Word of={one.medium} in={mediumWords} /></>}</div>
      <Group gap={8} mt={8}>
        {one.joinUrl ? <Button component="a" href={one.joinUrl} target="_blank" rel="noreferrer" variant="filled"><Trans>Join by video</Trans></Button> : null}
        {one.mayReport && begun && !one.reported ? <Button component={Link} to={`/report-hearing/${encodeURIComponent(one.hearingId)}`} variant={first ? "filled" : "default"} aria-label={t`Report what happened: ${one.client}`}><Trans>Report what happened</Trans></Button> : null}
        {onPapers ? <Button variant="default" onClick={() => onPapers(one.shortId)} aria-label={t`Documents of ${one.client}`}><Trans>Documents</Trans></Button> : null}
        {one.telephone ? <Button component="a" href={`tel:${one.telephone}`} variant="default" aria-label={t`Call ${one.coordinator ?? one.shortId}`}>{one.coordinator ? <Trans>Call {one.coordinator}</Trans> : <Trans>Call</Trans>}</Button> : null}
      </Group>
      {waits ? <div className="late"><Trans>Your report waits for a signal.</Trans></div> : null}
      {one.reported ? <div className="quiet"><Trans>Reported</Trans></div> : null}
    </li>
  );
}
