"""One's own browsers: the doors beside the account at which somebody turns them on and off."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from casework import push
from casework.settings import Settings
from casework.waker import Waker
from tests.town import Town


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"push": True})


def told(endpoint: str = "https://push.example/abc") -> dict[str, object]:
    """As a browser's own JSON says it."""
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    raw = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return {
        "endpoint": endpoint, "expirationTime": None,
        "keys": {"p256dh": push.said(raw), "auth": push.said(b"0123456789abcdef")},
    }  # fmt: skip


async def test_a_browser_is_turned_on_shown_to_its_owner_alone_and_turned_off(town: Town) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    before = (await ana.http.get("/account/browsers")).json()
    assert before["browsers"] == [] and len(push.read(before["key"])) == 65

    made = await ana.http.post("/account/browsers", json=told(), headers={"user-agent": "Mozilla/5.0 Firefox/140.0"})

    assert made.status_code == 201
    (mine,) = (await ana.http.get("/account/browsers")).json()["browsers"]
    assert mine["id"] == made.json()["id"] and "endpoint" not in mine and "push.example" not in str(mine)
    assert (await luis.http.get("/account/browsers")).json()["browsers"] == []
    assert (await luis.http.delete(f"/account/browsers/{mine['id']}")).status_code == 404
    assert (await ana.http.delete(f"/account/browsers/{mine['id']}")).status_code == 204
    assert (await ana.http.delete(f"/account/browsers/{mine['id']}")).status_code == 404
    assert (await ana.http.get("/account/browsers")).json()["browsers"] == []


async def test_nonsense_is_refused_and_nothing_is_kept(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    right = told()
    for wrong, status in (
        ({}, 400), ({**right, "keys": "x"}, 400), ({**right, "keys": {}}, 422), ({**right, "endpoint": 7}, 422),
        (told("https://10.0.0.1/x"), 422), (told("http://push.example/x"), 422), (told("https://localhost/x"), 422),
    ):  # fmt: skip
        answer = await ana.http.post("/account/browsers", json=wrong)
        assert answer.status_code == status, wrong
    assert (await ana.http.get("/account/browsers")).json()["browsers"] == []


async def test_where_it_is_not_offered_there_is_no_key_and_nothing_is_taken(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    town.app.state.house.settings = town.settings.model_copy(update={"push": False})
    assert (await ana.http.get("/account/browsers")).json() == {"key": None, "browsers": []}
    refused = await ana.http.post("/account/browsers", json=told())
    assert (refused.status_code, refused.json()["kind"]) == (404, "NotOffered")


async def test_whoever_watches_sees_which_lines_rest(town: Town) -> None:
    waker = Waker(town.settings.redis_url)
    await waker.tell_lines(
        {"sms": {"state": "resting", "failures": 7, "until": "2026-11-30T12:00:00+00:00"}, "email": {"state": "open"}}
    )
    await waker.close()
    nobody = await town.nobody()

    figures = (await nobody.get("/metrics")).text
    assert 'presencia_line_resting{channel="sms"} 1.0' in figures
    assert 'presencia_line_resting{channel="email"} 0.0' in figures
    assert 'presencia_line_failures{channel="sms"} 7.0' in figures
    assert (await nobody.get("/health/ready")).json()["lines"]["sms"]["until"] == "2026-11-30T12:00:00+00:00"
