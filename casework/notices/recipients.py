"""Whom an occasion concerns: the one answer that planning, the preview and the moment of sending all ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import STANDING, Assignment, Scope
from schema.cases import Case, CaseContact
from schema.hearings import Hearing
from schema.invitations import Audience, Invitation, InvitationState
from schema.occasions import Occasion, OccasionKind
from schema.organizations import Membership, Organization, OrganizationKind
from schema.proceedings import Proceeding, ProceedingKind
from schema.teams import COUNSEL_ROLES, CaseReader, CaseRole, TeamMember

#: Seats whose holders a hearing cannot do without. Others of the legal team look it up.
_SEATS = COUNSEL_ROLES | {CaseRole.COORDINATOR, CaseRole.INTERPRETER}
_BOND = frozenset({OccasionKind.BOND_HEARING, OccasionKind.CUSTODY_HEARING})
#: The widest eyes count when somebody is told for two reasons.
_WIDEST = (Audience.ATTORNEY, Audience.COORDINATOR, Audience.CLIENT, Audience.FAMILY_CONTACT)
#: Answers that end what we write about an occasion.
SILENT = frozenset({InvitationState.NOT_COMING, InvitationState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person whom one occasion concerns, and through whose eyes they are told of it."""

    person_id: UUID
    audience: Audience
    invitation_id: UUID | None = None


async def recipients(tx: Transaction, occasion: Occasion, *, strictly: bool = False) -> list[Recipient]:
    """Everyone this occasion concerns now, each once, in a stable order.

    ``strictly`` also asks whether each seat's organization still reads the case and its holder still belongs there;
    the worker does so at the moment of sending. Whoever plans need not be allowed to see that of other organizations.
    """
    action = await tx.session.scalar(select(AdvocacyAction).where(AdvocacyAction.occasion_id == occasion.id))
    if action is not None:
        found = _of_action(action, await _organization_is_legal(tx, action.organization_id))
    else:
        found = await _of_hearing(tx, occasion, strictly)
    if action is None or action.state is not ActionState.DRAFT:
        invitations = await tx.session.scalars(
            select(Invitation).where(Invitation.occasion_id == occasion.id, Invitation.state.not_in(list(SILENT)))
        )
        found += [Recipient(one.person_id, one.audience, one.id) for one in invitations]
    return _each_once(found)


def _of_action(action: AdvocacyAction, legal: bool) -> list[Recipient]:
    # A draft concerns nobody yet.
    if action.state is ActionState.DRAFT or action.lead_id is None:
        return []
    return [Recipient(action.lead_id, Audience.COORDINATOR if legal else Audience.ADVOCATE)]


async def _of_hearing(tx: Transaction, occasion: Occasion, strictly: bool) -> list[Recipient]:
    hearing = await tx.session.scalar(select(Hearing).where(Hearing.occasion_id == occasion.id))
    case = await tx.session.get(Case, occasion.case_id) if occasion.case_id else None
    if hearing is None or case is None:
        return []
    found = await _team(tx, case, hearing, strictly)
    if case.coordinator_id and (not strictly or await _belongs(tx, case.coordinator_id, case.lead_organization_id)):
        found.append(Recipient(case.coordinator_id, Audience.COORDINATOR))
    contacts = await tx.session.scalars(
        select(CaseContact.person_id).where(CaseContact.case_id == case.id, CaseContact.ended_at.is_(None))
    )
    return found + [Recipient(person_id, Audience.FAMILY_CONTACT) for person_id in contacts]


async def _team(tx: Transaction, case: Case, hearing: Hearing, strictly: bool) -> list[Recipient]:
    seats = (
        select(TeamMember.person_id, TeamMember.role)
        .join(Organization, Organization.id == TeamMember.organization_id)
        .where(
            TeamMember.case_id == case.id,
            TeamMember.role.in_(list(_SEATS)),
            # A community group's people see with the community's eyes, whatever their role is called.
            Organization.kind == OrganizationKind.LEGAL_PROVIDER,
            TeamMember.began_at <= tx.now,
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
    )
    if strictly:
        seats = seats.join(
            CaseReader,
            (CaseReader.case_id == TeamMember.case_id) & (CaseReader.organization_id == TeamMember.organization_id),
        ).where(
            or_(CaseReader.until.is_(None), CaseReader.until > tx.now),
            select(Membership.id)
            .where(
                Membership.person_id == TeamMember.person_id,
                Membership.organization_id == TeamMember.organization_id,
                or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
            )
            .exists(),
        )
    outside = await _outside_their_scope(tx, case.id, hearing)
    found = []
    for person_id, role in await tx.session.execute(seats.order_by(TeamMember.began_at, TeamMember.id)):
        if role not in COUNSEL_ROLES:
            found.append(Recipient(person_id, Audience.COORDINATOR))
        elif person_id not in outside:
            found.append(Recipient(person_id, Audience.ATTORNEY))
    return found


async def _outside_their_scope(tx: Transaction, case_id: UUID, hearing: Hearing) -> set[UUID]:
    """Attorneys all of whose standing assignments on the case are about something else. Staff counsel have none."""
    assignments = await tx.session.scalars(
        select(Assignment).where(Assignment.case_id == case_id, Assignment.state.in_(list(STANDING)))
    )
    proceeding = await tx.session.get(Proceeding, hearing.proceeding_id)
    bond = hearing.occasion.kind in _BOND or (proceeding is not None and proceeding.kind is ProceedingKind.BOND)
    concerned: dict[UUID, bool] = {}
    for one in assignments:
        theirs = one.proceeding_id in (None, hearing.proceeding_id) and (
            one.scope in (Scope.ALL, Scope.OTHER) or (one.scope is Scope.BOND_ONLY and bond)
        )
        concerned[one.attorney_id] = concerned.get(one.attorney_id, False) or theirs
    return {attorney_id for attorney_id, theirs in concerned.items() if not theirs}


async def _belongs(tx: Transaction, person_id: UUID, organization_id: UUID) -> bool:
    found = await tx.session.scalar(
        select(Membership.id)
        .where(
            Membership.person_id == person_id,
            Membership.organization_id == organization_id,
            or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
        )
        .limit(1)
    )
    return found is not None


async def _organization_is_legal(tx: Transaction, organization_id: UUID) -> bool:
    organization = await tx.session.get(Organization, organization_id)
    return organization is not None and organization.kind is OrganizationKind.LEGAL_PROVIDER


def _each_once(found: Iterable[Recipient]) -> list[Recipient]:
    best: dict[UUID, Recipient] = {}
    for one in found:
        kept = best.setdefault(one.person_id, one)
        if _rank(one.audience) < _rank(kept.audience):
            best[one.person_id] = one
    return list(best.values())


def _rank(audience: Audience) -> int:
    return _WIDEST.index(audience) if audience in _WIDEST else len(_WIDEST)
