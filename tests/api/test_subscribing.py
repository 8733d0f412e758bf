"""A calendar subscribes over HTTP as people's do: vdirsyncer fetches, khal shows, both follow a move and a cancel."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.journeys import steps
from tests.served import town
from tests.town import Seat, Town

__all__ = ["town"]


class Subscriber:
    """vdirsyncer and khal of one person, in a folder of their own."""

    def __init__(self, home: Path, address: str) -> None:
        self.home, self.dates = home, home / "dates"
        self.dates.mkdir(parents=True)
        (home / "vdirsyncer").write_text(
            f'[general]\nstatus_path = "{home}/status"\n'
            '[pair hearings]\na = "far"\nb = "near"\ncollections = null\nconflict_resolution = "a wins"\n'
            f'[storage far]\ntype = "http"\nurl = "{address}"\n'
            f'[storage near]\ntype = "filesystem"\npath = "{self.dates}"\nfileext = ".ics"\n'
        )
        (home / "khal").write_text(
            f"[calendars]\n[[hearings]]\npath = {self.dates}\n"
            "[locale]\nlocal_timezone = America/New_York\ndefault_timezone = America/New_York\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {home}/khal.db\n"
        )

    async def _run(self, program: str, *arguments: str) -> str:
        running = await asyncio.create_subprocess_exec(
            str(Path(sys.executable).parent / program), *arguments,
            env={**os.environ, "HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home), "LC_ALL": "C.UTF-8"},
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await asyncio.wait_for(running.communicate(), 60)
        assert running.returncode == 0, said.decode()
        return said.decode()

    async def sync(self, *, first: bool = False) -> list[Any]:
        """Fetch what is new, and give the events that lie there then."""
        config = str(self.home / "vdirsyncer")
        if first:
            await self._run("vdirsyncer", "-c", config, "discover")
        await self._run("vdirsyncer", "-c", config, "sync")
        found = [Calendar.from_ical(file.read_bytes(), multiple=True) for file in sorted(self.dates.glob("*.ics"))]
        return [event for calendars in found for one in calendars for event in one.walk("VEVENT")]

    async def shown(self) -> list[str]:
        said = await self._run(
            "khal", "-c", str(self.home / "khal"), "list", "--day-format", "", "--format",
            "{start-long}|{title}|{status-symbol}{cancelled}", "2026-11-23", "60d",
        )  # fmt: skip
        return sorted(line for line in said.splitlines() if line.strip())


async def _subscribed(town: Town, home: Path, owner: Seat, slug: str) -> Subscriber:
    made = await owner.do(
        "subscribeFeed", "feed { address }", organizationId=town.organizations[slug], name="Hearings", filter="MY_CASES"
    )
    return Subscriber(home, made["feed"]["address"])


@pytest.mark.timeout(240)
async def test_vdirsyncer_and_khal_follow_a_hearing_that_moves_and_is_cancelled(town: Town, tmp_path: Path) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    calendar = await _subscribed(town, tmp_path / "ana", ana, "elm-city")

    (before,) = await calendar.sync(first=True)
    assert str(before["SUMMARY"]).startswith("Bond hearing · C-10001") and int(before["SEQUENCE"]) == 0
    (line,) = await calendar.shown()
    assert line.startswith(before["DTSTART"].dt.strftime("%Y-%m-%d %H:%M") + "|Bond hearing · C-10001")

    await ana.do("rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"],
                 startsAt="2026-12-09T10:00")  # fmt: skip
    (moved,) = await calendar.sync()
    # One event still, under the name that vdirsyncer makes of what it says.
    assert int(moved["SEQUENCE"]) == 1
    assert (await calendar.shown())[0].startswith("2026-12-09 10:00|Bond hearing")

    now = (await ana.ask("query ($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=hearing["id"]))[
        "node"
    ]
    await ana.do("cancelHearing", hearingId=hearing["id"], expectedRevision=now["revision"])
    (off,) = await calendar.sync()
    assert (str(off["STATUS"]), int(off["SEQUENCE"])) == ("CANCELLED", 2)
    assert "CANCELLED: Bond hearing" in (await calendar.shown())[0]


@pytest.mark.timeout(240)
async def test_two_dates_alike_in_all_but_whose_they_are_stay_two_in_vdirsyncer(town: Town, tmp_path: Path) -> None:
    """It tells events apart by what they say, and not by UID: an advocate who reads no name has two all the same."""
    ana = await town.signed_in("coordinator@demo.test")
    noor = await town.signed_in("advocate@demo.test")
    for legal, public in (("Mateo Rivera Cruz", "Mateo R."), ("Elena Paz Luna", "Elena P.")):
        case = await steps.take_in_mateo(town, ana, legalName=legal, publicName=public, aNumbers=[])
        await steps.schedule(town, ana, case["id"])
        await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES", "NONE")
        await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["harbor"])
        put = await ana.do("addToTeam", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE")
        assert put["__typename"] == "AddToTeamPayload", put
    calendar = await _subscribed(town, tmp_path / "noor", noor, "harbor")

    found = await calendar.sync(first=True)

    assert len({str(event["UID"]) for event in found}) == len(found) == 2
    assert {str(event["SUMMARY"]) for event in found} == {"Court date"}
