"""Clocks of custody: how long a place stays true, when contact is lost, and how soon somebody was moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from casework.transfers.history import in_order
from casework.transfers.places import STALE, Stay, stale_after
from schema.custody import PlaceOfCustody, Source

#: The agency says that its locator follows a move within eight hours (DOMAIN §2.5, a claim, not verified).
LOCATOR_LAG = timedelta(hours=8)
#: And that it shows somebody for up to sixty days after release.
LOCATOR_KEEPS = timedelta(days=60)
#: Whoever should have looked gets so long before somebody else is asked.
ESCALATES_AFTER = timedelta(hours=24)


class Reach(StrEnum):
    """Whether the house knows where somebody is."""

    CONFIRMED = "confirmed"
    STALE = "stale"
    NOT_IN_LOCATOR = "not_in_locator"
    NEVER_LOCATED = "never_located"


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked on an official channel."""

    at: datetime
    found: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Contact:
    """Since when a place is known, until when it is taken to be true, and who has to look."""

    reach: Reach
    confirmed_at: datetime | None
    #: From when somebody has to look again. While it lies ahead all is well.
    due_at: datetime

    def asks(self, now: datetime) -> bool:
        """The case's coordinator has to look."""
        return self.reach is not Reach.CONFIRMED and self.due_at <= now


def contact(stay: Stay | None, looks: Iterable[Look], opened_at: datetime, now: datetime) -> Contact:
    """Whether a person in custody can be found. ``stay`` is the open one, if there is one.

    Not to be in the locator means little for hours after an arrest or a move, because it lags, and nothing at all for
    somebody under 18, whom it never shows.
    """
    made = list(looks)
    found = [look.at for look in made if look.found] + ([stay.checked_at] if stay else [])
    confirmed_at = max(found, default=None)
    since = confirmed_at or opened_at
    due_at = since + (stale_after(stay) if stay else STALE[PlaceOfCustody.UNKNOWN])
    missed = [look.at for look in made if not look.found and look.source is Source.LOCATOR and look.at > since]
    told_from = (stay.since if stay else since) + LOCATOR_LAG
    if absent := [at for at in missed if at >= told_from]:
        return Contact(Reach.NOT_IN_LOCATOR, confirmed_at, min(due_at, *absent))
    if missed:
        # Within the lag that means nothing: somebody has to look once more when it is over.
        due_at = min(due_at, told_from)
    if due_at <= now:
        return Contact(Reach.STALE if confirmed_at else Reach.NEVER_LOCATED, confirmed_at, due_at)
    return Contact(Reach.CONFIRMED if confirmed_at else Reach.NEVER_LOCATED, confirmed_at, due_at)


def first_move(stays: Sequence[Stay], arrested_at: datetime | None) -> tuple[datetime | None, datetime | None]:
    """When somebody was arrested, as far as known, and when they were first moved: how long a petition could still be
    filed where they were arrested (28 USC 2241).
    """
    ordered = in_order(stays)
    began = arrested_at or next((stay.began for stay in ordered if stay.began), None)
    moved = next((stay.ended for stay in ordered if stay.moved_on), None)
    return began, moved
