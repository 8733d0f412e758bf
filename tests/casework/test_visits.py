"""Visits and the call log: on the facility's own clock, among somebody's tasks; each refusal changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import calls, custody, visits, walls
from casework.refusals import Invalid, NotAllowedByState, NotFound, TimeDoesNotExist, TimeOccursTwice
from schema.base import new_id
from schema.calls import Call
from schema.custody import Confidence, Source
from schema.facilities import Facility
from schema.tasks import Task
from schema.visits import Visit, VisitKind, VisitState
from tests.access.test_refusals_change_nothing import every_row
from tests.clock import NOW
from tests.ground import Ground
from tests.house import House

DENVER = "America/Denver"


async def held_in_aurora(house: House) -> UUID:
    """Mateo is held two hours west of his lawyers' clock."""
    async with house.watching() as tx:
        aurora = Facility(id=new_id(), code="AURORCO", name="Aurora", city="Aurora", state="CO", time_zone=DENVER)
        tx.session.add(aurora)
    async with house.acting(house.ana) as tx:
        await custody.record_custody(
            tx, house.case, facility_id=aurora.id, source=Source.LOCATOR, confidence=Confidence.ONE_SOURCE
        )
    return aurora.id


async def open_tasks(house: House, owner: UUID) -> list[tuple[str, datetime | None]]:
    async with house.watching() as tx:
        mine = select(Task).where(Task.owner_id == owner, Task.done_at.is_(None)).order_by(Task.id)
        rows = list(await tx.session.scalars(mine))
        await tx.unlock([row.title for row in rows])
        return [(tx.open(row, "title") or "", row.due_at) for row in rows]


async def test_a_visit_is_booked_on_the_facilitys_clock_and_is_among_the_attorneys_tasks(house: House) -> None:
    aurora = await held_in_aurora(house)
    interpreter = await house.a_person("Ixchel Tum")

    async with house.acting(house.ana) as tx:
        visit = await visits.book_visit(
            tx, house.case, VisitKind.VIDEO, datetime(2026, 11, 30, 13), visitor_id=house.luis,
            interpreter_id=interpreter, rules="Ask 24 hours ahead.",
        )  # fmt: skip

    assert (visit.facility_id, visit.time_zone) == (aurora, DENVER)
    assert visit.starts_at == datetime(2026, 11, 30, 20, tzinfo=UTC)
    assert await open_tasks(house, house.luis) == [
        ("Video visit with the client: Monday, November 30, 2026, 1:00 PM Mountain Time", visit.starts_at)
    ]


async def test_a_moved_visit_moves_its_task_and_a_cancelled_one_ends_it(house: House) -> None:
    await held_in_aurora(house)
    async with house.acting(house.luis) as tx:
        visit = await visits.book_visit(tx, house.case, VisitKind.LEGAL_CALL, datetime(2026, 11, 30, 13))
        await visits.move_visit(tx, visit.id, datetime(2026, 12, 1, 8), expected_revision=0)
    assert [title for title, _ in await open_tasks(house, house.luis)] == [
        "Legal call with the client: Tuesday, December 1, 2026, 8:00 AM Mountain Time"
    ]

    async with house.acting(house.ana) as tx:
        cancelled = await visits.cancel_visit(tx, visit.id, expected_revision=1, outcome="He was moved.")
        assert await tx.opened(cancelled, "outcome") == "He was moved."

    assert cancelled.state is VisitState.CANCELLED
    assert await open_tasks(house, house.luis) == []


async def test_not_let_in_raises_a_task_for_whoever_looks_after_the_case(house: House) -> None:
    await held_in_aurora(house)
    async with house.acting(house.luis) as tx:
        visit = await visits.book_visit(tx, house.case, VisitKind.IN_PERSON, datetime(2026, 11, 24, 9))
    house.clock.now = visit.starts_at + timedelta(minutes=20)

    async with house.acting(house.luis) as tx:
        reported = await visits.report_visit(tx, visit.id, expected_revision=0, let_in=False, outcome="Lockdown.")

    assert reported.state is VisitState.NOT_LET_IN
    assert await open_tasks(house, house.luis) == []
    assert await open_tasks(house, house.ana) == [
        ("Nobody was let in to the client. Ask the facility why, and book again.", house.clock.now + timedelta(days=1))
    ]


async def test_an_hour_that_the_clocks_skip_or_pass_twice_is_asked_about(house: House, ground: Ground) -> None:
    await held_in_aurora(house)
    before = await every_row(ground)
    with pytest.raises(TimeDoesNotExist):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, datetime(2027, 3, 14, 2, 30))
    house.clock.now = datetime(2027, 10, 1, tzinfo=UTC)
    with pytest.raises(TimeOccursTwice):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, datetime(2027, 11, 7, 1, 30))
    assert await every_row(ground) == before

    async with house.acting(house.ana) as tx:
        second = await visits.book_visit(tx, house.case, VisitKind.VIDEO, datetime(2027, 11, 7, 1, 30), occurrence=2)
    assert second.starts_at == datetime(2027, 11, 7, 8, 30, tzinfo=UTC)


