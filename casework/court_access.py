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
from schema.court_access import CourtAccess, CourtAccessReport, ObserverRules, Openness
from schema.courts import HearingLocation

#: What was so longer ago says nothing of today.
_OLDEST = timedelta(days=366)
#: A name sent in sooner than this is asked for nowhere.
_LEAD, _ASKED = 60, 120


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


async def confirm_observer_rules(
    tx: Transaction,
    organization_id: UUID,
    hearing_location_id: UUID,
    *,
    openness: Openness,
    asked_of: str,
    confirmed_on: date,
    lead_days: int | None = None,
    photo_id: bool | None = None,
    devices: bool | None = None,
    notes: bool | None = None,
    link_when_cleared: bool | None = None,
) -> ObserverRules:
    """Write down what observers are to know of a hearing location, as it was said there on a day, and whom one asked.
    The newest counts for everybody who plans to come; what was said before stays to be read. Raises :class:`Invalid`.
    """
    await access.permit_in_organization(tx, organization_id, Act.CONFIRM_OBSERVER_RULES)
    location = await tx.session.get(HearingLocation, hearing_location_id)
    if location is None:
        raise Invalid("hearingLocationId", "There is no such hearing location.")
    today = times.local_day(tx.now, location.time_zone)
    if confirmed_on > today:
        raise Invalid("confirmedOn", "That day has not come yet.")
    if confirmed_on < today - _OLDEST:
        raise Invalid("confirmedOn", "That is more than a year ago. Ask there again.")
    if lead_days is not None and not 0 <= lead_days <= _LEAD:
        raise Invalid("leadDays", "Type a number from 0 to {most}, or leave it out.", most=_LEAD)
    asked = " ".join(asked_of.split())
    if not 1 <= len(asked) <= _ASKED:
        raise Invalid("askedOf", "Say which office you asked, and how, in at most {most} letters.", most=_ASKED)
    rules = ObserverRules(
        id=new_id(), hearing_location_id=location.id, organization_id=organization_id, openness=openness,
        lead_days=lead_days, photo_id=photo_id, devices=devices, notes=notes, link_when_cleared=link_when_cleared,
        asked_of=asked, confirmed_on=confirmed_on, confirmed_by_id=tx.somebody,
    )  # fmt: skip
    tx.session.add(rules)
    await tx.session.flush()
    tx.record("observer_rules.confirmed", rules, after={"openness": openness, "confirmed_on": confirmed_on.isoformat()})
    return rules
