"""Facilities and courts by what people call them: by code, by name, or by the town alone where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz, process
from sqlalchemy import select

from casework.imports.problems import CellProblem
from casework.language import Sentence
from casework.names import folded
from casework.transaction import Transaction
from schema.courts import Court
from schema.facilities import Facility

#: Of a hundred: as alike as this, and nothing else is, it is meant; less, and it is only asked about.
_MEANT, _PERHAPS = 92, 60
#: Words that every name of the kind holds.
_EVERYWHERE = {"immigration", "court", "detention", "center", "facility", "ice", "processing", "county", "the",
               "tribunal", "de", "inmigracion", "corte", "centro", "detencion"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A facility or a court."""

    id: UUID
    name: str
    city: str | None
    state: str | None
    time_zone: str | None


class _Named:
    """Places of one kind, to be found by their words."""

    def __init__(self, places: Sequence[tuple[Place, Sequence[str]]]) -> None:
        self._by_code = {code.upper(): place for place, codes in places for code in codes}
        self._by_name: dict[str, list[Place]] = {}
        self._by_town: dict[str, list[Place]] = {}
        for place, _ in places:
            self._by_name.setdefault(_core(place.name), []).append(place)
            if place.city:
                self._by_town.setdefault(folded(place.city), []).append(place)
        self._names = list(self._by_name)
        self._found: dict[str, Place | None] = {}

    def called(self, words: str) -> Place | None:
        """The one place that is meant, or none."""
        if words not in self._found:
            self._found[words] = self._look(words)
        return self._found[words]

    def _look(self, words: str) -> Place | None:
        if found := self._by_code.get(words.strip().upper()):
            return found
        core = _core(words)
        for among in (self._by_name.get(core, []), self._by_town.get(folded(words.partition(",")[0]), [])):
            if len(among) == 1:
                return among[0]
        if len(core) < 4:
            return None
        best = process.extract(core, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=_MEANT, limit=2)
        meant = self._by_name[best[0][0]] if len(best) == 1 else []
        return meant[0] if len(meant) == 1 else None

    def nearest(self, words: str) -> str | None:
        """The name that looks most like it."""
        best = process.extractOne(_core(words), self._names, scorer=fuzz.token_set_ratio, score_cutoff=_PERHAPS)
        return self._by_name[best[0]][0].name if best else None


class Places:
    """All of them, read once for many rows."""

    def __init__(self, facilities: _Named, courts: _Named) -> None:
        self._facilities, self._courts = facilities, courts

    @classmethod
    async def known(cls, tx: Transaction) -> Places:
        """Those of this deployment."""
        facilities = await tx.session.execute(
            select(Facility.id, Facility.name, Facility.city, Facility.state, Facility.time_zone, Facility.code)
        )
        courts = await tx.session.execute(
            select(Court.id, Court.name, Court.city, Court.state, Court.time_zone, Court.code, Court.other_codes)
        )
        return cls(
            _Named([(Place(*row[:5]), [row.code]) for row in facilities]),
            _Named([(Place(*row[:5]), [row.code, *row.other_codes]) for row in courts]),
        )

    def facility(self, words: str) -> Place:
        """Raises :class:`CellProblem` with the nearest name."""
        if found := self._facilities.called(words):
            return found
        if near := self._facilities.nearest(words):
            raise CellProblem(Sentence('no facility is called "{said}". Is it "{near}"?', said=words[:60], near=near))
        raise CellProblem(Sentence('no facility is called "{said}". Write its name or its code.', said=words[:60]))

    def court(self, words: str) -> Place:
        """Raises :class:`CellProblem` with the nearest name."""
        if found := self._courts.called(words):
            return found
        if near := self._courts.nearest(words):
            raise CellProblem(Sentence('no court is called "{said}". Is it "{near}"?', said=words[:60], near=near))
        raise CellProblem(Sentence('no court is called "{said}". Write its town or its code.', said=words[:60]))


def _core(name: str) -> str:
    words = folded(name).split()
    return " ".join(word for word in words if word not in _EVERYWHERE) or " ".join(words)


__all__ = ["Place", "Places"]
