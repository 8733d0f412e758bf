"""Choosing the words: which prose, with which values, for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from email.headerregistry import Address
from typing import Any

from casework import calendar, times, titles
from casework.card import Card, OfferCard, UnansweredCard
from casework.language import spoken
from casework.letters.letter import Change, Incomplete, Letter, Reader
from casework.letters.prose import Prose, one_line, written
from casework.letters.segments import as_texted
from schema.invitations import LEGAL_EYES, Audience
from schema.notices import LetterKind
from schema.occasions import Medium, OccasionKind, OccasionState

#: Letters that must go even when a value is missing, and the words that need none.
_FALLBACKS = {
    LetterKind.RESCHEDULED: "fallback_changed",
    LetterKind.PLACE_CHANGED: "fallback_place",
    LetterKind.TRANSFERRED: "fallback_transferred",
    LetterKind.CANCELLED: "fallback_off",
    LetterKind.WITHDRAWN: "fallback_off",
}
#: Whoever was told of the date is told, though nothing else of it is theirs to see. A transfer is no news to them then.
FALLS_BACK = frozenset(_FALLBACKS) - {LetterKind.TRANSFERRED}
#: Letters that say what a date was, and what it is now.
_CHANGED = frozenset({LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED})
#: Letters about an occasion that put something into the calendar of whoever was invited, and the iTIP method they use.
_METHODS = {
    LetterKind.INVITATION: "REQUEST",
    LetterKind.RESCHEDULED: "REQUEST",
    LetterKind.PLACE_CHANGED: "REQUEST",
    LetterKind.ENTRY_CHANGED: "REQUEST",
    LetterKind.CANCELLED: "CANCEL",
    LetterKind.WITHDRAWN: "CANCEL",
}
#: Be there this long before the hour: doors of federal buildings are slow.
EARLY = timedelta(minutes=30)
#: Actions that people take from where they are.
_NO_PLACE = frozenset({OccasionKind.LETTER_DRIVE, OccasionKind.CALL_IN, OccasionKind.BOND_FUND, OccasionKind.PETITION})
#: Actions that take people into a court or a jail.
_INSIDE = frozenset({OccasionKind.ACCOMPANIMENT, OccasionKind.CHECK_IN_ACCOMPANIMENT, OccasionKind.OFFICIAL_VISIT})
#: Whose work it is to know what happens at the door of a court.
_PROFESSIONALS = LEGAL_EYES | {Audience.POOL_ATTORNEY}


def compose(
    kind: LetterKind,
    card: Card,
    reader: Reader,
    *,
    now: datetime,
    change: Change | None = None,
    acknowledge_by: datetime | None = None,
    organizer: Address | None = None,
    attendee: Address | None = None,
    answers_read: bool = False,
) -> Letter:
    """The letter of this kind about this card.

    With ``organizer`` and ``attendee`` it carries the iTIP message that puts the date into the reader's calendar, or
    takes it out; with ``answers_read`` it asks for the calendar's answer. ``now`` decides whether it says "today" or
    "tomorrow", in the occasion's zone. With ``acknowledge_by`` it asks the reader to confirm until then, on their page
    or by answering a text.

    Raises :class:`Incomplete` when a value is missing, except for changes: those go as the fallback letter.
    """
    language = spoken(reader.language)
    asks = acknowledge_by is not None
    still = acknowledge_by is not None and acknowledge_by > now
    asked = {
        "asks": asks,
        # An hour that has passed is no hour to ask for.
        "acknowledge_by": _by(acknowledge_by if still else None, card.time_zone, language),
        "answers_read": answers_read and attendee is not None,
    }
    try:
        values = _values(kind, card, reader, language, now, change) | asked
        prose = written(kind.value, language, values)
        part = _part(kind, card, reader, now, organizer, attendee, answers_read)
    except Incomplete:
        if kind not in _FALLBACKS:
            raise
        values = asked | {
            "kind": kind.value, "call": card.call, "answer_url": reader.answer_url, "stop_url": reader.stop_url,
        }  # fmt: skip
        fallback = written(_FALLBACKS[kind], language, values)
        return _letter(
            kind, fallback, language, reader, reader.answer_url, call=card.call, asks=asks, thread=card.uid,
            fallback=True,
        )  # fmt: skip
    return _letter(
        kind, prose, language, reader, reader.answer_url, call=card.call, asks=asks, thread=card.uid,
        calendar=part, method=_METHODS[kind] if part else None,
    )  # fmt: skip


def compose_offer(kind: LetterKind, card: OfferCard, reader: Reader, *, page_url: str) -> Letter:
    """The letter that offers a case to an attorney, or tells them that it is theirs. Raises :class:`Incomplete`."""
    values = {
        "blurb": card.blurb,
        "scope": card.scope.value,
        "case_ref": card.case_ref,
        "call": card.call,
        "organization": card.organization,
    }
    return _to_a_page(kind, reader, page_url, values)


def compose_glass_broken(reader: Reader, *, who: str, case_ref: str, page_url: str) -> Letter:
    """The letter that tells the team who opened their case without being asked."""
    return _to_a_page(LetterKind.GLASS_BROKEN, reader, page_url, {"who": who, "case_ref": case_ref})


def compose_unanswered(card: UnansweredCard, reader: Reader, *, page_url: str) -> Letter:
    """The letter that tells whoever must call how many have not confirmed a change, and by when. Whom, the page says.
    Raises :class:`Incomplete` when it is nobody.
    """
    if card.people < 1:
        raise Incomplete("anybody to call")
    language = spoken(reader.language)
    return _to_a_page(
        LetterKind.UNANSWERED, reader, page_url,
        {"people": card.people, "by": _by(card.call_by, card.time_zone, language)},
    )  # fmt: skip


def compose_dispatch(reader: Reader, *, town: str, page_url: str) -> Letter:
    """The letter that calls a rapid responder: the town, and where they answer. No street, nobody's name."""
    return _to_a_page(LetterKind.RESPONDER_CALLED, reader, page_url, {"town": town})


