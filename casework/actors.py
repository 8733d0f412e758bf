"""Who acts. Every door names one before it touches a row; the database's row-level security reads the same name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in, by session or personal token."""

    id: UUID


class LinkKind(StrEnum):
    INVITATION = "invitation"
    FEED = "feed"


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
