"""Moved to New Hampshire, to Louisiana and back: Tuesday, November 24, to Thanksgiving."""

from __future__ import annotations

from typing import Any

from tests.journeys import steps
from tests.journeys.mateo.people import IDENTITY, NOBODY, ODETTE, OTTO, Mateo, done
from tests.town import Town, words

TRANSFERS = "transfers { toFacility changes { what before after } checklist { id revision what title owner doneAt } }"
ALARMS = "alarms { kind rings why expected courtId court facilityId facility who }"
BLURB = "A young man from Central America, Spanish-speaking, held in the South; a petition is to be filed at once."


async def moved_and_brought_back(town: Town, mateo: Mateo) -> None:
    await hartford_keeps_the_case(mateo)
    await to_new_hampshire(mateo)
    await to_louisiana(town, mateo)
    await a_yes_that_opens_nothing(town, mateo)
    await checked_for_conflicts(mateo)
    await petition_filed(mateo)
    await flown_back(town, mateo)


async def hartford_keeps_the_case(mateo: Mateo) -> None:
    """Bond is pending, so it rings that the court on file is not where he is; marked expected, it is silent."""
    assert await apart(mateo) == ("Hartford Immigration Court", "Plymouth County Correctional", ["BOND_PENDING"], True)
    await expected(mateo)
    assert await apart(mateo) == ("Hartford Immigration Court", "Plymouth County Correctional", ["BOND_PENDING"], False)


async def to_new_hampshire(mateo: Mateo) -> None:
    await mateo.at("2026-11-24T15:30")
    await moved(mateo, mateo.strafford)
    (transfer,) = (await mateo.ask(TRANSFERS))["transfers"]
    assert {one["what"]: (one["before"], one["after"]) for one in transfer["changes"]} == {
        "facility": ("Plymouth County Correctional", "Strafford County Corrections"),
        "state": ("MA", "NH"),
        "federal district": ("D. Mass.", "D.N.H."),
    }
    assert [(one["what"], one["owner"], one["doneAt"]) for one in transfer["checklist"]] == [
        ("counsel", "Ana Okafor", None), ("bond", "Ana Okafor", None), ("venue", "Ana Okafor", None)
    ]  # fmt: skip
    tell, *_ = transfer["checklist"]
    assert tell["title"] == "Tell the attorney of the transfer" and tell["title"] in await mateo.tasks()
    await done(mateo.ana, "completeTask", taskId=tell["id"], expectedRevision=tell["revision"])
    (transfer,) = (await mateo.ask(TRANSFERS))["transfers"]
    assert [one["doneAt"] is not None for one in transfer["checklist"]] == [True, False, False]
    # Another pair of court and place: it rings anew, and is a task, until that is marked, too.
    assert (await apart(mateo))[1:] == ("Strafford County Corrections", ["BOND_PENDING"], True)
    (ringing,) = [one for one in await mateo.tasks() if one.startswith("The court on file is Hartford")]
    assert "a bond request is pending" in ringing
    await expected(mateo)
    assert (await apart(mateo))[1:] == ("Strafford County Corrections", ["BOND_PENDING"], False)
    assert ringing not in await mateo.tasks()
    mateo.team |= {"transfers"}
    await mateo.seen_by()


async def to_louisiana(town: Town, mateo: Mateo) -> None:
    """Another federal circuit, another hour; nobody at Elm City is admitted there."""
    await mateo.at("2026-11-25T11:30")
    await moved(mateo, town.facilities["WINNCLA"])
    latest = (await mateo.ask(TRANSFERS))["transfers"][0]
    changed = {one["what"]: (one["before"], one["after"]) for one in latest["changes"]}
    assert changed["federal district"] == ("D.N.H.", "W.D. La.") and changed["federal circuit"] == ("1", "5")
    assert changed["time zone"] == ("America/New_York", "America/Chicago")
    assert (await apart(mateo))[1:] == ("Winn Correctional", ["BOND_PENDING"], True)
    await mateo.seen_by()

    habeas = await done(
        mateo.luis, "openProceeding", "proceeding { id revision otherCourt court { id } }", caseId=mateo.case_id,
        kind="HABEAS", otherCourt="W.D. La.", notFiled=True,
    )  # fmt: skip
    mateo.known["habeas"] = habeas["proceeding"]
    assert habeas["proceeding"]["otherCourt"] == "W.D. La." and habeas["proceeding"]["court"] is None


async def a_yes_that_opens_nothing(town: Town, mateo: Mateo) -> None:
    """Another firm is asked, on Mateo's own word; its attorney's yes shows them nothing yet."""
    asked: dict[str, Any] = {
        "caseId": mateo.case_id, "attorneyId": town.person(ODETTE), "scope": "OTHER", "blurb": BLURB,
        "proceedingId": mateo.known["habeas"]["id"],
    }  # fmt: skip
    refused = await mateo.ana.do("offerAssignment", **asked)
    assert refused["__typename"] == "NotCleared" and "consent to seek counsel" in refused["missing"][0]
    await mateo.seen_by()

    await mateo.at("2026-11-25T14:00")
    await steps.consent(mateo.ana, mateo.case_id, "SEEK_COUNSEL", "ADVOCATES", "NONE", bond=False)
    offered = (await done(mateo.ana, "offerAssignment", "assignment { id revision }", **asked))["assignment"]
    (letter,) = [one for one in await town.deliver() if ODETTE in str(one.message["To"])]
    assert not mateo.eyes.found(words(letter)) & (IDENTITY | {"letters", "place", "slot", "bond"})
    await mateo.seen_by({"habeas counsel": {"offer"}})

    odette = await mateo.seat(ODETTE)
    yes = await done(odette, "acceptAssignment", "assignment { id revision state case { id } }",
                     assignmentId=offered["id"], expectedRevision=offered["revision"])  # fmt: skip
    assert (yes["assignment"]["state"], yes["assignment"]["case"]) == ("CHECKING", None)
    assert any("check for conflicts" in one for one in await mateo.tasks())
    mateo.known["taken"] = yes["assignment"]
    await mateo.seen_by({"habeas counsel": {"offer"}})


