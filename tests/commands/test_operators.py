"""Letting people in, tokens, feeds, and the demo's mail: through the commands and the doors they open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from email.message import EmailMessage

import aiosmtplib
import httpx
import pytest
from sqlalchemy import select

from api.app import create_app
from casework.actors import OPERATOR, SIGN_IN
from casework.settings import Settings
from casework.sign_in import ask, compare, tokens_of
from casework.transaction import Database
from commands import demo_mail, serve
from commands.children import CannotStart
from commands.feed import make_feed
from commands.mail_catcher import Catcher
from commands.token import end_tokens, list_tokens, make_token
from commands.user import give_password, take_on
from schema.feeds import FeedFilter
from schema.organizations import Organization, Role

EMAIL, PASSWORD = "ana@elm.test", "a long enough password"
PHONE = "203 555 0100"


@pytest.fixture
async def ana(settings: Settings) -> Settings:
    """A deployment in which Ana signs in."""
    assert (
        await take_on(
            settings, EMAIL, PASSWORD, name="Ana", slug="elm", roles=[Role.COORDINATOR], found="Elm", phone=PHONE
        )
        == 0
    )
    return settings


@pytest.fixture
async def browser(ana: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody before the demo's doors, not signed in yet."""
    app = create_app(ana, extra_routes=demo_mail.routes(ana))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ana.address) as client,
    ):
        yield client


async def signs_in(client: httpx.AsyncClient) -> None:
    answer = await client.post("/session", json={"email": EMAIL, "password": PASSWORD}, headers={"X-Presencia": "1"})
    assert answer.status_code == 204


async def test_who_was_taken_on_signs_in_with_the_typed_password(ana: Settings, database: Database) -> None:
    async with database.transaction(SIGN_IN) as tx:
        asked = await ask(tx, "ANA@elm.test")

    assert await compare(asked, PASSWORD)
    assert not await compare(asked, "another password")


