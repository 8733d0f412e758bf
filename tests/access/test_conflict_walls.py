"""Conflict walls: before a client, whoever stands on another side sees nothing, by whatever way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from api.nodes import key
from casework import access, actors
from casework.access.visible import VISIBLE
from casework.sign_in.sessions import CONFIRMED_FOR
from schema.base import Table
from tests.access.test_breaking_glass import LOOK, WHY, entered
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps, volunteers
from tests.lived_in import town as lived_in
from tests.town import PASSWORD, Seat, Town

CONFLICT = "Represented the man whom the client accuses, in 2024."
TEAM = """query ($s: String!) { case(shortId: $s) { id coordinator { name } team { id person { name } }
  walls { id reason person { name } organization { name } raisedBy { name } } tasks { title owner { name } } } }"""


async def mateo_of(seat: Seat) -> dict[str, Any]:
    found = await seat.ask("{ cases { edges { node { id shortId hearings { id revision } } } } }")
    node: dict[str, Any] = found["cases"]["edges"][0]["node"]
    return node


async def whole(town: Town, email: str) -> dict[str, set[Any]]:
    """Every row that either wall shows somebody, of tables that can lie behind a conflict wall."""
    found: dict[str, set[Any]] = {}
    person = town.staff[email]
    async with town.database.transaction(actors.Person(person)) as tx:
        standing = await access.standing(tx)
        for model in VISIBLE:
            found[f"second {model.__tablename__}"] = set(await tx.session.scalars(select(_key(model))))
    async with town.database.transaction(actors.OPERATOR) as tx:
        for model in VISIBLE:
            asked = access.visible(standing, model, tx.now).with_only_columns(_key(model))
            found[f"first {model.__tablename__}"] = set(await tx.session.scalars(asked))
    return found


def _key(model: type[Table]) -> Any:
    return model.__mapper__.primary_key[0]


async def behind(ground: Ground, case_id: UUID) -> set[Any]:
    """The ids of everything of one client."""
    client = await ground.connection.fetchval("select detainee_id from cases where id = $1", case_id)
    found = {case_id, client}
    for table in ground.tables:
        columns = {row[0] for row in await ground.connection.fetch(
            "select column_name::text from information_schema.columns where table_name = $1", table
        )}  # fmt: skip
        key_name = "seq" if table == "audit_entries" else "id"
        if key_name in columns and "case_id" in columns:
            rows = await ground.connection.fetch(f'select {key_name} from "{table}" where case_id = $1', case_id)
            found |= {row[0] for row in rows}
        elif key_name in columns and "detainee_id" in columns:
            rows = await ground.connection.fetch(f'select {key_name} from "{table}" where detainee_id = $1', client)
            found |= {row[0] for row in rows}
    return found


@pytest.mark.parametrize(
    "email", ["coordinator@demo.test", "advocate@demo.test", "admin@demo.test"],
    ids=["who coordinates", "who sits on the team of a partner", "who reads the trail"],
)  # fmt: skip
async def test_behind_a_wall_neither_wall_shows_anything_of_the_client(
    lived_in: Town, ground: Ground, email: str
) -> None:
    town = lived_in
    luis, them = await town.signed_in("attorney@demo.test"), await town.signed_in(email)
    mateo = await mateo_of(luis)
    before = await whole(town, email)
    hidden = await behind(ground, key("Case", mateo["id"]))
    assert any(rows & hidden for rows in before.values())

    raised = await luis.do("raiseWall", caseId=mateo["id"], personId=town.person(email), reason=CONFLICT)

    assert raised["__typename"] == "RaiseWallPayload", raised
    hidden |= await behind(ground, key("Case", mateo["id"]))
    after = await whole(town, email)
    # Nothing is left but rows about people: whom they know, they know.
    assert {name: rows & hidden for name, rows in after.items() if rows & hidden} == {}
    assert (await them.ask(LOOK, s=mateo["shortId"]))["case"] is None
    assert (await them.ask("{ cases { edges { node { id } } } }"))["cases"]["edges"] == []
    assert "Mateo" not in str(await them.ask('{ cases(filter: {search: "Rivera"}) { edges { node { id } } count } }'))
    answer = await them.do("writeNote", caseId=mateo["id"], body="x")
    assert answer["__typename"] == "NotFound"


async def test_their_part_ends_at_once_and_somebody_else_looks_after_the_case(lived_in: Town, ground: Ground) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    mateo = await mateo_of(ana)

    answer = await ana.do("raiseWall", "case { id }", caseId=mateo["id"], personId=town.person("coordinator@demo.test"),
                          reason="My sister is the complaining witness.")  # fmt: skip

    assert answer == {"__typename": "RaiseWallPayload", "case": None}
    case = (await luis.ask(TEAM, s=mateo["shortId"]))["case"]
    assert case["coordinator"] is None
    assert "Ana Okafor" not in [one["person"]["name"] for one in case["team"]]
    assert "Ana Okafor" not in [(one["owner"] or {}).get("name") for one in case["tasks"]]
    assert any("Look after this case" in one["title"] for one in case["tasks"])
    assert [(one["reason"], one["person"]["name"], one["raisedBy"]["name"]) for one in case["walls"]] == [
        ("My sister is the complaining witness.", "Ana Okafor", "Ana Okafor")
    ]
    # What moves from now on is not told them.
    hearing = mateo["hearings"][0]
    moved = await luis.do(
        "rescheduleHearing", hearingId=hearing["id"], startsAt="2026-12-09T10:00", expectedRevision=hearing["revision"]
    )
    assert moved["__typename"] == "RescheduleHearingPayload", moved
    told = [str(one.message["To"]) for one in await town.deliver()]
    assert told and all("coordinator@demo.test" not in one for one in told)
    entry = await ground.connection.fetchrow("select * from audit_entries where act = 'wall.raised'")
    assert entry["fields"] == ["reason"] and "sister" not in str(dict(entry))


async def test_nobody_gives_them_a_part_again_until_it_is_lifted(lived_in: Town, ground: Ground) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    mateo = await mateo_of(ana)
    noor, harbor = town.person("advocate@demo.test"), town.organizations["harbor"]
    # A seat that would end by itself much later ends now, too.
    dated = await ana.do("addToTeam", caseId=mateo["id"], personId=noor, role="ADVOCATE", until="2027-12-13T00:00:00Z")
    assert dated["__typename"] == "AddToTeamPayload", dated
    await ana.do("raiseWall", caseId=mateo["id"], personId=noor, reason=CONFLICT)
    await ana.do("raiseWall", caseId=mateo["id"], organizationId=harbor, reason=CONFLICT)
    before = await every_row(ground)

    refused = [
        await ana.do("addToTeam", caseId=mateo["id"], personId=noor, role="ADVOCATE"),
        await ana.do("shareCase", caseId=mateo["id"], organizationId=harbor),
        await ana.do("raiseWall", caseId=mateo["id"], personId=noor, reason=CONFLICT),
        await ana.do("addTask", organizationId=town.organizations["elm-city"], caseId=mateo["id"], title="x",
                     ownerId=noor),
    ]  # fmt: skip

    assert [one["__typename"] for one in refused[:3]] == ["Invalid", "Invalid", "NotAllowedByState"]
    assert refused[3]["__typename"] in {"Invalid", "NotFound"}
    assert await every_row(ground) == before
    walls = (await luis.ask(TEAM, s=mateo["shortId"]))["case"]["walls"]
    for wall in walls:
        lifted = await luis.do("liftWall", "case { walls { id } }", wallId=wall["id"])
        assert lifted["__typename"] == "LiftWallPayload", lifted
    assert lifted["case"]["walls"] == []
    # Nothing came back by itself.
    advocate = await town.signed_in("advocate@demo.test")
    assert (await advocate.ask(LOOK, s=mateo["shortId"]))["case"] is None
    shared = await ana.do("shareCase", caseId=mateo["id"], organizationId=harbor)
    assert shared["__typename"] == "ShareCasePayload", shared
    again = await ana.do("addToTeam", caseId=mateo["id"], personId=noor, role="ADVOCATE")
    assert again["__typename"] == "AddToTeamPayload", again
    assert (await advocate.ask("query ($s: String!) { case(shortId: $s) { id } }", s=mateo["shortId"]))["case"]


async def test_no_glass_is_broken_through_a_wall(town: Town, ground: Ground) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    mateo = await steps.take_in_mateo(town, ana)
    await ana.do("raiseWall", caseId=mateo["id"], personId=town.person("attorney@demo.test"), reason=CONFLICT)
    before = await every_row(ground)

    answer = await luis.do("breakGlass", shortId=mateo["shortId"], reason=WHY)
    nothing = await luis.do("breakGlass", shortId="C-99999", reason=WHY)

    assert answer == nothing and answer["__typename"] == "NotFound"
    assert await every_row(ground) == before


async def test_no_letter_passes_a_wall_not_to_who_leads_an_action_nor_from_an_urgent_seat(
    lived_in: Town, ground: Ground
) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    mateo = await mateo_of(ana)
    await ground.connection.execute(
        "update advocacy_actions set lead_id = $1 where case_id = $2",
        town.staff["coordinator@demo.test"], key("Case", mateo["id"]),
    )  # fmt: skip
    await ground.connection.execute(
        "update team_members set until = now() + interval '20 hours' where person_id = $1",
        town.staff["coordinator@demo.test"],
    )
    await luis.do("raiseWall", caseId=mateo["id"], personId=town.person("coordinator@demo.test"), reason=CONFLICT)
    await town.deliver()
    assert await ground.connection.fetchval("select count(*) from advocacy_actions where lead_id is not null") == 0
    # Whatever names them still, as who joined a walled organization since: at the moment of sending they are asked for.
    await ground.connection.execute(
        "update advocacy_actions set lead_id = $1 where case_id = $2",
        town.staff["coordinator@demo.test"], key("Case", mateo["id"]),
    )  # fmt: skip

    hearing = mateo["hearings"][0]
    moved = await luis.do(
        "rescheduleHearing", hearingId=hearing["id"], startsAt="2026-12-09T10:00", expectedRevision=hearing["revision"]
    )

    assert moved["__typename"] == "RescheduleHearingPayload", moved
    letters = await town.deliver()
    assert letters and all("coordinator@demo.test" not in str(one.message["To"]) for one in letters)


async def test_nobody_is_their_own_date_checker_through_a_wall_nor_knows_the_client_s_mother(lived_in: Town) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    mateo = await mateo_of(ana)
    assert "Rosa Rivera" in str(await ana.ask("{ people(first: 50) { edges { node { name } } } }"))
    await luis.do("raiseWall", caseId=mateo["id"], personId=town.person("coordinator@demo.test"), reason=CONFLICT)

    ana = await volunteers.later(town)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")

    assert "201" not in phone.seen[-1].text and "RIV" not in phone.seen[-1].text
    assert "Rosa Rivera" not in str(await ana.ask("{ people(first: 50) { edges { node { name } } } }"))


async def test_whoever_sits_there_by_one_seat_alone_raises_one_before_themselves(lived_in: Town) -> None:
    town = lived_in
    ana, noor = await town.signed_in("coordinator@demo.test"), await town.signed_in("advocate@demo.test")
    mateo = await mateo_of(ana)
    given = {"organizationId": town.organizations["elm-city"], "caseId": mateo["id"], "title": "Print posters"}
    mine = await noor.do("addTask", **given, ownerId=town.person("advocate@demo.test"))
    assert mine["__typename"] == "AddTaskPayload", mine

    raised = await noor.do(
        "raiseWall", "case { id }", caseId=mateo["id"], personId=town.person("advocate@demo.test"), reason=CONFLICT
    )

    assert raised == {"__typename": "RaiseWallPayload", "case": None}
    assert (await noor.ask(LOOK, s=mateo["shortId"]))["case"] is None
    told = (await ana.ask(TEAM, s=mateo["shortId"]))["case"]
    assert [one["person"]["name"] for one in told["walls"]] == ["Noor Haddad"]
    assert {"title": "Print posters", "owner": {"name": "Ana Okafor"}} in told["tasks"]


async def test_an_offer_is_taken_back_and_a_whole_organization_is_kept_out(lived_in: Town) -> None:
    town = lived_in
    ana, ines = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@other.test")
    mateo = await mateo_of(ana)
    await steps.consent(ana, mateo["id"], "SEEK_COUNSEL", "ADVOCATES")
    offer = {"caseId": mateo["id"], "attorneyId": town.person("attorney@other.test"), "scope": "BOND_ONLY",
             "blurb": "A young man, Spanish-speaking, held in New England; bond hearing soon."}  # fmt: skip
    offered = await ana.do("offerAssignment", "assignment { id revision }", **offer)
    await town.deliver()

    await ana.do("raiseWall", caseId=mateo["id"], organizationId=town.organizations["shoreline"], reason=CONFLICT)

    assert "young man" not in str(await ines.ask("{ offers { blurb } }"))
    taken = await ines.do("acceptAssignment", assignmentId=offered["assignment"]["id"],
                          expectedRevision=offered["assignment"]["revision"])  # fmt: skip
    assert taken["__typename"] == "NotFound"
    assert (await ana.do("offerAssignment", **offer))["__typename"] == "Invalid"


@pytest.mark.parametrize(
    ("email", "given", "refusal"),
    [
        ("coordinator@demo.test", {"reason": "conflict"}, "Invalid"),
        ("coordinator@demo.test", {"reason": "x" * 501}, "Invalid"),
        ("coordinator@demo.test", {"organizationId": "harbor"}, "Invalid"),
        ("coordinator@demo.test", {"personId": None}, "Invalid"),
        ("coordinator@demo.test", {"personId": None, "organizationId": "elm-city"}, "Invalid"),
        ("coordinator@demo.test", {"personId": "attorney@demo.test"}, "NotAllowedByState"),
        ("advocate@demo.test", {}, "NotPermitted"),
        ("coordinator@other.test", {}, "NotFound"),
        ("admin@demo.test", {}, "NotFound"),
    ],
)  # fmt: skip
async def test_each_refusal_changes_nothing(
    lived_in: Town, ground: Ground, email: str, given: dict[str, Any], refusal: str
) -> None:
    town = lived_in
    ana, who = await town.signed_in("coordinator@demo.test"), await town.signed_in(email)
    mateo = await mateo_of(ana)
    asked = {"caseId": mateo["id"], "personId": "admin@demo.test", "reason": CONFLICT} | given
    if asked["personId"]:
        asked["personId"] = town.person(asked["personId"])
    if asked.get("organizationId"):
        asked["organizationId"] = town.organizations[asked["organizationId"]]
    before = await every_row(ground)

    answer = await who.do("raiseWall", **asked)

    assert (answer["__typename"], bool(answer["message"])) == (refusal, True)
    assert await every_row(ground) == before


async def test_lifting_asks_who_it_is_and_no_wall_is_lifted_twice(lived_in: Town, ground: Ground) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await entered(town, "attorney@demo.test")
    mateo = await mateo_of(ana)
    await ana.do("raiseWall", caseId=mateo["id"], personId=town.person("admin@demo.test"), reason=CONFLICT)
    wall = (await luis.ask(TEAM, s=mateo["shortId"]))["case"]["walls"][0]["id"]
    town.clock.now += CONFIRMED_FOR + timedelta(seconds=1)
    await luis.ask("{ viewer { language } }")
    before = await every_row(ground)
    late = await luis.do("liftWall", wallId=wall)
    assert (late["__typename"], await every_row(ground) == before) == ("ConfirmFirst", True)
    await luis.http.post("/account/proof", json={"password": PASSWORD})
    assert (await luis.do("liftWall", wallId=wall))["__typename"] == "LiftWallPayload"
    before = await every_row(ground)
    again = await luis.do("liftWall", wallId=wall)
    assert (again["__typename"], await every_row(ground) == before) == ("NotAllowedByState", True)


__all__ = ["lived_in"]
