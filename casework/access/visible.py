"""The first wall: the only maker of SELECTs over people's records.

``visible(standing, Model, now)`` is a SELECT of the rows the actor may see, with the tenant named explicitly, so that
indexes serve it. The second wall, row-level security, says the same in ``migrations`` and is never relied on here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true

from casework.access.standing import Standing
from schema.advocacy import AdvocacyAction, SignOff
from schema.assignments import Assignment
from schema.attorneys import Attorney
from schema.audit import AuditEntry
from schema.base import Table
from schema.cases import Case, CaseContact, Claim, Health, Intake
from schema.consents import Consent, ConsentAudience, ConsentState
from schema.courts import Court, HearingLocation
from schema.custody import CustodyStint, LocatorCheck
from schema.detainees import Alias, Detainee, DetaineeMerge, DetaineeNumber, Identity, NameToken
from schema.facilities import Facility
from schema.feeds import Feed
from schema.hearings import Hearing
from schema.invitations import Invitation
from schema.notes import Note, PrivilegedNote
from schema.notices import Notice
from schema.occasions import Occasion
from schema.organizations import Membership, Organization, Role
from schema.people import Contact, Person
from schema.proceedings import Proceeding
from schema.tasks import Task
from schema.teams import COUNSEL_ROLES, LEGAL_ROLES, CaseReader, TeamMember

Row = TypeVar("Row", bound=Table)
Clause = ColumnElement[bool]


class Depth:
    """How deep into a case a row lies, and so which of the actor's seats reach it."""

    def __init__(self, *, legal: bool = False, counsel: bool = False) -> None:
        self.legal = legal or counsel
        self.counsel = counsel


READER = Depth()
LEGAL = Depth(legal=True)
COUNSEL = Depth(counsel=True)


def reaches(standing: Standing, case_id: ColumnElement[Any] | Any, depth: Depth, now: datetime) -> Clause:
    """The actor reads this case to this depth: through an organization read widely, or from a seat on the team."""
    wide = standing.organizations(wide=True, legal=depth.legal, supervised=depth.counsel)
    ways: list[Clause] = []
    if wide:
        ways.append(
            exists().where(
                CaseReader.case_id == case_id,
                CaseReader.organization_id.in_(wide),
                or_(CaseReader.until.is_(None), CaseReader.until > now),
            )
        )
    if standing.person_id and standing.places:
        ways.append(case_id.in_(_seats(standing, depth, now)))
    return or_(false(), *ways)


def _seats(standing: Standing, depth: Depth, now: datetime) -> Select[UUID]:
    """Cases on whose team the actor sits, for an organization that still reads them."""
    organizations = standing.organizations(legal=depth.legal)
    seats = (
        select(TeamMember.case_id)
        .join(
            CaseReader,
            and_(CaseReader.case_id == TeamMember.case_id, CaseReader.organization_id == TeamMember.organization_id),
        )
        .where(
            TeamMember.person_id == standing.person_id,
            TeamMember.organization_id.in_(organizations),
            TeamMember.began_at <= now,
            or_(TeamMember.until.is_(None), TeamMember.until > now),
            or_(CaseReader.until.is_(None), CaseReader.until > now),
        )
    )
    if depth.legal:
        seats = seats.where(TeamMember.role.in_(list(LEGAL_ROLES)))
    if depth.counsel:
        supervising = standing.organizations(legal=True, supervised=True)
        seats = seats.where(or_(TeamMember.role.in_(list(COUNSEL_ROLES)), TeamMember.organization_id.in_(supervising)))
    return seats


def consented(case_id: ColumnElement[Any] | Any, audience: ConsentAudience, now: datetime) -> Clause:
    """A consent for this audience stands at this instant."""
    return exists().where(
        Consent.case_id == case_id,
        Consent.audience == audience,
        Consent.state == ConsentState.STANDING,
        Consent.given_at <= now,
        Consent.expires_at > now,
    )


def _legal_or_consented(standing: Standing, case_id: Any, now: datetime) -> Clause:
    return or_(
        reaches(standing, case_id, LEGAL, now),
        and_(reaches(standing, case_id, READER, now), consented(case_id, ConsentAudience.ADVOCATES, now)),
    )


