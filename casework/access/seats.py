"""Where an actor sits on a case: their roles on it, and through whose eyes they see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, any_, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, JSON
from sqlalchemy.orm import aliased

from casework.access.eyes import Eyes
from casework.access.standing import Place, Standing, standing
from casework.transaction import Transaction
from schema.invitations import Audience
from schema.teams import COUNSEL_ROLES, LEGAL_ROLES, CaseReader, CaseRole, TeamMember


@dataclass(frozen=True, slots=True)
class Seat:
    """All that one actor is on one case."""

    case_id: UUID
    roles: frozenset[CaseRole]
    #: Through a legal provider, in a role of the legal team.
    legal: bool
    #: Counsel, or staff supervised by counsel: may open the attorneys' compartment.
    counsel: bool
    #: Belongs to the lead organization.
    lead: bool

    @property
    def audience(self) -> Audience:
        """Through whose eyes (DOMAIN §3.3). The widest of several seats counts."""
        if not self.legal:
            return Audience.ADVOCATE
        return Audience.ATTORNEY if self.roles & COUNSEL_ROLES else Audience.COORDINATOR


async def seats(tx: Transaction, case_ids: Sequence[UUID]) -> dict[UUID, Seat]:
    """The actor's seats on these cases, for those they may see."""
    actor = await standing(tx)
    mine = actor.organizations()
    case_ids = [one for one in case_ids if one not in actor.walled]
    if not mine or not case_ids:
        return {}
    found = await tx.session.execute(
        select(CaseReader.case_id, CaseReader.organization_id, CaseReader.lead_organization_id, TeamMember.role)
        .outerjoin(
            TeamMember,
            and_(
                TeamMember.case_id == CaseReader.case_id,
                TeamMember.organization_id == CaseReader.organization_id,
                TeamMember.person_id == actor.person_id,
                TeamMember.began_at <= tx.now,
                or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
            ),
        )
        .where(
            CaseReader.case_id.in_(case_ids),
            CaseReader.organization_id.in_(mine),
            or_(CaseReader.until.is_(None), CaseReader.until > tx.now),
        )
    )
    read: dict[UUID, list[Any]] = {}
    for row in found:
        read.setdefault(row.case_id, []).append(row)
    taken = {}
    for case_id, rows in read.items():
        places = [actor.place(one) for one in dict.fromkeys(row.organization_id for row in rows)]
        team = [(row.organization_id, row.role) for row in rows if row.role]
        if seat := _seat(case_id, [one for one in places if one], team, rows[0].lead_organization_id):
            taken[case_id] = seat
    return taken


def _seat(
    case_id: UUID, places: Sequence[Place], team: Sequence[tuple[UUID, CaseRole]], lead: UUID | None
) -> Seat | None:
    roles: set[CaseRole] = set()
    legal = counsel = False
    for place in places:
        held = {role for organization_id, role in team if organization_id == place.organization_id}
        if place.wide:
            held.add(CaseRole.COORDINATOR if place.legal else CaseRole.ADVOCATE)
        if not place.legal:
            # A community group's people see with the community's eyes, whatever their role is called.
            held = {CaseRole.ADVOCATE} if held else set()
        roles |= held
        in_legal_team = place.legal and bool(held & LEGAL_ROLES)
        legal = legal or in_legal_team
        counsel = counsel or (in_legal_team and (place.supervised or bool(held & COUNSEL_ROLES)))
    if not roles:
        return None
    return Seat(case_id, frozenset(roles), legal, counsel, lead in {place.organization_id for place in places})


def seat_said(eyes: Eyes, case_id: Any, lead: Any, *around: Any) -> Any:
    """What :func:`seat_of` is made of, as a statement about ``around`` says it: the organizations through which the
    actor reads a case, their places on its team (organization and role), and its lead.
    """
    reader, member = aliased(CaseReader, name="seat_readers"), aliased(TeamMember, name="seat_members")
    readers = (
        select(func.to_json(reader.organization_id))
        .where(
            reader.case_id == case_id,
            reader.organization_id == any_(eyes.organizations()),
            or_(reader.until.is_(None), reader.until > eyes.now),
        )
        .correlate(*around)
    )
    team = (
        select(func.json_build_array(member.organization_id, member.role))
        .where(
            member.case_id == case_id,
            member.person_id == eyes.person,
            member.began_at <= eyes.now,
            or_(member.until.is_(None), member.until > eyes.now),
        )
        .correlate(*around)
    )
    lists = (func.array_to_json(func.array(each.scalar_subquery(), type_=ARRAY(JSON))) for each in (readers, team))
    return func.json_build_array(*lists, lead)


def seat_of(actor: Standing, said: Sequence[Any]) -> Seat | None:
    """The seat of an actor, from what a statement said of it (:func:`seat_said`)."""
    readers, team, lead = said
    places = [place for place in actor.places if str(place.organization_id) in readers]
    members = [(UUID(organization_id), CaseRole(role)) for organization_id, role in team]
    return _seat(NOBODY, places, members, UUID(lead) if lead else None)


#: A seat that was read with its case has no need to say which one it is on.
NOBODY = UUID(int=0)
