"""How sure a date is: who said so, on which channel, how long ago; and which date is checked next."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import hearings, reading
from casework.checking_order import CheckReason
from casework.date_sources import STALE_AFTER, Heard, independent, standing_of
from casework.refusals import Invalid, NotAllowedByState
from schema.custody import Confidence, CustodyStint, PlaceOfCustody, ReleaseReason, Source
from schema.date_checks import DateCheckOutcome
from schema.date_sources import DateSource, DateStanding
from schema.hearings import Hearing
from schema.occasions import OccasionKind, OccasionState
from schema.tasks import Task
from tests.access.test_refusals_change_nothing import every_row
from tests.clock import NOW
from tests.ground import Ground
from tests.house import House

SAME, DIFFERENT, NOT_FOUND = DateCheckOutcome.SAME, DateCheckOutcome.DIFFERENT, DateCheckOutcome.NOT_FOUND
ANA, LUIS = UUID(int=1), UUID(int=2)


async def checked(
    house: House, who: UUID, source: Source, outcome: DateCheckOutcome = SAME, heard: datetime | None = None,
    hearing: UUID | None = None,
) -> Hearing:  # fmt: skip
    async with house.acting(who) as tx:
        row = await tx.session.get_one(Hearing, hearing or house.hearing)
        done = await hearings.check_date(
            tx, row.id, outcome=outcome, source=source, sequence=row.occasion.sequence, heard=heard
        )
        return done.hearing


async def now(house: House, hearing: UUID | None = None) -> Hearing:
    async with house.watching() as tx:
        return await tx.session.get_one(Hearing, hearing or house.hearing)


def word(channel: Source, person: UUID) -> Heard:
    return Heard(channel, person, NOW)


@pytest.mark.parametrize(
    ("words", "two"),
    [
        ([(Source.PRINTED_NOTICE, ANA), (Source.COURT_LINE, LUIS)], True),
        ([(Source.COURT_LINE, ANA), (Source.COURT_LINE, LUIS)], False),
        ([(Source.PRINTED_NOTICE, ANA), (Source.COURT_LINE, ANA)], False),
        # The line and the page read one register out.
        ([(Source.COURT_PORTAL, ANA), (Source.COURT_LINE, LUIS)], False),
        ([(Source.COURT_LINE, ANA), (Source.COURT_LINE, LUIS), (Source.COUNSEL, ANA)], True),
        ([(Source.COURT_LINE, ANA)], False),
        ([], False),
    ],
)
def test_two_sources_are_two_people_on_two_channels(words: list[tuple[Source, UUID]], two: bool) -> None:
    assert independent([word(*one) for one in words]) is two


async def test_a_second_person_on_another_channel_makes_a_date_two_source(house: House) -> None:
    assert (await now(house)).confidence is Confidence.ONE_SOURCE
    # The same person again, and the same channel again, make nothing surer.
    assert (await checked(house, house.ana, Source.COURT_LINE)).confidence is Confidence.ONE_SOURCE
    assert (await checked(house, house.luis, Source.PRINTED_NOTICE)).confidence is Confidence.CONFIRMED

    row = await now(house)
    assert (row.checked_by_id, row.source, row.checked_at) == (house.luis, Source.PRINTED_NOTICE, house.clock.now)


async def test_one_person_alone_cannot_call_a_date_confirmed(house: House, ground: Ground) -> None:
    before = await every_row(ground)
    with pytest.raises(Invalid) as refusal:
        async with house.acting(house.ana) as tx:
            await hearings.schedule_hearing(
                tx, house.case, house.bond,
                hearings.Notice(
                    kind=OccasionKind.BOND_HEARING, starts_at=datetime(2026, 12, 9, 9), court_id=house.court,
                    confidence=Confidence.CONFIRMED,
                ),
            )  # fmt: skip
    assert refusal.value.field == "confidence" and await every_row(ground) == before
    with pytest.raises(Invalid):
        await house.move(datetime(2026, 12, 9, 9), confidence=Confidence.CONFIRMED)
    assert await every_row(ground) == before


async def test_what_was_said_of_an_earlier_time_says_nothing_of_the_new_one(house: House) -> None:
    await checked(house, house.luis, Source.COURT_LINE)
    assert (await now(house)).confidence is Confidence.CONFIRMED

    house.clock.forward(hours=1)
    await house.move(datetime(2026, 12, 9, 10))
    row = await now(house)
    assert (row.confidence, row.moved_from) == (Confidence.ONE_SOURCE, datetime.fromisoformat("2026-12-02T14:00Z"))

    # Back to the first: what was said of it before it moved is not said again.
    house.clock.forward(hours=1)
    await house.move(datetime(2026, 12, 2, 9))
    assert (await now(house)).confidence is Confidence.ONE_SOURCE


async def test_whoever_heard_the_new_time_before_it_was_moved_is_its_second_source(house: House) -> None:
    await checked(house, house.luis, Source.COURT_LINE, DIFFERENT, datetime(2026, 12, 1, 13, 30))
    house.clock.forward(hours=2)

    await house.move(datetime(2026, 12, 1, 13, 30))

    assert (await now(house)).confidence is Confidence.CONFIRMED


async def test_a_disagreement_overwrites_nothing_and_is_one_task_with_both_values(house: House) -> None:
    row = await checked(house, house.luis, Source.COUNSEL, DIFFERENT, datetime(2026, 12, 1, 13, 30))
    again = await checked(house, house.luis, Source.COUNSEL, DIFFERENT, datetime(2026, 12, 1, 13, 30))

    assert row.occasion.starts_at == again.occasion.starts_at == datetime.fromisoformat("2026-12-02T14:00Z")
    assert again.source is Source.PRINTED_NOTICE and again.confidence is Confidence.ONE_SOURCE
    async with house.watching() as tx:
        tasks = list(await tx.session.scalars(select(Task).where(Task.raised_by == "date_differs")))
        assert [await tx.opened(one, "title") for one in tasks] == [
            "Another time than Wed, Dec 2, 9:00 AM ET was given: Tue, Dec 1, 1:30 PM ET (counsel)."
            " Check the notice, then move the hearing."
        ]
        assert [one.owner_id for one in tasks] == [house.ana]
        said = list(await tx.session.scalars(select(DateSource.said_wall).order_by(DateSource.said_at, DateSource.id)))
    assert said == [datetime(2026, 12, 2, 9), datetime(2026, 12, 1, 13, 30), datetime(2026, 12, 1, 13, 30)]


async def test_a_date_that_is_not_known_there_is_a_task(house: House) -> None:
    await checked(house, house.luis, Source.COURT_PORTAL, NOT_FOUND)
    async with house.watching() as tx:
        task = (await tx.session.scalars(select(Task).where(Task.raised_by == "date_not_found"))).one()
        assert "the court's page" in (await tx.opened(task, "title") or "")


@pytest.mark.parametrize(
    ("outcome", "source", "heard", "field"),
    [
        (DIFFERENT, Source.COURT_LINE, None, "heard"),
        (DIFFERENT, Source.COURT_LINE, datetime(2026, 12, 2, 9), "heard"),
        (DIFFERENT, Source.COURT_LINE, datetime(2206, 12, 2, 9), "heard"),
        (DateCheckOutcome.SKIPPED, Source.COURT_LINE, None, "outcome"),
        (SAME, Source.IMPORT, None, "source"),
    ],
)
async def test_a_check_that_says_nothing_is_refused(
    house: House, ground: Ground, outcome: DateCheckOutcome, source: Source, heard: datetime | None, field: str
) -> None:
    before = await every_row(ground)
    with pytest.raises(Invalid) as refusal:
        await checked(house, house.ana, source, outcome, heard)
    assert refusal.value.field == field and await every_row(ground) == before


async def test_a_check_of_a_date_that_changed_meanwhile_is_refused(house: House, ground: Ground) -> None:
    await house.move(datetime(2026, 12, 9, 10))
    before = await every_row(ground)
    with pytest.raises(NotAllowedByState):
        async with house.acting(house.luis) as tx:
            await hearings.check_date(tx, house.hearing, outcome=SAME, source=Source.COURT_LINE, sequence=0)
    assert await every_row(ground) == before


async def test_a_tentative_date_is_confirmed_by_the_team_and_calendars_say_so(house: House) -> None:
    async with house.acting(house.ana) as tx:
        row = await hearings.schedule_hearing(
            tx, house.case, house.bond,
            hearings.Notice(
                kind=OccasionKind.BOND_HEARING, starts_at=datetime(2026, 12, 9, 9), court_id=house.court,
                source=Source.FAMILY, confidence=Confidence.UNCONFIRMED,
            ),
        )  # fmt: skip
        assert row.occasion.state is OccasionState.TENTATIVE
        assert standing_of(row, moved=False, now=tx.now) is DateStanding.UNVERIFIED
    done = await checked(house, house.luis, Source.COURT_LINE, hearing=row.id)
    assert (done.confidence, done.occasion.state, done.occasion.sequence) == (
        Confidence.ONE_SOURCE, OccasionState.CONFIRMED, 1
    )  # fmt: skip


async def test_a_date_is_stale_a_week_after_it_was_checked_or_when_the_person_was_moved_since(house: House) -> None:
    row = await now(house)
    assert standing_of(row, moved=False, now=house.clock.now) is DateStanding.ONE_SOURCE
    assert standing_of(row, moved=True, now=house.clock.now) is DateStanding.STALE
    assert standing_of(row, moved=False, now=house.clock.now + STALE_AFTER) is DateStanding.STALE
    await checked(house, house.luis, Source.COURT_LINE)
    assert standing_of(await now(house), moved=False, now=house.clock.now) is DateStanding.TWO_SOURCE


async def test_what_is_checked_next_is_risk_times_age_with_why(house: House) -> None:
    master, _ = await house.a_hearing(
        datetime(2026, 12, 1, 9), kind=OccasionKind.MASTER_HEARING, proceeding=house.removal
    )
    far, _ = await house.a_hearing(datetime(2027, 3, 1, 9), kind=OccasionKind.MASTER_HEARING, proceeding=house.removal)
    house.clock.forward(hours=30)
    async with house.acting(house.ana) as tx:
        listed = await reading.dates_to_check(tx, house.organization)
    # The bond hearing is a day later than the master, and in no public system.
    assert [row.id for row, _ in listed] == [house.hearing, master, far]
    assert listed[0][1] == [CheckReason.NO_PUBLIC_SYSTEM, CheckReason.ONE_SOURCE]
    assert listed[1][1] == [CheckReason.SOON, CheckReason.ONE_SOURCE]

    await checked(house, house.luis, Source.COURT_LINE)
    house.clock.forward(hours=30)
    async with house.watching() as tx:
        tx.session.add(
            CustodyStint(
                case_id=house.case, place=PlaceOfCustody.UNKNOWN, booked_out_at=tx.now - timedelta(hours=1),
                release_reason=ReleaseReason.TRANSFERRED, source=Source.LOCATOR, confidence=Confidence.ONE_SOURCE,
                checked_at=tx.now,
            )
        )  # fmt: skip
    async with house.acting(house.ana) as tx:
        listed = await reading.dates_to_check(tx, house.organization)
    why = {row.id: because for row, because in listed}
    assert CheckReason.MOVED_SINCE in why[house.hearing] and CheckReason.ONE_SOURCE not in why[house.hearing]

    # It is the coordinators' list, and nobody else's.
    async with house.acting(house.luis) as tx:
        assert await reading.dates_to_check(tx, house.organization) == []


async def test_a_date_checked_today_or_past_or_of_a_closed_case_is_not_listed(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        assert await reading.dates_to_check(tx, house.organization) == []
    house.clock.forward(hours=30)
    await ground.connection.execute("update cases set closed_at = '2026-11-24T00:00Z'")
    async with house.acting(house.ana) as tx:
        assert await reading.dates_to_check(tx, house.organization) == []
    await ground.connection.execute("update cases set closed_at = null")
    house.clock.forward(hours=24 * 20)
    async with house.acting(house.ana) as tx:
        assert await reading.dates_to_check(tx, house.organization) == []
