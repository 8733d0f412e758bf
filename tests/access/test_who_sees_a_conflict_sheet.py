"""The cell "attorney (pool) × legal name" of DOMAIN §3.3: the conflicts contact by a sheet, others after it clears."""

from __future__ import annotations

from typing import Any

from tests.access.test_who_sees_what import WHOLE
from tests.journeys import steps
from tests.town import Seat, Town

SHEETS = """{ conflictSheets { id revision answer found question attorney { name } askedBy { name }
  contents { names relatives employers adverseParties } } }"""
NAMES = ("Rivera", "Cruz", "Rosa", "201345678", "C-10001")
BLURB = "A young man, Spanish-speaking, held in New England; bond hearing soon."


async def a_yes(town: Town, ana: Seat, ines: Seat) -> Any:
    """Ines of another firm said yes to Mateo's case; Ben of her firm answers for conflicts."""
    recorded = await ines.do(
        "recordAttorney", "person { id }", personId=town.person("attorney@other.test"), barStates=["CT"],
        eoirRegistered=True, conflictsContactId=town.person("coordinator@other.test"),
    )  # fmt: skip
    assert recorded["__typename"] == "RecordAttorneyPayload", recorded
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"])
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    offered = await ana.do(
        "offerAssignments", "assignments { id revision }", caseId=case["id"], scope="ALL", blurb=BLURB,
        attorneyIds=[town.person("attorney@other.test")],
    )  # fmt: skip
    (offer,) = offered["assignments"]
    accepted = await ines.do(
        "acceptAssignment", "assignment { id revision state }", assignmentId=offer["id"],
        expectedRevision=offer["revision"],
    )  # fmt: skip
    assert accepted["assignment"]["state"] == "CHECKING"
    return accepted["assignment"]


async def told(seat: Seat) -> set[str]:
    """Which of the client's names somebody reads, wherever they ask."""
    found = [
        await seat.ask(WHOLE), await seat.ask(SHEETS),
        await seat.ask('{ cases(filter: {search: "Rivera"}) { count edges { node { shortId } } } }'),
        await seat.ask('{ offers { id state sheets { contents { names } } case { id } } }'),
    ]  # fmt: skip
    return {name for name in NAMES if name in str(found)}


async def test_the_conflicts_contact_by_sheet_until_they_answer_and_others_after_it_clears(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    ines, ben = await town.signed_in("attorney@other.test"), await town.signed_in("coordinator@other.test")
    assignment = await a_yes(town, ana, ines)
    assert (await told(ines), await told(ben)) == (set(), set())

    sent = await ana.do(
        "sendConflictSheet", "sheet { id revision contact { name } }", assignmentId=assignment["id"],
        expectedRevision=assignment["revision"], relatives=["Rosa Rivera"],
    )  # fmt: skip
    assert sent["sheet"]["contact"] == {"name": "Ben Castle"}

    # Ben: names, and neither number nor case. Ines, for whom it is asked: nothing yet.
    assert (await told(ines), await told(ben)) == (set(), {"Rivera", "Cruz", "Rosa"})
    (sheet,) = (await ben.ask(SHEETS))["conflictSheets"]
    refused = await ines.do(
        "answerConflictSheet", sheetId=sheet["id"], expectedRevision=sheet["revision"], answer="CLEAR"
    )
    assert refused["__typename"] == "NotFound"
    answered = await ben.do(
        "answerConflictSheet", "sheet { answer contents { names } }", sheetId=sheet["id"],
        expectedRevision=sheet["revision"], answer="CLEAR",
    )  # fmt: skip
    assert answered["sheet"]["answer"] == "CLEAR"

    # It cleared: the attorney reads the file. (So does Ben, who coordinates the firm that reads the case from now on.)
    assert {"Rivera", "Cruz", "201345678", "C-10001"} <= await told(ines)


async def test_who_opened_a_sheet_stands_in_the_trail_of_the_case(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    ines, ben = await town.signed_in("attorney@other.test"), await town.signed_in("coordinator@other.test")
    assignment = await a_yes(town, ana, ines)
    await ana.do(
        "sendConflictSheet", assignmentId=assignment["id"], expectedRevision=assignment["revision"],
    )  # fmt: skip

    await ben.ask(SHEETS)

    seen = await ana.ask('{ case(shortId: "C-10001") { trail { edges { node { act fields } } } } }')
    entries = [edge["node"] for edge in seen["case"]["trail"]["edges"]]
    assert any(one["act"] == "viewed" and "conflict_sheet_contents.names" in one["fields"] for one in entries), entries
    assert "conflict_sheet.sent" in {one["act"] for one in entries}


async def test_a_conflict_is_all_that_the_asking_side_is_told_and_the_other_keeps_nothing(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    ines, ben = await town.signed_in("attorney@other.test"), await town.signed_in("coordinator@other.test")
    listed = await ben.do(
        "addConflictNames", "added", organizationId=town.organizations["shoreline"],
        text="Mateo Rivera,adverse\nHarold Baines",
    )  # fmt: skip
    assert listed["added"] == 2
    assignment = await a_yes(town, ana, ines)

    compared = await ana.do(
        "sendConflictSheet", "sheet { found answer contents { names } }", assignmentId=assignment["id"],
        expectedRevision=assignment["revision"],
    )  # fmt: skip

    assert compared["sheet"] == {"found": "POSSIBLE", "answer": None, "contents": None}
    assert "Baines" not in str(await ana.ask("{ conflictNames { edges { node { name } } } conflictSheets { id } }"))
    mine = await ben.ask(SHEETS)
    assert [one["found"] for one in mine["conflictSheets"]] == ["POSSIBLE"]
    # Not even the one whose list it was is told whose name was on it.
    assert (await told(ines), await told(ben)) == (set(), set())
