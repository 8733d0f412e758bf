import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./calendar.css";
import FullCalendar, { type EventDisplayInfo } from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import listPlugin from "@fullcalendar/react/list";
import spanish from "@fullcalendar/react/locales/es-us";
import classicTheme from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import { Group, SegmentedControl, Switch } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Page, Refusal } from "~/design/pieces";
import { graphql } from "~/graph/generated";
import { time } from "~/language/times";
import { occasionKindWords, proceedingKindWords } from "~/language/words";
import { TakingDates } from "./TakingDates";

const Calendar = graphql(`
  query Calendar($range: CalendarRange!) {
    calendar(range: $range) {
      occasion { id kind state startsAt endsAt wallStarts timeZone hourKnown }
      hearing { id court { id name } proceeding { id kind } }
      action { id title }
      case { id shortId client { id publicName } }
    }
  }
`);

const route = getRouteApi("/shell/calendar");
const VIEWS = { month: "dayGridMonth", week: "timeGridWeek", list: "listMonth" } as const;

type Said = { what: string; who: string; where: string; when: string; off: boolean };

/** Who, then what: in a narrow day the first lines are all that is seen. The spaces keep its words apart for who hears them. */
function drawEvent({ event, view }: EventDisplayInfo) {
  const { what, who, where, when, off } = event.extendedProps as Said;
  return (
    <div className="fc-said" data-off={off || undefined}>
      <span className="fc-when">{when} </span>
      <strong>{who || what} </strong>
      {who ? <span>{what} </span> : null}
      {view.type === VIEWS.month ? null : <span className="fc-where">{where}</span>}
    </div>
  );
}

function hourText(hour: number): string {
  return `${String(Math.min(24, hour)).padStart(2, "0")}:00:00`;
}

/** Dates stand where the court's own clock puts them, with the zone written in each. */
export function CalendarPage() {
  const { t, i18n } = useLingui();
  const search = route.useSearch();
  const setSearch = route.useNavigate();
  const navigate = useNavigate();
  const phone = useMediaQuery("(max-width: 760px)", window.innerWidth <= 760, { getInitialValueInEffect: false });
  const view = search.view ?? (phone ? "list" : "month");
  const [range, setRange] = useState<{ from: string; until: string }>();
  const [{ data, error }] = useQuery({ query: Calendar, variables: { range: { from: range?.from ?? "", until: range?.until ?? "", mine: search.mine ?? false } }, pause: !range });
  const entries = data?.calendar ?? [];
  const set = (part: object): void => void setSearch({ search: (now) => ({ ...now, ...part }), replace: true });
  const events = entries.map((entry) => {
    const { occasion } = entry;
    const track = entry.hearing?.proceeding;
    const kind = [i18n._(occasionKindWords[occasion.kind]), track ? `(${i18n._(proceedingKindWords[track.kind])})` : ""].filter(Boolean).join(" ");
    const who = entry.case ? entry.case.client.publicName : "";
    // Placed by wall time, without a zone: nine in the morning stands at nine, wherever the reader is.
    const minutes = Math.max(15, (new Date(occasion.endsAt).getTime() - new Date(occasion.startsAt).getTime()) / 60_000);
    const start = new Date(`${occasion.wallStarts.slice(0, 16)}:00Z`);
    return {
      id: occasion.id,
      title: [occasion.hourKnown ? time(occasion.startsAt, occasion.timeZone) : t`hour not known`, entry.action?.title ?? kind, who, entry.hearing?.court?.name].filter(Boolean).join(" · "),
      start: occasion.hourKnown ? start.toISOString().slice(0, 19) : occasion.wallStarts.slice(0, 10),
      allDay: !occasion.hourKnown,
      ...(occasion.hourKnown ? { end: new Date(start.getTime() + minutes * 60_000).toISOString().slice(0, 19) } : {}),
      color: occasion.state === "CANCELLED" ? "#6b6b66" : entry.action ? "#8a4b08" : "#14646c",
      extendedProps: { what: entry.action?.title ?? kind, who, where: entry.hearing?.court?.name ?? "", when: occasion.hourKnown ? time(occasion.startsAt, occasion.timeZone) : t`hour not known`, off: occasion.state === "CANCELLED", shortId: entry.case?.shortId, actionId: entry.action?.id },
    };
  });
  const hours = entries.filter((entry) => entry.occasion.hourKnown).map((entry) => Number(entry.occasion.wallStarts.slice(11, 13)));
  return (
    <Page title={t`Calendar`} about={<Trans>Each date stands at the court's own hour, with its zone written beside it.</Trans>} actions={<Group>{range ? <TakingDates range={range} /> : null}<Switch label={t`Only mine`} checked={search.mine ?? false} onChange={(event) => set({ mine: event.currentTarget.checked || undefined })} /><SegmentedControl aria-label={t`View`} value={view} onChange={(value) => set({ view: value })} data={[{ value: "month", label: t`Month` }, { value: "week", label: t`Week` }, { value: "list", label: t`List` }]} /></Group>}>
      {error ? <Refusal><Trans>The calendar could not be loaded. What stands here may be incomplete; try again.</Trans></Refusal> : null}
      <div className="fc-wrap">
        <FullCalendar
          key={`${view}${i18n.locale}`}
          plugins={[classicTheme, dayGridPlugin, timeGridPlugin, listPlugin]}
          initialView={VIEWS[view]}
          timeZone="UTC"
          locale={i18n.locale === "es" ? spanish : "en"}
          firstDay={0}
          height="auto"
          headerToolbar={{ start: "title", end: "today prev,next" }}
          // What is heard must contain what is seen: the locale writes "Today" and "Hoy" on the button.
          todayHint={i18n.locale === "es" ? "Hoy" : "Today"}
          displayEventTime={false}
          dayMaxEvents={4}
          // An early vigil is not outside the week: the day grows to hold every date.
          slotMinTime={hourText(Math.min(7, ...hours))}
          slotMaxTime={hourText(Math.max(19, ...hours) + 1)}
          noEventsText={t`No dates in this month`}
          events={events}
          eventContent={drawEvent}
          // Its name is heard from the first, before its words are drawn.
          eventDidMount={({ el, event }) => {
            const { when, who, what, where } = event.extendedProps as Said;
            el.setAttribute("aria-label", [when, who, what, where].filter(Boolean).join(" "));
          }}
          datesSet={(shown) => {
            // A day more on both sides: a date near midnight may lie in the neighbouring day elsewhere.
            const from = new Date(shown.start.getTime() - 86_400_000).toISOString();
            const until = new Date(shown.end.getTime() + 86_400_000).toISOString();
            setRange((now) => (now?.from === from && now.until === until ? now : { from, until }));
          }}
          eventClick={(clicked) => {
            const { shortId, actionId } = clicked.event.extendedProps as { shortId?: string; actionId?: string };
            if (actionId) void navigate({ to: "/actions/$actionId", params: { actionId } });
            else if (shortId) void navigate({ to: "/cases/$shortId", params: { shortId } });
          }}
        />
      </div>
    </Page>
  );
}
