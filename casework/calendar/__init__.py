"""Calendars: cards as iCalendar, for feeds and for invitations by mail. The only user of ``icalendar``.

The library is right about folding, escaping and parameters, and wrong, used the obvious way, about much that calendars
trip over (CALENDAR §6.1). So every property is written here on purpose, and equal cards always give equal bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from email.headerregistry import Address
from functools import cache, lru_cache

from icalendar import Alarm, Calendar, Event, vDuration, vText, vUri

from casework import times, titles
from casework.calendar.messages import message
from casework.calendar.zones import vtimezone
from casework.card import Card, Place
from casework.language import spoken
from schema.occasions import Medium, OccasionKind, OccasionState

PRODID = "-//Presencia//Presencia//EN"
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN")
#: A hint to calendars, which most ignore (CALENDAR §2.1).
REFRESH = timedelta(hours=1)
#: A past or cancelled occasion stays in feeds this long after it would have been; nothing just vanishes
#: (CALENDAR §1.1, §2.3).
KEPT = timedelta(days=30)
#: For a feed that is empty and must still hold a component (RFC 5545 §3.6).
HOME_ZONE = "America/New_York"
_END = b"END:VCALENDAR\r\n"

_STATUS = {
    OccasionState.TENTATIVE: "TENTATIVE",
    OccasionState.CONFIRMED: "CONFIRMED",
    OccasionState.CANCELLED: "CANCELLED",
    OccasionState.HELD: "CONFIRMED",
}
_WORDS = {
    "en": {
        "court": "Court",
        "room": "Room",
        "judge": "Judge",
        "proceeding": "Proceeding",
        "join": "Join by Webex",
        "more": "More",
        "call": "Questions? Call",
        "unconfirmed": "This date is not confirmed yet.",
        "courtesy": "This entry is a courtesy. The court's own notice decides.",
        "off": "Cancelled. Do not come unless you are told.",
        "hearing": "Hearing",
        "bond": "Bond",
        "event": "Event",
        "telephone": "By telephone",
        "webex": "Webex",
    },
    "es": {
        "court": "Corte",
        "room": "Sala",
        "judge": "Juez/a",
        "proceeding": "Procedimiento",
        "join": "Entrar por Webex",
        "more": "Más información",
        "call": "¿Preguntas? Llame al",
        "unconfirmed": "Esta fecha todavía no está confirmada.",
        "courtesy": "Esta entrada es una cortesía. Lo que vale es el aviso de la corte.",
        "off": "Cancelado. No venga a menos que se le avise.",
        "hearing": "Audiencia",
        "bond": "Fianza",
        "event": "Evento",
        "telephone": "Por teléfono",
        "webex": "Webex",
    },
    "pt": {
        "court": "Corte",
        "room": "Sala",
        "judge": "Juiz/a",
        "join": "Entrar por Webex",
        "more": "Mais informações",
        "call": "Perguntas? Ligue para",
        "unconfirmed": "Esta data ainda não está confirmada.",
        "courtesy": "Este registro é uma cortesia. O que vale é o aviso da própria corte.",
        "off": "Cancelado. Não venha, a menos que seja avisado.",
        "hearing": "Audiência",
        "bond": "Fiança",
        "event": "Evento",
        "telephone": "Por telefone",
        "webex": "Webex",
        "proceeding": "Processo",
    },
    "ht": {
        "court": "Tribinal",
        "room": "Sal",
        "judge": "Jij",
        "join": "Antre pa Webex",
        "more": "Plis enfòmasyon",
        "call": "Kesyon? Rele",
        "unconfirmed": "Dat sa a poko konfime.",
        "courtesy": "Sa a se yon koutwazi. Se avi tribinal la ki deside.",
        "off": "Anile. Pa vini sof si yo di w.",
        "hearing": "Odyans",
        "bond": "Kosyon",
        "event": "Evènman",
        "telephone": "Pa telefòn",
        "webex": "Webex",
        "proceeding": "Pwosedi",
    },
}


def kept_since(now: datetime) -> datetime:
    """The instant from which on a feed shows what ended: 30 days back, at midnight UTC.

    It moves once a day, so that equal state gives equal bytes all day.
    """
    midnight = datetime.combine(now.astimezone(UTC).date(), time(), tzinfo=UTC)
    return midnight - KEPT


def feed(name: str, cards: Iterable[Card], *, language: str, color: str, alarms: bool = False) -> bytes:
    """A calendar as one file, for whoever takes it along. The same cards give the same bytes, whatever their order and
    the hour.

    ``color`` is a CSS colour name (RFC 7986 §5.9). No METHOD: a feed is no scheduling message.
    """
    ordered = sorted(cards, key=lambda card: (card.starts_at, card.uid))
    events = [piece(card, language=language, alarms=alarms) for card in ordered]
    return joined(head(name, color, frozenset(card.time_zone for card in ordered)), events)


def piece(card: Card, *, language: str, alarms: bool = False) -> bytes:
    """One event of a feed: a VEVENT, from which feeds are joined."""
    event = _event(card, language, stamp=card.revised_at)
    if alarms and card.hour_known and card.state is not OccasionState.CANCELLED:
        for before in (timedelta(days=1), timedelta(hours=2)):
            event.add_component(_alarm(titles.title(card, language), before))
    return bytes(event.to_ical())


@lru_cache(maxsize=10_000)
def head(name: str, color: str, zones: frozenset[str]) -> bytes:
    """What stands before the events of a feed: what it is called, how often to ask, and the zones its events name."""
    calendar = _calendar()
    # Wrapped, because the library would leave the commas in a bare string.
    calendar.add("name", vText(_text(name)))
    calendar.add("x-wr-calname", vText(_text(name)))
    calendar.add("color", color)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    _add_zones(calendar, zones)
    return bytes(calendar.to_ical()).removesuffix(_END)


def joined(before: bytes, events: Iterable[bytes]) -> bytes:
    """A feed, from its :func:`head` and its pieces."""
    return b"".join((before, *events, _END))


def entry(event: bytes, time_zone: str) -> bytes:
    """One :func:`piece` of a feed by itself (RFC 4791 §4.1). Nothing of the feed is in it: another name of the calendar
    is no change of its entries.
    """
    return joined(_before_one(time_zone), [event])


@cache
def _before_one(time_zone: str) -> bytes:
    calendar = _calendar()
    _add_zones(calendar, {time_zone})
    return bytes(calendar.to_ical()).removesuffix(_END)


def request(
    card: Card,
    *,
    organizer: Address,
    attendee: Address,
    language: str,
    stamp: datetime,
    coming: bool = False,
    answers_read: bool = False,
) -> bytes:
    """An invitation, or its update, to one person (iTIP REQUEST, RFC 5546 §3.2.2). ``coming``: they said so of this
    date. ``answers_read``: what their calendar answers to the organizer is read; else it is not asked for, and the
    answer page is where one answers.
    """
    return message(
        "REQUEST", card, _entry, organizer=organizer, attendee=attendee, language=language, stamp=_second(stamp),
        partstat="ACCEPTED" if coming else "NEEDS-ACTION", rsvp=answers_read and not coming, head=_HEAD,
    )  # fmt: skip


def cancel(card: Card, *, organizer: Address, attendee: Address, language: str, stamp: datetime) -> bytes:
    """The end of an invitation, for one person (iTIP CANCEL, RFC 5546 §3.2.5).

    The card is a cancelled one; its sequence must be above that of the last request.
    """
    return message(
        "CANCEL", card, _entry, organizer=organizer, attendee=attendee, language=language, stamp=_second(stamp),
        partstat=None, rsvp=False, head=_HEAD,
    )  # fmt: skip


def _entry(card: Card, language: str, stamp: datetime) -> Event:
    return _event(card, language, stamp=stamp)


def _calendar() -> Calendar:
    # Not Calendar.new(): it adds a random UID, so that no two fetches are equal.
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _add_zones(calendar: Calendar, zones: Iterable[str]) -> None:
    for name in sorted(zones) or [HOME_ZONE]:
        if zone := vtimezone(name):
            calendar.add_component(zone)


def _event(card: Card, language: str, *, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", card.uid)
    event.add("sequence", card.sequence)
    event.add("dtstamp", _second(stamp))
    event.add("last-modified", _second(card.revised_at))
    if card.hour_known:
        event.add("dtstart", _local(card.starts_at, card.time_zone))
        event.add("dtend", _local(max(card.ends_at, card.starts_at), card.time_zone))
    else:
        # Never 00:00: people would come at midnight, or think they knew the hour.
        day = times.local_day(card.starts_at, card.time_zone)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    off = card.state is OccasionState.CANCELLED
    event.add("summary", _text(titles.title(card, language)))
    event.add("status", _STATUS[card.state])
    # Outlook shows a cancelled event as if it stood; at least it then takes no time.
    event.add("transp", "TRANSPARENT" if off else "OPAQUE")
    event.add("class", "PUBLIC" if card.title and not card.token else "PRIVATE")
    event.add("categories", _categories(card, language))
    if not (card.case_ref or card.token):
        # vdirsyncer knows events by what they say, whatever their UID: two clients' dates at one hour would be one.
        event.add("x-presencia-date", card.uid.partition("-")[0])
    # Empty properties are left out: libical drops them and then sees another event.
    if location := _location(card, language):
        event.add("location", _text(location))
    event.add("description", _text(_description(card, language)))
    if card.join_url and not off:
        meeting = vUri(_link(card.join_url))
        meeting.params.update({"VALUE": "URI", "FEATURE": ["VIDEO", "AUDIO"], "LABEL": "Webex"})
        event.add("conference", meeting)
    if card.live_page:
        event.add("url", card.live_page)
    return event


def _local(at: datetime, zone_name: str) -> datetime:
    """Local time with its zone: people read "9:00 in El Paso". UTC where the zone or the hour cannot be said so."""
    local = at.astimezone(times.zone(zone_name))
    # A TZID means the first of two equal hours (RFC 5545 §3.3.5), and ical.js takes it for the second: both are said
    # in UTC.
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    if twice or vtimezone(zone_name) is None:
        return _second(at)
    return local.replace(microsecond=0)


def _link(address: str) -> str:
    """An address in one line, whatever was pasted: one that is wrong must not take a whole feed along."""
    return "".join(one for one in address if one.isprintable() and one != " ")


def _text(words: str) -> str:
    """Without what no TEXT may hold: control characters, and line ends other than LF (RFC 5545 §3.3.11)."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in words if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))


