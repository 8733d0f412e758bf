"""Who sees a spreadsheet that is to be imported: whoever brought it, while they belong to that organization."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, any_

from casework.access.eyes import Clause, Eyes
from schema.base import Table
from schema.spreadsheets import RememberedColumns, Spreadsheet, SpreadsheetRow


def _brought(eyes: Eyes, row: Any) -> Clause:
    return and_(row.brought_by_id == eyes.person, row.organization_id == any_(eyes.organizations()))


def _remembered(eyes: Eyes, row: Any) -> Clause:
    clause: Clause = row.organization_id == any_(eyes.organizations())
    return clause


SPREADSHEETS: dict[type[Table], Callable[[Eyes, Any], Clause]] = {
    Spreadsheet: _brought,
    SpreadsheetRow: _brought,
    # What columns are called and mean: nothing of a client is in it.
    RememberedColumns: _remembered,
}
