"""Rapid responders: who goes to look when something is seen, in which towns and in which hours of the week.

Nobody is followed: a responder says beforehand which towns and hours are theirs, and where they are at any moment is no
business of the house.
"""

from __future__ import annotations

from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Table


class Weekday(StrEnum):
    """A day on which somebody is on call, in the order of :meth:`datetime.date.weekday`."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Responder(Identified, Revised, Table):
    """A member or somebody of the address book who goes to look."""

    __tablename__ = "responders"
    __table_args__ = (
        Index("responders_standing", "organization_id", "person_id", unique=True,
              postgresql_where=text("ended_at is null")),
    )  # fmt: skip

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: Those they chose.
    towns: Mapped[list[str]]
    #: Values of :class:`Weekday` on which their hours begin.
    days: Mapped[list[str]]
    #: By the clock of ``time_zone``; the same twice is all day. Until the next morning where it ends before it begins.
    on_call_from: Mapped[time]
    on_call_until: Mapped[time]
    time_zone: Mapped[str]
    ended_at: Mapped[datetime | None]