def compose_digest(reader: Reader, numbers: Mapping[str, int], *, page_url: str, asked: bool = False) -> Letter:
    """The letter of the morning: numbers alone, of which those that are nothing are left out; why its reader gets it
    (``asked``: because they asked for it), and where they stop it.
    """
    return _to_a_page(LetterKind.DIGEST, reader, page_url, {**numbers, "total": sum(numbers.values()), "asked": asked})


def compose_pointer(kind: LetterKind, reader: Reader, *, page_url: str, call: str | None = None) -> Letter:
    """A letter that leads to a page and tells nothing of what stands there."""
    return _to_a_page(kind, reader, page_url, {"call": call, "people": None, "by": None})


def compose_place(
    reader: Reader, *, what: str, answer: str, until: str | None, page_url: str, call: str | None
) -> Letter:
    """The letter about somebody's own place: ``what`` there is to say, with their ``answer`` and ``until`` when a seat
    is held. Raises :class:`Incomplete`.
    """
    return _to_a_page(
        LetterKind.YOUR_PLACE,
        reader,
        page_url,
        {
            "what": what,
            "answer": answer,
            "until": until,
            "until_texted": as_texted(until) if until else None,
            "call": call,
        },
    )


def _to_a_page(kind: LetterKind, reader: Reader, page_url: str, values: dict[str, Any]) -> Letter:
    language = spoken(reader.language)
    values = {
        "kind": kind.value,
        "audience": reader.audience.value,
        "coming": reader.coming,
        "organization": reader.organization,
        "page_url": page_url,
        "stop_url": reader.stop_url,
    } | values
    return _letter(kind, written(kind.value, language, values), language, reader, page_url, call=None)


