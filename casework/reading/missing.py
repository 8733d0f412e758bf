"""What the legal team would want to know is missing of a case, the gravest first: in the reader's own language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import and_, func, or_

from casework import disclosure, times, titles
from casework.language import LANGUAGES, Sentence, spoken
from casework.reading.cases import CASE, legal
from casework.reading.deadlines import own_language
from casework.reading.facts import Expression
from casework.reading.places import At
from casework.reading.reader import Reader
from schema.assignments import STANDING, Assignment
from schema.cases import CustodyStatus
from schema.consents import Consent, ConsentState
from schema.custody import Confidence, CustodyStint
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion, OccasionKind

#: So long before a consent ends the client is asked again.
ENDS_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """A hearing, as far as a sentence names it."""

    starts_at: datetime
    #: The occasion's, so that hearings of one hour keep their order.
    id: str
    kind: OccasionKind
    time_zone: str
    hour_known: bool

    def said(self, now: datetime) -> Callable[[str], str]:
        """Which hearing it is: "Bond hearing, Wed, Dec 2, 9:00 AM ET"."""
        return partial(_named, self, now)


def _named(one: Dated, now: datetime, language: str) -> str:
    when = times.said_shortly(one.starts_at, one.time_zone, language, hour_known=one.hour_known, beside=[now])
    return f"{titles.of_kind(one.kind, language)}, {when}"


def lacking(
    *,
    now: datetime,
    no_lawyer: bool,
    unlocated: bool,
    place_unconfirmed: bool,
    unreported: Iterable[Dated],
    unconfirmed: Iterable[Dated],
    consents_end: datetime | None = None,
    consent_proposed: bool = False,
) -> list[Sentence]:
    """What is missing, each as a sentence; of hearings each says which."""
    found = []
    if no_lawyer:
        found.append(Sentence("No lawyer yet."))
    if unlocated:
        found.append(Sentence("Nobody knows where they are held."))
    if place_unconfirmed:
        found.append(Sentence("The place of custody is not confirmed by two sources."))
    found += [
        Sentence("{hearing}: it has passed and waits for its report.", hearing=one.said(now))
        for one in sorted(unreported)
    ]
    found += [
        Sentence("{hearing}: the date is not confirmed on an official channel.", hearing=one.said(now))
        for one in sorted(unconfirmed)
    ]
    if consent_proposed:
        found.append(Sentence("A consent is only proposed: counsel must ask the client again, privately."))
    if consents_end is not None:
        found.append(
            Sentence("A consent ends on {day}: ask the client again.", day=disclosure.last_day(consents_end, now))
        )
    return found


def _hearings(at: At, *conditions: Callable[[Any, Any], Any]) -> Any:
    """Those hearings of the case that stand and of which this holds: said of the hearing and of its occasion."""
    return at.listed(
        Occasion,
        lambda when: and_(
            when.case_id == at.row.id,
            when.state.in_(UPCOMING),
            at.any_beside(
                Hearing,
                lambda hearing: and_(
                    hearing.occasion_id == when.id,
                    hearing.case_id == at.row.id,
                    *(condition(hearing, when) for condition in conditions),
                ),
                when,
            ),
        ),
        lambda when: [when.starts_at, when.id, when.kind, when.time_zone, when.hour_known],
    )


def _dated(rows: Sequence[Sequence[Any]] | None) -> list[Dated]:
    return [
        Dated(datetime.fromisoformat(starts_at), occasion, OccasionKind(kind), zone, hour_known)
        for starts_at, occasion, kind, zone, hour_known in rows or ()
    ]


def _missing(
    reader: Reader,
    _: Any,
    shown: bool,
    no_lawyer: bool,
    unlocated: bool,
    place_unconfirmed: bool,
    unreported: Sequence[Sequence[Any]] | None,
    unconfirmed: Sequence[Sequence[Any]] | None,
    consents: Sequence[Sequence[Any]] | None,
    own: str | None,
) -> list[str]:
    if not shown:
        return []
    language = reader.language or spoken(own or LANGUAGES[0])
    found = lacking(
        now=reader.now,
        no_lawyer=no_lawyer,
        unlocated=unlocated,
        place_unconfirmed=place_unconfirmed,
        unreported=_dated(unreported),
        unconfirmed=_dated(unconfirmed),
        consents_end=min((reader.instant(at) for proposed, at in consents or () if not proposed), default=None),
        consent_proposed=any(proposed for proposed, _ in consents or ()),
    )
    return [one.said(language) for one in found]


CASE["missing"] = Expression(
    inputs={
        "shown": lambda at: and_(legal(at), at.row.closed_at.is_(None)),
        "no lawyer": lambda at: (
            ~at.any(Assignment, lambda one: and_(one.case_id == at.row.id, one.state.in_(list(STANDING))))
        ),
        "unlocated": lambda at: at.row.custody_status == CustodyStatus.UNLOCATED,
        "place unconfirmed": lambda at: at.any(
            CustodyStint,
            lambda stint: and_(
                stint.case_id == at.row.id, stint.booked_out_at.is_(None), stint.confidence != Confidence.CONFIRMED
            ),
        ),
        "unreported": lambda at: _hearings(
            at, lambda hearing, when: and_(when.ends_at < at.eyes.now, hearing.outcome.is_(None))
        ),
        "unconfirmed": lambda at: _hearings(
            at, lambda hearing, when: and_(when.ends_at >= at.eyes.now, hearing.confidence != Confidence.CONFIRMED)
        ),
        "consents": lambda at: at.listed(
            Consent,
            lambda one: and_(
                one.case_id == at.row.id,
                one.expires_at > at.eyes.now,
                or_(
                    one.state == ConsentState.PROPOSED,
                    and_(one.state == ConsentState.STANDING, one.expires_at <= at.eyes.now + ENDS_SOON),
                ),
            ),
            lambda one: [one.state == ConsentState.PROPOSED, func.extract("epoch", one.expires_at)],
        ),
        "own": own_language,
    },
    finish=_missing,
)

__all__ = ["ENDS_SOON", "Dated", "lacking"]
