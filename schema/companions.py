"""Companions: a ride, or somebody to go with, that one invited person offers or asks for and another shares.

Towns, never addresses. Who goes with whom is shown to the two and to whoever leads.
"""

from __future__ import annotations

from datetime import datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class CompanionKind(StrEnum):
    """What is shared."""

    RIDE = "ride"
    #: Somebody who has been before goes with somebody who has not.
    BUDDY = "buddy"


class Companion(Identified, Revised, Led, Table):
    """What one invited person offers or asks for, on the way to one occasion."""

    __tablename__ = "companions"
    __table_args__ = (
        Index(
            "companions_standing", "invitation_id", "kind", unique=True, postgresql_where=text("ended_at is null")
        ),
    )  # fmt: skip

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    invitation_id: Mapped[UUID] = mapped_column(ForeignKey("invitations.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[CompanionKind] = mapped_column(closed(CompanionKind))
    #: How many they take along. Null: they ask.
    places: Mapped[int | None]
    #: From which town a ride leaves.
    town: Mapped[str | None]
    #: When it leaves, by the clock of the occasion.
    leaves_at: Mapped[time | None]
    #: How the other reaches them, in their own words. Under their own key, and shown to nobody before the two are a
    #: pair.
    contact: Mapped[Sealed | None]
    #: With whose offer they go.
    joined_id: Mapped[UUID | None] = mapped_column(ForeignKey("companions.id"), index=True)
    ended_at: Mapped[datetime | None]
