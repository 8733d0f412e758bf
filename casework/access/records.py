"""One door to sensitive rows: ask for a record by the act you intend; get it locked, or a refusal.

Unknown and forbidden-to-see get the same answer, so that a refusal tells nobody what exists. Whoever may see a record
but not do the act is told whom to ask.
"""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from casework.access.permissions import PERMISSIONS, Act
from casework.access.seats import Seat, seats
from casework.access.standing import standing
from casework.access.visible import visible
from casework.actors import System, SystemName
from casework.refusals import NotFound, NotPermitted
from casework.transaction import Transaction
from schema.base import Table
from schema.cases import Case
from schema.organizations import Organization

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


async def case_for(tx: Transaction, case_id: UUID, act: Act) -> Case:
    """A case, locked for this act. Raises :class:`NotFound` or :class:`NotPermitted`."""
    case = await seen(tx, Case, case_id)
    await _permit(tx, case, act)
    return await _locked(tx, case)


async def record_for(tx: Transaction, model: type[Row], row_id: UUID, act: Act) -> tuple[Row, Case]:
    """A record of a case and the case itself, both locked for this act.

    The case is locked first, so that two acts on one case wait for each other instead of deadlocking.
    """
    row = await seen(tx, model, row_id)
    case = await case_for(tx, row.case_id, act)  # type: ignore[attr-defined]
    return await _locked(tx, row), case


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
    rule = PERMISSIONS[act]
    if not roles & rule.roles:
        raise NotPermitted(who=rule.ask)
    return organization


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
    if not allows(seat, act):
        raise NotPermitted(who=PERMISSIONS[act].ask)


def allows(seat: Seat, act: Act) -> bool:
    """The table of permissions, asked about one seat."""
    rule = PERMISSIONS[act]
    if not seat.roles & rule.case_roles:
        return False
    if rule.lead_only and not seat.lead:
        return False
    return seat.counsel or not rule.counsel_only


async def _locked(tx: Transaction, row: Row) -> Row:
    await tx.session.refresh(row, with_for_update={"of": type(row)})
    return row


def _key(model: type[Any]) -> Any:
    return model.__mapper__.primary_key[0]
