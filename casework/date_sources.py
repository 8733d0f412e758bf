"""How sure a hearing's date is: who said so, on which channel, and how long ago.

Bond hearings and motions appear in no public system, and dates move without notice: so people ask, and each answer is a
row. Two answers make a date *two-source* when two people got it on two channels; the same channel twice is one source,
and so is the same person twice. The court's line and its page read one register out: they are one channel. What
contradicts the date overwrites nothing: it is a row as well, and a task for whoever looks after the case.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import select

from casework import tasks, times
from casework.language import Sentence
from casework.transaction import Transaction
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
    await tx.session.flush()
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
    if independent(agree):
        hearing.confidence = Confidence.CONFIRMED
    elif agree:
        hearing.confidence = Confidence.ONE_SOURCE
    await tx.session.flush()


def independent(words: Iterable[DateSource]) -> bool:
    """Two of them were heard by two people on two channels."""
    heard = [(_ONE_CHANNEL.get(one.channel, one.channel), one.shift_id or one.person_id) for one in words]
    return any(
        channel != other and who != another
        for index, (channel, who) in enumerate(heard)
        for other, another in heard[index + 1 :]
    )


async def since_when_said(tx: Transaction, hearing: Hearing, wall: datetime) -> datetime:
    """From when the time that a hearing is given now was said: whoever heard it before it was moved heard it, too."""
    heard = [one.said_at for one in await words_of(tx, hearing) if one.said_wall == wall]
    return min([*heard, tx.now])


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
