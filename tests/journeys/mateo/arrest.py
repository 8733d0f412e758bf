"""From the arrest to counsel of record: Monday, November 23, and Tuesday morning."""

from __future__ import annotations

from tests.casework.papers import pdf
from tests.journeys import steps
from tests.journeys.mateo.people import DANA, MOTHER, NOBODY, Mateo, done
from tests.town import Town


async def found_and_represented(town: Town, mateo: Mateo) -> None:
    await looked_for(town, mateo)
    await counsel_accepts(town, mateo)
    await engaged_with_a_g28(mateo)
    await asked_for_bond_and_of_record(town, mateo)


async def looked_for(town: Town, mateo: Mateo) -> None:
    ana, case_id = mateo.ana, mateo.case_id
    await done(ana, "recordCustody", caseId=case_id, source="LOCATOR", found=False)
    # Both who coordinate at Elm City see the new case, and nobody else.
    await mateo.seen_by({"walled out": mateo.team})
    # Dana's brother is one of the officers: from now on a wall stands before her, whatever she is at Elm City.
    await done(ana, "raiseWall", caseId=case_id, personId=town.person(DANA),
               reason="Her brother is one of the officers who made the arrest.")  # fmt: skip
    await mateo.seen_by({"walled out": NOBODY})
    dana = await mateo.seat(DANA)
    assert (await dana.ask("{ cases { count } }"))["cases"]["count"] == 0

    # He is found: the legal team on one source. Nobody else is told where.
    await done(ana, "recordCustody", caseId=case_id, facilityId=town.facilities["PLYMOMA"], source="LOCATOR",
               since="2026-11-21T16:00")  # fmt: skip
    mateo.team |= {"place"}
    await mateo.seen_by()


async def counsel_accepts(town: Town, mateo: Mateo) -> None:
    """Luis, of the organization that leads the case: the file opens with his yes. Mateo named his mother."""
    await steps.accept(town, mateo.ana, mateo.luis, mateo.case_id)
    mother = await steps.add(town, mateo.ana, "elm-city", "FAMILY_CONTACT", "Rosa Rivera", MOTHER, language="es")
    await done(mateo.ana, "nameContact", caseId=mateo.case_id, personId=mother, relation="mother", namedByClient=True)
    mateo.known["mother"] = mother
    # A notice to appear, served and not filed.
    opened = await done(
        mateo.luis, "openProceeding", "proceeding { id revision state }", caseId=mateo.case_id, kind="REMOVAL",
        notFiled=True, courtId=town.courts["HAR"], noticeOn="2026-11-21", charges="212(a)(6)(A)(i)",
        custody="DETAINED",
    )  # fmt: skip
    mateo.known["removal"] = opened["proceeding"]
    assert opened["proceeding"]["state"] == "NOT_FILED"
    mateo.legal += ["attorney"]
    mateo.team |= {"proceedings", "charges"}
    await mateo.seen_by()


async def engaged_with_a_g28(mateo: Mateo) -> None:
    """Mateo signs two papers at the jail: the engagement letter, and the G-28 with which ICE speaks to Luis."""
    await mateo.at("2026-11-23T16:00")
    await done(mateo.luis, "layOutChecklist", caseId=mateo.case_id, track="EVERY_CASE")
    g28 = await mateo.paper("G28")
    assert g28["state"] == "NEEDED"
    file = await steps.a_file(
        mateo.luis, mateo.case_id, pdf(words="G-28, signed in ink"), "G-28.pdf", **{"x-document": g28["id"]}
    )
    g28 = await mateo.paper("G28")
    assert g28["state"] == "RECEIVED"

    assignment = await _recorded(mateo, engagedOn="2026-11-23")
    assert assignment["state"] == "ENGAGED"
    # Before a court a G-28 is nothing: he is not of record by it.
    assert (await _recorded(mateo, enteredOn="2026-11-23", form="G_28"))["state"] == "ENGAGED"
    await done(mateo.luis, "markDocument", documentId=g28["id"], expectedRevision=g28["revision"], state="FILED")
    assert (await mateo.paper("G28"))["state"] == "FILED"

    mateo.team |= {"checklist", "files"}
    await mateo.seen_by()
    # Listing a file is no view of it; opening it is.
    assert await mateo.viewed("files.content") == []
    opened = await mateo.opens(file["id"])
    assert opened == dict.fromkeys(opened, 404) | {"coordinator": 200, "attorney": 200}
    assert sorted(await mateo.viewed("files.content")) == ["Ana Okafor", "Luis Prado"]


async def asked_for_bond_and_of_record(town: Town, mateo: Mateo) -> None:
    """Tuesday morning: bond is asked for, apart from removal (8 CFR 1003.19(d)), and the notice to appear is filed."""
    await mateo.at("2026-11-24T10:30")
    bond = await done(mateo.ana, "openProceeding", "proceeding { id }", caseId=mateo.case_id, kind="BOND",
                      courtId=town.courts["HAR"])  # fmt: skip
    mateo.known["bond"] = bond["proceeding"]["id"]
    entered = await _recorded(mateo, enteredOn="2026-11-24", proceedingId=mateo.known["bond"])
    assert entered["state"] == "OF_RECORD"
    await done(mateo.luis, "recordBondStage", caseId=mateo.case_id, stage="REQUESTED", on="2026-11-24",
               dhsCustody="NO_BOND", details="His mother and a parish take him in.")  # fmt: skip
    removal = mateo.known["removal"]
    await done(mateo.luis, "amendProceeding", proceedingId=removal["id"], expectedRevision=removal["revision"],
               filedAt="2026-11-24T15:00:00Z")  # fmt: skip
    # Filed in Hartford, while he is held in Massachusetts: from now on the two are shown to stand apart.
    mateo.team |= {"bond", "court apart"}
    await mateo.seen_by()


async def _recorded(mateo: Mateo, **given: str) -> dict[str, str]:
    """Something about Luis's appearance is recorded, on the assignment as it stands."""
    (held,) = (await mateo.ask("assignments { id revision }", mateo.luis))["assignments"]
    said = await done(mateo.luis, "recordAppearance", "assignment { state }", assignmentId=held["id"],
                      expectedRevision=held["revision"], **given)  # fmt: skip
    assignment: dict[str, str] = said["assignment"]
    return assignment
