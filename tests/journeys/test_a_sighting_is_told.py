"""Somebody at a bus stop sees an arrest and tells it without an account. A second person looks into it; rapid
responders are called; partner groups see it once it is confirmed; and a legal provider makes a case of it.
"""

from __future__ import annotations

import hashlib
import io
import re
from typing import Any

import httpx
import pytest
from PIL import Image

from casework import actors, organizations, retention, sign_in
from schema.organizations import Role
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import PASSWORD, Seat, Town, words

ANA, BEN, NOOR, LUIS = "coordinator@demo.test", "coordinator@other.test", "advocate@demo.test", "attorney@demo.test"
MAE = "mae@harbor.test"
TYPED = {
    "language": "es", "kind": "arrest", "town": "New Haven", "place": "Grand Avenue and Ferry Street",
    "seen": "2026-11-23T09:10", "zone": "America/New_York", "how_many": "about four agents, two vans",
    "what": "Four men in vests took a man at the bus stop. Officer Delgado shouted.",
    "name": "Marta Quintanilla", "contact": "203-555-0142", "legal": "yes",
}  # fmt: skip
#: What nobody but who verifies it may read.
SECRET = ("Delgado", "Marta", "Quintanilla", "555-0142")
FULL = """id revision state town place howMany what withheld heldAt recordedBy { id } verifiedBy { id }
  account { place howMany what } reporter { name contact language legalMayAsk }
  pictures { id revision blurredAt address } dispatches { state person { id } }"""
TO_VERIFY = f"query ToVerify {{ sightingsToVerify {{ {FULL} }} }}"
CONFIRMED = f"query Confirmed {{ sightings {{ {FULL} }} }}"


