"""What observers met at a hearing location: reported by whoever stood there, read by whoever plans to come."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api.nodes import global_id
from casework import actors
from schema.courts import HearingLocation
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town

MET = "{ courts { code locations { code access { what seenOn reportedBy { name } } } } }"


async def the_room(town: Town) -> str:
    async with town.database.transaction(actors.OPERATOR) as tx:
        room = (await tx.session.scalars(select(HearingLocation).where(HearingLocation.code == "HDT"))).one()
        return global_id("HearingLocation", room.id)


async def met(seat: Any) -> list[Any]:
    courts = (await seat.ask(MET))["courts"]
    return [one for court in courts for room in court["locations"] if room["code"] == "HDT" for one in room["access"]]


async def test_a_locked_door_is_told_to_whoever_plans_to_come_8_cfr_1003_27(town: Town, ground: Ground) -> None:
    noor = await town.signed_in("advocate@demo.test")
    room, harbor = await the_room(town), town.organizations["harbor"]
    given = {"organizationId": harbor, "hearingLocationId": room, "seenOn": "2026-11-20"}

    for what in ("LOCKED_DOOR", "NOTES_REFUSED", "LOCKED_DOOR"):
        said = await noor.do("reportCourtAccess", "location { id access { what } }", what=what, **given)
        assert said["__typename"] == "ReportCourtAccessPayload", said

    # Said twice by one person it is one report; another organization reads it, and who said it only where they meet.
    ana = await town.signed_in("coordinator@demo.test")
    ben = await town.signed_in("coordinator@other.test")
    assert [one["what"] for one in await met(noor)] == ["NOTES_REFUSED", "LOCKED_DOOR"]
    assert await met(ben) == [{**one, "reportedBy": None} for one in await met(noor)]
    # And it stands beside the hearing for which it matters.
    case = await steps.take_in_mateo(town, ana)
    opened = await ana.do("openProceeding", "proceeding { id }", caseId=case["id"], kind="BOND",
                          courtId=town.courts["HAR"])  # fmt: skip
    hearing = await ana.do(
        "scheduleHearing", "hearing { location { access { what seenOn } } }", caseId=case["id"],
        proceedingId=opened["proceeding"]["id"], kind="BOND_HEARING", startsAt="2026-12-02T09:00",
        hearingLocationId=room,
    )  # fmt: skip
    assert {"what": "LOCKED_DOOR", "seenOn": "2026-11-20"} in hearing["hearing"]["location"]["access"]


async def test_a_day_to_come_or_long_past_and_another_house_are_refused(town: Town, ground: Ground) -> None:
    noor = await town.signed_in("advocate@demo.test")
    grace = await town.signed_in("admin@demo.test")
    room = await the_room(town)
    harbor, elm = town.organizations["harbor"], town.organizations["elm-city"]
    before = await every_row(ground)
    for seat, organization, seen_on, refused in (
        (noor, harbor, "2026-11-25", ("Invalid", "seenOn")),
        (noor, harbor, "2025-11-01", ("Invalid", "seenOn")),
        (noor, elm, "2026-11-20", ("NotFound", None)),
        (grace, elm, "2026-11-20", ("NotPermitted", None)),
    ):
        said = await seat.do("reportCourtAccess", organizationId=organization, hearingLocationId=room,
                             what="LET_IN", seenOn=seen_on)  # fmt: skip
        assert (said["__typename"], said.get("field")) == refused
    assert await every_row(ground) == before
