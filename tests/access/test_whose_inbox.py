"""Whose inbox: what concerns one person is read through their own eyes; what they marked is theirs alone."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select, text, update

from api.nodes import parts
from casework import actors
from schema.inbox import InboxMark
from schema.organizations import Membership
from tests.journeys import steps
from tests.town import Seat, Town, town

_ = town
INBOX = """{ inbox { id kind at read snoozedUntil letter
  case { shortId } change { kind by { name } mine { id } } task { title } invitation { state person { name } } } }"""
ANA, LUIS, BEN = "coordinator@demo.test", "attorney@demo.test", "coordinator@other.test"


async def entries(seat: Seat) -> list[Any]:
    found: list[Any] = (await seat.ask(INBOX))["inbox"]
    return found


async def marked(seat: Seat, mark: str, *ids: str) -> Any:
    return await seat.do("markEntries", "entries { id read snoozedUntil }", entries=list(ids), mark=mark)


async def moved(town: Town) -> tuple[Seat, Seat, dict[str, Any]]:
    """Luis has Mateo's case, and Ana moves the hearing; he reads his inbox."""
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    town.clock.forward(minutes=5)
    await town.deliver()
    done = await ana.do(
        "rescheduleHearing", "hearing { id }",
        hearingId=hearing["id"], startsAt="2026-12-01T14:00", expectedRevision=hearing["revision"],
    )  # fmt: skip
    assert done["__typename"] == "RescheduleHearingPayload", done
    town.clock.forward(minutes=5)
    return ana, luis, case


async def test_a_change_by_somebody_else_is_news_to_the_attorney_and_none_to_whoever_made_it(town: Town) -> None:
    ana, luis, case = await moved(town)

    [change] = [one for one in await entries(luis) if one["kind"] == "CHANGE"]

    assert change["case"]["shortId"] == case["shortId"]
    assert change["change"]["kind"] == "MOVED_EARLIER" and change["change"]["by"] == {"name": "Ana Okafor"}
    # He owes a word: the entry leads to where he says it.
    assert change["change"]["mine"] is not None and change["read"] is False
    assert [one for one in await entries(ana) if one["kind"] == "CHANGE"] == []
    # That the case is his was a letter.
    assert "ASSIGNED" in [one["letter"] for one in await entries(luis)]


async def test_read_unread_and_tomorrow_are_ones_own_and_can_be_taken_back(town: Town) -> None:
    ana, luis, _ = await moved(town)
    [change] = [one for one in await entries(luis) if one["kind"] == "CHANGE"]

    assert (await marked(luis, "READ", change["id"]))["entries"] == [
        {"id": change["id"], "read": True, "snoozedUntil": None}
    ]
    assert [one["read"] for one in await entries(luis) if one["id"] == change["id"]] == [True]
    # What is no entry of hers is nothing to her, and changes nothing for him.
    assert (await marked(ana, "UNREAD", change["id"]))["__typename"] == "NotFound"
    assert [one["read"] for one in await entries(luis) if one["id"] == change["id"]] == [True]

    await marked(luis, "UNREAD", change["id"])
    put_off = (await marked(luis, "TOMORROW", change["id"]))["entries"]
    later = await entries(luis)
    assert later[-1]["id"] == change["id"] and put_off[0]["snoozedUntil"] == later[-1]["snoozedUntil"]
    town.clock.forward(days=1)
    [again] = [one for one in await entries(await town.signed_in(LUIS)) if one["id"] == change["id"]]
    assert (again["snoozedUntil"], again["read"]) == (None, False)


async def test_of_a_case_that_one_may_no_longer_see_nothing_is_said(town: Town) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    case = await steps.take_in_mateo(town, ana)
    await ana.do("addToTeam", caseId=case["id"], personId=town.person(LUIS), role="PARALEGAL")
    await ana.do(
        "addTask", organizationId=town.organizations["elm-city"], caseId=case["id"], ownerId=town.person(LUIS),
        title="Call the court about Mateo",
    )  # fmt: skip
    town.clock.forward(minutes=5)
    assert [one["task"]["title"] for one in await entries(luis) if one["task"]] == ["Call the court about Mateo"]
    assert case["shortId"] in str(await entries(luis))
    marks = [one["id"] for one in await entries(luis)]

    raised = await ana.do(
        "raiseWall", caseId=case["id"], personId=town.person(LUIS), reason="A relative of a party."
    )  # fmt: skip
    assert raised["__typename"] == "RaiseWallPayload", raised

    assert await entries(luis) == []
    assert (await marked(luis, "READ", *marks))["__typename"] == "NotFound"