async def hired(town: Town, slug: str, email: str, role: Role, name: str = "Mae Ortiz") -> Seat:
    """Somebody more, who has just been taken on."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        organization = await organizations.organization_called(tx, slug)
        person = await organizations.engage(tx, organization.id, name=name, email=email, roles=[role])
        await sign_in.give_login(tx, person.id, email, PASSWORD)
    town.staff[email] = person.id
    http = await town.nobody()
    http.headers["x-presencia"] = "1"
    assert (await http.post("/session", json={"email": email, "password": PASSWORD})).status_code == 204
    return Seat(http)


async def a_desk(town: Town) -> Seat:
    """Harbor Neighbors take sightings; Mae coordinates there."""
    mae = await hired(town, "harbor", MAE, Role.COORDINATOR)
    desk = await mae.do(
        "openSightingDesk", "desk { handle supportPhone }", organizationId=town.organizations["harbor"],
        handle="Harbor-Watch", supportPhone="203-555-0199",
    )  # fmt: skip
    assert desk["desk"] == {"handle": "harbor-watch", "supportPhone": "+12035550199"}, desk
    return mae


async def told(town: Town, photo: bytes = b"", /, **more: Any) -> httpx.Response:
    """Somebody outside sends the form, as a browser without scripts does."""
    http = await town.nobody()
    files = {"photo": ("IMG_0001.jpg", photo, "image/jpeg")}
    return await http.post("/report/harbor-watch", data={**TYPED, **more}, files=files)


async def enlisted(town: Town, seat: Seat, email: str, *, towns: list[str], **more: Any) -> str:
    person = await steps.add(town, seat, "harbor", "SUPPORTER", f"Responder {email}", email)
    given = {
        "days": ["MONDAY"], "onCallFrom": "08:00", "onCallUntil": "18:00", "timeZone": "America/New_York", **more
    }  # fmt: skip
    made = await seat.do(
        "enlistResponder", "responder { id }", organizationId=town.organizations["harbor"], personId=person,
        towns=towns, **given,
    )  # fmt: skip
    assert made["__typename"] == "EnlistResponderPayload", made
    return str(made["responder"]["id"])


async def test_from_a_bus_stop_to_a_case(town: Town, ground: Ground) -> None:
    mae, noor = await a_desk(town), await town.signed_in(NOOR)
    ana, ben = await town.signed_in(ANA), await town.signed_in(BEN)
    photo = steps.a_photo()

    # Without an account, in Spanish, without scripts.
    http = await town.nobody()
    form = await http.get("/report/harbor-watch?lang=es")
    assert form.status_code == 200 and 'lang="es"' in form.text and "<script" not in form.text
    answer = await told(town, photo)
    assert answer.status_code == 303 and answer.headers["location"] == "/report/harbor-watch/thanks?lang=es"
    assert (await http.get(answer.headers["location"])).status_code == 200

    # Who verifies sees all of it; nobody else anything.
    (sighting,) = (await noor.ask(TO_VERIFY))["sightingsToVerify"]
    assert (sighting["state"], sighting["recordedBy"]) == ("UNCONFIRMED", None)
    assert sighting["account"]["what"] == TYPED["what"] and sighting["withheld"] is True and sighting["what"] is None
    assert sighting["reporter"] == {
        "name": "Marta Quintanilla", "contact": "203-555-0142", "language": "es", "legalMayAsk": True
    }  # fmt: skip
    for seat in (ana, ben):
        assert (await seat.ask(TO_VERIFY))["sightingsToVerify"] == []
        assert (await seat.ask(CONFIRMED))["sightings"] == []
    assert (await noor.ask(CONFIRMED))["sightings"] == []

    # The photo: as it was sent for who verifies; nothing to show others until a person has covered faces.
    (picture,) = sighting["pictures"]
    original = await noor.http.get(picture["address"] + "?original=1")
    assert original.content == photo
    assert (await noor.http.get(picture["address"])).status_code == 404
    blurred = await noor.do(
        "blurPicture", "sighting { pictures { revision blurredAt } }", pictureId=picture["id"], expectedRevision=0,
        boxes=[{"x": 0.1, "y": 0.13, "width": 0.1, "height": 0.14}],
    )  # fmt: skip
    assert blurred["sighting"]["pictures"][0]["blurredAt"] is not None, blurred
    copy = await noor.http.get(picture["address"])
    with Image.open(io.BytesIO(copy.content)) as shown:
        assert not shown.getexif() and "exif" not in shown.info
        points = shown.convert("RGB")
        # In the face, which was red: one colour, but for what JPEG makes of it.
        assert len({points.getpixel((x, 60)) for x in range(50, 71, 5)}) <= 2

    # Rapid responders of that town, in their hours.
    await enlisted(town, mae, "near@home.example", towns=["new haven", "Hamden"])
    await enlisted(town, mae, "far@home.example", towns=["Hartford"])
    await enlisted(town, mae, "asleep@home.example", towns=["New Haven"], onCallFrom="22:00", onCallUntil="06:00")
    called = await noor.do("dispatchResponders", "called", sightingId=sighting["id"])
    assert called["called"] == 1, called
    (letter,) = await town.deliver()
    assert "near@home.example" in letter.message["To"]
    assert "New Haven" in letter.message["Subject"]
    raw = letter.message.as_string()
    assert [one for one in (*SECRET, "Grand", "Ferry", "arrest") if one in raw] == []
    page = re.search(r"http\S+/r/(\S+)", words(letter))
    assert page is not None
    secret = f"/r/{page.group(1).rstrip('>.')}"
    shown_page = await http.get(secret)
    assert shown_page.status_code == 200 and "Grand Avenue and Ferry Street" in shown_page.text
    assert "+12035550199" in shown_page.text and "public space" in shown_page.text
    assert [one for one in SECRET if one in shown_page.text] == []
    assert (await http.post(secret, data={"answer": "coming"})).status_code == 303
    (again,) = (await noor.ask(TO_VERIFY))["sightingsToVerify"]
    assert [one["state"] for one in again["dispatches"]] == ["COMING"]

    # A second person confirms it, in words that name nobody; then partners see it, and not before.
    shared = await mae.do(
        "shareSightings", "desk { shares { partner { name } } }", organizationId=town.organizations["harbor"],
        partnerId=town.organizations["elm-city"],
    )  # fmt: skip
    assert len(shared["desk"]["shares"]) == 1
    named = await noor.do(
        "confirmSighting", sightingId=sighting["id"], expectedRevision=again["revision"], what="Officer Delgado did."
    )
    assert (named["__typename"], named["field"]) == ("Invalid", "what")
    done = await noor.do(
        "confirmSighting", "sighting { state }", sightingId=sighting["id"], expectedRevision=again["revision"],
        what="Four agents took a man at the bus stop.",
    )  # fmt: skip
    assert done["sighting"]["state"] == "CONFIRMED", done
    (seen,) = (await ana.ask(CONFIRMED))["sightings"]
    assert (seen["what"], seen["town"]) == ("Four agents took a man at the bus stop.", "New Haven")
    assert seen["dispatches"] == []
    # The witness agreed that a legal team asks them: who takes people in there sees what they typed.
    assert seen["reporter"]["contact"] == "203-555-0142" and seen["account"]["what"] == TYPED["what"]
    assert (await ben.ask(CONFIRMED))["sightings"] == []
    assert (await ana.http.get(picture["address"])).status_code == 200

    # A case of it, in one step.
    taken = await ana.do(
        "takeInSighting",
        "case { id intake { callerName callerPhone callerRelation arrestedAt arrestPlace told } "
        "fromSightings { agreement agreedOn } files { name audience } }",
        sightingId=sighting["id"], organizationId=town.organizations["elm-city"], agreement="ON_PAGE",
        agreedOn="2026-11-23",
    )  # fmt: skip
    assert taken["__typename"] == "TakeInSightingPayload", taken
    intake = taken["case"]["intake"]
    assert intake["callerName"] == "Marta Quintanilla" and intake["callerRelation"] == "witness"
    assert intake["arrestedAt"] == "2026-11-23T14:10:00+00:00"
    assert intake["arrestPlace"] == "Grand Avenue and Ferry Street, New Haven"
    assert hashlib.sha256(photo).hexdigest() in intake["told"] and TYPED["what"] in intake["told"]
    assert taken["case"]["fromSightings"] == [{"agreement": "ON_PAGE", "agreedOn": "2026-11-23"}]
    assert [one["audience"] for one in taken["case"]["files"]] == ["COUNSEL"]
    twice = await ana.do(
        "takeInSighting", sightingId=sighting["id"], organizationId=town.organizations["elm-city"],
        agreement="ON_PAGE", agreedOn="2026-11-23",
    )  # fmt: skip
    assert twice["__typename"] == "NotAllowedByState"
    incident = await ana.do(
        "recordIncidentOfSighting", "case { incidents { what place witnesses evidence } }", sightingId=sighting["id"],
        caseId=taken["case"]["id"], kind="OTHER", agreement="BY_TELEPHONE", agreedOn="2026-11-23",
    )  # fmt: skip
    assert incident["__typename"] == "RecordIncidentOfSightingPayload", incident
    (recorded,) = incident["case"]["incidents"]
    assert recorded["witnesses"] == "Marta Quintanilla, 203-555-0142"
    assert hashlib.sha256(photo).hexdigest() in recorded["evidence"]


async def test_what_nobody_confirms_is_hidden_after_72_hours_and_then_gone(town: Town, ground: Ground) -> None:
    await a_desk(town)
    noor = await town.signed_in(NOOR)
    await told(town, steps.a_photo())
    await told(town, town="Hamden")
    one, two = (await noor.ask(TO_VERIFY))["sightingsToVerify"]
    held = await noor.do("holdSighting", "sighting { heldAt }", sightingId=two["id"], expectedRevision=0)
    assert held["sighting"]["heldAt"] is not None

    town.clock.forward(hours=71)
    noor = await town.signed_in(NOOR)
    assert len((await noor.ask(TO_VERIFY))["sightingsToVerify"]) == 2
    town.clock.forward(hours=1, minutes=1)
    noor = await town.signed_in(NOOR)
    assert [found["id"] for found in (await noor.ask(TO_VERIFY))["sightingsToVerify"]] == [two["id"]]
    gone = await noor.do("confirmSighting", sightingId=one["id"], expectedRevision=0)
    assert gone["__typename"] == "NotFound"

    await retention.sweep(town.database)
    count = ground.connection.fetchval
    assert await count("select count(*) from sightings") == 1
    assert await count("select count(*) from sighting_picture_pieces") == 0
    assert await count("select count(*) from sighting_reporters") == 1
    assert await count("select count(*) from vault_keys where destroyed_at is not null") == 1


async def test_whoever_recorded_it_is_no_second_person(town: Town, ground: Ground) -> None:
    mae = await a_desk(town)
    noor = await town.signed_in(NOOR)
    made = await noor.do(
        "recordSighting", "sighting { id withheld what }", organizationId=town.organizations["harbor"], kind="AGENTS",
        town="New Haven", place="Main Street", seenAt="2026-11-23T09:00", timeZone="America/New_York",
        what="Two agents in a gray van.",
    )  # fmt: skip
    assert made["sighting"]["what"] == "Two agents in a gray van."
    before = await every_row(ground)
    for verb in ("confirmSighting", "markSightingUnfounded"):
        assert (await noor.do(verb, sightingId=made["sighting"]["id"], expectedRevision=0))["__typename"] == (
            "NotPermitted"
        )
    assert await every_row(ground) == before

    done = await mae.do("markSightingUnfounded", "sighting { state }", sightingId=made["sighting"]["id"],
                        expectedRevision=0)  # fmt: skip
    assert done["sighting"]["state"] == "UNFOUNDED"
    sent = await mae.do("dispatchResponders", sightingId=made["sighting"]["id"])
    assert sent["__typename"] == "NotAllowedByState"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"kind": ""}, "an arrest, or agents"),
        ({"town": " "}, "in which town"),
        ({"town": "New Haven, call 203-555-0142"}, "Only the town"),
        ({"town": "New Haven plate 7"}, "Only the town"),
        ({"town": "Officer Delgado"}, "Only the town"),
        ({"town": "marta@home.example"}, "Only the town"),
        ({"what": ""}, "what you saw"),
        ({"seen": "yesterday"}, "on which day"),
        ({"seen": "2026-11-24T09:00"}, "in the future"),
        ({"seen": "2026-11-19T09:00"}, "three days ago"),
        ({"seen": "0001-01-01T00:00"}, "on which day"),
        ({"seen": "9999-12-31T23:59"}, "on which day"),
        ({"what": "x" * 2001}, "2000"),
    ],
)
async def test_what_is_typed_wrong_is_said_and_nothing_is_kept(
    town: Town, ground: Ground, wrong: dict[str, str], says: str
) -> None:
    await a_desk(town)
    before = await every_row(ground)

    answer = await told(town, **{"language": "en", **wrong})

    assert answer.status_code == 422
    assert says in answer.text and "Grand Avenue and Ferry Street" in answer.text
    assert await every_row(ground) == before


async def test_a_file_that_is_no_photo_is_refused_and_nothing_is_kept(town: Town, ground: Ground) -> None:
    await a_desk(town)
    before = await every_row(ground)
    for content in (b"%PDF-1.4\n%%EOF", b"hello there, this is text", b"MZ" + bytes(400), bytes(10 * 1024 * 1024 + 1)):
        answer = await told(town, content, language="en")
        assert answer.status_code == 422, content[:10]
    assert await every_row(ground) == before


async def test_one_address_sends_so_many_an_hour(town: Town, ground: Ground) -> None:
    await a_desk(town)
    answers = [(await told(town, language="en")).status_code for _ in range(21)]
    assert answers[:20] == [303] * 20 and answers[20] == 429


async def test_a_closed_desk_and_an_unknown_one_look_alike(town: Town, ground: Ground) -> None:
    mae = await a_desk(town)
    await mae.do("closeSightingDesk", "desk { closedAt }", organizationId=town.organizations["harbor"])
    http = await town.nobody()
    one, other = await http.get("/report/harbor-watch"), await http.get("/report/nobody-there")
    assert (one.status_code, one.text) == (other.status_code, other.text) == (404, one.text)
    assert (await told(town)).status_code == 404
    assert await ground.connection.fetchval("select count(*) from sightings") == 0


async def test_nobody_is_called_in_vain_and_nothing_changes(town: Town, ground: Ground) -> None:
    mae = await a_desk(town)
    noor = await town.signed_in(NOOR)
    await told(town)
    (sighting,) = (await noor.ask(TO_VERIFY))["sightingsToVerify"]
    far = await enlisted(town, mae, "far@home.example", towns=["Hartford"])

    async def refused(**given: Any) -> tuple[str, str | None]:
        before = await every_row(ground)
        answer = await noor.do("dispatchResponders", sightingId=sighting["id"], **given)
        assert await every_row(ground) == before
        return answer["__typename"], answer.get("field")

    assert await refused() == ("Invalid", "sightingId")
    assert await refused(responderIds=[far]) == ("Invalid", "responderIds")
    await enlisted(town, mae, "near@home.example", towns=["New Haven"])
    assert (await noor.do("dispatchResponders", "called", sightingId=sighting["id"]))["called"] == 1
    assert await refused() == ("NotAllowedByState", None)
    town.clock.forward(hours=24)
    noor = await town.signed_in(NOOR)
    assert await refused() == ("NotAllowedByState", None)


async def test_a_legal_team_takes_in_what_is_confirmed_and_agreed_to_and_nothing_else(
    town: Town, ground: Ground
) -> None:
    mae = await a_desk(town)
    noor, ana = await town.signed_in(NOOR), await town.signed_in(ANA)
    await mae.do(
        "shareSightings", organizationId=town.organizations["harbor"], partnerId=town.organizations["elm-city"]
    )
    await told(town, steps.a_photo(), legal="")
    (sighting,) = (await noor.ask(TO_VERIFY))["sightingsToVerify"]
    given = {
        "sightingId": sighting["id"], "organizationId": town.organizations["elm-city"], "agreement": "ON_PAGE",
        "agreedOn": "2026-11-23",
    }  # fmt: skip

    async def refused(seat: Seat, **more: Any) -> tuple[str, str | None]:
        before = await every_row(ground)
        answer = await seat.do("takeInSighting", **{**given, **more})
        assert await every_row(ground) == before
        return answer["__typename"], answer.get("field")

    assert await refused(ana) == ("NotFound", None), "of what is unconfirmed a partner knows nothing"
    await noor.do("confirmSighting", sightingId=sighting["id"], expectedRevision=0)
    assert await refused(ana) == ("Invalid", "agreement"), "they did not tick the box"
    assert await refused(ana, agreement="IN_PERSON", agreedOn="2026-11-24") == ("Invalid", "agreedOn")
    assert (await refused(noor))[0] in {"NotFound", "NotPermitted"}
    assert (await refused(noor, organizationId=town.organizations["harbor"]))[0] == "NotPermitted"

    # Agreed to otherwise: what others are told goes along, and nothing of who told it or of the photo as it was sent.
    taken = await ana.do(
        "takeInSighting", "case { intake { callerName callerPhone told } files { id } }",
        **{**given, "agreement": "BY_TELEPHONE"},
    )  # fmt: skip
    intake = taken["case"]["intake"]
    assert (intake["callerName"], intake["callerPhone"], taken["case"]["files"]) == (None, None, [])
    assert [one for one in SECRET if one in intake["told"]] == []
