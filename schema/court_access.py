"""Court access: whether observers were let in, at a hearing location on a day, as somebody met it there.

Nothing of a client is in it: what a door did is the same for everybody. It is shown to whoever plans to attend.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table, closed


class CourtAccess(StrEnum):
    """What observers met (8 CFR 1003.27: hearings are open, with exceptions)."""

    LET_IN = "let_in"
    LOCKED_DOOR = "locked_door"
    SIGN_SAYS_CLOSED = "sign_says_closed"
    TURNED_AWAY = "turned_away"
    NOTES_ALLOWED = "notes_allowed"
    NOTES_REFUSED = "notes_refused"
    CLEARANCE_ASKED = "clearance_asked"
    REMOTE_LINK_GIVEN = "remote_link_given"
    REMOTE_LINK_REFUSED = "remote_link_refused"
    ROOM_FULL = "room_full"


class CourtAccessReport(Identified, Table):
    """One thing that observers met at one location on one day."""

    __tablename__ = "court_access_reports"
    __table_args__ = (Index("court_access_reports_of", "hearing_location_id", "seen_on"),)

    hearing_location_id: Mapped[UUID] = mapped_column(ForeignKey("hearing_locations.id"))
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    what: Mapped[CourtAccess] = mapped_column(closed(CourtAccess))
    seen_on: Mapped[date]
    reported_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))


class Openness(StrEnum):
    """Whether observers are let in, as the court or the jail says."""

    OPEN = "open"
    ASK_FIRST = "ask_first"
    CLOSED = "closed"


class ObserverRules(Identified, Table):
    """What observers are to know of one location, as somebody was told on a day. The newest counts; earlier ones
    stay to be read. What nobody asked about is null.
    """

    __tablename__ = "observer_rules"
    __table_args__ = (Index("observer_rules_of", "hearing_location_id", "confirmed_on"),)

    hearing_location_id: Mapped[UUID] = mapped_column(ForeignKey("hearing_locations.id"))
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    openness: Mapped[Openness] = mapped_column(closed(Openness))
    #: How many days before names must be sent in. Null: no names are asked for.
    lead_days: Mapped[int | None]
    photo_id: Mapped[bool | None]
    devices: Mapped[bool | None]
    notes: Mapped[bool | None]
    #: A link is given, to those alone who were cleared by name.
    link_when_cleared: Mapped[bool | None]
    #: Whom they asked: "clerk's office, by telephone".
    asked_of: Mapped[str]
    confirmed_on: Mapped[date]
    confirmed_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
