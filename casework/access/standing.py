"""Where an actor stands: the organizations they belong to, and what they are there."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from casework.transaction import Transaction
from schema.organizations import Membership, Organization, OrganizationKind, Role


@dataclass(frozen=True, slots=True)
class Place:
    """One organization of an actor, with every role they hold in it."""

    organization_id: UUID
    kind: OrganizationKind
    roles: frozenset[Role]
    supervised: bool

    @property
    def legal(self) -> bool:
        return self.kind is OrganizationKind.LEGAL_PROVIDER

    @property
    def wide(self) -> bool:
        """Reads every case its organization reads. Others read the cases on whose team they are."""
        return Role.COORDINATOR in self.roles


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything access asks about one actor. ``person_id`` is None for links and system actors: they stand nowhere."""

    person_id: UUID | None
    places: tuple[Place, ...]

    def organizations(self, *, wide: bool = False, legal: bool = False, supervised: bool = False) -> list[UUID]:
        """The actor's organizations, narrowed to those read widely, to legal providers, to those that supervise
        them.
        """
        return [
            place.organization_id
            for place in self.places
            if (place.wide or not wide) and (place.legal or not legal) and (place.supervised or not supervised)
        ]

    def place(self, organization_id: UUID) -> Place | None:
        return next((place for place in self.places if place.organization_id == organization_id), None)

    def roles_in(self, organization_id: UUID) -> frozenset[Role]:
        place = self.place(organization_id)
        return place.roles if place else frozenset()


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
