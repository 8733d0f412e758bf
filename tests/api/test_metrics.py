"""Figures are for whoever watches the house, and hold no names."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from api.app import create_app
from casework.settings import Settings
from casework.transaction import Database
from tests.journeys import steps
from tests.town import Town

FIGURES = "presencia_trail_unsealed_seconds"


async def asked(app: object, client: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=app, client=(client, 1))  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
        return await http.get("/metrics", headers=headers)


@pytest.mark.parametrize(
    ("client", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("203.0.113.7", {}, 404),
        ("127.0.0.1", {"x-forwarded-for": "203.0.113.7"}, 404),
        ("127.0.0.1", {"forwarded": "for=203.0.113.7"}, 404),
    ],
)
async def test_without_a_token_only_this_machine_reads_them(
    town: Town, client: str, headers: dict[str, str], status: int
) -> None:
    answer = await asked(town.app, client, **headers)

    assert (answer.status_code, FIGURES in answer.text) == (status, status == 200)


async def test_with_a_token_whoever_brings_it_reads_them(settings: Settings, database: Database) -> None:
    app = create_app(settings.model_copy(update={"metrics_token": "watching"}), database=database)
    async with app.router.lifespan_context(app):
        brought = await asked(app, "203.0.113.7", authorization="Bearer watching")
        wrong = [
            await asked(app, "127.0.0.1"),
            await asked(app, "127.0.0.1", authorization="Bearer watchin"),
            await asked(app, "127.0.0.1", authorization="Bearer " + "x" * 1_000),
        ]

    assert brought.status_code == 200 and FIGURES in brought.text
    assert [one.status_code for one in wrong] == [404, 404, 404]


async def test_they_say_how_long_an_entry_has_waited_for_its_seal(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.take_in_mateo(town, ana)
    town.clock.now += timedelta(seconds=90)

    figures = (await asked(town.app, "127.0.0.1")).text

    waited = next(float(line.split()[1]) for line in figures.splitlines() if line.startswith(f"{FIGURES} "))
    assert waited >= 90
    assert "Mateo" not in figures and "Rivera" not in figures
