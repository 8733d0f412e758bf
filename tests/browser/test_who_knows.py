"""A hearing moved earlier, and who knows of it; who is on duty; when people are reminded; how one is written to."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import func, select

from casework import actors, changes
from schema.duty import DutyTurn
from schema.notices import LetterKind, Notice, NoticeState
from schema.people import Channel, Person
from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Seat, Town

pytestmark = pytest.mark.browser

ANA = "coordinator@demo.test"


@pytest.fixture
async def page(page: Page, town: Town) -> Page:
    """The page's clock shows what the house's does."""
    await page.clock.set_fixed_time(town.clock.now)
    return page


async def a_hearing_of_three(town: Town, ana: Seat) -> str:
    """Mateo's, on December 2 at 9:00, with Luis of record and Rosa, his mother, named. Returns the case's short id."""
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    rosa = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", "Rosa Rivera", "rosa@family.example")
    await ana.do("nameContact", caseId=case["id"], personId=rosa, relation="mother", namedByClient=True)
    await town.deliver()
    short_id: str = case["shortId"]
    return short_id


async def test_who_is_told_of_a_move_is_shown_before_it_who_is_silent_after_it_and_staff_record_their_word(
    page: Page, town: Town
) -> None:
    short_id = await a_hearing_of_three(town, await town.signed_in(ANA))
    await come_in(page, town, ANA, f"cases/{short_id}")
    await page.get_by_role("button", name="Move", exact=True).first.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("New time, as printed on the notice").fill("2026-12-01T13:30")
    await expect(dialog.get_by_text("earlier than before")).to_be_visible()
    await expect(dialog.get_by_text("2 messages will go out")).to_be_visible()
    for line in ("Luis Prado (Attorney): Date changed", "Rosa Rivera (Family contact): Date changed"):
        await expect(dialog.get_by_role("listitem").filter(has_text=line)).to_be_visible()
    assert await town.deliver() == []
    await dialog.get_by_role("button", name="Move and tell everyone").click()
    await expect(dialog).to_be_hidden()

    ledger = page.get_by_role("region", name=re.compile("^Change of "))
    await expect(ledger.get_by_text("2 told, 0 confirmed, call ")).to_be_visible()
    rosa, luis = (ledger.get_by_role("listitem").filter(has_text=name) for name in ("Rosa Rivera", "Luis Prado"))
    assert len(await town.deliver()) == 2
    # Nobody answers for longer than they have.
    town.clock.forward(hours=3)
    async with town.database.transaction(actors.DELIVERY) as tx:
        assert await changes.follow(tx) > 0
    await page.clock.set_fixed_time(town.clock.now)
    await come_in(page, town, ANA, f"cases/{short_id}")
    await expect(rosa).to_contain_text("was due by")
    await expect(rosa).to_contain_text("Ana Okafor was called")
    assert await findings(page) == []

    # She is called: nobody picks up, and then she does.
    await rosa.get_by_role("button", name="More about Rosa Rivera").click()
    await page.get_by_role("button", name="Nobody answered").click()
    await expect(rosa).to_contain_text("by Ana Okafor: nobody answered")
    await page.keyboard.press("Escape")
    await ledger.get_by_role("button", name="I reached them: Rosa Rivera").click()
    # A slip: it is taken back before anything was sent, and she is among the silent as before.
    await expect(rosa).to_contain_text("Noted: Rosa Rivera knows.")
    await rosa.get_by_role("button", name="Undo").click()
    await page.clock.set_fixed_time(town.clock.now + timedelta(seconds=20))
    await expect(rosa).not_to_contain_text("Noted")
    await expect(ledger.get_by_text("2 told, 0 confirmed, call ")).to_be_visible()
    await ledger.get_by_role("button", name="I reached them: Rosa Rivera").click()
    await expect(rosa).to_contain_text("Noted: Rosa Rivera knows.")
    await page.clock.set_fixed_time(town.clock.now + timedelta(seconds=40))
    await expect(ledger.get_by_text("2 told, 1 confirmed, call Luis Prado")).to_be_visible()
    await expect(rosa).to_contain_text("Confirmed")
    await expect(ledger.get_by_role("button", name="I reached them: Rosa Rivera")).to_have_count(0)
    await expect(luis.get_by_role("button", name="I reached them: Luis Prado")).to_be_visible()


async def test_a_rota_with_a_gap_is_refused_and_saved_once_it_is_closed(page: Page, town: Town) -> None:
    await come_in(page, town, ANA, "organization")
    rota = page.get_by_role("region", name="Who is on duty")
    await expect(rota.get_by_text("No rota yet")).to_be_visible()
    await rota.get_by_role("button", name="Edit the rota").click()
    for _ in range(2):
        await rota.get_by_role("button", name="Add a turn").click()
    second = rota.get_by_role("group", name="Turn 2")
    begins = await second.get_by_label("From").input_value()
    assert begins == f"{town.clock.now + timedelta(days=7):%Y-%m-%d}T09:30"
    await second.get_by_label("From").fill(begins.replace("T09:30", "T12:00"))
    await rota.get_by_role("button", name="Save the rota").click()
    await expect(rota.get_by_role("alert")).to_contain_text(
        re.compile("Nobody would be on duty from .*9:30.* to .*12:00.*Close that gap")
    )
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert await tx.session.scalar(select(func.count()).select_from(DutyTurn)) == 0
    assert await findings(page) == []

    await second.get_by_label("From").fill(begins)
    await rota.get_by_role("button", name="Save the rota").click()
    await expect(page.get_by_text("The rota is saved.")).to_be_visible()
    turns = rota.get_by_role("listitem").filter(has_text="Ana Okafor")
    await expect(turns).to_have_count(2)
    await expect(turns.first).to_contain_text("now")


async def reminders_to_come(town: Town) -> list[str]:
    """When people are reminded, as months, days and hours in New Haven."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        due = await tx.session.scalars(
            select(Notice.due_at)
            .join(Person, Person.id == Notice.person_id)
            .where(Notice.kind == LetterKind.REMINDER, Notice.state == NoticeState.PLANNED)
            .where(Notice.person_id == town.staff["attorney@demo.test"])
            .order_by(Notice.due_at)
        )
        return [f"{at - timedelta(hours=5):%m-%d %H:%M}" for at in due]


