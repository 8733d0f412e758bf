"""Conflict walls: somebody who stands on another side sees nothing of a client, whatever else they may.

Luis represented the man whom Mateo's family accuses. Ana raises a wall: Luis's seat ends, offers to him are taken back,
and from then on both walls of the house answer him as they answer a stranger. Whoever notices a conflict of their own
raises the wall themselves (ABA Model Rules 1.7, 1.9, 1.10, 1.18; 8 CFR 1003.102 for who practises before EOIR).
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from casework import access, actions, assignments, handing_on, invitations, names, notices, sign_in, teams
from casework.access import Act
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.assignments import ASKED, STANDING, Assignment
from schema.base import new_id
from schema.cases import Case
from schema.invitations import Invitation, InvitationState
from schema.organizations import Membership, Organization
from schema.people import Person, PersonKind
from schema.teams import CaseReader, TeamMember
from schema.walls import ConflictWall

_KEPT_FROM = Sentence("Look after this case from now on: a conflict wall keeps its coordinator from it.")


async def raise_wall(
    tx: Transaction,
    case_id: UUID,
    *,
    person_id: UUID | None = None,
    organization_id: UUID | None = None,
    reason: str,
) -> ConflictWall:
    """Raise a wall between a client and one person, or everybody of one organization: before every case of the client.

    Their seats, offers, invitations and tasks in it end, and whoever looked after the case is replaced. Anybody on a
    case may raise one before themselves. Raises :class:`Invalid`, and :class:`NotAllowedByState` where one stands or
    they represent the client.
    """
    own = person_id is not None and person_id == tx.person_id
    case = await access.case_for(tx, case_id, Act.SEE_CASE if own else Act.RAISE_WALL)
    why = names.checked_reason(
        reason, "Say the conflict in a sentence of {least} to {most} letters: the legal team reads it."
    )
    named = await _named(tx, case, person_id, organization_id)
    await _refuse_counsel(tx, case, named)
    await tx.unlock([case.vault_key_id])
    wall_id = new_id()
    wall = ConflictWall(
        id=wall_id, case_id=case.id, person_id=person_id, organization_id=organization_id, raised_at=tx.now,
        raised_by_id=tx.somebody, reason=tx.seal(ConflictWall, wall_id, "reason", case.vault_key_id, why),
    )  # fmt: skip
    # Everything else first: whoever raises one before themselves sees the case no more once it stands.
    for of_client in await _cases_of_client(tx, case):
        await _end_their_part(tx, of_client, named, organization_id)
    await tx.session.flush()
    tx.session.add(wall)
    await tx.session.flush()
    tx.record(
        "wall.raised", wall, case=case, after={"person_id": person_id, "organization_id": organization_id},
        fields=["reason"],
    )  # fmt: skip
    return wall


async def lift_wall(tx: Transaction, wall_id: UUID) -> ConflictWall:
    """Take a wall down, after the conflict is gone or waived. Nothing comes back by itself: seats are given anew."""
    wall, case = await access.record_for(tx, ConflictWall, wall_id, Act.LIFT_WALL)
    if wall.lifted_at is not None:
        raise NotAllowedByState("This wall was lifted already.")
    sign_in.confirmed(tx)
    wall.lifted_at, wall.lifted_by_id = tx.now, tx.person_id
    await tx.session.flush()
    tx.record(
        "wall.lifted", wall, case=case, after={"person_id": wall.person_id, "organization_id": wall.organization_id}
    )
    return wall


async def _named(tx: Transaction, case: Case, person_id: UUID | None, organization_id: UUID | None) -> list[UUID]:
    """The people whom the wall names now. Raises :class:`Invalid`, :class:`NotAllowedByState`."""
    if (person_id is None) == (organization_id is None):
        raise Invalid("personId", "Name a person or an organization, and not both.")
    side: ColumnElement[bool]
    if person_id is not None:
        person = await access.seen(tx, Person, person_id)
        if person.kind is not PersonKind.STAFF:
            raise Invalid("personId", "A wall stands before people who sign in. Take others off the address book.")
        side, named = ConflictWall.person_id == person_id, [person_id]
    else:
        if await tx.session.get(Organization, organization_id) is None:
            raise Invalid("organizationId", "There is no such organization.")
        if organization_id == case.lead_organization_id:
            raise Invalid("organizationId", "This organization leads the case. Name the people of it instead.")
        members = select(Membership.person_id).where(
            Membership.organization_id == organization_id,
            or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
        )
        side = ConflictWall.organization_id == organization_id
        named = list((await tx.session.scalars(members.distinct())).all())
    live = select(ConflictWall.id).where(ConflictWall.case_id == case.id, ConflictWall.lifted_at.is_(None), side)
    if await tx.session.scalar(live.limit(1)):
        raise NotAllowedByState("This wall stands already.")
    return named


async def _refuse_counsel(tx: Transaction, case: Case, named: list[UUID]) -> None:
    represented = select(Assignment.id).where(
        Assignment.case_id == case.id, Assignment.attorney_id.in_(named), Assignment.state.in_(list(STANDING))
    )
    if await tx.session.scalar(represented.limit(1)):
        raise NotAllowedByState("They represent this client. End the assignment first, then raise the wall.")


async def _cases_of_client(tx: Transaction, case: Case) -> list[Case]:
    """Every case of the client, and whatever was merged with one, that the actor sees: locked. The wall stands before
    the others all the same.
    """
    seen = access.visible(await access.standing(tx), Case, tx.now)
    family, before = {case.id: case}, 0
    while before != len(family):
        before = len(family)
        into = [one.merged_into_id for one in family.values() if one.merged_into_id]
        found = await tx.session.scalars(
            seen.where(
                or_(
                    Case.detainee_id.in_({one.detainee_id for one in family.values()}),
                    Case.merged_into_id.in_(family),
                    Case.id.in_(into),
                )
            )
        )
        family |= {one.id: one for one in found.unique()}
    locking = select(Case).where(Case.id.in_(family)).order_by(Case.id).with_for_update(of=Case)
    return list(await tx.session.scalars(locking.execution_options(populate_existing=True)))


async def _end_their_part(tx: Transaction, case: Case, named: list[UUID], organization_id: UUID | None) -> None:
    """Whatever part they have in a case ends now: the seat last, from which they may be the one who ends it."""
    offers = select(Assignment).where(
        Assignment.case_id == case.id,
        Assignment.attorney_id.in_(named),
        Assignment.state.in_(list(ASKED)),
    )
    for offer in list(await tx.session.scalars(offers)):
        await assignments.take_back_offer(tx, offer, case)
    asked = select(Invitation).where(
        Invitation.case_id == case.id,
        Invitation.person_id.in_(named),
        Invitation.state != InvitationState.WITHDRAWN,
    )
    for invitation in list(await tx.session.scalars(asked)):
        await invitations.take_back(tx, invitation)
    led = select(AdvocacyAction).where(actions.about(case.id), AdvocacyAction.lead_id.in_(named))
    for action in (await tx.session.scalars(led)).unique():
        before, action.lead_id = action.lead_id, None
        tx.record("action.revised", action, case=case, before={"lead_id": before}, after={"lead_id": None})
    await handing_on.replace_coordinator(tx, case, named, _KEPT_FROM)
    await handing_on.hand_on_tasks(tx, case, named)
    if tx.person_id not in named:
        # Letters to whoever raises one before themselves are put aside when their turn comes.
        await notices.plan_case(tx, case)
    sides = or_(TeamMember.person_id.in_(named), TeamMember.organization_id == organization_id)
    await teams.end_seats(tx, case, sides)
    if organization_id is not None and (reader := await tx.session.get(CaseReader, (organization_id, case.id))):
        reader.until = min(reader.until or tx.now, tx.now)
    await tx.session.flush()


__all__ = ["lift_wall", "raise_wall"]
