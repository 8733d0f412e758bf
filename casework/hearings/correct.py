"""Correcting a report: what a hearing came to as it really was, however long ago it was reported."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_, select

from casework import access, bond, cases, court_codes, docketing, proceedings
from casework.access import Act
from casework.hearings.move import reschedule_hearing
from casework.hearings.printed import instant
from casework.hearings.report import (
    CODES,
    DECIDING,
    NextDate,
    Reported,
    Spoken,
    decided_there,
    refuse_earlier,
    refuse_wrong,
    set_next,
)
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.cases import Case
from schema.custody import Source
from schema.decisions import AppealStance, Decision
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import OccasionState


async def correct_report(
    tx: Transaction,
    hearing_id: UUID,
    *,
    expected_revision: int,
    outcome: HearingOutcome,
    note: str | None = None,
    next_date: NextDate | None = None,
    adjournment_code: str | None = None,
    spoken: Spoken | None = None,
    bond_amount: int | None = None,
) -> Reported:
    """Say what a hearing came to as it really was. Outcome and ``note`` are the whole report from now on; the next
    date, the court's code, the decision's words and the amount stay as they are where nothing is said of them.

    What follows from a report follows from its correction: another outcome takes the decision and the step of the bond
    track back and records them anew, and another next date moves the one that was said, so that everyone who was told
    of it is told. What was said before stays in the trail. Raises :class:`Invalid`, :class:`NotAllowedByState`, also
    where somebody has gone on from the decision or the order.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.CORRECT_REPORT)
    tx.expect(hearing, expected_revision)
    was = hearing.outcome
    if hearing.occasion.state is not OccasionState.HELD or was is None:
        raise NotAllowedByState("There is no report of this hearing to correct. Report it first.")
    if outcome is was is HearingOutcome.BOND_GRANTED and bond_amount is None:
        bond_amount = await bond.amount_reported(tx, case, hearing)
    refuse_wrong(outcome, note, bond_amount)
    await tx.unlock([case.vault_key_id])
    before = {"outcome": was, "adjournment_code": hearing.adjournment_code}
    noted, note = tx.open(hearing, "outcome_note"), (note or "").strip() or None
    hearing.outcome = outcome
    hearing.outcome_note = tx.seal(Hearing, hearing.id, "outcome_note", case.vault_key_id, note)
    hearing.adjournment_code = _code(hearing, was, adjournment_code)
    await tx.session.flush()
    decision, decided = await _decide_anew(tx, case, hearing, was, spoken, bond_amount)
    following, moved = await _next(tx, case, hearing, next_date) if next_date else (None, False)
    after = {"outcome": outcome, "adjournment_code": hearing.adjournment_code}
    if before == after and noted == note and not decided and not moved:
        raise NotAllowedByState("Nothing is different: the report says that already.")
    await tx.session.flush()
    await cases.keep_next_occasion(tx, case)
    tx.record(
        "hearing.report_corrected", hearing, case=case, before=before, after=after,
        restricted={"outcome_note": (noted, note)} if noted != note else None, key_id=case.vault_key_id,
    )  # fmt: skip
    await docketing.replan(tx, case)
    return Reported(hearing, following, decision)


def _code(hearing: Hearing, was: HearingOutcome, typed: str | None) -> str | None:
    """The court's code: as typed, else the outcome's own; the one of another outcome goes with it."""
    code = court_codes.adjournment("adjournmentCode", typed) or CODES.get(hearing.outcome or was)
    if code is None and was in CODES and hearing.adjournment_code == CODES[was]:
        return (hearing.report_left or {}).get("adjournment_code")
    return code or hearing.adjournment_code


async def _decide_anew(
    tx: Transaction, case: Case, hearing: Hearing, was: HearingOutcome, spoken: Spoken | None, amount: int | None
) -> tuple[Decision | None, bool]:
    """The decision as it stands now, and whether anything of it or of the order about bond is different."""
    outcome = hearing.outcome or was
    standing = await tx.session.scalar(
        select(Decision)
        .where(Decision.hearing_id == hearing.id, Decision.taken_back_at.is_(None))
        .order_by(Decision.recorded_at.desc(), Decision.id)
        .limit(1)
        .with_for_update()
    )
    same = outcome is was and (spoken is None or (standing is not None and _said_of(standing) == spoken))
    if same and amount == await bond.amount_reported(tx, case, hearing):
        return standing, False
    if spoken is None and outcome in DECIDING and standing is not None and outcome is was:
        spoken = _said_of(standing)
    await bond.report_taken_back(tx, case, hearing)
    reserves = bool(spoken and spoken.appeal_by_government is AppealStance.RESERVED)
    await bond.hearing_heard(tx, case, hearing, outcome, amount=amount, reserves_appeal=reserves or None)
    if same:
        return standing, True
    if standing is not None:
        await proceedings.take_back(tx, case, standing)
        standing.revision += 1
        await tx.session.flush()
    return await decided_there(tx, case, hearing, outcome, spoken), True


def _said_of(decision: Decision) -> Spoken:
    return Spoken(
        given_how=decision.given_how,
        appeal_by_client=decision.appeal_by_client,
        appeal_by_government=decision.appeal_by_government,
    )


async def _next(tx: Transaction, case: Case, hearing: Hearing, said: NextDate) -> tuple[Hearing, bool]:
    """The next hearing as it was really set, and whether that is news. One that was said before moves, or makes room
    for one of another kind; whoever was told of it is told.
    """
    refuse_earlier(hearing, said)
    left = (hearing.report_left or {}).get("next_hearing")
    found = await tx.session.scalars(
        select(Hearing)
        .where(or_(Hearing.supersedes_id == hearing.id, Hearing.id == (UUID(left) if left else None)))
        .order_by(Hearing.supersedes_id.is_(None), Hearing.id)
    )
    standing = found.unique().first()
    if standing is None or standing.occasion.state is OccasionState.CANCELLED:
        return await set_next(tx, case, hearing, said)
    occasion = standing.occasion
    if occasion.state is OccasionState.HELD:
        raise NotAllowedByState("The next hearing was held already. Correct its own report.")
    if said.kind not in (None, occasion.kind):
        return await set_next(tx, case, hearing, said, in_place_of=standing.id)
    code = court_codes.schedule_type("scheduleType", said.schedule_type)
    news = code is not None and code != standing.schedule_type
    if news:
        # It is another hearing's record that changes: for whoever may move it.
        await access.record_for(tx, Hearing, standing.id, Act.RESCHEDULE_HEARING)
        tx.record(
            "hearing.rescheduled",
            standing,
            case=case,
            before={"schedule_type": standing.schedule_type},
            after={"schedule_type": code},
        )
    standing.schedule_type = code or standing.schedule_type
    # The move reads it anew, locked.
    await tx.session.flush()
    if instant(tx, said.starts_at, occasion.time_zone, said.occurrence) == occasion.starts_at and occasion.hour_known:
        return standing, news
    moved = await reschedule_hearing(
        tx, standing.id, starts_at=said.starts_at, occurrence=said.occurrence, expected_revision=standing.revision,
        source=Source.COUNSEL,
    )  # fmt: skip
    return moved.hearing, True
