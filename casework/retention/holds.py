"""Legal holds: from when a claim or a demand can be foreseen, nothing that it may be about is taken away.

A subpoena names case C-10423. Grace, the admin, places a hold on it by its number, which she may know without seeing
the case; Luis, its counsel, may do the same. From then on no clock runs for it, and nobody erases it, until one of them
lifts the hold (docs/demands.md).
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import access, names, sign_in
from casework.access import Act
from casework.refusals import NotAllowedByState, NotFound
from casework.retention.erasing import alone
from casework.transaction import Transaction
from schema.base import new_id
from schema.organizations import Role
from schema.retention import LegalHold
from schema.teams import COUNSEL_ROLES


async def place_hold(tx: Transaction, organization_id: UUID, reason: str, *, short_id: str | None = None) -> LegalHold:
    """Keep a case, or everything the organization has, from every clock and from being erased. Raises
    :class:`NotFound` for a number that the organization does not lead, :class:`NotPermitted`, :class:`ConfirmFirst`,
    :class:`Invalid`, :class:`NotAllowedByState` when one stands already.
    """
    await access.permit_in_organization(tx, organization_id, Act.PLACE_HOLD)
    case_id, number = await _case(tx, organization_id, short_id) if short_id and short_id.strip() else (None, None)
    await _permit(tx, organization_id, case_id)
    why = names.checked_reason(
        reason,
        "Say what is foreseen, in a sentence of {least} to {most} letters: who may ask for it, and about what.",
    )
    sign_in.confirmed(tx)
    await alone(tx)
    same = select(LegalHold.id).where(
        LegalHold.organization_id == organization_id,
        LegalHold.case_id.is_not_distinct_from(case_id),
        LegalHold.lifted_at.is_(None),
    )
    if await tx.session.scalar(same.limit(1)):
        raise NotAllowedByState("This is held already.")
    key_id, hold_id = await tx.new_key(), new_id()
    hold = LegalHold(
        id=hold_id,
        organization_id=organization_id,
        case_id=case_id,
        case_number=number,
        vault_key_id=key_id,
        reason=tx.seal(LegalHold, hold_id, "reason", key_id, why),
        placed_by_id=tx.somebody,
        placed_at=tx.now,
    )
    tx.session.add(hold)
    await tx.session.flush()
    tx.record("hold.placed", hold, after={"case": f"C-{number}" if number else None}, fields=["reason"])
    return hold


async def lift_hold(tx: Transaction, hold_id: UUID) -> LegalHold:
    """End a hold: the clocks go on as if they had never stopped. Raises :class:`NotFound`, :class:`NotPermitted`,
    :class:`ConfirmFirst`, :class:`NotAllowedByState`.
    """
    hold = await access.seen(tx, LegalHold, hold_id)
    await access.permit_in_organization(tx, hold.organization_id, Act.LIFT_HOLD)
    await _permit(tx, hold.organization_id, hold.case_id)
    sign_in.confirmed(tx)
    await tx.session.refresh(hold, with_for_update=True)
    if hold.lifted_at is not None:
        raise NotAllowedByState("This hold was lifted already.")
    hold.lifted_at, hold.lifted_by_id = tx.now, tx.somebody
    await tx.session.flush()
    tx.record("hold.lifted", hold, after={"case": f"C-{hold.case_number}" if hold.case_number else None})
    return hold


async def keeps_everything(tx: Transaction, organization_id: UUID) -> bool:
    """A hold stands on all that the organization has. Whoever takes something away asks when they are ``alone``."""
    standing = access.visible(await access.standing(tx), LegalHold, tx.now).where(
        LegalHold.organization_id == organization_id, LegalHold.case_id.is_(None), LegalHold.lifted_at.is_(None)
    )
    return await tx.session.scalar(standing.limit(1)) is not None


async def _case(tx: Transaction, organization_id: UUID, short_id: str) -> tuple[UUID, int]:
    """The case of this number. Raises :class:`NotFound` when another organization leads it, or none."""
    found = await access.case_of_house(tx, short_id)
    if found is None or found.lead != organization_id:
        raise NotFound
    return found.case_id, found.number


async def _permit(tx: Transaction, organization_id: UUID, case_id: UUID | None) -> None:
    """Admins hold anything of the organization; counsel the whole of it, and the cases on whose team they are."""
    if case_id is None or Role.ADMIN in (await access.standing(tx)).roles_in(organization_id):
        return
    seat = (await access.seats(tx, [case_id])).get(case_id)
    if seat is None or not seat.lead or not seat.roles & COUNSEL_ROLES:
        raise NotFound


__all__ = ["keeps_everything", "lift_hold", "place_hold"]
