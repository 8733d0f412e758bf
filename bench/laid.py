"""A world's rows in a database."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import Boolean, Date, DateTime, Enum, Integer, LargeBinary, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from bench.worlds import PAST, Row, World
from casework.vault import Vault
from schema.base import SealedColumn, Table


async def lay(
    connection: asyncpg.Connection[Any], found: World, vault: Vault, *, only: Collection[str] | None = None
) -> None:
    """Write a world's rows; what they say nothing about is filled with whatever fits. By a superuser, past triggers.
    A text for a sealed column is sealed, all of them under one key. ``only`` these tables, where the others are not
    asked.
    """
    key, wrapped, master = vault.new_key()
    await connection.execute(
        "insert into vault_keys (id, wrapped, master_key) values ($1, $2, $3)", key, wrapped, master
    )
    for name, rows in found.rows.items():
        if only is not None and name not in only:
            continue
        table = Table.metadata.tables[name]
        filled = [
            {
                column.name: _sealed(vault, key, column, row, row.get(column.name, _plain(column, number)))
                for column in table.columns
            }
            for number, row in enumerate(rows)
        ]
        names = list(filled[0]) if filled else []
        if filled:
            given = ", ".join(f'"{one}"' for one in names)
            marks = ", ".join(f"${place + 1}" for place in range(len(names)))
            await connection.executemany(
                f'insert into "{name}" ({given}) overriding system value values ({marks})',
                [tuple(row.values()) for row in filled],
            )


def _sealed(vault: Vault, key: UUID, column: Any, row: Row, said: Any) -> Any:
    """What is said of a column, as it lies in the table."""
    if isinstance(column.type, SealedColumn) and isinstance(said, str) and "id" in row:
        return vault.seal(key, column.table.name, column.name, row["id"], said).ciphertext
    return said.encode() if isinstance(column.type, SealedColumn) and isinstance(said, str) else said


def _plain(column: Any, number: int) -> Any:
    """A value that a column takes."""
    if column.nullable:
        return None
    kind = column.type
    if isinstance(kind, Enum):
        return kind.enums[0]
    if isinstance(kind, Uuid):
        return UUID(int=number + 1)
    if isinstance(kind, Date):
        return PAST.date()
    if isinstance(kind, DateTime):
        return PAST if kind.timezone else PAST.replace(tzinfo=None)
    if isinstance(kind, Date):
        return PAST.date()
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer):
        return number
    if isinstance(kind, LargeBinary):
        return number.to_bytes(8, "big") + column.table.name.encode()
    if isinstance(kind, ARRAY):
        return []
    if isinstance(kind, JSONB):
        return "{}"
    return f"{column.name}{number}"
