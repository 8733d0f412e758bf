"""Real clients synchronise by CalDAV with the real server: python-caldav, vdirsyncer, and khal over what that brought.

A date that moves, one that is cancelled and a consent that is withdrawn reach each of them the next time it asks.
"""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import caldav
import pytest
from icalendar import Calendar

from tests.api.devices import Device, a_feed, app_password, device, read, token_of
from tests.journeys import steps
from tests.served import town
from tests.town import Seat, Town

ANA, LUIS, NOOR = "coordinator@demo.test", "attorney@demo.test", "advocate@demo.test"


async def shared(town: Town) -> tuple[Seat, Seat, Any, Any, Any]:
    """A hearing that Noor, an advocate of another group, may know of while the client consents."""
    ana, noor = await town.signed_in(ANA), await town.signed_in(NOOR)
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    agreed = await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["harbor"])
    await ana.do("addToTeam", caseId=case["id"], personId=town.person(NOOR), role="ADVOCATE")
    return ana, noor, case, hearing, agreed


async def move(ana: Seat, hearing: Any, starts_at: str) -> None:
    moved = await ana.do(
        "rescheduleHearing", "hearing { revision }", hearingId=hearing["id"], expectedRevision=hearing["revision"],
        startsAt=starts_at,
    )  # fmt: skip
    assert moved["__typename"] == "RescheduleHearingPayload", moved
    hearing["revision"] = moved["hearing"]["revision"]


async def cancel(ana: Seat, hearing: Any) -> None:
    off = await ana.do(
        "cancelHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], reason="ADVANCED"
    )
    assert off["__typename"] == "CancelHearingPayload", off


async def withdraw(ana: Seat, agreed: Any) -> None:
    over = await ana.do("withdrawConsent", "calledOff { id }", consentId=agreed["id"])
    assert over["__typename"] == "WithdrawConsentPayload", over


# python-caldav.


async def test_python_caldav_finds_reads_and_synchronises(town: Town) -> None:
    ana, noor, _, hearing, agreed = await shared(town)
    await a_feed(town, noor, "harbor", name="Court dates")
    secret = await app_password(noor)

    def opened() -> Any:
        client = caldav.DAVClient(url=f"{town.settings.address}/", username=NOOR, password=secret)
        (calendar,) = client.principal().calendars()
        return calendar

    def begin() -> tuple[Any, Any, list[str]]:
        calendar = opened()
        known = calendar.objects_by_sync_token(load_objects=True)
        return calendar, known, [str(one.icalendar_component["DTSTART"].dt) for one in known]

    calendar, known, dates = await asyncio.to_thread(begin)
    assert await asyncio.to_thread(calendar.get_display_name) == "Court dates"
    assert dates == ["2026-12-02 09:00:00-05:00"]
    begun = known.sync_token

    await move(ana, hearing, "2026-12-09T10:00")
    updated, deleted = await asyncio.to_thread(known.sync)
    assert ([str(one.icalendar_component["DTSTART"].dt) for one in updated], list(deleted)) == (
        ["2026-12-09 10:00:00-05:00"], [],
    )  # fmt: skip
    assert known.sync_token != begun

    await cancel(ana, hearing)
    updated, deleted = await asyncio.to_thread(known.sync)
    assert [str(one.icalendar_component["STATUS"]) for one in updated] == ["CANCELLED"]

    await withdraw(ana, agreed)
    updated, deleted = await asyncio.to_thread(known.sync)
    assert (list(updated), len(list(deleted))) == ([], 1)
    assert await asyncio.to_thread(calendar.events) == []
    await asyncio.to_thread(calendar.client.close)


async def test_python_caldav_searches_by_time_and_is_refused_what_it_may_not(town: Town) -> None:
    _, noor, _, _, _ = await shared(town)
    await a_feed(town, noor, "harbor")
    secret = await app_password(noor)

    def work() -> tuple[int, int, list[str]]:
        client = caldav.DAVClient(url=f"{town.settings.address}/caldav/", username=NOOR, password=secret)
        (calendar,) = client.principal().calendars()
        inside = calendar.search(
            start=datetime(2026, 12, 2, tzinfo=UTC), end=datetime(2026, 12, 3, tzinfo=UTC), event=True
        )
        outside = calendar.search(
            start=datetime(2027, 1, 2, tzinfo=UTC), end=datetime(2027, 1, 3, tzinfo=UTC), event=True
        )
        refused = []
        for attempt in (
            inside[0].delete,
            lambda: calendar.save_event(inside[0].data.replace("UID:", "UID:x")),
            lambda: client.principal().make_calendar(name="Mine too"),
        ):
            try:
                attempt()
            except caldav.lib.error.DAVError as error:
                refused.append(type(error).__name__)
        client.close()
        return len(inside), len(outside), refused

    inside, outside, refused = await asyncio.to_thread(work)

    assert (inside, outside) == (1, 0)
    assert len(refused) == 3


# vdirsyncer, and khal.


