"""Choosing the words: which prose, with which values, for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from email.headerregistry import Address
from typing import Any

from casework import calendar, times, titles
from casework.card import Card, OfferCard
from casework.language import spoken
from casework.letters.letter import Change, Incomplete, Letter, Reader
from casework.letters.prose import written
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import Medium, OccasionKind, OccasionState

#: Letters that must go even when a value is missing.
FALLS_BACK = frozenset({LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED, LetterKind.CANCELLED, LetterKind.WITHDRAWN})
#: Letters that say what a date was, and what it is now.
_CHANGED = frozenset({LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED})
#: Prose that serves two kinds.
_PROSE = {LetterKind.PLACE_CHANGED: LetterKind.RESCHEDULED}
#: Letters about an occasion that put something into the calendar of whoever was invited, and the iTIP method they use.
_METHODS = {
    LetterKind.INVITATION: "REQUEST",
    LetterKind.RESCHEDULED: "REQUEST",
    LetterKind.PLACE_CHANGED: "REQUEST",
    LetterKind.CANCELLED: "CANCEL",
    LetterKind.WITHDRAWN: "CANCEL",
}
#: Be there this long before the hour: doors of federal buildings are slow.
EARLY = timedelta(minutes=30)
#: Actions that people take from where they are.
_NO_PLACE = frozenset({OccasionKind.LETTER_DRIVE, OccasionKind.CALL_IN, OccasionKind.BOND_FUND})
_LEGAL = frozenset({Audience.COORDINATOR, Audience.ATTORNEY})


def compose(
    kind: LetterKind,
    card: Card,
    reader: Reader,
    *,
    now: datetime,
    change: Change | None = None,
    organizer: Address | None = None,
    attendee: Address | None = None,
) -> Letter:
    """The letter of this kind about this card.

    With ``organizer`` and ``attendee`` it carries the iTIP message that puts the date into the reader's calendar, or
    takes it out. ``now`` decides whether it says "today" or "tomorrow", in the occasion's zone.

    Raises :class:`Incomplete` when a value is missing, except for the kinds in ``FALLS_BACK``: those go as the
    fallback letter.
    """
    language = spoken(reader.language)
    try:
        prose = _PROSE.get(kind, kind).value
        subject, text, html = written(prose, language, _values(kind, card, reader, language, now, change))
        part = _part(kind, card, reader, now, organizer, attendee)
    except Incomplete:
        if kind not in FALLS_BACK:
            raise
        return _fallback(kind, card, language)
    return Letter(
        kind=kind,
        language=language,
        subject=subject,
        text=text,
        html=html,
        calendar=part,
        method=_METHODS[kind] if part else None,
        thread=card.uid,
    )


def compose_offer(kind: LetterKind, card: OfferCard, reader: Reader, *, page_url: str) -> Letter:
    """The letter that offers a case to an attorney, or tells them that it is theirs. Raises :class:`Incomplete`."""
    language = spoken(reader.language)
    values = {
        "blurb": card.blurb,
        "scope": card.scope.value,
        "case_ref": card.case_ref,
        "call": card.call,
        "organization": card.organization,
        "page_url": page_url,
    }
    subject, text, html = written(kind.value, language, values)
    return Letter(kind=kind, language=language, subject=subject, text=text, html=html)


def compose_glass_broken(reader: Reader, *, who: str, case_ref: str, page_url: str) -> Letter:
    """The letter that tells the team who opened their case without being asked."""
    language = spoken(reader.language)
    values = {"who": who, "case_ref": case_ref, "organization": reader.organization, "page_url": page_url}
    subject, text, html = written(LetterKind.GLASS_BROKEN.value, language, values)
    return Letter(kind=LetterKind.GLASS_BROKEN, language=language, subject=subject, text=text, html=html)


def compose_digest(reader: Reader, numbers: Mapping[str, int], *, page_url: str) -> Letter:
    """The letter of the morning: numbers alone, of which those that are nothing are left out."""
    language = spoken(reader.language)
    values = {**numbers, "organization": reader.organization, "page_url": page_url}
    subject, text, html = written(LetterKind.DIGEST.value, language, values)
    return Letter(kind=LetterKind.DIGEST, language=language, subject=subject, text=text, html=html)


def compose_pointer(kind: LetterKind, reader: Reader, *, page_url: str, call: str | None = None) -> Letter:
    """A letter that leads to a page and tells nothing of what stands there."""
    language = spoken(reader.language)
    values = {"organization": reader.organization, "page_url": page_url, "call": call}
    subject, text, html = written(kind.value, language, values)
    return Letter(kind=kind, language=language, subject=subject, text=text, html=html)


def _fallback(kind: LetterKind, card: Card, language: str) -> Letter:
    name = "fallback_changed" if kind in _CHANGED else "fallback_off"
    subject, text, html = written(name, language, {"call": card.call})
    return Letter(kind=kind, language=language, subject=subject, text=text, html=html, thread=card.uid, fallback=True)


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
    in_court = hearing or card.kind in (OccasionKind.ACCOMPANIMENT, OccasionKind.OFFICIAL_VISIT)
    values: dict[str, Any] = {
        "when": times.said(card.starts_at, card.time_zone, language, hour_known=card.hour_known),
        "short": times.said_shortly(
            card.starts_at, card.time_zone, language, hour_known=card.hour_known, beside=_beside(now, change)
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
        "legal": reader.audience in _LEGAL,
        "answer_url": reader.answer_url,
        "before": None,
        "before_short": None,
        "earlier": False,
        "new_time": False,
    }
    if change is not None:
        values |= _changed(card, change, language, now)
    return values


def _changed(card: Card, change: Change, language: str, now: datetime) -> dict[str, Any]:
    moved = (change.starts_at, change.hour_known) != (card.starts_at, card.hour_known)
    return {
        "before": times.said(change.starts_at, change.time_zone, language, hour_known=change.hour_known),
        "before_short": times.said_shortly(
            change.starts_at,
            change.time_zone,
            language,
            hour_known=change.hour_known,
            beside=(now, card.starts_at),
        ),
        "earlier": card.starts_at < change.starts_at,
        "new_time": moved,
    }


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
    kind: LetterKind, card: Card, reader: Reader, now: datetime, organizer: Address | None, attendee: Address | None
) -> bytes | None:
    method = _METHODS.get(kind)
    if method is None or organizer is None or attendee is None:
        return None
    # The entry leads to the page where one answers, also when the mail is long forgotten.
    card = replace(card, live_page=card.live_page or reader.answer_url)
    if method == "REQUEST":
        return calendar.request(card, organizer=organizer, attendee=attendee, language=reader.language, stamp=now)
    if kind is LetterKind.WITHDRAWN and card.state is not OccasionState.CANCELLED:
        # It takes place, without this one person (RFC 5546 §3.2.5).
        card = replace(card, state=OccasionState.CANCELLED, sequence=card.sequence + 1)
    return calendar.cancel(card, organizer=organizer, attendee=attendee, language=reader.language, stamp=now)