def _occasions(standing: Standing, now: datetime) -> Clause:
    of_action = exists().where(AdvocacyAction.occasion_id == Occasion.id)
    return or_(
        and_(Occasion.case_id.is_(None), Occasion.organization_id.in_(standing.organizations())),
        and_(of_action, reaches(standing, Occasion.case_id, READER, now)),
        _legal_or_consented(standing, Occasion.case_id, now),
    )


def _detainees(standing: Standing, now: datetime) -> Clause:
    return exists().where(Case.detainee_id == Detainee.id, reaches(standing, Case.id, READER, now))


def _of_detainee(model: Any, depth: Depth) -> Callable[[Standing, datetime], Clause]:
    return lambda standing, now: exists().where(
        Case.detainee_id == model.detainee_id, reaches(standing, Case.id, depth, now)
    )


def _of_case(model: Any, depth: Depth) -> Callable[[Standing, datetime], Clause]:
    return lambda standing, now: reaches(standing, model.case_id, depth, now)


def _of_case_or_organization(model: Any, depth: Depth) -> Callable[[Standing, datetime], Clause]:
    return lambda standing, now: or_(
        reaches(standing, model.case_id, depth, now),
        and_(model.case_id.is_(None), model.organization_id.in_(standing.organizations())),
    )


def _people(standing: Standing, now: datetime) -> Clause:
    """One's own address book, oneself, and whoever sits on a team one can see."""
    mine = standing.organizations()
    return or_(
        Person.id == standing.person_id,
        Person.organization_id.in_(mine),
        exists().where(
            Membership.person_id == Person.id,
            or_(Membership.organization_id.in_(mine), _partners(standing, Membership.organization_id, now)),
        ),
        exists().where(TeamMember.person_id == Person.id, reaches(standing, TeamMember.case_id, READER, now)),
        exists().where(CaseContact.person_id == Person.id, reaches(standing, CaseContact.case_id, LEGAL, now)),
        exists().where(Invitation.person_id == Person.id, reaches(standing, Invitation.case_id, LEGAL, now)),
        exists().where(
            Attorney.person_id == Person.id, Attorney.open_to_offers, true() if _offers(standing) else false()
        ),
    )


def _partners(standing: Standing, organization_id: ColumnElement[Any] | Any, now: datetime) -> Clause:
    """Organizations that read a case which the actor's organization leads and the actor coordinates: their members can
    be given a seat on it."""
    return exists().where(
        CaseReader.organization_id == organization_id,
        or_(CaseReader.until.is_(None), CaseReader.until > now),
        CaseReader.case_id == Case.id,
        Case.lead_organization_id.in_(standing.organizations(wide=True, legal=True)),
    )


def _offers(standing: Standing) -> bool:
    """May look for counsel outside the own organization: coordinators of legal providers."""
    return bool(standing.organizations(wide=True, legal=True))


def _audit(standing: Standing, now: datetime) -> Clause:
    """Admins of the organization; on a case, its lead's coordinators and counsel (DOMAIN §3.3, who read this
    record).
    """
    admin = [place.organization_id for place in standing.places if Role.ADMIN in place.roles]
    coordinator = standing.organizations(wide=True, legal=True)
    counsel = exists().where(
        TeamMember.case_id == AuditEntry.case_id,
        TeamMember.person_id == standing.person_id,
        TeamMember.role.in_(list(COUNSEL_ROLES)),
        TeamMember.began_at <= now,
        or_(TeamMember.until.is_(None), TeamMember.until > now),
        reaches(standing, AuditEntry.case_id, LEGAL, now),
    )
    return or_(AuditEntry.organization_id.in_([*admin, *coordinator]), counsel)


