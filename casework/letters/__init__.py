"""Letters: a card in words, for one reader, in their language.

Each kind of letter is one file of prose a language in ``words/``, from which both the plain text and the HTML are made,
so that the two cannot say different things. What the prose asks for and the card does not hold stops the letter: a
reminder that says "your court date will be Bad date" is worse than none. A change that matters then goes out as the
fallback letter, which needs nothing (PRODUCT law 2).

Subjects carry day, time, zone, and old → new: no name, no agency, no kind of hearing (law 3). Neither does a body's
first sentence, which mail programs show on locked screens; nor ``Letter.short``, the same for a telephone, which keeps
to two text messages (``segments``).

Letters are written in English, Spanish, Portuguese and Haitian Creole. No native speaker has reviewed the last three
yet.
"""

from __future__ import annotations

from casework.letters.compose import (
    FALLS_BACK,
    compose,
    compose_digest,
    compose_dispatch,
    compose_glass_broken,
    compose_offer,
    compose_place,
    compose_pointer,
    compose_unanswered,
)
from casework.letters.letter import Change, Incomplete, Letter, Reader
from casework.letters.mime import mime

__all__ = [
    "FALLS_BACK",
    "Change",
    "Incomplete",
    "Letter",
    "Reader",
    "compose",
    "compose_digest",
    "compose_dispatch",
    "compose_glass_broken",
    "compose_offer",
    "compose_place",
    "compose_pointer",
    "compose_unanswered",
    "mime",
]
