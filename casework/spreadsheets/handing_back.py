"""Handing back: rows that did not become cases, as a file to mend and to bring again."""

from __future__ import annotations

import csv
import io
from uuid import UUID

from sqlalchemy import select

from casework.language import Sentence
from casework.reading.spreadsheets import read_problems
from casework.spreadsheets import rows
from casework.table_files import guarded
from casework.transaction import Transaction
from schema.spreadsheets import RowState, Spreadsheet, SpreadsheetRow

#: Rows that did not become what they could have.
NOT_BROUGHT = (RowState.PROBLEM, RowState.FAILED, RowState.LEFT_OUT)


async def rows_to_hand_back(tx: Transaction, spreadsheet_id: UUID, language: str) -> bytes:
    """The rows left behind, as CSV in UTF-8 with the file's own columns, and beside them row and reason. A cell that a
    program would run as a formula opens with an apostrophe. It is told to whoever brought them, and written into the
    trail.
    """
    spreadsheet = await rows.held(tx, spreadsheet_id)
    found = await tx.session.scalars(
        select(SpreadsheetRow)
        .where(SpreadsheetRow.spreadsheet_id == spreadsheet.id, SpreadsheetRow.state.in_(NOT_BROUGHT))
        .order_by(SpreadsheetRow.number)
    )
    into = io.StringIO()
    # Excel takes a file for UTF-8 by its first mark alone.
    into.write("\ufeff")
    sheet = csv.writer(into)
    header = rows.header(tx, spreadsheet)
    named = [Sentence("Row").said(language), Sentence("What is wrong").said(language)]
    sheet.writerow([*map(guarded, header), *named])
    for row in found:
        said = [
            f"{header[column]}: {sentence}" if column is not None else sentence
            for column, sentence in read_problems(tx.open(row, "problems"), language)
        ]
        sheet.writerow([*map(guarded, rows.cells(tx, row)), row.number, guarded("; ".join(said))])
    tx.viewed(Spreadsheet, spreadsheet.id, ["rows"], organization_id=spreadsheet.organization_id)
    return into.getvalue().encode()


__all__ = ["NOT_BROUGHT", "rows_to_hand_back"]