async def test_what_is_not_right_about_a_visit_is_said_and_nothing_changes(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        visit = await visits.book_visit(
            tx, house.case, VisitKind.VIDEO, datetime(2026, 11, 30, 13), time_zone="America/New_York"
        )
    before = await every_row(ground)
    noon = datetime(2026, 11, 30, 12)

    with pytest.raises(Invalid, match="time zone the facility"):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, noon)
    with pytest.raises(Invalid, match="no such facility"):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, noon, facility_id=new_id())
    with pytest.raises(Invalid, match="between 5 minutes"):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, noon, time_zone=DENVER, length_minutes=0)
    with pytest.raises(Invalid, match="slip"):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, datetime(2206, 1, 1), time_zone=DENVER)
    with pytest.raises(Invalid, match="longer than"):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, noon, time_zone=DENVER, rules="a" * 2_001)
    with pytest.raises(NotFound):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(tx, house.case, VisitKind.VIDEO, noon, time_zone=DENVER, visitor_id=new_id())
    with pytest.raises(NotAllowedByState, match="not begun"):
        async with house.acting(house.ana) as tx:
            await visits.report_visit(tx, visit.id, expected_revision=0, let_in=True)
    assert await every_row(ground) == before
    async with house.acting(house.ana) as tx:
        await visits.cancel_visit(tx, visit.id, expected_revision=0)
    before = await every_row(ground)
    for act in (
        lambda tx: visits.move_visit(tx, visit.id, noon, expected_revision=1),
        lambda tx: visits.cancel_visit(tx, visit.id, expected_revision=1),
        lambda tx: visits.report_visit(tx, visit.id, expected_revision=1, let_in=True),
    ):
        with pytest.raises(NotAllowedByState, match="over or cancelled"):
            async with house.acting(house.ana) as tx:
                await act(tx)
    assert await every_row(ground) == before


async def test_nobody_is_sent_to_a_client_from_whom_a_wall_keeps_them(house: House) -> None:
    await held_in_aurora(house)
    other = await house.a_person("Ines Duarte")
    async with house.acting(house.ana) as tx:
        await walls.raise_wall(tx, house.case, person_id=other, reason="Represents the other side.")

    with pytest.raises(Invalid, match="no part in this case"):
        async with house.acting(house.ana) as tx:
            await visits.book_visit(
                tx, house.case, VisitKind.VIDEO, datetime(2026, 11, 30, 13), visitor_id=house.luis,
                interpreter_id=other,
            )  # fmt: skip
    async with house.watching() as tx:
        assert list(await tx.session.scalars(select(Visit))) == []


async def test_a_call_is_logged_with_what_was_said_and_what_follows(house: House) -> None:
    async with house.acting(house.luis) as tx:
        await calls.log_call(
            tx, house.case, caller_id=house.rosa, told="That the hearing stands.", called_at=NOW - timedelta(hours=2),
            follow_up="Send her the address", follow_up_owner_id=house.ana,
        )  # fmt: skip
        await calls.log_call(tx, house.case, caller_name="  A  neighbour ", told="Asked where he is; told nothing.")

    async with house.watching() as tx:
        first, second = list(await tx.session.scalars(select(Call).order_by(Call.called_at)))
        assert (first.caller_id, first.caller_name, first.taken_by_id) == (house.rosa, None, house.luis)
        assert await tx.opened(first, "told") == "That the hearing stands."
        assert await tx.opened(second, "caller_name") == "A neighbour" and second.called_at == NOW
    assert [title for title, _ in await open_tasks(house, house.ana)] == ["Send her the address"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"told": "Where he is."}, "Say who called"),
        ({"told": " ", "caller_name": "Rosa"}, "what they were told"),
        ({"told": "a" * 5_001, "caller_name": "Rosa"}, "longer than"),
        ({"told": "x", "caller_name": "Rosa", "called_at": NOW + timedelta(hours=1)}, "in the future"),
        ({"told": "x", "caller_name": "Rosa", "called_at": datetime(2016, 1, 1, tzinfo=UTC)}, "slip"),
        ({"told": "x", "caller_name": "Rosa", "follow_up": "a" * 501}, "at most 500 letters"),
    ],
)
async def test_a_call_that_is_not_right_is_said_and_nothing_is_kept(
    house: House, ground: Ground, given: dict[str, object], words: str
) -> None:
    before = await every_row(ground)
    with pytest.raises(Invalid, match=words):
        async with house.acting(house.ana) as tx:
            await calls.log_call(tx, house.case, **given)  # type: ignore[arg-type]
    with pytest.raises(Invalid, match="Say who called"):
        async with house.acting(house.ana) as tx:
            await calls.log_call(tx, house.case, told="x", caller_id=house.rosa, caller_name="Rosa")
    with pytest.raises(NotFound):
        async with house.acting(house.ana) as tx:
            await calls.log_call(tx, house.case, told="x", caller_id=new_id())

    assert await every_row(ground) == before
