"""What is said of spreadsheets that are to be imported, and of their rows, to whoever brought them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Text, Uuid, and_, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from casework import access
from casework.language import LANGUAGES, again, spoken
from casework.reading.deadlines import own_language
from casework.reading.facts import Expression, Made, Many, Noun, One, Pages, Shown
from casework.reading.page import Page, keyset
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY, among, row_of
from casework.transaction import Transaction
from schema.spreadsheets import RowState, Spreadsheet, SpreadsheetRow

#: How long an import can be taken back after it was over (casework.spreadsheets says the same).
UNDO_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing that is wrong with a row: in the cell of a column, or with the row as a whole."""

    column: int | None
    message: str


def read_problems(text: str | None, language: str) -> list[tuple[int | None, str]]:
    """Problems in somebody's language: column and sentence."""
    return [(column, again(words, values).said(language)) for column, words, values in orjson.loads(text or "[]")]


def _column_texts(reader: Reader, _: Any, cipher: str, row: str) -> list[str]:
    found: list[str] = orjson.loads(reader.opened(cipher, "spreadsheets", "header", row))
    return found


def _cells(reader: Reader, _: Any, cipher: str, row: str) -> list[str]:
    found: list[str] = orjson.loads(reader.opened(cipher, "spreadsheet_rows", "cells", row))
    return found


def _problems(reader: Reader, _: Any, cipher: str | None, row: str, own: str | None) -> list[RowProblem]:
    if cipher is None:
        return []
    text = reader.opened(cipher, "spreadsheet_rows", "problems", row)
    return [RowProblem(*one) for one in read_problems(text, reader.language or spoken(own or LANGUAGES[0]))]


SPREADSHEET = Noun("Spreadsheet", Spreadsheet)
SPREADSHEET.id()
SPREADSHEET.columns(
    "revision", "state", "state_since", "rows", "done", "day_first", "order_asked", "known_rule", "finished_at"
)
SPREADSHEET.sealed("name")
SPREADSHEET["brought_at"] = Expression(said=lambda at: at.row.created_at)
SPREADSHEET["header"] = Expression(
    inputs={"cipher": lambda at: at.row.header, "row": lambda at: at.row.id}, finish=_column_texts
)
SPREADSHEET["meanings"] = Expression(
    said=lambda at: func.string_to_array(
        func.upper(func.array_to_string(at.row.meanings, ",")), ",", "", type_=ARRAY(Text)
    )
)
SPREADSHEET["undo_until"] = Expression(said=lambda at: at.row.finished_at + UNDO_WITHIN)


def _standing(state: RowState) -> Expression:
    """How many of its rows stand so."""

    def said(at: At) -> Any:
        return at.total(
            SpreadsheetRow,
            lambda there: and_(there.spreadsheet_id == at.row.id, there.state == state),
            lambda there: 1,
        )

    return Expression(said=said)


for _state in RowState:
    SPREADSHEET[f"{_state.value}_rows"] = _standing(_state)

ROW = Noun("SpreadsheetRow", SpreadsheetRow)
ROW.id()
ROW.columns("number", "state", "rule")
ROW["cells"] = Expression(
    inputs={"cipher": lambda at: at.row.cells, "row": lambda at: at.row.id},
    finish=_cells,
    shown=Shown(
        Spreadsheet,
        ("rows",),
        record=lambda at: at.row.spreadsheet_id,
        organization=lambda at: at.row.organization_id,
    ),
)
ROW["problems"] = Made(
    noun="RowProblem",
    inputs={"cipher": lambda at: at.row.problems, "row": lambda at: at.row.id, "own": own_language},
    finish=_problems,
)
ROW["case"] = One("Case", lambda at, there: there.id == at.row.became_id)
PROBLEM = Noun("RowProblem")
PROBLEM.plain("column", "message")

QUERY["spreadsheets"] = Many(
    "Spreadsheet",
    lambda at, there: there.row.brought_by_id == at.eyes.person,
    order=lambda there: [there.row.id.desc()],
    limit=20,
)
QUERY["spreadsheet_rows"] = Pages(
    "SpreadsheetRow",
    lambda at, there: and_(
        there.row.spreadsheet_id == at.given.bound("spreadsheetId", Uuid(), row_of("Spreadsheet")),
        among(at, "states", there.row.state),
    ),
    order=lambda at, there: ([(there.row.number, False)], [int]),
    pattern=lambda name, said: bool(said),
)


async def spreadsheets(tx: Transaction) -> list[Spreadsheet]:
    """What the actor brought, the newest first."""
    statement = access.visible(await access.standing(tx), Spreadsheet, tx.now)
    mine = statement.where(Spreadsheet.brought_by_id == tx.person_id).order_by(Spreadsheet.id.desc()).limit(20)
    return list(await tx.session.scalars(mine))


async def spreadsheet_rows(
    tx: Transaction, spreadsheet_id: UUID, *, states: Sequence[RowState], first: int, cursor: str | None
) -> Page[SpreadsheetRow]:
    """Rows of a spreadsheet, by number."""
    statement = access.visible(await access.standing(tx), SpreadsheetRow, tx.now).where(
        SpreadsheetRow.spreadsheet_id == spreadsheet_id
    )
    if states:
        statement = statement.where(SpreadsheetRow.state.in_(states))
    return await keyset(tx, statement, [(SpreadsheetRow.number, False)], [int], first=first, cursor=cursor)


async def rows_standing(tx: Transaction, ids: Sequence[UUID]) -> dict[UUID, dict[RowState, int]]:
    """Of each spreadsheet, how many rows stand how."""
    seen = access.visible(await access.standing(tx), SpreadsheetRow, tx.now).subquery()
    counted = await tx.session.execute(
        select(seen.c.spreadsheet_id, seen.c.state, func.count())
        .where(seen.c.spreadsheet_id.in_(ids))
        .group_by(seen.c.spreadsheet_id, seen.c.state)
    )
    found: dict[UUID, dict[RowState, int]] = {}
    for spreadsheet_id, state, count in counted:
        found.setdefault(spreadsheet_id, {})[RowState(state)] = count
    return found


__all__ = ["read_problems", "rows_standing", "spreadsheet_rows", "spreadsheets"]
