"""Whom an occasion concerns: the one answer that planning, the preview and the moment of sending all ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Text, Uuid, bindparam, case, cast, exists, func, null, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased

from casework.notices.reminding import Plan
from casework.transaction import Transaction
from casework.written import Written, written
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import STANDING, Assignment, Scope
from schema.cases import Case, CaseContact, CustodyStatus
from schema.hearings import Hearing
from schema.invitations import Audience, Invitation, InvitationState
from schema.notice_plans import Matter, NoticePlan
from schema.occasions import HEARING_KINDS, Occasion, OccasionKind, OccasionState
from schema.organizations import Membership, Organization, OrganizationKind
from schema.proceedings import Proceeding, ProceedingKind
from schema.teams import COUNSEL_ROLES, CaseReader, CaseRole, TeamMember

#: Seats whose holders a hearing cannot do without. Others of the legal team look it up.
_SEATS = COUNSEL_ROLES | {CaseRole.COORDINATOR, CaseRole.INTERPRETER}
_BOND = frozenset({OccasionKind.BOND_HEARING, OccasionKind.CUSTODY_HEARING})
#: The widest eyes count when somebody is told for two reasons.
_WIDEST = (Audience.ATTORNEY, Audience.COORDINATOR, Audience.CLIENT, Audience.FAMILY_CONTACT)
_AUDIENCES = {one.value: one for one in Audience}
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
    concerned = await concern(tx, [occasion], strictly=strictly)
    return concerned[occasion.id].people if occasion.id in concerned else []


@dataclass(frozen=True, slots=True)
class Stands:
    """How an occasion stands now, and whom it concerns, each by their id."""

    state: OccasionState
    sequence: int
    time_zone: str
    people: dict[UUID, Recipient]


async def as_they_stand(tx: Transaction, occasions: Iterable[UUID]) -> dict[UUID, Stands]:
    """Of many occasions, by one statement, strictly: for the moment of sending."""
    rows = await tx.rows(_concerned(strictly=True), given_occasions=list(occasions), given_now=tx.now)
    return {
        about.id: Stands(
            OccasionState(about.state), about.sequence, about.time_zone,
            _each_once(_of_occasion(OccasionKind(about.kind), about)),
        )
        for about in rows
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Concern:
    """Whom one occasion concerns, and by which plan they are reminded of it."""

    people: list[Recipient]
    plan: Plan


async def concern(tx: Transaction, occasions: Sequence[Occasion], *, strictly: bool = False) -> dict[UUID, Concern]:
    """The same of several occasions, by one statement, with the plan that holds for each."""
    kinds = {occasion.id: occasion for occasion in occasions}
    found = {}
    for about in await tx.rows(_concerned(strictly), given_occasions=list(kinds), given_now=tx.now):
        occasion = kinds[about.id]
        plan = Plan(occasion.reminders or {}, about.plans or {})
        found[about.id] = Concern(list(_each_once(_of_occasion(occasion.kind, about)).values()), plan)
    return found


def _of_occasion(kind: OccasionKind, about: Any) -> list[Recipient]:
    found: list[Recipient] = []
    if about.action_state is not None:
        if about.action_state == ActionState.DRAFT:
            # A draft concerns nobody yet.
            return []
        if about.lead_id is not None:
            legal = about.host == OrganizationKind.LEGAL_PROVIDER
            found.append(Recipient(about.lead_id, Audience.COORDINATOR if legal else Audience.ADVOCATE))
    elif about.proceeding_id is not None:
        found += _of_hearing(kind, about)
    elif kind is OccasionKind.CHECK_IN:
        found += _of_check_in(about)
    return found + [Recipient(one, _AUDIENCES[audience], key) for one, audience, key in about.invitations]


def _of_hearing(kind: OccasionKind, about: Any) -> list[Recipient]:
    outside = _outside_their_scope(kind, about)
    found = []
    for person_id, role in about.seats:
        if CaseRole(role) not in COUNSEL_ROLES:
            found.append(Recipient(person_id, Audience.COORDINATOR))
        elif person_id not in outside:
            found.append(Recipient(person_id, Audience.ATTORNEY))
    if about.coordinator_id:
        found.append(Recipient(about.coordinator_id, Audience.COORDINATOR))
    return found + _own(about)


def _own(about: Any) -> list[Recipient]:
    """The contacts whom the client keeps, and the client, while at liberty: whoever is taken again has their telephone
    taken, too.
    """
    return [
        Recipient(person_id, Audience.CLIENT if is_client else Audience.FAMILY_CONTACT)
        for person_id, is_client in about.contacts
        if not is_client or about.at_liberty
    ]


def _of_check_in(about: Any) -> list[Recipient]:
    """The legal team, and the contacts whom the client keeps. Whoever comes along was invited by name."""
    found = []
    for person_id, role in about.seats:
        counsel = CaseRole(role) in COUNSEL_ROLES
        found.append(Recipient(person_id, Audience.ATTORNEY if counsel else Audience.COORDINATOR))
    if about.coordinator_id:
        found.append(Recipient(about.coordinator_id, Audience.COORDINATOR))
    return found + _own(about)


def _outside_their_scope(kind: OccasionKind, about: Any) -> set[UUID]:
    """Attorneys all of whose standing assignments on the case are about something else. Staff counsel have none."""
    bond = kind in _BOND or about.proceeding == ProceedingKind.BOND
    concerned: dict[UUID, bool] = {}
    for attorney_id, of, scope in about.assignments:
        theirs = of in (None, about.proceeding_id) and (
            scope in (Scope.ALL, Scope.OTHER) or (scope == Scope.BOND_ONLY and bond)
        )
        concerned[attorney_id] = concerned.get(attorney_id, False) or theirs
    return {attorney_id for attorney_id, theirs in concerned.items() if not theirs}


@cache
def _concerned(strictly: bool) -> Written:
    """All that decides whom an occasion concerns: the action or hearing it is, and the people around its case."""
    now = bindparam("given_now", None, DateTime(timezone=True))
    theirs = aliased(Organization, name="theirs")
    seats = (
        select(func.row(TeamMember.person_id, TeamMember.role))
        .join(theirs, theirs.id == TeamMember.organization_id)
        .where(
            TeamMember.case_id == Case.id,
            TeamMember.role.in_(list(_SEATS)),
            # A community group's people see with the community's eyes, whatever their role is called.
            theirs.kind == OrganizationKind.LEGAL_PROVIDER,
            TeamMember.began_at <= now,
            or_(TeamMember.until.is_(None), TeamMember.until > now),
        )
        .order_by(TeamMember.began_at, TeamMember.id)
    )
    coordinator: Any = Case.coordinator_id
    if strictly:
        seats = seats.where(
            exists().where(
                CaseReader.case_id == TeamMember.case_id,
                CaseReader.organization_id == TeamMember.organization_id,
                or_(CaseReader.until.is_(None), CaseReader.until > now),
            ),
            _belongs(TeamMember.person_id, TeamMember.organization_id, now),
        )
        coordinator = case((_belongs(coordinator, Case.lead_organization_id, now), coordinator))
    assignments = (
        select(func.row(Assignment.attorney_id, Assignment.proceeding_id, Assignment.scope))
        .where(Assignment.case_id == Case.id, Assignment.state.in_(list(STANDING)))
        .order_by(Assignment.id)
    )
    contacts = (
        select(func.row(CaseContact.person_id, CaseContact.is_client))
        .where(CaseContact.case_id == Case.id, CaseContact.ended_at.is_(None))
        .order_by(CaseContact.id)
    )
    invitations = (
        select(func.row(Invitation.person_id, Invitation.audience, Invitation.id))
        .where(Invitation.occasion_id == Occasion.id, Invitation.state.not_in(list(SILENT)))
        .order_by(Invitation.id)
    )
    # Whoever sends asks for no plan: the letters are due.
    plans: Any = null() if strictly else _plans()
    return written(
        select(
            Occasion.id,
            Occasion.kind,
            plans.label("plans"),
            (Case.custody_status == CustodyStatus.RELEASED).label("at_liberty"),
            Occasion.state,
            Occasion.sequence,
            Occasion.time_zone,
            AdvocacyAction.state.label("action_state"),
            AdvocacyAction.lead_id,
            Organization.kind.label("host"),
            case((Case.id.is_not(None), Hearing.proceeding_id)).label("proceeding_id"),
            Proceeding.kind.label("proceeding"),
            coordinator.label("coordinator_id"),
            *(
                func.array(each.correlate(Case, Occasion).scalar_subquery()).label(name)
                for name, each in (
                    ("seats", seats),
                    ("assignments", assignments),
                    ("contacts", contacts),
                    ("invitations", invitations),
                )
            ),
        )
        .select_from(Occasion)
        .outerjoin(AdvocacyAction, AdvocacyAction.occasion_id == Occasion.id)
        .outerjoin(Organization, Organization.id == AdvocacyAction.organization_id)
        .outerjoin(Hearing, Hearing.occasion_id == Occasion.id)
        .outerjoin(Proceeding, Proceeding.id == Hearing.proceeding_id)
        .outerjoin(Case, Case.id == Occasion.case_id)
        .where(Occasion.id == func.any(bindparam("given_occasions", None, ARRAY(Uuid()))))
    )


def _plans() -> Any:
    """Its organization's plan for a matter such as this, by audience."""
    matter = case(
        (Occasion.kind.in_(list(HEARING_KINDS)), Matter.COURT_DATE.value),
        (Occasion.kind == OccasionKind.CHECK_IN, Matter.CHECK_IN.value),
        else_=Matter.ACTION.value,
    )
    kept = func.json_build_object(
        "days_before", NoticePlan.days_before,
        "at", func.to_char(NoticePlan.at, "HH24:MI"),
        "hours_before", NoticePlan.hours_before,
    )  # fmt: skip
    return (
        select(func.json_object_agg(NoticePlan.audience, kept))
        .where(
            NoticePlan.organization_id == Occasion.organization_id,
            cast(NoticePlan.matter, Text) == matter,
            NoticePlan.ended_at.is_(None),
        )
        .correlate(Occasion)
        .scalar_subquery()
    )


def _belongs(person_id: Any, organization_id: Any, now: Any) -> Any:
    return exists().where(
        Membership.person_id == person_id,
        Membership.organization_id == organization_id,
        Membership.stands(now),
    )


def _each_once(found: Iterable[Recipient]) -> dict[UUID, Recipient]:
    best: dict[UUID, Recipient] = {}
    for one in found:
        kept = best.setdefault(one.person_id, one)
        if kept is not one and _rank(one.audience) < _rank(kept.audience):
            best[one.person_id] = one
    return best


def _rank(audience: Audience) -> int:
    return _WIDEST.index(audience) if audience in _WIDEST else len(_WIDEST)
