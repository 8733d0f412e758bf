"""Court access: what observers met at a hearing location, told to whoever plans to attend there.

Rules on paper say that hearings are open (8 CFR 1003.27). Whether the door was, on Tuesday, is known by whoever stood
before it.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, times
from casework.access import Act
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.court_access import CourtAccess, CourtAccessReport
from schema.courts import HearingLocation

#: What was so longer ago says nothing of today.
_OLDEST = timedelta(days=366)


async def report_court_access(
    tx: Transaction, organization_id: UUID, hearing_location_id: UUID, *, what: CourtAccess, seen_on: date
) -> CourtAccessReport:
    """Report what observers met at a hearing location on a day. Said twice by one person, it is one report. Raises
    :class:`Invalid`.
    """
    await access.permit_in_organization(tx, organization_id, Act.REPORT_COURT_ACCESS)
    location = await tx.session.get(HearingLocation, hearing_location_id)
    if location is None:
        raise Invalid("hearingLocationId", "There is no such hearing location.")
    today = times.local_day(tx.now, location.time_zone)
    if seen_on > today:
        raise Invalid("seenOn", "That day has not come yet.")
    if seen_on < today - _OLDEST:
        raise Invalid("seenOn", "That is more than a year ago. Report what was met lately.")
    known = await tx.session.scalar(
        select(CourtAccessReport).where(
            CourtAccessReport.hearing_location_id == location.id,
            CourtAccessReport.reported_by_id == tx.somebody,
            CourtAccessReport.what == what,
            CourtAccessReport.seen_on == seen_on,
        )
    )
    if known is not None:
        return known
    report = CourtAccessReport(
        id=new_id(),
        hearing_location_id=location.id,
        organization_id=organization_id,
        what=what,
        seen_on=seen_on,
        reported_by_id=tx.somebody,
    )
    tx.session.add(report)
    await tx.session.flush()
    tx.record("court_access.reported", report, after={"what": what, "seen_on": seen_on.isoformat()})
    return report
