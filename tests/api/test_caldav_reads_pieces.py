"""CalDAV and the feed's address read the same pieces: one entry, one event, one fetch."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

from casework import caldav
from casework.actors import Person
from tests.api.devices import ALL_DATA, ANA, VEVENTS, C, D, Device, anas, read, token_of
from tests.ground import Ground
from tests.town import Town

ADDRESS = "query Mine { feeds { id address } }"


async def its_address(town: Town) -> str:
    (feed,) = (await (await town.signed_in(ANA)).ask(ADDRESS))["feeds"]
    return urlsplit(feed["address"]).path


async def move(town: Town, hearing: Any, starts_at: str = "2026-12-09T10:00") -> None:
    moved = await (await town.signed_in(ANA)).do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], startsAt=starts_at
    )
    assert moved["__typename"] == "RescheduleHearingPayload", moved


async def entries(phone: Device, mine: str) -> list[str]:
    answer = await phone.report(mine, "c:calendar-query", ALL_DATA + VEVENTS.format(""))
    return [one.text(C + "calendar-data") for one in read(answer)]


def the_event(text: str) -> str:
    return text[text.index("BEGIN:VEVENT") : text.index("END:VCALENDAR")].replace("\r\n", "\n")


async def test_an_entry_is_the_event_of_the_feed_to_the_byte_before_and_after_a_change(town: Town) -> None:
    phone, mine, hearing = await anas(town, hearings=2)
    path, reader = await its_address(town), await town.nobody()
    sequences = []
    for change in (False, True):
        if change:
            town.clock.forward(minutes=5)
            await move(town, hearing)
        # Either door first.
        told = await entries(phone, mine) if change else None
        feed = (await reader.get(path)).content.decode().replace("\r\n", "\n")
        told = told or await entries(phone, mine)
        assert len(told) == 2 and all(the_event(one) in feed for one in told)
        sequences.append(sum(int(Calendar.from_ical(one).walk("VEVENT")[0]["SEQUENCE"]) for one in told))
        for one in told:
            assert Calendar.from_ical(one).walk("VTIMEZONE")
    assert sequences[1] == sequences[0] + 1


async def test_an_entry_whose_name_changed_has_a_higher_sequence_though_the_hearing_stays(town: Town) -> None:
    phone, mine, hearing = await anas(town)
    first = await phone.synchronised(mine)
    town.clock.forward(minutes=5)
    ana = await town.signed_in(ANA)
    found = await ana.ask(
        "query Whose($id: ID!) { node(id: $id) { ... on Hearing { case { id revision } } } }", id=hearing["id"]
    )
    case = found["node"]["case"]
    renamed = await ana.do("updateCase", caseId=case["id"], expectedRevision=case["revision"], publicName="Teo")
    assert renamed["__typename"] == "UpdateCasePayload", renamed

    (one,) = read(await phone.synchronised(mine, token_of(first)))

    (before,) = [Calendar.from_ical(each.text(C + "calendar-data")).walk("VEVENT")[0] for each in read(first)]
    (after,) = Calendar.from_ical(one.text(C + "calendar-data")).walk("VEVENT")
    assert "Teo" in after["SUMMARY"] and "Teo" not in before["SUMMARY"] and after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt == town.clock.now > before["DTSTAMP"].dt


async def test_a_look_is_a_fetch_by_this_family_of_devices_and_makes_nothing_anew_while_nothing_changes(
    town: Town, ground: Ground
) -> None:
    phone, mine, hearing = await anas(town)
    assert await ground.connection.fetchval("select fetched_at from feeds") is None
    phone.http.headers["user-agent"] = "DAVx5/4.4 (dav4jvm)"
    await phone.propfind(mine, "cs:getctag")
    begun = town.clock.now
    asked = "select f.fetched_at, f.fetched_by, c.made_at from feeds f join feed_contents c on c.feed_id = f.id"
    assert tuple(await ground.connection.fetchrow(asked)) == (begun, "DAVx⁵", begun)

    town.clock.forward(minutes=15)
    phone.http.headers["user-agent"] = "iOS/18.1 dataaccessd/1.0"
    await phone.synchronised(mine)
    assert tuple(await ground.connection.fetchrow(asked)) == (town.clock.now, "iPhone or iPad", begun)

    town.clock.forward(minutes=15)
    await move(town, hearing)
    current = "select fetched_at >= (select max(revised_at) from occasions) from feeds"
    assert await ground.connection.fetchval(current) is False
    town.clock.forward(minutes=15)
    await phone.propfind(phone.home, "cs:getctag", depth="1")
    assert await ground.connection.fetchval(current) is True


async def test_what_says_nothing_of_a_calendar_is_no_fetch(town: Town, ground: Ground) -> None:
    phone, mine, _ = await anas(town)

    await phone.propfind(mine, "d:displayname", "d:resourcetype")
    await phone.propfind(phone.home, "d:displayname", depth="1")
    assert (await phone.ask("REPORT", mine, "<x/>", depth="1")).status_code == 403

    assert await ground.connection.fetchval("select fetched_at from feeds") is None


async def test_the_trail_has_what_the_address_served_though_a_device_had_found_the_change(
    town: Town, ground: Ground
) -> None:
    phone, mine, hearing = await anas(town, hearings=2)
    path, reader = await its_address(town), await town.nobody()

    async def views() -> list[str]:
        rows = await ground.connection.fetch(
            "select after->>'operation' operation from audit_entries"
            " where act = 'viewed' and after->>'door' = 'calendar' order by seq"
        )
        return [row["operation"] for row in rows]

    await phone.propfind(mine, "d:getetag", depth="1")
    assert await views() == []
    for _ in range(2):
        assert (await reader.get(path)).status_code == 200
        assert await views() == ["feed"] * 2
    town.clock.forward(minutes=5)
    await move(town, hearing)
    await phone.propfind(mine, "d:getetag", depth="1")
    assert await views() == ["feed"] * 2
    for _ in range(2):
        await reader.get(path)
        # One case says something else.
        assert await views() == ["feed"] * 3
    await phone.synchronised(mine)
    assert await views() == ["feed"] * 3 + ["caldav"] * 2
    # On another day both anew, whoever asks first.
    town.clock.forward(days=1)
    await phone.propfind(mine, "d:getetag", depth="1")
    await reader.get(path)
    assert await views() == ["feed"] * 3 + ["caldav"] * 2 + ["feed"] * 2


async def test_whoever_was_overtaken_puts_nothing_back_and_is_answered_at_once(town: Town, ground: Ground) -> None:
    phone, mine, hearing = await anas(town)
    (feed_id,) = [row["id"] for row in await ground.connection.fetch("select id from feeds")]
    ana = Person(town.staff[ANA])
    old = await caldav.read(town.database, ana, feed_id, client="Mac")
    await move(town, hearing)
    (entry,) = (await phone.propfind(mine, "d:getetag", depth="1"))[1:]
    kept = await ground.connection.fetch("select * from synced_entries")

    with pytest.raises(caldav.Overtaken):
        async with town.database.transaction(ana) as tx:
            await caldav.look(tx, await caldav.own_feed(tx, feed_id), old[feed_id])

    assert await ground.connection.fetch("select * from synced_entries") == kept
    (again,) = (await phone.propfind(mine, "d:getetag", depth="1"))[1:]
    assert again.text(D + "getetag") == entry.text(D + "getetag")
