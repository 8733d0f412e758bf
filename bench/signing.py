"""Whether signing in tells by its time who has an account (SECURITY §13, goal 21)."""

from __future__ import annotations

import time
from statistics import median
from typing import Any

import httpx

from bench.bars import Bars, load
from bench.house import PASSWORD, House
from casework import organizations, sign_in
from casework.actors import OPERATOR
from schema.organizations import Role

#: An account for each try: a second letter within minutes is not written.
TRIES, WARMING = 200, 5
#: What is asked, and with what; ``{}`` is an address.
_DOORS: tuple[tuple[str, dict[str, str], int], ...] = (
    ("/session", {"password": "wrong, and long enough"}, 401),
    ("/session/reset", {}, 202),
)


async def measure_signing(house: House, bars: Bars) -> None:
    """Print the medians of an address that signs in and of one that nobody has: a wrong password, and a forgotten one.
    Known and unknown take turns; each try comes from an address of its own, so that none is made to wait.
    """
    for number in range(-WARMING, TRIES):
        async with house.database.transaction(OPERATOR) as tx:
            person = await organizations.engage(
                tx, house.organization, name=f"Attorney {number}", email=_known(number), roles=[Role.ATTORNEY]
            )
            await sign_in.give_login(tx, person.id, _known(number), PASSWORD)
    for path, given, status in _DOORS:
        took: dict[str, list[float]] = {"known": [], "unknown": []}
        said: dict[str, set[Any]] = {"known": set(), "unknown": set()}
        for number in range(-WARMING, TRIES):
            # Not always the same one first: what runs second finds a warm cache.
            for who in sorted(took, reverse=bool(number % 2)):
                email = _known(number) if who == "known" else f"nobody{number}@crowd-1.test"
                async with _from(house, number, who) as client:
                    began = time.perf_counter()
                    answer = await client.post(path, json={"email": email, **given})
                    spent = time.perf_counter() - began
                assert answer.status_code == status, answer.text
                if number >= 0:
                    took[who].append(spent * 1000)
                    said[who].add((answer.text, tuple(sorted(set(answer.headers) - {"x-request-id"}))))
        known, unknown = median(took["known"]), median(took["unknown"])
        print(
            f"signing: {path}, n = {TRIES} each: known {known:.2f} ms, unknown {unknown:.2f} ms, they differ by"
            f" {abs(known - unknown):.2f} ms; said {'the same' if said['known'] == said['unknown'] else 'otherwise'}."
            f" Load {load()}"
        )
        bars.note(f"{path}: known and unknown differ, ms", abs(known - unknown), must=5)
        bars.note(f"{path}: said otherwise", float(said["known"] != said["unknown"]), must=0)
    print(flush=True)


def _known(number: int) -> str:
    return f"signing{number}@crowd-1.test"


def _from(house: House, number: int, who: str) -> httpx.AsyncClient:
    where = f"2001:db8::{number + 10:x}:{1 if who == 'known' else 2}"
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=house.app, client=(where, 1)), base_url=house.settings.address,
        headers={"x-presencia": "1"}, verify=False,  # noqa: S501 -- without any network
    )  # fmt: skip
