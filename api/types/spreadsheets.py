"""Spreadsheets that are to be imported, and their rows, as whoever brought them sees them."""

from __future__ import annotations

from datetime import datetime

import orjson
import strawberry

from api.context import Info
from api.nodes import global_id
from api.types.cases import Case, case
from api.types.paging import PageInfo
from api.types.people import Node
from casework import spreadsheets
from casework.reading.spreadsheets import read_problems, rows_standing
from schema import spreadsheets as spreadsheet_rows
from schema.spreadsheets import ColumnMeaning, KnownRule, RowState, SpreadsheetState

for _words in (ColumnMeaning, KnownRule, RowState, SpreadsheetState):
    strawberry.enum(_words)


@strawberry.type(description="A table that somebody brought to be imported. Nobody else reads it.")
class Spreadsheet(Node):
    row: strawberry.Private[spreadsheet_rows.Spreadsheet]
    revision: int
    state: SpreadsheetState
    state_since: datetime
    brought_at: datetime
    rows: int = strawberry.field(description="How many rows it has, its header left out.")
    done: int = strawberry.field(description="How many of them the work under way, or the last, has seen to.")
    meanings: list[ColumnMeaning | None] = strawberry.field(description="Of each column what it means; null: not read.")
    day_first: bool | None = strawberry.field(description="In dates such as 3/4/2026 the day comes first.")
    order_asked: bool = strawberry.field(description="Its dates do not show which comes first: somebody has to say.")
    known_rule: KnownRule
    finished_at: datetime | None

    @classmethod
    def of(cls, row: spreadsheet_rows.Spreadsheet) -> Spreadsheet:
        return cls(
            id=strawberry.ID(global_id("Spreadsheet", row.id)),
            row=row,
            revision=row.revision,
            state=row.state,
            state_since=row.state_since,
            brought_at=row.created_at,
            rows=row.rows,
            done=row.done,
            meanings=[ColumnMeaning(word) if word else None for word in row.meanings],
            day_first=row.day_first,
            order_asked=row.order_asked,
            known_rule=row.known_rule,
            finished_at=row.finished_at,
        )

    @strawberry.field
    async def name(self, info: Info) -> str:
        return await info.context.opened(self.row, "name") or ""

    @strawberry.field(description="What its columns are called.")
    async def header(self, info: Info) -> list[str]:
        found: list[str] = orjson.loads(await info.context.opened(self.row, "header") or "[]")
        return found

    @strawberry.field(description="Until when the import can be taken back; null while none is over.")
    def undo_until(self) -> datetime | None:
        return self.row.finished_at + spreadsheets.UNDO_WITHIN if self.row.finished_at else None

    async def _standing(self, info: Info, state: RowState) -> int:
        found = await info.context.read(rows_standing, [self.row.id])
        return int(found.get(self.row.id, {}).get(state, 0))

    @strawberry.field(description="Rows that wait to be read.")
    async def unread_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.UNREAD)

    @strawberry.field(description="Rows that would become new cases.")
    async def new_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.NEW)

    @strawberry.field(description="Rows about clients of cases that there are.")
    async def known_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.KNOWN)

    @strawberry.field(description="Rows in which something has to be mended.")
    async def problem_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.PROBLEM)

    @strawberry.field
    async def left_out_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.LEFT_OUT)

    @strawberry.field(description="Rows that became cases.")
    async def made_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.MADE)

    @strawberry.field(description="Rows that filled what was empty in a case.")
    async def filled_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.FILLED)

    @strawberry.field(description="Rows that left a case as it was.")
    async def kept_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.KEPT)

    @strawberry.field(description="Rows that could not be brought in.")
    async def failed_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.FAILED)

    @strawberry.field(description="Rows whose cases were taken back.")
    async def taken_back_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.TAKEN_BACK)

    @strawberry.field(description="Rows whose cases stayed, because somebody has worked on them.")
    async def stayed_rows(self, info: Info) -> int:
        return await self._standing(info, RowState.STAYED)


@strawberry.type(description="One thing that is wrong with a row.")
class RowProblem:
    column: int | None = strawberry.field(description="From 0; null: it is about the row.")
    message: str


@strawberry.type
class SpreadsheetRow(Node):
    row: strawberry.Private[spreadsheet_rows.SpreadsheetRow]
    number: int = strawberry.field(description="As the spreadsheet program numbers it.")
    state: RowState
    rule: KnownRule | None = strawberry.field(
        description="What happens if its client is known; null: as with the rest."
    )

    @classmethod
    def of(cls, row: spreadsheet_rows.SpreadsheetRow) -> SpreadsheetRow:
        return cls(
            id=strawberry.ID(global_id("SpreadsheetRow", row.id)),
            row=row,
            number=row.number,
            state=row.state,
            rule=row.rule,
        )

    @strawberry.field
    async def cells(self, info: Info) -> list[str]:
        await info.context.viewed(
            spreadsheet_rows.Spreadsheet, self.row.spreadsheet_id, ["rows"], organization_id=self.row.organization_id
        )
        found: list[str] = orjson.loads(await info.context.opened(self.row, "cells") or "[]")
        return found

    @strawberry.field
    async def problems(self, info: Info) -> list[RowProblem]:
        text = await info.context.opened(self.row, "problems")
        found = read_problems(text, await info.context.spoken())
        return [RowProblem(column=column, message=message) for column, message in found]

    @strawberry.field(description="The case it is about, or became.")
    async def case(self, info: Info) -> Case | None:
        return await case(info, self.row.became_id)


@strawberry.type
class SpreadsheetRowEdge:
    node: SpreadsheetRow
    cursor: str


@strawberry.type
class SpreadsheetRowConnection:
    edges: list[SpreadsheetRowEdge]
    page_info: PageInfo


__all__ = ["RowProblem", "Spreadsheet", "SpreadsheetRow", "SpreadsheetRowConnection", "SpreadsheetRowEdge"]
