"""An erased case is met nowhere: not on the board, by number, in a search, in a calendar, behind a link; and whoever
is reading while it goes is told that there is none.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from casework import trail
from casework.actors import OPERATOR
from commands import scratch
from commands.mail_catcher import kept
from migrations import roles
from tests.access.test_breaking_glass import entered
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town, town, words

PAGE = """query ($s: String!) { case(shortId: $s) { id shortId onHold client { publicName legalName aNumbers }
  notes { body } hearings { id outcomeNote } team { person { name } } trail { edges { node { act } } } } }"""
BOARD = "{ cases { count edges { node { shortId client { publicName legalName } nextHearing { id } } } } }"
SEARCH = "query ($q: String) { cases(filter: {search: $q}) { edges { node { shortId } } } }"


async def a_closed_case(town: Town) -> tuple[Any, Seat, Seat, dict[str, str]]:
    """Mateo's case after its hearing and a vigil, closed; Ana and Luis signed in anew; the addresses people hold."""
    ana, luis = await entered(town, "coordinator@demo.test"), await entered(town, "attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        await steps.consent(ana, case["id"], purpose, audience)
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    await ana.do("writeSafetyPlan", actionId=action["id"], marshals="Dee and Omar")
    await ana.do("layOutActionTasks", actionId=action["id"])
    press = await ana.do(
        "draftAction", "action { id }", organizationId=town.organizations["elm-city"], caseId=case["id"], audiences=[],
        hearingId=hearing["id"], kind="PRESS_CONFERENCE", title="We speak",
    )  # fmt: skip
    worded = await ana.do("draftWording", actionId=press["action"]["id"], kind="TALKING_POINTS", language="es",
                          expectedRevision=0)  # fmt: skip
    assert worded["__typename"] == "DraftWordingPayload", worded
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example")
    await ana.do("invite", occasionId=action["occasion"]["id"], personIds=[mayor])
    await luis.do("writeNote", caseId=case["id"], body="Strategy.", privileged=True)
    await ana.do("addTask", organizationId=town.organizations["elm-city"], caseId=case["id"], title="Call Rosa")
    home = town.organizations["elm-city"]
    one = await luis.do("subscribeFeed", "feed { address }", organizationId=home, filter="ONE_CASE", name="Mateo",
                        caseId=case["id"])  # fmt: skip
    mine = await luis.do("subscribeFeed", "feed { address }", organizationId=home, filter="MY_CASES", name="Mine")
    await town.deliver()
    answer = next(word for letter in kept(town.mail.folder) for word in words(letter).split() if "/a/" in word)
    town.clock.now = datetime(2026, 12, 5, 17, tzinfo=UTC)
    ana, luis = await entered(town, "coordinator@demo.test"), await entered(town, "attorney@demo.test")
    await ana.do("reportHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], outcome="OTHER")
    revision = (await ana.ask("query ($s: String!) { case(shortId: $s) { revision } }", s=case["shortId"]))["case"]
    closed = await ana.do("closeCase", "case { id shortId revision }", caseId=case["id"], reason="Released.",
                          expectedRevision=revision["revision"])  # fmt: skip
    assert closed["__typename"] == "CloseCasePayload", closed
    addresses = {"one": one["feed"]["address"], "mine": mine["feed"]["address"], "answer": answer.rstrip(".")}
    return closed["case"], ana, luis, addresses


async def test_after_erasing_no_door_shows_it_and_none_breaks(town: Town, ground: Ground) -> None:
    case, ana, luis, addresses = await a_closed_case(town)
    nobody = await town.nobody()
    assert (await ana.ask(PAGE, s=case["shortId"]))["case"]["client"]["legalName"] == "Mateo Rivera Cruz"
    assert "Mateo" in (await nobody.get(addresses["mine"])).text
    assert (await nobody.get(addresses["answer"])).status_code == 200

    erased = await luis.do("eraseCase", "shortId", caseId=case["id"], expectedRevision=case["revision"])

    assert erased == {"__typename": "EraseCasePayload", "shortId": case["shortId"]}
    for seat in (ana, luis):
        assert (await seat.ask(PAGE, s=case["shortId"]))["case"] is None
        assert (await seat.ask(BOARD))["cases"]["edges"] == []
        for sought in ("Mateo Rivera", "201345678", case["shortId"]):
            assert (await seat.ask(SEARCH, q=sought))["cases"]["edges"] == []
        assert (await seat.ask("query ($id: ID!) { node(id: $id) { id } }", id=case["id"]))["node"] is None
        again = await seat.do("eraseCase", caseId=case["id"], expectedRevision=0)
        assert again["__typename"] == "NotFound"
        for listed in ("tasks", "actions", "notices"):
            assert (await seat.ask(f"{{ {listed} {{ edges {{ node {{ id }} }} }} }}"))[listed]["edges"] == []
    calendar = await nobody.get(addresses["mine"])
    assert calendar.status_code == 200 and "Mateo" not in calendar.text and "BEGIN:VEVENT" not in calendar.text
    assert (await nobody.get(addresses["one"])).status_code == 404
    for way in ("", "/calendar.ics", "/stop"):
        assert (await nobody.get(addresses["answer"] + way)).status_code == 404
    assert await town.deliver() == []
    # The person asked is still in the address book, and nothing leads from them to what they were asked to.
    people = await ana.ask("{ people { edges { node { name contacts { address } } } } }")
    assert "Mayor Elena Reyes" in str(people)

    grace = await entered(town, "admin@demo.test")
    seen = await grace.ask(
        "query ($id: ID!) { audit(recordId: $id) { edges { node { act by after } } } }", id=case["id"]
    )
    acts = [edge["node"]["act"] for edge in seen["audit"]["edges"]]
    assert acts[0] == "case.erased" and "case.taken_in" in acts and "viewed" in acts
    assert seen["audit"]["edges"][0]["node"]["by"] == "Luis Prado"
    await trail.seal_up_to_now(town.database)
    async with town.database.transaction(OPERATOR) as tx:
        assert await trail.faults(tx) == []


#: The second is no statement's: the ordinary executor answers what asks of the graph itself.
READINGS = (
    "query ($s: String!) { case(shortId: $s) { id client { legalName } notes { body } } }",
    'query ($s: String!) { case(shortId: $s) { id client { legalName } } __type(name: "Case") { name } }',
)


@pytest.mark.parametrize("document", READINGS)
async def test_whoever_reads_while_it_is_erased_is_told_that_there_is_none(
    town: Town, ground: Ground, cluster: scratch.Cluster, document: str
) -> None:
    """The rows are read already, and the case goes while their keys are asked for."""
    case, ana, *_ = await a_closed_case(town)
    for row in await ground.connection.fetch("select id from vault_keys"):
        town.database.vault.forget(row["id"])
    named = await ground.connection.fetchval("select current_database()")
    eraser = await roles.connect(cluster.superuser_url_of(named))
    await eraser.execute("set session_replication_role = replica")
    async with eraser.transaction():
        await eraser.execute("lock table vault_keys in access exclusive mode")
        reading = asyncio.create_task(ana.raw(document, {"s": case["shortId"]}))
        for _ in range(100):
            waiting = await ground.connection.fetchval("select count(*) from pg_locks where not granted")
            if waiting:
                break
            await asyncio.sleep(0.05)
        assert waiting and not reading.done()
        await eraser.execute("delete from cases; delete from detainees; delete from identities; delete from notes")
        await eraser.execute("update vault_keys set wrapped = null, destroyed_at = now()")
    await eraser.close()
    answer = await reading

    assert answer.status_code == 200
    body = answer.json()
    assert "went wrong" not in answer.text and not (body.get("data") or {}).get("case")
    assert [one["message"] for one in body.get("errors", [])] in (
        [], ["There is no such record, or it is not yours to see."]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("email", "refusal"),
    [("coordinator@demo.test", "NotPermitted"), ("admin@demo.test", "NotFound"), ("attorney@other.test", "NotFound")],
)
async def test_nobody_but_counsel_of_the_lead_erases(town: Town, ground: Ground, email: str, refusal: str) -> None:
    case, *_ = await a_closed_case(town)
    who = await entered(town, email)
    before = await every_row(ground)

    answer = await who.do("eraseCase", caseId=case["id"], expectedRevision=case["revision"])

    assert (answer["__typename"], bool(answer["message"])) == (refusal, True)
    assert await every_row(ground) == before


__all__ = ["town"]
