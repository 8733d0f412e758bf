"""Steps that several journeys take, each a sentence of a story."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import quote

import httpx
from PIL import Image

from tests.town import Seat, Town

MATEO = {
    "publicName": "Mateo R.",
    "legalName": "Mateo Rivera Cruz",
    "aNumbers": ["A 201-345-678"],
    "countryOfBirth": "Honduras",
    "language": "es",
    "callerName": "Rosa Rivera",
    "callerPhone": "203 555 0177",
    "callerRelation": "mother",
    "arrestedAt": "2026-11-20T07:40",
    "arrestZone": "America/New_York",
    "arrestPlace": "a car wash in Southington",
}


async def take_in_mateo(town: Town, ana: Seat, **more: Any) -> Any:
    organization = town.organizations["elm-city"]
    taken = await ana.do("takeInCase", "case { id shortId revision }", organizationId=organization, **{**MATEO, **more})
    assert taken["__typename"] == "TakeInCasePayload", taken
    return taken["case"]


async def schedule(town: Town, ana: Seat, case_id: str, starts_at: str = "2026-12-02T09:00") -> Any:
    opened = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case_id, kind="BOND", courtId=town.courts["HAR"]
    )
    scheduled = await ana.do(
        "scheduleHearing",
        "hearing { id revision occasion { id startsAt } }",
        caseId=case_id,
        proceedingId=opened["proceeding"]["id"],
        kind="BOND_HEARING",
        startsAt=starts_at,
        medium="IN_PERSON",
        room="628",
        judge="Hon. Pat Doe",
    )
    assert scheduled["__typename"] == "ScheduleHearingPayload", scheduled
    return scheduled["hearing"]


async def consent(
    ana: Seat, case_id: str, purpose: str, audience: str, form: str = "PUBLIC_NAME", *, bond: bool = True
) -> Any:
    given = await ana.do(
        "giveConsent",
        "consent { id revision }",
        caseId=case_id,
        purpose=purpose,
        audience=audience,
        nameForm=form,
        place=True,
        bond=bond,
        givenBy="CLIENT",
        language="es",
        expiresOn="2027-05-31",
    )
    assert given["__typename"] == "GiveConsentPayload", given
    return given["consent"]


async def bond_posted(ana: Seat, luis: Seat, case_id: str) -> None:
    """Bond was asked for, granted, and posted by a neighbor; a fund helps to pay, and counsel knows the grounds."""
    for revision, (stage, on, facts) in enumerate(
        [
            ("REQUESTED", "2026-11-10", {"dhsCustody": "NO_BOND"}),
            ("GRANTED", "2026-11-18", {"amount": 7500, "reservesAppeal": True, "details": "Weekly check-ins."}),
            ("PAYING", "2026-11-19", {"obligorKind": "CITIZEN", "obligor": "Carmen Vidal"}),
            ("POSTED", "2026-11-20", {"obligorKind": "CITIZEN", "obligor": "Carmen Vidal", "receipt": "BND-4471"}),
        ]
    ):
        done = await ana.do(
            "recordBondStage", caseId=case_id, expectedRevision=revision - 1 if revision else None, stage=stage, on=on,
            **facts,
        )  # fmt: skip
        assert done["__typename"] == "RecordBondStagePayload", done
    named = await ana.do("nameBondFund", caseId=case_id, link="https://fund.example.org/elm-city")
    assert named["__typename"] == "NameBondFundPayload", named
    grounds = await luis.do(
        "recordBondGrounds", caseId=case_id, basis="INA_235_B_2", entry="WITHOUT_INSPECTION", charges="NOT_LISTED"
    )
    assert grounds["__typename"] == "RecordBondGroundsPayload", grounds


async def represent(town: Town, ana: Seat, luis: Seat, case_id: str) -> Any:
    """Luis is offered the case, accepts it, and enters his appearance before the bond court."""
    await accept(town, ana, luis, case_id)
    asked = "query OfTheSteps($id: ID!) { node(id: $id) { ... on Case { proceedings { id } } } }"
    if not (await ana.ask(asked, id=case_id))["node"]["proceedings"]:
        await ana.do("openProceeding", caseId=case_id, kind="REMOVAL", courtId=town.courts["HAR"])
    return await appear(luis, case_id)


async def accept(town: Town, ana: Seat, luis: Seat, case_id: str) -> None:
    """Luis is offered the case, and accepts it."""
    offered = await ana.do(
        "offerAssignment",
        "assignment { id revision }",
        caseId=case_id,
        attorneyId=town.person("attorney@demo.test"),
        scope="ALL",
        blurb="A young man from Central America, Spanish-speaking, held in New England; bond hearing soon.",
    )
    accepted = await luis.do(
        "acceptAssignment",
        "assignment { id }",
        assignmentId=offered["assignment"]["id"],
        expectedRevision=offered["assignment"]["revision"],
    )
    assert "assignment" in accepted, accepted


async def appear(luis: Seat, case_id: str) -> Any:
    """Luis enters his appearance: in the bond proceeding, or in the one there is."""
    found = await luis.ask(
        """query OfTheSteps($id: ID!) { node(id: $id) { ... on Case {
             proceedings { id kind } assignments { id revision state } } } }""",
        id=case_id,
    )
    (taken,) = (one for one in found["node"]["assignments"] if one["state"] == "ACCEPTED")
    before = sorted(found["node"]["proceedings"], key=lambda one: one["kind"] != "BOND")
    entered = await luis.do(
        "recordAppearance",
        "assignment { id state }",
        assignmentId=taken["id"],
        expectedRevision=taken["revision"],
        proceedingId=before[0]["id"] if before else None,
        enteredOn="2026-11-23",
    )
    assert "assignment" in entered, entered
    assert entered["assignment"]["state"] == "OF_RECORD", entered
    return entered["assignment"]


async def add(town: Town, seat: Seat, slug: str, kind: str, name: str, email: str, **more: Any) -> str:
    added = await seat.do(
        "addPerson",
        "person { id }",
        organizationId=town.organizations[slug],
        kind=kind,
        name=name,
        email=email,
        # Names of a story are alike now and then.
        confirmed=True,
        **more,
    )
    assert added["__typename"] == "AddPersonPayload", added
    person_id: str = added["person"]["id"]
    return person_id


async def publish_vigil(town: Town, ana: Seat, luis: Seat, case_id: str, hearing_id: str) -> Any:
    drafted = await ana.do(
        "draftAction",
        "action { id revision saidRevision missing occasion { id } }",
        organizationId=town.organizations["elm-city"],
        caseId=case_id,
        hearingId=hearing_id,
        kind="ACCOMPANIMENT",
        title="Stand with Mateo R.",
        statement="Mateo R. has a bond hearing. Fill the room.",
        nameForm="PUBLIC_NAME",
        audiences=["OFFICIALS", "SUPPORTERS"],
        followsHearing=True,
        codeword="Bluebird",
    )
    assert drafted["__typename"] == "DraftActionPayload", drafted
    action = drafted["action"]
    signed = await luis.do(
        "signOffAction",
        "action { id revision missing }",
        actionId=action["id"],
        saidRevision=action["saidRevision"],
        capacity="OF_RECORD",
    )
    assert signed["__typename"] == "SignOffActionPayload", signed
    published = await ana.do(
        "publishAction",
        "action { id revision state occasion { id } }",
        actionId=action["id"],
        expectedRevision=signed["action"]["revision"],
    )
    assert published["__typename"] == "PublishActionPayload", published
    return published["action"]


async def publish_for_all(town: Town, ana: Seat, luis: Seat, case_id: str, **more: Any) -> Any:
    """A press conference that anybody may know of, under the public name, with both keys."""
    drafted = await ana.do(
        "draftAction", "action { id saidRevision }",
        **{
            "organizationId": town.organizations["elm-city"],
            "caseId": case_id,
            "kind": "PRESS_CONFERENCE",
            "title": "Mateo R. belongs at home",
            "statement": "Mateo R. has been held since November.\n\nHis neighbors <ask> & the judge will hear.",
            "nameForm": "PUBLIC_NAME",
            "audiences": ["PUBLIC"],
            "startsAt": "2026-11-30T17:00",
            "timeZone": "America/New_York",
            "placeName": "City Hall steps",
            "placeStreet": "165 Church Street",
            "placeCity": "New Haven",
            **more,
        },
    )  # fmt: skip
    assert drafted["__typename"] == "DraftActionPayload", drafted
    return await sign_and_publish(ana, luis, drafted["action"])


async def sign_and_publish(ana: Seat, luis: Seat | None, action: Any) -> Any:
    """Counsel says yes to what it says now, and it is published."""
    if luis is not None:
        signed = await luis.do(
            "signOffAction", "action { id }", actionId=action["id"], saidRevision=action["saidRevision"],
            capacity="OF_RECORD",
        )  # fmt: skip
        assert signed["__typename"] == "SignOffActionPayload", signed
    asked = "query ($id: ID!) { node(id: $id) { ... on AdvocacyAction { revision } } }"
    published = await ana.do(
        "publishAction",
        "action { id revision saidRevision state occasion { id } publicPage { standing url posterUrl language } }",
        actionId=action["id"],
        expectedRevision=(await ana.ask(asked, id=action["id"]))["node"]["revision"],
    )
    assert published["__typename"] == "PublishActionPayload", published
    return published["action"]


#: What Noor heard on the telephone.
REPORTED = {
    "name": "Abelardo Quintanilla",
    "otherNames": ["Lalo"],
    "aNumber": "A 209 111 222",
    "birthDate": "1999-04-02",
    "countryOfBirth": "Guatemala",
    "language": "mam",
    "arrestedAt": "2026-11-22T06:15",
    "arrestZone": "America/New_York",
    "arrestPlace": "the bus stop at Kimberly Square",
    "agency": "ICE",
    "callerName": "Marta Quintanilla",
    "callerPhone": "203 555 0142",
    "callerRelation": "FAMILY",
}


async def report_an_arrest(town: Town, noor: Seat, to: str = "elm-city", **more: Any) -> Any:
    """Harbor Neighbors tells a legal provider of an arrest."""
    made = await noor.do(
        "reportArrest", "report { id revision state }", organizationId=town.organizations["harbor"],
        providerId=town.organizations[to], **{**REPORTED, **more},
    )  # fmt: skip
    assert made["__typename"] == "ReportArrestPayload", made
    return made["report"]


async def put_file(
    seat: Seat, case_id: str, content: Any = b"To the judge.", name: str = "letter.txt", **headers: str
) -> httpx.Response:
    """Send a file, as the page does."""
    said = {"content-type": "application/octet-stream", "x-file-name": quote(name, safe=""), **headers}
    return await seat.http.post(f"/cases/{case_id}/files", content=content, headers=said)


async def a_file(
    seat: Seat, case_id: str, content: bytes = b"To the judge.", name: str = "letter.txt", **headers: str
) -> Any:
    """A file that was put with a case: its id, kind and size."""
    answer = await put_file(seat, case_id, content, name, **headers)
    assert answer.status_code == 201, answer.text
    return answer.json()


#: What the police department of Hamden wrote down.
DETAINER = {
    "agency": "Hamden Police Department",
    "receivedAt": "2026-11-20T09:15",
    "copy": "GIVEN",
    "copyGivenAt": "2026-11-20T10:00",
    "copyLanguage": "es",
    "recorded": "GROUND_NAMED",
    "ground": "JUDICIAL_WARRANT",
    "warrant": "I_200",
    "shown": "A paper signed by an officer named Doe",
    "reportLine": "The records division reports to the state",
}


async def record_rights(ana: Seat, luis: Seat, case_id: str) -> dict[str, Any]:
    """A detainer, an incident for the legal team with a records request, one for counsel alone, and a tick."""
    lodged = await ana.do("recordDetainer", "detainer { id revision }", caseId=case_id, detainer=DETAINER)
    assert lodged["__typename"] == "RecordDetainerPayload", lodged
    seen = await ana.do(
        "recordIncident", "incident { id revision }", caseId=case_id,
        incident={
            "kind": "ENTRY_OR_SEARCH", "what": "The door was broken in.", "happenedAt": "2026-11-20T07:30",
            "witnesses": "Doña Celia from upstairs", "evidence": "Video on a neighbor's phone",
        },
    )  # fmt: skip
    assert seen["__typename"] == "RecordIncidentPayload", seen
    asked = await ana.do(
        "followUpIncident", "followUp { id revision }", incidentId=seen["incident"]["id"], kind="RECORDS_REQUEST",
        toWhom="Hamden Police, records", sentOn="2026-11-21", dueOn="2026-11-27",
    )  # fmt: skip
    assert asked["__typename"] == "FollowUpIncidentPayload", asked
    kept = await luis.do(
        "recordIncident", "incident { id revision }", caseId=case_id,
        incident={
            "kind": "FORCE", "what": "Privileged: he was struck.", "happenedAt": "2026-11-20T07:40",
            "seenBy": "COUNSEL",
        },
    )  # fmt: skip
    assert kept["__typename"] == "RecordIncidentPayload", kept
    ticked = await ana.do("tickPreparedness", caseId=case_id, item="SCHOOL_TOLD", doneOn="2026-11-22")
    assert ticked["__typename"] == "TickPreparednessPayload", ticked
    return {
        "detainer": lodged["detainer"], "incident": seen["incident"], "counsels": kept["incident"],
        "followUp": asked["followUp"],
    }  # fmt: skip


async def set_free(town: Town, seat: Seat, name: str) -> str:
    """Somebody was released under supervision, and has a check-in ahead. Returns the case's id."""
    taken = await seat.do("takeInCase", "case { id }", organizationId=town.organizations["elm-city"], legalName=name)
    case_id: str = taken["case"]["id"]
    for act, more in (
        ("recordRelease", {"releasedAt": "2026-11-20T09:00", "reason": "SUPERVISION", "source": "FAMILY"}),
        ("recordSupervision", {"kind": "PHONE_APP", "beganAt": "2026-11-20T10:00", "terms": "Every Tuesday"}),
        ("scheduleCheckIn", {"startsAt": "2026-12-03T10:00", "office": "450 Main", "meetingPoint": "The park"}),
    ):
        done = await seat.do(act, caseId=case_id, timeZone="America/New_York", **more)
        assert done["__typename"] == f"{act[0].upper()}{act[1:]}Payload", done
    return case_id


