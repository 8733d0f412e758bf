"""Cancelling a hearing, and what would be left without it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from casework import access, bond, cases, court_codes, docketing, notices
from casework.access import Act
from casework.hearings.around import planned_around
from casework.hearings.move import Moved
from casework.hearings.printed import as_told, refuse_over
from casework.notices import Telling
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.hearings import Hearing
from schema.notices import LetterKind
from schema.occasions import OccasionState


async def cancel_hearing(
    tx: Transaction,
    hearing_id: UUID,
    *,
    expected_revision: int,
    reason: str | None = None,
    adjournment_code: str | None = None,
) -> Moved:
    """Cancel a hearing (vacated, taken off the calendar). Everyone who was told of it is told; actions stay to be
    decided on.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.CANCEL_HEARING)
    tx.expect(hearing, expected_revision)
    occasion = hearing.occasion
    refuse_over(occasion)
    hearing.adjournment_code = court_codes.adjournment("adjournmentCode", adjournment_code) or hearing.adjournment_code
    before = as_told(occasion)
    occasion.state = OccasionState.CANCELLED
    occasion.changed(tx.now)
    await tx.session.flush()
    told = await notices.tell_change(tx, occasion, LetterKind.CANCELLED, before=before)
    await cases.keep_next_occasion(tx, case)
    await bond.hearing_off(tx, case, hearing)
    await tx.unlock([case.vault_key_id])
    tx.record(
        "hearing.cancelled", hearing, case=case, before={"starts_at": occasion.starts_at}, typed=reason,
        key_id=case.vault_key_id,
    )  # fmt: skip
    if occasion.kind in docketing.COUNTED_FROM:
        await docketing.replan(tx, case)
    return Moved(hearing, told)


@dataclass(frozen=True, slots=True)
class CancelPreview:
    """What cancelling would do, before anything is saved, and what it would leave for somebody to decide on."""

    tellings: tuple[Telling, ...]
    #: Actions around it: nobody calls them off but people.
    left_standing: tuple[AdvocacyAction, ...]


async def preview_cancel(tx: Transaction, hearing_id: UUID) -> CancelPreview:
    """Who would be told if this hearing were cancelled, and which actions would be left without it. Saves nothing."""
    hearing, _ = await access.record_for(tx, Hearing, hearing_id, Act.CANCEL_HEARING)
    starts_at = hearing.occasion.starts_at
    tellings = await notices.forecast(tx, hearing.occasion, LetterKind.CANCELLED, starts_at=starts_at)
    return CancelPreview(tuple(tellings), tuple(await planned_around(tx, hearing)))
