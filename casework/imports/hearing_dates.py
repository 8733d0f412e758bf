"""Dates from a file of hearings: every row with the case, court and place it names, and what it replaces.

Nothing is written here. What is wrong goes to the problems, all of it at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import times
from casework.imports.loading import KnownCase, cases_by_ref
from casework.imports.problems import CellProblem, Problems
from casework.imports.records import HearingRecord
from casework.transaction import Transaction
from schema.cases import Case
from schema.courts import Court, HearingLocation
from schema.hearings import Hearing
from schema.organizations import Organization

#: A date further from today than this is a slip. Lists reach far back, and courts book years ahead.
_FARTHEST = timedelta(days=366 * 30)


@dataclass(frozen=True, slots=True)
class Date:
    """One row, with everything it names found."""

    record: HearingRecord
    case: KnownCase
    court: Court
    location: HearingLocation | None
    starts_at: datetime
    wall: datetime
    zone: str
    noticed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Known:
    """A hearing that came from a file before."""

    id: UUID
    case_id: UUID
    digest: bytes | None


class Dates:
    """The rows of one file, laid beside what the organization's cases and the deployment's courts are known to be."""

    def __init__(self, now: datetime, problems: Problems) -> None:
        self.now = now
        self.problems = problems
        self.known: dict[str, Known] = {}
        self._cases: dict[str, KnownCase] = {}
        self._courts: dict[str, Court] = {}
        self._locations: dict[str, HearingLocation] = {}

    @classmethod
    async def beside(cls, tx: Transaction, organization: Organization, problems: Problems) -> Dates:
        """Read what rows may name."""
        found = cls(tx.now, problems)
        found._cases = await cases_by_ref(tx, organization.id)
        for court in await tx.session.scalars(select(Court)):
            for code in (*court.other_codes, court.code):
                found._courts[code] = court
        found._locations = {one.code: one for one in await tx.session.scalars(select(HearingLocation))}
        hearings = await tx.session.execute(
            select(Hearing.source_ref, Hearing.id, Hearing.case_id, Hearing.source_digest)
            .join(Case, Case.id == Hearing.case_id)
            .where(Case.lead_organization_id == organization.id, Hearing.source_ref.is_not(None))
        )
        found.known = {row.source_ref: Known(row.id, row.case_id, row.source_digest) for row in hearings}
        return found

    def placed(self, records: Sequence[HearingRecord]) -> dict[str, Date]:
        """By the file's own id: the rows of which everything they name is found."""
        return {record.ref: date for record in records if (date := self._placed(record))}

    def _placed(self, record: HearingRecord) -> Date | None:
        case, court = self._cases.get(record.person), self._courts.get(record.court)
        location = self._locations.get(record.location) if record.location else None
        if case is None:
            self.problems.add(
                record.row, None, f'no person of yours is known as "{record.person}". Import people first.'
            )
        if court is None:
            self.problems.add(record.row, None, f"no court has the code {record.court}. Import courts first.")
        if record.location and location is None:
            self.problems.add(record.row, None, f"no hearing location has the code {record.location}.")
        if case is None or court is None:
            return None
        zone = location.time_zone if location else court.time_zone
        with self.problems.at(record.row, None):
            starts_at = record.starts.instant(zone)
            wall = times.wall_time(starts_at, zone)
            if wall != record.starts.wall:
                raise CellProblem(
                    f"the time is written with an offset that is not the one in {zone} on that day. "
                    f"{court.name} goes by {zone}: there it would be {wall:%Y-%m-%d %H:%M}."
                )
            noticed = record.noticed.instant(zone) if record.noticed else None
            if abs(starts_at - self.now) > _FARTHEST:
                raise CellProblem(f"the year {wall.year} cannot be right.")
            return Date(record, case, court, location, starts_at, wall, zone, noticed)
        return None

    def check_chains(self, dates: dict[str, Date]) -> None:
        """What a row replaces must be known, and the same person's."""
        if self.problems.count:
            # A row that could not be read may be the one that is replaced.
            return
        for date in dates.values():
            before = date.record.replaces
            if before is None:
                continue
            mine = dates[before].case.id if before in dates else None
            if before not in dates and before in self.known:
                mine = self.known[before].case_id
            if mine is None:
                self.problems.add(
                    date.record.row, None, f'it replaces "{before}", which is neither in this file nor known.'
                )
            elif mine != date.case.id:
                self.problems.add(date.record.row, None, f'it replaces "{before}", which is another person\'s.')


def first_things_first(dates: dict[str, Date]) -> list[Date]:
    """The rows, each after the one it replaces."""
    ordered: dict[str, Date] = {}
    for date in dates.values():
        trail = []
        step: Date | None = date
        while step is not None and step.record.ref not in ordered:
            trail.append(step)
            step = dates.get(step.record.replaces or "")
        ordered.update((one.record.ref, one) for one in reversed(trail))
    return list(ordered.values())
