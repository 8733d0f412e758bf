"""A published action's page, and the page behind an invitation, as people open them: on a small telephone, in four
languages, with a keyboard, with scripts switched off.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Request, expect

from casework.language import LANGUAGES
from tests.api.test_public_pages import published, unnamed
from tests.browser.axe import findings
from tests.browser.quiet import watch
from tests.browser.test_everyone_can_use_it import an_answer_link
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser

SMALL: Any = {"width": 360, "height": 740}
GREETING = {"en": "When", "es": "Cuándo", "pt": "Quando", "ht": "Kilè"}


@pytest.fixture
async def pocket(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A small telephone."""
    found = await browser.new_context(viewport=SMALL, locale="en-US")
    watch(found)
    yield found
    await found.close()


async def too_wide(page: Page) -> int:
    return int(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


async def test_the_page_and_its_poster_are_whole_on_a_small_telephone_in_each_language(
    pocket: BrowserContext, town: Town
) -> None:
    *_, action = await published(town, title="Mateo R. belongs at home, with everybody who waits for him there")
    url = action["publicPage"]["url"]
    asked: list[str] = []
    broken: list[str] = []
    received = 0

    def heard(request: Request) -> None:
        asked.append(request.url)

    page = await pocket.new_page()
    page.on("request", heard)
    page.on("console", lambda said: broken.append(said.text))
    page.on("pageerror", lambda error: broken.append(str(error)))
    await page.emulate_media(reduced_motion="reduce")
    found: dict[str, Any] = {}
    for language in LANGUAGES:
        for form in ("", "/poster"):
            answer = await page.goto(f"{url}{form}?lang={language}")
            assert answer is not None and answer.status == 200
            received = max(received, len(await answer.body()))
            assert await page.locator("html").get_attribute("lang") == language
            found[f"{language}{form}"] = [
                *await findings(page),
                *([wide] if (wide := await too_wide(page)) > 0 else []),
            ]
        await page.goto(f"{url}?lang={language}")
        await expect(page.get_by_text(GREETING[language], exact=True)).to_be_visible()
    assert {name: what for name, what in found.items() if what} == {}
    # The test's own axe asks for nothing; whatever the pages asked for is the house's.
    assert [one for one in asked if not one.startswith(town.settings.address + "/")] == []
    assert broken == []
    # In all, the page with what it loads.
    sizes = await page.evaluate(
        "performance.getEntries().filter(one => one.transferSize).reduce((sum, one) => sum + one.transferSize, 0)"
    )
    assert 0 < sizes < 100_000 and received < 30_000


async def test_without_scripts_it_says_the_same_and_its_links_work(browser: Browser, town: Town) -> None:
    _, action = await unnamed(town)
    still = await browser.new_context(viewport=SMALL, java_script_enabled=False, locale="ht-HT")
    page = await still.new_page()

    await page.goto(action["publicPage"]["url"])

    await expect(page.get_by_role("heading", name="Light for those who are held")).to_be_visible()
    await expect(page.get_by_text("Kilè", exact=True)).to_be_visible()
    await page.get_by_role("link", name="Português").click()
    await expect(page.get_by_text("Quando", exact=True)).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="calend").first.click()
    assert (await download.value).suggested_filename == "presencia.ics"
    await page.get_by_role("link", name="cartaz").click()
    await expect(page.get_by_role("img", name="código")).to_be_visible()
    await expect(page.get_by_role("link", name=action["publicPage"]["url"])).to_be_visible()
    await still.close()


async def test_the_page_left_open_is_gone_when_it_is_looked_at_again(pocket: BrowserContext, town: Town) -> None:
    ana, _, _, _, action = await published(town)
    page = await pocket.new_page()
    await page.goto(action["publicPage"]["url"])
    await expect(page.get_by_role("heading", name="Mateo R. belongs at home")).to_be_visible()
    await ana.do("callOffAction", actionId=action["id"], expectedRevision=action["revision"])

    again = await page.reload()

    assert again is not None and again.status == 410
    await expect(page.get_by_role("heading", name="This was called off")).to_be_visible()
    assert "Mateo" not in await page.content()
    assert await findings(page) == []
    # Elsewhere and back: a browser keeps no copy that it shows without asking.
    await page.goto(f"{town.settings.address}/sign-in")
    await page.go_back()
    assert "Mateo" not in await page.content()


async def test_the_poster_fits_on_one_sheet(pocket: BrowserContext, town: Town) -> None:
    *_, action = await published(town)
    page = await pocket.new_page()
    await page.goto(action["publicPage"]["url"] + "/poster")
    for sheet in ("Letter", "A4"):
        printed = await page.pdf(format=sheet)
        assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") + printed.count(b"/Type /Page/") == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_invitation_is_answered_with_the_keyboard_alone(
    pocket: BrowserContext, town: Town, language: str
) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        await steps.consent(ana, case["id"], purpose, audience)
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    answer = await an_answer_link(town, action["occasion"]["id"])
    page = await pocket.new_page()
    await page.goto(f"{town.settings.address}{answer}?lang={language}")
    assert await page.locator("html").get_attribute("lang") == language
    assert await findings(page) == [] and await too_wide(page) <= 0

    # Each stop of the Tab key can be seen: in the window, and ringed.
    stops: list[str] = []
    for _ in range(30):
        await page.keyboard.press("Tab")
        seen = await page.evaluate(
            """() => { const at = document.activeElement, box = at.getBoundingClientRect(), look = getComputedStyle(at);
              return [at.tagName, at.value ?? at.textContent, [box.top, innerHeight - box.bottom],
                look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2, box.height]; }"""
        )
        stops.append(str(seen[1]))
        # A pixel is lost to rounding.
        assert min(seen[2]) > -1 and seen[3], seen
        if seen[1] == "coming":
            break
        if seen[0] == "INPUT":
            await page.keyboard.press("ArrowUp")
    assert stops[-1] == "coming" and len(stops) <= 8, stops
    await page.keyboard.press("Enter")

    await expect(page.locator('button[value="coming"]')).to_have_attribute("aria-pressed", "true")
    assert await page.locator("html").get_attribute("lang") == language
    await expect(page.get_by_role("status").first).to_contain_text("(2 ")
    assert await findings(page) == [] and await too_wide(page) <= 0
    asked = "query ($id: ID!) { node(id: $id) { ... on AdvocacyAction { answers { coming heads } } } }"
    assert (await ana.ask(asked, id=action["id"]))["node"]["answers"] == {"coming": 1, "heads": 2}
