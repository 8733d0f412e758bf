"""The bond track in the diary: what was asked and paid. What was ordered comes with the report of a hearing."""

from __future__ import annotations

from typing import Any

from casework import bond, times
from casework.transaction import Transaction
from commands.demo.acts import Told
from commands.demo.story import HERE, Act
from schema.bond import BondStage, ChargesFlag, CustodyBasis, MannerOfEntry
from schema.custody import Source


def came_to(case: Told, stage: BondStage, **facts: Any) -> Act:
    """The bond of a case has come so far, today."""

    async def act(tx: Transaction) -> None:
        known = await bond.track_of(tx, case.id)
        await bond.record_bond_stage(
            tx,
            case.id,
            stage,
            on=times.local_day(tx.now, HERE),
            source=Source.COUNSEL,
            expected_revision=known.revision if known else None,
            facts=bond.StepFacts(**facts),
        )

    return act


def grounds(case: Told, basis: CustodyBasis, entry: MannerOfEntry) -> Act:
    """Counsel notes why DHS holds them."""
    return lambda tx: bond.record_bond_grounds(tx, case.id, basis=basis, entry=entry, charges=ChargesFlag.NOT_LISTED)


def fund(case: Told, link: str) -> Act:
    """Where to give."""
    return lambda tx: bond.name_bond_fund(tx, case.id, link)


#: What the house asks of whoever looks after a case in which bond was granted.
FIND_AN_OBLIGOR = "Bond was granted: find who may post it, and watch whether DHS files a stay"