def a_photo() -> bytes:
    """A street with a face in it, and beside it where and with what it was taken."""
    picture = Image.new("RGB", (400, 300), (90, 120, 90))
    picture.paste((255, 0, 0), (40, 40, 80, 80))
    exif = Image.Exif()
    exif[0x010F] = "a telephone"
    exif.get_ifd(0x8825)[1] = "N"
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=95, exif=exif)
    return into.getvalue()


async def community_response(town: Town, ana: Seat) -> None:
    """Elm City takes sightings: one with a photo, which waits; somebody is on call; a group, a referral, a school."""
    house = town.organizations["elm-city"]
    await ana.do("openSightingDesk", "desk { handle }", organizationId=house, handle="elm-watch")
    outside = await town.nobody()
    told = await outside.post(
        "/report/elm-watch",
        data={
            "kind": "agents", "town": "New Haven", "place": "Orange Street", "seen": "2026-11-23T09:00",
            "zone": "America/New_York", "what": "Two vans. Officer Zanzoni.", "contact": "203-555-0187",
        },
        files={"photo": ("one.jpg", a_photo(), "image/jpeg")},
    )  # fmt: skip
    assert told.status_code == 303, told.text
    supporter = await add(town, ana, "elm-city", "SUPPORTER", "Uma Quist", "uma@home.example")
    made = [
        await ana.do(
            "enlistResponder", organizationId=house, personId=supporter, towns=["New Haven"], days=["MONDAY"],
            onCallFrom="08:00", onCallUntil="20:00", timeZone="America/New_York",
        ),
        await ana.do("listGroup", "group { id }", organizationId=house, name="Harbor Pantry", works=["FOOD_AND_RENT"]),
        await ana.do(
            "keepSchool", organizationId=house, name="Dixwell School", town="New Haven", reviewedOn="2026-11-20",
            contactName="Wanda Ferrero", plan="Call the second contact.",
        ),
    ]  # fmt: skip
    made.append(
        await ana.do(
            "referPerson", groupId=made[1]["group"]["id"], whom="Xiomara", need="Rent", agreement="BY_TELEPHONE"
        )
    )
    (sighting,) = (await ana.ask("{ sightingsToVerify { id } }"))["sightingsToVerify"]
    made.append(await ana.do("dispatchResponders", sightingId=sighting["id"]))
    assert [one["__typename"] for one in made if not one["__typename"].endswith("Payload")] == []
