"""Mending: columns are matched by hand, cells are typed again, and rows are decided on, before anything happens."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select, update

from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.spreadsheets import checking, rows
from casework.spreadsheets.places import Places
from casework.spreadsheets.tables import LONGEST_CELL
from casework.transaction import Transaction
from schema.base import new_id
from schema.spreadsheets import (
    AT_WORK,
    ColumnMeaning,
    KnownRule,
    RememberedColumns,
    RowState,
    Spreadsheet,
    SpreadsheetRow,
    SpreadsheetState,
)


async def match_columns(
    tx: Transaction,
    spreadsheet_id: UUID,
    meanings: Sequence[ColumnMeaning | None],
    *,
    day_first: bool | None = None,
    expected_revision: int,
) -> Spreadsheet:
    """Say what each column means, and what stands first in its dates. Remembered for tables with these names; every row
    is read again. Raises :class:`Invalid`, :class:`ChangedMeanwhile`, :class:`NotAllowedByState`.
    """
    spreadsheet = await rows.held(tx, spreadsheet_id)
    tx.expect(spreadsheet, expected_revision)
    rows.while_ready(spreadsheet)
    if len(meanings) != len(spreadsheet.meanings):
        raise Invalid("meanings", "Say of every column what it means, or that it is not read.")
    said = [one for one in meanings if one is not None]
    if len(set(said)) != len(said):
        raise Invalid("meanings", "Two columns cannot mean the same. Choose which of them is read.")
    if not {ColumnMeaning.A_NUMBER, ColumnMeaning.FULL_NAME, ColumnMeaning.GIVEN_NAMES, ColumnMeaning.SURNAMES,
            ColumnMeaning.REF} & set(said):  # fmt: skip
        raise Invalid("meanings", "Say which column holds the name or the A-number: without one nobody is known.")
    spreadsheet.meanings = [one.value if one else "" for one in meanings]
    spreadsheet.day_first = day_first
    rows.turn(tx, spreadsheet, SpreadsheetState.CHECKING)
    await tx.session.execute(
        update(SpreadsheetRow)
        .where(SpreadsheetRow.spreadsheet_id == spreadsheet.id, SpreadsheetRow.state.in_(checking.UNDECIDED))
        .values(state=RowState.UNREAD)
    )
    await _remember(tx, spreadsheet)
    await tx.session.flush()
    tx.record("spreadsheet.matched", spreadsheet, after={"columns": len(said)})
    return spreadsheet


async def _remember(tx: Transaction, spreadsheet: Spreadsheet) -> None:
    known = await tx.session.scalar(
        select(RememberedColumns)
        .where(
            RememberedColumns.organization_id == spreadsheet.organization_id,
            RememberedColumns.header_index == spreadsheet.header_index,
        )
        .with_for_update()
    )
    if known is None:
        known = RememberedColumns(
            id=new_id(), organization_id=spreadsheet.organization_id, header_index=spreadsheet.header_index
        )
        tx.session.add(known)
    known.meanings, known.day_first = list(spreadsheet.meanings), spreadsheet.day_first


async def mend_cell(tx: Transaction, row_id: UUID, *, column: int, text: str) -> tuple[Spreadsheet, SpreadsheetRow]:
    """Type a cell again. The row is looked at anew. Raises :class:`Invalid`, :class:`NotAllowedByState`."""
    spreadsheet, row = await _row(tx, row_id)
    cells = rows.cells(tx, row)
    if not 0 <= column < len(cells):
        raise Invalid("column", "There is no such column.")
    if len(text) > LONGEST_CELL:
        raise Invalid("text", "That is longer than {most} letters.", most=LONGEST_CELL)
    cells[column] = " ".join(text.replace("\0", "").split())
    row.cells = rows.sealed_cells(tx, spreadsheet.vault_key_id, row.id, cells)
    await _look_again(tx, spreadsheet, row)
    tx.record("spreadsheet.cell_mended", spreadsheet, after={"row": row.number})
    return spreadsheet, row


async def decide_row(
    tx: Transaction, row_id: UUID, *, left_out: bool = False, rule: KnownRule | None = None
) -> tuple[Spreadsheet, SpreadsheetRow]:
    """Leave a row out, or take it in again; or say what happens with it when its client is known. Raises
    :class:`Invalid`, :class:`NotAllowedByState`.
    """
    spreadsheet, row = await _row(tx, row_id)
    row.rule = rule
    if left_out:
        row.state = RowState.LEFT_OUT
        await tx.session.flush()
    else:
        row.state = RowState.UNREAD
        await _look_again(tx, spreadsheet, row)
    tx.record("spreadsheet.row_decided", spreadsheet, after={"row": row.number, "left_out": left_out, "rule": rule})
    return spreadsheet, row


async def choose_known_rule(
    tx: Transaction, spreadsheet_id: UUID, rule: KnownRule, *, expected_revision: int
) -> Spreadsheet:
    """Say what happens with every row about somebody known of which nothing else was said. Raises :class:`Invalid`."""
    spreadsheet = await rows.held(tx, spreadsheet_id)
    tx.expect(spreadsheet, expected_revision)
    rows.while_ready(spreadsheet)
    if rule is KnownRule.ANEW:
        raise Invalid(
            "rule", "Say of a single row that it is somebody else: of all of them it would make people twice."
        )
    spreadsheet.known_rule = rule
    await tx.session.flush()
    tx.record("spreadsheet.rule_chosen", spreadsheet, after={"rule": rule})
    return spreadsheet


async def discard_spreadsheet(tx: Transaction, spreadsheet_id: UUID) -> UUID:
    """Throw it away: its rows go now, and the key with them. Cases it became stay. Returns whose it was. Raises
    :class:`NotAllowedByState` while it is worked on.
    """
    spreadsheet = await rows.held(tx, spreadsheet_id)
    if spreadsheet.state in AT_WORK:
        raise NotAllowedByState("This spreadsheet is being worked on. Stop it first, or wait until it is over.")
    tx.record("spreadsheet.discarded", spreadsheet)
    async with tx.taking_away():
        await tx.session.execute(delete(SpreadsheetRow).where(SpreadsheetRow.spreadsheet_id == spreadsheet.id))
        await tx.session.execute(
            delete(Spreadsheet).where(Spreadsheet.id == spreadsheet.id).execution_options(synchronize_session=False)
        )
        await tx.destroy_keys([spreadsheet.vault_key_id])
    tx.session.expunge(spreadsheet)
    return spreadsheet.organization_id


async def _row(tx: Transaction, row_id: UUID) -> tuple[Spreadsheet, SpreadsheetRow]:
    row = await tx.session.get(SpreadsheetRow, row_id)
    if row is None:
        raise NotFound
    spreadsheet = await rows.held(tx, row.spreadsheet_id)
    rows.while_ready(spreadsheet)
    await tx.session.refresh(row, with_for_update=True)
    return spreadsheet, row


async def _look_again(tx: Transaction, spreadsheet: Spreadsheet, row: SpreadsheetRow) -> None:
    """The row anew; and others that carried its A-number."""
    before = row.number_index
    places = await Places.known(tx)
    await checking.look_at(tx, spreadsheet, [row], places)
    if before is not None and before != row.number_index:
        others = select(SpreadsheetRow).where(
            SpreadsheetRow.spreadsheet_id == spreadsheet.id,
            SpreadsheetRow.number_index == before,
            SpreadsheetRow.id != row.id,
            SpreadsheetRow.state == RowState.PROBLEM,
        )
        await checking.look_at(tx, spreadsheet, list(await tx.session.scalars(others)), places)


async def count_rows(tx: Transaction, spreadsheet_id: UUID) -> dict[RowState, int]:
    """How many rows stand how."""
    counted = await tx.session.execute(
        select(SpreadsheetRow.state, func.count())
        .where(SpreadsheetRow.spreadsheet_id == spreadsheet_id)
        .group_by(SpreadsheetRow.state)
    )
    return {RowState(state): count for state, count in counted}


__all__ = ["choose_known_rule", "count_rows", "decide_row", "discard_spreadsheet", "match_columns", "mend_cell"]
