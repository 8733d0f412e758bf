"""What waits today, in numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from casework.reading.facts import Made, Noun
from casework.reading.needs import Today, counts
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY


def _today(_: Reader, __: Any, *numbers: int) -> Today:
    return Today(*numbers)


def _number(name: str) -> Callable[[At], Any]:
    return lambda at: at.ask(counts(at.eyes, Row)[name])


QUERY["today"] = Made(noun="Today", inputs={one.name: _number(one.name) for one in fields(Today)}, finish=_today)
TODAY = Noun("Today")
TODAY.plain(*(one.name for one in fields(Today)))
