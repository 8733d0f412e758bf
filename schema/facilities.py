"""Places of custody: public facts about detention facilities, hold rooms, jails and hospitals."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table, closed
from schema.occasions import Medium


class Facility(Identified, Table):
    """A place of custody, by its ICE DETLOC code. Shared by every organization."""

    __tablename__ = "facilities"

    #: ICE DETLOC code.
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    street: Mapped[str | None]
    city: Mapped[str | None]
    county: Mapped[str | None]
    state: Mapped[str | None]
    postal_code: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    #: "exact", or what the point is the middle of. Never send anyone to a centroid.
    location_precision: Mapped[str | None]
    #: ICE area of responsibility.
    field_office: Mapped[str | None]
    #: Federal judicial district: where a habeas petition filed now would lie (28 USC 2241).
    district: Mapped[str | None]
    #: Federal circuit, "1" to "11" or "DC".
    circuit: Mapped[str | None]
    #: IANA zone. Null: not known, and not guessed.
    time_zone: Mapped[str | None]
    phone: Mapped[str | None]
    #: EOIR base city code of the immigration court at the place of detention: where a bond request is made first
    #: (8 CFR 1003.19(c)(1)). Null: not known, and not guessed.
    court_code: Mapped[str | None]
    #: EOIR code of the hearing location at which people held here usually appear.
    hearing_location_code: Mapped[str | None]
    #: How they usually appear there: by video, or brought in person.
    usual_medium: Mapped[Medium | None] = mapped_column(closed(Medium))
    #: A hold room keeps people for hours by policy, and days in fact.
    hold_room: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: From here flights leave.
    staging: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