def _second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


def _location(card: Card, language: str) -> str | None:
    words = _WORDS[spoken(language)]
    place = card.place or Place()
    room = f"{words['room']} {place.room}" if place.room else None
    where = ", ".join(part for part in (place.name or card.court, room, place.street, place.city) if part)
    if card.medium is Medium.WEBEX and card.join_url and card.state is not OccasionState.CANCELLED:
        # Google, Outlook and Apple do not show CONFERENCE.
        return card.join_url
    if card.medium in (Medium.WEBEX, Medium.TELEPHONIC):
        # First, or somebody goes to the courtroom in which the judge sits.
        remote = words["webex"] if card.medium is Medium.WEBEX else words["telephone"]
        return ", ".join(part for part in (remote, where) if part)
    return where or None


def _description(card: Card, language: str) -> str:
    words = _WORDS[spoken(language)]
    place = card.place or Place()
    off = card.state is OccasionState.CANCELLED
    lines = [
        words["off"] if off else None,
        words["unconfirmed"] if card.state is OccasionState.TENTATIVE else None,
        times.said(card.starts_at, card.time_zone, language, hour_known=card.hour_known),
        f"{words['proceeding']}: {titles.proceeding(card, language)}" if card.proceeding else None,
        f"{words['court']}: {card.court}" if card.court else None,
        f"{words['room']}: {place.room}" if place.room else None,
        f"{words['judge']}: {card.judge}" if card.judge else None,
        f"{words['join']}: {card.join_url}" if card.join_url and not off else None,
        f"{words['more']}: {card.live_page}" if card.live_page else None,
        f"{words['call']} {card.call}" if card.call else None,
        words["courtesy"] if titles.is_hearing(card) or card.court else None,
    ]
    return "\n".join(line for line in lines if line)


def _categories(card: Card, language: str) -> list[str]:
    words = _WORDS[spoken(language)]
    if not titles.is_hearing(card):
        return [words["event"]]
    if card.case_ref and card.kind is OccasionKind.BOND_HEARING:
        return [words["hearing"], words["bond"]]
    return [words["hearing"]]


def _alarm(text: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    # Never ACTION:EMAIL: a server may really send it.
    alarm.add("action", "DISPLAY")
    alarm.add("description", _text(text))
    alarm.add("trigger", -before)
    return alarm
