"""Texts by real HTTP, as Twilio takes them."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from casework import actors, reaching
from casework.text_account import TextAccount
from schema.notices import LetterKind, Notice, NoticeState, Receipt
from schema.people import Channel, Contact, Person
from tests.house import WRITING, House
from tests.workers.catcher import Catcher, catching, said
from tests.workers.test_delivery import moved
from workers.carriers import Carriers, Guarded, Sms
from workers.carriers import sms as carrier_of_texts
from workers.delivery import WorkerContext, deliver_due

ROSA = "+12035550147"


@pytest.fixture
async def provider() -> AsyncIterator[Catcher]:
    async with catching() as found:
        yield found


def account(provider: Catcher) -> TextAccount:
    return TextAccount.at(provider.url.replace("http://", "http://AC1:secret@") + "?from=%2B12035550100")


@pytest.fixture
async def worker(house: House, provider: Catcher) -> AsyncIterator[WorkerContext]:
    texts = Sms(account(provider), "https://presencia.test/inbound/sms/status")
    carriers = Carriers({Channel.SMS: Guarded(texts, per_second=1_000, at_once=8)}, within=30)
    yield {"database": house.database, "carriers": carriers, "house": WRITING, "lease": timedelta(minutes=5)}
    await carriers.close()


async def texting(house: House) -> None:
    """Rosa has a telephone; the hearing moves, and the letter about it goes there."""
    async with house.acting(house.ana) as tx:
        await reaching.add_contact(tx, house.rosa, Channel.SMS, "203 555 0147")
    await house.wishes_only(house.rosa, Channel.SMS)
    async with house.watching() as tx:
        # Whatever hour it is where this runs.
        await tx.session.execute(update(Person).where(Person.id == house.rosa).values(wake_for_changes=True))
    await moved(house)
    async with house.watching() as tx:
        # Luis's is not what this is about.
        others = update(Notice).where(Notice.person_id == house.luis).values(state=NoticeState.SUPERSEDED)
        await tx.session.execute(others)


async def change(house: House, channel: Channel = Channel.SMS) -> Notice:
    (found,) = await house.rows(kind=LetterKind.RESCHEDULED, person_id=house.rosa, channel=channel)
    return found


async def contact(house: House) -> Contact:
    async with house.watching() as tx:
        found = await tx.session.scalar(
            select(Contact).where(Contact.person_id == house.rosa, Contact.channel == Channel.SMS)
        )
        assert found is not None
        return found


async def test_a_text_goes_to_the_telephone_with_a_key_and_where_to_tell_of_it(
    house: House, provider: Catcher, worker: WorkerContext
) -> None:
    await texting(house)

    assert await deliver_due(worker) == 1

    (asked,) = provider.requests
    notice = await change(house)
    assert asked.path == "/2010-04-01/Accounts/AC1/Messages.json"
    assert asked.headers["authorization"] == "Basic " + base64.b64encode(b"AC1:secret").decode()
    assert asked.headers["i-twilio-idempotency-token"] == asked.headers["idempotency-key"] == str(notice.id)
    assert asked.form["To"] == ROSA and asked.form["From"] == "+12035550100" and asked.form["Body"]
    token = house.database.vault.return_token(notice.id)
    assert asked.form["StatusCallback"] == f"https://presencia.test/inbound/sms/status?for={token}"
    # Nothing of whom it is about.
    assert "Mateo" not in asked.body.decode() and "Rivera" not in asked.body.decode()
    assert notice.state is NoticeState.CARRIED
    async with house.watching() as tx:
        assert list(await tx.session.scalars(select(Receipt.carrier_id))) == [f"SM{1:032x}"]


@pytest.mark.parametrize(
    ("status", "code", "state", "reason", "bounced", "stopped"),
    [
        (400, 21211, NoticeState.FAILED, "400 21211", True, False),
        (400, 21614, NoticeState.FAILED, "400 21614", True, False),
        (400, 21610, NoticeState.FAILED, "400 21610", False, True),
        (400, 21617, NoticeState.FAILED, "400 21617", False, False),
        (429, 20429, NoticeState.PLANNED, "429 20429", False, False),
        (401, 20003, NoticeState.PLANNED, "401 20003", False, False),
        (500, None, NoticeState.PLANNED, "500", False, False),
        (302, None, NoticeState.PLANNED, "302", False, False),
    ],
)  # fmt: skip
async def test_each_answer_of_the_carrier_means_never_later_or_nobody_there(
    house: House, provider: Catcher, worker: WorkerContext, status: int, code: int | None, state: NoticeState,
    reason: str, bounced: bool, stopped: bool,
) -> None:  # fmt: skip
    await texting(house)
    provider.answer = said(status, code, location="http://127.0.0.1:1/elsewhere")

    await deliver_due(worker)

    found, theirs = await change(house), await contact(house)
    assert (found.state, found.reason) == (state, reason)
    assert (theirs.bounced_at is not None, theirs.stopped_at is not None) == (bounced, stopped)
    assert len(provider.requests) == 1


async def test_a_telephone_that_is_none_leaves_the_letter_to_the_mail(
    house: House, provider: Catcher, worker: WorkerContext
) -> None:
    await texting(house)
    provider.answer = said(400, 21614)

    await deliver_due(worker)

    assert (await change(house, Channel.EMAIL)).state is NoticeState.PLANNED
    # Nobody need call yet.
    assert await house.tasks() == []


async def test_the_pause_that_the_carrier_asks_for_is_kept(
    house: House, provider: Catcher, worker: WorkerContext
) -> None:
    await texting(house)
    provider.answer = said(429, 20429, **{"retry-after": "600"})

    await deliver_due(worker)

    found = await change(house)
    async with house.watching() as tx:
        due = [one for one in vars(type(found)) if one in ("again_at", "claimed_until")]
        waits = getattr(found, due[0]) - tx.now
    assert timedelta(seconds=595) < waits <= timedelta(seconds=600)


async def test_a_carrier_that_never_answers_is_not_waited_for_and_the_key_stays_the_same(
    house: House, provider: Catcher, worker: WorkerContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrier_of_texts, "PATIENCE", 0.3)
    impatient = Sms(account(provider), None)
    provider.thinks = 2
    ctx: WorkerContext = {**worker, "carriers": Carriers({Channel.SMS: impatient}, within=30)}
    await texting(house)

    await deliver_due(ctx)
    assert (await change(house)).reason == "timeout"
    provider.thinks = 0
    house.clock.forward(minutes=2)
    await deliver_due(ctx)
    await impatient.close()
    await asyncio.sleep(0)

    assert (await change(house)).state is NoticeState.CARRIED
    assert len({one.headers["idempotency-key"] for one in provider.requests}) == 1 and len(provider.requests) == 2
    assert "StatusCallback" not in provider.requests[0].form


async def test_while_the_line_rests_a_letter_uses_up_no_tries(
    house: House, provider: Catcher, worker: WorkerContext
) -> None:
    await texting(house)
    provider.answer = said(503, None, **{"retry-after": "1200"})
    await deliver_due(worker)
    assert (await change(house)).attempts == 1

    for _ in range(5):
        house.clock.forward(hours=1)
        await deliver_due(worker)

    assert (await change(house)).attempts == 1 and len(provider.requests) == 1
    assert worker["carriers"].told()["sms"]["state"] == "resting"
    async with house.watching() as tx:
        assert len(list(await tx.session.scalars(select(Receipt)))) == 1


async def test_one_who_said_stop_gets_nothing(house: House, provider: Catcher, worker: WorkerContext) -> None:
    await texting(house)
    async with house.database.transaction(actors.DELIVERY) as tx:
        await tx.session.execute(update(Contact).where(Contact.channel == Channel.SMS).values(stopped_at=tx.now))

    await deliver_due(worker)

    assert provider.requests == []
    assert (await change(house)).reason == "stopped"


@pytest.mark.parametrize(
    "wrong",
    [
        "api.twilio.com", "https://api.twilio.com?from=%2B1", "http://AC1:t@api.twilio.com?from=%2B1",
        "https://AC1:t@api.twilio.com", "https://AC1:t@api.twilio.com?from=%2B1&service=MG1", "ftp://AC1:t@x?from=1",
    ],
)  # fmt: skip
def test_the_carrier_s_address_is_read_or_refused_with_a_sentence(wrong: str) -> None:
    with pytest.raises(ValueError, match="PRESENCIA_SMS_URL is written"):
        TextAccount.at(wrong)


def test_an_account_never_prints_its_token() -> None:
    found = TextAccount.at("https://AC1:s%2Fecret@api.twilio.com?service=MG1")
    assert found.token == "s/ecret" and "ecret" not in repr(found)
    assert replace(found, service=None) != found
