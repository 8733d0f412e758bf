import "./calendar.css";
import { Alert, Button, Group } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { type KeyboardEvent, Suspense, lazy, useMemo, useState } from "react";
import { useQuery } from "urql";
import { Icon } from "~/design/Icon";
import { Loading, Page, Refusal } from "~/design/pieces";
import { Segments } from "~/design/Segments";
import { Agenda } from "~/features/calendar/Agenda";
import { CalendarEntries, type Entry, MOST } from "~/features/calendar/entries";
import { DateCard } from "~/features/calendar/DateCard";
import { Filters, type Wanted, kindsOf, knownKind } from "~/features/calendar/Filters";
import { type View, askedFor, droppedAt, stretchOf } from "~/features/calendar/stretch";
import { graphql, readFragment } from "~/graph/generated";
import { onlySaid } from "~/graph/reading";
import { HERE, plainDate, plainMonth, wallIn, zoneName } from "~/language/times";
import { MoveDate } from "./MoveDate";
import { SubscribeHere } from "./SubscribeHere";
import { TakingDates } from "./TakingDates";

// A telephone shows the list, and never fetches what draws a month.
const Grid = lazy(() => import("~/features/calendar/Grid").then((one) => ({ default: one.Grid })));

const Calendar = graphql(`
  query Calendar($range: CalendarRange!) {
    calendar(range: $range) { ...CalendarEntries }
  }
`);
const CaseCalled = graphql(`
  query CaseOfCalendar($shortId: String!) {
    case(shortId: $shortId) { id shortId }
  }
`);

const route = getRouteApi("/shell/calendar");

type Moving = { entry: Entry; /** By the clock the calendar is drawn by, and by the place's own. */ wall?: string; proposed?: string };

