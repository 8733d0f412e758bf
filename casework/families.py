"""Family groups: whose cases belong together, as a lead and riders (DOMAIN §2.3)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import access
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.families import FamilyMember, FamilyRole


async def join_family(tx: Transaction, case_id: UUID, with_case_id: UUID, role: FamilyRole) -> Case:
    """Say that a case belongs to another's family: as a rider of it, or as its lead.

    A family has one lead; who led before becomes a rider. Two families never become one by this. Raises
    :class:`Invalid`, :class:`NotAllowedByState`.
    """
    if case_id == with_case_id:
        raise Invalid("withCaseId", "These are the same case.")
    locked = {one: await access.case_for(tx, one, Act.JOIN_FAMILY) for one in sorted((case_id, with_case_id))}
    case, other = locked[case_id], locked[with_case_id]
    refuse_closed(case)
    if case.lead_organization_id != other.lead_organization_id:
        raise Invalid("withCaseId", "These cases are led by different organizations. Share one instead.")
    mine, theirs = await _member(tx, case.id), await _member(tx, other.id)
    if mine is not None and (theirs is None or mine.family_id != theirs.family_id):
        raise NotAllowedByState("This case belongs to a family already. Take it out of that one first.")
    if theirs is None:
        opposite = FamilyRole.RIDER if role is FamilyRole.LEAD else FamilyRole.LEAD
        theirs = FamilyMember(family_id=new_id(), case_id=other.id, role=opposite)
        tx.session.add(theirs)
        await tx.session.flush()
    if role is FamilyRole.LEAD:
        for one in await tx.session.scalars(select(FamilyMember).where(FamilyMember.family_id == theirs.family_id)):
            one.role = FamilyRole.RIDER
    if mine is None:
        mine = FamilyMember(family_id=theirs.family_id, case_id=case.id, role=role)
        tx.session.add(mine)
    mine.role = role
    await tx.session.flush()
    # Not with whom: whoever reads this case's trail need not know the other, and may be kept from it by a wall.
    tx.record("case.joined_family", mine, case=case, after={"role": role})
    return case


async def leave_family(tx: Transaction, case_id: UUID) -> Case:
    """Take a case out of its family. Of one that is left with a single case nothing remains."""
    case = await access.case_for(tx, case_id, Act.LEAVE_FAMILY)
    mine = await _member(tx, case.id)
    if mine is None:
        raise NotAllowedByState("This case belongs to no family.")
    together = list(
        await tx.session.scalars(
            select(FamilyMember).where(FamilyMember.family_id == mine.family_id).order_by(FamilyMember.id)
        )
    )
    left = [one for one in together if one.id != mine.id]
    tx.record("case.left_family", mine, case=case, before={"role": mine.role})
    for one in (mine, *(left if len(left) == 1 else ())):
        await tx.session.delete(one)
    if len(left) > 1 and all(one.role is FamilyRole.RIDER for one in left):
        # Somebody carries the claim: the first who came, until it is said otherwise.
        left[0].role = FamilyRole.LEAD
    await tx.session.flush()
    return case


async def _member(tx: Transaction, case_id: UUID) -> FamilyMember | None:
    return await tx.session.scalar(select(FamilyMember).where(FamilyMember.case_id == case_id))
