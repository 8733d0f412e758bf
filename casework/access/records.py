"""One door to sensitive rows: ask for a record by the act you intend; get it locked, or a refusal.

Unknown and forbidden-to-see get the same answer, so that a refusal tells nobody what exists. Whoever may see a record
but not do the act is told whom to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from casework import names
from casework.access.acts import Act
from casework.access.eyes import Eyes, value_of
from casework.access.permissions import PERMISSIONS
from casework.access.seats import Seat, seat_of, seat_said, seats
from casework.access.standing import Standing, standing
from casework.access.visible import VISIBLE, visible
from casework.actors import System, SystemName
from casework.refusals import Invalid, NotFound, NotPermitted
from casework.transaction import Transaction
from casework.written import Written, written
from schema.base import Table
from schema.cases import Case
from schema.organizations import Organization, Role

Row = TypeVar("Row", bound=Table)


async def seen(tx: Transaction, model: type[Row], row_id: UUID) -> Row:
    """A record the actor may see, unlocked. Raises :class:`NotFound`."""
    actor = await standing(tx)
    statement = visible(actor, model, tx.now).where(_key(model) == row_id)
    if isinstance(tx.actor, System) and tx.actor.name is SystemName.OPERATOR:
        row = await tx.session.get(model, row_id)
    else:
        row = (await tx.session.execute(statement)).unique().scalar_one_or_none()
    if row is None:
        raise NotFound
    return row


#: Under this a session holds cases that are locked already, each with the actor's seat on it.
_HELD = "cases held"


@contextmanager
def holding(tx: Transaction) -> Iterator[None]:
    """Inside, a case that one verb has locked is not asked about again by the next: the actor's seat on it is known,
    and only whether it allows the act is asked. For verbs in a row about one case, none of which changes its team.
    """
    tx.session.info[_HELD] = {}
    try:
        yield
    finally:
        del tx.session.info[_HELD]


async def case_for(tx: Transaction, case_id: UUID, act: Act) -> Case:
    """A case, locked for this act. Raises :class:`NotFound` or :class:`NotPermitted`."""
    held: dict[UUID, tuple[Seat, Case]] | None = tx.session.info.get(_HELD)
    if held and case_id in held:
        seat, case = held[case_id]
        _allow(seat, act)
        return case
    _, found = await _permitted_on(tx, Case, case_id, act)
    case = await _locked(tx, Case, case_id)
    if held is not None and found is not None:
        held[case_id] = found, case
    return case


async def record_for(tx: Transaction, model: type[Row], row_id: UUID, act: Act) -> tuple[Row, Case]:
    """A record of a case and the case itself, both locked for this act. Raises :class:`NotFound` or
    :class:`NotPermitted`.

    The case is locked first, so that two acts on one case wait for each other instead of deadlocking.
    """
    while True:
        case_id, _ = await _permitted_on(tx, model, row_id, act)
        case = await _locked(tx, Case, case_id)
        row = await _locked(tx, model, row_id)
        if row.case_id == case.id:  # type: ignore[attr-defined]
            return row, case
        # A merge moved it to another case while it was waited for: there the actor may be somebody else.


async def _permitted_on(tx: Transaction, model: type[Table], row_id: UUID, act: Act) -> tuple[UUID, Seat | None]:
    """The case of a record and the actor's seat on it, when they may see both and do this to it: asked in one
    statement. No seat is the operator's.
    """
    if isinstance(tx.actor, System) and tx.actor.name is SystemName.OPERATOR:
        row = await tx.session.get(model, row_id)
        if row is None:
            raise NotFound
        return row_id if model is Case else row.case_id, None  # type: ignore[attr-defined]
    actor = await standing(tx)
    asked = _asking(model)
    given = {name: value_of(name, actor, tx.now) for name in asked.names if name != "given_row"}
    for case_id, said in await tx.rows(asked, given_row=row_id, **given):
        seat = seat_of(actor, said)
        if seat is not None:
            _allow(seat, act)
            return case_id, seat
    raise NotFound


@cache
def _asking(model: type[Table]) -> Written:
    """Which case a record is of, and the actor's seat on it, if they may see both."""
    # Whose eyes they are is bound each time.
    eyes = Eyes(Standing(None, ()), datetime.min.replace(tzinfo=UTC))
    row_id = bindparam("given_row", None, Uuid())
    mine: Any = row_id
    if model is not Case:
        of: Any = model
        mine = select(of.case_id).where(VISIBLE[model](eyes, of), _key(of) == row_id).scalar_subquery()
    said = seat_said(eyes, Case.id, Case.lead_organization_id, Case)
    return written(select(Case.id, said).where(Case.id == mine, VISIBLE[Case](eyes, Case)))


