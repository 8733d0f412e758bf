"""The page's own documents: printed when the page is built from its sources, read when the server starts.

They stand apart from whatever else is asked, so that no stranger's documents push them out, and operations of these
names are told apart in what is measured.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import orjson
from graphql import GraphQLSchema

from api.plans.documents import REMEMBERED, Documents, Planned
from api.plans.limits import read

#: Operation → the words in which the page sends it (``npm run codegen`` writes it, and `make check` compares it).
PRINTED = Path(__file__).parents[1] / "operations.json"


@cache
def printed() -> dict[str, str]:
    """Each operation's document, by the operation's name."""
    found: dict[str, str] = orjson.loads(PRINTED.read_bytes())
    return found


@cache
def _learned(schema: GraphQLSchema) -> dict[tuple[str, str | None], Planned]:
    """Each of them read, checked and validated: once a process."""
    documents = Documents(schema)
    for name, text in printed().items():
        documents.read(text, name, *read(text, name), own=True)
    return documents.own


def with_the_pages_own(schema: GraphQLSchema, *, remembered: int = REMEMBERED) -> Documents:
    """The documents of one door: the page's own from the start, of strangers' so many as are asked last."""
    return Documents(schema, remembered=remembered, own=_learned(schema))


__all__ = ["printed", "with_the_pages_own"]