@dataclass
class Desk:
    """A computer with vdirsyncer and khal on it."""

    home: Path
    town: Town

    async def run(self, program: str, *arguments: str, typed: str = "") -> tuple[int, str]:
        run = await asyncio.create_subprocess_exec(
            str(Path(sys.executable).parent / program), *arguments,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
            env={"HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache"), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                 "XDG_DATA_HOME": str(self.home / "share"), "PATH": os.environ["PATH"]},
        )  # fmt: skip
        out, _ = await run.communicate(typed.encode())
        return run.returncode or 0, out.decode()

    async def configure(self, email: str, secret: str) -> None:
        (self.home / "vdirsyncer").write_text(
            f"""
[general]
status_path = "{self.home}/status"

[pair court]
a = "presencia"
b = "here"
collections = ["from a"]
conflict_resolution = "a wins"
metadata = ["displayname", "color"]

[storage presencia]
type = "caldav"
url = "{self.town.settings.address}/"
username = "{email}"
password = "{secret}"
read_only = true

[storage here]
type = "filesystem"
path = "{self.home}/calendars/"
fileext = ".ics"
"""
        )
        (self.home / "khal").write_text(
            f"""
[calendars]
[[court]]
path = {self.home}/calendars/*
type = discover
[locale]
local_timezone = America/New_York
default_timezone = America/New_York
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
        )
        code, said = await self.run("vdirsyncer", "-c", str(self.home / "vdirsyncer"), "discover", typed="y\n" * 5)
        assert code == 0, said

    async def sync(self) -> str:
        code, said = await self.run("vdirsyncer", "-c", str(self.home / "vdirsyncer"), "sync", "--force-delete")
        assert code == 0, said
        return said

    def events(self) -> list[Any]:
        files = sorted((self.home / "calendars").rglob("*.ics"))
        return [Calendar.from_ical(one.read_bytes()).walk("VEVENT")[0] for one in files]

    async def agenda(self) -> list[str]:
        """What khal says of the next weeks."""
        code, said = await self.run(
            "khal", "-c", str(self.home / "khal"), "list", "--format", "{start-long} {title}", "--day-format", "",
            "2026-11-23", "60d",
        )  # fmt: skip
        assert code == 0, said
        return [line for line in said.splitlines() if line.strip()]


@pytest.fixture
def desk(town: Town, tmp_path: Path) -> Desk:
    return Desk(tmp_path, town)


async def test_vdirsyncer_and_khal_follow_a_move_a_cancellation_and_a_withdrawn_consent(town: Town, desk: Desk) -> None:
    ana, noor, _, hearing, agreed = await shared(town)
    await a_feed(town, noor, "harbor", name="Court dates", color="teal")
    await desk.configure(NOOR, await app_password(noor))

    await desk.sync()
    assert [event["DTSTART"].dt.isoformat() for event in desk.events()] == ["2026-12-02T09:00:00-05:00"]
    (line,) = await desk.agenda()
    assert line.startswith("2026-12-02 09:00")
    code, said = await desk.run("vdirsyncer", "-c", str(desk.home / "vdirsyncer"), "metasync")
    assert code == 0, said
    assert (next(desk.home.glob("calendars/*/displayname"))).read_text() == "Court dates"
    assert (next(desk.home.glob("calendars/*/color"))).read_text() == "#008080FF"

    await move(ana, hearing, "2026-12-09T10:00")
    await desk.sync()
    assert [event["DTSTART"].dt.isoformat() for event in desk.events()] == ["2026-12-09T10:00:00-05:00"]
    (line,) = await desk.agenda()
    assert line.startswith("2026-12-09 10:00")

    await cancel(ana, hearing)
    await desk.sync()
    assert [str(event["STATUS"]) for event in desk.events()] == ["CANCELLED"]

    await withdraw(ana, agreed)
    await desk.sync()
    assert (desk.events(), await desk.agenda()) == ([], [])


async def test_what_somebody_writes_into_their_copy_stays_theirs(town: Town, desk: Desk) -> None:
    _, noor, _, _, _ = await shared(town)
    await a_feed(town, noor, "harbor")
    await desk.configure(NOOR, await app_password(noor))
    await desk.sync()
    (file,) = desk.home.glob("calendars/*/*.ics")
    file.write_bytes(file.read_bytes().replace(b"T090000", b"T110000"))

    await desk.run("vdirsyncer", "-c", str(desk.home / "vdirsyncer"), "sync")

    phone = await device(town, NOOR, await app_password(noor, "Telephone"))
    (mine,) = (await phone.calendars()).values()
    assert "T090000" in (await phone.synchronised(mine)).text


# By token.


async def by_token(phone: Device, mine: str, token: str) -> tuple[list[Any], str]:
    answer = await phone.synchronised(mine, token)
    return read(answer), token_of(answer)


async def test_a_consent_that_ends_what_stood_on_it_changes_or_takes_away_its_entries(town: Town) -> None:
    """Counsel's own calendar shows that the vigil was called off; the advocate's hearing goes altogether."""
    ana, noor, case, hearing, agreed = await shared(town)
    luis = await town.signed_in(LUIS)
    await steps.represent(town, ana, luis, case["id"])
    officials = await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    await a_feed(town, luis, name="Mine")
    await a_feed(town, noor, "harbor", name="Mine")
    phones = []
    for seat, email in ((luis, LUIS), (noor, NOOR)):
        phone = await device(town, email, await app_password(seat))
        mine = (await phone.calendars())["Mine"]
        phones.append((phone, mine, token_of(await phone.synchronised(mine))))

    await withdraw(ana, officials)
    (counsel, mine, token), (advocate, hers, her_token) = phones
    changed, _ = await by_token(counsel, mine, token)
    assert [one.status for one in changed] == [""]
    assert "STATUS:CANCELLED" in changed[0].there["{urn:ietf:params:xml:ns:caldav}calendar-data"].text

    await withdraw(ana, agreed)
    gone, _ = await by_token(advocate, hers, her_token)
    assert "HTTP/1.1 404 Not Found" in [one.status for one in gone]
    again, _ = await by_token(counsel, mine, token)
    assert [one.status for one in again] == [""]


__all__ = ["town"]
