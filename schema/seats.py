"""Seats: how many there are for those who are asked to one occasion. To have signed up is not to be booked."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Table


class Seating(Identified, Revised, Led, Table):
    """The seats of one occasion, and how they are given out. An occasion without one has room for everybody."""

    __tablename__ = "seatings"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), unique=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    seats: Mapped[int]
    #: Of these, how many are kept for family and whoever else is seated by hand.
    held_back: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: The others are booked by themselves, in the order of answers. Otherwise each is booked by hand.
    in_order: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
