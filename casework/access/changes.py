"""Who sees that people were told of a change, and what they said to it: the legal team, whoever sees the occasion, and
each person their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, any_, exists, or_

from casework.access.eyes import LEGAL, READER, Clause, Eyes, another, reaches
from schema.base import Table
from schema.changes import Acknowledgement, Change, Escalation
from schema.duty import DutyTurn
from schema.invitations import Audience
from schema.occasions import Occasion

Rule = Callable[[Eyes, Any], Clause]


def rules(occasions: Rule) -> dict[type[Table], Rule]:
    """These tables' rules; ``occasions`` says who sees an occasion."""

    def changes(eyes: Eyes, row: Any) -> Clause:
        occasion = another(Occasion, "changes")
        return or_(
            reaches(eyes, row, LEGAL),
            and_(
                # Nor is it for whoever reads another case that an action is about: it says who was told.
                or_(row.case_id.is_(None), reaches(eyes, row, READER)),
                exists().where(occasion.id == row.occasion_id, occasions(eyes, occasion)),
            ),
        )

    def acknowledgements(eyes: Eyes, row: Any) -> Clause:
        # Who comes along to a check-in owes no word: theirs would tell the hour before they may know it.
        own = and_(
            row.person_id == eyes.person,
            row.audience != Audience.ACCOMPANIER,
            or_(row.case_id.is_(None), eyes.open(row.case_id)),
        )
        return or_(changes(eyes, row), own)

    def escalations(eyes: Eyes, row: Any) -> Clause:
        owed = another(Acknowledgement, "escalations")
        return exists().where(owed.id == row.acknowledgement_id, acknowledgements(eyes, owed))

    return {
        Change: changes,
        Acknowledgement: acknowledgements,
        Escalation: escalations,
        DutyTurn: lambda eyes, row: row.organization_id == any_(eyes.organizations()),
    }


__all__ = ["rules"]
