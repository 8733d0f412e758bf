"""What an attorney answers to an offer. Of another firm, a yes opens nothing until nothing stands against it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import access, cases, coverage, docketing, house, notices, tasks, teams
from casework.assignments.ending import close_sheets, take_back_offer
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from schema.assignments import ASKED, Assignment, AssignmentState
from schema.attorneys import Attorney, Qualification
from schema.cases import Case
from schema.people import Person
from schema.teams import CaseRole

_ROLES = {
    Qualification.ATTORNEY: CaseRole.ATTORNEY,
    Qualification.ACCREDITED_REPRESENTATIVE: CaseRole.ACCREDITED_REPRESENTATIVE,
}


async def accept_assignment(tx: Transaction, assignment_id: UUID, *, expected_revision: int) -> Assignment:
    """Say yes to an offer. An attorney of the lead organization joins the team, and the file opens. For anybody else
    the conflict check comes first: whoever looks after the case is asked to send the sheet.

    Raises :class:`NotAllowedByState` for an offer that was answered, taken back, or has expired.
    """
    assignment = await _own_offer(tx, assignment_id, expected_revision)
    if assignment.expires_at is not None and assignment.expires_at <= tx.now:
        raise NotAllowedByState("This offer has lapsed. Ask whoever made it whether the case still needs somebody.")
    assignment.answered_at = tx.now
    # A row of the case says whose it is.
    if assignment.organization_id == assignment.lead_organization_id:
        assignment.state = AssignmentState.ACCEPTED
        await tx.session.flush()
        await open_file(tx, assignment)
        return assignment
    assignment.state = AssignmentState.CHECKING
    await tx.session.flush()
    tx.record("assignment.answered_yes", assignment, after={"attorney_id": assignment.attorney_id})
    await notices.stop(tx, assignment_id=assignment.id, reason="answered")
    person = await tx.session.get(Person, assignment.attorney_id)
    title = Sentence(
        "{name} said yes: check for conflicts, and the file opens once it clears.",
        name=await tx.opened(person, "name") if person else "",
    )
    async with house.acts(tx):
        case = await tx.session.get_one(Case, assignment.case_id, with_for_update=True)
        refuse_closed(case)
        await tasks.raise_once(tx, case, f"conflict_check:{assignment.id}", title, tx.now)
    return assignment


async def open_file(tx: Transaction, assignment: Assignment) -> None:
    """The attorney joins the team, and sees what there is: after their yes, or after the check came out clear."""
    attorney = await tx.session.get_one(Attorney, assignment.attorney_id)
    assignment.state = AssignmentState.ACCEPTED
    await tx.session.flush()
    role = _ROLES.get(attorney.qualification, CaseRole.SUPERVISED_STUDENT)
    await teams.seat(tx, assignment.case_id, assignment.attorney_id, assignment.organization_id, role)
    # Only now does an actor of theirs see the case at all; when it has ended meanwhile, the seat goes with the
    # transaction.
    case = await tx.session.get_one(Case, assignment.case_id, with_for_update=True)
    refuse_closed(case)
    await cases.keep_stage(tx, case)
    await notices.plan_case(tx, case)
    await docketing.remind(tx, case)
    await notices.tell_assigned(tx, assignment)
    tx.record("assignment.accepted", assignment, case=case, after={"attorney_id": assignment.attorney_id})
    await _take_back_others(tx, assignment, case)
    await answered_for(tx, case, assignment)
    # Bond alone, or help with a document, leaves other dates without anybody.
    await coverage.follow_case(tx, case)


async def _take_back_others(tx: Transaction, taken: Assignment, case: Case) -> None:
    """The others of the round need not answer any more, nor wait for a check."""
    if taken.several or taken.round_id is None:
        return
    others = select(Assignment).where(
        Assignment.round_id == taken.round_id, Assignment.id != taken.id, Assignment.state.in_(list(ASKED))
    )
    for other in list(await tx.session.scalars(others.order_by(Assignment.id).with_for_update())):
        await take_back_offer(tx, other, case, reason="placed")
        await answered_for(tx, case, other)


async def answered_for(tx: Transaction, case: Case, assignment: Assignment) -> None:
    """What was asked of whoever looks after the case about this offer is done, or needs no doing."""
    await tasks.end_raised(tx, case, f"conflict_check:{assignment.id}")


async def decline_assignment(
    tx: Transaction, assignment_id: UUID, *, expected_revision: int, reason: str | None = None
) -> Assignment:
    """Decline an offer, or take back a yes while the check is under way; nothing of the case was shown, and nothing
    is.
    """
    assignment = await _own_offer(tx, assignment_id, expected_revision, also=AssignmentState.CHECKING)
    await declined(tx, assignment, reason)
    return assignment


async def declined(tx: Transaction, assignment: Assignment, reason: str | None = None) -> None:
    """They do not take it, for whatever reason; if a date is near, whoever looks after the case is told."""
    if assignment.state is AssignmentState.OFFERED:
        assignment.answered_at = tx.now
    assignment.state, assignment.ended_at, assignment.ending_reason = AssignmentState.DECLINED, tx.now, reason
    await tx.session.flush()
    tx.record("assignment.declined", assignment, after={"attorney_id": assignment.attorney_id})
    await notices.stop(tx, assignment_id=assignment.id, reason="answered")
    async with house.acts(tx):
        await close_sheets(tx, [assignment.id])
        case = await tx.session.get_one(Case, assignment.case_id)
        await answered_for(tx, case, assignment)
        await coverage.follow_case(tx, case)


async def _own_offer(
    tx: Transaction, assignment_id: UUID, expected_revision: int, also: AssignmentState = AssignmentState.OFFERED
) -> Assignment:
    """The actor's own open offer, locked. An offer opens nothing of the case, so no seat on it is asked for."""
    assignment = await access.seen(tx, Assignment, assignment_id)
    if assignment.attorney_id != tx.person_id:
        raise NotPermitted(who="the attorney it was offered to")
    await tx.session.refresh(assignment, with_for_update=True)
    tx.expect(assignment, expected_revision)
    if assignment.state not in (AssignmentState.OFFERED, also):
        raise NotAllowedByState("This offer was answered or withdrawn already.")
    return assignment


__all__ = ["accept_assignment", "answered_for", "decline_assignment", "declined", "open_file"]
