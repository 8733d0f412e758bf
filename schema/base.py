"""What every noun shares: identity, naming of constraints, closed words, instants, and sealed columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import DateTime, Dialect, Enum, LargeBinary, MetaData, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

_new_id: ContextVar[Callable[[], UUID]] = ContextVar("new_id", default=uuid_utils.compat.uuid7)


def new_id() -> UUID:
    """A fresh identity, ordered by time (UUIDv7, RFC 9562 §5.7), so that indexes stay dense.

    Made in Python because ``uuidv7()`` needs PostgreSQL 18 and we serve 15.
    """
    return _new_id.get()()


@contextmanager
def ids_from(make: Callable[[], UUID]) -> Iterator[None]:
    """Take new identities from elsewhere inside: for invented deployments, which come out the same each time."""
    token = _new_id.set(make)
    try:
        yield
    finally:
        _new_id.reset(token)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A value under a data key. It prints as nothing; only ``casework.vault`` opens it."""

    ciphertext: bytes

    def __repr__(self) -> str:
        return "Sealed(…)"


class SealedColumn(TypeDecorator[Sealed]):
    """A ``bytea`` column holding header, key id, nonce and ciphertext (``casework.vault`` says the layout)."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.ciphertext

    def process_result_value(self, value: Any, dialect: Dialect) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))


def closed(words: type[StrEnum], *, called: str = "") -> Enum:
    """A closed set of words, stored as text under a CHECK; ``called`` where a table has two columns of one set.

    Text, because enum equality is not leakproof and row-level security would then keep it from using an index.
    """
    return Enum(
        words,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=None,
        name=f"{called or words.__name__.lower()}_words",
    )


class Table(DeclarativeBase):
    """The base of every noun: a time-ordered id and when the row was first written."""

    metadata = MetaData(
        naming_convention={
            "ix": "%(table_name)s_%(column_0_N_name)s_idx",
            "uq": "%(table_name)s_%(column_0_N_name)s_key",
            "ck": "%(table_name)s_%(constraint_name)s_check",
            "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
            "pk": "%(table_name)s_pkey",
        }
    )
    #: No RETURNING for defaults: it would ask row-level security for a row that nobody may read yet.
    __mapper_args__ = {"eager_defaults": False}  # noqa: RUF012 -- SQLAlchemy declares it an instance variable
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        str: Text(),
        bytes: LargeBinary(),
        Sealed: SealedColumn(),
        list[str]: ARRAY(Text()),
        dict[str, Any]: JSONB(),
    }


class View(Table):
    """What the database works out of other nouns' rows, under the eyes of whoever asks (``security_invoker``). A
    migration says how; nothing is written, moved or erased here, so that none of these is among the tables.
    """

    __abstract__ = True
    metadata = MetaData()


class Identified:
    """Rows that have an identity of their own."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Revised:
    """Rows that people change side by side: each change must name the revision it was made from."""

    revision: Mapped[int] = mapped_column(server_default=text("0"), default=0)


class Led:
    """Rows of a case that keep the organization which leads it beside them: row-level security compares that with where
    the actor coordinates, and has no need to look the case up. The database writes it (``migrations``), nobody else.
    """

    lead_organization_id: Mapped[UUID | None]
