"""The outcome ledger moves when cases are merged, goes three years after its case closed, and with it when erased."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select

from casework import intake, merging, outcomes, retention
from casework.identities import Known
from casework.outcomes import OutcomeFacts
from schema.cases import Case
from schema.outcomes import Outcome, OutcomeWords
from schema.retention import RetentionClass
from tests.casework.retention.sweeps import AFTER, MINUTE, count, held_and_closed, swept
from tests.casework.retention.test_holds import proved
from tests.ground import Ground
from tests.house import House


async def entered(house: House) -> None:
    house.clock.now = datetime(2026, 12, 2, 15, tzinfo=UTC)
    async with house.acting(house.ana) as tx:
        facts = OutcomeFacts(supporters=31, said="That he may go.", from_notes=True)
        await outcomes.record_outcome(tx, house.occasion, facts)


async def test_it_moves_when_cases_are_merged_and_back_again(house: House) -> None:
    await entered(house)
    async with house.acting(house.ana) as tx:
        other = await intake.take_in_case(tx, house.organization, known=Known(legal_name="Mateo R. Cruz"))

    async def cases() -> set[UUID]:
        async with house.watching() as tx:
            found = [
                *(await tx.session.scalars(select(Outcome.case_id))),
                *(await tx.session.scalars(select(OutcomeWords.case_id))),
            ]
            assert len(found) == 2
            return set(found)

    async with house.acting(house.ana) as tx:
        merge = await merging.merge_cases(tx, other.id, house.case)
    assert await cases() == {other.id}
    async with house.acting(house.ana) as tx:
        await merging.undo_merge(tx, merge.id)
    assert await cases() == {house.case}


async def test_it_is_forgotten_three_years_after_the_case_closed(house: House, ground: Ground) -> None:
    await entered(house)
    await held_and_closed(house)

    house.clock.now += AFTER[RetentionClass.OUTCOMES] - MINUTE
    assert not (await swept(house))[RetentionClass.OUTCOMES]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.OUTCOMES] == 1

    assert (await count(ground, "outcomes"), await count(ground, "outcome_words")) == (0, 0)


async def test_erasing_a_case_takes_its_ledger(house: House, ground: Ground) -> None:
    await entered(house)
    await held_and_closed(house)
    async with house.watching() as tx:
        revision = (await tx.session.get_one(Case, house.case)).revision

    async with proved(house, house.luis) as tx:
        await retention.erase_case(tx, house.case, expected_revision=revision)

    assert (await count(ground, "outcomes"), await count(ground, "outcome_words")) == (0, 0)
