"""Tokens of a name for conflict checks: over-inclusive on purpose, because a human looks at what is possible.

A person is met by any two of their names, in any order, and by how these sound: "Rivera Cruz, Mateo", "Mateo Rivera"
and "Matteo Ribera" are one. A company is met by its whole name, without what it is incorporated as.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from casework import names

#: What stands in a company's name and in no person's.
_COMPANY = frozenset(
    {
        "inc", "llc", "llp", "lp", "ltd", "corp", "corporation", "company", "co", "group", "services", "service",
        "restaurant", "construction", "landscaping", "cleaning", "wash", "church", "school", "hospital", "city", "town",
        "county", "department", "the", "and", "of", "partners", "associates", "foundation", "market", "farm", "farms",
    }
)  # fmt: skip
_FORM = frozenset({"inc", "llc", "llp", "lp", "ltd", "corp", "corporation", "company", "co", "the"})
#: A person has no more words than this: beyond, pairs of them are no longer telling.
_WORDS = 6


def tokens_of(name: str) -> set[str]:
    """What a name is met by."""
    words = [word for word in names.folded(name).split() if len(word) > 1]
    if not words:
        return set()
    whole = " ".join(sorted(word for word in words if word not in _FORM) or words)
    found = {f"={whole}"}
    if not _COMPANY.isdisjoint(words) or len(words) > _WORDS:
        return found
    for one, other in combinations(sorted(set(words)), 2):
        found.add(f"{one}|{other}")
        if sounds := names.sounds_of(one, other):
            found.add("~" + "|".join(sorted(sounds)))
    return found


def tokens_of_all(said: Iterable[str]) -> set[str]:
    return {token for name in said for token in tokens_of(name)}


__all__ = ["tokens_of", "tokens_of_all"]
