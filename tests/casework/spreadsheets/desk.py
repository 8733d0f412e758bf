"""Ana's desk: she drops in a table, and the house goes on with it as the worker does."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import xlsxwriter
from sqlalchemy import func, select

from casework import spreadsheets
from casework.reading.spreadsheets import read_problems
from casework.spreadsheets import rows as sealed
from casework.spreadsheets.tables import Received
from schema.base import Table
from schema.facilities import Facility
from schema.spreadsheets import RowState, Spreadsheet, SpreadsheetRow
from tests.house import NEW_YORK, House

HEADER = ("Client Name", "A#", "DOB", "Country", "Facility", "Next Hearing", "Hearing Time", "Court", "Lawyer", "Notes")
LUZ = (
    "Luz Marina Ortega",
    "A987 654 321",
    "1999-04-30",
    "Guatemala",
    "Wyatt",
    "2026-12-03",
    "9:00 AM",
    "Hartford",
    "",
    "",
)
TOMAS = (
    "Tomás Paz Ixim",
    "123456789",
    "1/25/1988",
    "Honduras",
    "",
    "2/1/2026",
    "",
    "Hartford",
    "Rita Vale",
    "calls us",
)


def csv_of(*rows: Sequence[str], header: Sequence[str] = HEADER) -> bytes:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in (header, *rows)).encode()


def xlsx_of(sheets: dict[str, Sequence[Sequence[Any]]], merged: Sequence[tuple[int, int, int, int, str]] = ()) -> bytes:
    into = io.BytesIO()
    with xlsxwriter.Workbook(into, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(number, column, cell)
            for one in merged:
                sheet.merge_range(*one)
    return into.getvalue()


@dataclass
class Desk:
    """What one test does there."""

    house: House
    facility: UUID

    async def bring(self, content: bytes, name: str = "clients 2025.csv") -> Spreadsheet:
        """Drop it in, and let it be read."""
        table = spreadsheets.read_table(content, name)
        assert isinstance(table, Received)
        async with self.house.acting(self.house.ana) as tx:
            made = await spreadsheets.take_in_spreadsheet(tx, self.house.organization, name, table)
        return await self.go_on(made)

    async def go_on(self, sheet: Spreadsheet, steps: int = 10_000) -> Spreadsheet:
        """What the worker does with it."""
        for one, whose in await spreadsheets.waiting(self.house.database):
            await spreadsheets.carry_on(self.house.database, one, whose, steps=steps)
        return await self.now(sheet)

    async def now(self, sheet: Spreadsheet) -> Spreadsheet:
        async with self.house.watching() as tx:
            return await tx.session.get_one(Spreadsheet, sheet.id)

    async def start(self, sheet: Spreadsheet) -> Spreadsheet:
        """Let it become cases, to the end."""
        async with self.house.acting(self.house.ana) as tx:
            started = await spreadsheets.start_import(tx, sheet.id, expected_revision=sheet.revision)
        return await self.go_on(started)

    async def rows(self, sheet: Spreadsheet) -> list[SpreadsheetRow]:
        async with self.house.watching() as tx:
            found = await tx.session.scalars(
                select(SpreadsheetRow).where(SpreadsheetRow.spreadsheet_id == sheet.id).order_by(SpreadsheetRow.number)
            )
            return list(found)

    async def states(self, sheet: Spreadsheet) -> list[RowState]:
        return [row.state for row in await self.rows(sheet)]

    async def problems(self, sheet: Spreadsheet, language: str = "en") -> list[tuple[int, int | None, str]]:
        """Row, column and sentence of all that is wrong."""
        found = await self.rows(sheet)
        async with self.house.watching() as tx:
            await tx.unlock([sheet.vault_key_id])
            return [
                (row.number, column, said)
                for row in found
                for column, said in read_problems(tx.open(row, "problems"), language)
            ]

    async def cells(self, row: SpreadsheetRow) -> list[str]:
        async with self.house.watching() as tx:
            await tx.unlock([row.cells])
            return sealed.cells(tx, row)

    async def count(self, model: type[Table], *where: Any) -> int:
        async with self.house.watching() as tx:
            return await tx.session.scalar(select(func.count()).select_from(model).where(*where)) or 0


async def furnished(house: House) -> Desk:
    async with house.watching() as tx:
        facility = Facility(
            code="WYATT", name="Wyatt Detention Center", city="Central Falls", state="RI", time_zone=NEW_YORK
        )
        tx.session.add(facility)
        await tx.session.flush()
        return Desk(house, facility.id)
