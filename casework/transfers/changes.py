"""What one transfer changed, before and after, and which tasks follow from that (DOMAIN §2.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from casework.language import Sentence
from casework.transfers.places import Site

#: Mean radius of the earth in kilometres (IUGG).
_RADIUS = 6371.0088
_MILE = 1.609344

#: What is compared, in the order in which it is told.
AMONG = (
    "facility",
    "state",
    "field office",
    "counsel office",
    "bond court",
    "hearing location",
    "medium",
    "time zone",
    "federal district",
    "federal circuit",
    "distance",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a transfer changed. Null is unknown."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Distance:
    """How far it is, along a great circle. ``exact`` only from the door of one place to the door of the other: the
    middle of a town or a state is no place to go to.
    """

    kilometres: float
    exact: bool

    @property
    def miles(self) -> float:
        return self.kilometres / _MILE

    def __str__(self) -> str:
        return f"{self.miles:,.0f} mi" if self.exact else f"≈ {self.miles:,.0f} mi"


def distance(one: Site, other: Site) -> Distance | None:
    """How far two places are apart. None: of one of them nobody knows where it lies, or only in which state."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    if any("state" in (place.precision or "") for place in (one, other)):
        return None
    south, north = radians(one.latitude), radians(other.latitude)
    haversine = (
        sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    )
    return Distance(2 * _RADIUS * asin(sqrt(haversine)), one.exact and other.exact)


def changes(before: Site | None, after: Site | None) -> tuple[Change, ...]:
    """What differs between two places. What did not change is not told; what is unknown on both sides neither."""
    pairs = zip(_said(before), _said(after), strict=True)
    found = [Change(what, old, new) for what, (old, new) in zip(AMONG[:-1], pairs, strict=True) if old != new]
    far = distance(before, after) if before and after and before.id != after.id else None
    if far is not None:
        found.append(Change("distance", None, str(far)))
    return tuple(found)


def _said(site: Site | None) -> tuple[str | None, ...]:
    if site is None:
        return (None,) * (len(AMONG) - 1)
    court = site.court
    return (
        site.name,
        site.state,
        site.field_office,
        court.counsel_office if court else None,
        court.name if court else None,
        site.hearing_location,
        site.medium.value if site.medium else None,
        site.time_zone,
        site.district,
        site.circuit,
    )


class Following(StrEnum):
    """What has to be done because of a transfer; each once, on one list with one owner."""

    COUNSEL = "counsel"
    HABEAS = "habeas"
    BOND = "bond"
    VENUE = "venue"
    OBSERVERS = "observers"
    REMINDERS = "reminders"
    PUBLICATION = "publication"

    @property
    def words(self) -> Sentence:
        return _TITLES[self]

    @property
    def within(self) -> timedelta:
        """How soon it has to be done."""
        return _WITHIN.get(self, timedelta(days=1))


_TITLES = {
    Following.COUNSEL: Sentence("Tell the attorney of the transfer"),
    Following.HABEAS: Sentence(
        "They are at a staging site: decide on a habeas petition before a flight leaves (28 USC 2241)"
    ),
    Following.BOND: Sentence("Check the pending bond request: which court has it now? Ask for it there if need be"),
    Following.VENUE: Sentence("Decide with counsel: move to change venue, or object to it (8 CFR 1003.20)"),
    Following.OBSERVERS: Sentence("Warn whoever was asked to the next hearing: its place or medium may change"),
    Following.REMINDERS: Sentence("Tell the family the hours of the new time zone, and look at the dates once more"),
    Following.PUBLICATION: Sentence("Find a second source for the new place: until two agree it is told to nobody"),
}
_WITHIN = {
    Following.COUNSEL: timedelta(hours=2),
    Following.HABEAS: timedelta(hours=1),
}


def following(
    before: Site | None,
    after: Site,
    *,
    counsel: bool,
    bond_pending: bool,
    removal_court: bool,
    guests: bool,
    hearing_ahead: bool,
    confirmed: bool,
    told_outside: bool,
) -> tuple[Following, ...]:
    """The tasks that follow from a transfer. What does not apply, or did not change, raises nothing.

    ``removal_court``: a removal case stands before another court than the one at the new place. ``told_outside``: the
    client agreed that somebody outside the legal team know the place.
    """
    changed = {change.what for change in changes(before, after)}
    zones = {site.time_zone for site in (before, after) if site and site.time_zone}
    applies = {
        Following.COUNSEL: counsel,
        Following.HABEAS: after.staging,
        Following.BOND: bond_pending,
        Following.VENUE: removal_court and "facility" in changed,
        Following.OBSERVERS: guests and bool(changed & {"facility", "hearing location", "medium"}),
        Following.REMINDERS: hearing_ahead and len(zones) == 2,
        Following.PUBLICATION: told_outside and not confirmed,
    }
    return tuple(one for one, holds in applies.items() if holds)
