"""How sure a hearing's date is: who said so, on which channel, and how long ago.

Bond hearings and motions appear in no public system, and dates move without notice: so people ask, and each answer is a
row. Two answers make a date *two-source* when two people got it on two channels; the same channel twice is one source,
and so is the same person twice. The court's line and its page read one register out: they are one channel. What
contradicts the date overwrites nothing: it is a row as well, and a task for whoever looks after the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import DateTime, Uuid, bindparam, func, select

from casework import tasks, times
from casework.language import Sentence
from casework.transaction import Transaction
from casework.written import written
from schema.base import new_id
from schema.cases import Case
from schema.custody import Confidence, CustodyStint, ReleaseReason, Source
from schema.date_sources import DateSource, DateStanding
from schema.hearings import Hearing

#: A date that was confirmed longer ago than this is stale: courts move hearings within a week.
STALE_AFTER = timedelta(days=7)

#: Channels that tell the same thing because they read it in the same place.
_ONE_CHANNEL = {Source.COURT_PORTAL: Source.COURT_LINE}

CHANNELS = {
    Source.LOCATOR: Sentence("the locator"),
    Source.FACILITY_CALL: Sentence("a call to the facility"),
    Source.COURT_LINE: Sentence("the court's line"),
    Source.COURT_PORTAL: Sentence("the court's page"),
    Source.PRINTED_NOTICE: Sentence("a printed notice"),
    Source.COUNSEL: Sentence("counsel"),
    Source.CLIENT: Sentence("the client"),
    Source.FAMILY: Sentence("the family"),
    Source.WITNESS: Sentence("a witness"),
    Source.AGENCY: Sentence("the agency"),
    Source.IMPORT: Sentence("a file"),
    Source.OTHER: Sentence("another channel"),
}


async def add_word(
    tx: Transaction,
    hearing: Hearing,
    channel: Source,
    said_wall: datetime | None,
    *,
    shift_id: UUID | None = None,
) -> DateSource:
    """Write down what one source said of a hearing's date."""
    word = _word(tx, hearing, channel, said_wall, shift_id)
    await tx.session.flush()
    return word


def _word(
    tx: Transaction, hearing: Hearing, channel: Source, said_wall: datetime | None, shift_id: UUID | None
) -> DateSource:
    word = DateSource(
        id=new_id(),
        case_id=hearing.case_id,
        hearing_id=hearing.id,
        channel=channel,
        said_wall=said_wall,
        said_at=tx.now,
        person_id=None if shift_id else tx.person_id,
        shift_id=shift_id,
    )
    tx.session.add(word)
    return word


async def words_of(tx: Transaction, hearing: Hearing) -> list[DateSource]:
    """What was said of the date that a hearing has now, and stands."""
    asked = select(DateSource).where(DateSource.hearing_id == hearing.id, DateSource.taken_back_at.is_(None))
    if hearing.date_set_at is not None:
        asked = asked.where(DateSource.said_at >= hearing.date_set_at)
    return list(await tx.session.scalars(asked.order_by(DateSource.said_at, DateSource.id)))


async def keep_confidence(tx: Transaction, hearing: Hearing) -> None:
    """Keep how sure the date is: what its sources make of it, or what it is by a file's or a first word alone."""
    agree = [one for one in await words_of(tx, hearing) if one.said_wall == hearing.occasion.wall_starts]
    if independent([Heard(one.channel, one.person_id or one.shift_id, one.said_at) for one in agree]):
        hearing.confidence = Confidence.CONFIRMED
    elif agree:
        hearing.confidence = Confidence.ONE_SOURCE
    await tx.session.flush()


class Heard(NamedTuple):
    """One word: on which channel, by whom, and when."""

    channel: Source
    who: UUID | None
    said_at: datetime


def independent(words: Sequence[Heard]) -> bool:
    """Two of them were heard by two people on two channels."""
    heard = [(_ONE_CHANNEL.get(one.channel, one.channel), one.who) for one in words]
    return any(
        channel != other and who != another
        for index, (channel, who) in enumerate(heard)
        for other, another in heard[index + 1 :]
    )