async def permit_in_organization(tx: Transaction, organization_id: UUID, act: Act) -> Organization:
    """The organization, when the actor's role in it allows the act. Raises :class:`NotFound` or
    :class:`NotPermitted`.
    """
    organization = await tx.session.get(Organization, organization_id)
    if isinstance(tx.actor, System) and tx.actor.name is SystemName.OPERATOR and organization:
        return organization
    roles = (await standing(tx)).roles_in(organization_id)
    if organization is None or not roles:
        raise NotFound
    permit_roles(roles, act)
    return organization


def permit_roles(roles: AbstractSet[Role], act: Act) -> None:
    """The same for whoever sees the record from another organization, too, and so may be told whom to ask. Raises
    :class:`NotPermitted`.
    """
    rule = PERMISSIONS[act]
    if not roles & rule.roles:
        raise NotPermitted(who=rule.ask)


class HouseCase(NamedTuple):
    """A case that a legal provider of the actor's leads: known by its number, seen or not."""

    case_id: UUID
    lead: UUID
    number: int


async def case_of_house(tx: Transaction, said: str) -> HouseCase | None:
    """The case that a legal provider of the actor's leads under this number, however people say it: for who may do
    something to a case that they don't see.
    """
    number = names.case_number_in(said)
    if number is None:
        return None
    asked = text("select case_id, lead from case_of_house(:number)")
    found = (await tx.session.execute(asked, {"number": number})).one_or_none()
    return HouseCase(found.case_id, found.lead, number) if found else None


async def permitted(tx: Transaction, case: Case, act: Act) -> bool:
    """Whether the actor's seat on this case allows the act; for buttons, never instead of ``*_for``."""
    try:
        await _permit(tx, case, act)
    except (NotPermitted, NotFound):
        return False
    return True


async def _permit(tx: Transaction, case: Case, act: Act) -> None:
    if isinstance(tx.actor, System) and tx.actor.name is SystemName.OPERATOR:
        return
    seat = (await seats(tx, [case.id])).get(case.id)
    if seat is None:
        raise NotFound
    _allow(seat, act)


def _allow(seat: Seat, act: Act) -> None:
    if not allows(seat, act):
        raise NotPermitted(who=PERMISSIONS[act].ask)


def allows(seat: Seat, act: Act) -> bool:
    """The table of permissions, asked about one seat."""
    rule = PERMISSIONS[act]
    if not seat.roles & rule.case_roles:
        return False
    if rule.lead_only and not seat.lead and not seat.roles & rule.anywhere:
        return False
    return seat.counsel or not rule.counsel_only


async def is_walled(tx: Transaction, case_id: UUID, person_id: UUID) -> bool:
    """A conflict wall keeps this person from a case that the actor, or the house, works on."""
    asked = text("select walled_from(:case_id, :person_id)")
    return bool(await tx.session.scalar(asked, {"case_id": case_id, "person_id": person_id}))


async def walled_among(tx: Transaction, people: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Which of these people stand before a conflict wall, and the cases and clients behind it. Only the house asks."""
    asked = text("select person_id, behind from walled_among(:people)").bindparams(
        bindparam("people", type_=ARRAY(Uuid()))
    )
    return {one: frozenset(behind) for one, behind in await tx.session.execute(asked, {"people": list(people)})}


async def refuse_walled(tx: Transaction, case_id: UUID, person_id: UUID, field: str) -> None:
    """Nobody is given a part in a case from which a conflict wall keeps them. Raises :class:`Invalid`."""
    if await is_walled(tx, case_id, person_id):
        raise Invalid(field, "They can have no part in this case. Its coordinator knows why.")


async def _locked(tx: Transaction, model: type[Row], row_id: UUID) -> Row:
    """The row as it is once nobody else holds it."""
    locking = select(model).where(_key(model) == row_id).with_for_update(of=model)
    found = await tx.session.scalars(locking.execution_options(populate_existing=True))
    row = found.unique().one_or_none()
    if row is None:
        raise NotFound
    return row


def _key(model: type[Any]) -> Any:
    return model.__mapper__.primary_key[0]
