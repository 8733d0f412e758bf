"""What a transfer would do is shown before it is saved, and is what it then does."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from casework import actors
from schema.audit import AuditEntry
from schema.custody import CustodyStint
from schema.notices import Notice
from schema.tasks import Task
from tests.journeys import steps
from tests.town import Seat, Town

ANA, LUIS, BEN = "coordinator@demo.test", "attorney@demo.test", "coordinator@other.test"
PREVIEW = """query ($case: ID!, $there: ID!) { previewTransfer(caseId: $case, facilityId: $there) { __typename
  ... on UserError { message }
  ... on TransferPreview { changes { what before after } tasks court rings
    case { representedBy { attorney { name } } } hearings { id } clocks { dueOn dueAt deadline { id dueOn dueAt } }
    tellings { personName audience kind count } } } }"""


async def preview(seat: Seat, case: Any, there: str) -> Any:
    return (await seat.ask(PREVIEW, case=case["id"], there=there))["previewTransfer"]


async def rows(town: Town) -> list[int | None]:
    async with town.database.transaction(actors.OPERATOR) as tx:
        return [
            await tx.session.scalar(select(func.count()).select_from(one))
            for one in (CustodyStint, Notice, Task, AuditEntry)
        ]


async def held(town: Town) -> tuple[Seat, Any, Any]:
    """Mateo, held at Plymouth, with counsel and a hearing ahead; his mother is told of it."""
    ana, luis = [await town.signed_in(one) for one in (ANA, LUIS)]
    case = await steps.take_in_mateo(town, ana)
    await ana.do("recordCustody", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    rosa = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", "Rosa Rivera", "rosa@family.example")
    await ana.do("nameContact", caseId=case["id"], personId=rosa, relation="mother", namedByClient=True)
    await town.deliver()
    return ana, case, hearing


async def test_what_is_shown_is_what_then_happens_and_looking_saves_nothing(town: Town) -> None:
    ana, case, hearing = await held(town)
    before = await rows(town)
    there = town.facilities["WINNCLA"]

    shown = await preview(ana, case, there)

    assert await rows(town) == before
    assert [one["id"] for one in shown["hearings"]] == [hearing["id"]]
    assert [one["attorney"]["name"] for one in shown["case"]["representedBy"]] == ["Luis Prado"]
    assert {(one["personName"], one["kind"]) for one in shown["tellings"]} == {
        ("Luis Prado", "TRANSFERRED"),
        ("Rosa Rivera", "TRANSFERRED"),
    }
    assert "Tell the attorney of the transfer" in shown["tasks"]

    done = await ana.do(
        "recordTransfer", "changes { what before after } case { transfers { checklist { title } } }",
        caseId=case["id"], facilityId=there, source="LOCATOR", confidence="ONE_SOURCE",
    )  # fmt: skip
    assert done["__typename"] == "RecordTransferPayload", done
    assert done["changes"] == shown["changes"]
    assert sorted(one["title"] for one in done["case"]["transfers"][0]["checklist"]) == sorted(shown["tasks"])
    told = [str(one.message["To"]) for one in await town.deliver()]
    assert len([one for one in told if "attorney@demo.test" in one or "rosa@family" in one]) == len(shown["tellings"])


async def test_clocks_that_would_run_otherwise_are_those_that_then_do(town: Town) -> None:
    ana, case, _ = await held(town)
    there = town.facilities["WINNCLA"]
    shown = {one["deadline"]["id"]: (one["dueOn"], one["dueAt"]) for one in (await preview(ana, case, there))["clocks"]}
    ask = """query ($id: ID!) { node(id: $id) { ... on Case {
      deadlines { id dueOn dueAt state } } } }"""
    open_before = {
        one["id"]: (one["dueOn"], one["dueAt"]) for one in (await ana.ask(ask, id=case["id"]))["node"]["deadlines"]
        if one["state"] in ("FOR_REVIEW", "CONFIRMED")
    }  # fmt: skip
    assert open_before

    await ana.do("recordTransfer", caseId=case["id"], facilityId=there, source="LOCATOR", confidence="ONE_SOURCE")

    after = {
        one["id"]: (one["dueOn"], one["dueAt"]) for one in (await ana.ask(ask, id=case["id"]))["node"]["deadlines"]
        if one["state"] in ("FOR_REVIEW", "CONFIRMED")
    }  # fmt: skip
    assert {one for one in open_before if one not in after} == set(shown)


async def test_where_they_are_is_no_transfer_and_another_organization_is_shown_nothing(town: Town) -> None:
    ana, case, _ = await held(town)
    before = await rows(town)

    same = await preview(ana, case, town.facilities["PLYMOMA"])
    assert same["__typename"] == "NotAllowedByState" and "Record a check instead" in same["message"]
    ben = await town.signed_in(BEN)
    assert (await preview(ben, case, town.facilities["WINNCLA"]))["__typename"] == "NotFound"
    advocate = await town.signed_in("advocate@demo.test")
    assert (await preview(advocate, case, town.facilities["WINNCLA"]))["__typename"] in ("NotFound", "NotPermitted")
    # That somebody was refused is an entry of the trail, and nothing else is written.
    assert (await rows(town))[:3] == before[:3]
