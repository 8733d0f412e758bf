"""What browsers are told with every answer; and that no page of another site asks in anybody's name."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from api.app import create_app
from api.guards import LARGEST_BODY
from casework.settings import Settings
from casework.transaction import Database
from tests.api.test_signing_in import ANA, door, enter, viewer
from tests.ground import Ground
from tests.town import PASSWORD, Town

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


async def elsewhere(town: Town, **changed: Any) -> httpx.AsyncClient:
    """The same deployment as another process, with other settings."""
    settings = town.settings.model_copy(update=changed)
    settings.__dict__.pop("address", None)
    app = create_app(settings, database=town.database)
    await town.stack.enter_async_context(app.router.lifespan_context(app))
    client = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url=settings.address, headers={"x-presencia": "1"}
    )
    return await town.stack.enter_async_context(client)


@pytest.fixture
async def a_page(tmp_path: Path) -> Path:
    """A built page, as far as the server looks at it."""
    (tmp_path / "dist" / "assets").mkdir(parents=True)
    (tmp_path / "dist" / "index.html").write_text('<meta property="csp-nonce" nonce="__NONCE__">')
    (tmp_path / "dist" / "assets" / "index-abc.js").write_text("1")
    return tmp_path / "dist"


PATHS = ("/", "/sign-in", "/assets/index-abc.js", "/a/" + "x" * 43, "/feeds/" + "x" * 43 + ".ics", "/health/live",
         "/account", "/graphql", "/robots.txt", "/nothing")  # fmt: skip


@pytest.mark.parametrize("public_url", ["", "https://cases.example"])
async def test_every_answer_carries_the_policies(town: Town, a_page: Path, public_url: str) -> None:
    client = await elsewhere(town, frontend_dist=a_page, public_url=public_url)

    for path in PATHS:
        told = (await client.get(path)).headers
        assert {name: told[name] for name in EVERYWHERE} == EVERYWHERE, path
        assert told["x-robots-tag"].startswith("noindex"), path
        policy = told["content-security-policy"]
        assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy, path
        assert not re.search(r"unsafe|\*|http:|data:", policy.replace("img-src 'self' data:", "")), path
        assert "camera=()" in told["permissions-policy"] and "geolocation=()" in told["permissions-policy"]
        assert ("strict-transport-security" in told) is bool(public_url), path
        assert not [name for name in told if name.startswith("access-control")], path
        assert "server" not in told


async def test_the_page_is_served_with_a_new_nonce_each_time_and_kept_nowhere(town: Town, a_page: Path) -> None:
    client = await elsewhere(town, frontend_dist=a_page)

    nonces = set()
    for path in ("/", "/sign-in", "/sign-in/return/elm-city?code=x&state=y"):
        page = await client.get(path)
        (nonce,) = re.findall(r'nonce="([\w-]+)"', page.text)
        assert f"style-src 'self' 'nonce-{nonce}'" in page.headers["content-security-policy"]
        assert page.headers["cache-control"] == "no-store"
        nonces.add(nonce)
    assert len(nonces) == 3


async def test_by_https_cookies_are_tied_to_it_and_a_second_step_is_owed(town: Town) -> None:
    client = await elsewhere(town, public_url="https://cases.example")

    signed = await client.post("/session", json={"email": ANA, "password": PASSWORD})

    cookie = signed.headers["set-cookie"]
    assert cookie.startswith("__Host-presencia-session=")
    assert {part.strip().lower() for part in cookie.split(";")[1:]} >= {
        "secure", "httponly", "samesite=strict", "path=/",
    }  # fmt: skip
    assert "domain" not in cookie.lower()
    assert await viewer(client) == 403
    out = await client.delete("/session")
    assert "__Host-presencia-session=" in out.headers["set-cookie"] and "Secure" in out.headers["set-cookie"]
    assert out.headers["clear-site-data"] == '"cache", "cookies", "storage"'


BODIES: dict[str, tuple[dict[str, str], bytes]] = {
    "nothing": ({}, b""),
    "text": ({"content-type": "text/plain"}, b'{"query": "{ viewer { language } }", "password": "x"}'),
    "form": ({"content-type": "application/x-www-form-urlencoded"}, b"password=x&query=x"),
    "parts": ({"content-type": "multipart/form-data; boundary=b"}, b"--b\r\n\r\nx\r\n--b--"),
    "json": ({"content-type": "application/json"}, b'{"query": "{ viewer { language } }", "password": "x"}'),
}


def doors(town: Town) -> list[tuple[str, str]]:
    """Every door that looks at the session's cookie."""
    return [
        (method, re.sub(r"{\w+}", "0199a000-0000-7000-8000-000000000000", one.path))
        for one in town.app.routes
        if isinstance(one, Route) and re.match(r"/(graphql|session|account)", one.path)
        for method in sorted((one.methods or set()) - {"HEAD"})
    ]


