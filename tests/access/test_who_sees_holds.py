"""Whoever works on a case knows that it is held; why, and what is taken away when, is for those who answer for it."""

from __future__ import annotations

from typing import Any

from casework import retention
from tests.access.test_breaking_glass import entered
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town, town

HOLDS = """{ viewer { organization { holds { shortId reason placedBy { name } }
  sweeps { kind days ranAt gone held ahead } } } }"""
HELD = "query ($s: String!) { case(shortId: $s) { onHold } }"
#: Beside it, what is no statement's: the ordinary executor answers.
ORDINARILY = '{ __type(name: "Case") { name } '
WHY = "The agency's lawyer wrote that a subpoena follows."


async def house(seat: Seat) -> Any:
    found = await seat.ask(HOLDS)
    again = await seat.ask(HOLDS.replace("{", ORDINARILY, 1))
    assert again["viewer"] == found["viewer"]
    return found["viewer"]["organization"]


async def held(seat: Seat, short_id: str) -> bool | None:
    found = await seat.ask(HELD, s=short_id)
    again = await seat.ask(HELD.replace("{", ORDINARILY, 1), s=short_id)
    assert again["case"] == found["case"]
    return found["case"]["onHold"] if found["case"] else None


async def test_who_sees_that_a_case_is_held_and_why(town: Town, ground: Ground) -> None:
    ana, luis, grace = [
        await entered(town, f"{who}@demo.test") for who in ("coordinator", "attorney", "admin")
    ]  # fmt: skip
    noor = await entered(town, "advocate@demo.test")
    mine, other = await steps.take_in_mateo(town, ana), await steps.take_in_mateo(town, ana, aNumbers=[])
    for person, role in (("attorney@demo.test", "ATTORNEY"), ("advocate@demo.test", "ADVOCATE")):
        if role == "ADVOCATE":
            await ana.do("shareCase", caseId=mine["id"], organizationId=town.organizations["harbor"])
        seated = await ana.do("addToTeam", caseId=mine["id"], personId=town.person(person), role=role)
        assert seated["__typename"] == "AddToTeamPayload", seated
    home = town.organizations["elm-city"]
    for case in (mine, other):
        placed = await grace.do("placeHold", organizationId=home, shortId=case["shortId"], reason=WHY)
        assert placed["__typename"] == "PlaceHoldPayload", placed

    by = {"placedBy": {"name": "Grace Adeyemi"}}
    assert (await house(grace))["holds"] == [{"shortId": one["shortId"], "reason": WHY, **by} for one in (mine, other)]
    assert (await house(luis))["holds"] == [{"shortId": mine["shortId"], "reason": WHY, **by}]
    assert (await house(ana))["holds"] == [{"shortId": one["shortId"], "reason": None, **by} for one in (mine, other)]
    assert (await house(noor))["holds"] == []
    assert [await held(one, mine["shortId"]) for one in (ana, luis, noor, grace)] == [True, True, False, None]
    seen = await ground.connection.fetch(
        "select actor_id, records from audit_entries where fields = '{legal_holds.reason}' order by seq"
    )
    assert {row["actor_id"] for row in seen} == {town.staff["admin@demo.test"], town.staff["attorney@demo.test"]}
    assert WHY not in str(await ground.connection.fetch("select h::text from legal_holds h"))


async def test_a_hold_on_everything_is_known_to_the_house_and_the_last_sweep_to_its_admin(
    town: Town, ground: Ground
) -> None:
    ana, grace, ben = [
        await entered(town, one) for one in ("coordinator@demo.test", "admin@demo.test", "coordinator@other.test")
    ]  # fmt: skip
    case = await steps.take_in_mateo(town, ana)
    await grace.do("placeHold", organizationId=town.organizations["elm-city"], reason=WHY)
    before = (await house(grace))["sweeps"]
    await retention.sweep(town.database)

    assert await held(ana, case["shortId"]) is True
    (known,) = (await house(ana))["holds"]
    assert (known["shortId"], known["reason"]) == (None, None)
    assert (await house(ben))["holds"] == [] == (await house(ben))["sweeps"] == (await house(ana))["sweeps"]
    swept = {one["kind"]: (one["days"], one["ranAt"]) for one in (await house(grace))["sweeps"]}
    now = town.clock.now.isoformat()
    assert swept == {clock.kind.value.upper(): (clock.after.days, now) for clock in retention.CLOCKS}
    # How long things are kept was told before anything was swept, and that nothing was.
    assert {one["kind"]: one["days"] for one in before} == {kind: days for kind, (days, _) in swept.items()}
    assert {(one["ranAt"], one["gone"], one["held"], one["ahead"]) for one in before} == {(None, 0, 0, 0)}


__all__ = ["town"]
