"""The two ways to search: over a connection for readings, and within a transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from casework import access
from casework.access.eyes import value_of
from casework.connections import Line, Looking
from casework.language import LANGUAGES, spoken
from casework.reading.places import Loom, Row
from casework.reading.reader import Reader
from casework.reading.search import Asking
from casework.transaction import Transaction
from casework.written import Written, written

#: Data keys as they lie wrapped.
KEYS = "select id, wrapped from vault_keys where id = any($1::uuid[])"
_LANGUAGE = "select language from people where id = $1"


class OverLine:
    """Searches for a reading that is under way."""

    def __init__(self, reader: Reader, line: Line, looking: Looking) -> None:
        self.standing = reader.standing
        self.vault = reader.vault
        _, legal, _ = reader.standing.seats
        self.seatless = not legal
        self._reader, self._line, self._looking = reader, line, looking

    async def rows(self, ask: Asking, given: Mapping[str, Any]) -> Sequence[Any]:
        asked = _written(ask)
        values = [
            given[name] if name in given else value_of(name, self.standing, self._reader.now) for name in asked.names
        ]
        return await self._line.rows(self._looking, asked.text, values)

    async def unlock(self, key_ids: Collection[UUID]) -> None:
        if key_ids:
            for key_id, wrapped in await self._line.rows(self._looking, KEYS, [list(key_ids)]):
                self.vault.unwrap(key_id, wrapped)

    async def spoken(self) -> str:
        """The language to answer in: the page's; for whoever comes without a page, the person's own."""
        if self._reader.language is None:
            stored = await self._line.value(self._looking, _LANGUAGE, [self.standing.person_id])
            self._reader.language = spoken(stored or LANGUAGES[0])
        return self._reader.language


@cache
def _written(ask: Asking) -> Written:
    Row.taken.clear()
    return written(ask(Loom()))


class InTransaction:
    """Searches where the ordinary executor reads."""

    def __init__(self, tx: Transaction, standing: access.Standing) -> None:
        self.standing = standing
        self.vault = tx.vault
        _, legal, _ = standing.seats
        self.seatless = not legal
        self._tx = tx

    @classmethod
    async def of(cls, tx: Transaction) -> InTransaction:
        return cls(tx, await access.standing(tx))

    async def rows(self, ask: Asking, given: Mapping[str, Any]) -> Sequence[Any]:
        asked = _written(ask)
        acting = {
            name: value_of(name, self.standing, self._tx.now) for name in asked.names if name.startswith("acting_")
        }
        return [row._mapping for row in await self._tx.rows(asked, **acting, **given)]

    async def unlock(self, key_ids: Collection[UUID]) -> None:
        await self._tx.unlock(key_ids)


__all__ = ["KEYS", "InTransaction", "OverLine"]
