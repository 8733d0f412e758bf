"""The outcome ledger: what happened on a date is entered after it, once, and corrected with its history."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import inspect, select

from casework import hearings, outcomes
from casework.outcomes import OutcomeFacts
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotFound, NotPermitted
from casework.transaction import Transaction
from schema.audit import AuditEntry
from schema.base import Table
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import Occasion
from schema.outcomes import MOST, Outcome, OutcomeResult, OutcomeWords
from tests.house import House

#: An hour after Mateo's hearing began.
AFTERWARDS = datetime(2026, 12, 2, 15, tzinfo=UTC)
SAID = "The judge said that the room had spoken for his ties to the city."


@pytest.fixture
def held(house: House) -> House:
    house.clock.now = AFTERWARDS
    return house


async def enter(house: House, *, by: UUID | None = None, **facts: Any) -> Outcome:
    async with house.acting(by or house.ana) as tx:
        return await outcomes.record_outcome(tx, house.occasion, OutcomeFacts(**facts))


async def every(house: House, model: type[Table]) -> list[Any]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(model)))


async def words(house: House) -> list[tuple[str | None, str | None, bool]]:
    async with house.watching() as tx:
        found = list(await tx.session.scalars(select(OutcomeWords)))
        return [
            (await tx.opened(one, "said"), await tx.opened(one, "press_links"), one.cleared_at is not None)
            for one in found
        ]


async def trail(house: House) -> list[AuditEntry]:
    async with house.watching() as tx:
        of_it = select(AuditEntry).where(AuditEntry.act.startswith("outcome.")).order_by(AuditEntry.seq)
        return list(await tx.session.scalars(of_it))


async def test_what_happened_is_entered_once_the_date_has_begun(held: House) -> None:
    await enter(
        held, supporters=31, officials=2, letters=40, press=3, result=OutcomeResult.BOND_GRANTED, said=SAID,
        from_notes=True, press_links=("https://news.example/2026/12/vigil", "https://news.example/2026/12/vigil"),
    )  # fmt: skip

    (one,) = await every(held, Outcome)
    assert (one.supporters, one.officials, one.letters, one.press) == (31, 2, 40, 3)
    assert (one.result, one.occasion_id, one.recorded_by_id) == (OutcomeResult.BOND_GRANTED, held.occasion, held.ana)
    assert await words(held) == [(SAID, "https://news.example/2026/12/vigil", False)]
    (entry,) = await trail(held)
    assert (entry.act, entry.case_id, entry.fields) == ("outcome.recorded", held.case, ["press_links", "said"])
    assert "room had spoken" not in str((entry.before, entry.after, entry.reason))


async def test_a_date_ahead_one_that_was_cancelled_and_a_second_entry_are_refused(house: House) -> None:
    with pytest.raises(NotAllowedByState, match="not begun"):
        await enter(house, supporters=3)
    assert await every(house, Outcome) == []

    house.clock.now = AFTERWARDS
    await enter(house, supporters=3)
    with pytest.raises(NotAllowedByState, match="Correct that entry"):
        await enter(house, supporters=4)
    assert [one.supporters for one in await every(house, Outcome)] == [3]

    _, occasion = await house.a_hearing(datetime(2026, 12, 9, 9))
    async with house.acting(house.ana) as tx:
        hearing = (await tx.session.scalars(select(Hearing).where(Hearing.occasion_id == occasion))).one()
        await hearings.cancel_hearing(tx, hearing.id, expected_revision=hearing.revision)
    house.clock.now = datetime(2026, 12, 9, 16, tzinfo=UTC)
    with pytest.raises(NotAllowedByState, match="cancelled"):
        async with house.acting(house.ana) as tx:
            await outcomes.record_outcome(tx, occasion, OutcomeFacts(supporters=1))
    assert len(await every(house, Outcome)) == 1


REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("supporters", {"supporters": -1}),
    ("letters", {"letters": MOST + 1}),
    ("", {}),
    ("fromNotes", {"said": SAID}),
    ("said", {"said": "x" * 5_001, "from_notes": True}),
    # No attachments, in whichever form one comes.
    ("said", {"said": "Recorded: judge.mp3", "from_notes": True}),
    ("said", {"said": "Listen at https://files.example/a", "from_notes": True}),
    ("said", {"said": "data:audio/wav;base64,UklGR", "from_notes": True}),
    *(
        ("pressLinks", {"press_links": (link,)})
        for link in (
            "http://news.example/a", "https://news.example:8443/a", "https://me:secret@news.example/a",
            "https://192.0.2.1/a", "https://localhost/a", "https://news.example/a?who=mateo", "https://news.example/a#b",
            "javascript:alert(1)", "news.example", "https://news.example/a b", "https://[::1", "https://x.example:a/",
            f"https://news.example/{'a' * 500}",
        )
    ),
    ("pressLinks", {"press_links": tuple(f"https://news.example/{number}" for number in range(21))}),
]  # fmt: skip


@pytest.mark.parametrize(("field", "facts"), REFUSED)
async def test_what_is_not_right_is_refused_and_nothing_is_kept(held: House, field: str, facts: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as refused:
        await enter(held, **facts)

    assert refused.value.field == field
    assert (await every(held, Outcome), await every(held, OutcomeWords), await trail(held)) == ([], [], [])


async def test_nothing_of_a_closed_hearing_was_said_in_open_court(held: House) -> None:
    async with held.watching() as tx:
        (await tx.session.get_one(Hearing, held.hearing)).closed_to_public = True

    with pytest.raises(Invalid, match="closed"):
        await enter(held, said=SAID, from_notes=True)
    assert await every(held, Outcome) == []


async def test_the_report_of_a_hearing_says_what_came_of_it(held: House) -> None:
    async with held.acting(held.luis) as tx:
        hearing = await tx.session.get_one(Hearing, held.hearing)
        await hearings.report_hearing(
            tx, hearing.id, expected_revision=hearing.revision, outcome=HearingOutcome.BOND_DENIED
        )
    with pytest.raises(Invalid) as refused:
        await enter(held, supporters=2, result=OutcomeResult.BOND_GRANTED)
    assert refused.value.field == "result"
    assert await every(held, Outcome) == []

    # It need not be said again, nor anything else.
    await enter(held)
    assert [one.result for one in await every(held, Outcome)] == [None]


async def test_a_correction_keeps_what_stood_there_in_the_trail_and_ends_the_clearance(held: House) -> None:
    outcome = await enter(held, supporters=13, said=SAID, from_notes=True)
    async with held.acting(held.luis) as tx:
        outcome = await outcomes.clear_outcome_words(tx, outcome.id, cleared=True, expected_revision=0)
    assert [cleared for *_, cleared in await words(held)] == [True]

    async with held.acting(held.ana) as tx:
        facts = OutcomeFacts(supporters=31, said="That he may go.", from_notes=True)
        await outcomes.correct_outcome(tx, outcome.id, facts, expected_revision=1)

    assert await words(held) == [("That he may go.", None, False)]
    last = (await trail(held))[-1]
    assert last.act == "outcome.corrected"
    assert (last.before["supporters"], last.after["supporters"]) == (13, 31)  # type: ignore[index]
    assert last.sealed is not None
    async with held.watching() as tx:
        entry = await tx.session.get_one(AuditEntry, last.seq)
        assert SAID in str(await _unsealed(tx, entry))


async def _unsealed(tx: Any, entry: AuditEntry) -> str:
    await tx.unlock([entry.vault_key_id])
    return str(tx.vault.open(entry.sealed, "audit_entries", "sealed", entry.subject_id))


async def test_a_correction_of_an_old_revision_changes_nothing(held: House) -> None:
    outcome = await enter(held, supporters=13)
    with pytest.raises(ChangedMeanwhile):
        async with held.acting(held.ana) as tx:
            await outcomes.correct_outcome(tx, outcome.id, OutcomeFacts(supporters=1), expected_revision=4)
    with pytest.raises(Invalid):
        async with held.acting(held.ana) as tx:
            await outcomes.correct_outcome(tx, outcome.id, OutcomeFacts(supporters=-1), expected_revision=0)
    assert [(one.supporters, one.revision) for one in await every(held, Outcome)] == [(13, 0)]
    assert [one.act for one in await trail(held)] == ["outcome.recorded"]


async def test_only_counsel_clears_words_and_only_those_that_are_there(held: House) -> None:
    outcome = await enter(held, supporters=13)
    with pytest.raises(NotAllowedByState, match="No words"):
        async with held.acting(held.luis) as tx:
            await outcomes.clear_outcome_words(tx, outcome.id, cleared=True, expected_revision=0)
    async with held.acting(held.ana) as tx:
        facts = OutcomeFacts(supporters=13, said=SAID, from_notes=True)
        await outcomes.correct_outcome(tx, outcome.id, facts, expected_revision=0)
    with pytest.raises(NotPermitted, match="attorney"):
        async with held.acting(held.ana) as tx:
            await outcomes.clear_outcome_words(tx, outcome.id, cleared=True, expected_revision=1)
    with pytest.raises(NotAllowedByState, match="do not see"):
        async with held.acting(held.luis) as tx:
            await outcomes.clear_outcome_words(tx, outcome.id, cleared=False, expected_revision=1)

    assert await words(held) == [(SAID, None, False)]
    assert [one.act for one in await trail(held)] == ["outcome.recorded", "outcome.corrected"]


async def test_whoever_does_not_see_the_case_learns_nothing_of_its_ledger(held: House) -> None:
    outcome = await enter(held, supporters=13)
    stranger = await held.a_person("Tom Reed")
    acts: list[Callable[[Transaction], Awaitable[object]]] = [
        lambda tx: outcomes.record_outcome(tx, held.occasion, OutcomeFacts(supporters=1)),
        lambda tx: outcomes.correct_outcome(tx, outcome.id, OutcomeFacts(supporters=1), expected_revision=0),
        lambda tx: outcomes.clear_outcome_words(tx, outcome.id, cleared=True, expected_revision=0),
    ]
    for act in acts:
        with pytest.raises(NotFound):
            async with held.acting(stranger) as tx:
                await act(tx)
    assert [(one.supporters, one.revision) for one in await every(held, Outcome)] == [(13, 0)]


def test_the_tables_name_nobody_who_came_and_no_judge() -> None:
    assert set(inspect(Outcome).local_table.columns.keys()) == {
        "id", "created_at", "revision", "lead_organization_id", "case_id", "occasion_id", "supporters", "officials",
        "letters", "press", "result", "recorded_at", "recorded_by_id",
    }  # fmt: skip
    people = {key.column.table.name for key in inspect(Outcome).local_table.foreign_keys}
    assert people == {"cases", "occasions", "people"}
    assert inspect(Occasion).local_table.columns.keys().count("judge") == 0
