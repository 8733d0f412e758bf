"""Identities that come out the same each time, and yet look like any other: UUIDv7 (RFC 9562 §5.7)."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from uuid import UUID

from asyncpg.pgproto import pgproto

SEED = 20261122
#: Before anything real: what people add later is the younger, and sorts after.
_EPOCH = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)


class Ids:
    """Identities in rising order; ``batch`` says which stretch of them. Batches have a thousand cases."""

    def __init__(self, batch: int, chance: Random | None = None) -> None:
        self._bits = (chance or Random(f"{SEED}/{batch}/ids")).getrandbits  # noqa: S311 -- it must repeat itself
        #: 48 bits of milliseconds, then 12 of counting: a batch has 4,096,000 of them.
        self._next = (_EPOCH + batch * 1000) << 12

    def __call__(self) -> UUID:
        at = self._next
        self._next += 1
        whole = (at >> 12) << 80 | 7 << 76 | (at & 0xFFF) << 64 | 2 << 62 | self._bits(62)
        # The driver's own kind, which it writes without a detour.
        found: UUID = pgproto.UUID(whole.to_bytes(16, "big"))
        return found
