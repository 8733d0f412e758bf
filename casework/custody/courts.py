"""Custody ≠ court: looked at after each transfer and as hearings come near; whoever finds it expected silences it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, stays, tasks
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from casework.transfers import CustodyCourt, Ring, Site, custody_court
from schema.base import new_id
from schema.cases import Case
from schema.transfers import ExpectedCourt

#: The kind of task that an alarm raises.
KIND = "custody_court"
_ANSWERED_WITHIN = timedelta(days=1)

_WHY = {
    Ring.HEARING_SOON: Sentence("a hearing is within 14 days"),
    Ring.BOND_PENDING: Sentence("a bond request is pending"),
    Ring.BOND_COURT_CHANGED: Sentence("another court could set a bond now"),
}


async def found_apart(tx: Transaction, case_id: UUID) -> CustodyCourt | None:
    """The court on file and the place of custody, when they disagree now."""
    of_case = (await stays.stays_of(tx, [case_id]))[case_id]
    held = stays.standing(of_case)
    if held is None or held.site is None:
        return None
    return await apart_at(tx, case_id, held.site, stays.before(of_case, held))


async def apart_at(tx: Transaction, case_id: UUID, site: Site, before: Site | None) -> CustodyCourt | None:
    """The court on file and a place, when they disagree: of whoever comes there from ``before``."""
    around = await stays.around(tx, case_id)
    return custody_court(
        around.court,
        site,
        before,
        hearings=around.hearings,
        bond_pending=around.bond_pending,
        expected=around.expected,
        now=tx.now,
    )


async def mark_expected(tx: Transaction, case_id: UUID, *, court_id: UUID, facility_id: UUID) -> ExpectedCourt:
    """Mark it expected that this court keeps the case while the client is held at this place (8 CFR 1003.20(b)).

    The alarm is silent for this pair from now on, and rings anew for another. Raises :class:`Invalid`,
    :class:`NotAllowedByState`.
    """
    case = await access.case_for(tx, case_id, Act.MARK_EXPECTED)
    refuse_closed(case)
    found = await found_apart(tx, case.id)
    if found is None:
        raise NotAllowedByState("The court on file and the place of custody agree, as far as known.")
    if (found.court.id, found.site.id) != (court_id, facility_id):
        raise Invalid(
            "facilityId",
            "That has changed: the court on file is {court} now, and they are held at {facility}. Look at it again.",
            court=found.court.name,
            facility=found.site.name,
        )
    if found.expected:
        raise NotAllowedByState("This was marked expected already.")
    marked = await _marked(tx, case, court_id, facility_id)
    if marked is None:
        marked = ExpectedCourt(id=new_id(), case_id=case.id, court_id=court_id, facility_id=facility_id)
        tx.session.add(marked)
    marked.marked_by_id, marked.marked_at, marked.taken_back_at = tx.person_id, tx.now, None
    await tx.session.flush()
    await tasks.end_overtaken(tx, case, f"{KIND}:{case.id}:")
    tx.record("custody.court_expected", marked, case=case, after={"court_id": court_id, "facility_id": facility_id})
    return marked


async def unmark_expected(tx: Transaction, case_id: UUID, *, court_id: UUID, facility_id: UUID) -> ExpectedCourt:
    """Take back that this was marked expected: it is shown as before, and rings if it must. Raises
    :class:`NotAllowedByState`.
    """
    case = await access.case_for(tx, case_id, Act.MARK_EXPECTED)
    refuse_closed(case)
    marked = await _marked(tx, case, court_id, facility_id)
    if marked is None or marked.taken_back_at is not None:
        raise NotAllowedByState("This is not marked expected.")
    marked.taken_back_at = tx.now
    await tx.session.flush()
    tx.record("custody.court_not_expected", marked, case=case, after={"court_id": court_id, "facility_id": facility_id})
    found = await found_apart(tx, case.id)
    if found is not None and found.rings:
        await tasks.take_up_again(tx, case, _key(case, found), tx.now + _ANSWERED_WITHIN)
    await alarm(tx, case)
    return marked


async def _marked(tx: Transaction, case: Case, court_id: UUID, facility_id: UUID) -> ExpectedCourt | None:
    return await tx.session.scalar(
        select(ExpectedCourt)
        .where(
            ExpectedCourt.case_id == case.id,
            ExpectedCourt.court_id == court_id,
            ExpectedCourt.facility_id == facility_id,
        )
        .with_for_update()
    )


def _key(case: Case, found: CustodyCourt) -> str:
    return f"{KIND}:{case.id}:{found.court.id}:{found.site.id}"


async def alarm(tx: Transaction, case: Case) -> bool:
    """Raise the alarm for whoever looks after the case, once for each pair of facts, or end it when they agree. Returns
    whether it rings.
    """
    found = await found_apart(tx, case.id)
    key = _key(case, found) if found and found.rings else ""
    await tasks.end_overtaken(tx, case, f"{KIND}:{case.id}:", but=key)
    if found is None or not key:
        return False
    title = Sentence(
        "The court on file is {court}, and they are held at {facility}: {why}. Mark it expected, or act on it.",
        court=found.court.name,
        facility=found.site.name,
        why=_WHY[found.why[0]],
    )
    await tasks.raise_once(tx, case, key, title, tx.now + _ANSWERED_WITHIN)
    return True
