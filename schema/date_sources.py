"""Date sources: who said that a hearing's date is so, when, and on which channel.

Two of them make a date that can be relied on, if they are independent: two people who asked on two channels. The
court's telephone line and its web page read one register out, and are one channel.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Table, closed
from schema.custody import Source


class DateStanding(StrEnum):
    """How far a date ahead can be relied on."""

    UNVERIFIED = "unverified"
    ONE_SOURCE = "one_source"
    TWO_SOURCE = "two_source"
    #: It was confirmed, but too long ago, or the person was moved since.
    STALE = "stale"


class DateSource(Identified, Led, Table):
    """One word on one hearing's date. It changes nothing but how sure we are; who moves a hearing is a person."""

    __tablename__ = "date_sources"
    __table_args__ = (
        CheckConstraint("person_id is null or shift_id is null", name="who"),
        Index("date_sources_of", "hearing_id", "said_at"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    hearing_id: Mapped[UUID] = mapped_column(ForeignKey("hearings.id"))
    channel: Mapped[Source] = mapped_column(closed(Source))
    #: The time that was said, as on the wall of the hearing's place. Null: it is not known there.
    said_wall: Mapped[datetime | None] = mapped_column(DateTime(timezone=False))
    said_at: Mapped[datetime]
    #: Somebody of the team, or a date checker in a shift. Neither: a file.
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    shift_id: Mapped[UUID | None] = mapped_column(ForeignKey("shifts.id"))
    #: Said by mistake, and taken back.
    taken_back_at: Mapped[datetime | None]
