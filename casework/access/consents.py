"""Who sees how a client was asked, what can't be recalled, and counsel's word on what is said in public."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, any_, exists, or_

from casework.access.actions import open_words, words
from casework.access.eyes import LEGAL, READER, Clause, Eyes, another, reaches
from schema.advocacy import AdvocacyAction
from schema.base import Table
from schema.consents import Consent, ConsentInterview
from schema.counsel import CounselAnswer, SaidRevision
from schema.retractions import Retraction
from schema.safeguards import Safeguard


def rules() -> dict[type[Table], Callable[[Eyes, Any], Clause]]:
    """Of each noun, which rows the actor sees."""
    return {
        Consent: lambda eyes, row: reaches(eyes, row, READER),
        ConsentInterview: lambda eyes, row: reaches(eyes, row, LEGAL),
        Safeguard: lambda eyes, row: reaches(eyes, row, LEGAL),
        # Of one case: what another's counsel said is no word of this one's.
        CounselAnswer: lambda eyes, row: and_(reaches(eyes, row, READER), open_words(eyes, row.action_id)),
        Retraction: _retractions,
        SaidRevision: _said_revisions,
    }


def _retractions(eyes: Eyes, row: Any) -> Clause:
    """The legal team, and whoever is to call about it."""
    return or_(reaches(eyes, row, LEGAL), and_(row.caller_id == eyes.person, reaches(eyes, row, READER)))


def _said_revisions(eyes: Eyes, row: Any) -> Clause:
    """Whoever sees the action."""
    action = another(AdvocacyAction, "said_revisions")
    return words(
        eyes,
        row,
        or_(
            reaches(eyes, row, READER),
            and_(
                row.case_id.is_(None),
                exists().where(action.id == row.action_id, action.organization_id == any_(eyes.organizations())),
            ),
        ),
    )


__all__ = ["rules"]
