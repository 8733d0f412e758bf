"""A town after some days of work in it: something lies in every table that matters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

import pytest
from sqlalchemy import select

from api.nodes import parts
from casework import actors, spreadsheets
from casework.settings import Settings
from casework.transaction import Database, Transaction
from commands.mail_catcher import Catcher
from schema.base import new_id
from schema.cases import Case
from schema.companions import Companion, CompanionKind
from schema.date_checks import DateCheck, DateCheckOutcome, Shift
from schema.hearings import Hearing
from schema.invitations import Invitation
from schema.outcomes import Outcome, OutcomeWords
from schema.people import Person
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps, volunteers
from tests.town import Seat, Town, opened, settled


async def a_lived_in_town(town: Town) -> None:
    """Cases in two organizations, one shared with a community group, with something in every table that matters."""
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    ben = await town.signed_in("coordinator@other.test")
    case = await steps.take_in_mateo(town, ana)
    await ana.do(
        "recordCustody",
        "stint { id }",
        caseId=case["id"],
        facilityId=town.facilities["PLYMOMA"],
        source="LOCATOR",
        since="2026-11-20T08:00",
    )
    # A second source agrees: until then the place is the legal team's alone.
    await ana.do(
        "recordCustody", "stint { id }", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="COUNSEL"
    )
    petition = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case["id"], kind="HABEAS", otherCourt="D. Mass.",
        filedAt="2026-11-21T15:00:00Z",
    )  # fmt: skip
    assert petition["__typename"] == "OpenProceedingPayload", petition
    raid = await ana.do(
        "openOperation", "operation { id }", organizationId=town.organizations["elm-city"], name="Bakery",
        beganOn="2026-11-20",
    )  # fmt: skip
    assert raid["__typename"] == "OpenOperationPayload", raid
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await steps.bond_posted(ana, luis, case["id"])
    removal = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case["id"], kind="REMOVAL", courtId=town.courts["HAR"],
        noticeOn="2026-11-20", charges="212(a)(6)(A)(i)", custody="DETAINED",
    )  # fmt: skip
    decided = await luis.do(
        "recordDecision", "decision { id }", proceedingId=removal["proceeding"]["id"], expectedRevision=0,
        kind="RELIEF_DENIED", decidedOn="2026-11-20", givenHow="MAILED", appealByClient="RESERVED",
    )  # fmt: skip
    assert decided["__typename"] == "RecordDecisionPayload", decided
    await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example")
    mother = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", "Rosa Rivera", "rosa@home.example", language="es")
    await ana.do(
        "nameContact", "case { id }", caseId=case["id"], personId=mother, relation="mother", namedByClient=True
    )
    await ana.do("invite", "invitations { id }", occasionId=action["occasion"]["id"], personIds=[mayor])
    await in_the_room(town, ana, action["occasion"]["id"], mayor)
    await ana.do("writeNote", "note { id }", caseId=case["id"], body="Called the jail.")
    await luis.do("writeNote", "note { id }", caseId=case["id"], body="Strategy.", privileged=True)
    await ana.do(
        "addTask", "task { id }", organizationId=town.organizations["elm-city"], caseId=case["id"], title="Call Rosa"
    )
    await documents_calls_and_visits(town, ana, luis, case["id"])
    await steps.community_response(town, ana)
    await steps.record_rights(ana, luis, case["id"])
    await ana.do(
        "subscribeFeed", "feed { id }", organizationId=town.organizations["elm-city"], filter="MY_CASES", name="Mine"
    )
    shared = await ana.do("shareCase", "case { id }", caseId=case["id"], organizationId=town.organizations["harbor"])
    assert shared["__typename"] == "ShareCasePayload"
    seated = await ana.do(
        "addToTeam", "member { id }", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE"
    )
    assert seated["__typename"] == "AddToTeamPayload", seated
    grace = await town.signed_in("admin@demo.test")
    held = await grace.do(
        "placeHold", organizationId=town.organizations["elm-city"], shortId=case["shortId"],
        reason="Opposing counsel announced a subpoena.",
    )  # fmt: skip
    assert held["__typename"] == "PlaceHoldPayload", held
    theirs = await ben.do(
        "takeInCase", "case { id }", organizationId=town.organizations["shoreline"], publicName="Lucía",
        legalName="Lucía Paz Soto", aNumbers=["201345678"],
    )  # fmt: skip
    await steps.schedule(town, ben, theirs["case"]["id"], "2026-12-03T09:00")
    await ben.do("offerAssignment", "assignment { id }", caseId=theirs["case"]["id"],
                 attorneyId=town.person("attorney@other.test"), scope="ALL",
                 blurb="A mother of two, Spanish-speaking, hearing in early December.")  # fmt: skip
    await volunteers.start(town, ana)
    async with town.database.transaction(actors.OPERATOR) as tx:
        # A shift is given only what nobody checked for a day, and this town is an hour old.
        shift = (await tx.session.scalars(select(Shift))).one()
        tx.session.add(
            DateCheck(
                shift_id=shift.id, case_id=parts(case["id"])[1], hearing_id=parts(hearing["id"])[1], shown_at=tx.now,
                outcome=DateCheckOutcome.NOBODY_ANSWERED, answered_at=tx.now,
            )
        )  # fmt: skip
        await what_happened(tx, parts(hearing["id"])[1])
    await town.deliver()


async def what_happened(tx: Transaction, hearing_id: UUID) -> None:
    """An entry of the ledger, with words that nobody cleared: the town's dates lie ahead, so that no verb makes it."""
    hearing = await tx.session.get_one(Hearing, hearing_id)
    case = await tx.session.get_one(Case, hearing.case_id)
    await tx.unlock([case.vault_key_id])
    outcome = Outcome(
        id=new_id(), case_id=case.id, occasion_id=hearing.occasion_id, supporters=31, officials=2, letters=40, press=3,
        recorded_at=tx.now,
    )  # fmt: skip
    words = OutcomeWords(id=new_id(), case_id=case.id, outcome_id=outcome.id, occasion_id=hearing.occasion_id)
    words.said = tx.seal(OutcomeWords, words.id, "said", case.vault_key_id, "The room has spoken for him.")
    words.press_links = tx.seal(
        OutcomeWords, words.id, "press_links", case.vault_key_id, "https://news.example/mateo-rivera-cruz"
    )
    tx.session.add(outcome)
    await tx.session.flush()
    tx.session.add(words)


