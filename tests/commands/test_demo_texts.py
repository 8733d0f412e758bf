"""The demo's telephones: texts are kept where a browser reads them, and answered at one tap, as a carrier would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from email.headerregistry import Address
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from api.nodes import parts
from casework import actors, people
from casework.letters import Letter
from casework.notices import Outcome, Outgoing, Said
from casework.settings import Settings
from casework.text_account import TextAccount
from commands import demo_mail
from commands.mail_catcher import kept
from commands.text_catcher import TextCatcher
from schema.notices import LetterKind
from schema.people import Channel, Contact, PersonKind
from tests.clock import NOW
from tests.served import town
from tests.town import PASSWORD, Town
from workers.carriers import Chat, Mailbox, Sms

__all__ = ["town"]

ROSA = "+12035550177"


@pytest.fixture
def catcher(tmp_path: Path) -> Iterator[TextCatcher]:
    found = TextCatcher(tmp_path / "mail", "s3cret")
    found.start()
    yield found
    found.stop()


@pytest.fixture
def settings(settings: Settings, catcher: TextCatcher, tmp_path: Path) -> Settings:
    return settings.model_copy(update={"sms_url": catcher.url, "home": tmp_path})


@pytest.fixture
async def browser(town: Town) -> AsyncIterator[httpx.AsyncClient]:
    """Ana before the demo's mail, on the town's own server."""
    town.app.router.routes[:0] = list(demo_mail.routes(town.settings))
    async with httpx.AsyncClient(base_url=town.settings.address, trust_env=False) as client:
        signed = await client.post(
            "/session", json={"email": "coordinator@demo.test", "password": PASSWORD}, headers={"x-presencia": "1"}
        )
        assert signed.status_code == 204
        yield client


def letter(channel: Channel, to: str) -> Outgoing:
    words = Letter(kind=LetterKind.REMINDER, language="en", subject="Tomorrow, 9:00", text="", html="")
    return Outgoing(
        notice_id=uuid4(), attempt=1, channel=channel, to=to, name="Rosa, Rivera", letter=words, token="a" * 42,
        link="https://presencia.test/a/x", sender=Address("Presencia", "presencia", "legal-aid.test"), sent_at=NOW,
    )  # fmt: skip


async def test_texts_chats_and_browsers_words_lie_beside_the_letters(catcher: TextCatcher) -> None:
    texts, chat = Sms(TextAccount.at(catcher.url), None), Chat(frozenset({"127.0.0.1"}))
    one = letter(Channel.SMS, ROSA)

    said: list[Said] = []
    again: list[Said] = []
    await texts.carry([one], said.append)
    await texts.carry([one], again.append)
    await chat.carry([letter(Channel.CHAT, f"ntfy://127.0.0.1:{catcher.port}/ana")], again.append)
    await Mailbox(catcher.folder).carry([letter(Channel.PUSH, "[]")], again.append)
    await texts.close()
    await chat.close()

    assert said[0].outcome is Outcome.CARRIED and said[0].carrier_id == again[0].carrier_id
    found = {str(mail.message["X-Channel"]): mail.message for mail in kept(catcher.folder)}
    # The second try was the same text.
    assert len(kept(catcher.folder)) == 3 and set(found) == {"sms", "chat", "push"}
    assert found["sms"]["To"] == ROSA and found["chat"]["To"] == "ana"
    assert all("Tomorrow, 9:00" in str(message["Subject"]) for message in found.values())


async def test_whoever_does_not_know_the_token_is_sent_away(catcher: TextCatcher) -> None:
    stranger = Sms(TextAccount.at(catcher.url.replace("s3cret", "guess")), None)
    heard: list[Said] = []
    await stranger.carry([letter(Channel.SMS, ROSA)], heard.append)
    await stranger.close()
    (said,) = heard
    assert (said.outcome, said.said) == (Outcome.LATER, "401 20003") and kept(catcher.folder) == []


async def test_an_answer_at_one_tap_is_heard_as_if_it_came_from_the_telephone(
    town: Town, catcher: TextCatcher, browser: httpx.AsyncClient
) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        home = parts(town.organizations["elm-city"])[1]
        await people.add_person(tx, home, kind=PersonKind.SUPPORTER, name="Rosa", phone=ROSA)
    await asyncio.to_thread(catcher.took_text, {"To": ROSA, "Body": "Your date moved"}, "one")
    (text,) = kept(catcher.folder)
    page = await browser.get(f"/demo/mail/{text.name}")
    assert "Reply STOP" in page.text and "form-action 'self'" in page.headers["content-security-policy"]

    answered = await browser.post(f"/demo/mail/{text.name}/reply", data={"said": "STOP"})

    assert answered.status_code == 303
    async with town.database.transaction(actors.OPERATOR) as tx:
        stopped = await tx.session.scalar(select(Contact.stopped_at).where(Contact.channel == Channel.SMS))
        assert stopped is not None
    said = [(str(one.message["X-Channel"]), str(one.message["Subject"])) for one in kept(catcher.folder)]
    assert ("reply", "STOP") in said and any(subject.startswith("You will get no more texts") for _, subject in said)


async def test_another_site_makes_nobody_answer_and_only_texts_are_answered(
    catcher: TextCatcher, browser: httpx.AsyncClient
) -> None:
    await asyncio.to_thread(catcher.took_text, {"To": ROSA, "Body": "Your date moved"}, "one")
    catcher.keep("chat", "ana", "A chat")
    chat, text = kept(catcher.folder)
    before = len(kept(catcher.folder))
    lured = await browser.post(
        f"/demo/mail/{text.name}/reply", data={"said": "STOP"}, headers={"origin": "https://evil.test"}
    )
    assert lured.status_code == 403
    assert (await browser.post(f"/demo/mail/{chat.name}/reply", data={"said": "1"})).status_code == 404
    async with httpx.AsyncClient(base_url=str(browser.base_url), trust_env=False) as nobody:
        assert (await nobody.post(f"/demo/mail/{text.name}/reply", data={"said": "1"})).status_code == 401
    assert len(kept(catcher.folder)) == before
