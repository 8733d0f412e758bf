"""The bond track is recorded step by step; what was recorded wrongly is undone, step by step.

Reporting a hearing, setting one, taking one off the calendar and recording a release move it as well: each of those
verbs calls :mod:`casework.bond.following`, so that nobody records one thing twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import select

from casework import access, times
from casework.access import Act
from casework.bond.keeping import StepFacts, add, keep, standing_steps, told_steps
from casework.bond.stages import FIRST, ORDERED, Step, dhs_said, last_order, what_is_in_the_way
from casework.closing import refuse_closed
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, OutOfOrder
from casework.transaction import Transaction
from schema.base import new_id
from schema.bond import (
    LEAST,
    Bond,
    BondFund,
    BondGrounds,
    BondOrder,
    BondStage,
    BondStep,
    ChargesFlag,
    CustodyBasis,
    DhsCustody,
    MannerOfEntry,
)
from schema.cases import Case
from schema.custody import Source
from schema.hearings import Hearing

#: A slip of the finger, not a bond.
MOST = 10_000_000
_ORDER_OF = {stage: order for order, stage in ORDERED.items() if order is not BondOrder.CONDITIONAL_PAROLE}
#: Where nothing of bond is to be heard: the locator tells of places, the court's line and portal of no bond, and no
#: import brings one.
_SILENT = frozenset({Source.LOCATOR, Source.COURT_LINE, Source.COURT_PORTAL, Source.IMPORT})
#: From where each decision is a new one; from elsewhere the last one has effect again, or nobody has ruled yet.
_DECIDED_FROM: dict[BondStage, frozenset[BondStage]] = {
    BondStage.GRANTED: frozenset({BondStage.REQUESTED, BondStage.SCHEDULED, BondStage.APPEALED}),
    BondStage.DENIED: frozenset({BondStage.REQUESTED, BondStage.SCHEDULED, BondStage.APPEALED, BondStage.STAYED}),
    BondStage.CONTESTED_JURISDICTION: frozenset({BondStage.SCHEDULED, BondStage.APPEALED}),
}
#: Facts that belong to some stages only, and what the field is called at the door.
_BELONGS: dict[str, tuple[str, frozenset[BondStage]]] = {
    "amount": ("amount", frozenset({BondStage.GRANTED})),
    "conditional_parole": ("conditionalParole", frozenset({BondStage.GRANTED})),
    "reserves_appeal": ("reservesAppeal", frozenset({BondStage.GRANTED})),
    "appealed_by": ("appealedBy", frozenset({BondStage.APPEALED})),
    "obligor_kind": ("obligorKind", frozenset({BondStage.PAYING, BondStage.POSTED})),
    "obligor": ("obligor", frozenset({BondStage.PAYING, BondStage.POSTED})),
    "receipt": ("receipt", frozenset({BondStage.POSTED, BondStage.CANCELLED_REFUNDED})),
    "hearing_id": (
        "hearingId",
        frozenset({BondStage.SCHEDULED, BondStage.GRANTED, BondStage.DENIED, BondStage.CONTESTED_JURISDICTION}),
    ),
}


NOTHING_MORE = StepFacts()


async def record_bond_stage(
    tx: Transaction,
    case_id: UUID,
    stage: BondStage,
    *,
    on: date,
    source: Source,
    expected_revision: int | None,
    facts: StepFacts = NOTHING_MORE,
) -> Bond:
    """Record that the bond track of a case has come so far, on which day and with what.

    An order that grants release says what it orders: an amount, or that none has to be posted (8 USC 1226(a)(2)). It is
    of no day before the hearing at which it was given. ``expected_revision`` is None where nothing was recorded yet.
    Raises :class:`Invalid`, :class:`ChangedMeanwhile`, and :class:`NotAllowedByState`, which says what must come first.
    """
    case = await access.case_for(tx, case_id, Act.RECORD_BOND_STAGE)
    bond = await _expected(tx, case, expected_revision)
    refuse_closed(case)
    rows = await standing_steps(tx, bond)
    steps = told_steps(rows)
    if blocked := what_is_in_the_way(steps, stage):
        raise OutOfOrder(blocked)
    if stage is BondStage.RELEASED:
        raise NotAllowedByState("Record the release in the detention history: the bond track follows it.")
    _check_day(tx, on, rows)
    if source in _SILENT:
        raise Invalid(
            "source",
            "The locator, the court's line and portal, and imports tell nothing of bond. Say who told you, or which"
            " paper.",
        )
    await _check_facts(tx, case, stage, facts)
    at = steps[-1].stage if steps else None
    decided: BondOrder | None = _ORDER_OF[stage] if at in _DECIDED_FROM.get(stage, ()) else None
    if stage is BondStage.PAYING and last_order(steps) is None:
        custody = facts.dhs_custody or dhs_said(steps)[0]
        if custody is not DhsCustody.AMOUNT:
            raise OutOfOrder(FIRST[stage])
    if stage is BondStage.GRANTED and decided is None and facts.amount is not None:
        raise Invalid("amount", "This is no new order: the amount is the one that was ordered before.")
    if stage is BondStage.GRANTED and decided is None and facts.conditional_parole:
        raise Invalid("conditionalParole", "This is no new order: what was ordered before has effect again.")
    if decided is not None:
        await _check_hearing(tx, on, rows, facts)
    again = stage is BondStage.REQUESTED and at in (BondStage.DENIED, BondStage.GRANTED)
    if again and not (facts.details or "").strip():
        raise Invalid(
            "details",
            "Say what has changed since the judge ruled: bond can be asked for again only then (8 CFR 1003.19(e)).",
        )
    amount = facts.amount
    if decided is BondOrder.GRANTED:
        decided, amount = _granted(steps, facts)
    if bond is None:
        bond = Bond(id=new_id(), case_id=case.id, revision=0)
        tx.session.add(bond)
        await tx.session.flush()
    else:
        bond.revision += 1
    await add(tx, case, bond, rows, stage, on=on, source=source, facts=facts, order=decided, amount=amount)
    return bond


async def _expected(tx: Transaction, case: Case, expected_revision: int | None) -> Bond | None:
    """The track, locked. Raises :class:`ChangedMeanwhile` when it is not the one that the actor saw."""
    bond = await tx.session.scalar(select(Bond).where(Bond.case_id == case.id).with_for_update())
    if bond is None and expected_revision is not None:
        raise ChangedMeanwhile(revision_now=0)
    if bond is not None and expected_revision != bond.revision:
        raise ChangedMeanwhile(revision_now=bond.revision)
    return bond


def _check_day(tx: Transaction, on: date, rows: list[BondStep]) -> None:
    # The day has begun somewhere in the country's zones, Guam's included.
    if on > (tx.now + timedelta(hours=10)).date():
        raise Invalid("on", "That day has not come yet.")
    if rows and on < rows[-1].reached_on:
        raise Invalid("on", "That is before what was recorded last. If that was wrong, undo it first.")


async def _check_facts(tx: Transaction, case: Case, stage: BondStage, facts: StepFacts) -> None:
    for name, (field, stages) in _BELONGS.items():
        if getattr(facts, name) is not None and stage not in stages:
            raise Invalid(field, "That does not belong to this stage. Leave it empty.")
    if facts.amount is not None:
        check_amount("amount", facts.amount)
    if facts.dhs_amount is not None and facts.dhs_custody is not DhsCustody.AMOUNT:
        raise Invalid("dhsAmount", "Say that DHS set an amount, or leave the amount empty.")
    if facts.dhs_amount is not None:
        check_amount("dhsAmount", facts.dhs_amount)
    if stage is BondStage.APPEALED and facts.appealed_by is None:
        raise Invalid("appealedBy", "Say who appealed: DHS, or the client.")
    if stage is BondStage.POSTED and facts.obligor_kind is None:
        raise Invalid(
            "obligorKind",
            "Say who posted it: ICE takes a bond from a citizen, a permanent resident, a law firm or a non-profit.",
        )
    for field, text, most in (
        ("obligor", facts.obligor, 300), ("receipt", facts.receipt, 100), ("details", facts.details, 5_000),
    ):  # fmt: skip
        if text and len(text) > most:
            raise Invalid(field, "That is longer than {most} characters.", most=most)
    if facts.hearing_id is not None:
        hearing = await tx.session.get(Hearing, facts.hearing_id)
        if hearing is None or hearing.case_id != case.id:
            raise Invalid("hearingId", "There is no such hearing of this case.")


def _granted(steps: Sequence[Step], facts: StepFacts) -> tuple[BondOrder, int | None]:
    """What an order that grants release orders: bond of an amount, or release without. What the Board leaves as it was
    need not be said again. Raises :class:`Invalid`.
    """
    if facts.conditional_parole and facts.amount is not None:
        raise Invalid("amount", "On their own recognizance nothing has to be posted. Leave the amount empty.")
    if facts.conditional_parole:
        return BondOrder.CONDITIONAL_PAROLE, None
    if facts.amount is not None:
        return BondOrder.GRANTED, facts.amount
    before = last_order(steps) if steps[-1].stage is BondStage.APPEALED else None
    if before is not None and before.order is BondOrder.CONDITIONAL_PAROLE:
        return before.order, None
    if before is not None and before.amount is not None:
        return BondOrder.GRANTED, before.amount
    raise Invalid(
        "amount",
        "Say the amount in dollars that was ordered. If they may go without a bond, on their own recognizance, say"
        " that.",
    )


async def _check_hearing(tx: Transaction, on: date, rows: Sequence[BondStep], facts: StepFacts) -> None:
    """An order is not of a day before the hearing at which it was given. Raises :class:`Invalid`."""
    waited_for = rows[-1].hearing_id if rows and rows[-1].stage is BondStage.SCHEDULED else None
    hearing = await tx.session.get(Hearing, facts.hearing_id or waited_for) if facts.hearing_id or waited_for else None
    if hearing is None:
        return
    occasion = hearing.occasion
    if on < (heard := times.local_day(occasion.starts_at, occasion.time_zone)):
        raise Invalid(
            "on",
            "The bond hearing is on {day}, and an order can't be of a day before. If it was decided without a hearing,"
            " take the hearing off the calendar first.",
            day=partial(times.full_day, heard),
        )


def check_amount(field: str, amount: int) -> None:
    """Raises :class:`Invalid` for what can't be a bond (8 USC 1226(a)(2)(A))."""
    if amount < LEAST:
        raise Invalid(
            field, "A bond is ${least} at least (8 USC 1226(a)(2)(A)). Look at the order again.", least=f"{LEAST:,}"
        )
    if amount > MOST:
        raise Invalid(field, "That is more than any bond. Look at the order again.")


