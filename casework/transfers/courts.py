"""Custody ≠ court: the court on file and the place of custody disagree, and when that must ring.

After a transfer it is normal: the removal judge keeps the case until venue is changed (8 CFR 1003.20(b)), while a bond
request goes to the court at the place of detention (8 CFR 1003.19(c)). So it is always shown, and rings only when it
matters; silent for that pair of facts once somebody marked it expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from casework.transfers.places import Site

#: A hearing this near is in the wrong place for somebody.
NEAR = timedelta(days=14)


class Ring(StrEnum):
    """Why it rings."""

    HEARING_SOON = "hearing_soon"
    BOND_PENDING = "bond_pending"
    BOND_COURT_CHANGED = "bond_court_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtOnFile:
    """The court that a removal case stands before, as the file says."""

    id: UUID
    name: str
    #: Federal circuit of the state it sits in (28 USC 41).
    circuit: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """When a pair of court and place was marked expected, and by whom."""

    at: datetime
    by_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCourt:
    """A court on file and a place of custody that disagree."""

    court: CourtOnFile
    site: Site
    why: tuple[Ring, ...]
    #: None: nobody marked it expected.
    marked: Marked | None

    @property
    def expected(self) -> bool:
        return self.marked is not None

    @property
    def rings(self) -> bool:
        return bool(self.why) and not self.expected


def custody_court(
    court: CourtOnFile | None,
    site: Site | None,
    before: Site | None,
    *,
    hearings: Iterable[datetime],
    bond_pending: bool,
    expected: Mapping[tuple[UUID, UUID], Marked],
    now: datetime,
) -> CustodyCourt | None:
    """Whether court and custody disagree, and rings. None: they agree, or nobody can tell.

    ``before`` is where they were held before this place; ``expected`` are pairs of court and facility that somebody
    marked so.
    """
    if court is None or site is None or not _differ(court, site):
        return None
    why = []
    if any(now <= at <= now + NEAR for at in hearings):
        why.append(Ring.HEARING_SOON)
    if bond_pending:
        why.append(Ring.BOND_PENDING)
    if before and before.court and site.court and before.court.id != site.court.id:
        why.append(Ring.BOND_COURT_CHANGED)
    return CustodyCourt(court=court, site=site, why=tuple(why), marked=expected.get((court.id, site.id)))


def _differ(court: CourtOnFile, site: Site) -> bool:
    if site.court is not None:
        return site.court.id != court.id
    # Which court sits there nobody knows; in another circuit it is another court for sure.
    return court.circuit is not None and site.circuit is not None and court.circuit != site.circuit
