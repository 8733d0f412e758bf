"""Browsers are told by web push: encrypted for them alone, signed by us, by a way that leads into no own network."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey
from sqlalchemy import select, update
from starlette.responses import Response

from casework import push
from casework.push import Browser
from casework.refusals import Invalid, NotAllowedByState, NotFound
from schema.notices import LetterKind, Notice, NoticeState
from schema.people import Channel
from schema.push import PushSubscription
from tests.house import WRITING, House
from tests.workers.catcher import Catcher, catching
from tests.workers.test_delivery import moved
from workers.carriers import Carriers, Guarded, Push
from workers.carriers.push import _derived, encrypted
from workers.delivery import WorkerContext, deliver_due

HERE = frozenset({"127.0.0.1"})


class Tab:
    """A browser: its keys, and how it reads what comes."""

    def __init__(self, endpoint: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self._auth = b"0123456789abcdef"
        self.told = Browser(endpoint, push.said(self._point), push.said(self._auth))

    def read(self, body: bytes) -> dict[str, Any]:
        salt, length, rest = body[:16], body[20], body[21:]
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), rest[:length])
        shared = self._key.exchange(ec.ECDH(), theirs)
        material = _derived(shared, self._auth, b"WebPush: info\0" + self._point + rest[:length], 32)
        key = _derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _derived(material, salt, b"Content-Encoding: nonce\0", 12)
        plain = AESGCM(key).decrypt(nonce, rest[length:], None)
        found: dict[str, Any] = json.loads(plain.rstrip(b"\x02"))
        return found


@pytest.fixture
async def service() -> AsyncIterator[Catcher]:
    async with catching() as found:
        found.answer = lambda one, number: Response(status_code=201)
        yield found


@pytest.fixture
async def worker(house: House, service: Catcher) -> AsyncIterator[WorkerContext]:
    carrier = Push(house.database.vault.push_key(), "mailto:presencia@legal-aid.test", HERE)
    carriers = Carriers({Channel.PUSH: Guarded(carrier, per_second=1_000, at_once=8)}, within=30)
    yield {"database": house.database, "carriers": carriers, "house": WRITING, "lease": timedelta(minutes=5)}
    await carriers.close()


async def subscribed(house: House, *tabs: Tab) -> None:
    async with house.acting(house.luis) as tx:
        for tab in tabs:
            await push.subscribe_browser(tx, tab.told, "Firefox on Linux", HERE)


async def told_by_push(house: House) -> None:
    await house.wishes_only(house.luis, Channel.PUSH)
    await moved(house)
    async with house.watching() as tx:
        theirs = Notice.person_id == house.luis
        await tx.session.execute(
            update(Notice).where(Notice.kind == LetterKind.RESCHEDULED, theirs).values(channel=Channel.PUSH)
        )
        others = Notice.person_id == house.rosa
        await tx.session.execute(update(Notice).where(others).values(state=NoticeState.SUPERSEDED))


async def change(house: House, channel: Channel = Channel.PUSH) -> Notice:
    (found,) = await house.rows(kind=LetterKind.RESCHEDULED, person_id=house.luis, channel=channel)
    return found


async def subscriptions(house: House) -> list[PushSubscription]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(PushSubscription)))


async def test_a_browser_reads_what_was_sent_and_the_service_knows_us_by_our_key(
    house: House, service: Catcher, worker: WorkerContext
) -> None:
    tab = Tab(f"{service.url}/one")
    await subscribed(house, tab)
    await told_by_push(house)

    await deliver_due(worker)

    (asked,) = service.requests
    shown = tab.read(asked.body)
    assert set(shown) == {"text", "link", "tag"} and shown["link"].startswith("https://presencia.test/cases/")
    # Who reads over a shoulder learns nothing.
    assert shown["text"] and "Mateo" not in shown["text"] and "Rivera" not in shown["text"]
    assert asked.headers["content-encoding"] == "aes128gcm" and int(asked.headers["ttl"]) > 0
    token, _, key = asked.headers["authorization"].removeprefix("vapid t=").partition(", k=")
    assert key == push.public_key(house.database.vault)
    told = jwt.decode(token, ECKey.import_key(house.database.vault.push_key()), algorithms=["ES256"])
    assert told.claims["aud"] == service.url and told.claims["sub"] == "mailto:presencia@legal-aid.test"
    assert (await change(house)).state is NoticeState.CARRIED


def test_the_example_of_rfc_8291_comes_out_to_the_letter() -> None:
    ours = ec.derive_private_key(
        int.from_bytes(push.read("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), ec.SECP256R1()
    )
    body = encrypted(
        b"When I grow up, I want to be a watermelon",
        push.read("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        push.read("BTBZMqHH6r4Tts7J_aSIgg"),
        ours=ours,
        salt=push.read("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert push.said(body) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl"
        "7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


@pytest.mark.parametrize("status", [404, 410])
async def test_a_browser_that_is_gone_is_forgotten_and_the_others_are_told(
    house: House, service: Catcher, worker: WorkerContext, status: int
) -> None:
    gone, here = Tab(f"{service.url}/gone"), Tab(f"{service.url}/here")
    await subscribed(house, gone, here)
    await told_by_push(house)
    service.answer = lambda one, number: Response(status_code=status if one.path == "/gone" else 201)

    await deliver_due(worker)

    assert len(service.requests) == 2
    assert len(await subscriptions(house)) == 1
    assert (await change(house)).state is NoticeState.CARRIED


async def test_when_the_last_browser_is_gone_the_letter_goes_by_mail(
    house: House, service: Catcher, worker: WorkerContext
) -> None:
    await subscribed(house, Tab(f"{service.url}/gone"))
    await told_by_push(house)
    service.answer = lambda one, number: Response(status_code=410)

    await deliver_due(worker)

    assert await subscriptions(house) == []
    assert (await change(house)).state is NoticeState.FAILED
    assert (await change(house, Channel.EMAIL)).state is NoticeState.PLANNED


async def test_a_push_service_that_is_down_delays_and_forgets_nobody(
    house: House, service: Catcher, worker: WorkerContext
) -> None:
    await subscribed(house, Tab(f"{service.url}/one"))
    await told_by_push(house)
    service.answer = lambda one, number: Response(status_code=503, headers={"retry-after": "60"})

    await deliver_due(worker)

    assert ((await change(house)).state, (await change(house)).reason) == (NoticeState.PLANNED, "503")
    assert len(await subscriptions(house)) == 1


async def test_nobody_is_led_elsewhere_or_into_the_own_network(
    house: House, service: Catcher, worker: WorkerContext
) -> None:
    await subscribed(house, Tab(f"{service.url}/one"))
    await told_by_push(house)
    service.answer = lambda one, number: Response(status_code=307, headers={"location": f"{service.url}/inside"})
    await deliver_due(worker)
    assert [one.path for one in service.requests] == ["/one"]

    # The same address once the deployment names the host no more.
    strict = Push(house.database.vault.push_key(), "mailto:presencia@legal-aid.test")
    house.clock.forward(hours=1)
    await deliver_due({**worker, "carriers": Carriers({Channel.PUSH: strict}, within=30)})
    await strict.close()
    assert len(service.requests) == 1
    assert (await change(house)).reason == "not_gone_to"


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example/x", "https://127.0.0.1/x", "https://[::1]/x", "https://10.0.0.8/x", "https://169.254.169.254/x",
        "https://[::ffff:127.0.0.1]/x", "https://localhost/x", "https://printer.local/x", "https://user:pw@push.example/x",
        "https://push.example/" + "x" * 2_000, "ftp://push.example/x", "file:///etc/passwd", "", "https:///x",
        "http://127.0.0.2/x",
    ],
)  # fmt: skip
async def test_a_push_service_inside_is_refused_with_a_sentence_and_nothing_is_kept(
    house: House, endpoint: str
) -> None:
    tab = Tab("https://push.example/x").told
    async with house.acting(house.luis) as tx:
        with pytest.raises(Invalid, match="no push service that we can reach"):
            await push.subscribe_browser(tx, Browser(endpoint, tab.p256dh, tab.auth), "Firefox", frozenset())
    assert await subscriptions(house) == []


@pytest.mark.parametrize(("p256dh", "auth"), [("AAAA", None), (None, "AAAA"), ("!!!", None), ("", ""), (None, "é" * 4)])
async def test_keys_that_are_none_are_refused(house: House, p256dh: str | None, auth: str | None) -> None:
    tab = Tab("https://push.example/x").told
    wrong = Browser(tab.endpoint, tab.p256dh if p256dh is None else p256dh, tab.auth if auth is None else auth)
    async with house.acting(house.luis) as tx:
        with pytest.raises(Invalid):
            await push.subscribe_browser(tx, wrong, "Firefox", HERE)
    assert await subscriptions(house) == []


async def test_one_browser_is_kept_once_and_there_is_an_end_to_them(house: House) -> None:
    tab = Tab("https://push.example/x")
    await subscribed(house, tab)
    await subscribed(house, tab)
    assert len(await subscriptions(house)) == 1
    await subscribed(house, *(Tab(f"https://push.example/{number}") for number in range(push.MOST - 1)))
    async with house.acting(house.luis) as tx:
        with pytest.raises(NotAllowedByState, match="Turn one of them off first"):
            await push.subscribe_browser(tx, Tab("https://push.example/more").told, "Firefox", HERE)
    assert len(await subscriptions(house)) == push.MOST


async def test_a_browser_is_nobody_else_s_to_see_or_to_turn_off(house: House) -> None:
    await subscribed(house, Tab("https://push.example/x"))
    (row,) = await subscriptions(house)
    async with house.acting(house.ana) as tx:
        assert await push.own_browsers(tx) == []
        # Neither does the database show it.
        assert list(await tx.session.scalars(select(PushSubscription))) == []
        with pytest.raises(NotFound):
            await push.unsubscribe_browser(tx, row.id)
    assert len(await subscriptions(house)) == 1
    async with house.acting(house.luis) as tx:
        await push.unsubscribe_browser(tx, row.id)
    assert await subscriptions(house) == []
