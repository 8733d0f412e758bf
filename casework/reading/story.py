"""The story of a case as pages tell it: what happened, the latest first, each with its day and a way to its record."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_

from casework import access, times
from casework.language import LANGUAGES, spoken
from casework.reading.cases import CASE, legal, of_case
from casework.reading.deadlines import own_language, said_in
from casework.reading.facts import Expression, Fact, Noun, Pages, global_id
from casework.reading.page import Page, keyset
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.transaction import Transaction
from schema.custody import ReleaseReason
from schema.story import PLANNED, StoryEntry

ENTRY = Noun("StoryEntry", StoryEntry)
ENTRY.columns("key", "kind", "at", "time_zone", "place", "due_on")
ENTRY["ahead"] = Expression(said=lambda at: and_(at.row.kind.in_(PLANNED), at.row.at > at.eyes.now))
ENTRY["record_id"] = global_id(lambda at: at.row.subject, lambda at: at.row.record_id)


def word_of(said: str | None) -> str | None:
    """A closed word of whichever noun it is, as the graph spells it."""
    return None if said is None else _REASONS.get(said, said.upper())


#: The agency's own words are no names.
_REASONS = {reason.value: reason.name for reason in ReleaseReason}


def _word(column: str) -> Fact:
    return Expression(
        inputs={column: lambda at: getattr(at.row, column)}, finish=lambda _reader, _said, word: word_of(word)
    )


for _column in ("what", "state", "outcome", "audience"):
    ENTRY[_column] = _word(_column)


def day_of(day: date | None, at: datetime, time_zone: str | None, hour_known: bool) -> date | None:
    """The day of what is known by its day alone, in the zone of the place."""
    if day is not None or hour_known or time_zone is None:
        return day
    return at.astimezone(times.zone(time_zone)).date()


def _day(_: Reader, __: Any, day: str | None, at: str, time_zone: str | None, hour_known: bool) -> str | None:
    found = day_of(date.fromisoformat(day) if day else None, datetime.fromisoformat(at), time_zone, hour_known)
    return found.isoformat() if found else None


ENTRY["day"] = Expression(
    inputs={
        "day": lambda at: at.row.day,
        "at": lambda at: at.row.at,
        "time zone": lambda at: at.row.time_zone,
        "hour known": lambda at: at.row.hour_known,
    },
    finish=_day,
)


def name_in(said: dict[str, Any] | None, language: str) -> str | None:
    """What a deadline's rule is called; of what the court set, and of all else, nothing."""
    return said_in(said, language).get("name") if said else None


ENTRY["name"] = Expression(
    inputs={"said": lambda at: at.row.said, "own": own_language},
    finish=lambda reader, _, said, own: name_in(said, reader.language or spoken(own or LANGUAGES[0])),
)


def _order(_: At, there: At) -> Any:
    return [(there.row.at, True), (there.row.key, True)], [datetime, str]


CASE["story"] = Pages(
    "StoryEntry",
    of_case,
    order=_order,
    inputs={"legal": legal},
    finish=lambda _, found, is_legal: found if is_legal else None,
)


async def case_story(tx: Transaction, case_id: UUID, *, first: int, cursor: str | None) -> Page[StoryEntry]:
    """What happened to the person and around the case, for the legal team: what is ahead first, then the latest."""
    entries = access.visible(await access.standing(tx), StoryEntry, tx.now).where(StoryEntry.case_id == case_id)
    order = [(StoryEntry.at, True), (StoryEntry.key, True)]
    return await keyset(tx, entries, order, [datetime, str], first=first, cursor=cursor)


__all__ = ["case_story", "day_of", "name_in", "word_of"]
