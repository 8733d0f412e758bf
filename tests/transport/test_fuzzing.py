"""Four hundred requests that nobody meant (two thousand in the bench): a deliberate answer to each."""

from __future__ import annotations

from starlette.routing import Route

from bench.fuzzed import Fuzzed
from tests.access.conftest import lived_in
from tests.api.devices import app_password, device
from tests.town import Town, town


async def test_no_request_breaks_a_door_or_tells_of_the_inside(lived_in: Town) -> None:
    ana = await lived_in.signed_in("coordinator@demo.test")
    fuzzed = Fuzzed(ana.http, [one for one in lived_in.app.routes if isinstance(one, Route)])

    await fuzzed.documents(120)
    await fuzzed.paths(120)

    assert fuzzed.faults == []
    assert sum(fuzzed.statuses.values()) >= 200
    assert fuzzed.statuses[200] > 50


async def test_no_question_of_a_calendar_breaks_its_door(lived_in: Town) -> None:
    ana = await lived_in.signed_in("coordinator@demo.test")
    phone = await device(lived_in, "coordinator@demo.test", await app_password(ana))
    calendars = await phone.calendars()
    fuzzed = Fuzzed(phone.http, [])

    await fuzzed.calendars(200, ["/caldav/", phone.home, *calendars.values()])

    assert fuzzed.faults == []
    assert min(fuzzed.statuses[one] for one in (207, 400, 403)) > 10, fuzzed.statuses


__all__ = ["lived_in", "town"]
