"""Who sees how an action is planned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, any_

from casework.access.actions import words
from casework.access.eyes import Clause, Eyes
from schema.base import Table
from schema.public_pages import PublicPage
from schema.safety_plans import SafetyPlan
from schema.wordings import Wording

Rule = Callable[[Eyes, Any], Clause]


def rules(of_action: Rule) -> dict[type[Table], Rule]:
    """The rules of this room; ``of_action``: of the action itself. What it says is part of it. How its people are kept
    safe is for the organization that plans it alone.
    """
    return {
        PublicPage: of_action,
        Wording: lambda eyes, row: words(eyes, row, of_action(eyes, row)),
        SafetyPlan: lambda eyes, row: and_(of_action(eyes, row), row.organization_id == any_(eyes.organizations())),
    }


__all__ = ["rules"]
