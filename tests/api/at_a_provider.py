"""Elm City's provider stands, and browsers go there and come back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from casework.settings import Settings
from commands import identity_provider
from tests.api.test_signing_in import enter
from tests.ground import Ground
from tests.openid_provider import CLIENT, SECRET, Provider, came_back, standing
from tests.town import Town

ELM = "elm-city"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"nearby_providers": "127.0.0.1"})


@pytest.fixture
async def elm(town: Town, master_key: Any, tmp_path: Path) -> AsyncIterator[Provider]:
    """Elm City's provider, which the operator trusts."""
    async with standing(town.clock) as found:
        found.redirects = {f"{town.settings.address}/sign-in/return/{ELM}"}
        await trust(town, found)
        yield found


async def trust(town: Town, provider: Provider, **more: Any) -> None:
    said: dict[str, Any] = {"issuer": provider.issuer, "client_id": CLIENT, "client_secret": SECRET} | more
    assert await identity_provider.trust(town.settings, ELM, **said) == 0


async def visit(client: httpx.AsyncClient, path: str = "/session/provider", **more: Any) -> dict[str, str]:
    """Go to the provider and be sent back: what the browser brings."""
    went = await client.post(path, json={"organization": ELM, **more})
    assert went.status_code == 200, went.text
    async with httpx.AsyncClient(verify=False) as outside:  # noqa: S501 -- plain http, on this machine
        sent = await outside.get(went.json()["address"])
    assert sent.status_code == 303, sent.text
    return {"organization": ELM, **came_back(sent.headers["location"])}


async def back(client: httpx.AsyncClient, brought: dict[str, str]) -> httpx.Response:
    return await client.post("/session/provider/return", json=brought)


async def linked(town: Town) -> httpx.AsyncClient:
    """Ana has linked her account, at her own page."""
    ana = await enter(town)
    said = await back(ana, await visit(ana, "/account/providers"))
    assert (said.status_code, said.json()) == (200, {"next": "account"}), said.text
    return ana


async def everything(ground: Ground) -> list[Any]:
    """All that signing in writes, but for visits that were begun and ended."""
    tables = ("logins", "authenticators", "passkeys", "tokens", "identity_providers", "provider_identities",
              "sign_in_links", "people", "memberships", "audit_entries")  # fmt: skip
    found = [await ground.connection.fetch(f"select * from {table} order by 1") for table in tables]
    return [*found, await ground.connection.fetch("select id, token_hash, ended_at from sessions order by 1")]
