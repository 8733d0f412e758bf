"""Supervision after release, and the check-ins it demands: dates at which people are arrested, and never public.

A check-in owns an occasion, as a hearing does; the occasion holds the hour and the meeting point, which a named
accompanier may know from 48 hours before. The office lies here, apart: for the legal team, the client and the contacts
the client keeps (DOMAIN §2.3, §3.3).
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Identified, Led, Revised, Sealed, Table, closed
from schema.custody import Source
from schema.occasions import Occasion


class SupervisionKind(StrEnum):
    """How somebody at liberty is watched."""

    RECOGNIZANCE = "recognizance"
    ORDER_OF_SUPERVISION = "order_of_supervision"
    BOND_CONDITIONS = "bond_conditions"
    PAROLE = "parole"
    PHONE_APP = "phone_app"
    ANKLE_MONITOR = "ankle_monitor"
    WRIST_MONITOR = "wrist_monitor"
    OTHER = "other"


class CheckInOutcome(StrEnum):
    """What a check-in came to."""

    ATTENDED = "attended"
    MISSED = "missed"
    TURNED_AWAY = "turned_away"
    DETAINED = "detained"


class Supervision(Identified, Revised, Led, Table):
    """Terms under which somebody is at liberty, from a day until they end."""

    __tablename__ = "supervisions"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[SupervisionKind] = mapped_column(closed(SupervisionKind))
    #: In the agency's words; sealed under the case's key.
    terms: Mapped[Sealed | None]
    source: Mapped[Source] = mapped_column(closed(Source))
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class CheckIn(Identified, Revised, Led, Table):
    """One date on which somebody under supervision must present themselves."""

    __tablename__ = "check_ins"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), unique=True)
    supervision_id: Mapped[UUID | None] = mapped_column(ForeignKey("supervisions.id"), index=True)
    #: Where it is: the office and its address. Sealed under the case's key.
    office: Mapped[Sealed | None]
    source: Mapped[Source] = mapped_column(closed(Source))
    outcome: Mapped[CheckInOutcome | None] = mapped_column(closed(CheckInOutcome))
    reported_at: Mapped[datetime | None]
    reported_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))

    occasion: Mapped[Occasion] = relationship(lazy="joined", innerjoin=True)