async def test_another_organization_finds_nothing_and_by_the_second_wall_alone_nobody_reads_anothers_marks(
    town: Town,
) -> None:
    _, luis, _ = await moved(town)
    await marked(luis, "READ", *[one["id"] for one in await entries(luis)])

    ben = await town.signed_in(BEN)
    assert await entries(ben) == []
    counts = {}
    for email in (LUIS, ANA, BEN, "admin@demo.test"):
        async with town.database.transaction(actors.Person(town.staff[email])) as tx:
            counts[email] = await tx.session.scalar(select(func.count()).select_from(InboxMark))
    assert counts.pop(LUIS) > 0
    assert set(counts.values()) == {0}
    # Nor does a statement that names his row write it.
    async with town.database.transaction(actors.Person(town.staff[ANA])) as tx:
        changed = await tx.session.execute(text("update inbox_marks set read_at = null returning id"))
        assert changed.all() == []


@pytest.mark.parametrize(("given", "field"), [([], "entries"), (["x"] * 101, "entries")], ids=["nothing", "too much"])
async def test_too_few_or_too_many_are_refused_and_nothing_is_marked(town: Town, given: list[str], field: str) -> None:
    luis = await town.signed_in(LUIS)
    ids = ["SW5ib3hFbnRyeS1jaGFuZ2U6MDE5OWEwMDAwMDAwNzAwMDgwMDAwMDAwMDAwMDAwMDA"] * len(given)

    refused = await marked(luis, "READ", *ids)

    assert (refused["__typename"], refused["field"]) == ("Invalid", field)
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert await tx.session.scalar(select(func.count()).select_from(InboxMark)) == 0


async def test_whoever_left_every_organization_has_no_inbox(town: Town) -> None:
    _, luis, _ = await moved(town)
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(
            update(Membership)
            .where(Membership.person_id == town.staff[LUIS])
            .values(ended_at=tx.now)
        )  # fmt: skip

    body = (await luis.raw(INBOX)).json()

    assert not (body.get("data") or {}).get("inbox")


async def test_an_id_of_something_else_is_no_entry(town: Town) -> None:
    luis = await town.signed_in(LUIS)

    refused = await marked(luis, "READ", town.person(LUIS))

    assert refused["__typename"] == "NotFound"
    assert parts(town.person(LUIS))[0] == "Person"


async def test_a_hearing_that_moves_twice_and_what_follows_it_are_one_matter_and_another_hearing_is_none_of_it(
    town: Town,
) -> None:
    ana, luis, case = await moved(town)
    about = "{ inbox { kind about change { occasion { id } } } }"
    [once] = [one for one in (await luis.ask(about))["inbox"] if one["kind"] == "CHANGE"]
    hearing = await steps.schedule(town, ana, case["id"])
    found = await ana.ask(
        "query ($id: String!) { case(shortId: $id) { hearings { id revision occasion { id } } } }", id=case["shortId"]
    )
    [first] = [one for one in found["case"]["hearings"] if one["occasion"]["id"] == once["change"]["occasion"]["id"]]
    assert hearing["id"] != first["id"]
    for one, at in ((first, "2026-12-01T13:00"), (hearing, "2026-12-03T11:00")):
        town.clock.forward(minutes=5)
        done = await ana.do(
            "rescheduleHearing", hearingId=one["id"], startsAt=at, expectedRevision=one["revision"]
        )  # fmt: skip
        assert done["__typename"] == "RescheduleHearingPayload", done

    changes = [one for one in (await luis.ask(about))["inbox"] if one["kind"] == "CHANGE"]

    matters = {one["change"]["occasion"]["id"]: one["about"] for one in changes}
    assert len(changes) == 3 and len(matters) == 2 and len(set(matters.values())) == 2
    # Of what it is about it says nothing.
    assert not any(text_ in one["about"] for one in changes for text_ in (case["shortId"], first["id"]))