async def test_an_unknown_organization_founds_nothing(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await take_on(settings, EMAIL, PASSWORD, name="Ana", slug="elm", roles=[Role.COORDINATOR]) == 1

    assert "There is no organization elm" in capsys.readouterr().err
    async with database.transaction(SIGN_IN) as tx:
        assert (await ask(tx, EMAIL)).person_id is None


async def test_an_organization_nobody_can_call_is_not_founded(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    for nothing in ("", "  ", "ask at the desk"):
        refused = await take_on(
            settings, EMAIL, PASSWORD, name="Ana", slug="elm", roles=[Role.ADMIN], found="Elm", phone=nothing
        )
        assert refused == 1
        assert "telephone number" in capsys.readouterr().err

    async with database.transaction(SIGN_IN) as tx:
        assert (await ask(tx, EMAIL)).person_id is None
    async with database.transaction(OPERATOR) as tx:
        assert await tx.session.scalar(select(Organization.id)) is None


async def test_a_short_password_lets_nobody_in_and_founds_nothing(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = await take_on(
        settings, EMAIL, "short", name="Ana", slug="elm", roles=[Role.ADMIN], found="Elm", phone=PHONE
    )

    assert refused == 1
    assert "at least 12 characters" in capsys.readouterr().err
    # The organization would be refused the second time, had it stayed.
    assert (
        await take_on(settings, EMAIL, PASSWORD, name="Ana", slug="elm", roles=[Role.ADMIN], found="Elm", phone=PHONE)
        == 0
    )


async def test_an_address_signs_in_as_one_person_only(ana: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert await take_on(ana, EMAIL, PASSWORD, name="Another", slug="elm", roles=[Role.ADMIN]) == 1

    assert f"Somebody signs in as {EMAIL} already." in capsys.readouterr().err


async def test_a_new_password_signs_out_everywhere(ana: Settings, browser: httpx.AsyncClient) -> None:
    await signs_in(browser)
    assert (await browser.get("/demo/mail")).status_code == 200

    assert await give_password(ana, EMAIL, "quite another password") == 0

    assert (await browser.get("/demo/mail")).status_code == 401


async def test_nobody_gets_a_password_or_a_token_for_an_address_unknown(
    ana: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await give_password(ana, "nobody@elm.test", PASSWORD) == 1
    assert await make_token(ana, "nobody@elm.test", "script") == 1
    assert await make_feed(ana, "nobody@elm.test", FeedFilter.MY_CASES, "Mine") == 1

    assert capsys.readouterr().err.count("Nobody signs in as nobody@elm.test.") == 3


async def test_a_printed_token_acts_as_its_person(
    ana: Settings, browser: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert await make_token(ana, EMAIL, "script") == 0
    secret = capsys.readouterr().out.strip()

    answer = await browser.post(
        "/graphql",
        json={"query": "{ viewer { person { name } } }"},
        headers={"Authorization": f"Bearer {secret}", "X-Presencia": "1"},
    )

    assert answer.json() == {"data": {"viewer": {"person": {"name": "Ana"}}}}


async def test_a_token_ends_by_itself_and_when_it_is_revoked(
    ana: Settings, browser: httpx.AsyncClient, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    secrets = {}
    for name in ("old", "taken back", "kept"):
        assert await make_token(ana, EMAIL, name, 7) == 0
        secrets[name] = capsys.readouterr().out.strip()
    async with database.transaction(OPERATOR) as tx:
        old = next(one for one in await tokens_of(tx, EMAIL) if one.name == "old")
        old.expires_at = tx.now

    assert await end_tokens(ana, EMAIL, "taken back") == 0
    assert await end_tokens(ana, EMAIL, "taken back") == 1
    assert await list_tokens(ana, EMAIL) == 0

    said = capsys.readouterr().out
    assert "1 ended." in said and "has no token called taken back." in said
    assert [line.partition(":")[0] for line in said.splitlines() if "until" in line] == ["kept"]
    answers = {
        name: (
            await browser.post(
                "/graphql",
                json={"query": "{ viewer { language } }"},
                headers={"Authorization": f"Bearer {secret}", "X-Presencia": "1"},
            )
        ).status_code
        for name, secret in secrets.items()
    }
    assert answers == {"old": 401, "taken back": 401, "kept": 200}


@pytest.mark.parametrize("days", [0, -1, 367, 100_000])
async def test_no_token_is_kept_for_ever(
    ana: Settings, database: Database, capsys: pytest.CaptureFixture[str], days: int
) -> None:
    assert await make_token(ana, EMAIL, "for ever", days) == 1

    assert "A token is kept from 1 to 366 days." in capsys.readouterr().err
    async with database.transaction(OPERATOR) as tx:
        assert await tokens_of(tx, EMAIL) == []


async def test_a_printed_feed_address_answers(
    ana: Settings, browser: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert await make_feed(ana, EMAIL, FeedFilter.MY_CASES, "Mine") == 0
    address = capsys.readouterr().out.strip()

    answer = await browser.get(address)

    assert address.startswith(f"{ana.address}/feeds/")
    assert answer.text.startswith("BEGIN:VCALENDAR")


async def letter_to(smtp: Catcher, html: str) -> None:
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = "Tomorrow, 9:00 <now>", "house@demo.test", "mayor@demo.test"
    letter.set_content("Answer here: https://cases.example/a/xyz <b>")
    letter.add_alternative(html, subtype="html")
    letter.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="hearing.ics")
    await aiosmtplib.send(letter, hostname="127.0.0.1", port=int(smtp.url.rpartition(":")[2]))


async def test_the_demos_mail_is_for_whoever_signed_in(browser: httpx.AsyncClient, smtp: Catcher) -> None:
    await letter_to(smtp, "<p>Hello</p>")
    name = next(smtp.folder.glob("[0-9]*.eml")).name
    doors = ["/demo/mail", f"/demo/mail/{name}", f"/demo/mail/{name}/html", f"/demo/mail/{name}/part/0"]

    for door in doors:
        closed = await browser.get(door)
        assert closed.status_code == 401
        assert "mayor@demo.test" not in closed.text
    await signs_in(browser)
    opened = [(await browser.get(door)).text for door in doors]

    assert "Tomorrow, 9:00 &lt;now&gt;" in opened[0]
    assert '<a href="https://cases.example/a/xyz">https://cases.example/a/xyz</a> &lt;b&gt;' in opened[1]
    assert "<p>Hello</p>" in opened[2]
    assert opened[3] == "BEGIN:VCALENDAR"


async def test_a_letters_html_runs_and_loads_nothing(browser: httpx.AsyncClient, smtp: Catcher) -> None:
    await letter_to(smtp, "<head></head><script>alert(1)</script>")
    await signs_in(browser)
    name = next(smtp.folder.glob("[0-9]*.eml")).name

    policy = (await browser.get(f"/demo/mail/{name}/html")).headers["content-security-policy"]

    assert policy.startswith("sandbox ")
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("name", ["../master.key", "..%2Fmaster.key", "master.key", "x.eml"])
async def test_no_other_file_is_read_by_the_mails_door(browser: httpx.AsyncClient, name: str) -> None:
    await signs_in(browser)

    answer = await browser.get(f"/demo/mail/{name}")

    assert answer.status_code in {404, 503}


async def test_a_database_with_the_demos_people_is_not_served_in_public(settings: Settings, database: Database) -> None:
    public = settings.model_copy(update={"host": "0.0.0.0"})  # noqa: S104 -- refused
    await serve.refuse_demo_in_public(public)
    await take_on(
        settings,
        "admin@demo.test",
        PASSWORD,
        name="Demo",
        slug="demo",
        roles=[Role.ADMIN],
        found="The demo's own",
        phone=PHONE,
    )

    with pytest.raises(CannotStart, match="The demo's people are in this database"):
        await serve.refuse_demo_in_public(public)
    await serve.refuse_demo_in_public(settings)


async def test_operators_leave_a_trail(ana: Settings, owner_url: str, database: Database) -> None:
    from sqlalchemy import text

    async with database.transaction(OPERATOR) as tx:
        acts = list(await tx.session.scalars(text("select act from audit_entries order by seq")))

    assert acts[0] == "organization.founded"
    assert "login.given" in acts
