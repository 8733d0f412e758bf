"""Where an actor sits on a case: their roles on it, and through whose eyes they see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from casework.access.standing import Place, Standing, standing
from casework.transaction import Transaction
from schema.cases import Case
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
    if not mine or not case_ids:
        return {}
    readers = await tx.session.execute(
        select(CaseReader.case_id, CaseReader.organization_id).where(
            CaseReader.case_id.in_(case_ids),
            CaseReader.organization_id.in_(mine),
            or_(CaseReader.until.is_(None), CaseReader.until > tx.now),
        )
    )
    reading: dict[UUID, list[Place]] = {}
    for case_id, organization_id in readers:
        if place := actor.place(organization_id):
            reading.setdefault(case_id, []).append(place)
    members = await tx.session.execute(
        select(TeamMember.case_id, TeamMember.organization_id, TeamMember.role).where(
            TeamMember.case_id.in_(list(reading)),
            TeamMember.person_id == actor.person_id,
            TeamMember.began_at <= tx.now,
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
    )
    on_team: dict[UUID, list[tuple[UUID, CaseRole]]] = {}
    for case_id, organization_id, role in members:
        on_team.setdefault(case_id, []).append((organization_id, role))
    leads = await _leads(tx, list(reading))
    found = {}
    for case_id, places in reading.items():
        seat = _seat(case_id, places, on_team.get(case_id, []), leads.get(case_id))
        if seat:
            found[case_id] = seat
    return found


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


def seat_of(actor: Standing, said: Sequence[Any]) -> Seat | None:
    """The seat of an actor, from what a reading said of it: the organizations through which they read the case, their
    places on its team (organization and role), and its lead.
    """
    readers, team, lead = said
    places = [place for place in actor.places if str(place.organization_id) in readers]
    members = [(UUID(organization_id), CaseRole(role)) for organization_id, role in team]
    return _seat(NOBODY, places, members, UUID(lead) if lead else None)


#: A seat that was read with its case has no need to say which one it is on.
NOBODY = UUID(int=0)


async def _leads(tx: Transaction, case_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    found = await tx.session.execute(select(Case.id, Case.lead_organization_id).where(Case.id.in_(case_ids)))
    return {row[0]: row[1] for row in found}
