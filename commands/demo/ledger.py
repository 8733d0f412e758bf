"""What happened, as the demo's people entered it after the dates; and the quarters before, side by side.

The small demo has a dozen cases: of so few nothing is told. So it comes with quarters that a house of some years would
have, made by the product's own rule out of invented hearings that no case of the demo had.
"""

from __future__ import annotations

from dataclasses import asdict
from random import Random

from casework import comparisons, outcomes, reading
from casework.comparisons import ComparedBy, ComparedKind, ComparedLevel, ComparedResult, Happened
from casework.outcomes import OutcomeFacts
from casework.transaction import Transaction
from commands.demo.in_court import InCourt
from commands.demo.story import Act, Story
from schema.outcomes import Outcome, ToldQuarter

#: Of each kind so many hearings a quarter, about.
_HELD = {ComparedKind.BOND: 64, ComparedKind.MASTER: 90, ComparedKind.MERITS: 22, ComparedKind.FEAR_REVIEW: 3}
#: How often each result came, and how many people were there: drawn apart, so that no table of the demo seems to say
#: that one brought the other.
_RESULTS = {
    ComparedKind.BOND: (5, 4, 2),
    ComparedKind.MASTER: (1, 1, 12),
    ComparedKind.MERITS: (4, 5, 3),
    ComparedKind.FEAR_REVIEW: (1, 1, 0),
}
_PRESENT = {
    ComparedLevel.NOBODY: 9, ComparedLevel.UP_TO_9: 7, ComparedLevel.UP_TO_29: 3, ComparedLevel.FROM_30: 1,
    ComparedLevel.NOT_COUNTED: 1,
}  # fmt: skip


def write(story: Story) -> None:
    """The quarters before this one."""
    story.on(-1, "18:00", "operator", lambda tx: _quarters(tx, story))


async def _quarters(tx: Transaction, story: Story) -> None:
    for year, number in comparisons.quarters(story.now)[:4]:
        chance = Random(year * 4 + number)  # noqa: S311 -- invented hearings
        happened = [
            Happened(
                kind=kind,
                result=chance.choices(list(ComparedResult), weights=_RESULTS[kind])[0],
                presence=chance.choices(list(_PRESENT), weights=list(_PRESENT.values()))[0],
                letters=chance.choices(comparisons.LEVELS[ComparedBy.LETTERS], weights=(4, 5, 1))[0],
                press=chance.choices(comparisons.LEVELS[ComparedBy.PRESS], weights=(1, 9, 1))[0],
            )
            for kind, held in _HELD.items()
            for _ in range(held + chance.randint(-2, 2))
        ]
        told = comparisons.compared(f"{year}-Q{number}", happened)
        tx.session.add(
            ToldQuarter(organization_id=story.elm_city, quarter=told.quarter, told=asdict(told), told_at=tx.now)
        )


def happened(case: InCourt, called: str, facts: OutcomeFacts) -> Act:
    """What one of a case's dates came to, by what it is called in the story."""

    async def act(tx: Transaction) -> None:
        await outcomes.record_outcome(tx, case.occasions[called], facts)

    return act


def words_cleared(case: InCourt) -> Act:
    """Counsel lets advocates read what was said on the dates of a case that were entered."""

    async def act(tx: Transaction) -> None:
        for outcome in [one for one in await _entered(tx, case) if one.revision == 0]:
            await outcomes.clear_outcome_words(tx, outcome.id, cleared=True, expected_revision=outcome.revision)

    return act


async def _entered(tx: Transaction, case: InCourt) -> list[Outcome]:
    found = await reading.children(tx, Outcome, "case_id", [case.id], ["recorded_at"])
    return found.get(case.id, [])


__all__ = ["happened", "words_cleared", "write"]
