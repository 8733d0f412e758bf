"""What slips into a field that many read: refused with a sentence, and nothing is saved."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from api.scalars import SCALARS
from casework import cases, hearings, intake, tasks
from casework.identities import Known
from casework.refusals import Invalid
from schema.cases import Case, Intake, Stage
from schema.hearings import Hearing
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.house import House


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(2)", "http://eoir.webex.com/meet/a", "data:text/html,x",
        # Pasted with the end of a line: every calendar that showed it would have stood still.
        "https://eoir.webex.com/meet/\r\n judge.smith", "https://eoir.webex.com/meet judge", "https://eoir.webex.com/\u2028a",
    ],
)  # fmt: skip
async def test_a_link_to_join_that_is_no_https_address_is_refused(house: House, ground: Ground, link: str) -> None:
    before = await every_row(ground)

    async def move() -> None:
        async with house.acting(house.ana) as tx:
            hearing = await tx.session.get_one(Hearing, house.hearing)
            await hearings.reschedule_hearing(
                tx, hearing.id, starts_at=hearing.occasion.wall_starts.replace(hour=11), join_url=link,
                expected_revision=hearing.revision,
            )  # fmt: skip

    with pytest.raises(Invalid, match="begins with https://"):
        await move()

    assert await every_row(ground) == before


async def test_a_public_name_with_a_number_in_it_is_refused(house: House, ground: Ground) -> None:
    before = await every_row(ground)

    async def rename() -> None:
        async with house.acting(house.ana) as tx:
            case = await tx.session.get_one(Case, house.case)
            await cases.update_case(tx, case.id, {"public_name": "A123456789"}, expected_revision=case.revision)

    with pytest.raises(Invalid, match="holds no number"):
        await rename()

    assert await every_row(ground) == before


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31", "20261202T10", "tomorrow"])
def test_a_day_outside_of_our_time_is_no_day(typed: str) -> None:
    with pytest.raises(ValueError, match=r"year must lie|text such as|isoformat"):
        SCALARS[date].parse_value(typed)


SLIPS = [
    ({"language": "Q" * 41}, "language", "longer than 40 letters"),
    ({"country_of_birth": "Guatemala " * 7}, "countryOfBirth", "longer than 60 letters"),
    ({"nationality": "Guatemala " * 7}, "nationality", "longer than 60 letters"),
    ({"gender": "f" * 61}, "gender", "longer than 60 letters"),
    ({"birth_date": "2026-12-01"}, "birthDate", "has not come yet"),
    ({"birth_date": "2062"}, "birthDate", "has not come yet"),
    ({"birth_date": "1066-10-14"}, "birthDate", "looks like a slip"),
]


@pytest.mark.parametrize(("slip", "field", "said"), SLIPS)
async def test_what_is_known_of_a_client_is_no_longer_than_it_is_for_and_nobody_is_born_tomorrow(
    house: House, ground: Ground, slip: dict[str, Any], field: str, said: str
) -> None:
    before = await every_row(ground)

    async def change() -> None:
        async with house.acting(house.ana) as tx:
            case = await tx.session.get_one(Case, house.case)
            also = {"public_name": "Teo R.", "stage": Stage.SEEKING_COUNSEL}
            await cases.update_case(
                tx, case.id, cast("cases.CaseChanges", also | slip), expected_revision=case.revision
            )

    async def take_in() -> None:
        known = {name: value for name, value in slip.items() if name != "language"}
        async with house.acting(house.ana) as tx:
            await intake.take_in_case(
                tx, house.organization, known=Known(legal_name="Luz Peña", **known), language=slip.get("language")
            )

    for act in (change, take_in):
        with pytest.raises(Invalid, match=said) as refused:
            await act()
        assert refused.value.field == field

    assert await every_row(ground) == before


@pytest.mark.parametrize(
    ("slip", "field", "said"),
    [
        ({"caller_phone": "ask at the church"}, "callerPhone", "not a telephone number"),
        ({"caller_phone": "555-0177"}, "callerPhone", "with its area code"),
        ({"caller_phone": "203 555 0177 " * 5}, "callerPhone", "longer than 40 letters"),
        ({"caller_name": "Rosa " * 60}, "callerName", "at most 200 letters"),
        ({"caller_relation": "aunt " * 30}, "callerRelation", "longer than 120 letters"),
        ({"arrest_place": "by the river " * 30}, "arrestPlace", "longer than 300 letters"),
        ({"told": "x" * 5_001}, "told", "longer than 5000 letters"),
    ],
)
async def test_a_call_that_was_typed_wrong_opens_no_case(
    house: House, ground: Ground, slip: dict[str, str], field: str, said: str
) -> None:
    before = await every_row(ground)

    async def take_in() -> None:
        async with house.acting(house.ana) as tx:
            await intake.take_in_case(tx, house.organization, known=Known(), report=intake.Report(**slip))

    with pytest.raises(Invalid, match=said) as refused:
        await take_in()
    assert refused.value.field == field
    assert await every_row(ground) == before


async def test_a_callers_number_is_kept_as_it_was_told_with_its_extension(house: House) -> None:
    async with house.acting(house.ana) as tx:
        report = intake.Report(caller_phone="  (203) 555-0177  ext. 12 ", told="\n")
        case = await intake.take_in_case(tx, house.organization, known=Known(birth_date="2026-11-23"), report=report)
        kept = await tx.session.get_one(Intake, case.id)
        assert (tx.open(kept, "caller_phone"), kept.told) == ("(203) 555-0177 ext. 12", None)


async def test_a_case_has_as_many_tags_as_somebody_reads(house: House, ground: Ground) -> None:
    before = await every_row(ground)

    async def tag(*tags: str) -> None:
        async with house.acting(house.ana) as tx:
            case = await tx.session.get_one(Case, house.case)
            await cases.update_case(tx, case.id, {"tags": list(tags)}, expected_revision=case.revision)

    with pytest.raises(Invalid, match="at most 30 tags"):
        await tag(*(f"tag {number}" for number in range(31)))
    with pytest.raises(Invalid, match="longer than 40 letters"):
        await tag("x" * 41)

    assert await every_row(ground) == before


async def test_a_task_that_tells_a_story_is_told_to_be_short_and_one_that_tells_nothing_to_say_something(
    house: House, ground: Ground
) -> None:
    before = await every_row(ground)

    async def add(title: str) -> None:
        async with house.acting(house.ana) as tx:
            await tasks.add_task(tx, house.organization, title=title, case_id=house.case)

    with pytest.raises(Invalid, match="at most 500 letters"):
        await add("x" * 501)
    with pytest.raises(Invalid, match="Say in a few words"):
        await add("  ")

    assert await every_row(ground) == before
