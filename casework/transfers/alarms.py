"""What of a case's custody somebody has to look at: each names why, whom, and one next step, and few of them ring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from casework.transfers.clocks import Contact, Reach
from casework.transfers.courts import CustodyCourt, Ring
from casework.transfers.history import Passage, PassageKind
from casework.transfers.places import Stay


class AlarmKind(StrEnum):
    CUSTODY_COURT = "custody_court"
    STALE = "stale"
    NOT_IN_LOCATOR = "not_in_locator"
    NEVER_LOCATED = "never_located"
    #: They left as transferred, and arrived nowhere within a day.
    GAP = "gap"


class NextStep(StrEnum):
    """The one thing to do about it."""

    #: Move to change venue, ask for bond where they are, or mark it expected.
    ACT_OR_MARK_EXPECTED = "act_or_mark_expected"
    LOOK_AGAIN = "look_again"
    #: The facility and the field office: the locator lags, and never shows anyone under 18.
    RING_THE_FACILITY = "ring_the_facility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something about where somebody is, and whether it rings."""

    kind: AlarmKind
    rings: bool
    next_step: NextStep
    #: Since when it is so: of a place, when it was last confirmed.
    since: datetime | None
    #: Whoever can act: who looks after the case.
    who: str | None
    why: tuple[Ring, ...] = ()
    expected: bool = False
    #: When somebody marked it so, and who.
    expected_at: datetime | None = None
    expected_by_id: UUID | None = None
    #: Their name, where whoever reads may know it.
    expected_by: str | None = None
    court_id: UUID | None = None
    court: str | None = None
    facility_id: UUID | None = None
    facility: str | None = None
    #: How old the fact of the place is.
    checked_at: datetime | None = None


_OF_REACH = {
    Reach.STALE: AlarmKind.STALE,
    Reach.NOT_IN_LOCATOR: AlarmKind.NOT_IN_LOCATOR,
    Reach.NEVER_LOCATED: AlarmKind.NEVER_LOCATED,
}


def alarms(
    apart: CustodyCourt | None,
    held: Stay | None,
    known: Contact | None,
    passages: Iterable[Passage],
    *,
    who: str | None,
    minor: bool,
    now: datetime,
) -> tuple[Alarm, ...]:
    """What somebody has to look at, the gravest first. ``known`` is None for whoever nobody has to find."""
    found = []
    if known is not None and known.asks(now):
        absent = known.reach is Reach.NOT_IN_LOCATOR or minor
        found.append(
            Alarm(
                kind=_OF_REACH[known.reach],
                rings=True,
                next_step=NextStep.RING_THE_FACILITY if absent else NextStep.LOOK_AGAIN,
                since=known.confirmed_at,
                who=who,
            )
        )
    gap = next((one for one in passages if one.kind is PassageKind.GAP and one.ended is None), None)
    if gap is not None:
        found.append(
            Alarm(
                kind=AlarmKind.GAP, rings=True, next_step=NextStep.RING_THE_FACILITY, since=gap.began, who=who
            )
        )  # fmt: skip
    if apart is not None:
        found.append(
            Alarm(
                kind=AlarmKind.CUSTODY_COURT,
                rings=apart.rings,
                next_step=NextStep.ACT_OR_MARK_EXPECTED,
                since=held.since if held else None,
                who=who,
                why=apart.why,
                expected=apart.expected,
                expected_at=apart.marked.at if apart.marked else None,
                expected_by_id=apart.marked.by_id if apart.marked else None,
                court_id=apart.court.id,
                court=apart.court.name,
                facility_id=apart.site.id,
                facility=apart.site.name,
                checked_at=held.checked_at if held else None,
            )
        )
    return tuple(sorted(found, key=lambda one: not one.rings))
