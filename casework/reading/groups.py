"""What cases of the board have in common: the groups they are shown in."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Text, Uuid, case, cast, func, null, select

from casework.access import VISIBLE
from casework.access.eyes import LEGAL, Eyes
from casework.reading.places import Row
from schema.base import Table
from schema.courts import Court
from schema.custody import CustodyStint
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import Occasion
from schema.people import Person


class Grouping(StrEnum):
    """By what cases are put together."""

    STAGE = "stage"
    COORDINATOR = "coordinator"
    #: Where they are held now.
    FACILITY = "facility"
    #: Before which their next date is.
    COURT = "court"
    #: The week of their next date, on the wall of its place.
    WEEK = "week"


def group_key(by: Grouping, eyes: Eyes, row: Any) -> Any:
    """The group of a case, as text; null where it has none, or where it is not the actor's to know: everything but the
    stage is told to the legal team alone.
    """
    if by is Grouping.STAGE:
        return cast(row.stage, Text)
    return case((eyes.reaches(row, LEGAL), _KEYS[by](row)))


def _facility(row: Any) -> Any:
    stay = Row(CustodyStint)
    return (
        select(cast(stay.facility_id, Text))
        .select_from(stay.alias)
        .where(stay.case_id == row.id, stay.booked_out_at.is_(None))
        .order_by(stay.checked_at.desc(), stay.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _court(row: Any) -> Any:
    hearing = Row(Hearing)
    return (
        select(cast(hearing.court_id, Text))
        .select_from(hearing.alias)
        .where(hearing.occasion_id == row.next_occasion_id)
        .scalar_subquery()
    )


def _week(row: Any) -> Any:
    date = Row(Occasion)
    monday = func.date_trunc("week", func.timezone(date.time_zone, date.starts_at))
    return (
        select(func.to_char(monday, "YYYY-MM-DD"))
        .select_from(date.alias)
        .where(date.id == row.next_occasion_id)
        .scalar_subquery()
    )


_KEYS = {
    Grouping.COORDINATOR: lambda row: cast(row.coordinator_id, Text),
    Grouping.FACILITY: _facility,
    Grouping.COURT: _court,
    Grouping.WEEK: _week,
}


def group_name(by: Grouping | None, eyes: Eyes, key: Any) -> Any:
    """What a group that is a row of some table is called there, if the actor may know; a person's name is sealed."""
    if by not in _NAMED:
        return null()
    there = Row(_NAMED[by])
    holds = [there.key == cast(key, Uuid()), VISIBLE[there.model](eyes, there)]
    return select(there.name).select_from(there.alias).where(*holds).scalar_subquery()


_NAMED: dict[Grouping | None, type[Table]] = {
    Grouping.COORDINATOR: Person,
    Grouping.FACILITY: Facility,
    Grouping.COURT: Court,
}

__all__ = ["Grouping", "group_key", "group_name"]
