"""The first wall: the only maker of SELECTs over people's records.

``visible(standing, Model, now)`` is a SELECT of the rows the actor may see, with the tenant named explicitly, so that
indexes serve it. The second wall, row-level security, says the same in ``migrations`` and is never relied on here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from itertools import product
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    DateTime,
    Select,
    Uuid,
    and_,
    any_,
    bindparam,
    exists,
    func,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased

from casework.access.standing import Standing
from casework.clearance import PURPOSE
from schema.advocacy import AdvocacyAction, SignOff
from schema.assignments import Assignment
from schema.attorneys import Attorney
from schema.audit import AuditEntry
from schema.base import Table
from schema.cases import Case, CaseContact, Claim, CustodyStatus, Health, Intake
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


class Eyes:
    """The actor and the instant, as a statement names them: bound, never written into it, so that one statement
    serves everybody. The values it was made with go along, and whoever runs a compiled statement binds others.
    """

    def __init__(self, standing: Standing, now: datetime) -> None:
        self._standing = standing
        self.person = bindparam("acting_person", standing.person_id, Uuid())
        self.now = bindparam("acting_now", now, DateTime(timezone=True))

    def organizations(self, *, wide: bool = False, legal: bool = False, supervised: bool = False) -> BindParameter[Any]:
        """The actor's organizations, narrowed as :meth:`Standing.organizations` narrows them."""
        return _array(
            organizations_name(wide, legal, supervised),
            self._standing.organizations(wide=wide, legal=legal, supervised=supervised),
        )

    def reaches(self, row: Any, depth: Depth) -> Clause:
        """The actor reads the case of this row, or the case that it is: as a coordinator of its lead, through an
        organization of theirs that reads it widely, or from a seat on its team.
        """
        wide = self.organizations(wide=True, legal=depth.legal, supervised=depth.counsel)
        return or_(row.lead_organization_id == any_(wide), self.seated(row, depth))

    def seated(self, row: Any, depth: Depth) -> Clause:
        """The actor reads the case of this row, whoever leads it: from a seat on its team, or through an organization
        of theirs that it is shared with.
        """
        wide = self.organizations(wide=True, legal=depth.legal, supervised=depth.counsel)
        case_id = case_of(row)
        reader = _another(CaseReader, "reaches")
        shared = exists().where(
            reader.case_id == case_id,
            reader.organization_id == any_(wide),
            or_(reader.until.is_(None), reader.until > self.now),
        )
        return or_(shared, case_id.in_(_seats(self, depth)))

    def consented(self, case_id: Any, audience: ConsentAudience) -> Clause:
        """See :func:`consented`."""
        return _consented(self, case_id, audience)

    def meets(self, row: Any) -> Clause:
        """Somebody outside the actor's own address book whom they meet in their work."""
        return _met(self, row)

    def sees_occasion(self, row: Any) -> Clause:
        """Outside the legal team, an occasion is seen for what stands in it."""
        return _stands_in(self, row)

    def where(self, *roles: Role) -> BindParameter[Any]:
        """Organizations in which the actor holds one of these roles."""
        return _array(roles_name(*roles), self._standing.where(*roles))


def organizations_name(wide: bool, legal: bool, supervised: bool) -> str:
    words = [word for word, said in (("wide", wide), ("legal", legal), ("supervised", supervised)) if said]
    return "_".join(["acting_organizations", *words])


def roles_name(*roles: Role) -> str:
    return "_".join(["acting_where", *sorted(role.value for role in roles)])


def value_of(name: str, standing: Standing, now: datetime) -> Any:
    """What to bind under a name that :class:`Eyes` gave: for whoever runs a compiled statement."""
    return _VALUES[name](standing, now)


def _organizations(wide: bool, legal: bool, supervised: bool) -> Callable[[Standing, datetime], Any]:
    return lambda standing, now: standing.organizations(wide=wide, legal=legal, supervised=supervised)


def _seats_told(place: int) -> Callable[[Standing, datetime], Any]:
    return lambda standing, now: standing.seats[place]


