"""The stages of the bond track, and which may follow which: the whole machine is the table below. Pure.

Mateo's lawyer asks for bond (requested), the court sets a hearing (scheduled), the judge orders $1,500 (granted), a
friend of the family pays (paying, posted), and he comes home (released). Had DHS filed Form EOIR-43 within a business
day, nobody could have paid until that stay was over (stayed).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.language import Sentence
from schema.bond import RELEASING, Appellant, BondOrder, BondStage, DhsCustody

#: Stage → which may follow it. None: nothing is recorded yet.
FOLLOWS: dict[BondStage | None, tuple[BondStage, ...]] = {
    # A field office may set bond itself, without any judge (8 CFR 236.1(c)(8)): then somebody pays at once.
    None: (
        BondStage.REQUESTED, BondStage.NOT_ELIGIBLE, BondStage.CONTESTED_JURISDICTION, BondStage.SCHEDULED,
        BondStage.PAYING,
    ),
    BondStage.NOT_ELIGIBLE: (BondStage.CONTESTED_JURISDICTION, BondStage.REQUESTED),
    BondStage.CONTESTED_JURISDICTION: (
        BondStage.REQUESTED, BondStage.SCHEDULED, BondStage.NOT_ELIGIBLE, BondStage.APPEALED,
    ),
    BondStage.REQUESTED: (
        BondStage.SCHEDULED, BondStage.GRANTED, BondStage.DENIED, BondStage.CONTESTED_JURISDICTION, BondStage.PAYING,
    ),
    # To itself: another date. Back to requested: it was taken off the calendar.
    BondStage.SCHEDULED: (
        BondStage.GRANTED, BondStage.DENIED, BondStage.CONTESTED_JURISDICTION, BondStage.SCHEDULED,
        BondStage.REQUESTED,
    ),
    # Requested again: only on changed circumstances (8 CFR 1003.19(e)), also where too much was granted.
    BondStage.DENIED: (BondStage.APPEALED, BondStage.REQUESTED, BondStage.CANCELLED_REFUNDED),
    BondStage.GRANTED: (BondStage.PAYING, BondStage.STAYED, BondStage.APPEALED, BondStage.REQUESTED),
    # To granted: the stay lapsed, or a court ended it, and the order has effect again.
    BondStage.STAYED: (BondStage.GRANTED, BondStage.APPEALED, BondStage.DENIED),
    BondStage.PAYING: (BondStage.POSTED, BondStage.GRANTED, BondStage.STAYED, BondStage.APPEALED),
    BondStage.POSTED: (BondStage.RELEASED, BondStage.APPEALED, BondStage.CANCELLED_REFUNDED),
    # The judge can be asked about conditions within seven days (8 CFR 1236.1(d)).
    BondStage.RELEASED: (
        BondStage.APPEALED, BondStage.BREACHED, BondStage.CANCELLED_REFUNDED, BondStage.REQUESTED,
    ),
    BondStage.APPEALED: (
        BondStage.GRANTED, BondStage.DENIED, BondStage.SCHEDULED, BondStage.CONTESTED_JURISDICTION, BondStage.PAYING,
        BondStage.STAYED, BondStage.RELEASED, BondStage.BREACHED, BondStage.CANCELLED_REFUNDED,
    ),
    # A breach that was rescinded.
    BondStage.BREACHED: (BondStage.CANCELLED_REFUNDED,),
    BondStage.CANCELLED_REFUNDED: (),
}  # fmt: skip

#: Each stage in words, as refusals say it.
SAID: dict[BondStage, Sentence] = {
    BondStage.NOT_ELIGIBLE: Sentence("held without bond"),
    BondStage.CONTESTED_JURISDICTION: Sentence("jurisdiction contested"),
    BondStage.REQUESTED: Sentence("bond requested"),
    BondStage.SCHEDULED: Sentence("bond hearing set"),
    BondStage.DENIED: Sentence("bond denied"),
    BondStage.GRANTED: Sentence("bond granted"),
    BondStage.STAYED: Sentence("bond order stayed"),
    BondStage.PAYING: Sentence("bond being paid"),
    BondStage.POSTED: Sentence("bond posted"),
    BondStage.RELEASED: Sentence("released on bond"),
    BondStage.APPEALED: Sentence("bond order appealed"),
    BondStage.BREACHED: Sentence("bond breached"),
    BondStage.CANCELLED_REFUNDED: Sentence("bond cancelled, money on its way back"),
}
NOTHING = Sentence("nothing recorded")

#: What must come before each stage, as a refusal says it.
FIRST: dict[BondStage, Sentence] = {
    BondStage.NOT_ELIGIBLE: Sentence("It stands at the beginning, or after jurisdiction was contested."),
    BondStage.CONTESTED_JURISDICTION: Sentence("It comes before an order, with one, or with the Board's decision."),
    BondStage.REQUESTED: Sentence("Record first how the last order came out, or undo what was recorded wrongly."),
    BondStage.SCHEDULED: Sentence("Record first that bond was requested."),
    BondStage.DENIED: Sentence("Record first that bond was requested, or the hearing at which it was decided."),
    BondStage.GRANTED: Sentence("Record first that bond was requested, or the hearing at which it was decided."),
    BondStage.STAYED: Sentence("Record first the order that grants bond: DHS can stay nothing else."),
    BondStage.PAYING: Sentence("Record first the order that grants bond, or that DHS itself set an amount."),
    BondStage.POSTED: Sentence("Record first that somebody is paying."),
    BondStage.RELEASED: Sentence("Record first that the bond was posted, then the release in the detention history."),
    BondStage.APPEALED: Sentence("Record first the order that is appealed."),
    BondStage.BREACHED: Sentence("Record first the release: only somebody who is free can breach a bond."),
    BondStage.CANCELLED_REFUNDED: Sentence("Record first that the bond was posted."),
}

#: What must have been reached at some time before, however it stands now.
MUST_HAVE_BEEN: dict[BondStage, tuple[BondStage, ...]] = {
    BondStage.STAYED: (BondStage.GRANTED,),
    BondStage.BREACHED: (BondStage.RELEASED,),
    BondStage.CANCELLED_REFUNDED: (BondStage.POSTED,),
}

#: Which stage an order makes.
ORDERED = {
    BondOrder.GRANTED: BondStage.GRANTED,
    BondOrder.CONDITIONAL_PAROLE: BondStage.GRANTED,
    BondOrder.DENIED: BondStage.DENIED,
    # Whether the judge is right about that can be argued before the Board and a federal court.
    BondOrder.NO_JURISDICTION: BondStage.CONTESTED_JURISDICTION,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step that stands, as far as stages and clocks ask about it."""

    stage: BondStage
    on: date
    order: BondOrder | None = None
    amount: int | None = None
    dhs_custody: DhsCustody | None = None
    dhs_amount: int | None = None
    appealed_by: Appellant | None = None


