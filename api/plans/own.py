"""The page's own documents: printed when the page is built from its sources, read when the server starts.

They stand apart from whatever else is asked, so that no stranger's documents push them out, and operations of these
names are told apart in what is measured.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import orjson

from api.plans.documents import Documents
from api.plans.limits import read

#: Operation → the words in which the page sends it (``npm run codegen`` writes it, and `make check` compares it).
PRINTED = Path(__file__).parents[1] / "operations.json"


@cache
def printed() -> dict[str, str]:
    """Each operation's document, by the operation's name."""
    found: dict[str, str] = orjson.loads(PRINTED.read_bytes())
    return found


def learn(documents: Documents) -> None:
    """Read, check and validate the page's own documents."""
    for name, text in printed().items():
        documents.read(text, name, *read(text, name), own=True)


__all__ = ["learn", "printed"]
