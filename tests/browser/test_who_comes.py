"""Who comes to a date: the answer page with the keyboard alone, and the door on a telephone that loses its signal."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, expect

from api.nodes import parts
from casework import actors
from schema.invitations import Invitation
from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.browser.test_everyone_can_use_it import an_answer_link
from tests.journeys import steps
from tests.town import Seat, Town

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


async def a_vigil(town: Town) -> tuple[Seat, dict[str, Any]]:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        await steps.consent(ana, case["id"], purpose, audience)
    return ana, await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])


async def is_whole(page: Page) -> list[Any]:
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return ([f"{wide} pixels too wide"] if wide > 0 else []) + await findings(page)


@pytest.mark.parametrize(
    ("language", "coming", "listed"),
    [
        ("en", "I am coming", "You are on the list, not yet booked."),
        ("es", "Sí, vendré", "Está en la lista, todavía sin asiento reservado."),
        ("pt", "Sim, virei", "Você está na lista, ainda sem lugar reservado."),
        ("ht", "Wi, m ap vini", "Ou sou lis la, ou poko gen plas rezève."),
    ],
)
async def test_whoever_is_asked_answers_and_asks_for_a_ride_with_the_keyboard_alone(
    page: Page, town: Town, language: str, coming: str, listed: str
) -> None:
    ana, action = await a_vigil(town)
    await ana.do("arrangeSeats", occasionId=action["occasion"]["id"], seats=0)
    answer = await an_answer_link(town, action["occasion"]["id"])
    await page.set_viewport_size(PHONE)

    await page.goto(f"{town.settings.address}{answer}?lang={language}")
    assert await is_whole(page) == []
    button = page.get_by_role("button", name=coming, exact=True)
    for _ in range(30):
        if await button.evaluate("one => one === document.activeElement"):
            break
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")

    await expect(page.get_by_text(listed)).to_be_visible()
    assert await is_whole(page) == []
    await page.goto(f"{town.settings.address}{answer}/together?lang={language}")
    assert await is_whole(page) == []
    await page.locator("#town").focus()
    await page.keyboard.type("New Haven")
    await page.locator("#contact-ride").focus()
    await page.keyboard.type("Denise 203-555-0100")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("New Haven")
    assert "555-0100" not in await page.content()
    assert await is_whole(page) == []


async def test_the_door_counts_without_signal_and_keeps_no_name(page: Page, town: Town) -> None:
    ana, action = await a_vigil(town)
    occasion = action["occasion"]["id"]
    await an_answer_link(town, occasion)
    asked = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Occasion { invitations { id } } } }", id=occasion)
    (invited,) = asked["node"]["invitations"]
    await ana.do("answerInvitation", invitationId=invited["id"], state="COMING", partySize=2)
    begins = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Occasion { startsAt } } }", id=occasion)
    await page.set_viewport_size(PHONE)
    await page.clock.set_fixed_time(begins["node"]["startsAt"])
    town.clock.now = town.clock.now.fromisoformat(begins["node"]["startsAt"])
    await come_in(page, town, "coordinator@demo.test")
    await page.goto(f"{town.settings.address}/room/{occasion}")
    await expect(page.get_by_role("button", name="Denise Calloway came")).to_be_visible()
    assert await is_whole(page) == []

    await page.context.set_offline(True)
    await page.get_by_role("button", name="Denise Calloway came").click()
    await page.get_by_role("button", name="One more who is not on the list").click()
    await expect(page.get_by_text("2 taps wait for a signal.")).to_be_visible()
    kept = await page.evaluate("JSON.stringify([sessionStorage, localStorage])")
    assert "waiting to be sent" in kept and "Denise" not in kept
    await page.context.set_offline(False)

    await expect(page.get_by_text("wait for a signal.")).to_be_hidden(timeout=30_000)
    await expect(page.get_by_text("3 are here")).to_be_visible()
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert (await tx.session.get_one(Invitation, parts(invited["id"])[1])).came == 2