def _letter(
    kind: LetterKind,
    prose: Prose,
    language: str,
    reader: Reader,
    page_url: str | None,
    *,
    call: str | None,
    asks: bool = False,
    **besides: Any,
) -> Letter:
    """The letter, and the same for a telephone."""
    short = one_line(
        "text_message",
        language,
        {
            "glance": prose.glance, "page_url": _in_a_text(page_url), "call": call, "asks": asks,
            "says_stop": reader.says_stop, "invites": kind is LetterKind.INVITATION,
        },
    )  # fmt: skip
    return Letter(
        kind=kind, language=language, subject=prose.subject, text=prose.text, html=prose.html, short=short,
        glance=prose.glance, page_url=page_url, **besides,
    )  # fmt: skip


def _in_a_text(page_url: str | None) -> str | None:
    """A case's number stays out of texts: whoever signs in finds it behind the house's door."""
    return page_url.partition("/cases/")[0].partition("/actions/")[0] if page_url else None


def _by(at: datetime | None, zone_name: str, language: str) -> str | None:
    return times.said_shortly(at, zone_name, language, named=True) if at else None


def _values(
    kind: LetterKind, card: Card, reader: Reader, language: str, now: datetime, change: Change | None
) -> dict[str, Any]:
    """Everything the prose may ask for. What is not known is None, which the prose must ask about before it prints."""
    if not card.call:
        raise Incomplete("a number to call")
    if kind in _CHANGED and change is None:
        raise Incomplete("what was said before")
    if kind not in (LetterKind.CANCELLED, LetterKind.WITHDRAWN) and card.state is OccasionState.CANCELLED:
        raise Incomplete("a date that stands")
    remote = card.medium in (Medium.WEBEX, Medium.TELEPHONIC)
    hearing = titles.is_hearing(card)
    in_court = hearing or card.kind in _INSIDE
    beside = _beside(now, change)
    values: dict[str, Any] = {
        "kind": kind.value,
        "when": times.said(card.starts_at, card.time_zone, language, hour_known=card.hour_known),
        "short": times.said_shortly(
            card.starts_at, card.time_zone, language, hour_known=card.hour_known, beside=beside
        ),
        # The same for a telephone, with its zone by name.
        "texted": as_texted(
            times.said_shortly(
                card.starts_at, card.time_zone, language, hour_known=card.hour_known, beside=beside, named=True
            )
        ),
        "soon": _soon(card, now),
        "hour_known": card.hour_known,
        "be_there": times.hour(card.starts_at - EARLY, card.time_zone, language) if card.hour_known else None,
        "tentative": card.state is OccasionState.TENTATIVE,
        "title": titles.bare(card, language),
        "name": card.name,
        "hearing": hearing,
        # Where one goes to, or how one takes part, in court.
        "court_date": in_court,
        "check_in": card.kind is OccasionKind.CHECK_IN,
        "somewhere": card.kind not in _NO_PLACE,
        "webex": card.medium is Medium.WEBEX,
        "telephone": card.medium is Medium.TELEPHONIC,
        "remote": remote,
        "join_url": card.join_url,
        # A vigil outside or a rally is not in court, though its hearing is.
        "court": card.court if in_court else None,
        "judge": card.judge,
        "place": _place(card),
        "room": card.place.room if card.place else None,
        "token": card.token,
        "codeword": card.codeword,
        "live_page": card.live_page,
        "call": card.call,
        "organization": reader.organization,
        "audience": reader.audience.value,
        "legal": reader.audience in LEGAL_EYES,
        "signs_in": reader.signs_in,
        "sees_dates": reader.sees_dates,
        # An official, where whoever keeps their calendar reads it for them.
        "invited": reader.invited,
        "through": reader.through,
        "coming": reader.coming,
        # Whoever goes there themselves: the client at liberty, and who was not said to be held.
        "must_go": card.at_liberty is not False,
        "answers_for": card.at_liberty is True,
        "officers": _officers(card, reader, remote, in_court),
        "answer_url": reader.answer_url,
        "stop_url": reader.stop_url,
        "before": None,
        "before_short": None,
        "before_texted": None,
        "earlier": False,
        "new_time": False,
        "place_before": None,
        "room_before": None,
        "medium_before": None,
        "medium": card.medium.value,
        "answers_read": False,
    }
    if change is not None:
        values |= _changed(card, change, language, now)
    return values


