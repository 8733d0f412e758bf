"""Rows about custody: stays at facilities."""

from __future__ import annotations

from dataclasses import dataclass

from casework.custody import ENDINGS
from casework.imports.cells import Moment
from casework.imports.problems import Problems
from casework.imports.records.rows import rows_of
from casework.imports.tables import Table
from schema.cases import CustodyStatus
from schema.custody import ReleaseReason
from schema.imports import ImportKind


@dataclass(frozen=True, slots=True)
class StintRecord:
    """A stay, as a row says it. Its times wait for the facility's zone."""

    row: int
    person: str
    seq: int | None
    facility: str
    book_in: Moment
    book_out: Moment | None
    release_reason: ReleaseReason | None

    @property
    def ref(self) -> str:
        """The stint's name within its case: its number there, or else the moment it began."""
        return str(self.seq) if self.seq is not None else self.book_in.wall.isoformat(timespec="minutes")


def status_after(reason: ReleaseReason) -> CustodyStatus:
    """What the reason a stay ended for says of where the person is."""
    if reason is ReleaseReason.TRANSFERRED:
        return CustodyStatus.IN_CUSTODY
    if reason is ReleaseReason.OTHER:
        # A person who records a release saw it; a list that says "other" leaves open what it was.
        return CustodyStatus.UNKNOWN
    return ENDINGS.get(reason, CustodyStatus.RELEASED)


def stints(table: Table, problems: Problems) -> list[StintRecord]:
    """The stays of a file, each once in its person's history."""
    found: list[StintRecord] = []
    seen: dict[tuple[str, str], int] = {}
    for number, facts, called in rows_of(table, ImportKind.CUSTODY, problems):
        stint = StintRecord(
            row=number,
            person=facts["person"],
            seq=facts["seq"],
            facility=facts["facility"],
            book_in=facts["book_in"],
            book_out=facts["book_out"],
            release_reason=facts["release_reason"],
        )
        if seen.setdefault((stint.person, stint.ref), number) != number:
            problems.add(number, called.get("seq"), f"row {seen[stint.person, stint.ref]} is the same stay.")
            continue
        if stint.release_reason and not stint.book_out:
            problems.add(number, called.get("book_out"), "a reason of release is given, but not when it was.")
        found.append(stint)
    return found
