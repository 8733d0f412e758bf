"""Break-glass: somebody of the legal provider opens a case whose team they are not on, because it can't wait.

Ana is in the air and a hearing was moved to tomorrow. Luis, an attorney of the same organization, types the case's
number and why. He has a seat for 24 hours, and everyone on the legal team is told at once (PRODUCT law 11).
"""

from __future__ import annotations

from datetime import timedelta

from casework import access, names, notices, sign_in
from casework.access import Act
from casework.refusals import NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.organizations import Role
from schema.teams import CaseRole, TeamMember

LASTS = timedelta(hours=24)
#: As what they sit, by what they are in the organization.
_SEATS = {
    Role.ATTORNEY: CaseRole.ATTORNEY,
    Role.ACCREDITED_REPRESENTATIVE: CaseRole.ACCREDITED_REPRESENTATIVE,
    Role.SUPERVISED_STUDENT: CaseRole.SUPERVISED_STUDENT,
    Role.PARALEGAL: CaseRole.PARALEGAL,
}


async def break_glass(tx: Transaction, short_id: str, reason: str) -> Case:
    """Open the case of this number for 24 hours. Raises :class:`NotFound` for a number that the actor's organization
    does not lead, :class:`NotPermitted`, :class:`ConfirmFirst`, :class:`Invalid`, :class:`NotAllowedByState`.
    """
    found = await access.case_of_house(tx, short_id)
    if found is None:
        raise NotFound
    await access.permit_in_organization(tx, found.lead, Act.BREAK_GLASS)
    why = names.checked_reason(
        reason, "Say in a sentence of {least} to {most} letters why it can't wait: the team reads it."
    )
    if (await access.seats(tx, [found.case_id])).get(found.case_id):
        raise NotAllowedByState("You are on this case's team already.")
    sign_in.confirmed(tx)
    held = (await access.standing(tx)).roles_in(found.lead)
    role = next(seat for of, seat in _SEATS.items() if of in held)
    member = TeamMember(
        id=new_id(), case_id=found.case_id, person_id=tx.somebody, organization_id=found.lead, role=role,
        began_at=tx.now, until=tx.now + LASTS,
    )  # fmt: skip
    tx.session.add(member)
    await tx.session.flush()
    # From here on the case is theirs to see.
    case = await tx.session.get_one(Case, found.case_id)
    await tx.unlock([case.vault_key_id])
    member.urgent_reason = tx.seal(TeamMember, member.id, "urgent_reason", case.vault_key_id, why)
    await tx.session.flush()
    await notices.tell_glass_broken(tx, case, member)
    tx.record(
        "glass.broken", member, case=case, after={"person_id": tx.somebody, "role": role, "until": member.until},
        fields=["urgent_reason"],
    )  # fmt: skip
    return case
