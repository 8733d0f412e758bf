"""What changed between two texts, word by word, sentence by sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: A sentence with what parts it from the next one; a word likewise.
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?]+|\n|$)\s*")
_WORD = re.compile(r"\S+\s*|\s+")
#: Two sentences this alike are one that was edited; less, and each is read whole.
_ALIKE = 0.5


class Kept(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words in a row, and what became of them."""

    kept: Kept
    text: str


def compared(before: str, after: str) -> tuple[Passage, ...]:
    """Both as one text: what stayed, what was taken out, what came in.

    Sentences are matched first, so that a new one is read whole, and not as crumbs of its neighbours.
    """
    one, other = _parts(_SENTENCE, before), _parts(_SENTENCE, after)
    found: list[Passage] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Passage(Kept.KEPT, "".join(one[i:j])))
        else:
            found += _edited("".join(one[i:j]), "".join(other[k:m]))
    return tuple(_joined(found))


def _edited(before: str, after: str) -> list[Passage]:
    one, other = _parts(_WORD, before), _parts(_WORD, after)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if not before or not after or matcher.ratio() < _ALIKE:
        return [Passage(Kept.REMOVED, before), Passage(Kept.ADDED, after)]
    found: list[Passage] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found.append(Passage(Kept.KEPT, "".join(one[i:j])))
        else:
            found += [Passage(Kept.REMOVED, "".join(one[i:j])), Passage(Kept.ADDED, "".join(other[k:m]))]
    return found


def _parts(pattern: re.Pattern[str], text: str) -> list[str]:
    return [part for part in pattern.findall(text) if part]


def _joined(passages: Sequence[Passage]) -> list[Passage]:
    found: list[Passage] = []
    for one in passages:
        if not one.text:
            continue
        if found and found[-1].kept is one.kept:
            found[-1] = Passage(one.kept, found[-1].text + one.text)
        else:
            found.append(one)
    return found


__all__ = ["Kept", "Passage", "compared"]