VISIBLE: dict[type[Table], Callable[[Standing, datetime], Clause]] = {
    # Reference: public facts.
    Facility: lambda standing, now: true(),
    Court: lambda standing, now: true(),
    HearingLocation: lambda standing, now: true(),
    Organization: lambda standing, now: true() if standing.person_id else false(),
    Membership: lambda standing, now: or_(
        Membership.organization_id.in_(standing.organizations()),
        Membership.person_id == standing.person_id,
        _partners(standing, Membership.organization_id, now),
    ),
    # The case and what every seat on it sees (fields by audience).
    Case: lambda standing, now: reaches(standing, Case.id, READER, now),
    # The tenant key itself: which cases an organization reads, and who reads those it leads.
    CaseReader: lambda standing, now: or_(
        CaseReader.organization_id.in_(standing.organizations()),
        exists().where(Case.id == CaseReader.case_id, Case.lead_organization_id.in_(standing.organizations())),
    ),
    TeamMember: _of_case(TeamMember, READER),
    Detainee: _detainees,
    Consent: _of_case(Consent, READER),
    AdvocacyAction: _of_case_or_organization(AdvocacyAction, READER),
    SignOff: _of_case(SignOff, READER),
    # The legal team, and advocates with the client's consent.
    Hearing: lambda standing, now: _legal_or_consented(standing, Hearing.case_id, now),
    Occasion: _occasions,
    # The legal team.
    Proceeding: _of_case(Proceeding, LEGAL),
    CustodyStint: _of_case(CustodyStint, LEGAL),
    LocatorCheck: _of_case(LocatorCheck, LEGAL),
    Intake: _of_case(Intake, LEGAL),
    CaseContact: _of_case(CaseContact, LEGAL),
    Note: _of_case(Note, LEGAL),
    # Counsel's to-do list tells the strategy: others see what they own or asked for.
    Task: lambda standing, now: or_(
        _of_case_or_organization(Task, LEGAL)(standing, now),
        Task.owner_id == standing.person_id,
        Task.created_by_id == standing.person_id,
    ),
    DetaineeMerge: lambda standing, now: reaches(standing, DetaineeMerge.kept_case_id, LEGAL, now),
    Identity: _of_detainee(Identity, LEGAL),
    DetaineeNumber: _of_detainee(DetaineeNumber, LEGAL),
    Alias: _of_detainee(Alias, LEGAL),
    NameToken: _of_detainee(NameToken, LEGAL),
    Assignment: lambda standing, now: or_(
        reaches(standing, Assignment.case_id, READER, now), Assignment.attorney_id == standing.person_id
    ),
    # Counsel's compartment.
    PrivilegedNote: _of_case(PrivilegedNote, COUNSEL),
    Claim: _of_case(Claim, COUNSEL),
    Health: _of_case(Health, COUNSEL),
    # People and what goes to them.
    Person: _people,
    Contact: lambda standing, now: or_(
        Contact.organization_id.in_(standing.organizations()), Contact.person_id == standing.person_id
    ),
    Attorney: lambda standing, now: or_(
        Attorney.organization_id.in_(standing.organizations()),
        Attorney.person_id == standing.person_id,
        Attorney.open_to_offers if _offers(standing) else false(),
        exists().where(TeamMember.person_id == Attorney.person_id, reaches(standing, TeamMember.case_id, READER, now)),
    ),
    Invitation: _of_case_or_organization(Invitation, READER),
    Notice: lambda standing, now: or_(
        exists().where(Occasion.id == Notice.occasion_id, _occasions(standing, now)),
        exists().where(Assignment.id == Notice.assignment_id, reaches(standing, Assignment.case_id, READER, now)),
        Notice.person_id == standing.person_id,
    ),
    Feed: lambda standing, now: or_(
        Feed.person_id == standing.person_id,
        Feed.organization_id.in_(
            [place.organization_id for place in standing.places if place.roles & {Role.ADMIN, Role.COORDINATOR}]
        ),
    ),
    AuditEntry: _audit,
}


def visible(standing: Standing, model: type[Row], now: datetime) -> Select[Row]:
    """A SELECT of the rows of ``model`` that the actor may see at this instant. Raises KeyError for an unknown noun."""
    return select(model).where(VISIBLE[model](standing, now))


__all__ = ["COUNSEL", "LEGAL", "READER", "VISIBLE", "Depth", "consented", "reaches", "visible"]
