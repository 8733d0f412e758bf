"""Notice plans: when an organization reminds whom of what."""

from __future__ import annotations

from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Table, closed
from schema.invitations import Audience
from schema.occasions import HEARING_KINDS, OccasionKind


class Matter(StrEnum):
    """What people are reminded of."""

    COURT_DATE = "court_date"
    CHECK_IN = "check_in"
    ACTION = "action"

    @classmethod
    def of(cls, kind: OccasionKind) -> Matter:
        """What an occasion of this kind is."""
        if kind in HEARING_KINDS:
            return cls.COURT_DATE
        return cls.CHECK_IN if kind is OccasionKind.CHECK_IN else cls.ACTION


class NoticePlan(Identified, Revised, Table):
    """How one organization reminds one audience of one matter, where it differs from the house's own plan."""

    __tablename__ = "notice_plans"
    __table_args__ = (UniqueConstraint("organization_id", "matter", "audience"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    matter: Mapped[Matter] = mapped_column(closed(Matter))
    audience: Mapped[Audience] = mapped_column(closed(Audience))
    #: Days of the calendar there before the date, the longest first; none: no reminder by days.
    days_before: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    #: When on those days, by the wall clock of the date's zone.
    at: Mapped[time]
    #: Hours before it begins, of dates whose hour is known.
    hours_before: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    #: Since when the house's own plan holds again.
    ended_at: Mapped[datetime | None]


__all__ = ["Matter", "NoticePlan"]