_VALUES: dict[str, Callable[[Standing, datetime], Any]] = {
    "acting_person": lambda standing, now: standing.person_id,
    "acting_now": lambda standing, now: now,
    **{f"acting_seats_{depth}": _seats_told(place) for place, depth in enumerate(("reader", "legal", "counsel"))},
    roles_name(Role.ADMIN): lambda standing, now: standing.where(Role.ADMIN),
    roles_name(Role.ADMIN, Role.COORDINATOR): lambda standing, now: standing.where(Role.ADMIN, Role.COORDINATOR),
    **{organizations_name(*words): _organizations(*words) for words in product((False, True), repeat=3)},
}


def _array(name: str, ids: list[UUID]) -> BindParameter[Any]:
    return bindparam(name, ids, ARRAY(Uuid()))


READER = Depth()
LEGAL = Depth(legal=True)
COUNSEL = Depth(counsel=True)


@cache
def _another(model: type[Row], of: str) -> Any:
    """A table under a name for one rule, made once: none of these rules stands within itself."""
    return aliased(model, name=f"{of}_{model.__tablename__}")


def case_of(row: Any) -> Any:
    """The case that a row is of, or that it is."""
    return getattr(row, "case_id", None) if hasattr(row, "case_id") else row.id


def reaches(eyes: Eyes, row: Any, depth: Depth) -> Clause:
    """The actor reads this row's case to this depth."""
    return eyes.reaches(row, depth)


def _seats(eyes: Eyes, depth: Depth) -> Select[Any]:
    """Cases on whose team the actor sits, for an organization that still reads them."""
    member, reader = _another(TeamMember, "seats"), _another(CaseReader, "seats")
    seats = (
        select(member.case_id)
        .join(reader, and_(reader.case_id == member.case_id, reader.organization_id == member.organization_id))
        .where(
            member.person_id == eyes.person,
            member.organization_id == any_(eyes.organizations(legal=depth.legal)),
            member.began_at <= eyes.now,
            or_(member.until.is_(None), member.until > eyes.now),
            or_(reader.until.is_(None), reader.until > eyes.now),
        )
    )
    if depth.legal:
        seats = seats.where(member.role.in_(list(LEGAL_ROLES)))
    if depth.counsel:
        supervising = eyes.organizations(legal=True, supervised=True)
        seats = seats.where(or_(member.role.in_(list(COUNSEL_ROLES)), member.organization_id == any_(supervising)))
    return seats


def consented(eyes: Eyes, case_id: ColumnElement[Any] | Any, audience: ConsentAudience) -> Clause:
    """A consent to tell this audience of dates stands at this instant, and the client is held: slots of people at
    liberty are no audience's to see, and release asks every consent again."""
    return eyes.consented(case_id, audience)


def _consented(eyes: Eyes, case_id: Any, audience: ConsentAudience) -> Clause:
    consent, case = _another(Consent, "consented"), _another(Case, "consented")
    return exists().where(
        consent.case_id == case_id,
        consent.audience == audience,
        consent.purpose == PURPOSE[audience],
        consent.state == ConsentState.STANDING,
        consent.given_at <= eyes.now,
        consent.expires_at > eyes.now,
        case.id == consent.case_id,
        case.custody_status != CustodyStatus.RELEASED,
        consent.given_at >= func.coalesce(case.consents_asked_again_from, consent.given_at),
    )


def _hearings(eyes: Eyes, row: Any) -> Clause:
    """The legal team, and advocates with the client's consent: of open hearings of somebody who is held."""
    return or_(
        reaches(eyes, row, LEGAL),
        and_(
            reaches(eyes, row, READER),
            row.detained,
            not_(row.closed_to_public),
            eyes.consented(row.case_id, ConsentAudience.ADVOCATES),
        ),
    )


def _occasions(eyes: Eyes, row: Any) -> Clause:
    return or_(
        reaches(eyes, row, LEGAL),
        and_(row.case_id.is_(None), row.organization_id == any_(eyes.organizations())),
        and_(reaches(eyes, row, READER), eyes.sees_occasion(row)),
    )


def _stands_in(eyes: Eyes, row: Any) -> Clause:
    """An action of a case one reads, or a hearing that advocates may know of."""
    action, hearing = _another(AdvocacyAction, "occasions"), _another(Hearing, "occasions")
    return or_(
        exists().where(action.occasion_id == row.id),
        exists().where(hearing.occasion_id == row.id, _hearings(eyes, hearing)),
    )


