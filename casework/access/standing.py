"""Where an actor stands: the organizations they belong to, and what they are there."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_, select

from casework.actors import Place, Standing
from casework.transaction import Transaction
from schema.organizations import Membership, Organization


async def standing(tx: Transaction) -> Standing:
    """The acting person's standing, loaded once a transaction."""
    if tx.standing is None:
        tx.standing = Standing(tx.person_id, await _places(tx, tx.person_id) if tx.person_id else ())
    return tx.standing


async def _places(tx: Transaction, person_id: UUID) -> tuple[Place, ...]:
    found = await tx.session.execute(
        select(Membership.organization_id, Organization.kind, Membership.role, Membership.supervised)
        .join(Organization, Organization.id == Membership.organization_id)
        .where(Membership.person_id == person_id, or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now))
        .order_by(Membership.created_at, Membership.id)
    )
    places: dict[UUID, Place] = {}
    for organization_id, kind, role, supervised in found:
        before = places.get(organization_id)
        places[organization_id] = Place(
            organization_id,
            kind,
            (before.roles if before else frozenset()) | {role},
            supervised or bool(before and before.supervised),
        )
    return tuple(places.values())


__all__ = ["Place", "Standing", "standing"]
