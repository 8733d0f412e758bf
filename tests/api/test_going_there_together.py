"""The answer page where seats are few, and the page behind it on which people find a ride."""

from __future__ import annotations

import re

from sqlalchemy import select

from api.nodes import global_id
from casework import actors
from schema.base import new_id
from schema.companions import Companion
from schema.court_access import ObserverRules, Openness
from schema.courts import HearingLocation
from schema.hearings import Hearing
from schema.invitations import Invitation
from schema.occasions import Medium, Occasion
from tests.api.test_stopping_mail import invited_mayor
from tests.town import Town

ASK = {"language": "en", "kind": "ride", "town": "New Haven", "contact": "Elena 203-555-0100", "what": "ask"}


async def occasion_of(town: Town) -> str:
    """To which she was asked."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        asked = (await tx.session.scalars(select(Invitation))).one()
        return global_id("Occasion", asked.occasion_id)


async def seats(town: Town, count: int) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    answer = await ana.do("arrangeSeats", occasionId=await occasion_of(town), seats=count)
    assert answer["__typename"] == "ArrangeSeatsPayload", answer


async def test_the_page_says_truthfully_who_is_booked_and_who_is_not(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    address, nobody = stop.removesuffix("/stop"), await town.nobody()
    await seats(town, 0)
    assert "Seats are few." in (await nobody.get(f"{address}?lang=en")).text

    await nobody.post(address, data={"answer": "coming", "party": "2", "needs": "A ramp", "language": "en"})
    waits = (await nobody.get(f"{address}?lang=en")).text
    assert "You are on the list, not yet booked." in waits and "A seat is booked for you" not in waits
    # Whoever the page was passed on to does not read what she needs.
    assert "ramp" not in waits.replace("An interpreter, a ramp", "") and "We have noted what you need." in waits

    town.clock.forward(minutes=1)
    await seats(town, 2)
    held = (await nobody.get(f"{address}?lang=en")).text
    assert "A seat is free for you." in held and "It is held for you until" in held

    await nobody.post(address, data={"answer": "coming", "party": "2", "language": "en"})
    assert "A seat is booked for you." in (await nobody.get(f"{address}?lang=en")).text
    for language, words in (("es", "Tiene un asiento reservado."), ("pt", "Há um lugar"), ("ht", "Gen yon plas")):
        assert words in (await nobody.get(f"{address}?lang={language}")).text


async def test_rules_and_the_video_link_stand_on_the_page_of_whoever_may_have_them(town: Town) -> None:
    ana, _, stop = await invited_mayor(town)
    address, nobody = stop.removesuffix("/stop"), await town.nobody()
    async with town.database.transaction(actors.OPERATOR) as tx:
        row = (await tx.session.scalars(select(Hearing))).unique().first()
        assert row is not None and row.court_id is not None
        room = HearingLocation(
            id=new_id(), court_id=row.court_id, code="HARX", name="Hartford", time_zone="America/New_York"
        )
        tx.session.add(room)
        await tx.session.flush()
        row.hearing_location_id = room.id
        occasion = await tx.session.get_one(Occasion, row.occasion_id)
        occasion.medium, occasion.join_url = Medium.WEBEX, "https://eoir.webex.com/meet/a"
        tx.session.add(
            ObserverRules(
                hearing_location_id=room.id, organization_id=row.lead_organization_id,
                openness=Openness.ASK_FIRST, lead_days=3, photo_id=True, devices=False, notes=True,
                link_when_cleared=True, asked_of="Clerk's office", confirmed_on=tx.now.date(),
                confirmed_by_id=town.staff["coordinator@demo.test"],
            )
        )  # fmt: skip
    await nobody.post(address, data={"answer": "coming", "language": "en"})
    shown = (await nobody.get(f"{address}?lang=en")).text
    for words in ("Observers ask here first.", "Days it takes: 3", "a photo", "No telephones", "Never record."):
        assert words in shown
    assert "Clerk" not in shown and "webex.com" not in shown

    invited = (await ana.ask(ASKED, id=await occasion_of(town)))["node"]["invitations"][0]
    booked = await ana.do(
        "bookSeat", "invitation { id revision }", invitationId=invited["id"], expectedRevision=invited["revision"]
    )
    assert "webex.com" not in (await nobody.get(f"{address}?lang=en")).text
    await ana.do(
        "recordClearance", invitationId=invited["id"], cleared=True,
        expectedRevision=booked["invitation"]["revision"],
    )  # fmt: skip
    assert "https://eoir.webex.com/meet/a" in (await nobody.get(f"{address}?lang=en")).text


ASKED = "query ($id: ID!) { node(id: $id) { ... on Occasion { invitations { id revision } } } }"


async def test_a_ride_is_asked_for_and_ended_without_an_account_and_looking_changes_nothing(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    address, nobody = stop.replace("/stop", "/together"), await town.nobody()

    first, second = await nobody.get(f"{address}?lang=en"), await nobody.get(f"{address}?lang=en")
    assert (first.status_code, first.text) == (200, second.text)
    assert "script" not in first.text and first.headers["cache-control"] == "no-store"
    for language in ("es", "pt", "ht"):
        assert (await nobody.get(f"{address}?lang={language}")).text.count("Getting there together") == 0

    saved = await nobody.post(address, data=ASK)
    shown = (await nobody.get(f"{address}?lang=en")).text
    assert saved.status_code == 303
    # A stranger with the page does not read how to reach her.
    assert "You ask for a ride. New Haven" in re.sub(r"\s+", " ", shown) and "555-0100" not in shown
    await nobody.post(address, data={"language": "en", "kind": "ride", "end": "yes"})
    assert "You ask for a ride." not in (await nobody.get(f"{address}?lang=en")).text


async def test_what_cannot_be_is_said_there_and_nothing_is_saved(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    address, nobody = stop.replace("/stop", "/together"), await town.nobody()

    for typed, status, sentence in (
        ({"town": ""}, 422, "Say from which town."),
        ({"town": "450 Main Street"}, 422, "Only the town, without street or number."),
        ({"contact": " "}, 422, "Only they read it."),
        ({"what": "offer", "places": "9"}, 422, "Between 1 and 8 places."),
        ({"what": "offer", "places": ""}, 422, "Between 1 and 8 places."),
        ({"leaves": "soon"}, 422, "Type a time such as 09:00."),
        ({"kind": "bus"}, 404, ""),
        ({"join": "nothing"}, 404, ""),
        ({"join": "01939a52-0000-7000-8000-000000000001"}, 404, ""),
    ):
        refused = await nobody.post(address, data={**ASK, **typed})
        assert refused.status_code == status and sentence in refused.text, typed
    assert (await nobody.post(f"/a/{'x' * 43}/together", data=ASK)).status_code == 404
    assert (await nobody.get(f"/a/{'x' * 43}/together")).status_code == 404
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert list(await tx.session.scalars(select(Companion))) == []
        assert len(list(await tx.session.scalars(select(Invitation)))) == 1
