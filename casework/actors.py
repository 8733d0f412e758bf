"""Who acts, and where they stand.

Every door names an actor before it touches a row; the database's row-level security reads the same name. What a person
is in which organization is their standing: ``casework.access`` reads it, and a transaction remembers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from schema.organizations import OrganizationKind, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in, by session or personal token."""

    id: UUID
    #: None for a token, which proves nothing.
    session_id: UUID | None = None
    #: When they last proved in this session that it is them.
    proved_at: datetime | None = None
    #: Their role asks for a second step, and this session began with one: it sets one up, and does nothing else.
    limited: bool = False


class LinkKind(StrEnum):
    INVITATION = "invitation"
    FEED = "feed"
    #: To choose a password. Its holder acts as the house's own SIGN_IN, who does nothing else.
    SIGN_IN = "sign_in"


@dataclass(frozen=True, slots=True)
class Link:
    """The holder of a secret address: an answer page, or a calendar application. ``person_id`` is whom it was made
    for.
    """

    kind: LinkKind
    id: UUID
    person_id: UUID


class SystemName(StrEnum):
    #: Looks up logins, sessions and tokens; reads no case.
    SIGN_IN = "sign_in"
    #: Finds the invitation or feed behind a secret's hash; reads no case.
    LINKS = "links"
    #: Claims due notices, prepares and settles them.
    DELIVERY = "delivery"
    #: Ends leases, raises tasks, sweeps.
    HOUSEKEEPING = "housekeeping"
    #: A command typed by whoever runs the deployment.
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class System:
    """The house itself, in one of a few named capacities with policies of their own."""

    name: SystemName


Actor = Person | Link | System

SIGN_IN = System(SystemName.SIGN_IN)
LINKS = System(SystemName.LINKS)
DELIVERY = System(SystemName.DELIVERY)
HOUSEKEEPING = System(SystemName.HOUSEKEEPING)
OPERATOR = System(SystemName.OPERATOR)


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
    #: Cases they read from a seat on the team, or because they were shared: as a reader, in the legal team, with the
    #: compartment's key. Readings alone know it.
    seats: tuple[tuple[UUID, ...], tuple[UUID, ...], tuple[UUID, ...]] = ((), (), ())

    def organizations(self, *, wide: bool = False, legal: bool = False, supervised: bool = False) -> list[UUID]:
        """The actor's organizations, narrowed to those read widely, to legal providers, to those that supervise
        them.
        """
        return [
            place.organization_id
            for place in self.places
            if (place.wide or not wide) and (place.legal or not legal) and (place.supervised or not supervised)
        ]

    def where(self, *roles: Role) -> list[UUID]:
        """Organizations in which the actor holds one of these roles."""
        return [place.organization_id for place in self.places if place.roles & frozenset(roles)]

    def place(self, organization_id: UUID) -> Place | None:
        return next((place for place in self.places if place.organization_id == organization_id), None)

    def roles_in(self, organization_id: UUID) -> frozenset[Role]:
        place = self.place(organization_id)
        return place.roles if place else frozenset()


def stands(person_id: UUID, told: tuple[list[tuple[str, str, str, bool]] | None, list[list[str] | None]]) -> Standing:
    """Where somebody stands, as the database told it when they arrived: their places, and the cases they read from a
    seat.
    """
    places: dict[str, Place] = {}
    for organization, kind, role, supervised in told[0] or ():
        before = places.get(organization)
        places[organization] = Place(
            UUID(organization),
            OrganizationKind(kind),
            (before.roles if before else frozenset()) | {Role(role)},
            supervised or bool(before and before.supervised),
        )
    reader, legal, counsel = (tuple(UUID(one) for one in cases or ()) for cases in told[1])
    return Standing(person_id, tuple(places.values()), (reader, legal, counsel))
