"""Answering: the contact says clear, conflict, or need more; the sheet is shut, and the house sees to what follows."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import access, assignments, house, tasks
from casework.assignments.answers import declined
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from casework.vault import key_of
from schema.assignments import Assignment, AssignmentState
from schema.cases import Case
from schema.conflicts import ConflictSheet, ConflictSheetContents, SheetAnswer
from schema.people import Person

#: Letters of what a contact still needs to know.
_LONGEST = 500


async def answer_conflict_sheet(
    tx: Transaction,
    sheet_id: UUID,
    *,
    expected_revision: int,
    answer: SheetAnswer,
    question: str | None = None,
) -> ConflictSheet:
    """Answer a sheet, as its one contact. Clear opens the file to the attorney; a conflict ends the offer; need more
    says what is asked. Whatever it is, nobody of that firm reads the sheet after it.

    Raises :class:`NotPermitted`, :class:`Invalid`, :class:`NotAllowedByState`.
    """
    sheet = await access.seen(tx, ConflictSheet, sheet_id)
    if sheet.contact_id != tx.person_id:
        raise NotPermitted(who="the conflicts contact it was sent to")
    await tx.session.refresh(sheet, with_for_update=True)
    tx.expect(sheet, expected_revision)
    if sheet.answer is not None or sheet.closed_at is not None or sheet.open_until <= tx.now:
        raise NotAllowedByState("This sheet is shut: it was answered, withdrawn, or waited too long.")
    asked = " ".join((question or "").split())
    if answer is SheetAnswer.NEED_MORE and not 5 <= len(asked) <= _LONGEST:
        raise Invalid("question", "Say in a sentence what you need to know (5 to {most} letters).", most=_LONGEST)
    if answer is not SheetAnswer.NEED_MORE and asked:
        raise Invalid("question", "A question goes with the answer that you need more.")
    contents = await tx.session.get(ConflictSheetContents, sheet.id)
    if asked and contents is not None:
        # Under the key that sealed the sheet itself: the case's.
        key_id = key_of(contents.names)
        await tx.unlock([key_id])
        sheet.question = tx.seal(ConflictSheet, sheet.id, "question", key_id, asked)
    sheet.answer, sheet.answered_at = answer, tx.now
    await tx.session.flush()
    tx.record("conflict_sheet.answered", sheet, after={"answer": answer}, fields=["question"] if asked else [])
    async with house.acts(tx):
        await _follow(tx, sheet)
    return sheet


async def _follow(tx: Transaction, sheet: ConflictSheet) -> None:
    assignment = await tx.session.get_one(Assignment, sheet.assignment_id, with_for_update=True)
    sheet.followed_at = tx.now
    if assignment.state is not AssignmentState.CHECKING:
        return
    assignment.revision += 1
    if sheet.answer is SheetAnswer.CLEAR:
        await assignments.open_file(tx, assignment)
        return
    case = await tx.session.get_one(Case, sheet.case_id, with_for_update=True)
    who = await _named(tx, sheet.attorney_id)
    if sheet.answer is SheetAnswer.CONFLICT:
        await declined(tx, assignment, "conflict")
        title = Sentence("{name}'s firm has a conflict: offer the case to somebody else.", name=who)
    else:
        await assignments.answered_for(tx, case, assignment)
        title = Sentence("{name}'s conflicts contact needs to know more: read what, and send a new sheet.", name=who)
    await tasks.raise_once(tx, case, f"conflict_answered:{sheet.id}", title, tx.now)


async def follow(tx: Transaction, *, limit: int = 200) -> int:
    """Ask each contact by a task of their own, and shut what nobody answered in time, telling whoever looks after the
    case. As the system actor HOUSEKEEPING. Returns how many sheets were seen to.
    """
    unanswered = (ConflictSheet.answer.is_(None), ConflictSheet.closed_at.is_(None))
    late = await tx.session.scalars(
        select(ConflictSheet)
        .where(*unanswered, ConflictSheet.open_until <= tx.now)
        .order_by(ConflictSheet.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    seen_to = 0
    for sheet in list(late):
        sheet.closed_at = sheet.followed_at = tx.now
        sheet.revision += 1
        await tx.session.flush()
        tx.record("conflict_sheet.closed", sheet)
        case = await tx.session.get_one(Case, sheet.case_id, with_for_update=True)
        title = Sentence(
            "{name}'s conflicts contact has not answered in a week: ask them, or offer the case to others.",
            name=await _named(tx, sheet.attorney_id),
        )
        await tasks.raise_once(tx, case, f"conflict_unanswered:{sheet.id}", title, tx.now)
        seen_to += 1
    waiting = await tx.session.scalars(
        select(ConflictSheet)
        .where(*unanswered, ConflictSheet.open_until > tx.now)
        .order_by(ConflictSheet.id)
        .limit(limit)
    )
    for sheet in list(waiting):
        contact = await tx.session.get(Person, sheet.contact_id)
        if contact is None:
            continue
        title = Sentence("A conflict sheet waits for your answer: see placements and conflict checks.")
        raised = await tasks.raise_in_organization(
            tx, sheet.organization_id, f"conflict_sheet:{sheet.id}", title, contact, sheet.open_until
        )
        seen_to += raised is not None
    await tasks.end_what_waits_no_more(tx, "conflict_sheet", _still_waits, limit)
    return seen_to


async def _still_waits(tx: Transaction, sheet_id: UUID) -> bool:
    sheet = await tx.session.get(ConflictSheet, sheet_id)
    return sheet is not None and sheet.answer is None and sheet.closed_at is None


async def _named(tx: Transaction, person_id: UUID) -> str:
    person = await tx.session.get(Person, person_id)
    return (await tx.opened(person, "name") or "") if person else ""


__all__ = ["answer_conflict_sheet", "follow"]
