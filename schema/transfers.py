"""What a transfer leaves to be watched: courts that keep a case from afar, and where a petition found the body."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Table, closed
from schema.custody import Confidence, PlaceOfCustody, Source


class ExpectedCourt(Identified, Led, Table):
    """Somebody marked it expected that this court keeps the case while the client is held there: the removal judge
    does until venue is changed (8 CFR 1003.20(b)). It silences the alarm for this pair of facts and no other.
    """

    __tablename__ = "expected_courts"
    __table_args__ = (UniqueConstraint("case_id", "court_id", "facility_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    court_id: Mapped[UUID] = mapped_column(ForeignKey("courts.id"))
    facility_id: Mapped[UUID] = mapped_column(ForeignKey("facilities.id"))
    marked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    marked_at: Mapped[datetime]
    #: Somebody took that back: it rings again. Marked once more it is null.
    taken_back_at: Mapped[datetime | None]


class HabeasFiling(Identified, Led, Table):
    """A habeas petition was filed: where the body was at that minute, as known when it was recorded (28 USC 2241).

    It is stamped and never changed: whoever moves the client afterwards moves nothing of it. Were it learnt later that
    the client was elsewhere, the history says so and the stamp what was believed.
    """

    __tablename__ = "habeas_filings"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    proceeding_id: Mapped[UUID] = mapped_column(ForeignKey("proceedings.id"), unique=True)
    filed_at: Mapped[datetime]
    #: Null: at that minute nobody knew where the client was.
    place: Mapped[PlaceOfCustody | None] = mapped_column(closed(PlaceOfCustody))
    facility_id: Mapped[UUID | None] = mapped_column(ForeignKey("facilities.id"))
    #: District and circuit of confinement, in the words of the facility's list then.
    district: Mapped[str | None]
    circuit: Mapped[str | None]
    source: Mapped[Source | None] = mapped_column(closed(Source))
    confidence: Mapped[Confidence | None] = mapped_column(closed(Confidence))
    #: When the place was last checked before it was stamped.
    checked_at: Mapped[datetime | None]
    stamped_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    stamped_at: Mapped[datetime]
