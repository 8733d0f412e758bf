"""A volunteer pressed the wrong button: for a few minutes the answer is taken back, and all is as it was before."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import volunteers
from tests.journeys.volunteers import Telephone
from tests.town import Seat, Town

ANA = "coordinator@demo.test"
WRONG = [
    {"outcome": "same"},
    {"outcome": "different", "heard": "2026-12-03T13:30"},
    {"outcome": "not_found"},
    {"outcome": "nobody_answered"},
    {"outcome": "skipped"},
]
TASKS = "{ tasks { edges { node { id revision raisedBy doneAt } } } }"


async def given(town: Town) -> tuple[Seat, Any, Telephone]:
    """Ana, a hearing, and a telephone that shows it."""
    ana = await town.signed_in(ANA)
    (hearing,) = await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana = await volunteers.later(town)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")
    return ana, hearing, phone


async def raised(ana: Seat) -> list[Any]:
    tasks = [edge["node"] for edge in (await ana.ask(TASKS))["tasks"]["edges"]]
    return [task for task in tasks if task["raisedBy"] and task["raisedBy"].startswith("date_")]


@pytest.mark.parametrize("wrong", WRONG, ids=[one["outcome"] for one in WRONG])
async def test_what_was_pressed_by_mistake_is_taken_back_and_nothing_of_it_stays_but_the_trail(
    town: Town, ground: Ground, wrong: dict[str, str]
) -> None:
    ana, _, phone = await given(town)
    before = await every_row(ground)
    await phone.press("heard", **wrong)
    assert phone.stage == "ready" and "Pressed the wrong button?" in phone.seen[-1].text
    changed = await every_row(ground)
    assert changed["date_checks"] != before["date_checks"]
    assert (changed["hearings"] != before["hearings"]) == (wrong["outcome"] == "same")

    await phone.press("take_back")

    assert phone.stage == "item" and "201 345 678" in phone.seen[-1].text
    after = await every_row(ground)
    left = {table for table in after if after[table] != before[table]}
    # What was said of the date stays as a word that was taken back.
    # And that calendars look at it again.
    assert left <= {"audit_entries", "calendar_touches", "date_sources", "shifts", "tasks", "trail_seals"}
    assert not await ground.connection.fetchval(
        "select count(*) from date_sources where shift_id is not null and taken_back_at is null"
    )
    acts = [row["act"] for row in await ground.connection.fetch("select act from audit_entries order by seq")]
    assert acts.count("date_check.taken_back") == 1
    assert acts.count("hearing.check_taken_back") == (wrong["outcome"] == "same")
    assert await raised(ana) == []

    # It is answered as if for the first time: also what comes of it is there again.
    await phone.press("heard", **(wrong if wrong["outcome"] == "different" else WRONG[2]))
    assert len(await raised(ana)) == 1


async def test_an_answer_that_was_sent_twice_or_taken_back_twice_is_taken_back_once(town: Town, ground: Ground) -> None:
    _, _, phone = await given(town)
    await phone.press("heard", outcome="same")
    (answered,) = re.findall(r'name="answered" value="([^"]*)"', phone.seen[-1].text)
    await phone.press("take_back")
    before = await every_row(ground)

    again = await phone.press("take_back", answered=answered)

    after = await every_row(ground)
    assert again.status_code == 200 and phone.stage == "item"
    # The item is shown again, which is seen again.
    assert {table for table in after if after[table] != before[table]} <= {"audit_entries"}


async def too_late(town: Town, ana: Seat, hearing: Any, phone: Telephone) -> None:
    town.clock.forward(minutes=5)


async def another_given(town: Town, ana: Seat, hearing: Any, phone: Telephone) -> None:
    await phone.press("next")


async def moved(town: Town, ana: Seat, hearing: Any, phone: Telephone) -> None:
    done = await ana.do("rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"],
                        startsAt="2026-12-09T10:00")  # fmt: skip
    assert done["__typename"] == "RescheduleHearingPayload"


async def task_done(town: Town, ana: Seat, hearing: Any, phone: Telephone) -> None:
    (task,) = await raised(ana)
    done = await ana.do("completeTask", taskId=task["id"], expectedRevision=task["revision"])
    assert done["__typename"] == "CompleteTaskPayload"


async def somebody_elses(town: Town, ana: Seat, hearing: Any, phone: Telephone) -> None:
    other = await volunteers.at_work(town, await volunteers.start(town, ana, name="Ruth Abara"))
    await other.press("next")
    assert other.stage == "item"


@pytest.mark.parametrize(
    ("outcome", "meanwhile", "why"),
    [
        ("same", too_late, "too late"),
        ("not_found", too_late, "too late"),
        ("same", moved, "changed since"),
        ("not_found", task_done, "acting on that answer already"),
        ("skipped", somebody_elses, "somebody else has it"),
        ("same", another_given, "too late"),
    ],
)
async def test_what_somebody_acted_on_or_what_is_long_ago_is_not_taken_back(
    town: Town, ground: Ground, outcome: str, meanwhile: Any, why: str
) -> None:
    ana = await town.signed_in(ANA)
    hearing, _ = await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-04T09:00")
    ana = await volunteers.later(town)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")
    await phone.press("heard", outcome=outcome)
    (answered,) = re.findall(r'name="answered" value="([^"]*)"', phone.seen[-1].text)
    await meanwhile(town, ana, hearing, phone)
    before = await every_row(ground)
    last = await ground.connection.fetchval("select max(seq) from audit_entries")

    said = await phone.press("take_back", answered=answered)

    after = await every_row(ground)
    assert said.status_code == 409 and why in said.text
    assert {table for table in after if after[table] != before[table]} <= {"audit_entries"}
    new = await ground.connection.fetch("select act from audit_entries where seq > $1", last)
    assert {row["act"] for row in new} <= {"viewed"}


async def test_nobody_takes_back_what_another_shift_said(town: Town, ground: Ground) -> None:
    ana, _, phone = await given(town)
    await phone.press("heard", outcome="same")
    (answered,) = re.findall(r'name="answered" value="([^"]*)"', phone.seen[-1].text)
    other = await volunteers.at_work(town, await volunteers.start(town, ana, name="Ruth Abara"))
    before = await every_row(ground)

    assert (await other.press("take_back", answered=answered)).status_code == 404
    assert (await other.press("take_back", answered="x")).status_code == 404

    assert await every_row(ground) == before


async def test_what_was_heard_before_by_somebody_else_stays_a_task(town: Town, ground: Ground) -> None:
    """The task stood already: the second who heard the same only renewed it."""
    ana, _, phone = await given(town)
    await phone.press("heard", **WRONG[1])
    await ground.connection.execute(
        "update hearings set checked_at = checked_at - interval '2 days';"
        "update date_checks set answered_at = answered_at - interval '2 days'"
    )
    other = await volunteers.at_work(town, await volunteers.start(town, ana, name="Ruth Abara"))
    await other.press("next")
    await other.press("heard", **WRONG[1])
    before = await every_row(ground)

    said = await other.press("take_back")

    assert said.status_code == 409 and len(await raised(ana)) == 1
    assert (await every_row(ground))["tasks"] == before["tasks"]


async def test_a_date_taken_back_while_another_shift_asks_for_it_is_on_one_telephone_alone(
    town: Town, ground: Ground
) -> None:
    """Both press in the same instant. Whoever comes second is told so, or shown that there is nothing to check."""
    ana, _, phone = await given(town)
    other = await volunteers.at_work(town, await volunteers.start(town, ana, name="Ruth Abara"))
    for _ in range(12):
        await phone.press("heard", outcome="skipped")
        (answered,) = re.findall(r'name="answered" value="([^"]*)"', phone.seen[-1].text)

        mine, theirs = await asyncio.gather(phone.press("take_back", answered=answered), other.press("next"))

        assert (mine.status_code, theirs.status_code) in ((200, 200), (409, 200))
        assert mine.status_code == 200 or "somebody else has it" in mine.text
        assert sorted((phone.stage, other.stage)) == ["item", "ready"]
        await ground.connection.execute("delete from date_checks")
        await phone.press("next")
        assert phone.stage == "item"
