"""Rows as they lie: sealed cells and problems, opened and sealed again, and who may touch a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson

from casework import access
from casework.access import Act
from casework.refusals import NotAllowedByState, NotFound
from casework.spreadsheets.said import Wrong
from casework.transaction import Transaction
from schema.base import Sealed
from schema.spreadsheets import RowState, Spreadsheet, SpreadsheetRow, SpreadsheetState

#: A week in which an import may be looked over and taken back; then what was brought is gone (casework.retention).
KEPT_DAYS = 7


async def held(tx: Transaction, spreadsheet_id: UUID, *, act: Act = Act.IMPORT_SPREADSHEET) -> Spreadsheet:
    """A spreadsheet the actor brought, locked. Raises :class:`NotFound`, also once what it held is gone."""
    asked = access.visible(await access.standing(tx), Spreadsheet, tx.now).where(Spreadsheet.id == spreadsheet_id)
    locking = asked.with_for_update(of=Spreadsheet).execution_options(populate_existing=True)
    found = await tx.session.scalar(locking)
    if found is None:
        raise NotFound
    await access.permit_in_organization(tx, found.organization_id, act)
    if found.brought_by_id != tx.person_id:
        raise NotFound
    await tx.unlock([found.vault_key_id])
    return found


def while_ready(spreadsheet: Spreadsheet) -> None:
    """Raises :class:`NotAllowedByState` unless somebody is looking it over."""
    if spreadsheet.state is not SpreadsheetState.READY:
        raise NotAllowedByState("This spreadsheet is being worked on, or was imported already.")


def turn(tx: Transaction, spreadsheet: Spreadsheet, state: SpreadsheetState) -> None:
    """It comes into this state now, and its work begins anew."""
    spreadsheet.state, spreadsheet.state_since, spreadsheet.done = state, tx.now, 0
    spreadsheet.revision += 1


def header(tx: Transaction, spreadsheet: Spreadsheet) -> list[str]:
    """The names of its columns. The key must be unlocked."""
    names: list[str] = orjson.loads(tx.open(spreadsheet, "header") or "[]")
    return names


def as_list(said: Sequence[str]) -> str:
    """Texts as they are put down together."""
    return orjson.dumps(list(said)).decode()


def cells(tx: Transaction, row: SpreadsheetRow) -> list[str]:
    """The cells of a row. The key must be unlocked."""
    found: list[str] = orjson.loads(tx.open(row, "cells") or "[]")
    return found


def opened_cells(tx: Transaction, row_id: UUID, sealed: Sealed) -> list[str]:
    """The same of a row that is known by its id alone."""
    found: list[str] = orjson.loads(tx.vault.open(sealed, SpreadsheetRow.__tablename__, "cells", row_id))
    return found


def sealed_cells(tx: Transaction, key_id: UUID, row_id: UUID, said: Sequence[str]) -> Any:
    """Cells, as they are put down."""
    return tx.seal(SpreadsheetRow, row_id, "cells", key_id, as_list(said))


def put_problems(tx: Transaction, key_id: UUID, row: SpreadsheetRow, wrong: Sequence[Wrong]) -> None:
    """What is wrong with a row, sealed: the sentences repeat what stands in cells."""
    row.problems = tx.seal(SpreadsheetRow, row.id, "problems", key_id, written(wrong) if wrong else None)


def written(wrong: Sequence[Wrong]) -> str:
    """Problems as they lie, to be said in the reader's language: column, words, and the values of their blanks."""
    return orjson.dumps([[one.column, one.sentence.words, one.sentence.values] for one in wrong], default=str).decode()


def judged(row: SpreadsheetRow, *, wrong: bool, known: UUID | None) -> RowState:
    """What a row would become. What somebody left out stays out."""
    if row.state is RowState.LEFT_OUT:
        return RowState.LEFT_OUT
    if wrong:
        return RowState.PROBLEM
    return RowState.KNOWN if known else RowState.NEW


__all__ = [
    "KEPT_DAYS",
    "as_list",
    "cells",
    "header",
    "held",
    "judged",
    "opened_cells",
    "put_problems",
    "sealed_cells",
    "turn",
    "while_ready",
    "written",
]
