"""What a telephone sent once it had signal again, known by a number of its own: sent twice, it is done once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Table


class ReceivedAct(Table):
    """One act that somebody's page queued and that was done. Not which act, nor on what: the trail says that."""

    __tablename__ = "received_acts"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    #: Made by the page when the act was queued.
    act_id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
