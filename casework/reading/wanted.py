"""What an operation wants, without a word of how it is found: the shape that ``api.plans`` makes of a selection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Left(StrEnum):
    """Why an operation is left to the ordinary executor: there is no other reason. docs/architecture.md says each."""

    ACT = "act"
    ARGUMENTS = "arguments"
    COMPUTED = "computed"
    FAULT = "fault"
    GRAPH = "graph"
    LONG_NAME = "long name"
    REFUSED = "refused"
    UNDATED = "undated"
    VARIABLES = "variables"
    WAYS = "ways"


class LeftAside(Exception):
    """This is not answered by a woven statement: the ordinary executor has to."""

    def __init__(self, why: Left, what: str = "") -> None:
        super().__init__(f"{why} {what}".strip())
        self.why = why


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

__all__ = ["Arguments", "Asked", "Left", "LeftAside", "Wanted"]
