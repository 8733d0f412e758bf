"""Reading: a shape, a person, one statement, an answer in bytes.

The session is not SQLAlchemy's: a woven statement goes to the database as it is, prepared once a connection, outside
any transaction. Row-level security hears who looks before it (``casework.connections``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from casework import vault as vaults
from casework.access.eyes import value_of
from casework.actors import Standing
from casework.reading.wanted import Arguments

if TYPE_CHECKING:
    from casework.reading.weave import Woven


class Reader:
    """One reading: who looks, when, and what they came to see."""

    def __init__(
        self,
        standing: Standing,
        now: datetime,
        vault: vaults.Vault,
        address: str,
        language: str | None = None,
        *,
        operation: str = "",
        request_id: str | None = None,
        door: str | None = None,
    ) -> None:
        self.standing = standing
        self.now = now
        self.vault = vault
        #: Where this deployment is reached, for addresses in answers.
        self.address = address
        #: In which sentences are said; None: the person's own, which is asked for when it is needed.
        self.language = language
        #: What they call what they ask, which request it is, and by which door where it is none of the page's: for the
        #: trail.
        self.operation = operation
        self.request_id = request_id
        self.door = door
        #: What searches found, by the place of their arguments in the request.
        self.found: dict[int, Any] = {}
        self._later: list[tuple[dict[str, Any], str, Callable[..., Any], list[Any]]] = []
        self._locked: set[UUID] = set()

    def binds(self, woven: Woven, arguments: Arguments) -> list[Any]:
        """What to bind, in order."""
        return [
            woven.bound[name](self, arguments) if name in woven.bound else value_of(name, self.standing, self.now)
            for name in woven.statement.names
        ]

    def finish(self, one: dict[str, Any], key: str, finish: Callable[..., Any], inputs: list[Any]) -> None:
        """Fill one hole; when its key is not in memory, later."""
        try:
            one[key] = finish(self, one[key], *inputs)
        except vaults.Locked as locked:
            self._locked.add(locked.key_id)
            self._later.append((one, key, finish, inputs))

    def opened(self, cipher: str, table: str, column: str, row: str) -> str:
        """The text in a sealed column, as PostgreSQL's JSON shows bytes (``\\x…``)."""
        return self.vault.opened(
            bytes.fromhex(cipher[2:]), f"{table}.{column}".encode(), bytes.fromhex(row.replace("-", ""))
        )

    @staticmethod
    def instant(seconds: float) -> datetime:
        """An instant that the database told in seconds."""
        return datetime.fromtimestamp(seconds, UTC)

    @property
    def locked(self) -> list[UUID]:
        """Data keys without which the answer has holes."""
        return list(self._locked)

    def unlocked(self) -> None:
        """Fill the holes that waited for a key."""
        later, self._later = self._later, []
        self._locked.clear()
        for one, key, finish, inputs in later:
            one[key] = finish(self, one[key], *inputs)


__all__ = ["Reader"]