/** Dates by the court's own clock, or by the reader's, with both written in each. */
export function CalendarPage() {
  const { t } = useLingui();
  const said = route.useSearch();
  const search = useMemo(() => onlySaid({ ...said, kind: knownKind(said.kind) }), [said]);
  const setSearch = route.useNavigate();
  const phone = useMediaQuery("(max-width: 760px)", window.innerWidth <= 760, { getInitialValueInEffect: false });
  const view: View = search.view ?? (phone ? "list" : "month");
  const clock = search.zone ?? "court";
  const today = wallIn(new Date().toISOString(), HERE).slice(0, 10);
  const on = search.on ?? today;
  const stretch = stretchOf(view, on);
  const [opened, setOpened] = useState<Entry>();
  const [moving, setMoving] = useState<Moving>();
  const [subscribing, setSubscribing] = useState(false);
  const [{ data: called, fetching: calling }] = useQuery({ query: CaseCalled, variables: { shortId: search.case ?? "" }, pause: !search.case });
  const caseId = search.case ? called?.case?.id : undefined;
  const asked = askedFor(stretch);
  const range = { ...asked, mine: search.mine ?? false, kinds: kindsOf(search.kind), courtId: search.court ?? null, attorneyId: search.attorney ?? null, unconfirmed: search.unconfirmed ?? false, caseId: caseId ?? null };
  const [{ data, error, fetching }] = useQuery({ query: Calendar, variables: { range }, pause: Boolean(search.case && !caseId) });
  const none = Boolean(search.case && !caseId && !calling);
  const entries = useMemo(() => (none ? [] : (data?.calendar ?? []).map((entry) => readFragment(CalendarEntries, entry))), [data, none]);
  const listed = useMemo(() => {
    if (view !== "list") return entries;
    const wall = (entry: Entry): string => (clock === "own" ? wallIn(entry.occasion.startsAt, HERE) : entry.occasion.wallStarts);
    return entries.filter((entry) => wall(entry) >= stretch.from && wall(entry) < stretch.until).toSorted((one, other) => wall(one).localeCompare(wall(other)));
  }, [entries, view, clock, stretch.from, stretch.until]);
  const set = (part: object): void => void setSearch({ search: (now) => ({ ...now, ...part }), replace: true });
  const go = (day: string): void => set({ on: day === today ? undefined : day });
  const keys: Record<string, () => void> = { t: () => go(today), j: () => go(stretch.next), k: () => go(stretch.previous) };
  const pressed = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act || event.metaKey || event.ctrlKey || event.altKey || (event.target instanceof HTMLElement && event.target.matches("input, textarea, select"))) return;
    event.preventDefault();
    act();
  };
  const title = view !== "month" ? `${plainDate(stretch.from)} – ${plainDate(new Date(Date.parse(`${stretch.until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10))}` : plainMonth(on);
  const here = zoneName(HERE);
  return (
    <Page
      title={t`Calendar`}
      about={clock === "court" ? <Trans>Each date stands at the court's own hour, with its zone written beside it.</Trans> : <Trans>Each date stands at your own hour, {here}; the court's is written beside it.</Trans>}
      actions={<Group className="not-on-paper">{search.case && !caseId ? null : <TakingDates range={range} />}<Button size="sm" variant="default" leftSection={<Icon name="feed" size={16} />} onClick={() => setSubscribing(true)}><Trans>Subscribe</Trans></Button><Segments aria-label={t`Clock`} value={clock} onChange={(value) => set({ zone: value === "own" ? "own" : undefined })} data={[{ value: "court", label: t`Court's hour` }, { value: "own", label: t`My hour` }]} /><Segments aria-label={t`View`} value={view} onChange={(value) => set({ view: value })} data={[{ value: "month", label: t`Month` }, { value: "week", label: t`Week` }, { value: "list", label: t`Agenda` }]} /></Group>}
    >
      {/* oxlint-disable-next-line no-noninteractive-element-interactions -- keys for whoever is in the calendar; each has its button */}
      <section className="calendar" aria-label={title} onKeyDown={pressed}>
        <Filters wanted={search} folded={phone} onChange={(part: Wanted) => set(part)} />
        <div className="spread">
          <h2 aria-live="polite">{title}</h2>
          <Group gap={6} className="not-on-paper">
            <Button size="compact-sm" variant="default" aria-keyshortcuts="t" disabled={on === today} onClick={() => go(today)}><Trans>Today</Trans></Button>
            <Button size="compact-sm" variant="default" aria-keyshortcuts="k" aria-label={t`Earlier`} onClick={() => go(stretch.previous)}>‹</Button>
            <Button size="compact-sm" variant="default" aria-keyshortcuts="j" aria-label={t`Later`} onClick={() => go(stretch.next)}>›</Button>
            <Button size="compact-sm" variant="default" onClick={() => window.print()}><Trans>Print</Trans></Button>
          </Group>
        </div>
        {error ? <Refusal><Trans>The calendar could not be loaded. What stands here may be incomplete; try again.</Trans></Refusal> : null}
        {none ? <Alert color="orange"><Trans>There is no case {search.case}, or it is not for you to see.</Trans></Alert> : null}
        {entries.length >= MOST ? <Alert color="orange"><Trans>There are more dates than fit: only the first {MOST} of these days are shown. Choose a court, an attorney or a week.</Trans></Alert> : null}
        <div aria-busy={fetching}>
          {view === "list" ? (data || none ? <Agenda key={stretch.from} entries={listed} clock={clock} onOpen={setOpened} /> : fetching ? <Loading /> : null) : (
            <Suspense fallback={<Loading />}>
              <Grid entries={entries} view={view} on={on} clock={clock} dropped={moving?.wall ? { id: moving.entry.occasion.id, wall: moving.wall } : undefined} onOpen={setOpened} onDrop={(entry, wall) => setMoving({ entry, wall, proposed: droppedAt(wall, entry.occasion.timeZone, clock, HERE) })} />
            </Suspense>
          )}
        </div>
      </section>
      {opened && !moving ? <DateCard of={opened} onClose={() => setOpened(undefined)} onMove={() => { setMoving({ entry: opened }); setOpened(undefined); }} /> : null}
      {moving ? <MoveDate of={{ hearing: moving.entry.hearing ?? null, action: moving.entry.action ?? null }} proposed={moving.proposed} onClose={() => setMoving(undefined)} /> : null}
      {subscribing ? <SubscribeHere onClose={() => setSubscribing(false)} /> : null}
    </Page>
  );
}