def _of_detainee(depth: Depth, column: str = "detainee_id") -> Callable[[Eyes, Any], Clause]:
    def clause(eyes: Eyes, row: Any) -> Clause:
        case = _another(Case, "of_detainee")
        wide = eyes.organizations(wide=True, legal=depth.legal, supervised=depth.counsel)
        return or_(
            # Whose client it is leads every case of theirs: so the tables' keys have it.
            row.organization_id == any_(wide),
            exists().where(case.detainee_id == getattr(row, column), eyes.seated(case, depth)),
        )

    return clause


def _of_case(depth: Depth) -> Callable[[Eyes, Any], Clause]:
    return lambda eyes, row: reaches(eyes, row, depth)


def _of_case_or_organization(depth: Depth) -> Callable[[Eyes, Any], Clause]:
    return lambda eyes, row: or_(
        reaches(eyes, row, depth),
        and_(row.case_id.is_(None), row.organization_id == any_(eyes.organizations())),
    )


def _still_read(eyes: Eyes, row: Any) -> Clause:
    """It is of no case, or of one that the actor's organization reads: an ended sharing ends what came of it."""
    reader = _another(CaseReader, "still_read")
    return or_(
        row.case_id.is_(None),
        exists().where(
            reader.case_id == row.case_id,
            reader.organization_id == any_(eyes.organizations()),
            or_(reader.until.is_(None), reader.until > eyes.now),
        ),
    )


def _people(eyes: Eyes, row: Any) -> Clause:
    """One's own address book, oneself, and whoever sits on a team one can see."""
    return or_(row.id == eyes.person, row.organization_id == any_(eyes.organizations()), eyes.meets(row))


def _met(eyes: Eyes, row: Any) -> Clause:
    mine = eyes.organizations()
    membership, member = _another(Membership, "people"), _another(TeamMember, "people")
    contact, invitation = _another(CaseContact, "people"), _another(Invitation, "people")
    attorney = _another(Attorney, "people")
    return or_(
        exists().where(
            membership.person_id == row.id,
            or_(membership.organization_id == any_(mine), _partners(eyes, membership.organization_id)),
        ),
        exists().where(member.person_id == row.id, reaches(eyes, member, READER)),
        exists().where(contact.person_id == row.id, reaches(eyes, contact, LEGAL)),
        exists().where(invitation.person_id == row.id, reaches(eyes, invitation, LEGAL)),
        exists().where(attorney.person_id == row.id, attorney.open_to_offers, _offers(eyes)),
    )


def _partners(eyes: Eyes, organization_id: ColumnElement[Any] | Any) -> Clause:
    """Organizations that read a case which the actor's organization leads and the actor coordinates: their members can
    be given a seat on it."""
    reader = _another(CaseReader, "partners")
    return exists().where(
        reader.organization_id == organization_id,
        or_(reader.until.is_(None), reader.until > eyes.now),
        reader.lead_organization_id == any_(eyes.organizations(wide=True, legal=True)),
    )


def _offers(eyes: Eyes) -> Clause:
    """May look for counsel outside the own organization: coordinators of legal providers."""
    return func.cardinality(eyes.organizations(wide=True, legal=True)) > 0


def _attorneys(eyes: Eyes, row: Any) -> Clause:
    member = _another(TeamMember, "attorneys")
    return or_(
        row.organization_id == any_(eyes.organizations()),
        row.person_id == eyes.person,
        and_(row.open_to_offers, _offers(eyes)),
        exists().where(member.person_id == row.person_id, reaches(eyes, member, READER)),
    )


def _readers(eyes: Eyes, row: Any) -> Clause:
    """The tenant key itself: which cases an organization reads, and who reads those it leads."""
    case = _another(Case, "readers")
    return or_(
        row.organization_id == any_(eyes.organizations()),
        exists().where(case.id == row.case_id, case.lead_organization_id == any_(eyes.organizations())),
    )


def _notices(eyes: Eyes, row: Any) -> Clause:
    occasion, assignment = _another(Occasion, "notices"), _another(Assignment, "notices")
    return or_(
        exists().where(occasion.id == row.occasion_id, _occasions(eyes, occasion)),
        exists().where(assignment.id == row.assignment_id, reaches(eyes, assignment, READER)),
        row.person_id == eyes.person,
    )


