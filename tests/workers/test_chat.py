"""Chats by apprise: only the kinds and the hosts that a deployment allows, and nothing else apprise can do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from starlette.responses import JSONResponse, Response

from casework import chat_addresses, reaching
from casework.refusals import Invalid
from schema.notices import LetterKind, Notice, NoticeState
from schema.people import Channel, Contact
from tests.house import WRITING, House
from tests.workers.catcher import Catcher, catching
from tests.workers.test_delivery import moved
from workers.carriers import Carriers, Chat
from workers.carriers import chat as carrier_of_chats
from workers.carriers.chat import _MAKERS
from workers.delivery import WorkerContext, deliver_due

HERE = frozenset({"127.0.0.1"})


@pytest.fixture
async def ntfy() -> AsyncIterator[Catcher]:
    async with catching() as found:
        found.answer = lambda one, number: JSONResponse({"id": "1"})
        yield found


@pytest.fixture
async def worker(house: House) -> AsyncIterator[WorkerContext]:
    carriers = Carriers({Channel.CHAT: Chat(HERE)}, within=30)
    yield {"database": house.database, "carriers": carriers, "house": WRITING, "lease": timedelta(minutes=5)}
    await carriers.close()


async def chatting(house: House, ntfy: Catcher) -> None:
    """Luis is told in a chat that the hearing moved."""
    async with house.acting(house.luis) as tx:
        address = ntfy.url.replace("http://", "ntfy://") + "/hearings"
        await reaching.add_contact(tx, house.luis, Channel.CHAT, address, chat_hosts=HERE)
    await house.wishes_only(house.luis, Channel.CHAT)
    await moved(house)
    async with house.watching() as tx:
        theirs = (Notice.kind == LetterKind.RESCHEDULED, Notice.person_id == house.luis)
        await tx.session.execute(update(Notice).where(*theirs).values(channel=Channel.CHAT))
        others = Notice.person_id == house.rosa
        await tx.session.execute(update(Notice).where(others).values(state=NoticeState.SUPERSEDED))


async def change(house: House) -> Notice:
    (found,) = await house.rows(kind=LetterKind.RESCHEDULED, person_id=house.luis, channel=Channel.CHAT)
    return found


async def test_a_chat_gets_the_short_word_and_the_link(house: House, ntfy: Catcher, worker: WorkerContext) -> None:
    await chatting(house, ntfy)

    await deliver_due(worker)

    (asked,) = ntfy.requests
    assert "https://presencia.test" in asked.body.decode() and "Mateo" not in asked.body.decode()
    # No picture of somebody else's server is asked for.
    assert "github" not in asked.body.decode() and "github" not in str(asked.headers)
    assert (await change(house)).state is NoticeState.CARRIED


async def test_a_chat_that_is_down_delays(house: House, ntfy: Catcher, worker: WorkerContext) -> None:
    ntfy.answer = lambda one, number: Response(status_code=503)
    await chatting(house, ntfy)
    await deliver_due(worker)
    assert ((await change(house)).state, (await change(house)).reason) == (NoticeState.PLANNED, "not_taken")


async def test_a_chat_leads_us_nowhere_else(house: House, ntfy: Catcher, worker: WorkerContext) -> None:
    ntfy.answer = lambda one, number: Response(status_code=302, headers={"location": f"{ntfy.url}/inside"})
    await chatting(house, ntfy)
    await deliver_due(worker)
    assert len(ntfy.requests) == 1 and (await change(house)).state is NoticeState.PLANNED


async def test_a_chat_that_never_answers_is_not_waited_for(
    house: House, ntfy: Catcher, worker: WorkerContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrier_of_chats, "PATIENCE", 0.5)
    ntfy.thinks = 3
    await chatting(house, ntfy)
    await deliver_due(worker)
    assert (await change(house)).reason == "timeout"


async def test_a_host_that_the_deployment_no_longer_names_is_not_gone_to(house: House, ntfy: Catcher) -> None:
    await chatting(house, ntfy)
    strict = Chat(frozenset())
    await deliver_due(
        {
            "database": house.database, "carriers": Carriers({Channel.CHAT: strict}, within=30), "house": WRITING,
            "lease": timedelta(minutes=5),
        }
    )  # fmt: skip
    await strict.close()
    assert ntfy.requests == []
    assert (await change(house)).reason == "not_allowed"


@pytest.mark.parametrize(
    "address",
    [
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ", "json://127.0.0.1/x", "xml://127.0.0.1", "form://x",
        "file:///etc/passwd", "exec://touch%20x", "dbus://", "syslog://", "windows://", "mailto://a:b@c.test",
        "https://hooks.slack.com/services/T1/B1/X", "ntfy://10.0.0.1/topic", "ntfys://internal.test/topic",
        "ntfys://127.0.0.1.nip.test/topic", "ntfys://user@elsewhere.test/topic", "ntfys://ntfy.sh/topic?redirect=yes",
        "ntfys://ntfy.sh/topic?verify=no", "ntfys://ntfy.sh/topic?attach=http://10.0.0.1/", "ntfys://ntfy.sh@10.0.0.1/t",
        "ntfys://10.0.0.1\\@ntfy.sh/t", "ntfys://ntfy.sh/top\nic", "ntfys://ntfy.sh/../../x", "matrixs://a:b@10.0.0.1/!x",
        "signals://10.0.0.1/+12035550100/+12035550199", "slack://", "", "slack", "ntfys://" + "x" * 600 + "/t",
        "tgram://10.0.0.1/x", "whatsapp://token@10.0.0.1/12035550100", "ntfys://ntfy.sh/t#http://10.0.0.1",
    ],
)  # fmt: skip
async def test_any_other_address_is_refused_with_a_sentence_and_nothing_is_kept(house: House, address: str) -> None:
    async with house.acting(house.ana) as tx:
        with pytest.raises(Invalid) as refused:
            await reaching.add_contact(tx, house.luis, Channel.CHAT, address, chat_hosts=frozenset())
        assert refused.value.field == "address" and refused.value.message.endswith(".")
    async with house.watching() as tx:
        assert list(await tx.session.scalars(select(Contact).where(Contact.channel == Channel.CHAT))) == []


def test_each_kind_s_own_example_is_an_address_that_it_takes() -> None:
    import importlib

    hosts = frozenset({"signal.example.org", "matrix.example.org", "chat.example.org", "localhost"})
    for scheme, service in chat_addresses.SERVICES.items():
        address = chat_addresses.checked(service.example, hosts)
        module, name = _MAKERS[scheme if scheme in _MAKERS else scheme.removesuffix("s")]
        maker = getattr(importlib.import_module(f"apprise.plugins.{module}"), name)
        assert maker.parse_url(address), scheme


async def test_chats_are_for_staff_and_volunteers_and_only_where_they_are_turned_on(house: House) -> None:
    address = "ntfys://ntfy.sh/topic"
    async with house.acting(house.ana) as tx:
        with pytest.raises(Invalid, match="for staff and volunteers"):
            await reaching.add_contact(tx, house.rosa, Channel.CHAT, address, chat_hosts=frozenset())
        with pytest.raises(Invalid, match="turned off here"):
            await reaching.add_contact(tx, house.luis, Channel.CHAT, address)
        await reaching.add_contact(tx, house.luis, Channel.CHAT, address, chat_hosts=frozenset())
