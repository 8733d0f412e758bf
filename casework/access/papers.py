"""Who sees a case's documents, the files put with it, its call log, and visits to the person held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, exists, or_

from casework.access.eyes import COUNSEL, LEGAL, READER, Clause, Eyes, another, reaches
from schema.base import Table
from schema.calls import Call
from schema.consents import ConsentAudience
from schema.documents import CaseFile, Document, FileAudience, FilePiece
from schema.visits import Visit

Rule = Callable[[Eyes, Any], Clause]
#: Whether a consent for this audience stands now: a rule of :mod:`casework.access.visible`.
Consented = Callable[[Eyes, Any, ConsentAudience], Clause]


def rules(consented: Consented) -> dict[type[Table], Rule]:
    """The rules of this room."""

    def files(eyes: Eyes, row: Any) -> Clause:
        """For whom it is. What was taken away is nobody's outside the legal team, which may put it back."""
        return or_(
            and_(reaches(eyes, row, LEGAL), row.audience != FileAudience.COUNSEL),
            reaches(eyes, row, COUNSEL),
            and_(
                row.audience == FileAudience.ADVOCATES,
                row.taken_away_at.is_(None),
                reaches(eyes, row, READER),
                consented(eyes, row.case_id, ConsentAudience.ADVOCATES),
            ),
        )

    def pieces(eyes: Eyes, row: Any) -> Clause:
        """Outside the legal team the cleaned copy alone."""
        file = another(CaseFile, "pieces")
        return exists().where(file.id == row.file_id, files(eyes, file), or_(row.cleaned, reaches(eyes, file, LEGAL)))

    def legal_team(eyes: Eyes, row: Any) -> Clause:
        return reaches(eyes, row, LEGAL)

    return {Document: legal_team, CaseFile: files, FilePiece: pieces, Call: legal_team, Visit: legal_team}


__all__ = ["rules"]
