"""What stands on the screen when a push comes: the short word, and the page behind it; never another site."""

from __future__ import annotations

import json

import pytest
from playwright.async_api import CDPSession, Page, expect

from casework.settings import Settings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

ANA = "coordinator@demo.test"
SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
    .map((one) => ({ title: one.title, body: one.body, tag: one.tag, data: one.data }))"""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"push": True})


async def worker(page: Page, town: Town) -> tuple[CDPSession, str]:
    """Our service worker in this browser, and its registration."""
    await page.context.grant_permissions(["notifications"], origin=town.settings.address)
    session = await page.context.new_cdp_session(page)
    found: list[str] = []

    def told(event: dict[str, list[dict[str, str]]]) -> None:
        found.extend(one["registrationId"] for one in event["registrations"])

    session.on("ServiceWorker.workerRegistrationUpdated", told)
    await session.send("ServiceWorker.enable")
    await page.evaluate(
        "async () => { await navigator.serviceWorker.register('/push.js'); await navigator.serviceWorker.ready; }"
    )
    await page.wait_for_timeout(500)
    assert found
    return session, found[-1]


async def test_a_push_shows_the_short_word_whatever_it_is(page: Page, town: Town) -> None:
    await come_in(page, town, ANA)
    session, registration = await worker(page, town)
    page_of = f"{town.settings.address}/cases/C-1"
    for data in (
        json.dumps({"text": "MOVED: Fri, Dec 4, 9:00 AM ET", "link": page_of, "tag": "one"}), "no json", "", "[]",
        json.dumps({"text": 7, "tag": {}}),
    ):  # fmt: skip
        await session.send(
            "ServiceWorker.deliverPushMessage",
            {"origin": town.settings.address, "registrationId": registration, "data": data},
        )
        await page.wait_for_timeout(300)

    shown = await page.evaluate(SHOWN)

    first = next(one for one in shown if one["tag"] == "one")
    assert first == {
        "title": "Presencia", "body": "MOVED: Fri, Dec 4, 9:00 AM ET", "tag": "one", "data": {"link": page_of},
    }  # fmt: skip
    # Whatever came, something was shown, and it says nothing.
    assert {one["body"] for one in shown if one["tag"] != "one"} == {""}


async def test_the_account_offers_the_switch_and_says_why_it_did_not_work(page: Page, town: Town) -> None:
    # A browser that never allows notifications, as one in a private window.
    await page.add_init_script("Notification.requestPermission = async () => 'denied';")
    await come_in(page, town, ANA, "your-account")
    switch = page.get_by_role("switch", name="Tell me in this browser")
    await expect(switch).not_to_be_checked()
    await switch.click()
    await expect(page.get_by_text("Allow notifications for this address")).to_be_visible()
    await expect(switch).not_to_be_checked()


async def test_a_telephone_is_added_to_somebody_and_taken_away_again(page: Page, town: Town) -> None:
    ana = await town.signed_in(ANA)
    await steps.add(town, ana, "elm-city", "SUPPORTER", "Sam Hill", "sam@home.example")
    await come_in(page, town, ANA, "people")
    await page.get_by_role("button", name="Add an address of Sam Hill").click()
    await page.get_by_label("Telephone").fill("555")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_text('"555" is not a telephone number. Type it with its area code.').first).to_be_visible()
    await page.get_by_label("Telephone").fill("203 555 0147")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_role("link", name="+12035550147")).to_be_visible()

    await page.get_by_role("button", name="Take away +12035550147 of Sam Hill").click()
    await page.get_by_role("dialog").get_by_role("button", name="Take away").click()
    await expect(page.get_by_role("link", name="+12035550147")).to_have_count(0)
    await expect(page.get_by_role("link", name="sam@home.example")).to_be_visible()
