"""Signing in as people do: by passkey, with a second step, by the link of a letter; and what they see of it."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from playwright.async_api import Page, expect
from sqlalchemy import update

from casework import actors
from casework.settings import Settings
from commands import identity_provider
from schema.sign_ins import Session
from tests import openid_provider
from tests.browser.axe import findings
from tests.browser.conftest import sign_in
from tests.journeys import steps
from tests.town import PASSWORD, Town, words

pytestmark = pytest.mark.browser

ANA = "coordinator@demo.test"
CHOSEN = "nine slow boats in may"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"nearby_providers": "127.0.0.1"})


async def a_telephone(page: Page) -> None:
    """A key of its own in this browser, with a finger on it."""
    session = await page.context.new_cdp_session(page)
    await session.send("WebAuthn.enable")
    await session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                "isUserVerified": True, "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip


async def test_a_passkey_is_added_signs_in_confirms_and_is_removed(page: Page, town: Town) -> None:
    await a_telephone(page)
    at = town.settings.passkey_origin
    await sign_in(page, town, ANA, at=at)
    await page.goto(f"{at}/your-account")
    await page.get_by_role("button", name="Add a passkey").click()
    await page.get_by_label("A name that you will know it by").fill("Blue telephone")
    await page.get_by_role("button", name="Go on").click()
    await expect(page.get_by_text("Blue telephone not used yet")).to_be_visible()
    assert await findings(page) == []

    await page.context.clear_cookies()
    await page.goto(f"{at}/sign-in")
    await page.get_by_role("button", name="Use a passkey").click()
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()
    await page.goto(f"{at}/your-account")
    await expect(page.get_by_text("by passkey")).to_be_visible()

    # Later: what can't be taken back asks once more, and the passkey answers.
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(update(Session).values(proved_at=tx.now - timedelta(hours=1)))
    await page.get_by_role("button", name="Remove Blue telephone").click()
    await page.get_by_role("dialog").get_by_role("button", name="Use a passkey").click()
    await expect(page.get_by_text("Blue telephone")).to_be_hidden()

    await page.context.clear_cookies()
    await page.goto(f"{at}/sign-in")
    await page.get_by_role("button", name="Use a passkey").click()
    await expect(page.get_by_role("alert")).to_be_visible()


async def test_a_second_step_is_set_up_and_asked_for(page: Page, town: Town) -> None:
    await sign_in(page, town, ANA)
    await page.goto(f"{town.settings.address}/your-account")
    await expect(page.get_by_text("Passkeys work at http://localhost")).to_be_visible()
    await page.get_by_role("button", name="Set up a second step").click()
    await expect(page.get_by_role("img", name="Picture for your authenticator")).to_be_visible()
    telephone = pyotp.TOTP(await page.get_by_role("dialog").locator("code").inner_text())
    await page.get_by_label("2. Type the code").fill("000000")
    await page.get_by_role("button", name="Turn on").click()
    await expect(page.get_by_role("alert")).to_contain_text("not the code")
    await page.get_by_label("2. Type the code").fill(telephone.at(town.clock.now))
    await page.get_by_role("button", name="Turn on").click()
    codes = (await page.get_by_role("dialog", name="Recovery codes").locator("pre").inner_text()).split()
    assert len(codes) == 10
    assert await findings(page) == []
    await page.get_by_role("button", name="I have them").click()
    await expect(page.get_by_text("10 recovery codes are left.")).to_be_visible()

    await page.context.clear_cookies()
    await page.goto(f"{town.settings.address}/sign-in")
    await page.get_by_label("E-mail").fill(ANA)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    assert await findings(page) == []
    await page.get_by_label("Code").fill(codes[0].lower())
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()


async def test_an_admin_takes_somebody_on_who_chooses_a_password_by_the_letter(page: Page, town: Town) -> None:
    await sign_in(page, town, "admin@demo.test")
    await page.goto(f"{town.settings.address}/organization")
    await page.get_by_role("button", name="Take somebody on").click()
    await page.get_by_label("Name").fill("Mirlande Baptiste")
    await page.get_by_label("E-mail").fill("mirlande@demo.test")
    await page.get_by_role("combobox", name="Roles").click()
    await page.get_by_role("option", name="Paralegal").click()
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Send the letter").click()
    await expect(page.get_by_text("Mirlande Baptiste")).to_be_visible()
    assert await findings(page) == []

    (letter,) = await town.deliver()
    link = re.search(r"http\S+/welcome#\S{43}", words(letter))[0]  # type: ignore[index]
    await page.context.clear_cookies()
    await page.goto(link)
    await expect(page.get_by_text("Elm City Legal Aid has taken you on")).to_be_visible()
    assert "#" not in page.url
    await page.get_by_label("New password").fill("password1234")
    await page.get_by_role("button", name="Choose it and sign in").click()
    await expect(page.get_by_role("alert")).to_contain_text("too easy to guess")
    assert await findings(page) == []
    await page.get_by_label("New password").fill(CHOSEN)
    await page.get_by_role("button", name="Choose it and sign in").click()
    await expect(page.get_by_role("heading", name="Today")).to_be_visible()

    await page.goto(link)
    await page.reload()
    await page.goto(link.replace("/welcome", "/welcome?again"))
    await expect(page.get_by_role("heading", name="This link is over")).to_be_visible()


async def test_a_forgotten_password_is_asked_for_without_learning_who_has_an_account(page: Page, town: Town) -> None:
    for email in ("nobody@nowhere.test", ANA):
        await page.goto(f"{town.settings.address}/sign-in")
        await page.get_by_role("button", name="I forgot my password").click()
        await page.get_by_label("E-mail").fill(email)
        await page.get_by_role("button", name="Send the letter").click()
        await expect(page.get_by_role("status")).to_contain_text("If somebody signs in with this address")
    assert await findings(page) == []
    assert len(await town.deliver()) == 1


async def test_a_case_that_cannot_wait_is_opened_with_a_reason_that_its_team_reads(page: Page, town: Town) -> None:
    ana = await town.signed_in(ANA)
    mateo = await steps.take_in_mateo(town, ana)
    await sign_in(page, town, "attorney@demo.test")
    await page.goto(f"{town.settings.address}/cases/{mateo['shortId']}")
    await expect(page.get_by_text("There is no such case")).to_be_visible()
    assert await findings(page) == []
    await page.get_by_role("button", name="Open it urgently").click()
    await page.get_by_label("Why can't it wait?").fill("The hearing was moved to tomorrow, and Ana is in the air.")
    await page.get_by_role("button", name="Open it for 24 hours").click()

    await expect(page.get_by_role("heading", name="Mateo R.")).to_be_visible()
    await expect(page.get_by_text("opened urgently until")).to_contain_text("Ana is in the air")
    assert await findings(page) == []
    assert len(await town.deliver()) == 1


async def test_somebody_links_their_organizations_provider_and_signs_in_there(page: Page, town: Town) -> None:
    async with openid_provider.standing(town.clock) as elm:
        elm.page, elm.redirects = True, {town.settings.returns_from_provider("elm-city")}
        said = {"issuer": elm.issuer, "client_id": openid_provider.CLIENT, "client_secret": openid_provider.SECRET}
        assert await identity_provider.trust(town.settings, "elm-city", **said) == 0
        await sign_in(page, town, ANA)
        await page.goto(f"{town.settings.address}/your-account")
        await expect(page.get_by_text("not linked")).to_be_visible()
        assert await findings(page) == []
        await page.get_by_role("button", name="Link Elm City Legal Aid").click()
        await page.get_by_role("button", name="I am Ana at Elm").click()
        await expect(page.get_by_role("button", name="Unlink Elm City Legal Aid")).to_be_visible()

        await page.context.clear_cookies()
        await page.goto(f"{town.settings.address}/sign-in?organization=elm-city")
        assert await findings(page) == []
        await page.get_by_role("button", name="Go there").click()
        await page.get_by_role("button", name="I am Ana at Elm").click()
        await expect(page.get_by_role("heading", name="Today")).to_be_visible()
        assert "code" not in page.url
        await page.goto(f"{town.settings.address}/your-account")
        await expect(page.get_by_text("at your organization;")).to_be_visible()

        # Somebody whom nobody linked, in Spanish.
        elm.subject = "nobody we know"
        await page.context.clear_cookies()
        await page.goto(f"{town.settings.address}/sign-in")
        await page.get_by_role("button", name="Español").click()
        await page.get_by_role("button", name="Iniciar sesión con su organización").click()
        await page.get_by_label("Nombre corto de su organización").fill("Elm-City")
        await page.get_by_role("button", name="Ir allí").click()
        await page.get_by_role("button", name="I am Ana at Elm").click()
        await expect(page.get_by_role("alert")).to_contain_text("ninguna cuenta de aquí está vinculada")
        assert await findings(page) == []


async def test_where_a_provider_is_demanded_a_passkey_begins_no_session(page: Page, town: Town) -> None:
    await a_telephone(page)
    at = town.settings.passkey_origin
    await sign_in(page, town, ANA, at=at)
    await page.goto(f"{at}/your-account")
    await page.get_by_role("button", name="Add a passkey").click()
    await page.get_by_label("A name that you will know it by").fill("Blue telephone")
    await page.get_by_role("button", name="Go on").click()
    await expect(page.get_by_text("Blue telephone not used yet")).to_be_visible()
    async with openid_provider.standing(town.clock) as elm:
        said = {"issuer": elm.issuer, "client_id": openid_provider.CLIENT, "client_secret": openid_provider.SECRET}
        assert await identity_provider.trust(town.settings, "elm-city", demanded=True, **said) == 0

    await page.context.clear_cookies()
    await page.goto(f"{at}/sign-in")
    await page.get_by_role("button", name="Use a passkey").click()

    await expect(page.get_by_role("alert")).to_contain_text("asks its people to sign in on its own page")
    await page.goto(f"{at}/people")
    await expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()


class TestWhereASecondStepIsDemanded:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"second_step": True})

    async def test_whoever_has_none_sets_one_up_and_gets_no_further_before(self, page: Page, town: Town) -> None:
        await sign_in(page, town, ANA)
        await expect(page.get_by_role("heading", name="A second step")).to_be_visible()
        await page.goto(f"{town.settings.address}/people")
        await expect(page.get_by_role("heading", name="A second step")).to_be_visible()
        assert await findings(page) == []
        await page.get_by_role("button", name="Set up a second step").click()
        telephone = pyotp.TOTP(await page.get_by_role("dialog").locator("code").inner_text())
        await page.get_by_label("2. Type the code").fill(telephone.at(town.clock.now))
        await page.get_by_role("button", name="Turn on").click()
        await page.get_by_role("button", name="I have them").click()
        await page.get_by_role("button", name="Go on").click()
        await expect(page.get_by_role("heading", name="Today")).to_be_visible()

    async def test_a_passkey_that_is_there_is_the_second_step(self, page: Page, town: Town) -> None:
        await a_telephone(page)
        at = town.settings.passkey_origin
        await sign_in(page, town, ANA, at=at)
        await page.get_by_role("button", name="Add a passkey").click()
        await page.get_by_label("A name that you will know it by").fill("Blue telephone")
        await page.get_by_role("button", name="Go on").click()
        await page.get_by_role("button", name="Go on").click()
        await expect(page.get_by_role("heading", name="Today")).to_be_visible()

        await page.context.clear_cookies()
        await sign_in(page, town, ANA, at=at)
        await expect(page.get_by_text("you took one")).to_be_visible()
        assert await findings(page) == []
        await page.get_by_role("button", name="Use a passkey").click()
        await expect(page.get_by_role("heading", name="Today")).to_be_visible()
