"""Mateo's bond track, walked stage by stage, and what a refusal must leave as it was."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from casework import bond
from casework.bond import StepFacts
from casework.refusals import Refusal
from schema.audit import AuditEntry
from schema.bond import (
    Appellant,
    Bond,
    BondAmount,
    BondGrounds,
    BondStage,
    BondStep,
    ObligorKind,
)
from schema.custody import Source
from tests.house import House

DAY = date(2026, 11, 16)
CITIZEN = StepFacts(obligor_kind=ObligorKind.CITIZEN)
#: What must be said with some stages.
NEEDED: dict[BondStage, StepFacts] = {
    BondStage.POSTED: CITIZEN,
    BondStage.APPEALED: StepFacts(appealed_by=Appellant.DHS),
    BondStage.REQUESTED: StepFacts(details="A sponsor was found."),
}


async def revision(house: House) -> int | None:
    async with house.watching() as tx:
        return await tx.session.scalar(select(Bond.revision).where(Bond.case_id == house.case))


async def _at(house: House) -> BondStage | None:
    return await stage(house)


async def record(
    house: House, stage: BondStage, on: date = DAY, facts: StepFacts | None = None, source: Source = Source.COUNSEL
) -> None:
    expected = await revision(house)
    if facts is None:
        ruled = stage is BondStage.GRANTED and await _at(house) in (BondStage.REQUESTED, BondStage.SCHEDULED)
        facts = StepFacts(amount=5_000) if ruled else NEEDED.get(stage, StepFacts())
    async with house.acting(house.ana) as tx:
        await bond.record_bond_stage(
            tx, house.case, stage, on=on, source=source, expected_revision=expected, facts=facts,
        )  # fmt: skip


async def walk(house: House, *stages: BondStage) -> None:
    for stage in stages:
        await record(house, stage)


async def undo(house: House) -> None:
    expected = await revision(house)
    assert expected is not None
    async with house.acting(house.ana) as tx:
        await bond.undo_bond_stage(tx, house.case, expected_revision=expected)


async def everything(house: House) -> list[Any]:
    """All that is recorded of bond, and the trail."""
    async with house.watching() as tx:
        track = (await tx.session.execute(select(Bond.stage, Bond.revision))).all()
        steps = (await tx.session.execute(select(BondStep.stage, BondStep.undone_at, BondStep.amount))).all()
        amounts = (await tx.session.execute(select(BondAmount.amount))).all()
        grounds = len((await tx.session.execute(select(BondGrounds.id))).all())
        trail = (await tx.session.scalars(select(AuditEntry.seq).order_by(AuditEntry.seq))).all()
        return [track, steps, amounts, grounds, list(trail)]


async def stage(house: House) -> BondStage | None:
    async with house.watching() as tx:
        return await tx.session.scalar(select(Bond.stage).where(Bond.case_id == house.case))


async def amount(house: House) -> int | None:
    async with house.watching() as tx:
        return await tx.session.scalar(select(BondAmount.amount).where(BondAmount.case_id == house.case))


@asynccontextmanager
async def refused(house: House, kind: type[Refusal], words: str) -> AsyncIterator[None]:
    """What is done inside is refused with these words, and nothing has changed."""
    before = await everything(house)
    with pytest.raises(kind) as problem:
        yield
    assert words in problem.value.message
    assert await everything(house) == before


#: How one gets to each stage.
WAYS: dict[BondStage | None, tuple[BondStage, ...]] = {
    None: (),
    BondStage.NOT_ELIGIBLE: (BondStage.NOT_ELIGIBLE,),
    BondStage.CONTESTED_JURISDICTION: (BondStage.REQUESTED, BondStage.SCHEDULED, BondStage.CONTESTED_JURISDICTION),
    BondStage.REQUESTED: (BondStage.REQUESTED,),
    BondStage.SCHEDULED: (BondStage.REQUESTED, BondStage.SCHEDULED),
    BondStage.DENIED: (BondStage.REQUESTED, BondStage.DENIED),
    BondStage.GRANTED: (BondStage.REQUESTED, BondStage.GRANTED),
    BondStage.STAYED: (BondStage.REQUESTED, BondStage.GRANTED, BondStage.STAYED),
    BondStage.PAYING: (BondStage.REQUESTED, BondStage.GRANTED, BondStage.PAYING),
    BondStage.POSTED: (BondStage.REQUESTED, BondStage.GRANTED, BondStage.PAYING, BondStage.POSTED),
    BondStage.APPEALED: (BondStage.REQUESTED, BondStage.GRANTED, BondStage.APPEALED),
}
