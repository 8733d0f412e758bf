"""Who has the new time: which calendars show a case's dates, and when each was last fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import text

from casework import access
from casework.transaction import Transaction
from schema.cases import Case

_OF_CASE = text("select * from calendars_of_case(:of)")


@dataclass(frozen=True, slots=True)
class CalendarOfDate:
    """One calendar that shows one date ahead."""

    occasion_id: UUID
    feed_id: UUID
    person_id: UUID
    fetched_at: datetime | None
    #: The family of calendars that fetched it.
    fetched_by: str | None
    version: str | None
    #: It was fetched since the date last changed.
    current: bool


async def calendars_of_case(tx: Transaction, case_id: UUID) -> list[CalendarOfDate]:
    """Which calendars show the case's dates ahead, for its legal team; nothing for other eyes. Raises
    :class:`NotFound`.
    """
    await access.seen(tx, Case, case_id)
    return [CalendarOfDate(*row) for row in await tx.session.execute(_OF_CASE, {"of": case_id})]


async def forget_touches(tx: Transaction) -> int:
    """Forget what was touched days ago, and mark what it made stale. Returns how many pieces. As HOUSEKEEPING."""
    return int(await tx.session.scalar(text("select forget_touches()")) or 0)


__all__ = ["CalendarOfDate", "calendars_of_case", "forget_touches"]
