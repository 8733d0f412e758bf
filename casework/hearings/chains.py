"""Chains of hearings: which one stands, where several were set one in place of another.

A list from outside says H2 replaces H1, and H3 replaces H2. All three stay as rows, because people were told of each
(docs/decisions/0008); one of them is the date to go to.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from casework.refusals import Invalid

Key = TypeVar("Key", bound=Hashable)


def standing(replaces: Mapping[Key, Key | None]) -> dict[Key, Key]:
    """For each hearing the one that stands in its place: itself, where none was set after it. ``replaces`` says in
    place of which each was set. Raises :class:`Invalid` for a circle, and for two set in place of one.
    """
    after: dict[Key, Key] = {}
    for later, earlier in replaces.items():
        if earlier is None:
            continue
        if earlier in after:
            raise Invalid("replaces", "Two hearings are set in place of one. Only one can stand: say which.")
        after[earlier] = later
    found: dict[Key, Key] = {}
    for hearing in replaces:
        trail = [hearing]
        while (nxt := after.get(trail[-1])) is not None:
            if nxt in found:
                trail.append(found[nxt])
                break
            if nxt in trail:
                raise Invalid(
                    "replaces", "These hearings are set in place of one another in a circle. Say which came last."
                )
            trail.append(nxt)
        found.update(dict.fromkeys(trail, trail[-1]))
    return found
