"""Undoing: a whole import is taken back, but for cases that somebody has worked on since.

Such a case is as gone as one that its client asked to be erased: its rows, its indexes, its key. The trail keeps that
it was there, and why it went.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, literal, select

from casework import retention
from casework.access import Act
from casework.refusals import NotAllowedByState
from casework.spreadsheets import rows
from casework.transaction import Transaction
from schema.audit import ActorKind, AuditEntry
from schema.cases import Case
from schema.spreadsheets import OVER, RowState, Spreadsheet, SpreadsheetRow, SpreadsheetState

#: How long an import can be taken back.
UNDO_WITHIN = timedelta(days=rows.KEPT_DAYS)


async def undo_import(tx: Transaction, spreadsheet_id: UUID, *, expected_revision: int) -> Spreadsheet:
    """Take back every case that it made, in the background. Cases on which somebody has worked since stay, and are
    listed; so does what it filled in cases that there were. Raises :class:`ChangedMeanwhile`,
    :class:`NotAllowedByState`.
    """
    spreadsheet = await rows.held(tx, spreadsheet_id, act=Act.UNDO_IMPORT)
    tx.expect(spreadsheet, expected_revision)
    if spreadsheet.state not in OVER:
        raise NotAllowedByState("Only an import that is over can be taken back.")
    if spreadsheet.finished_at is None or tx.now - spreadsheet.finished_at > UNDO_WITHIN:
        raise NotAllowedByState("The week in which it could be taken back is over. Close the cases one by one.")
    rows.turn(tx, spreadsheet, SpreadsheetState.UNDOING)
    await tx.session.flush()
    tx.record("spreadsheet.undo_started", spreadsheet)
    return spreadsheet


async def take_back_next(tx: Transaction, spreadsheet: Spreadsheet, made_in: str) -> bool:
    """Take back the next case, as the person who brought it. Returns whether more wait."""
    row = await tx.session.scalar(
        select(SpreadsheetRow)
        .where(SpreadsheetRow.spreadsheet_id == spreadsheet.id, SpreadsheetRow.state == RowState.MADE)
        .order_by(SpreadsheetRow.number)
        .limit(1)
    )
    if row is None:
        done = spreadsheet.done
        rows.turn(tx, spreadsheet, SpreadsheetState.UNDONE)
        spreadsheet.done = done
        tx.record("spreadsheet.import_undone", spreadsheet, after={"rows": done})
        return False
    row.state = RowState.STAYED
    spreadsheet.done += 1
    case = await tx.session.get(Case, row.became_id) if row.became_id else None
    goes = case is not None and not await _worked_on(tx, case.id, made_in)
    if goes:
        row.state = RowState.TAKEN_BACK
    await tx.session.flush()
    if goes and case is not None:
        await retention.alone(tx)
        held = False
        async with tx.taking_away():
            await tx.session.refresh(case, with_for_update=True)
            held = await retention.is_held(tx, case)
            if not held:
                # The entry says so; what the session holds is let go with it.
                await retention.erase(tx, case, by="import undone")
        if held:
            row.state = RowState.STAYED
            await tx.session.flush()
    return True


async def _worked_on(tx: Transaction, case_id: UUID, made_in: str) -> bool:
    """Somebody did something to it besides this import, or another case was merged into it."""
    about = func.trail_about(literal(case_id)).table_valued("seq").render_derived()
    entry = select(AuditEntry.seq).where(
        AuditEntry.seq.in_(select(about.c.seq)),
        AuditEntry.act != "viewed",
        AuditEntry.actor_kind.in_([ActorKind.PERSON, ActorKind.LINK]),
        AuditEntry.request_id.is_distinct_from(made_in),
    )
    return (await tx.session.execute(entry.limit(1))).first() is not None


__all__ = ["UNDO_WITHIN", "take_back_next", "undo_import"]
