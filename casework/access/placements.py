"""Who sees what of representation: forms that were entered, conflict sheets, and lists that are their owner's alone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, exists, or_

from casework.access.eyes import LEGAL, Clause, Eyes, another, reaches
from schema.conflicts import ConflictSheet


def sheets(eyes: Eyes, row: Any) -> Clause:
    """The legal team, and the one contact: that it was sent, and what came of it."""
    return or_(reaches(eyes, row, LEGAL), and_(row.contact_id == eyes.person, eyes.open(row.case_id)))


def sheet_contents(eyes: Eyes, row: Any) -> Clause:
    """What it says: the legal team, and the one contact until they have answered or their time is over."""
    sheet = another(ConflictSheet, "contents")
    return or_(
        reaches(eyes, row, LEGAL),
        and_(
            exists().where(
                sheet.id == row.id,
                sheet.contact_id == eyes.person,
                sheet.answer.is_(None),
                sheet.closed_at.is_(None),
                sheet.open_until > eyes.now,
            ),
            eyes.open(row.case_id),
        ),
    )


def own_list(eyes: Eyes, row: Any) -> Clause:
    """Whose list it is, and nobody else of their organization either."""
    clause: Clause = row.owner_id == eyes.person
    return clause


__all__ = ["own_list", "sheet_contents", "sheets"]
