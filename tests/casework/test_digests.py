"""The letter of the morning: at eight on working days, numbers alone, once, and never after noon."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import global_id, parts
from casework import actors, digests, letters, organizations
from casework.language import WRITTEN
from casework.letters import Reader
from schema.invitations import Audience
from schema.notices import LetterKind, Notice, NoticeState
from schema.organizations import Membership, Organization, Role
from schema.people import Contact
from tests import golden
from tests.casework.lettering import shown
from tests.journeys import steps
from tests.town import Town, town, words

#: Monday, November 30, at one minute past eight in New Haven (UTC-5).
MONDAY = datetime(2026, 11, 30, 13, 1, tzinfo=UTC)
_ = town


async def digests_of(town: Town) -> list[Notice]:
    async with town.database.transaction(actors.OPERATOR) as tx:
        asked = select(Notice).where(Notice.kind == LetterKind.DIGEST).order_by(Notice.due_at, Notice.person_id)
        return list(await tx.session.scalars(asked))


async def something_waits(town: Town) -> Any:
    """Ana's case has a hearing on Wednesday, and nobody stands up in it."""
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"], "2026-12-02T09:00")
    await town.deliver()
    return case


async def test_at_eight_a_coordinator_for_whom_something_waits_gets_numbers_and_a_link_and_no_name(town: Town) -> None:
    await something_waits(town)
    town.clock.now = MONDAY
    assert await digests.plan_digests(town.database) == 1
    mail = [one for one in await town.deliver() if "coordinator@demo.test" in str(one.message["To"])]

    (letter,) = [one for one in mail if one.message["Subject"] == "What waits for you today"]
    said = words(letter)
    assert "Hearing within 7 days, no attorney: 1" in said and town.settings.address in said
    assert "Letters that failed" not in said
    for kept_back in ("Mateo", "Rivera", "C-1", "bond", "Hartford"):
        assert kept_back not in said
    (row, quiet) = sorted(await digests_of(town), key=lambda one: one.state)
    assert row.state is NoticeState.CARRIED and row.person_id == town.staff["coordinator@demo.test"]
    assert row.due_at == datetime(2026, 11, 30, 13, tzinfo=UTC)
    # Ben coordinates elsewhere, where nothing waits: that is written down, and nothing is sent.
    assert (quiet.state, quiet.reason) == (NoticeState.SKIPPED, "nothing_waits")
    assert quiet.person_id == town.staff["coordinator@other.test"]


async def test_a_morning_is_counted_once_however_often_the_worker_looks(town: Town) -> None:
    await something_waits(town)
    town.clock.now = MONDAY
    assert [await digests.plan_digests(town.database) for _ in range(3)] == [1, 0, 0]
    await town.deliver()
    town.clock.forward(hours=2)
    assert await digests.plan_digests(town.database) == 0
    assert len(await digests_of(town)) == 2

    town.clock.forward(hours=22)
    assert await digests.plan_digests(town.database) == 1


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (datetime(2026, 11, 30, 12, 59, tzinfo=UTC), "before eight"),
        (datetime(2026, 11, 30, 17, 0, tzinfo=UTC), "noon"),
        (datetime(2026, 11, 28, 13, 1, tzinfo=UTC), "Saturday"),
        (datetime(2026, 11, 29, 13, 1, tzinfo=UTC), "Sunday"),
        (datetime(2026, 11, 26, 13, 1, tzinfo=UTC), "Thanksgiving"),
    ],
)
async def test_nothing_is_planned_before_eight_after_noon_on_a_weekend_or_a_holiday(
    town: Town, now: datetime, why: str
) -> None:
    await something_waits(town)
    town.clock.now = now
    assert await digests.plan_digests(town.database) == 0, why
    assert await digests_of(town) == []


@pytest.mark.parametrize(
    ("now", "due_at"),
    [
        # Clocks went back on Sunday, November 1, and go forward on Sunday, March 14.
        (datetime(2026, 10, 30, 12, 1, tzinfo=UTC), datetime(2026, 10, 30, 12, tzinfo=UTC)),
        (datetime(2026, 11, 2, 13, 1, tzinfo=UTC), datetime(2026, 11, 2, 13, tzinfo=UTC)),
        (datetime(2027, 3, 12, 13, 1, tzinfo=UTC), datetime(2027, 3, 12, 13, tzinfo=UTC)),
        (datetime(2027, 3, 15, 12, 1, tzinfo=UTC), datetime(2027, 3, 15, 12, tzinfo=UTC)),
    ],
)
async def test_it_is_eight_on_the_wall_of_the_organization_on_both_sides_of_a_change_of_clocks(
    town: Town, now: datetime, due_at: datetime
) -> None:
    town.clock.now = now
    async with town.database.transaction(actors.DELIVERY) as tx:
        mornings = await digests.mornings(tx)
    assert {one.due_at for one in mornings} == {due_at} and len(mornings) == 2

    # An hour earlier by the same clock it is not eight yet.
    town.clock.forward(hours=-1)
    async with town.database.transaction(actors.DELIVERY) as tx:
        assert await digests.mornings(tx) == []


