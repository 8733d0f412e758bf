"""In which order dates are checked: risk × age.

A date grows riskier as it comes nearer, the longer nobody has asked, when the person was moved since, while nobody has
confirmed it, and above all where no public system shows it: bond and custody hearings, and reviews of a fear finding,
are in none. One expression says it for date checkers' shifts and for the coordinators' list.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import case, func, literal

from casework.date_sources import STALE_AFTER
from schema.custody import Confidence
from schema.occasions import OccasionKind

#: In no public system.
UNLISTED = (OccasionKind.BOND_HEARING, OccasionKind.CUSTODY_HEARING, OccasionKind.FEAR_REVIEW)
#: A date that was checked within this time is not asked about again.
FRESH = timedelta(hours=24)
#: A date this near is told as such.
SOON = timedelta(days=7)


class CheckReason(StrEnum):
    """Why a date is to be checked, the gravest first."""

    NO_PUBLIC_SYSTEM = "no_public_system"
    MOVED_SINCE = "moved_since"
    SOON = "soon"
    UNVERIFIED = "unverified"
    STALE = "stale"
    ONE_SOURCE = "one_source"


def risk(hearing: Any, occasion: Any, moved: Any, now: Any) -> Any:
    """How urgent it is to check this date, as a number: the greater, the sooner."""
    unlisted = case((occasion.kind.in_(UNLISTED), 3.0), else_=1.0)
    uprooted = case((moved, 2.0), else_=1.0)
    sure = case(
        {Confidence.UNCONFIRMED.value: 2.0, Confidence.CONFIRMED.value: 0.5}, value=hearing.confidence, else_=1.0
    )
    return unlisted * uprooted * sure * _days(now - hearing.checked_at) / (_days(occasion.starts_at - now) + 1)


def _days(stretch: Any) -> Any:
    return func.greatest(func.extract("epoch", stretch) / literal(86_400.0), 0)


def reasons(hearing: Any, occasion: Any, moved: Any, now: Any) -> dict[CheckReason, Any]:
    """What holds of each date: for whoever is told why it comes next."""
    return {
        CheckReason.NO_PUBLIC_SYSTEM: occasion.kind.in_(UNLISTED),
        CheckReason.MOVED_SINCE: moved,
        CheckReason.SOON: occasion.starts_at <= now + SOON,
        CheckReason.UNVERIFIED: hearing.confidence == Confidence.UNCONFIRMED,
        CheckReason.STALE: hearing.checked_at <= now - STALE_AFTER,
        CheckReason.ONE_SOURCE: hearing.confidence == Confidence.ONE_SOURCE,
    }