def latest(steps: Sequence[Step], *stages: BondStage) -> int | None:
    """Where among the steps one of these stages was reached last."""
    return next((place for place in reversed(range(len(steps))) if steps[place].stage in stages), None)


def place_of_order(steps: Sequence[Step]) -> int | None:
    """Where among the steps the last decision of a judge, or of the Board, was made."""
    return next((place for place in reversed(range(len(steps))) if steps[place].order is not None), None)


def last_order(steps: Sequence[Step]) -> Step | None:
    """The last decision of a judge, or of the Board."""
    place = place_of_order(steps)
    return None if place is None else steps[place]


def is_the_boards(steps: Sequence[Step], place: int) -> bool:
    """This decision came out of an appeal."""
    return place > 0 and steps[place - 1].stage in (BondStage.APPEALED, BondStage.STAYED)


def is_stayed(steps: Sequence[Step]) -> bool:
    """DHS's stay stands: nothing ended it since."""
    stay = latest(steps, BondStage.STAYED)
    ended = latest(steps, BondStage.GRANTED, BondStage.DENIED, BondStage.CONTESTED_JURISDICTION, BondStage.SCHEDULED)
    return stay is not None and (ended is None or ended < stay)


def dhs_said(steps: Sequence[Step]) -> tuple[DhsCustody | None, int | None]:
    """What DHS decided about custody, as it was recorded last."""
    return next(((one.dhs_custody, one.dhs_amount) for one in reversed(steps) if one.dhs_custody), (None, None))


def has_to_be_posted(steps: Sequence[Step]) -> int | None:
    """The amount, by the last order or, where there is none, by DHS itself. None: nothing, or nobody knows."""
    order = last_order(steps)
    if order is not None:
        return order.amount if order.order is BondOrder.GRANTED else None
    custody, amount = dhs_said(steps)
    return amount if custody is DhsCustody.AMOUNT else None


def next_stages(steps: Sequence[Step]) -> tuple[BondStage, ...]:
    """What may be recorded next. The release is recorded in the detention history, and the track follows it."""
    at = steps[-1].stage if steps else None
    return tuple(one for one in FOLLOWS[at] if one is not BondStage.RELEASED and what_is_in_the_way(steps, one) is None)


def what_is_in_the_way(steps: Sequence[Step], wanted: BondStage) -> Sentence | None:
    """Why this stage can't follow now, and what must come first. None: it can."""
    at = steps[-1].stage if steps else None
    if wanted not in FOLLOWS[at]:
        return Sentence(
            'After "{at}" can\'t come "{wanted}". {first}',
            at=SAID[at] if at else NOTHING,
            wanted=SAID[wanted],
            first=FIRST[wanted],
        )
    if wanted in (BondStage.PAYING, BondStage.RELEASED) and is_stayed(steps):
        return Sentence(
            "DHS's automatic stay holds the order (8 CFR 1003.19(i)(2)), so nothing can be paid. Record first that the "
            "stay ended: that bond stands granted again."
        )
    order = last_order(steps)
    if wanted is BondStage.PAYING and order is not None and order.order is BondOrder.CONDITIONAL_PAROLE:
        return Sentence(
            "Release without a bond was ordered, so there is nothing to pay. Record the release in the detention "
            "history."
        )
    if wanted in (BondStage.PAYING, BondStage.STAYED) and order is not None and order.order not in RELEASING:
        return FIRST[wanted]
    if wanted is BondStage.APPEALED and order is None:
        return FIRST[wanted]
    if any(latest(steps, one) is None for one in MUST_HAVE_BEEN.get(wanted, ())):
        return FIRST[wanted]
    return None


__all__ = [
    "FIRST",
    "FOLLOWS",
    "ORDERED",
    "SAID",
    "Step",
    "dhs_said",
    "has_to_be_posted",
    "is_stayed",
    "is_the_boards",
    "last_order",
    "latest",
    "next_stages",
    "place_of_order",
    "what_is_in_the_way",
]
