"""What is told of transfers and of the clocks around them, by whichever path it is read."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from casework import stays, transfers
from casework.transfers import Alarm, Change, Look, Move, Stay
from schema.cases import CustodyStatus

#: Of these somebody must know where they are.
LOOKED_FOR = (CustodyStatus.IN_CUSTODY, CustodyStatus.UNLOCATED)


def sought(closed_at: datetime | None, status: CustodyStatus) -> bool:
    """Somebody must know where the client is."""
    return closed_at is None and status in LOOKED_FOR


@dataclass(frozen=True, slots=True)
class ToDo:
    """One line of a transfer's checklist."""

    id: str
    what: str
    title: str
    revision: int
    due_at: datetime | None
    done_at: datetime | None
    owner: str | None
    #: The stay whose beginning raised it.
    stay_id: UUID


@dataclass(frozen=True, slots=True)
class Told:
    """A transfer with what it changed and what follows."""

    id: str
    move: Move
    changes: tuple[Change, ...]
    checklist: tuple[ToDo, ...]


def told(of: Sequence[Stay], to_do: Iterable[ToDo], named: Callable[[UUID], str]) -> list[Told]:
    """The transfers of a case, the latest first. ``named`` makes a stay's id as the graph shows it."""
    lines = list(to_do)
    return [
        Told(
            named(move.after.id),
            move,
            transfers.changes(move.before.site, move.after.site),
            tuple(line for line in lines if line.stay_id == move.after.id),
        )
        for move in reversed(transfers.moves(of))
    ]


def what_of(raised_key: str | None) -> tuple[UUID, str] | None:
    """The stay and the matter in the key of a transfer's task."""
    _, stay_id, what = (raised_key or "").split(":")
    return UUID(stay_id), what


def looked_at(
    of: Sequence[Stay],
    around: stays.Around,
    looks: Sequence[Look],
    *,
    opened_at: datetime,
    sought: bool,
    minor: bool,
    who: str | None,
    now: datetime,
) -> tuple[Alarm, ...]:
    """The alarms of a case."""
    held = stays.standing(of)
    apart = None
    if held is not None and held.site is not None:
        apart = transfers.custody_court(
            around.court,
            held.site,
            stays.before(of, held),
            hearings=around.hearings,
            bond_pending=around.bond_pending,
            expected=around.expected,
            now=now,
        )
    known = transfers.contact(held, looks, opened_at, now) if sought else None
    return transfers.alarms(apart, held, known, transfers.history(of, now), who=who, minor=minor, now=now)


@dataclass(frozen=True, slots=True)
class HabeasClock:
    """From the arrest to the first move: how long a petition could still be filed where somebody was arrested."""

    arrested_at: datetime | None
    first_moved_at: datetime | None
    hours: int | None


def habeas_clock(of: Sequence[Stay], arrested_at: datetime | None, now: datetime) -> HabeasClock:
    """``hours`` run on while nobody has been moved."""
    began, moved = transfers.first_move(of, arrested_at)
    held = stays.standing(of) is not None
    until = moved or (now if held else None)
    hours = int((until - began).total_seconds() // 3600) if began and until else None
    return HabeasClock(began, moved, hours)


def shown(noun: str, row: UUID) -> str:
    """A row's id as the graph shows it (``api.nodes``)."""
    return base64.urlsafe_b64encode(f"{noun}:{row.hex}".encode()).rstrip(b"=").decode()
