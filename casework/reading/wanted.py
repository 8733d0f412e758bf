"""What an operation wants, without a word of how it is found: the shape that ``api.plans`` makes of a selection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact wanted of an object, and what the answer calls it."""

    key: str
    fact: str
    #: Where this fact's arguments stand among those of the request; None when it takes none.
    arguments: int | None = None
    #: What is wanted of the object or objects it leads to, by the noun they turn out to be.
    below: tuple[Wanted, ...] = ()

    def of(self, noun: str) -> Wanted | None:
        """What is wanted of a noun it leads to."""
        return next((one for one in self.below if one.noun == noun), None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one object of the answer must say, in order."""

    noun: str
    asked: tuple[Asked, ...]


#: The arguments of a request: for each place in the shape that takes any, their values by name.
Arguments = tuple[Mapping[str, Any], ...]

__all__ = ["Arguments", "Asked", "Wanted"]
