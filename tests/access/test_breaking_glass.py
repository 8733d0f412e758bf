"""Break-glass: within the organization that leads the case, with a reason, told at once, over in a day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from casework.actors import Person
from casework.sign_in.sessions import CONFIRMED_FOR
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import PASSWORD, Seat, Town, words

WHY = "Ana can't be reached and the hearing was moved to tomorrow."
NOTES = text("select id from notes")
LOOK = "query ($s: String!) { case(shortId: $s) { id client { legalName } notes { body } team { role urgentReason } } }"


async def entered(town: Town, email: str) -> Seat:
    http = await town.nobody()
    http.headers["x-presencia"] = "1"
    assert (await http.post("/session", json={"email": email, "password": PASSWORD})).status_code == 204
    return Seat(http)


async def test_an_attorney_of_the_house_opens_a_case_for_a_day_and_everyone_on_it_is_told(
    town: Town, ground: Ground
) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    await ana.do("writeNote", caseId=mateo["id"], body="Called the jail.")
    number = mateo["shortId"]
    assert (await luis.ask(LOOK, s=number))["case"] is None

    opened = await luis.do("breakGlass", "case { id }", shortId=number.lower(), reason=WHY)

    assert opened["__typename"] == "BreakGlassPayload", opened
    seen = (await luis.ask(LOOK, s=number))["case"]
    assert (seen["client"]["legalName"], seen["notes"][0]["body"]) == ("Mateo Rivera Cruz", "Called the jail.")
    (letter,) = await town.deliver()
    assert "coordinator@demo.test" in letter.message["To"]
    assert "Luis Prado" in words(letter) and number in words(letter) and "tomorrow" not in words(letter)
    assert "C-1" not in letter.message["Subject"] and "Luis" not in letter.message["Subject"]
    assert WHY in [one["urgentReason"] for one in (await ana.ask(LOOK, s=number))["case"]["team"]]
    entry = await ground.connection.fetchrow("select * from audit_entries where act = 'glass.broken'")
    assert entry["actor_id"] == town.staff["attorney@demo.test"] and entry["fields"] == ["urgent_reason"]
    assert WHY not in str(dict(entry))

    town.clock.now += timedelta(hours=24)
    luis = await entered(town, "attorney@demo.test")
    assert (await luis.ask(LOOK, s=number))["case"] is None
    async with town.database.transaction(Person(town.staff["attorney@demo.test"])) as tx:
        assert (await tx.session.execute(NOTES)).all() == []


async def test_the_team_ends_it_at_once(town: Town) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    await luis.do("breakGlass", shortId=mateo["shortId"], reason=WHY)
    team = await ana.ask("query ($s: String!) { case(shortId: $s) { team { id urgentReason } } }", s=mateo["shortId"])
    seat = next(one["id"] for one in team["case"]["team"] if one["urgentReason"])

    ended = await ana.do("leaveTeam", memberId=seat)

    assert ended["__typename"] == "LeaveTeamPayload"
    assert (await luis.ask(LOOK, s=mateo["shortId"]))["case"] is None


async def test_who_is_then_added_to_the_team_sits_there_like_anybody_and_the_reason_is_kept(
    town: Town, ground: Ground
) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    await luis.do("breakGlass", shortId=mateo["shortId"], reason=WHY)

    added = await ana.do("addToTeam", caseId=mateo["id"], personId=town.person("attorney@demo.test"), role="ATTORNEY")

    assert added["__typename"] == "AddToTeamPayload", added
    asked = "query ($s: String!) { case(shortId: $s) { team { until urgentReason person { name } } } }"
    team = (await ana.ask(asked, s=mateo["shortId"]))["case"]["team"]
    assert [(one["until"], one["urgentReason"]) for one in team if one["person"]["name"] == "Luis Prado"] == [
        (None, None)
    ]
    ended = await ground.connection.fetchval(
        "select count(*) from team_members where urgent_reason is not null and until = $1", town.clock.now
    )
    assert ended == 1
    town.clock.now += timedelta(hours=25)
    luis = await entered(town, "attorney@demo.test")
    assert (await luis.ask(LOOK, s=mateo["shortId"]))["case"]["client"]["legalName"] == "Mateo Rivera Cruz"


@pytest.mark.parametrize(
    ("email", "given", "refusal"),
    [
        ("attorney@demo.test", {"reason": "urgent"}, "Invalid"),
        ("attorney@demo.test", {"reason": "x" * 600}, "Invalid"),
        ("attorney@demo.test", {"shortId": "C-99999"}, "NotFound"),
        ("attorney@demo.test", {"shortId": "Mateo"}, "NotFound"),
        # Another organization learns not even that there is such a case; a community group whose case it is shares it.
        ("attorney@other.test", {}, "NotFound"),
        ("coordinator@other.test", {}, "NotFound"),
        ("advocate@demo.test", {}, "NotFound"),
        ("admin@demo.test", {}, "NotPermitted"),
        ("coordinator@demo.test", {}, "NotPermitted"),
    ],
)
async def test_each_refusal_changes_nothing(
    town: Town, ground: Ground, email: str, given: dict[str, Any], refusal: str
) -> None:
    ana, who = await town.signed_in("coordinator@demo.test"), await entered(town, email)
    mateo = await steps.take_in_mateo(town, ana)
    before = await every_row(ground)

    answer = await who.do("breakGlass", **{"shortId": mateo["shortId"], "reason": WHY, **given})

    assert (answer["__typename"], bool(answer["message"])) == (refusal, True)
    assert await every_row(ground) == before


async def test_a_bare_number_of_seven_digits_is_no_case_but_an_a_number(town: Town, ground: Ground) -> None:
    luis = await entered(town, "attorney@demo.test")
    mateo = await steps.take_in_mateo(town, await town.signed_in("coordinator@demo.test"))
    await ground.connection.execute("update cases set number = 1234567 where number = $1", int(mateo["shortId"][2:]))

    assert (await luis.do("breakGlass", shortId="1234567", reason=WHY))["__typename"] == "NotFound"
    assert (await luis.do("breakGlass", shortId="C-1234567", reason=WHY))["__typename"] == "BreakGlassPayload"


async def test_it_asks_who_it_is_and_not_twice_for_the_same_case(town: Town, ground: Ground) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    town.clock.now += CONFIRMED_FOR
    await luis.ask("{ viewer { language } }")
    before = await every_row(ground)
    late = await luis.do("breakGlass", shortId=mateo["shortId"], reason=WHY)
    assert (late["__typename"], await every_row(ground) == before) == ("ConfirmFirst", True)
    await luis.http.post("/account/proof", json={"password": PASSWORD})
    assert (await luis.do("breakGlass", shortId=mateo["shortId"], reason=WHY))["__typename"] == "BreakGlassPayload"

    before = await every_row(ground)
    again = await luis.do("breakGlass", shortId=mateo["shortId"], reason=WHY)
    assert (again["__typename"], await every_row(ground) == before) == ("NotAllowedByState", True)
