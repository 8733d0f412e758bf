"""Bringing in: row after row becomes a case, by the verbs a call would have gone through, each whole or not at all.

The house does it in the background as the person who started it: what they may not do is not done, and the trail says
that it was them. Each row is a transaction of its own, in which the row says what became of it; so a worker that is
killed between two rows goes on with the next, and whoever stops the import stops it between two rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import event, func, select

from casework import access, docketing
from casework.actors import HOUSEKEEPING, Person
from casework.refusals import NotAllowedByState, NotFound, NotPermitted, Refusal
from casework.spreadsheets import checking, rows, undoing
from casework.spreadsheets.consequences import fill, open_case
from casework.spreadsheets.places import Places
from casework.spreadsheets.said import Said, Wrong
from casework.transaction import Database, Transaction
from schema.spreadsheets import (
    AT_WORK,
    WAITING_ROWS,
    KnownRule,
    RowState,
    Spreadsheet,
    SpreadsheetRow,
    SpreadsheetState,
)

#: How the requests of imports begin. No door lets anybody else call theirs so.
TOLD_AS = "sheet-"


async def start_import(tx: Transaction, spreadsheet_id: UUID, *, expected_revision: int) -> Spreadsheet:
    """Let the rows become cases, in the background. Rows with problems stay behind, and come back as a file. Raises
    :class:`ChangedMeanwhile`, :class:`NotAllowedByState`.
    """
    spreadsheet = await rows.held(tx, spreadsheet_id)
    tx.expect(spreadsheet, expected_revision)
    rows.while_ready(spreadsheet)
    if spreadsheet.order_asked and spreadsheet.day_first is None:
        raise NotAllowedByState("Say first whether the month or the day comes first in the dates of this table.")
    waiting = await tx.session.scalar(
        select(func.count()).where(
            SpreadsheetRow.spreadsheet_id == spreadsheet.id, SpreadsheetRow.state.in_(WAITING_ROWS)
        )
    )
    if not waiting:
        raise NotAllowedByState("No row can be brought in as it is. Mend one first.")
    rows.turn(tx, spreadsheet, SpreadsheetState.BRINGING_IN)
    await tx.session.flush()
    tx.record("spreadsheet.import_started", spreadsheet, after={"rows": waiting})
    return spreadsheet


async def cancel_import(tx: Transaction, spreadsheet_id: UUID) -> Spreadsheet:
    """Stop between two rows. What had become a case stays, and can be taken back. Raises :class:`NotAllowedByState`."""
    spreadsheet = await rows.held(tx, spreadsheet_id)
    if spreadsheet.state is not SpreadsheetState.BRINGING_IN:
        raise NotAllowedByState("This import is over already, or has not begun.")
    done = spreadsheet.done
    rows.turn(tx, spreadsheet, SpreadsheetState.STOPPED)
    spreadsheet.done, spreadsheet.finished_at = done, tx.now
    await tx.session.flush()
    tx.record("spreadsheet.import_cancelled", spreadsheet, after={"done": done})
    return spreadsheet


async def waiting(database: Database) -> list[tuple[UUID, UUID]]:
    """Spreadsheets on which there is something to do, and whose they are: the longest waiting first."""
    async with database.transaction(HOUSEKEEPING) as tx:
        found = await tx.session.execute(
            select(Spreadsheet.id, Spreadsheet.brought_by_id)
            .where(Spreadsheet.state.in_(AT_WORK))
            .order_by(Spreadsheet.state_since)
            .limit(100)
        )
        return [(one, whose) for one, whose in found]


async def carry_on(
    database: Database, spreadsheet_id: UUID, person_id: UUID, *, steps: int, stopping: Callable[[], bool] = bool
) -> bool:
    """Do the next so many steps of what is to be done with it, as the person who brought it. Returns whether more
    waits.
    """
    actor, request_id = Person(person_id), told_as(spreadsheet_id)
    async with database.transaction(actor, request_id=request_id) as tx:
        places = await Places.known(tx)
    for _ in range(steps):
        if stopping():
            return True
        try:
            async with database.transaction(actor, request_id=request_id) as tx:
                more = await _step(tx, spreadsheet_id, places)
        except _Failed as failed:
            async with database.transaction(actor, request_id=request_id) as tx:
                await _note_failure(tx, spreadsheet_id, failed)
            more = True
        except (NotFound, NotPermitted):
            # They have left, or may not do it any more: nobody goes on in their name.
            await _give_up(database, spreadsheet_id)
            return False
        if not more:
            return False
    return True


def told_as(spreadsheet_id: UUID) -> str:
    """Under which request the trail holds what an import did."""
    return f"{TOLD_AS}{spreadsheet_id.hex}"


class _Failed(Exception):
    """A row could not be brought in: leaves its transaction, so that nothing of it stays."""

    def __init__(self, row_id: UUID, why: Refusal) -> None:
        self.row_id, self.why = row_id, why


async def _step(tx: Transaction, spreadsheet_id: UUID, places: Places) -> bool:
    _keep_what_is_read(tx)
    spreadsheet = await rows.held(tx, spreadsheet_id)
    if spreadsheet.state is SpreadsheetState.CHECKING:
        return await checking.check_some(tx, spreadsheet, places)
    if spreadsheet.state is SpreadsheetState.BRINGING_IN:
        return await _bring_next(tx, spreadsheet, places)
    if spreadsheet.state is SpreadsheetState.UNDOING:
        return await undoing.take_back_next(tx, spreadsheet, told_as(spreadsheet_id))
    return False


async def _next(tx: Transaction, spreadsheet: Spreadsheet, states: Sequence[RowState]) -> SpreadsheetRow | None:
    found: SpreadsheetRow | None = await tx.session.scalar(
        select(SpreadsheetRow)
        .where(SpreadsheetRow.spreadsheet_id == spreadsheet.id, SpreadsheetRow.state.in_(states))
        .order_by(SpreadsheetRow.number)
        .limit(1)
    )
    return found


async def _bring_next(tx: Transaction, spreadsheet: Spreadsheet, places: Places) -> bool:
    row = await _next(tx, spreadsheet, WAITING_ROWS)
    if row is None:
        done = spreadsheet.done
        rows.turn(tx, spreadsheet, SpreadsheetState.DONE)
        spreadsheet.done, spreadsheet.finished_at = done, tx.now
        tx.record("spreadsheet.import_finished", spreadsheet, after={"rows": done})
        return False
    said = checking.columns_of(tx, spreadsheet).read(rows.cells(tx, row))
    rule = row.rule or spreadsheet.known_rule
    try:
        # One person does all of it in one act: what is the same for every verb is asked once.
        async with docketing.planned_once(tx):
            with access.holding(tx):
                await _becomes(tx, row, rule, spreadsheet.organization_id, said, places)
    except NotPermitted:
        raise
    except Refusal as why:
        raise _Failed(row.id, why) from None
    spreadsheet.done += 1
    await tx.session.flush()
    return True


async def _becomes(
    tx: Transaction, row: SpreadsheetRow, rule: KnownRule, organization_id: UUID, said: Said, places: Places
) -> None:
    if row.state is RowState.NEW or rule is KnownRule.ANEW:
        case = await open_case(tx, organization_id, said, places)
        row.state, row.became_id = RowState.MADE, case.id
    elif rule is KnownRule.FILL and row.became_id:
        await fill(tx, row.became_id, said, places)
        row.state = RowState.FILLED
    else:
        row.state = RowState.KEPT


def _keep_what_is_read(tx: Transaction) -> None:
    """A session forgets what nobody holds, and the verbs of one row would read its facility, court and people again
    and again.
    """
    kept: list[Any] = []
    for moment in ("loaded_as_persistent", "pending_to_persistent"):
        event.listen(tx.session.sync_session, moment, lambda _, row: kept.append(row))


async def _note_failure(tx: Transaction, spreadsheet_id: UUID, failed: _Failed) -> None:
    spreadsheet = await rows.held(tx, spreadsheet_id)
    row = await tx.session.get_one(SpreadsheetRow, failed.row_id)
    rows.put_problems(tx, spreadsheet.vault_key_id, row, [Wrong(None, failed.why.sentence)])
    row.state = RowState.FAILED
    spreadsheet.done += 1
    await tx.session.flush()


async def _give_up(database: Database, spreadsheet_id: UUID) -> None:
    async with database.transaction(HOUSEKEEPING) as tx:
        found = await tx.session.get(Spreadsheet, spreadsheet_id, with_for_update=True)
        if found is not None and found.state in AT_WORK:
            rows.turn(tx, found, SpreadsheetState.STOPPED)
            found.finished_at = tx.now
            tx.record("spreadsheet.import_stopped", found)


__all__ = ["TOLD_AS", "cancel_import", "carry_on", "start_import", "told_as", "waiting"]
