"""On the page: an arrest reported and taken in, links renewed, and who saw it, with the keyboard where it matters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import come_in
from tests.journeys import steps
from tests.town import Town

pytestmark = pytest.mark.browser
ANA, NOOR, GRACE = "coordinator@demo.test", "advocate@demo.test", "admin@demo.test"


async def test_an_advocate_reports_an_arrest_and_sees_that_it_waits(page: Page, town: Town) -> None:
    await come_in(page, town, NOOR, "tasks")
    await expect(page.get_by_text("No reports yet")).to_be_visible()
    assert await findings(page) == []
    # It can't wait: it also stands on the board, and where everything is found.
    await page.goto(f"{town.settings.address}/")
    await page.get_by_role("button", name="Report an arrest").click()
    await expect(page.get_by_role("dialog").get_by_label("Name, as heard")).to_be_focused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Control+k")
    await page.get_by_role("combobox", name="Search or do").fill("arrest")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog").get_by_label("Name, as heard")).to_be_focused()
    await page.goto(f"{town.settings.address}/tasks")
    await page.get_by_role("button", name="Report an arrest").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Name, as heard")).to_be_focused()
    await page.get_by_label("Name, as heard").fill("Abelardo Quintanilla")
    await page.get_by_role("textbox", name="Their telephone").fill("203 555 0142")
    assert await findings(page) == []
    # Whom it is for is not guessed.
    await page.get_by_role("button", name="Send the report").click()
    await expect(page.get_by_text("This is needed.")).to_be_visible()
    await page.get_by_role("combobox", name="Legal provider").click()
    # A community group is none.
    await expect(page.get_by_role("option")).to_have_count(2)
    await page.get_by_role("option", name="Elm City Legal Aid").click()
    await page.get_by_role("button", name="Send the report").click()

    row = page.get_by_role("listitem").filter(has_text="Abelardo Quintanilla")
    await expect(row).to_contain_text("Waiting")
    await expect(row).to_contain_text("Elm City Legal Aid")
    assert await findings(page) == []
    ana = await town.signed_in(ANA)
    (waiting,) = (await ana.ask("{ reportsWaiting { contents { name callerPhone } } }"))["reportsWaiting"]
    assert waiting["contents"] == {"name": "Abelardo Quintanilla", "callerPhone": "+12035550142"}


async def test_a_coordinator_declines_one_report_and_takes_another_in(page: Page, town: Town) -> None:
    noor = await town.signed_in(NOOR)
    await steps.report_an_arrest(town, noor, name="Placido Ventura", aNumber=None)
    await steps.report_an_arrest(town, noor)
    await come_in(page, town, ANA, "tasks")
    waiting = page.get_by_role("region", name="Reports waiting")
    await expect(waiting.get_by_text("the bus stop at Kimberly Square").first).to_be_visible()
    assert await findings(page) == []

    first = waiting.get_by_role("listitem").filter(has_text="Placido Ventura")
    await first.get_by_role("button", name="Decline").click()
    await page.get_by_role("combobox", name="Why").click()
    await page.get_by_role("option", name="No capacity now").click()
    assert await findings(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="Decline").click()
    await expect(waiting.get_by_text("Placido Ventura")).to_have_count(0)

    await waiting.get_by_role("button", name="Take in").click()
    await expect(page.get_by_label("Public name")).to_be_visible()
    assert await findings(page) == []
    await page.get_by_label("Public name").fill("Abelardo Q.")
    await page.get_by_role("dialog").get_by_role("button", name="Take in").click()
    await expect(page.get_by_role("heading", name="Abelardo Q.").first).to_be_visible()
    await page.goto(f"{town.settings.address}/tasks")
    await expect(page.get_by_text("No reports are waiting")).to_be_visible()


async def test_who_saw_a_case_is_told_on_its_page_to_the_admin_and_to_the_client(page: Page, town: Town) -> None:
    ana = await town.signed_in(ANA)
    case = await steps.take_in_mateo(town, ana)
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    await come_in(page, town, ANA, f"cases/{case['shortId']}")
    timeline = page.get_by_role("region", name="Timeline")
    await timeline.get_by_text("Who saw it").click()
    await expect(timeline.get_by_text("Ana Okafor").first).to_be_visible()
    await expect(timeline.get_by_text("on the page").first).to_be_visible()
    assert await findings(page) == []

    await page.get_by_role("link", name="Make a statement").click()
    await expect(page.get_by_role("heading", name="For the client")).to_be_visible()
    await page.get_by_role("button", name="Make the statement").click()
    sheet = page.locator("article[lang=es]")
    await expect(sheet).to_contain_text("Usted aceptó que se pida a los simpatizantes que vengan")
    await expect(sheet).to_contain_text("Ana Okafor (Elm City Legal Aid), en la página")
    assert await findings(page) == []
    await page.emulate_media(media="print")
    await expect(page.get_by_role("button", name="Make the statement")).to_have_count(0)
    await expect(sheet).to_be_visible()
    await page.emulate_media(media="screen")

    await page.context.clear_cookies()
    await come_in(page, town, GRACE, "organization?part=trail")
    await page.get_by_label("Case number").fill(case["shortId"])
    await page.keyboard.press("Enter")
    asked = page.get_by_role("region", name="Who saw a record?")
    await expect(asked.get_by_text("Ana Okafor").first).to_be_visible()
    await page.get_by_label("Case number").fill("C-99999")
    await page.keyboard.press("Enter")
    await expect(asked.get_by_text("There is no such case")).to_be_visible()
    assert await findings(page) == []


async def test_a_link_is_renewed_where_people_are_invited(page: Page, town: Town) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        await steps.consent(ana, case["id"], purpose, audience)
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    olga = await steps.add(town, ana, "elm-city", "SUPPORTER", "Olga Ortiz", "olga@asked.example")
    await ana.do("invite", occasionId=action["occasion"]["id"], personIds=[olga])
    await town.deliver()
    await come_in(page, town, ANA, f"actions/{action['id']}")
    await page.get_by_role("button", name="New links for all").click()
    await expect(page.get_by_role("dialog")).to_contain_text("their answers stand")
    assert await findings(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="New links for all").click()
    await expect(page.get_by_text("The old links have stopped. Letters bring the new ones.")).to_be_visible()
    (letter,) = await town.deliver()
    assert letter.message["Subject"] == "Your link has changed"
    town.clock.now += timedelta(minutes=1)
    await page.goto(f"{town.settings.address}/people")
    await page.get_by_role("button", name="New links for Olga Ortiz").click()
    await page.get_by_role("dialog").get_by_role("button", name="New links").click()
    await expect(page.get_by_text("1 old link has stopped.")).to_be_visible()
    assert len(await town.deliver()) == 1


async def test_who_opened_a_case_urgently_is_added_to_its_team_and_the_page_stands(page: Page, town: Town) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    opened = await luis.do("breakGlass", shortId=case["shortId"], reason="Her hearing was moved to tomorrow morning.")
    assert opened["__typename"] == "BreakGlassPayload", opened
    await come_in(page, town, ANA, f"cases/{case['shortId']}")
    team = page.get_by_role("region", name="Team and sharing")
    await expect(team.get_by_text("opened urgently until")).to_be_visible()

    await team.get_by_role("button", name="Add to the team").click()
    await page.get_by_role("combobox", name="Person").fill("Luis")
    await page.get_by_role("option", name="Luis Prado").click()
    await page.get_by_role("combobox", name="Role").click()
    await page.get_by_role("option", name="Attorney", exact=True).click()
    await page.get_by_role("dialog").get_by_role("button", name="Add", exact=True).click()

    await expect(page.get_by_text("On the team now.")).to_be_visible()
    await expect(team.get_by_text("Luis Prado")).to_have_count(1)
    await expect(team.get_by_text("opened urgently until")).to_have_count(0)
    await page.reload()
    await expect(team.get_by_text("Luis Prado")).to_have_count(1)

    timeline = page.get_by_role("region", name="Timeline")
    changed = await ana.do(
        "updateCase", caseId=case["id"], expectedRevision=case["revision"], legalName="Mateo Rivera Cortés"
    )
    assert changed["__typename"] == "UpdateCasePayload", changed
    await page.reload()
    # The story stands first; who did what is the second choice.
    await expect(timeline.get_by_text("Arrested")).to_be_visible()
    assert await findings(page) == []
    await timeline.get_by_text("What happened").click()
    await expect(timeline.get_by_text("Case opened urgently")).to_be_visible()
    lines = await timeline.get_by_role("listitem").count()
    await timeline.get_by_role("button", name="Show what it said before").click()
    await expect(timeline.get_by_text("Mateo Rivera Cruz → Mateo Rivera Cortés")).to_be_visible()
    await expect(timeline.get_by_role("listitem")).to_have_count(lines)
    await expect(timeline.get_by_text("counsel and coordinators")).to_have_count(0)
    assert await findings(page) == []


async def test_a_wall_is_raised_and_lifted_with_the_keyboard(page: Page, town: Town) -> None:
    ana = await town.signed_in(ANA)
    case = await steps.take_in_mateo(town, ana)
    await come_in(page, town, ANA, f"cases/{case['shortId']}")
    team = page.get_by_role("region", name="Team and sharing")
    # Whoever may raise walls before others may also say it of themselves.
    await expect(team.get_by_role("button", name="I have a conflict here")).to_be_visible()
    await team.get_by_role("button", name="Raise a conflict wall").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("radio", name="A person")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await page.get_by_role("combobox", name="Which organization").click()
    await expect(page.get_by_role("option", name="Elm City Legal Aid")).to_have_count(0)
    await page.keyboard.press("Escape")
    await page.get_by_role("radio", name="A whole organization").focus()
    await page.keyboard.press("ArrowLeft")
    await page.get_by_role("combobox", name="Who stands on another side").fill("Luis")
    await page.get_by_role("option", name="Luis Prado").click()
    await page.get_by_label("What the conflict is").fill("He represents the other party in the family court.")
    assert await findings(page) == []
    await page.keyboard.press("Enter")
    await expect(team.get_by_text("Conflict wall", exact=True)).to_be_visible()

    await team.get_by_role("button", name="Lift the wall before Luis Prado").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="Lift the wall before Luis Prado")).to_be_visible()
    await expect(page.get_by_role("dialog").get_by_role("button", name="Lift", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(team.get_by_text("Conflict wall", exact=True)).to_have_count(0)
    await expect(team.get_by_role("heading", name="Team and sharing")).to_be_focused()
