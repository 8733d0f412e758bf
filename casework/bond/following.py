"""What other acts do to the bond track: a hearing is set, taken off, or reported; somebody is released on bond."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from casework import tasks, times
from casework.bond.keeping import StepFacts, add, keep, standing_steps, told_steps
from casework.bond.stages import ORDERED, last_order, what_is_in_the_way
from casework.language import Sentence
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.bond import Bond, BondOrder, BondStage, BondStep
from schema.cases import Case
from schema.custody import ReleaseReason, Source
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import OccasionKind

#: Hearings at which bond is decided.
BOND_HEARINGS = frozenset({OccasionKind.BOND_HEARING, OccasionKind.CUSTODY_HEARING})
_OUTCOMES = {
    HearingOutcome.BOND_GRANTED: BondOrder.GRANTED,
    HearingOutcome.CONDITIONAL_PAROLE: BondOrder.CONDITIONAL_PAROLE,
    HearingOutcome.BOND_DENIED: BondOrder.DENIED,
    HearingOutcome.NO_JURISDICTION: BondOrder.NO_JURISDICTION,
}
#: Releases to which a bond leads.
BONDED_OUT = frozenset({ReleaseReason.BONDED_OUT_JUDGE, ReleaseReason.BONDED_OUT_FIELD_OFFICE})
#: Somebody who is released on bond was somewhere here, whatever was recorded last.
_ON_THE_WAY = frozenset({BondStage.GRANTED, BondStage.STAYED, BondStage.PAYING, BondStage.POSTED, BondStage.APPEALED})

#: Stages from which a judge's order leads on, whatever the request was.
_OPEN_TO_AN_ORDER = frozenset(
    {BondStage.NOT_ELIGIBLE, BondStage.CONTESTED_JURISDICTION, BondStage.REQUESTED, BondStage.SCHEDULED}
)


async def hearing_set(tx: Transaction, case: Case, hearing: Hearing) -> None:
    """A bond hearing was set: a track that is open to it waits for that date now."""
    if hearing.occasion.kind not in BOND_HEARINGS:
        return
    bond, rows = await _track(tx, case)
    if bond is not None and rows and what_is_in_the_way(told_steps(rows), BondStage.SCHEDULED) is None:
        on = max(times.local_day(tx.now, hearing.occasion.time_zone), rows[-1].reached_on)
        await _move(tx, case, bond, rows, BondStage.SCHEDULED, on, StepFacts(hearing_id=hearing.id))


async def hearing_off(tx: Transaction, case: Case, hearing: Hearing) -> None:
    """The hearing that the track waits for was taken off the calendar: it waits for a date again."""
    bond, rows = await _track(tx, case)
    if bond is not None and rows and rows[-1].stage is BondStage.SCHEDULED and rows[-1].hearing_id == hearing.id:
        on = max(times.local_day(tx.now, hearing.occasion.time_zone), rows[-1].reached_on)
        await _move(tx, case, bond, rows, BondStage.REQUESTED, on, StepFacts())


async def hearing_heard(
    tx: Transaction,
    case: Case,
    hearing: Hearing,
    outcome: HearingOutcome,
    *,
    amount: int | None = None,
    reserves_appeal: bool | None = None,
) -> None:
    """What a judge ordered moves the track, and begins it where nothing was recorded. A report is never kept from being
    saved: where the track stands elsewhere, somebody is asked to look.
    """
    order = _OUTCOMES.get(outcome)
    if order is None:
        return
    bond, rows = await _track(tx, case)
    stage = ORDERED[order]
    if rows and rows[-1].stage not in _OPEN_TO_AN_ORDER:
        await tasks.raise_once(
            tx,
            case,
            f"bond:{hearing.id}:order",
            Sentence("The judge ruled on bond, and the bond track stands elsewhere: bring it up to date"),
            tx.now + timedelta(hours=4),
        )
        return
    first = bond is None
    if bond is None:
        bond = Bond(id=new_id(), case_id=case.id, revision=0)
        tx.session.add(bond)
        await tx.session.flush()
    heard = times.local_day(hearing.occasion.starts_at, hearing.occasion.time_zone)
    on = max(heard, rows[-1].reached_on) if rows else heard
    facts = StepFacts(hearing_id=hearing.id, reserves_appeal=reserves_appeal)
    await _move(tx, case, bond, rows, stage, on, facts, order=order, amount=amount, first=first)
    if order is BondOrder.CONDITIONAL_PAROLE:
        await tasks.raise_once(
            tx,
            case,
            f"bond:{hearing.id}:release",
            Sentence("Release without a bond was ordered: ask when they come out, and watch whether DHS files a stay"),
            tx.now + timedelta(days=1),
        )
    if order is BondOrder.GRANTED:
        await tasks.raise_once(
            tx,
            case,
            f"bond:{hearing.id}:payment",
            Sentence("Bond was granted: find who may post it, and watch whether DHS files a stay"),
            tx.now + timedelta(days=1),
        )


async def amount_reported(tx: Transaction, case: Case, hearing: Hearing) -> int | None:
    """The amount that the report of this hearing moved the track with, while that stands."""
    _, rows = await _track(tx, case)
    return next((row.amount for row in reversed(rows) if row.hearing_id == hearing.id and row.judge_order), None)


async def report_taken_back(tx: Transaction, case: Case, hearing: Hearing) -> None:
    """What the report of this hearing recorded is undone. Raises :class:`NotAllowedByState` when the track has gone on
    from it.
    """
    bond, rows = await _track(tx, case)
    if bond is None or not any(row.hearing_id == hearing.id and row.judge_order is not None for row in rows):
        return
    last = rows.pop()
    if last.hearing_id != hearing.id or last.judge_order is None:
        raise NotAllowedByState("The bond track has gone on from this report. Undo what was recorded of it first.")
    last.undone_at, last.undone_by_id = tx.now, tx.person_id
    bond.revision += 1
    await keep(tx, case, bond, rows)
    tx.record(
        "bond.stage_undone", bond, case=case, before={"stage": last.stage}, after={"stage": bond.stage}, about=[last.id]
    )


async def released_on_bond(tx: Transaction, case: Case, reason: ReleaseReason, on: date, source: Source) -> None:
    """The release was recorded, on bond or on the order that needed none: the track follows, wherever on the way it
    stood.
    """
    if reason not in BONDED_OUT and reason is not ReleaseReason.RECOGNIZANCE:
        return
    bond, rows = await _track(tx, case)
    if bond is None or not rows or rows[-1].stage not in _ON_THE_WAY:
        return
    ordered = last_order(told_steps(rows))
    without = ordered is not None and ordered.order is BondOrder.CONDITIONAL_PAROLE
    if reason not in BONDED_OUT and not without:
        return
    posted = any(row.stage is BondStage.POSTED for row in rows)
    day = max(on, rows[-1].reached_on)
    await _move(tx, case, bond, rows, BondStage.RELEASED, day, StepFacts(), source=source)
    if not posted and not without:
        await tasks.raise_once(
            tx,
            case,
            f"bond:{bond.id}:receipt",
            Sentence("Released on bond: note who posted it, and keep the receipt (Form I-305) for the refund"),
            tx.now + timedelta(days=3),
        )


async def _track(tx: Transaction, case: Case) -> tuple[Bond | None, list[BondStep]]:
    bond = await tx.session.scalar(select(Bond).where(Bond.case_id == case.id).with_for_update())
    return bond, await standing_steps(tx, bond)


async def _move(
    tx: Transaction,
    case: Case,
    bond: Bond,
    rows: list[BondStep],
    stage: BondStage,
    on: date,
    facts: StepFacts,
    *,
    source: Source = Source.COUNSEL,
    order: BondOrder | None = None,
    amount: int | None = None,
    first: bool = False,
) -> None:
    if not first:
        bond.revision += 1
    await add(tx, case, bond, rows, stage, on=on, source=source, facts=facts, order=order, amount=amount)


__all__ = [
    "BONDED_OUT",
    "BOND_HEARINGS",
    "amount_reported",
    "hearing_heard",
    "hearing_off",
    "hearing_set",
    "released_on_bond",
    "report_taken_back",
]
