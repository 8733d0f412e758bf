"""What people saw in New Haven, who goes to look, and who helps: the demo's community response."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

from PIL import Image, ImageDraw

from casework import access, directory, people, responders, sightings, times
from casework.directory import Listing, SchoolFacts
from casework.responders import OnCall
from casework.sightings import Box, Desk, Seen
from casework.transaction import Transaction
from commands.demo.story import HERE, Act, Story
from schema.directory import GroupWork, ReferralAgreement
from schema.documents import FileKind
from schema.people import PersonKind
from schema.responders import Weekday
from schema.sightings import Sighting, SightingKind, SightingPicture, SightingState

#: The face in the photo, in shares of it.
_FACE = Box(0.52, 0.36, 0.08, 0.13)


def write(story: Story) -> None:
    """A page for sightings, one that was confirmed and one that waits, a directory, a school."""
    story.on(-30, "10:00", "ana", _desk(story))
    story.on(-30, "10:20", "ana", _responder(story))
    story.on(-29, "11:00", "ana", _directory(story))
    story.on(
        -2, "07:40", "operator",
        _told(
            story, kind=SightingKind.ARREST, place="Grand Avenue and Ferry Street",
            how_many="about four, two gray vans",
            what="They waited beside the bus stop and took a man who was on his way to work.",
            reporter_name="Denise", reporter_contact="203-555-0163", legal_may_ask=True, photo=True,
        ),
    )  # fmt: skip
    story.on(-2, "07:55", "tomas", _called)
    story.on(-2, "08:40", "tomas", _confirmed)
    story.on(
        -1, "18:20", "operator",
        _told(
            story, kind=SightingKind.AGENTS, place="the lot behind the hardware store on Foxon Boulevard",
            how_many="one car, two people", what="Two people in vests in a dark car. Plate 7XBC901. They left after ten"
            " minutes.",
        ),
    )  # fmt: skip


def _desk(story: Story) -> Act:
    async def act(tx: Transaction) -> None:
        await sightings.open_sighting_desk(tx, story.elm_city, handle="elm-city", support_phone="+1 203 555 0111")
        await sightings.share_sightings(tx, story.elm_city, story.neighbors)

    return act


def _responder(story: Story) -> Act:
    async def act(tx: Transaction) -> None:
        person = await people.add_person(
            tx, story.elm_city, kind=PersonKind.SUPPORTER, name="Wanda Price", email="wanda.price@example.org"
        )
        every_day = OnCall(
            towns=["New Haven", "East Haven"], days=list(Weekday), on_call_from="06:00", on_call_until="22:00",
            time_zone=HERE,
        )  # fmt: skip
        await responders.enlist_responder(tx, story.elm_city, person.id, every_day)

    return act


def _directory(story: Story) -> Act:
    async def act(tx: Transaction) -> None:
        pantry = await directory.list_group(
            tx,
            story.elm_city,
            Listing(
                name="Fair Haven Pantry", works=[GroupWork.FOOD_AND_RENT], towns=["New Haven"],
                languages=["en", "es"], phone="+1 203 555 0141", note="Tuesdays and Fridays from ten to two.",
            ),
        )  # fmt: skip
        await directory.list_group(
            tx,
            story.elm_city,
            Listing(
                name="Kreyòl Interpreters of the Shoreline", works=[GroupWork.INTERPRETING], languages=["ht"],
                phone="+1 203 555 0142",
            ),
        )  # fmt: skip
        await directory.refer_person(
            tx, pantry.id, whom="Señora L.", need="Groceries for two weeks", agreement=ReferralAgreement.BY_TELEPHONE
        )
        await directory.keep_school(
            tx,
            story.elm_city,
            SchoolFacts(
                name="Quinnipiac Street School", town="New Haven", reviewed_on=story.day(-29),
                contact_name="Ms. Ferrero, front office", contact_phone="+1 203 555 0143",
                who_to_call="Ana Reyes, then whoever is on duty",
                plan="Call the second and third contact of the card. Keep whoever waits in the library with an adult"
                " they know until seven. Nobody is handed to an agency without a judge's order.",
            ),
        )  # fmt: skip

    return act


def _told(
    story: Story,
    *,
    kind: SightingKind,
    place: str,
    how_many: str,
    what: str,
    reporter_name: str | None = None,
    reporter_contact: str | None = None,
    legal_may_ask: bool = False,
    photo: bool = False,
) -> Act:
    async def act(tx: Transaction) -> None:
        desk = Desk(story.elm_city, "Elm City Immigrant Defense", None, "en", HERE)
        seen = Seen(
            kind=kind, town="New Haven", place=place, seen_at=_minutes_ago(tx.now), time_zone=HERE, what=what,
            how_many=how_many, occurrence=1, reporter_name=reporter_name, reporter_contact=reporter_contact,
            legal_may_ask=legal_may_ask,
        )  # fmt: skip
        await sightings.report_sighting(tx, desk, seen, (_photo(), FileKind.JPEG) if photo else None)

    return act


def _minutes_ago(now: datetime) -> datetime:
    return times.wall_time(now - timedelta(minutes=10), HERE).replace(second=0, microsecond=0)


async def _called(tx: Transaction) -> None:
    await sightings.dispatch_responders(tx, (await _waiting(tx)).id)


async def _confirmed(tx: Transaction) -> None:
    sighting = await _waiting(tx)
    actor = await access.standing(tx)
    found = access.visible(actor, SightingPicture, tx.now).where(SightingPicture.sighting_id == sighting.id)
    for picture in list(await tx.session.scalars(found)):
        original = await sightings.open_picture(tx, picture.id, display=False)
        copy = sightings.blurred(original, [_FACE])
        await sightings.blur_picture(
            tx, picture.id, copy, [_FACE], nothing_to_blur=False, expected_revision=picture.revision
        )
    await sightings.confirm_sighting(tx, sighting.id, expected_revision=sighting.revision)


async def _waiting(tx: Transaction) -> Sighting:
    actor = await access.standing(tx)
    found = access.visible(actor, Sighting, tx.now).where(Sighting.state == SightingState.UNCONFIRMED)
    return (await tx.session.scalars(found.order_by(Sighting.id))).first() or _nothing()


def _nothing() -> Sighting:
    raise LookupError("Nothing waits to be looked into.")


def _photo() -> bytes:
    """A street drawn by hand: vans, a bus stop, and somebody's face."""
    picture = Image.new("RGB", (960, 640), (168, 196, 214))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, 960, 640), fill=(96, 100, 104))
    for left in (60, 620):
        draw.rectangle((left, 300, left + 260, 460), fill=(120, 122, 126))
        draw.ellipse((left + 30, 430, left + 80, 480), fill=(30, 30, 30))
        draw.ellipse((left + 180, 430, left + 230, 480), fill=(30, 30, 30))
    draw.rectangle((400, 200, 412, 470), fill=(60, 60, 60))
    draw.rectangle((505, 315, 565, 470), fill=(70, 88, 130))
    draw.ellipse((508, 240, 568, 310), fill=(196, 150, 120))
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=88)
    return into.getvalue()