async def test_no_other_site_asks_in_anybodys_name_whatever_it_sends(town: Town, ground: Ground) -> None:
    """A browser sends the cookie along, say; a page of another site can't send the header, nor hide where it is."""
    ana = await enter(town)
    del ana.headers["x-presencia"]
    sessions = "select id, token_hash, ended_at, proved_at from sessions order by 1"
    before = [await ground.connection.fetch(one) for one in (sessions, "select * from audit_entries order by 1")]
    from_elsewhere: list[dict[str, str]] = [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"x-presencia": "1", "origin": "null"},
        {"x-presencia": "1", "origin": "https://evil.example"},
        {"x-presencia": "1", "origin": f"{town.settings.address}.evil.example"},
        {"x-presencia": "1", "sec-fetch-site": "cross-site"},
        {"x-presencia": "1", "sec-fetch-site": "same-site"},
    ]

    asked = doors(town)
    assert len(asked) > 25
    for method, path in asked:
        for said in from_elsewhere:
            for kind, (headers, body) in BODIES.items():
                answer = await ana.request(method, path, headers=said | headers, content=body or None)
                assert answer.status_code == 403, (method, path, said, kind)
                assert not [name for name in answer.headers if name.startswith("access-control")]
    assert [
        await ground.connection.fetch(one) for one in (sessions, "select * from audit_entries order by 1")
    ] == before


async def test_with_the_header_only_json_is_read_and_a_preflight_permits_nothing(town: Town) -> None:
    ana = await enter(town)
    for method, path in doors(town):
        if method != "POST":
            continue
        for kind in ("text", "form", "parts"):
            headers, body = BODIES[kind]
            assert (await ana.post(path, headers=headers, content=body)).status_code == 415, (path, kind)
        preflight = await ana.options(
            path,
            headers={
                "origin": "https://evil.example",
                "access-control-request-method": "POST",
                "access-control-request-headers": "x-presencia, content-type",
            },
        )
        assert preflight.status_code == 405
        assert not [name for name in preflight.headers if name.startswith("access-control")]


async def test_bodies_are_bounded_while_they_arrive(town: Town) -> None:
    ana = await enter(town)

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(10_000):
            yield b" " * 65_536

    for method, path in doors(town):
        if method == "POST":
            answer = await ana.post(path, content=endless(), headers={"content-type": "application/json"})
            assert answer.status_code == 413, path
    answered = await (await town.nobody()).post(
        "/a/" + "x" * 43, content=endless(), headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert answered.status_code in {404, 413}
    assert LARGEST_BODY == 262_144


async def test_a_stranger_learns_nothing_of_the_schema_and_nobody_is_helped_to_guess(town: Town) -> None:
    stranger = await door(town)
    stranger.cookies.set("presencia_session", "x" * 43)
    for document in ("{ __schema { types { name } } }", "{ __typename }", "{ viewr { language } }"):
        for headers in ({}, {"authorization": "Bearer presencia_" + "x" * 43}):
            answer = await stranger.post("/graphql", json={"query": document}, headers=headers)
            assert answer.status_code == 401
            assert answer.json()["errors"] == [{"message": "Sign in first.", "extensions": {"code": "SIGNED_OUT"}}]
    ana = await enter(town)
    for wrong in ("{ viewr { language } }", "{ viewer { langage } }", "{ cases(frist: 1) { count } }",
                  "{ ... on Qery { viewer { language } } }"):  # fmt: skip
        told = (await ana.post("/graphql", json={"query": wrong})).text
        assert "errors" in told and "mean" not in told, told


async def test_graphql_is_posted_and_nothing_else(town: Town) -> None:
    ana = await enter(town)
    asked = {"query": "{ viewer { language } }"}
    for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
        answer = await ana.request(method, "/graphql", params=asked)
        assert answer.status_code in {404, 405}, method
        assert "language" not in answer.text
    upgraded = await ana.get(
        "/graphql", headers={"connection": "upgrade", "upgrade": "websocket", "sec-websocket-version": "13",
                             "sec-websocket-key": "eA==", "sec-websocket-protocol": "graphql-transport-ws"},
    )  # fmt: skip
    assert upgraded.status_code in {404, 405}


async def test_failures_are_remembered_by_other_processes_and_after_a_restart(
    town: Town, settings: Settings, database: Database
) -> None:
    """Of an address in Valkey, of an account in PostgreSQL: neither is forgiven when a process goes."""
    robot = await door(town)
    for number in range(30):
        await robot.post("/session", json={"email": f"guess{number}@demo.test", "password": "no"})
    fresh = await elsewhere(town)
    stopped = await fresh.post("/session", json={"email": ANA, "password": PASSWORD})
    assert (stopped.status_code, stopped.json()["kind"]) == (429, "TooOften")

    away = await elsewhere(town, redis_url="")
    for _ in range(6):
        await away.post("/session", json={"email": ANA, "password": "wrong every time"})
    alone = await elsewhere(town, redis_url="")
    waits = await alone.post("/session", json={"email": ANA, "password": PASSWORD})
    assert (waits.status_code, waits.json()["kind"]) == (401, "SignInRefused")
    town.clock.forward(minutes=1)
    assert (await alone.post("/session", json={"email": ANA, "password": PASSWORD})).status_code == 204
