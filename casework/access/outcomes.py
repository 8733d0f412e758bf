"""Who sees what happened: whoever sees the date; what was said, the legal team and, once cleared, others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, any_, exists, or_

from casework.access.eyes import COMPARERS, LEGAL, READER, Clause, Eyes, another, reaches
from schema.base import Table
from schema.occasions import Occasion
from schema.outcomes import Outcome, OutcomeWords, ToldQuarter

Rule = Callable[[Eyes, Any], Clause]


def rules(occasions: Rule) -> dict[type[Table], Rule]:
    """The rules of its tables, given who sees an occasion."""

    def date_seen(eyes: Eyes, row: Any) -> Clause:
        occasion = another(Occasion, "outcomes")
        return and_(
            # Nor is it for whoever reads another case that an action is about.
            or_(row.case_id.is_(None), reaches(eyes, row, READER)),
            exists().where(occasion.id == row.occasion_id, occasions(eyes, occasion)),
        )

    return {
        Outcome: lambda eyes, row: or_(reaches(eyes, row, LEGAL), date_seen(eyes, row)),
        OutcomeWords: lambda eyes, row: or_(
            reaches(eyes, row, LEGAL), and_(row.cleared_at.is_not(None), date_seen(eyes, row))
        ),
        ToldQuarter: lambda eyes, row: and_(
            row.organization_id == any_(eyes.where(*COMPARERS)),
            row.organization_id == any_(eyes.organizations(legal=True)),
        ),
    }


__all__ = ["rules"]
