"""Who sees saved views of the board, and what somebody made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, any_, or_

from casework.access.eyes import Clause, Eyes
from schema.base import Table
from schema.saved_views import SavedView, ViewMark


def _mine_or_shared(eyes: Eyes, row: Any) -> Clause:
    return and_(
        row.organization_id == any_(eyes.organizations()),
        or_(row.person_id == eyes.person, row.shared_at.is_not(None)),
    )


def _mine(eyes: Eyes, row: Any) -> Clause:
    return and_(row.organization_id == any_(eyes.organizations()), row.person_id == eyes.person)


SAVED_VIEWS: dict[type[Table], Callable[[Eyes, Any], Clause]] = {SavedView: _mine_or_shared, ViewMark: _mine}
