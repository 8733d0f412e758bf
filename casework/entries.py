"""What an entry of the trail holds: who acted, what was seen, and open facts in the form in which they lie in the
database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from casework.actors import Actor, Link, Person, System
from schema.audit import ActorKind
from schema.base import Sealed


@dataclass
class View:
    """Sensitive fields of one record that the running operation discloses."""

    subject: str
    record: UUID
    case_id: UUID | None
    organization_id: UUID | None
    fields: set[str] = field(default_factory=set)


def actor_of(actor: Actor) -> tuple[ActorKind, UUID | None, str | None]:
    match actor:
        case Person(id=id_):
            return ActorKind.PERSON, id_, None
        case Link(kind=kind, id=id_):
            return ActorKind.LINK, id_, kind.value
        case System(name=name):
            return ActorKind.SYSTEM, None, name.value


def plain(facts: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if facts is None:
        return None
    return {name: _plain_value(value) for name, value in facts.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Sealed):
        raise TypeError("A sealed value has no place in the open facts of the trail.")
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    return value


__all__ = ["View", "actor_of", "plain"]
