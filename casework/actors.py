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
    #: The dates of a contact whom the client keeps, or of the client.
    CONTACT = "contact"
    #: To choose a password. Its holder acts as the house's own SIGN_IN, who does nothing else.
    SIGN_IN = "sign_in"
    #: A rapid responder's, to one sighting.
    DISPATCH = "dispatch"
    #: A date checker's shift. Its holder is nobody of the address book.
    SHIFT = "shift"
    #: The public page of a published action. Its holder is anybody.
    PUBLIC_PAGE = "public_page"


@dataclass(frozen=True, slots=True)
class Link:
    """The holder of a secret address: an answer page, a calendar application, a date checker; or whoever reads a
    public page. ``person_id`` is whom it was made for; None for a date checker, who has no row of their own, and for
    the public.
    """

    kind: LinkKind
    id: UUID
    person_id: UUID | None


class SystemName(StrEnum):
    #: Looks up logins, sessions and tokens; reads no case.
    SIGN_IN = "sign_in"
    #: Finds the invitation or feed behind a secret's hash; reads no case.
    LINKS = "links"
    #: Finds a shift its next date, and records what was heard; opens nothing that is sealed about a client.
    SHIFTS = "shifts"
    #: Takes down what somebody outside saw; reads nothing of what was told before.
    SIGHTINGS = "sightings"
    #: Claims due notices, prepares and settles them.
    DELIVERY = "delivery"
    #: Ends leases, raises tasks, sweeps.
    HOUSEKEEPING = "housekeeping"
    #: Takes away what its clock ran out on, and reads it for that alone.
    RETENTION = "retention"
    #: A command typed by whoever runs the deployment.
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class System:
    """The house itself, in one of a few named capacities with policies of their own."""

    name: SystemName


Actor = Person | Link | System

SIGN_IN = System(SystemName.SIGN_IN)
LINKS = System(SystemName.LINKS)
SHIFTS = System(SystemName.SHIFTS)
SIGHTINGS = System(SystemName.SIGHTINGS)
DELIVERY = System(SystemName.DELIVERY)
HOUSEKEEPING = System(SystemName.HOUSEKEEPING)
RETENTION = System(SystemName.RETENTION)
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
    #: compartment's key. What they read as deep as the coordinator of its lead is left out.
    seats: tuple[tuple[UUID, ...], tuple[UUID, ...], tuple[UUID, ...]] = ((), (), ())
    #: Clients from whom a conflict wall keeps them, and the cases of these.
    walled: tuple[UUID, ...] = ()

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


Told = tuple[list[tuple[str, str, str, bool]] | None, list[list[str] | None], list[str] | None]


def stands(person_id: UUID, told: Told) -> Standing:
    """Where somebody stands, as the database told it when they arrived: their places, the cases they read from a seat,
    and what lies behind a wall.
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
    walled = tuple(UUID(one) for one in told[2] or ())
    return Standing(person_id, tuple(places.values()), (reader, legal, counsel), walled)
