"""Stays and the places they are at, as far as the engine needs them: no row, no table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.occasions import Medium


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtSite:
    """An immigration court, and the agency's counsel who appear there."""

    id: UUID
    name: str
    counsel_office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A facility, and what the law makes of its being there. What is None is not known."""

    id: UUID
    name: str
    state: str | None = None
    county: str | None = None
    field_office: str | None = None
    district: str | None = None
    circuit: str | None = None
    time_zone: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    staging: bool = False
    hold_room: bool = False
    #: Where a bond request is made first (8 CFR 1003.19(c)(1)).
    court: CourtSite | None = None
    hearing_location: str | None = None
    medium: Medium | None = None

    @property
    def exact(self) -> bool:
        """The point is the place itself, and not the middle of a town, county or state."""
        return self.precision == "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One stay, as far as anyone knows it."""

    id: UUID
    place: PlaceOfCustody
    site: Site | None
    began: datetime | None
    ended: datetime | None
    reason: ReleaseReason | None
    source: Source
    confidence: Confidence
    checked_at: datetime

    @property
    def since(self) -> datetime:
        """From when it counts: its beginning; where nobody knows that, from when somebody knew of it."""
        if self.began is not None:
            return self.began
        return min(self.checked_at, self.ended) if self.ended else self.checked_at

    @property
    def moved_on(self) -> bool:
        """It ended because they were moved."""
        return self.ended is not None and self.reason is ReleaseReason.TRANSFERRED


#: How long a place is taken to be true after it was last checked, by its kind.
STALE = {
    PlaceOfCustody.IN_TRANSIT: timedelta(hours=24),
    # Twelve hours by the agency's own policy, days in fact.
    PlaceOfCustody.HOLD_ROOM: timedelta(hours=24),
    PlaceOfCustody.UNKNOWN: timedelta(hours=24),
    PlaceOfCustody.HOSPITAL: timedelta(hours=48),
    PlaceOfCustody.OTHER_AGENCY: timedelta(days=7),
    PlaceOfCustody.FACILITY: timedelta(days=7),
}
#: Flights leave from there.
STALE_AT_STAGING = timedelta(hours=12)


def stale_after(stay: Stay) -> timedelta:
    """How long a place is taken to be true after it was last checked, by its kind."""
    if stay.site is not None and stay.site.staging:
        return STALE_AT_STAGING
    if stay.site is not None and stay.site.hold_room:
        return STALE[PlaceOfCustody.HOLD_ROOM]
    return STALE[stay.place]