async def move(tx: Transaction, hearing: Hearing, wall: datetime, channel: Source, confidence: Confidence) -> None:
    """A hearing is given this time, from this source. Who heard the time before it was moved heard it, too; what was
    said of the time it had says nothing. Part of a move, which people wait for: one statement, and nothing is flushed.
    """
    rows = await tx.rows(_HEARD, given_hearing=hearing.id, given_wall=wall, given_since=hearing.date_set_at)
    heard = [Heard(Source(channel), person or shift, said_at) for channel, person, shift, said_at in rows]
    if wall != hearing.occasion.wall_starts:
        hearing.date_set_at = min([*(one.said_at for one in heard), tx.now])
    hearing.confidence = confidence
    if confidence is Confidence.UNCONFIRMED:
        return
    word = _word(tx, hearing, channel, wall, None)
    if independent([*heard, Heard(channel, word.person_id, tx.now)]):
        hearing.confidence = Confidence.CONFIRMED


_HEARD = written(
    select(DateSource.channel, DateSource.person_id, DateSource.shift_id, DateSource.said_at)
    .where(
        DateSource.hearing_id == bindparam("given_hearing", None, Uuid()),
        DateSource.said_wall == bindparam("given_wall", None, DateTime()),
        DateSource.taken_back_at.is_(None),
        DateSource.said_at
        >= func.coalesce(bindparam("given_since", None, DateTime(timezone=True)), DateSource.said_at),
    )
    .order_by(DateSource.said_at, DateSource.id)
)


async def ask_about(
    tx: Transaction, case: Case, hearing: Hearing, word: DateSource, *, answer: UUID | None = None
) -> None:
    """A source contradicts the date: one task for whoever looks after the case, with both values. While it is open,
    hearing the same again renews it. ``answer`` is the date checker's, by which the task is found again.
    """
    answer = answer or word.id
    occasion = hearing.occasion
    when = partial(
        times.said_shortly, occasion.starts_at, occasion.time_zone, hour_known=occasion.hour_known, beside=[tx.now]
    )
    line = word.channel is Source.COURT_LINE
    if word.said_wall is None:
        key = f"date_not_found:{answer}:{hearing.id}"
        title = Sentence(
            "The court's line does not know the hearing of {when}. Check the A-number, then call the court.", when=when
        )
        if not line:
            title = Sentence(
                "The hearing of {when} is not known there: {channel}. Check the A-number, then call the court.",
                when=when, channel=CHANNELS[word.channel],
            )  # fmt: skip
    else:
        key = f"date_differs:{answer}:{hearing.id}/{word.said_wall:%Y%m%d%H%M}"
        heard = partial(_wall, word.said_wall, occasion.time_zone)
        title = Sentence(
            "The court's line gives another time than {when}: {heard}. Check the notice, then move the hearing.",
            when=when, heard=heard,
        )  # fmt: skip
        if not line:
            title = Sentence(
                "Another time than {when} was given: {heard} ({channel}). Check the notice, then move the hearing.",
                when=when, heard=heard, channel=CHANNELS[word.channel],
            )  # fmt: skip
    await tasks.renew(tx, case, key, tx.now)
    await tasks.raise_once(tx, case, key, title, tx.now)


def _wall(heard: datetime, zone: str, language: str) -> str:
    """A time as heard. An hour that the clocks skip or pass twice is said with the first that there is: a person looks
    at it.
    """
    return times.said_shortly(heard.replace(tzinfo=times.zone(zone)), zone, language)


async def moved_since(tx: Transaction, case_id: UUID, checked_at: datetime) -> bool:
    """The person was transferred after the date was checked."""
    asked = select(CustodyStint.id).where(
        CustodyStint.case_id == case_id,
        CustodyStint.release_reason == ReleaseReason.TRANSFERRED,
        CustodyStint.booked_out_at > checked_at,
    )
    return await tx.session.scalar(asked.limit(1)) is not None


def standing_of(hearing: Hearing, *, moved: bool, now: datetime) -> DateStanding:
    """How far a date ahead can be relied on."""
    if hearing.confidence is Confidence.UNCONFIRMED:
        return DateStanding.UNVERIFIED
    if moved or hearing.checked_at <= now - STALE_AFTER:
        return DateStanding.STALE
    return DateStanding.TWO_SOURCE if hearing.confidence is Confidence.CONFIRMED else DateStanding.ONE_SOURCE
