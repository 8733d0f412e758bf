"""A volunteer on their telephone: what they see on the page behind their link, and press there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.journeys import steps
from tests.town import Seat, Town

VOLUNTEER = {"name": "Tomás Wexler", "phone": "203 555 0144", "hours": 4}


@dataclass
class Telephone:
    """One browser, at the page of one shift."""

    http: httpx.AsyncClient
    path: str
    seen: list[httpx.Response] = field(default_factory=list)

    async def look(self) -> httpx.Response:
        return self._saw(await self.http.get(self.path))

    async def press(self, act: str, **typed: str) -> httpx.Response:
        """Press a button of the page as it was shown last, with its hidden fields."""
        hidden = (
            dict(re.findall(r'name="(check|sequence|promise|answered)" value="([^"]*)"', self.seen[-1].text))
            if self.seen
            else {}
        )
        return self._saw(await self.http.post(self.path, data={**hidden, "act": act, **typed}, follow_redirects=True))

    def _saw(self, page: httpx.Response) -> httpx.Response:
        self.seen.append(page)
        return page

    @property
    def stage(self) -> str:
        """What the page shows now."""
        page = self.seen[-1]
        if page.status_code == 404:
            return "over"
        marks = {"code": 'id="code"', "promise": 'name="promise"', "item": 'name="check"', "ready": 'value="next"'}
        return next(stage for stage, mark in marks.items() if mark in page.text)


async def start(town: Town, seat: Seat, slug: str = "elm-city", **more: Any) -> Any:
    started = await seat.do(
        "startShift", "address code shift { id }", organizationId=town.organizations[slug], **{**VOLUNTEER, **more}
    )
    assert started["__typename"] == "StartShiftPayload", started
    return started


async def telephone(town: Town, started: Any) -> Telephone:
    return Telephone(await town.nobody(), urlsplit(started["address"]).path)


async def bound(town: Town, started: Any) -> Telephone:
    """A telephone that gave the code."""
    phone = await telephone(town, started)
    await phone.look()
    await phone.press("code", code=started["code"])
    assert phone.stage == "promise", phone.seen[-1].text
    return phone


async def at_work(town: Town, started: Any) -> Telephone:
    """A telephone whose owner has promised."""
    phone = await bound(town, started)
    await phone.press("promise", name="Tomás Wexler")
    assert phone.stage == "ready", phone.seen[-1].text
    return phone


async def unchecked(town: Town, ana: Seat, *starts: str) -> list[Any]:
    """One client and hearing a date, and a day and a half gone by, so that all are to be checked."""
    hearings = []
    for number, starts_at in enumerate(starts):
        case = await steps.take_in_mateo(
            town, ana, legalName=f"Mateo Rivera Cruz{number or ''}", aNumbers=[f"20134567{8 - number}"],
            publicName="Mateo R.",
        )  # fmt: skip
        hearings.append({**await steps.schedule(town, ana, case["id"], starts_at), "case": case})
    town.clock.forward(hours=36)
    return hearings


SHIFTS = """{ viewer { organization { shifts { id name phone runs boundAt promisedAt refusedAt lastUsedAt endedAt
  endedBy checked given startedBy { name } } } } }"""


async def shifts(seat: Seat) -> list[Any]:
    found: list[Any] = (await seat.ask(SHIFTS))["viewer"]["organization"]["shifts"]
    return found


async def later(town: Town) -> Seat:
    """Ana, signed in anew after hours."""
    return await town.signed_in("coordinator@demo.test")