def _officers(card: Card, reader: Reader, remote: bool, in_court: bool) -> bool:
    """Whether officers may be where they go: in a court, an agency's office or a jail, or before its door."""
    if remote or reader.audience in _PROFESSIONALS or card.kind in _NO_PLACE:
        return False
    if reader.audience is Audience.CLIENT and card.at_liberty is False:
        # They are brought by them.
        return False
    return in_court or card.kind is OccasionKind.CHECK_IN or card.court is not None


def _changed(card: Card, change: Change, language: str, now: datetime) -> dict[str, Any]:
    moved = (change.starts_at, change.hour_known) != (card.starts_at, card.hour_known)
    beside = (now, card.starts_at)
    words = times.zone_word(change.starts_at, change.time_zone, language)
    same_zone = words == times.zone_word(card.starts_at, card.time_zone, language) and card.hour_known
    # Whoever is told no place now is not told the old one either. Where a check-in's company meets is not where it is.
    place = card.place if card.kind is not OccasionKind.CHECK_IN else None
    return {
        "before": times.said(change.starts_at, change.time_zone, language, hour_known=change.hour_known),
        "before_short": times.said_shortly(
            change.starts_at, change.time_zone, language, hour_known=change.hour_known, beside=beside
        ),
        "before_texted": as_texted(
            times.said_shortly(
                change.starts_at, change.time_zone, language, hour_known=change.hour_known, beside=beside,
                # Said once, of the new one, where both are of one zone.
                named=None if same_zone else True,
            )
        ),
        "earlier": card.starts_at < change.starts_at,
        "new_time": moved,
        "place_before": change.place_name if place and place.name != change.place_name else None,
        "room_before": change.room if place and place.room != change.room else None,
        "medium_before": change.medium.value if change.medium and change.medium is not card.medium else None,
    }  # fmt: skip


def _beside(now: datetime, change: Change | None) -> tuple[datetime, ...]:
    """What a date is read beside: the day of the letter, and the date people knew."""
    return (now, change.starts_at) if change else (now,)


def _soon(card: Card, now: datetime) -> str | None:
    """ "today" or "tomorrow" where it takes place. A late reminder must not say "tomorrow" of today."""
    days = (times.local_day(card.starts_at, card.time_zone) - times.local_day(now, card.time_zone)).days
    return {0: "today", 1: "tomorrow"}.get(days)


def _place(card: Card) -> str | None:
    if card.place is None:
        return None
    parts = (card.place.name, card.place.street, card.place.city)
    return ", ".join(part for part in parts if part) or None


def _part(
    kind: LetterKind,
    card: Card,
    reader: Reader,
    now: datetime,
    organizer: Address | None,
    attendee: Address | None,
    answers_read: bool,
) -> bytes | None:
    method = _METHODS.get(kind)
    if method is None or organizer is None or attendee is None:
        return None
    # The entry leads to the page where one answers, also when the mail is long forgotten.
    card = replace(card, live_page=card.live_page or reader.answer_url)
    if method == "REQUEST":
        # Asked to the same date as before, they have answered already.
        coming = reader.coming and kind is LetterKind.ENTRY_CHANGED
        return calendar.request(
            card, organizer=organizer, attendee=attendee, language=reader.language, stamp=now, coming=coming,
            answers_read=answers_read,
        )  # fmt: skip
    if kind is LetterKind.WITHDRAWN and card.state is not OccasionState.CANCELLED:
        # It takes place, without this one person (RFC 5546 §3.2.5).
        card = replace(card, state=OccasionState.CANCELLED, sequence=card.sequence + 1)
    return calendar.cancel(card, organizer=organizer, attendee=attendee, language=reader.language, stamp=now)
