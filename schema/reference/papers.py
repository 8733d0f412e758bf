"""The list that a case's checklist is laid out from: ``documents.toml``, read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from schema.documents import DocumentKind, DocumentTrack


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what people call it, what it is for, and on which tracks it stands."""

    kind: DocumentKind
    name: str
    what_for: str
    tracks: tuple[DocumentTrack, ...]
    #: It tells of claim or health: its files go to counsel's compartment.
    compartment: bool = False


@cache
def papers() -> tuple[Paper, ...]:
    """Every paper, in the order in which people look for them."""
    table = tomllib.loads((files("schema.reference") / "documents.toml").read_text(encoding="utf-8"))
    return tuple(
        Paper(
            DocumentKind(kind), row["name"], row["for"], tuple(DocumentTrack(one) for one in row["tracks"]),
            row.get("compartment", False),
        )
        for kind, row in table.items()
    )  # fmt: skip


def in_compartment(kind: DocumentKind) -> bool:
    """Its files go to counsel's compartment."""
    return next(paper.compartment for paper in papers() if paper.kind is kind)


def of_track(track: DocumentTrack) -> tuple[Paper, ...]:
    """What one track asks for."""
    return tuple(paper for paper in papers() if track in paper.tracks)
