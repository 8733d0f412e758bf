"""Places and organizations, found by their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Text, and_, func, or_, true

from casework.reading.facts import Fact, Many
from casework.reading.page import checked, words
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY


def _search_word(index: int) -> Callable[[Reader, Any], str]:
    return lambda _, said: words(said)[index]


def _each_word(at: At, holds: Callable[[Any], Any]) -> Any:
    """Every word of a search is found."""
    count = len(words(at.given.fixed("search")))
    found = [at.given.bound("search", Text(), _search_word(index), of=f"_{index}") for index in range(count)]
    return and_(true(), *(holds(word) for word in found))


def _place(there: At, word: Any) -> Any:
    """Its name or city holds the word, its code begins with it, or it is the state."""
    row = there.row
    return or_(
        func.strpos(func.lower(row.name), word) > 0,
        func.strpos(func.lower(row.city), word) > 0,
        func.starts_with(func.lower(row.code), word),
        func.lower(row.state) == word,
    )


def _places(noun: str, usual: int) -> Fact:
    return Many(
        noun,
        lambda at, there: _each_word(at, lambda word: _place(there, word)),
        order=lambda there: [there.row.name, there.row.id],
        limit=lambda at: checked(usual if (said := at.given.fixed("first")) is None else said),
        fixed=frozenset({"first"}),
        pattern=lambda name, said: len(words(said)) if name == "search" else None,
    )


QUERY["facilities"] = _places("Facility", 20)
QUERY["courts"] = _places("Court", 100)
QUERY["organizations"] = Many(
    "Organization",
    lambda at, there: _each_word(at, lambda word: func.strpos(func.lower(there.row.name), word) > 0),
    order=lambda there: [there.row.name, there.row.id],
    limit=100,
    pattern=lambda name, said: len(words(said)),
)