async def test_each_organization_has_its_own_eight_o_clock_and_nobody_two_in_one_day(town: Town) -> None:
    denver = parts(town.organizations["shoreline"])[1]
    ana = town.staff["coordinator@demo.test"]
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(
            update(Organization).where(Organization.id == denver).values(time_zone="America/Denver")
        )
        theirs = await tx.session.scalar(select(Membership).where(Membership.organization_id == denver).limit(1))
        assert theirs is not None
        tx.session.add(Membership(organization_id=denver, person_id=ana, role="coordinator"))
    await something_waits(town)
    town.clock.now = MONDAY
    assert await digests.plan_digests(town.database) == 1
    assert {one.person_id for one in await digests_of(town)} == {ana}

    town.clock.forward(hours=2)
    await digests.plan_digests(town.database)
    rows = await digests_of(town)
    assert sorted(one.due_at.hour for one in rows) == [13, 15]
    assert len({one.person_id for one in rows}) == 2


async def test_what_did_not_go_until_noon_does_not_go_any_more_and_nobody_is_asked_to_call(town: Town) -> None:
    await something_waits(town)
    town.clock.now = MONDAY
    await digests.plan_digests(town.database)
    town.clock.now = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
    sent = await town.deliver()

    assert [one for one in sent if one.message["Subject"] == "What waits for you today"] == []
    row = next(one for one in await digests_of(town) if one.reason != "nothing_waits")
    assert (row.state, row.reason) == (NoticeState.SKIPPED, "too_late")


async def test_whoever_asked_us_to_stop_or_left_since_is_not_written_to(town: Town) -> None:
    await something_waits(town)
    ana = town.staff["coordinator@demo.test"]
    town.clock.now = MONDAY
    await digests.plan_digests(town.database)
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(update(Contact).where(Contact.person_id == ana).values(stopped_at=tx.now))
    await town.deliver()
    row = next(one for one in await digests_of(town) if one.person_id == ana)
    assert (row.state, row.reason) == (NoticeState.SKIPPED, "stopped")

    town.clock.forward(days=1)
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(update(Contact).where(Contact.person_id == ana).values(stopped_at=None))
    await digests.plan_digests(town.database)
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(update(Membership).where(Membership.person_id == ana).values(ended_at=tx.now))
    await town.deliver()
    row = [one for one in await digests_of(town) if one.person_id == ana][-1]
    assert (row.state, row.reason) == (NoticeState.SKIPPED, "no_longer_theirs")


async def test_a_case_behind_a_wall_is_in_none_of_the_numbers_of_whoever_stands_before_it(town: Town) -> None:
    case = await something_waits(town)
    ana = await town.signed_in("coordinator@demo.test")
    async with town.database.transaction(actors.OPERATOR) as tx:
        elm = parts(town.organizations["elm-city"])[1]
        dana = await organizations.engage(
            tx, elm, name="Dana Webb", email="dana@demo.test", roles=[Role.COORDINATOR], supervised=True
        )
    raised = await ana.do(
        "raiseWall", caseId=case["id"], personId=global_id("Person", dana.id), reason="Her brother made the arrest."
    )
    assert raised["__typename"] == "RaiseWallPayload", raised
    town.clock.now = MONDAY
    assert await digests.plan_digests(town.database) == 1

    ended = {one.person_id: one.state for one in await digests_of(town)}
    assert ended[town.staff["coordinator@demo.test"]] is NoticeState.PLANNED
    assert ended[dana.id] is NoticeState.SKIPPED


@pytest.mark.parametrize("language", WRITTEN)
def test_the_letter_of_the_morning_is_the_golden_one(language: str) -> None:
    numbers = {
        "hearings_without_counsel": 2, "changes_not_confirmed": 0, "dates_to_check": 5, "nobody_assigned": 1,
        "letters_failed": 0, "deadlines_near": 3,
    }  # fmt: skip
    reader = Reader(audience=Audience.COORDINATOR, language=language, organization="Elm City Legal Aid")
    letter = letters.compose_digest(reader, numbers, page_url="https://presencia.test")
    golden.matches(f"letters/digest.{language}.txt", shown(letter))


def test_working_days_are_those_on_which_offices_are_open() -> None:
    assert digests.is_working_day(date(2026, 11, 30))
    for shut in (date(2026, 11, 28), date(2026, 11, 29), date(2026, 11, 26), date(2026, 12, 25), date(2026, 7, 3)):
        assert not digests.is_working_day(shut)
