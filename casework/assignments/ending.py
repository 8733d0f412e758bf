"""How an offer or an assignment ends: it lapses, is taken back, or is withdrawn; of record, by the judge's leave."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from casework import access, advocacy, cases, coverage, docketing, notices, tasks, teams
from casework.access import Act
from casework.entitlement import FORMS
from casework.language import Sentence
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.assignments import ASKED, STANDING, Appearance, Assignment, AssignmentState
from schema.cases import Case
from schema.conflicts import ConflictSheet
from schema.teams import COUNSEL_ROLES, CaseRole, TeamMember

#: Seats that an assignment gives.
SEATED = (*COUNSEL_ROLES, CaseRole.SUPERVISED_STUDENT)


async def withdraw_assignment(
    tx: Transaction, assignment_id: UUID, *, expected_revision: int, reason: str | None = None
) -> Assignment:
    """End an offer or an assignment. The seat ends with it, and with it those of the attorney's firm.

    Raises :class:`NotAllowedByState` while they are of record: then the judge lets them go, and nobody else (8 CFR
    1003.17(a)(3)).
    """
    own = (await access.seen(tx, Assignment, assignment_id)).attorney_id == tx.person_id
    act = Act.SEE_CASE if own else Act.WITHDRAW_ASSIGNMENT
    assignment, case = await access.record_for(tx, Assignment, assignment_id, act)
    tx.expect(assignment, expected_revision)
    if assignment.state not in (*ASKED, *STANDING):
        raise NotAllowedByState("This assignment has ended already.")
    if await of_record(tx, assignment.id):
        raise NotAllowedByState(
            "They are counsel of record until the judge lets them go. Record that they asked to withdraw, and then what"
            " the judge decided (8 CFR 1003.17)."
        )
    await end(tx, assignment, case, reason)
    return assignment


async def end(tx: Transaction, assignment: Assignment, case: Case, reason: str | None = None) -> None:
    """The end itself, without asking who may make it: verbs that imply it call this."""
    was = assignment.state
    assignment.state, assignment.ended_at, assignment.ending_reason = AssignmentState.WITHDRAWN, tx.now, reason
    await tx.session.flush()
    await close_sheets(tx, [assignment.id])
    await cases.keep_stage(tx, case)
    await notices.stop(tx, assignment_id=assignment.id, reason="assignment_ended")
    await notices.plan_case(tx, case)
    await docketing.remind(tx, case, leaving=assignment.attorney_id)
    await tx.unlock([case.vault_key_id])
    tx.record(
        "assignment.withdrawn", assignment, case=case, before={"state": was}, typed=reason, key_id=case.vault_key_id
    )
    await tx.session.flush()
    await coverage.follow_case(tx, case, again=was in STANDING)
    if was in STANDING:
        await advocacy.hand_over_sign_offs(tx, case)
    # The seat last: after it, whoever withdrew themselves sees the case no more.
    await teams.end_seats(tx, case, TeamMember.person_id == assignment.attorney_id, TeamMember.role.in_(list(SEATED)))


async def of_record(tx: Transaction, assignment_id: UUID) -> list[Appearance]:
    """Appearances of theirs from which only the court lets them go."""
    standing = await tx.session.scalars(
        select(Appearance).where(
            Appearance.assignment_id == assignment_id,
            Appearance.ended_at.is_(None),
            Appearance.form.in_([form for form, allows in FORMS.items() if allows.of_record]),
        )
    )
    return list(standing)


async def take_back_offer(tx: Transaction, offer: Assignment, case: Case, *, reason: str | None = None) -> None:
    """An offer that nobody may accept any more, without asking who takes it back: verbs that imply it call this."""
    was = offer.state
    offer.state, offer.ended_at, offer.ending_reason = AssignmentState.WITHDRAWN, tx.now, reason
    offer.revision += 1
    await tx.session.flush()
    await close_sheets(tx, [offer.id])
    await notices.stop(tx, assignment_id=offer.id, reason="assignment_ended")
    tx.record("assignment.withdrawn", offer, case=case, before={"state": was}, reason=reason)


async def lapse_offer(tx: Transaction, offer: Assignment, case: Case) -> None:
    """Nobody answered it in time."""
    offer.state, offer.ended_at = AssignmentState.LAPSED, offer.expires_at or tx.now
    offer.revision += 1
    await tx.session.flush()
    await notices.stop(tx, assignment_id=offer.id, reason="lapsed")
    tx.record("assignment.lapsed", offer, case=case, before={"state": AssignmentState.OFFERED})


async def lapse(tx: Transaction, *, limit: int = 200) -> int:
    """Offers that nobody answered lapse, and whoever looks after the case is asked to offer it anew once nobody is
    asked any more. As the system actor HOUSEKEEPING. Returns how many.
    """
    expired = await tx.session.scalars(
        select(Assignment)
        .where(Assignment.state == AssignmentState.OFFERED, Assignment.expires_at <= tx.now)
        .order_by(Assignment.expires_at, Assignment.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = list(expired)
    concerned: dict[UUID, Case] = {}
    for offer in found:
        case = await tx.session.get_one(Case, offer.case_id)
        await lapse_offer(tx, offer, case)
        concerned[case.id] = case
    for case in concerned.values():
        if case.closed_at is not None:
            continue
        still = select(Assignment.id).where(Assignment.case_id == case.id, Assignment.state.in_([*ASKED, *STANDING]))
        if await tx.session.scalar(still.limit(1)) is None:
            last = max(offer.id for offer in found if offer.case_id == case.id)
            title = Sentence("Nobody answered the offers of this case in time: offer it to others.")
            await tasks.raise_once(tx, case, f"offers_lapsed:{last}", title, tx.now)
        await coverage.follow_case(tx, case)
    return len(found)


async def close_sheets(tx: Transaction, assignment_ids: Sequence[UUID]) -> None:
    """What waits for a conflicts contact is shut: nobody needs the answer, and nobody reads the names any more."""
    waiting = await tx.session.scalars(
        select(ConflictSheet).where(
            ConflictSheet.assignment_id.in_(assignment_ids),
            ConflictSheet.answer.is_(None),
            ConflictSheet.closed_at.is_(None),
        )
    )
    for sheet in list(waiting):
        sheet.closed_at = tx.now
        sheet.revision += 1
        tx.record("conflict_sheet.closed", sheet)
    await tx.session.flush()


__all__ = [
    "SEATED",
    "close_sheets",
    "end",
    "lapse",
    "lapse_offer",
    "of_record",
    "take_back_offer",
    "withdraw_assignment",
]
