"""What a public page costs while two hundred read it at once, beside a file of the same size from the same server."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from api.app import create_app
from bench.bars import Bars, load
from bench.calendars import Asking
from bench.house import House
from bench.readings import database_seconds
from casework import advocacy, organizations
from casework.actors import OPERATOR, Person
from casework.transaction import wall_clock
from schema.consents import ConsentAudience
from schema.occasions import OccasionKind
from schema.organizations import Role

READERS, EACH = 200, 5


async def _a_page(house: House) -> str:
    """The path of a vigil that a coordinator has published for the public."""
    async with house.database.transaction(OPERATOR) as tx:
        person = await organizations.engage(
            tx, house.organization, name="Vigil", email="vigil@crowd-1.test", roles=[Role.COORDINATOR]
        )
    starts = (wall_clock() + timedelta(days=20)).replace(tzinfo=None, hour=17, minute=0, second=0, microsecond=0)
    async with house.database.transaction(Person(person.id)) as tx:
        action = await advocacy.draft_action(
            tx, house.organization, kind=OccasionKind.VIGIL,
            words={
                "title": "Light for those who are held",
                "statement": "\n\n".join(["Bring a candle, and somebody who has never come."] * 12),
                "audiences": [ConsentAudience.PUBLIC],
            },
            arrangements={"starts_at": starts, "time_zone": "America/New_York", "place_city": "New Haven"},
        )  # fmt: skip
        await advocacy.publish_action(tx, action.id, expected_revision=action.revision)
    return f"/p/{await house.bare.fetchval('select address from public_pages where action_id = $1', action.id)}"


async def _crowd(house: House, asking: Asking, status: int) -> float:
    """Milliseconds of CPU a request, the server's and the database's, while all ask at once, over and over."""

    async def reader() -> None:
        for _ in range(EACH):
            answer = await asking()
            assert answer.status == status, (answer.status, answer.body[:200])

    database, server = database_seconds(house), time.process_time()
    await asyncio.gather(*(reader() for _ in range(READERS)))
    spent = time.process_time() - server + database_seconds(house) - database
    return spent * 1000 / (READERS * EACH)


async def measure_public(house: House, rounds: int, bars: Bars) -> None:
    """Print what a reader of a public page costs, and one of a static file of its size, in turns."""
    path = await _a_page(house)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        app = create_app(
            house.settings, database=house.database, extra_routes=[Mount("/bench", StaticFiles(directory=folder))]
        )
        await stack.enter_async_context(app.router.lifespan_context(app))
        served = replace(house, app=app)
        page = await Asking(served, path)()
        assert page.status == 200, page.body[:300]
        (folder / "page.html").write_bytes(page.body)
        static = await Asking(served, "/bench/page.html")()
        assert static.body == page.body
        kinds = {
            "page": (Asking(served, path), 200),
            "static": (Asking(served, "/bench/page.html"), 200),
            "page, 304": (Asking(served, path, if_none_match=page.headers["etag"]), 304),
            "static, 304": (Asking(served, "/bench/page.html", if_none_match=static.headers["etag"]), 304),
        }
        best: dict[str, float] = {}
        for _ in range(rounds):
            for name, (asking, status) in kinds.items():
                best[name] = min(best.get(name, float("inf")), await _crowd(served, asking, status))
    print(f"A public page of {len(page.body):,} bytes, {READERS} readers at once:")
    for name, spent in best.items():
        print(f"  {name:12}{spent:8.3f} ms of CPU")
    print(f"  load {load()}\n", flush=True)
    bars.note(f"public page, {READERS} readers, CPU ÷ a static file's", best["page"] / best["static"], must=3)
    bars.note("public page, 304 ÷ a static file's", best["page, 304"] / best["static, 304"])
