"""Immigration courts, and the hearing locations where they sit: 91 base cities, 644 locations (DOMAIN §2.4)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table


class Court(Identified, Table):
    """An immigration court, by its EOIR base city code. Shared by every organization."""

    __tablename__ = "courts"

    #: EOIR base city code.
    code: Mapped[str] = mapped_column(unique=True)
    #: Codes it has had in other releases of the tables.
    other_codes: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    name: Mapped[str]
    street: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[str | None]
    postal_code: Mapped[str | None]
    #: The middle of its city, where known: for a map and a rough distance. Never send anyone to it.
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    #: IANA zone its notices are printed in.
    time_zone: Mapped[str]
    #: Office of the Principal Legal Advisor that appears here for the agency, and is served.
    counsel_office: Mapped[str | None]
    status: Mapped[str | None]
    status_as_of: Mapped[date | None]


class HearingLocation(Identified, Table):
    """Where a court sits. Its zone is the one notices are printed in."""

    __tablename__ = "hearing_locations"

    court_id: Mapped[UUID] = mapped_column(ForeignKey("courts.id"), index=True)
    #: EOIR hearing location code.
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    street: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[str | None]
    postal_code: Mapped[str | None]
    time_zone: Mapped[str]
    detained_docket: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: What observers are told: lead time, clearance, rules on notes. With who said so, and when.
    observer_rules: Mapped[str | None]
