"""When attorneys can take cases: half days, how many more, days away; and what whoever offers is told of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import access, availability
from casework.refusals import Invalid, NotAllowedByState, NotFound, NotPermitted
from schema.absences import Absence
from schema.attorneys import Attorney, HalfDay
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.proceedings import ProceedingKind
from tests.access.test_refusals_change_nothing import every_row
from tests.casework.test_matching import an_attorney, suggested
from tests.ground import Ground
from tests.house import House

#: The hearing of the house is on Wednesday, December 2, at nine; the clock stands at November 23.
WEDNESDAY = HalfDay.WEDNESDAY_MORNING


async def away(house: House, person: UUID, first: date, last: date, *, by: UUID | None = None) -> Absence:
    async with house.acting(by or person) as tx:
        return await availability.record_absence(tx, person, first_day=first, last_day=last)


async def said(house: House, person: UUID, *, by: UUID | None = None, **given: Any) -> Attorney:
    default: dict[str, Any] = {"half_days": [], "more_cases": None, "interests": [], "languages": []}
    async with house.acting(by or person) as tx:
        return await availability.say_availability(tx, person, **{**default, **given})


async def days(house: House) -> list[tuple[date, date]]:
    async with house.watching() as tx:
        return [(one.first_day, one.last_day) for one in await tx.session.scalars(select(Absence).order_by(Absence.id))]


async def test_whoever_is_away_comes_last_and_it_is_said_until_when(house: House) -> None:
    vera, noa, ida = [await an_attorney(house, name) for name in ("Vera Blum", "Noa Katz", "Ida Wall")]
    await away(house, vera, date(2026, 11, 20), date(2026, 11, 30))
    await away(house, noa, date(2026, 12, 1), date(2026, 12, 4))
    await away(house, ida, date(2026, 12, 3), date(2026, 12, 9))

    found = {one.person_id: one for one in await suggested(house)}

    assert next(iter(found)) == ida
    assert "They are away until November 30." in [one.said("en") for one in found[vera].against]
    assert "They are away on the day of the next date, until December 4." in [
        one.said("en") for one in found[noa].against
    ]
    assert not any("away" in one.said("en") for one in found[ida].against)


async def test_the_half_day_of_the_next_date_speaks_for_whoever_can_come_then(house: House) -> None:
    vera, noa = await an_attorney(house, "Vera Blum"), await an_attorney(house, "Noa Katz")
    await said(house, noa, half_days=[WEDNESDAY])
    await said(house, vera, half_days=[HalfDay.WEDNESDAY_AFTERNOON])

    first, second = await suggested(house)

    assert (first.person_id, second.person_id) == (noa, vera)
    assert "They can come on the half day of the next date." in first.because
    assert "The half day of the next date is not among those on which they can come." in second.against


async def test_what_they_take_is_said_without_touching_where_they_may_appear(house: House) -> None:
    vera = await an_attorney(house, "Vera Blum", places=["CT"], most_cases=1)

    saved = await said(
        house, vera, half_days=[WEDNESDAY, HalfDay.MONDAY_MORNING, WEDNESDAY], more_cases=2, languages=["es", " "],
        interests=[ProceedingKind.BOND], remote=False,
    )  # fmt: skip

    assert saved.half_days == ["monday_morning", "wednesday_morning"]
    assert (saved.most_cases, saved.languages, saved.interests, saved.remote) == (2, ["es"], ["bond"], False)
    assert (saved.bar_states, saved.eoir_registered, saved.places) == (["CT"], True, ["CT"])
    # What is not said again stays.
    assert (await said(house, vera)).most_cases == 2
    # Beside those that they have: the attorney of the house has one.
    luis = await said(house, house.luis, more_cases=2) if await has_record(house) else None
    assert luis is None or luis.most_cases == 3


async def has_record(house: House) -> bool:
    async with house.watching() as tx:
        return await tx.session.get(Attorney, house.luis) is not None


async def test_days_away_are_their_own_and_of_whoever_keeps_the_address_book(house: House, ground: Ground) -> None:
    vera, noa = await an_attorney(house, "Vera Blum"), await an_attorney(house, "Noa Katz")
    made = await away(house, vera, date(2026, 12, 1), date(2026, 12, 4), by=house.ana)
    before = await every_row(ground)

    with pytest.raises(NotPermitted):
        await away(house, vera, date(2026, 12, 8), date(2026, 12, 9), by=noa)
    with pytest.raises(NotPermitted):
        await said(house, vera, half_days=[WEDNESDAY], by=noa)
    async with house.acting(noa) as tx:
        with pytest.raises(NotPermitted):
            await availability.take_back_absence(tx, made.id)
    assert await every_row(ground) == before

    async with house.acting(vera) as tx:
        assert await availability.take_back_absence(tx, made.id) == vera
    assert await days(house) == []


async def test_days_that_cannot_be_are_refused_and_nothing_changes(house: House, ground: Ground) -> None:
    vera = await an_attorney(house, "Vera Blum")
    await away(house, vera, date(2026, 12, 1), date(2026, 12, 4))
    nobody = await house.a_person("Pia Lund", role=Role.ATTORNEY)
    before = await every_row(ground)

    for first, last, says in (
        (date(2026, 12, 9), date(2026, 12, 8), "before the first"),
        (date(2026, 11, 1), date(2026, 11, 5), "are over"),
        (date(2026, 12, 9), date(2028, 12, 9), "at most a year"),
        (date(2026, 12, 4), date(2026, 12, 6), "on one of these days already"),
    ):
        with pytest.raises(Invalid, match=says):
            await away(house, vera, first, last)
    with pytest.raises(Invalid, match="from 0 to 100"):
        await said(house, vera, more_cases=101)
    with pytest.raises(NotAllowedByState, match="where they may appear"):
        await said(house, nobody, more_cases=1)
    assert await every_row(ground) == before


async def test_what_is_over_is_forgotten_with_the_next_that_is_said(house: House) -> None:
    vera = await an_attorney(house, "Vera Blum")
    await away(house, vera, date(2026, 11, 20), date(2026, 11, 24))
    house.clock.forward(days=10)

    await away(house, vera, date(2026, 12, 20), date(2026, 12, 24))

    assert await days(house) == [(date(2026, 12, 20), date(2026, 12, 24))]


async def test_nobody_outside_learns_of_days_away_but_who_offers_cases(house: House, ground: Ground) -> None:
    vera = await an_attorney(house, "Vera Blum")
    made = await away(house, vera, date(2026, 12, 1), date(2026, 12, 4))
    noor = await house.a_person("Noor Haddad", role=Role.ADVOCATE)
    async with house.watching() as tx:
        group = Organization(
            slug="group", name="Group", kind=OrganizationKind.COMMUNITY_GROUP, time_zone="America/New_York"
        )
        tx.session.add(group)
        await tx.session.flush()
        theirs = (await tx.session.scalars(select(Membership).where(Membership.person_id == noor))).one()
        theirs.organization_id = group.id

    async with house.acting(noor) as tx:
        with pytest.raises(NotFound):
            await access.seen(tx, Absence, made.id)
        # The second wall alone, too.
        assert list(await tx.session.scalars(select(Absence))) == []
    async with house.acting(house.ana) as tx:
        assert (await access.seen(tx, Absence, made.id)).last_day == date(2026, 12, 4)
