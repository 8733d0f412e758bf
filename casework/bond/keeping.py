"""The rows of a bond track: its steps that stand, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access
from casework.bond.stages import Step, has_to_be_posted
from casework.transaction import Transaction
from schema.base import new_id
from schema.bond import Appellant, Bond, BondAmount, BondOrder, BondStage, BondStep, DhsCustody, ObligorKind
from schema.cases import Case
from schema.custody import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """What came with a stage, as far as anybody knows."""

    dhs_custody: DhsCustody | None = None
    dhs_amount: int | None = None
    amount: int | None = None
    #: Of an order that grants release: without a bond, on their own recognizance.
    conditional_parole: bool | None = None
    reserves_appeal: bool | None = None
    appealed_by: Appellant | None = None
    obligor_kind: ObligorKind | None = None
    obligor: str | None = None
    receipt: str | None = None
    details: str | None = None
    hearing_id: UUID | None = None


async def track_of(tx: Transaction, case_id: UUID) -> Bond | None:
    """The track of a case, if there is one for the actor to see."""
    seen = access.visible(await access.standing(tx), Bond, tx.now)
    return await tx.session.scalar(seen.where(Bond.case_id == case_id))


async def standing_steps(tx: Transaction, bond: Bond | None) -> list[BondStep]:
    """The steps that were not undone, as they were recorded."""
    if bond is None:
        return []
    standing = select(BondStep).where(BondStep.bond_id == bond.id, BondStep.undone_at.is_(None))
    return list(await tx.session.scalars(standing.order_by(BondStep.number)))


def told_steps(rows: Sequence[BondStep]) -> list[Step]:
    """The same, as stages and clocks ask about them."""
    return [
        Step(
            stage=row.stage,
            on=row.reached_on,
            order=row.judge_order,
            amount=row.amount,
            dhs_custody=row.dhs_custody,
            dhs_amount=row.dhs_amount,
            appealed_by=row.appealed_by,
        )
        for row in rows
    ]


async def add(
    tx: Transaction,
    case: Case,
    bond: Bond,
    rows: list[BondStep],
    stage: BondStage,
    *,
    on: date,
    source: Source,
    facts: StepFacts,
    order: BondOrder | None,
    amount: int | None,
) -> BondStep:
    """Add a step after those that stand, and keep what follows from it."""
    await tx.unlock([case.vault_key_id])
    before = bond.stage
    step_id = new_id()
    sealed = {
        column: tx.seal(BondStep, step_id, column, case.vault_key_id, (text or "").strip() or None)
        for column, text in (("obligor", facts.obligor), ("receipt", facts.receipt), ("details", facts.details))
    }
    step = BondStep(
        id=step_id,
        bond_id=bond.id,
        case_id=case.id,
        number=await _next_number(tx, bond),
        stage=stage,
        reached_on=on,
        source=source,
        recorded_at=tx.now,
        recorded_by_id=tx.person_id,
        hearing_id=facts.hearing_id,
        dhs_custody=facts.dhs_custody,
        dhs_amount=facts.dhs_amount,
        judge_order=order,
        amount=amount,
        reserves_appeal=facts.reserves_appeal,
        appealed_by=facts.appealed_by,
        obligor_kind=facts.obligor_kind,
        **sealed,
    )
    tx.session.add(step)
    await keep(tx, case, bond, [*rows, step])
    tx.record(
        "bond.stage_recorded",
        bond,
        case=case,
        before={"stage": before},
        after={"stage": stage, "on": on.isoformat(), "amount": amount},
        fields=[column for column, value in sealed.items() if value is not None],
        about=[step.id],
    )
    return step


async def _next_number(tx: Transaction, bond: Bond) -> int:
    every = select(BondStep.number).where(BondStep.bond_id == bond.id).order_by(BondStep.number.desc()).limit(1)
    return (await tx.session.scalar(every) or 0) + 1


async def keep(tx: Transaction, case: Case, bond: Bond, rows: Sequence[BondStep]) -> None:
    """Keep the stage, and the amount that those may be told who are told of no stage."""
    bond.stage = rows[-1].stage if rows else None
    await tx.session.flush()
    amount = has_to_be_posted(told_steps(rows))
    told = await tx.session.scalar(select(BondAmount).where(BondAmount.bond_id == bond.id).with_for_update())
    if told is not None:
        told.amount = amount
    elif amount is not None:
        tx.session.add(BondAmount(id=new_id(), bond_id=bond.id, case_id=case.id, amount=amount))
    await tx.session.flush()
