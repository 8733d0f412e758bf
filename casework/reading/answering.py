"""Answers: a wanted shape, a person, one statement, bytes.

Statements are kept by shape and by how its arguments fall (which are given, how large the page is), the least recently
used forgotten first. What an answer discloses is in the trail by the same statement (``casework.reading.seen``).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import Any

import orjson

from casework.actors import Standing
from casework.connections import Looking
from casework.reading.board import DATED
from casework.reading.facts import Fact, Noun, Pages
from casework.reading.page import raw
from casework.reading.reader import Reader
from casework.reading.seeking import KEYS, OverLine
from casework.reading.wanted import Arguments, Asked, Left, Wanted
from casework.reading.weave import CannotWeave, Weaving, Woven
from casework.transaction import Database

#: Statements kept in memory: some tens of kilobytes each.
_KEPT = 400


class Answering:
    """What the readings of one process share."""

    def __init__(self, database: Database, address: str) -> None:
        self.database = database
        self.address = address
        self._woven: OrderedDict[tuple[int, Hashable], tuple[Wanted, Woven]] = OrderedDict()

    async def answer(
        self,
        wanted: Wanted,
        arguments: Arguments,
        *,
        standing: Standing,
        operation: str,
        request_id: str | None,
        language: str | None = None,
        door: str | None = None,
    ) -> bytes:
        """The ``data`` of the answer, in JSON. ``language``: the page's, if it names one; ``door``: by which it leaves,
        if by none of the page's.

        Raises :class:`casework.reading.CannotWeave` when the shape is none of ours, and refusals of arguments.
        """
        if not standing.organizations(legal=True) and any(_tells_dates(one, arguments) for one in wanted.asked):
            raise CannotWeave(Left.UNDATED)
        woven = self.woven(wanted, arguments)
        now, vault = self.database.clock(), self.database.vault
        reader = Reader(
            standing, now, vault, self.address, language, operation=operation, request_id=request_id, door=door
        )
        looking = Looking.of(standing, clock=self.database.clock_told)
        if woven.searches:
            async with self.database.lines.line(looking) as line:
                seeker = OverLine(reader, line, looking)
                for index, search in woven.searches.items():
                    reader.found[index] = await search(seeker, arguments[index])
        values = reader.binds(woven, arguments)
        async with self.database.lines.line(looking) as line:
            text = await line.value(looking, woven.statement.text, values)
            if not woven.walk:
                return str(text).encode()
            found = orjson.loads(text)
            woven.walk.over([found], reader)
            if reader.locked:
                for key_id, wrapped in await line.rows(looking, KEYS, [reader.locked]):
                    vault.unwrap(key_id, wrapped)
                reader.unlocked()
        return orjson.dumps(found)

    def woven(self, wanted: Wanted, arguments: Arguments) -> Woven:
        """The statement for this shape, woven the first time."""
        key = (id(wanted), fall(wanted, arguments))
        kept = self._woven.get(key)
        if kept is not None and kept[0] is wanted:
            self._woven.move_to_end(key)
            return kept[1]
        woven = Weaving(arguments).woven(wanted)
        self._woven[key] = (wanted, woven)
        if len(self._woven) > _KEPT:
            self._woven.popitem(last=False)
        return woven

    def __len__(self) -> int:
        return len(self._woven)


def fall(wanted: Wanted, arguments: Arguments) -> Hashable:
    """How the arguments fall, as far as the statement depends on it."""
    if not arguments:
        return ()
    found: list[Hashable] = []
    _fall(wanted, arguments, found)
    return tuple(found)


def _fall(wanted: Wanted, arguments: Arguments, found: list[Hashable]) -> None:
    noun = Noun.known.get(wanted.noun)
    for asked in wanted.asked:
        if asked.arguments is not None and noun is not None and asked.fact in noun.facts:
            found.append(_falls(noun.facts[asked.fact], arguments[asked.arguments]))
        for below in asked.below:
            _fall(below, arguments, found)


def _tells_dates(asked: Asked, arguments: Arguments) -> bool:
    """The board in an order that tells dates, or in none that was named."""
    if asked.fact not in ("cases", "boardGroups"):
        return False
    order = arguments[asked.arguments].get("order") if asked.arguments is not None else None
    return order is None or order in DATED


def _falls(fact: Fact, values: Mapping[str, Any]) -> Hashable:
    ways: list[Hashable] = []
    for name, value in values.items():
        if value is None:
            continue
        way: Hashable = ()
        if name in fact.fixed:
            # Of a global id only the noun is written into the statement.
            way = value[0] if isinstance(value, tuple) else value
        elif name == "after" and isinstance(fact, Pages):
            way = tuple(one is None for one in raw(value))
        elif fact.pattern is not None:
            way = fact.pattern(name, value)
        ways.append((name, way))
    return tuple(ways)


__all__ = ["Answering", "fall"]
