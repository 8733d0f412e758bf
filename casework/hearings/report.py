"""Reporting in a minute what a hearing came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from casework import access, bond, cases, docketing
from casework.access import Act
from casework.hearings.printed import Notice
from casework.hearings.schedule import schedule_hearing
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.custody import Confidence, Source
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import OccasionState


@dataclass(frozen=True, slots=True)
class Reported:
    """A hearing with its outcome, and the next one if the judge set it."""

    hearing: Hearing
    next_hearing: Hearing | None


async def report_hearing(
    tx: Transaction,
    hearing_id: UUID,
    *,
    expected_revision: int,
    outcome: HearingOutcome,
    note: str | None = None,
    next_starts_at: datetime | None = None,
    bond_amount: int | None = None,
    reserves_appeal: bool | None = None,
) -> Reported:
    """Report in a minute what a hearing came to, with the next date if one was set. What a judge ordered about bond
    moves the bond track. Raises :class:`Invalid`.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.REPORT_HEARING)
    tx.expect(hearing, expected_revision)
    occasion = hearing.occasion
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This hearing was cancelled.")
    if occasion.state is OccasionState.HELD:
        raise NotAllowedByState("This hearing was reported already.")
    if occasion.starts_at > tx.now:
        raise NotAllowedByState("This hearing has not begun yet.")
    if note and len(note) > 5_000:
        raise Invalid("note", "A report has at most 5,000 characters. Write a note for the rest.")
    if outcome is HearingOutcome.BOND_GRANTED:
        if bond_amount is not None:
            bond.check_amount("bondAmount", bond_amount)
    elif bond_amount is not None or reserves_appeal is not None:
        raise Invalid("bondAmount", "An amount belongs to bond that was granted. Look at the outcome again.")
    await tx.unlock([case.vault_key_id])
    hearing.outcome = outcome
    hearing.outcome_note = tx.seal(Hearing, hearing.id, "outcome_note", case.vault_key_id, note and note.strip())
    hearing.reported_at, hearing.reported_by_id = tx.now, tx.person_id
    occasion.state = OccasionState.HELD
    await tx.session.flush()
    await bond.hearing_heard(tx, case, hearing, outcome, amount=bond_amount, reserves_appeal=reserves_appeal)
    following = None
    if next_starts_at is not None:
        following = await schedule_hearing(tx, case.id, hearing.proceeding_id, _again(hearing, next_starts_at))
        following.supersedes_id = hearing.id
    await cases.keep_next_occasion(tx, case)
    tx.record("hearing.reported", hearing, case=case, after={"outcome": outcome})
    await docketing.replan(tx, case)
    return Reported(hearing, following)


def _again(hearing: Hearing, starts_at: datetime) -> Notice:
    """The next hearing, as the judge set it: the same court, place and medium until the notice says otherwise."""
    occasion = hearing.occasion
    return Notice(
        kind=occasion.kind,
        starts_at=starts_at,
        length_minutes=int((occasion.ends_at - occasion.starts_at).total_seconds() // 60),
        court_id=hearing.court_id,
        hearing_location_id=hearing.hearing_location_id,
        time_zone=occasion.time_zone,
        room=occasion.room,
        medium=occasion.medium,
        join_url=occasion.join_url,
        judge=hearing.judge,
        detained=hearing.detained,
        closed_to_public=hearing.closed_to_public,
        interpreter_language=hearing.interpreter_language,
        source=Source.COUNSEL,
        confidence=Confidence.ONE_SOURCE,
    )
