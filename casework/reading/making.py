"""Objects that Python makes, as an answer has them: of each what was asked, in order, spelled as the graph does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Any

from casework import times
from casework.reading.facts import Noun, Plain
from casework.reading.wanted import Wanted


def made(noun: Noun, wanted: Wanted, make: Callable[..., Any], reader: Any, said: Any, *inputs: Any) -> Any:
    """What ``make`` makes of a row's inputs: nothing, one object, or a list of them."""
    return shaped(noun, wanted, make(reader, said, *inputs))


def shaped(noun: Noun, wanted: Wanted, found: Any) -> Any:
    if found is None:
        return None
    if isinstance(found, list | tuple):
        return [shaped(noun, wanted, one) for one in found]
    answer = {}
    for asked in wanted.asked:
        if asked.fact == "__typename":
            answer[asked.key] = noun.graph
            continue
        fact = noun.facts[asked.fact]
        assert isinstance(fact, Plain)  # noqa: S101 -- what Python makes says nothing else
        value = fact.of(found)
        answer[asked.key] = shaped(Noun.known[fact.noun], asked.below[0], value) if fact.noun else spelled(value)
    return answer


def spelled(value: Any) -> Any:
    """A value as the graph writes it."""
    if isinstance(value, datetime):
        return times.written(value)
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, list | tuple):
        return [spelled(one) for one in value]
    return value


__all__ = ["made", "shaped", "spelled"]