async def documents_calls_and_visits(town: Town, ana: Seat, luis: Seat, case_id: str) -> None:
    """A list of documents, a file for each audience, one of them taken away; a call; a visit."""
    laid = await ana.do("layOutChecklist", "case { documents { id kind } }", caseId=case_id, track="BOND")
    document = next(one["id"] for one in laid["case"]["documents"] if one["kind"] == "SPONSOR_LETTER")
    for seat, content, headers in (
        (ana, b"I take Mateo in.", {"x-document": document}),
        (luis, b"What we argue.", {"x-audience": "COUNSEL"}),
        (ana, b"Sent by mistake.", {}),
    ):
        file = await steps.a_file(seat, case_id, content, "Mateo Rivera.txt", **headers)
    taken = await ana.do("takeFileAway", fileId=file["id"], expectedRevision=0)
    assert taken["__typename"] == "TakeFileAwayPayload", taken
    called = await ana.do(
        "logCall", caseId=case_id, callerName="Rosa Rivera", told="That he is at Plymouth.", followUp="Call Rosa back"
    )
    assert called["__typename"] == "LogCallPayload", called
    booked = await ana.do(
        "bookVisit", caseId=case_id, kind="LEGAL_CALL", startsAt="2026-11-25T10:00",
        rules="Ask for Mateo Rivera by name.", visitorId=town.person("attorney@demo.test"),
    )  # fmt: skip
    assert booked["__typename"] == "BookVisitPayload", booked


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground, a_lived_in_town)
        yield found


async def in_the_room(town: Town, ana: Seat, occasion_id: str, invited: str) -> None:
    """Seats at an action, a list that the invited stand on, and somebody who goes along."""
    arranged = await ana.do("arrangeSeats", occasionId=occasion_id, seats=12, heldBack=2)
    assert arranged["__typename"] == "ArrangeSeatsPayload", arranged
    saved = await ana.do(
        "savePeopleList", organizationId=town.organizations["elm-city"], name="City hall", personIds=[invited]
    )
    assert saved["__typename"] == "SavePeopleListPayload", saved
    async with town.database.transaction(actors.Person(town.staff["coordinator@demo.test"])) as tx:
        table = spreadsheets.Received(None, ["Name", "A#"], [(2, ["Eva Cruz", "A219111301"])])
        await spreadsheets.take_in_spreadsheet(tx, parts(town.organizations["elm-city"])[1], "x", table)
    view = await ana.do("saveView", organizationId=town.organizations["elm-city"], name="Monday", address="within=7")
    assert view["__typename"] == "SaveViewPayload", view
    async with town.database.transaction(actors.OPERATOR) as tx:
        occasion = parts(occasion_id)[1]
        asked = (await tx.session.scalars(select(Invitation).where(Invitation.occasion_id == occasion))).one()
        person = await tx.session.get_one(Person, asked.person_id)
        await tx.unlock([person.vault_key_id])
        row_id = new_id()
        tx.session.add(
            Companion(
                id=row_id, organization_id=asked.organization_id, occasion_id=occasion, case_id=asked.case_id,
                invitation_id=asked.id, person_id=person.id, kind=CompanionKind.RIDE, town="New Haven",
                contact=tx.seal(Companion, row_id, "contact", person.vault_key_id, "The mayor's office"),
            )
        )  # fmt: skip
