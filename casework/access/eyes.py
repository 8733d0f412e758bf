"""Eyes: who looks, as a statement names them, and what they read of a case from where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    all_,
    and_,
    any_,
    bindparam,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased

from casework.access.standing import Standing
from schema.base import Table
from schema.organizations import Role
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
        organization of theirs that reads it widely, or from a seat on its team; and no wall stands between.
        """
        wide = self.organizations(wide=True, legal=depth.legal, supervised=depth.counsel)
        return and_(or_(row.lead_organization_id == any_(wide), self.seated(row, depth)), self.open(case_of(row)))

    def open(self, case_or_client: Any) -> Clause:
        """No conflict wall stands between the actor and this case or client."""
        clause: Clause = case_or_client != all_(_array("acting_walled", list(self._standing.walled)))
        return clause

    def unwalled(self) -> Clause:
        """No conflict wall stands before the actor at all."""
        clause: Clause = func.cardinality(_array("acting_walled", list(self._standing.walled))) == 0
        return clause

    def seated(self, row: Any, depth: Depth) -> Clause:
        """The actor reads the case of this row, whoever leads it: from a seat on its team, or through an organization
        of theirs that it is shared with.
        """
        wide = self.organizations(wide=True, legal=depth.legal, supervised=depth.counsel)
        case_id = case_of(row)
        reader = another(CaseReader, "reaches")
        shared = exists().where(
            reader.case_id == case_id,
            reader.organization_id == any_(wide),
            or_(reader.until.is_(None), reader.until > self.now),
        )
        return or_(shared, case_id.in_(seats_on(self, depth)))

    def rarely(self, function: str, of: Sequence[Any], rule: Callable[[], Clause]) -> Clause:
        """A rule that is rarely asked. The database has it as a ``function`` too, for statements that are made once."""
        return rule()

    def where(self, *roles: Role) -> BindParameter[Any]:
        """Organizations in which the actor holds one of these roles."""
        return _array(roles_name(*roles), self._standing.where(*roles))


#: Who may place a legal hold on all that an organization has, and is told why one stands.
HOLDERS = (Role.ADMIN, Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE)


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


#: In a legal provider: whoever takes people in, the likeliest first, and so reads the reports that wait.
TAKERS = (Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY)

#: Whoever is told what happened at the hearings of all of an organization's cases.
COMPARERS = tuple(role for role in Role if role is not Role.ADVOCATE)

#: Whoever looks into what somebody saw, and goes or sends somebody.
VERIFIERS = (Role.COORDINATOR, Role.ADVOCATE, Role.PARALEGAL, Role.ATTORNEY)

_VALUES: dict[str, Callable[[Standing, datetime], Any]] = {
    "acting_person": lambda standing, now: standing.person_id,
    "acting_now": lambda standing, now: now,
    "acting_walled": lambda standing, now: standing.walled,
    **{f"acting_seats_{depth}": _seats_told(place) for place, depth in enumerate(("reader", "legal", "counsel"))},
    roles_name(*HOLDERS): lambda standing, now: standing.where(*HOLDERS),
    roles_name(Role.ADMIN): lambda standing, now: standing.where(Role.ADMIN),
    roles_name(Role.ADMIN, Role.COORDINATOR): lambda standing, now: standing.where(Role.ADMIN, Role.COORDINATOR),
    roles_name(*COMPARERS): lambda standing, now: standing.where(*COMPARERS),
    roles_name(*VERIFIERS): lambda standing, now: standing.where(*VERIFIERS),
    roles_name(*TAKERS): lambda standing, now: standing.where(*TAKERS),
    **{organizations_name(*words): _organizations(*words) for words in product((False, True), repeat=3)},
}


def _array(name: str, ids: list[UUID]) -> BindParameter[Any]:
    return bindparam(name, ids, ARRAY(Uuid()))


READER = Depth()
LEGAL = Depth(legal=True)
COUNSEL = Depth(counsel=True)


@cache
def another(model: type[Row], of: str) -> Any:
    """A table under a name for one rule, made once: none of these rules stands within itself."""
    return aliased(model, name=f"{of}_{model.__tablename__}")


def case_of(row: Any) -> Any:
    """The case that a row is of, or that it is."""
    return getattr(row, "case_id", None) if hasattr(row, "case_id") else row.id


def reaches(eyes: Eyes, row: Any, depth: Depth) -> Clause:
    """The actor reads this row's case to this depth."""
    return eyes.reaches(row, depth)


def seats_on(eyes: Eyes, depth: Depth) -> Select[Any]:
    """Cases on whose team the actor sits, for an organization that still reads them."""
    member, reader = another(TeamMember, "seats"), another(CaseReader, "seats")
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


__all__ = [
    "COMPARERS",
    "COUNSEL",
    "HOLDERS",
    "LEGAL",
    "READER",
    "VERIFIERS",
    "Clause",
    "Depth",
    "Eyes",
    "another",
    "case_of",
    "organizations_name",
    "reaches",
    "roles_name",
    "seats_on",
    "value_of",
]
