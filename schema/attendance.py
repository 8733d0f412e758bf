"""Attendance: how many came to one occasion and what happened there, in numbers and in the words of who was there.

Nobody who came is named here: whoever was asked has an invitation, and whoever was not is a count.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table


class Attendance(Identified, Revised, Led, Table):
    """What is known of one occasion afterwards. From notes, never from a recording."""

    __tablename__ = "attendances"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), unique=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    #: Counted at the door: who came without having been asked.
    walk_ins: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: When the door last counted. Null: nobody did.
    counted_at: Mapped[datetime | None]
    #: How many came in all, as whoever was there says. Null: nobody has reported yet.
    heads: Mapped[int | None]
    officials: Mapped[int | None]
    press: Mapped[int | None]
    #: Letters of support that were handed in.
    letters: Mapped[int | None]
    #: What the judge or the agency said in open court.
    said_in_court: Mapped[Sealed | None]
    incidents: Mapped[Sealed | None]
    next_steps: Mapped[Sealed | None]
    reported_at: Mapped[datetime | None]
    reported_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