async def undo_bond_stage(tx: Transaction, case_id: UUID, *, expected_revision: int) -> Bond:
    """Take back the last stage that was recorded, with all that was recorded of it. It stays to be read."""
    case = await access.case_for(tx, case_id, Act.UNDO_BOND_STAGE)
    bond = await _expected(tx, case, expected_revision)
    rows = await standing_steps(tx, bond)
    if bond is None or not rows:
        raise NotAllowedByState("Nothing is recorded of a bond, so there is nothing to undo.")
    last = rows.pop()
    last.undone_at, last.undone_by_id = tx.now, tx.person_id
    bond.revision += 1
    await keep(tx, case, bond, rows)
    tx.record(
        "bond.stage_undone", bond, case=case, before={"stage": last.stage}, after={"stage": bond.stage}, about=[last.id]
    )
    return bond


async def record_bond_grounds(
    tx: Transaction,
    case_id: UUID,
    *,
    basis: CustodyBasis | None,
    entry: MannerOfEntry | None,
    charges: ChargesFlag | None,
) -> BondGrounds:
    """Record under which provision DHS holds them and how they came: into counsel's compartment."""
    case = await access.case_for(tx, case_id, Act.RECORD_BOND_GROUNDS)
    refuse_closed(case)
    grounds = await tx.session.scalar(select(BondGrounds).where(BondGrounds.case_id == case.id).with_for_update())
    if grounds is None:
        grounds = BondGrounds(id=new_id(), case_id=case.id)
        tx.session.add(grounds)
    await tx.unlock([case.vault_key_id])
    for column, word in (("basis", basis), ("entry", entry), ("charges", charges)):
        sealed = tx.seal(BondGrounds, grounds.id, column, case.vault_key_id, word.value if word else None)
        setattr(grounds, column, sealed)
    await tx.session.flush()
    tx.record("bond.grounds_recorded", grounds, case=case, fields=["basis", "entry", "charges"])
    return grounds


async def name_bond_fund(tx: Transaction, case_id: UUID, link: str | None) -> BondFund:
    """Say on which public page one can give for the bond; nothing takes it back. Raises :class:`Invalid`."""
    case = await access.case_for(tx, case_id, Act.NAME_BOND_FUND)
    refuse_closed(case)
    address = (link or "").strip() or None
    if address is not None:
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme != "https" or not parts.hostname or "." not in parts.hostname or len(address) > 500:
            raise Invalid("link", "Give the whole address of the fund's page; it begins with https://.")
        if parts.username is not None or any(letter.isspace() for letter in address):
            raise Invalid("link", "Give the whole address of the fund's page; it begins with https://.")
    fund = await tx.session.scalar(select(BondFund).where(BondFund.case_id == case.id).with_for_update())
    if fund is None:
        fund = BondFund(id=new_id(), case_id=case.id)
        tx.session.add(fund)
    before, fund.link = fund.link, address
    await tx.session.flush()
    tx.record("bond.fund_named", fund, case=case, before={"link": before}, after={"link": address})
    return fund


__all__ = [
    "MOST",
    "StepFacts",
    "check_amount",
    "name_bond_fund",
    "record_bond_grounds",
    "record_bond_stage",
    "undo_bond_stage",
]