def _audit(eyes: Eyes, row: Any) -> Clause:
    """Admins of the organization; on a case, its lead's coordinators and counsel (DOMAIN §3.3, who read this
    record).
    """
    member = _another(TeamMember, "audit")
    counsel = exists().where(
        member.case_id == row.case_id,
        member.person_id == eyes.person,
        member.role.in_(list(COUNSEL_ROLES)),
        member.began_at <= eyes.now,
        or_(member.until.is_(None), member.until > eyes.now),
        reaches(eyes, member, LEGAL),
    )
    return or_(
        row.organization_id == any_(eyes.where(Role.ADMIN)),
        row.organization_id == any_(eyes.organizations(wide=True, legal=True)),
        counsel,
    )


def _merges(eyes: Eyes, row: Any) -> Clause:
    case = _another(Case, "merges")
    return exists().where(case.id == row.kept_case_id, reaches(eyes, case, LEGAL))


VISIBLE: dict[type[Table], Callable[[Eyes, Any], Clause]] = {
    # Reference: public facts.
    Facility: lambda eyes, row: true(),
    Court: lambda eyes, row: true(),
    HearingLocation: lambda eyes, row: true(),
    Organization: lambda eyes, row: eyes.person.is_not(None),
    Membership: lambda eyes, row: or_(
        row.organization_id == any_(eyes.organizations()),
        row.person_id == eyes.person,
        _partners(eyes, row.organization_id),
    ),
    # The case and what every seat on it sees (fields by audience).
    Case: lambda eyes, row: reaches(eyes, row, READER),
    CaseReader: _readers,
    TeamMember: _of_case(READER),
    Detainee: _of_detainee(READER, "id"),
    Consent: _of_case(READER),
    AdvocacyAction: _of_case_or_organization(READER),
    SignOff: _of_case(READER),
    # The legal team, and advocates with the client's consent.
    Hearing: _hearings,
    Occasion: _occasions,
    # The legal team.
    Proceeding: _of_case(LEGAL),
    CustodyStint: _of_case(LEGAL),
    LocatorCheck: _of_case(LEGAL),
    Intake: _of_case(LEGAL),
    CaseContact: _of_case(LEGAL),
    Note: _of_case(LEGAL),
    # Counsel's to-do list tells the strategy: others see what they own or asked for.
    Task: lambda eyes, row: or_(
        _of_case_or_organization(LEGAL)(eyes, row),
        and_(or_(row.owner_id == eyes.person, row.created_by_id == eyes.person), _still_read(eyes, row)),
    ),
    DetaineeMerge: _merges,
    Identity: _of_detainee(LEGAL),
    DetaineeNumber: _of_detainee(LEGAL),
    Alias: _of_detainee(LEGAL),
    NameToken: _of_detainee(LEGAL),
    Assignment: lambda eyes, row: or_(reaches(eyes, row, READER), row.attorney_id == eyes.person),
    # Counsel's compartment.
    PrivilegedNote: _of_case(COUNSEL),
    Claim: _of_case(COUNSEL),
    Health: _of_case(COUNSEL),
    # People and what goes to them.
    Person: _people,
    Contact: lambda eyes, row: or_(row.organization_id == any_(eyes.organizations()), row.person_id == eyes.person),
    Attorney: _attorneys,
    Invitation: _of_case_or_organization(READER),
    Notice: _notices,
    Feed: lambda eyes, row: or_(
        row.person_id == eyes.person, row.organization_id == any_(eyes.where(Role.ADMIN, Role.COORDINATOR))
    ),
    AuditEntry: _audit,
}


def visible(standing: Standing, model: type[Row], now: datetime) -> Select[Row]:
    """A SELECT of the rows of ``model`` that the actor may see at this instant. Raises KeyError for an unknown noun."""
    return select(model).where(VISIBLE[model](Eyes(standing, now), model))


__all__ = [
    "COUNSEL",
    "LEGAL",
    "READER",
    "VISIBLE",
    "Depth",
    "Eyes",
    "consented",
    "organizations_name",
    "reaches",
    "roles_name",
    "value_of",
    "visible",
]
