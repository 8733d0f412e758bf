"""The letter of the morning: at eight on working days, numbers alone, once, and never after noon."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import global_id, parts
from casework import actors, digests, letters, organizations, people
from casework.language import LANGUAGES
from casework.letters import Reader
from schema.invitations import Audience
from schema.notices import LetterKind, Notice, NoticeState
from schema.organizations import Membership, Organization, Role
from schema.people import Contact, Person, PersonKind
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


async def wishes_digest(town: Town, email: str, wished: bool | None) -> None:
    """Somebody says themselves whether they want it."""
    one = await town.signed_in(email)
    asked = await one.ask("query { viewer { person { id revision } } }")
    person = asked["viewer"]["person"]
    done = await one.do(
        "editWishes", personId=person["id"], expectedRevision=person["revision"], morningDigest=wished
    )  # fmt: skip
    assert done["__typename"] == "EditWishesPayload", done


async def test_whoever_coordinates_may_stop_it_and_have_it_again(town: Town) -> None:
    await something_waits(town)
    ana = town.staff["coordinator@demo.test"]
    await wishes_digest(town, "coordinator@demo.test", False)
    town.clock.now = MONDAY
    assert await digests.plan_digests(town.database) == 0
    assert ana not in {one.person_id for one in await digests_of(town)}

    await wishes_digest(town, "coordinator@demo.test", None)
    assert await digests.plan_digests(town.database) == 1
    # Stopped while it is on its way, it does not go.
    await wishes_digest(town, "coordinator@demo.test", False)
    await town.deliver()
    row = next(one for one in await digests_of(town) if one.person_id == ana)
    assert (row.state, row.reason) == (NoticeState.SKIPPED, "no_longer_theirs")


async def test_an_admin_may_ask_for_it_and_is_told_the_numbers_of_the_organization_and_why(town: Town) -> None:
    case = await something_waits(town)
    grace = town.staff["admin@demo.test"]
    town.clock.now = MONDAY
    await digests.plan_digests(town.database)
    assert grace not in {one.person_id for one in await digests_of(town)}

    await wishes_digest(town, "admin@demo.test", True)
    assert await digests.plan_digests(town.database) == 1
    mail = {
        str(one.message["To"]): " ".join(words(one).split())
        for one in await town.deliver()
        if one.message["Subject"] == "What waits for you today"
    }
    said = next(text for to, text in mail.items() if "admin@demo.test" in to)
    theirs = next(text for to, text in mail.items() if "coordinator@demo.test" in to)
    assert "Hearing within 7 days, no attorney: 1" in said and "because you asked for it" in said
    assert "because you coordinate for" in theirs
    for each in (said, theirs):
        assert f"Stop this letter: {town.settings.address}/your-account" in each

    # What lies behind a wall before which they stand is in none of the numbers.
    ana = await town.signed_in("coordinator@demo.test")
    raised = await ana.do(
        "raiseWall", caseId=case["id"], personId=town.person("admin@demo.test"), reason="Her brother made the arrest."
    )
    assert raised["__typename"] == "RaiseWallPayload", raised
    town.clock.forward(days=1)
    await digests.plan_digests(town.database)
    row = [one for one in await digests_of(town) if one.person_id == grace][-1]
    assert (row.state, row.reason) == (NoticeState.SKIPPED, "nothing_waits")


async def test_an_admin_who_coordinates_as_well_reads_it_through_their_own_eyes(town: Town) -> None:
    await something_waits(town)
    await wishes_digest(town, "admin@demo.test", True)
    elm = parts(town.organizations["elm-city"])[1]
    grace = town.staff["admin@demo.test"]
    async with town.database.transaction(actors.OPERATOR) as tx:
        tx.session.add(Membership(organization_id=elm, person_id=grace, role=Role.COORDINATOR))
    town.clock.now = MONDAY
    async with town.database.transaction(actors.DELIVERY) as tx:
        found = {one.person_id: one.asked for one in await digests.mornings(tx)}
    assert found[grace] is False


async def test_nobody_without_an_account_is_promised_it(town: Town) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        elm = parts(town.organizations["elm-city"])[1]
        olga = await people.add_person(
            tx, elm, kind=PersonKind.SUPPORTER, name="Olga Ortiz", language="es", email="olga@example.test"
        )
        revision, olga_id = olga.revision, olga.id
    ana = await town.signed_in("coordinator@demo.test")
    refused = await ana.do(
        "editWishes", personId=global_id("Person", olga_id), expectedRevision=revision, morningDigest=True
    )  # fmt: skip
    assert (refused["__typename"], refused["field"]) == ("Invalid", "morningDigest")
    async with town.database.transaction(actors.OPERATOR) as tx:
        kept = await tx.session.get_one(Person, olga_id)
        assert (kept.morning_digest, kept.revision) == (None, revision)


@pytest.mark.parametrize("language", LANGUAGES)
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
