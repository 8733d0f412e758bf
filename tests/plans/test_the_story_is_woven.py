"""The story of a case: both paths tell it alike, and the database finds it by the case however many there are."""

from __future__ import annotations

import re

from sqlalchemy import text

from casework import actors
from tests.ground import Ground
from tests.plans.test_both_paths import paths_of
from tests.plans.test_both_paths import town as town
from tests.town import Town

STORY = """query ($after: String) { case(shortId: "C-10001") { story(first: 5, after: $after) { pageInfo { hasNextPage
  hasPreviousPage startCursor endCursor } edges { cursor node { __typename key kind at day timeZone ahead recordId what
  state outcome audience place name dueOn } } } } }"""
TRAIL = """{ case(shortId: "C-10001") { trail(first: 100) { edges { node { act concerns whyMoved } } } } }"""


async def test_page_by_page_both_paths_tell_the_same(town: Town) -> None:
    luis = await town.signed_in("attorney@demo.test")
    case_id = (await luis.ask('{ case(shortId: "C-10001") { id } }'))["case"]["id"]
    worked = await luis.do(
        "workOutDeadlines", "case { deadlines { id rule revision state } }", caseId=case_id, trigger="DECISION",
        happenedOn="2026-11-20",
    )  # fmt: skip
    for one in worked["case"]["deadlines"]:
        if one["state"] == "FOR_REVIEW":
            sure = await luis.do("confirmDeadline", deadlineId=one["id"], expectedRevision=one["revision"])
            assert sure["__typename"] == "ConfirmDeadlinePayload", sure
    paths = paths_of(town)
    told, names = 0, set()
    for email, person in town.staff.items():
        after = None
        while True:
            data, errors = await paths.ordinary(person, STORY, {"after": after})
            assert not errors
            assert await paths.woven(person, STORY, {"after": after}) == data, email
            story = (data["case"] or {}).get("story")
            if story is None:
                break
            told += len(story["edges"])
            names |= {edge["node"]["name"] for edge in story["edges"] if edge["node"]["kind"] == "DEADLINE_DUE"}
            after = story["pageInfo"]["endCursor"]
            if not story["pageInfo"]["hasNextPage"]:
                break
    assert told > 40
    assert names and None not in names


async def test_both_paths_say_of_which_deadline_the_trail_tells_and_why_it_moved(town: Town) -> None:
    luis = await town.signed_in("attorney@demo.test")
    case_id = (await luis.ask('{ case(shortId: "C-10001") { id } }'))["case"]["id"]
    worked = await luis.do(
        "workOutDeadlines", "moved { deadline { id rule } }", caseId=case_id, trigger="DECISION",
        happenedOn="2026-11-19",
    )  # fmt: skip
    one = worked["moved"][0]["deadline"]
    again = await luis.do(
        "workOutDeadlines", "moved { why }", caseId=case_id, trigger="DECISION", happenedOn="2026-11-18",
        correctsId=one["id"],
    )  # fmt: skip
    assert {moved["why"] for moved in again["moved"]} == {"TRIGGER_CHANGED"}
    paths = paths_of(town)
    said = set()
    for email, person in town.staff.items():
        data, errors = await paths.ordinary(person, TRAIL, {})
        assert not errors
        assert await paths.woven(person, TRAIL, {}) == data, email
        lines = ((data["case"] or {}).get("trail") or {"edges": []})["edges"]
        said |= {(edge["node"]["whyMoved"], bool(edge["node"]["concerns"])) for edge in lines
                 if edge["node"]["act"] == "deadline.moved"}  # fmt: skip
    assert ("TRIGGER_CHANGED", True) in said


async def test_each_branch_of_it_is_found_by_the_case(town: Town, ground: Ground) -> None:
    """Where an index will do, no table of a case is read from one end to the other, whatever the statistics say."""
    await ground.connection.execute("analyze")
    async with town.database.transaction(actors.Person(town.staff["coordinator@demo.test"])) as tx:
        await tx.session.execute(text("set local enable_seqscan = off"))
        found = await tx.session.execute(
            text("explain select key from case_story where case_id = '0199a000-0000-7000-8000-000000000000' limit 50")
        )
        plan = [row[0] for row in found]

    # Courts and facilities are a few hundred.
    beside = r" on (courts|facilities)\b"
    assert [line for line in plan if "Seq Scan" in line and not re.search(beside, line)] == []
    indexed = {name for line in plan for name in re.findall(r"Scan.* on (\w+) r(?:_\d+)?\b", line)}
    assert len(indexed) == 18, plan
