import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import FullCalendar, { type CalendarRef, type EventDisplayInfo, type EventDropInfo } from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import spanish from "@fullcalendar/react/locales/es-us";
import portuguese from "@fullcalendar/react/locales/pt-br";
import classicTheme from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import { notifications } from "@mantine/notifications";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useRef } from "react";
import { creoleDay } from "~/language/creole";
import { HERE } from "~/language/times";
import { occasionKindWords, proceedingKindWords } from "~/language/words";
import { type Entry, hoursSaid, maybeMoves } from "./entries";
import { type Clock, wallOf } from "./stretch";

const VIEWS = { month: "dayGridMonth", week: "timeGridWeek" } as const;
const PLUGINS = [classicTheme, dayGridPlugin, timeGridPlugin, interactionPlugin];

type Said = { what: string; who: string; where: string; when: string; also: string; off: boolean; unsure: boolean };

/** Who, then what: in a narrow day the first lines are all that is seen. The spaces keep its words apart for who hears them. */
function drawEvent({ event, view }: EventDisplayInfo) {
  const { what, who, where, when, also, off, unsure } = event.extendedProps as Said;
  const month = view.type === VIEWS.month;
  return (
    // A date that moves under the open page is drawn anew and not mounted anew: its name follows here.
    <div className="fc-said" data-off={off || undefined} data-unsure={unsure || undefined} ref={(drawn) => drawn?.closest('[role="button"]')?.setAttribute("aria-label", event.title)}>
      <span className="fc-when">{when} </span>
      <strong>{who || what} </strong>
      {also ? <span className="fc-when">{also} </span> : null}
      {who ? <span>{what} </span> : null}
      {month ? null : <span className="fc-where">{where}</span>}
    </div>
  );
}

// Creole has no locale of its own there: only the heads of days are words, and they are ours.
const LOCALES: Readonly<Record<string, typeof spanish | string>> = { en: "en", es: spanish, pt: portuguese, ht: "en" };

function hourText(hour: number): string {
  return `${String(Math.min(24, hour)).padStart(2, "0")}:00:00`;
}

type Props = {
  entries: readonly Entry[];
  view: keyof typeof VIEWS;
  on: string;
  clock: Clock;
  /** What was dropped and is not settled yet: it is drawn where it would go. */
  dropped: { id: string; wall: string } | undefined;
  onOpen: (entry: Entry) => void;
  onDrop: (entry: Entry, wall: string) => void;
};

/** A month or a week. Dates stand where one clock puts them, with both hours written in each. */
export function Grid({ entries, view, on, clock, dropped, onOpen, onDrop }: Props) {
  const { t, i18n } = useLingui();
  const calendar = useRef<CalendarRef>(null);
  useEffect(() => calendar.current?.getApi().gotoDate(on), [on]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.occasion.id, entry])), [entries]);
  const walls = useMemo(() => new Map(entries.map(({ occasion }) => [occasion.id, dropped?.id === occasion.id ? dropped.wall : wallOf(occasion, clock, HERE)])), [entries, clock, dropped]);
  const events = useMemo(() => {
    const now = Date.now();
    return entries.map((entry) => {
      const { occasion } = entry;
      const track = entry.hearing?.proceeding;
      const what = entry.action?.title ?? [i18n._(occasionKindWords[occasion.kind]), track ? `(${i18n._(proceedingKindWords[track.kind])})` : ""].filter(Boolean).join(" ");
      const who = entry.case ? entry.case.client.publicName : "";
      const where = entry.hearing?.court?.name ?? occasion.placeName ?? "";
      const hours = hoursSaid(occasion, clock, HERE);
      const when = occasion.hourKnown ? hours.first : t`hour not known`;
      const also = occasion.hourKnown && hours.second ? (clock === "court" ? t`${hours.second} for you` : t`${hours.second} there`) : "";
      const off = occasion.state === "CANCELLED";
      const unsure = occasion.state === "TENTATIVE";
      // Placed by wall time, without a zone: nine in the morning stands at nine, whoever looks.
      const wall = walls.get(occasion.id) ?? "";
      const start = new Date(`${wall}:00Z`);
      const minutes = Math.max(15, (Date.parse(occasion.endsAt) - Date.parse(occasion.startsAt)) / 60_000);
      return {
        id: occasion.id,
        title: [when, who || what, also, who ? what : "", where, unsure ? t`not confirmed` : ""].filter(Boolean).join(" · "),
        start: occasion.hourKnown ? start.toISOString().slice(0, 19) : wall.slice(0, 10),
        allDay: !occasion.hourKnown,
        ...(occasion.hourKnown ? { end: new Date(start.getTime() + minutes * 60_000).toISOString().slice(0, 19) } : {}),
        // Without an hour there is none to keep: those are moved by typing one.
        startEditable: occasion.hourKnown && maybeMoves(entry, now),
        durationEditable: false,
        color: off ? "#6b6b66" : entry.action ? "#8a4b08" : "#14646c",
        extendedProps: { what, who, where, when, also, off, unsure } satisfies Said,
      };
    });
  }, [entries, walls, clock, i18n, t]);
  const hours = entries.filter((entry) => entry.occasion.hourKnown).map((entry) => Number((walls.get(entry.occasion.id) ?? "").slice(11, 13)));
  const drop = (info: EventDropInfo): void => {
    const entry = byId.get(info.event.id);
    // It is drawn by what is known of it, not by where a hand left it.
    info.revert();
    if (!entry) return;
    if (info.event.allDay || !info.event.start) notifications.show({ message: t`Drop it on an hour: a date here needs one.` });
    else onDrop(entry, info.event.start.toISOString().slice(0, 16));
  };
  return (
    <div className="fc-wrap">
      <FullCalendar
        ref={calendar}
        key={`${view}${i18n.locale}`}
        plugins={PLUGINS}
        initialView={VIEWS[view]}
        initialDate={on}
        timeZone="UTC"
        locale={LOCALES[i18n.locale] ?? "en"}
        {...(i18n.locale === "ht" ? { dayHeaderFormat: ({ date }: { date: { marker: Date } }) => creoleDay(date.marker, "UTC", { weekday: "short", ...(view === "week" ? { day: "numeric" } : {}) }) } : {})}
        moreLinkText={(number) => t`+${number} more`}
        allDayText={t`No hour`}
        firstDay={0}
        fixedWeekCount={false}
        height="auto"
        headerToolbar={false}
        displayEventTime={false}
        dayMaxEvents={4}
        eventMaxStack={3}
        snapDuration="00:15:00"
        // An early vigil is not outside the week: the day grows to hold every date.
        slotMinTime={hourText(Math.max(0, Math.min(7, ...hours)))}
        slotMaxTime={hourText(Math.max(19, ...hours) + 1)}
        events={events}
        eventContent={drawEvent}
        eventInteractive
        // Its name is heard from the first, before its words are drawn.
        eventDidMount={({ el, event }) => el.setAttribute("aria-label", event.title)}
        eventDrop={drop}
        eventClick={(clicked) => {
          clicked.jsEvent.preventDefault();
          const entry = byId.get(clicked.event.id);
          if (entry) onOpen(entry);
        }}
      />
    </div>
  );
}
