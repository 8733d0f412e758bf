"""An attorney's firm: an associate, a paralegal, whoever keeps the docket see what the attorney sees, while they do."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_, select

from casework import access, notices, teams
from casework.access import Act
from casework.assignments.ending import SEATED
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment
from schema.organizations import Membership
from schema.teams import COUNSEL_ROLES, CaseRole, TeamMember

#: What a colleague can be on the case: an associate sits as counsel, the others under the attorney's supervision.
COLLEAGUES = (CaseRole.ATTORNEY, CaseRole.ACCREDITED_REPRESENTATIVE, CaseRole.PARALEGAL, CaseRole.SUPERVISED_STUDENT)


async def seat_colleague(tx: Transaction, assignment_id: UUID, person_id: UUID, role: CaseRole) -> TeamMember:
    """Give somebody of the attorney's firm a seat beside theirs. It ends when theirs does, however that ends.

    Raises :class:`Invalid` for who is not of the firm, or is supervised by nobody there (ABA Model Rule 5.3).
    """
    assignment, case = await access.record_for(tx, Assignment, assignment_id, Act.SEAT_COLLEAGUE)
    if assignment.attorney_id != tx.person_id:
        raise NotAllowedByState("Only the attorney who took the case brings their colleagues to it.")
    if assignment.state not in STANDING:
        raise NotAllowedByState("They have not accepted this case, or the assignment has ended.")
    if role not in COLLEAGUES:
        raise Invalid("role", "A colleague is an attorney, a representative, a paralegal, or a supervised student.")
    held = await tx.session.execute(
        select(Membership.role, Membership.supervised).where(
            Membership.person_id == person_id,
            Membership.organization_id == assignment.organization_id,
            Membership.stands(tx.now),
        )
    )
    memberships = held.all()
    if not memberships or person_id == assignment.attorney_id:
        raise Invalid("personId", "Choose somebody of the attorney's own organization.")
    if role in COUNSEL_ROLES:
        if role.value not in {one.role.value for one in memberships}:
            raise Invalid("role", "They are not recorded as that in your organization.")
    elif not any(one.supervised for one in memberships):
        raise Invalid("personId", "They are not recorded as supervised by an attorney. Your admin can say so.")
    own = await tx.session.scalar(
        select(TeamMember)
        .where(
            TeamMember.case_id == case.id,
            TeamMember.person_id == assignment.attorney_id,
            TeamMember.role.in_(list(SEATED)),
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
        .order_by(TeamMember.id)
        .limit(1)
    )
    if own is None:
        raise NotAllowedByState("They have no seat on this case any more.")
    already = await tx.session.scalar(
        select(TeamMember.id).where(
            TeamMember.case_id == case.id,
            TeamMember.person_id == person_id,
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
    )
    if already is not None:
        raise NotAllowedByState("They are on this case already.")
    member = await teams.seat(tx, case.id, person_id, assignment.organization_id, role, until=own.until)
    member.follows_id = own.id
    await tx.session.flush()
    await notices.plan_case(tx, case)
    tx.record("team.joined", member, case=case, after={"person_id": person_id, "role": role, "follows": own.person_id})
    return member


__all__ = ["COLLEAGUES", "seat_colleague"]