async def test_the_plan_of_reminders_is_edited_for_all_dates_and_for_one_of_them(page: Page, town: Town) -> None:
    short_id = await a_hearing_of_three(town, await town.signed_in(ANA))
    usual = await reminders_to_come(town)
    await come_in(page, town, ANA, "organization?part=messages")
    plan = page.get_by_role("region", name="Reminders")
    await plan.get_by_role("button", name="Edit: Attorney").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_text("Nothing changes.")).to_be_visible()
    await dialog.get_by_label("Days before").fill("2")
    await dialog.get_by_label("At", exact=True).fill("08:15")
    await dialog.get_by_label("Hours before").fill("3")
    await expect(dialog.get_by_text(re.compile(r"1 date to come\. \d reminders? goe?s?, 2 come\."))).to_be_visible()
    assert await reminders_to_come(town) == usual
    await dialog.get_by_role("button", name="Save the reminders").click()
    await expect(page.get_by_text("Dates to come that follow it: 1.")).to_be_visible()
    attorney = plan.get_by_role("listitem").filter(has=page.get_by_role("button", name="Edit: Attorney"))
    await expect(attorney).to_contain_text("Edited")
    assert await reminders_to_come(town) == ["11-30 08:15", "12-02 06:00"]

    # Of this one date more often; and then as usual again, which is the organization's own now.
    await page.goto(f"{town.settings.address}/cases/{short_id}")
    await page.get_by_role("button", name="More about this hearing").click()
    await page.get_by_role("menuitem", name="Reminders").click()
    await page.get_by_role("dialog").get_by_role("button", name="Edit: Attorney").click()
    dialog = page.get_by_role("dialog", name="Reminders: Attorney")
    await dialog.get_by_label("Days before").fill("4, 2")
    await dialog.get_by_role("button", name="Save the reminders").click()
    dates = page.get_by_role("dialog", name="Reminders of this date")
    await expect(dates.get_by_role("button", name="As usual: Attorney")).to_be_visible()
    assert await reminders_to_come(town) == ["11-28 08:15", "11-30 08:15", "12-02 06:00"]
    await dates.get_by_role("button", name="As usual: Attorney").click()
    await expect(dates.get_by_role("button", name="As usual: Attorney")).to_have_count(0)
    assert await reminders_to_come(town) == ["11-30 08:15", "12-02 06:00"]


async def test_how_and_when_one_is_written_to_is_said_on_ones_own_account(page: Page, town: Town) -> None:
    await come_in(page, town, ANA, "your-account")
    mine = page.get_by_role("region", name="How we write to you")
    await expect(mine).to_contain_text(
        "Nothing rings from 21:00 until 08:00. A change of a date may ring all the same."
    )
    await mine.get_by_role("button", name="Edit").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("combobox", name="Reminders by").click()
    await page.get_by_role("option", name="Text message").click()
    await dialog.get_by_label("Nothing rings from").fill("19:30")
    await dialog.get_by_label("Until").fill("09:00")
    await dialog.get_by_label("A change of a date may ring all the same").uncheck()
    assert await findings(page) == []
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    await page.reload()
    await expect(mine).to_contain_text("Nothing rings from 19:30 until 09:00.")
    await expect(mine).not_to_contain_text("may ring all the same")
    await expect(mine).to_contain_text("Text")
    async with town.database.transaction(actors.OPERATOR) as tx:
        ana = await tx.session.get_one(Person, town.staff[ANA])
        assert (ana.channels[0], f"{ana.quiet_from:%H:%M}", ana.wake_for_changes) == (Channel.SMS, "19:30", False)