async def checked_for_conflicts(mateo: Mateo) -> None:
    """Names alone go to one named contact of that firm, who finds none of theirs among them: then the file opens."""
    taken = mateo.known["taken"]
    sent = await done(
        mateo.ana, "sendConflictSheet", "sheet { id found contact { name } }", assignmentId=taken["id"],
        expectedRevision=taken["revision"], relatives=["Rosa Rivera"], employers=["Middlefield Bakery"],
    )  # fmt: skip
    assert (sent["sheet"]["contact"], sent["sheet"]["found"]) == ({"name": "Otto Weiss"}, None)
    await mateo.seen_by({"habeas counsel": {"offer"}, "conflicts contact": {"sheet"}})

    otto = await mateo.seat(OTTO)
    asked = "{ conflictSheets { id revision contents { names relatives employers adverseParties } } }"
    (sheet,) = (await otto.ask(asked))["conflictSheets"]
    # No number, no birthday, no place, nothing of the claim.
    assert sheet["contents"] == {
        "names": ["Mateo Rivera Cruz"], "relatives": ["Rosa Rivera"], "employers": ["Middlefield Bakery"],
        "adverseParties": [],
    }  # fmt: skip
    assert "Otto Weiss" in await mateo.viewed("conflict_sheet_contents.names")
    odette = await mateo.seat(ODETTE)
    answer = {"sheetId": sheet["id"], "expectedRevision": sheet["revision"], "answer": "CLEAR"}
    assert (await odette.do("answerConflictSheet", **answer))["__typename"] == "NotFound"
    cleared = await done(otto, "answerConflictSheet", "sheet { answer contents { names } }", **answer)
    assert cleared["sheet"]["answer"] == "CLEAR"
    # Answered, the sheet is shut to Otto; Odette is on the team.
    mateo.legal += ["habeas counsel"]
    await mateo.seen_by({"conflicts contact": NOBODY})


async def petition_filed(mateo: Mateo) -> None:
    """Accepted, engaged, of record: each is its own day's work. The petition lies where he is at that minute."""
    odette = await mateo.seat(ODETTE)
    assert await hers(mateo) == "ACCEPTED"
    assert await hers(mateo, engagedOn="2026-11-25") == "ENGAGED"
    await mateo.at("2026-11-25T20:45")
    odette = await mateo.seat(ODETTE)
    (habeas,) = [one for one in (await mateo.ask("proceedings { id kind revision }", odette))["proceedings"]
                 if one["kind"] == "HABEAS"]  # fmt: skip
    filed = await done(
        odette, "fileHabeas", "filing { district circuit facility { name } }", proceedingId=habeas["id"],
        expectedRevision=habeas["revision"], filedAt="2026-11-25T19:40", timeZone="America/Chicago",
    )  # fmt: skip
    assert filed["filing"] == {"district": "W.D. La.", "circuit": "5", "facility": {"name": "Winn Correctional"}}
    assert await hers(mateo, enteredOn="2026-11-25") == "OF_RECORD"
    mateo.team |= {"habeas"}
    await mateo.seen_by()


async def flown_back(town: Town, mateo: Mateo) -> None:
    """The flight is called off. The petition stays where it was filed; of Plymouth it was said what is expected."""
    await mateo.at("2026-11-26T14:00")
    await moved(mateo, town.facilities["PLYMOMA"])
    found = await mateo.ask("habeasFilings { district } whereNow { facility { name } } transfers { toFacility }")
    assert found["habeasFilings"] == [{"district": "W.D. La."}]
    assert [one["toFacility"] for one in found["transfers"]] == [
        "Plymouth County Correctional", "Winn Correctional", "Strafford County Corrections"
    ]  # fmt: skip
    assert (await apart(mateo))[1:] == ("Plymouth County Correctional", ["BOND_PENDING"], False)
    assert not [one for one in await mateo.tasks() if one.startswith("The court on file")]
    await mateo.seen_by()


async def moved(mateo: Mateo, facility: str) -> None:
    await done(mateo.ana, "recordTransfer", caseId=mateo.case_id, facilityId=facility, source="COUNSEL",
               confidence="ONE_SOURCE")  # fmt: skip


async def apart(mateo: Mateo) -> tuple[str, str, list[str], bool]:
    """The court on file, the place of custody, why that matters, and whether it rings."""
    (one,) = [one for one in (await mateo.ask(ALARMS))["alarms"] if one["kind"] == "CUSTODY_COURT"]
    assert one["who"] == "Ana Okafor"
    mateo.known["pair"] = {"courtId": one["courtId"], "facilityId": one["facilityId"]}
    return one["court"], one["facility"], one["why"], one["rings"]


async def expected(mateo: Mateo) -> None:
    await done(mateo.luis, "markExpected", caseId=mateo.case_id, **mateo.known["pair"])


async def hers(mateo: Mateo, **recorded: str) -> str:
    """How Odette's assignment stands, once this is recorded of it."""
    odette = await mateo.seat(ODETTE)
    (held,) = [one for one in (await mateo.ask("assignments { id revision state attorney { name } }"))["assignments"]
               if one["attorney"]["name"] == "Odette Fontenot"]  # fmt: skip
    if recorded:
        said = await done(odette, "recordAppearance", "assignment { state }", assignmentId=held["id"],
                          expectedRevision=held["revision"], **recorded)  # fmt: skip
        held = said["assignment"]
    state: str = held["state"]
    return state
