"""Reminding: the plan of reminders, from what the house finds right to what one date needs. Pure.

The house's own plan follows the trials (CALENDAR §4): seven, three and one days before, and once more when people must
leave the house. How many there are decides little; that they come, and name day, hour and place, decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from casework import times
from schema.invitations import Audience
from schema.notice_plans import Matter
from schema.occasions import Occasion

#: Nobody reads more than this.
MOST = 10
#: As far ahead as anybody plans.
MOST_DAYS, MOST_HOURS = 90, 48
#: By the wall clock of the date's zone.
EARLIEST, LATEST = time(8), time(21)
#: From when somebody is told of a check-in to which they come along.
ACCOMPANIERS_FROM = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Reminding:
    """When one audience is reminded of a date."""

    #: Days of the calendar there, the longest first.
    days_before: tuple[int, ...] = (7, 3, 1)
    #: When on those days, by the wall clock there.
    at: time = time(9)
    #: Hours before it begins, where its hour is known.
    hours_before: tuple[int, ...] = (2,)

    def due(self, day: date, starts_at: datetime, zone: str, *, hour_known: bool) -> list[datetime]:
        """When the reminders of a date are due, in order, whatever the time is now. ``day`` is the one on its wall.

        Counted in days of that calendar and not in hours, which would be one off across a change of clocks.
        """
        due = [times.on_day_at(day - timedelta(days=days), zone, self.at) for days in self.days_before]
        if hour_known:
            due += [starts_at - timedelta(hours=hours) for hours in self.hours_before]
        return sorted(set(due))

    def written(self) -> dict[str, Any]:
        """As an occasion keeps it."""
        return {
            "days_before": list(self.days_before), "at": f"{self.at:%H:%M}", "hours_before": list(self.hours_before),
        }  # fmt: skip

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Reminding:
        """As an occasion, or a row of an organization's plan as JSON, keeps it."""
        return cls(tuple(kept["days_before"]), time.fromisoformat(kept["at"]), tuple(kept["hours_before"]))


#: Whoever comes along may know of it from two days before; the press decides on the day before.
_OTHERWISE = {
    Audience.ACCOMPANIER: Reminding(days_before=(1,)),
    Audience.PRESS: Reminding(days_before=(1,)),
}
#: Who is reminded of what, so that it can be planned.
REMINDED = {
    Matter.COURT_DATE: (
        Audience.CLIENT, Audience.ATTORNEY, Audience.COORDINATOR, Audience.FAMILY_CONTACT, Audience.WITNESS,
        Audience.SPONSOR, Audience.SUPPORTER, Audience.OFFICIAL, Audience.ADVOCATE, Audience.PRESS,
    ),
    Matter.CHECK_IN: (
        Audience.CLIENT, Audience.ATTORNEY, Audience.COORDINATOR, Audience.FAMILY_CONTACT, Audience.ACCOMPANIER,
    ),
    Matter.ACTION: (
        Audience.COORDINATOR, Audience.ADVOCATE, Audience.SUPPORTER, Audience.OFFICIAL, Audience.PRESS,
        Audience.FAMILY_CONTACT,
    ),
}  # fmt: skip


def usual(audience: Audience) -> Reminding:
    """The house's own plan for an audience."""
    return _OTHERWISE.get(audience, Reminding())


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan that holds for one occasion, for every audience: its own, else its organization's, else the house's."""

    own: Mapping[str, Any]
    of_organization: Mapping[str, Any]

    def for_(self, audience: Audience) -> Reminding:
        """How one audience is reminded of it."""
        kept = self.own.get(audience) or self.of_organization.get(audience)
        return Reminding.read(kept) if kept else usual(audience)


@dataclass(frozen=True, slots=True)
class Always:
    """One plan for every audience: what a plan that is only tried out would do."""

    reminding: Reminding

    def for_(self, _: Audience) -> Reminding:
        return self.reminding


def begins(occasion: Occasion, starts_at: datetime) -> tuple[date, datetime]:
    """The day on the wall of a date, and its instant by the zone rules of today.

    A date that people typed is its wall time: where a zone changed its rules since, its instant is another now. Of one
    that is only tried out the instant was just worked out.
    """
    zone = times.zone(occasion.time_zone)
    if starts_at != occasion.starts_at:
        return times.local_day(starts_at, occasion.time_zone), starts_at
    wall = occasion.wall_starts
    sides = [wall.replace(tzinfo=zone, fold=side).astimezone(starts_at.tzinfo) for side in (0, 1)]
    return wall.date(), starts_at if starts_at in sides else sides[0]


def ends(starts_at: datetime, time_zone: str, hour_known: bool) -> datetime:
    """When a letter about this date no longer helps anyone: at its hour, or with its day when no hour is known."""
    if hour_known:
        return starts_at
    return times.days_before_at(starts_at, time_zone, -1, time(0))


def due_for(
    audience: Audience, reminding: Reminding, occasion: Occasion, starts_at: datetime
) -> tuple[list[datetime], datetime | None]:
    """When an audience's reminders are due, and before when it may know of nothing."""
    day, at = begins(occasion, starts_at)
    due = reminding.due(day, at, occasion.time_zone, hour_known=occasion.hour_known)
    return due, at - ACCOMPANIERS_FROM if audience is Audience.ACCOMPANIER else None


def until_next(due: Sequence[datetime], last: datetime) -> list[tuple[datetime, datetime]]:
    """Each with the instant from which it helps nobody: a late one is worth sending until the next says the same."""
    return list(zip(due, [*due[1:], last][: len(due)], strict=True))


__all__ = [
    "ACCOMPANIERS_FROM", "EARLIEST", "LATEST", "MOST", "MOST_DAYS", "MOST_HOURS", "REMINDED", "Always", "Plan",
    "Reminding", "begins", "due_for", "ends", "until_next", "usual",
]  # fmt: skip
