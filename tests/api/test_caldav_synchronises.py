"""A device that asks by CalDAV what has changed since it last asked (RFC 6578)."""

from __future__ import annotations

import asyncio

from api.app import create_app
from casework import caldav
from tests.api.devices import ANA, C, anas, app_password, device, read, token_of
from tests.ground import Ground
from tests.town import Town


async def test_a_device_hears_of_what_is_new_what_moved_and_what_is_gone_and_of_nothing_twice(
    town: Town, ground: Ground
) -> None:
    phone, mine, hearing = await anas(town, hearings=2)
    first = await phone.synchronised(mine)
    assert len(read(first)) == 2
    token = token_of(first)
    again = await phone.synchronised(mine, token)
    assert (read(again), token_of(again)) == ([], token)

    ana = await town.signed_in(ANA)
    await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], startsAt="2026-12-09T10:00"
    )
    moved = await phone.synchronised(mine, token)

    (one,) = read(moved)
    assert "DTSTART;TZID=America/New_York:20261209T100000" in one.text(C + "calendar-data")
    assert token_of(moved) != token
    assert read(await phone.synchronised(mine, token_of(moved))) == []
    cancelled = await ana.do(
        "cancelHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"] + 1, reason="ADVANCED"
    )
    assert cancelled["__typename"] == "CancelHearingPayload", cancelled
    off = await phone.synchronised(mine, token_of(moved))
    (one,) = read(off)
    assert "STATUS:CANCELLED" in one.text(C + "calendar-data")
    # It left the feed thirty days after it would have been, and the phone was away.
    town.clock.forward(days=60)
    phone.http.auth = (ANA, await app_password(await town.signed_in(ANA), "Another"))
    gone = read(await phone.synchronised(mine, token_of(off)))
    assert {found.status for found in gone} == {"HTTP/1.1 404 Not Found"}
    assert len(gone) == 2


async def test_whoever_takes_a_few_at_once_gets_all_of_them_in_the_end(town: Town, ground: Ground) -> None:
    phone, mine, _ = await anas(town, hearings=5)
    # What was forgotten before is no reason to begin anew again and again.
    await phone.synchronised(mine)
    await ground.connection.execute("update synced_feeds set forgotten = 5")
    seen, token = [], ""
    for _ in range(10):
        answer = await phone.synchronised(mine, token, limit=2)
        found = read(answer)
        seen += [one.href for one in found if C + "calendar-data" in one.there]
        token = token_of(answer)
        if not [one for one in found if "507" in one.status]:
            break

    assert len(seen) == len(set(seen)) == 5
    assert read(await phone.synchronised(mine, token)) == []


async def test_whoever_was_silent_for_too_long_begins_anew(town: Town, ground: Ground) -> None:
    phone, mine, _ = await anas(town)
    token = token_of(await phone.synchronised(mine))
    address = mine.rstrip("/").rsplit("/", 1)[1]
    for forged in (f"data:,{address}/99/0", f"data:,{address}/x/0", "data:,other/1/0", token + "/1", "é", "x" * 10_000):
        refused = await phone.synchronised(mine, forged)
        assert (refused.status_code, "valid-sync-token" in refused.text) == (403, True), forged
    town.clock.forward(days=60)
    ana = await town.signed_in(ANA)
    phone.http.auth = (ANA, await app_password(ana, "Another"))
    assert [one.status for one in read(await phone.synchronised(mine))] == []
    town.clock.forward(days=caldav.REMEMBERED.days + 1)
    phone.http.auth = (ANA, await app_password(await town.signed_in(ANA), "A third"))

    anew = await phone.synchronised(mine)

    assert await ground.connection.fetchval("select count(*) from synced_entries") == 0
    assert (await phone.synchronised(mine, token)).status_code == 403
    assert read(await phone.synchronised(mine, token_of(anew))) == []


async def test_a_restart_forgets_nothing(town: Town) -> None:
    phone, mine, _ = await anas(town, hearings=2)
    first = await phone.synchronised(mine)

    another = create_app(town.settings, database=town.database)
    async with another.router.lifespan_context(another):
        town.app = another
        anew = await device(town, ANA, await app_password(await town.signed_in(ANA), "The same"))
        again = await anew.synchronised(mine, token_of(first))

    assert (read(again), token_of(again)) == ([], token_of(first))


async def test_two_devices_at_once_are_told_the_same(town: Town) -> None:

    phone, mine, _ = await anas(town, hearings=3)

    answers = await asyncio.gather(*(phone.synchronised(mine) for _ in range(4)))

    assert len({token_of(one) for one in answers}) == 1
    assert {len(read(one)) for one in answers} == {3}
