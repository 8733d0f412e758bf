"""Both walls, asked about community response: who verifies sees all, others what is confirmed, and each wall alone says
the same.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from api.nodes import parts
from casework import access, sightings
from casework.actors import LINKS, OPERATOR, SIGHTINGS, Link, LinkKind, Person
from casework.refusals import NotFound
from schema.base import Table
from schema.directory import ListedGroup, Referral, School
from schema.organizations import Role
from schema.responders import Responder
from schema.sightings import (
    Sighting,
    SightingAccount,
    SightingDesk,
    SightingDispatch,
    SightingPicture,
    SightingPicturePiece,
    SightingReporter,
    SightingShare,
)
from tests.ground import Ground
from tests.journeys import steps
from tests.journeys.test_a_sighting_is_told import hired
from tests.town import Town

TABLES: tuple[type[Table], ...] = (
    SightingDesk, SightingShare, Sighting, SightingAccount, SightingReporter, SightingPicture, SightingPicturePiece,
    SightingDispatch, Responder, ListedGroup, Referral, School,
)  # fmt: skip
NOTHING = dict.fromkeys((one.__tablename__ for one in TABLES), 0)
#: What lies there: of Elm City, one sighting with a photo of one piece, which somebody was called to.
WHOLE = NOTHING | dict.fromkeys(
    ("sighting_desks", "sightings", "sighting_accounts", "sighting_reporters", "sighting_pictures",
     "sighting_picture_pieces", "sighting_dispatches", "responders", "listed_groups", "referrals", "schools"), 1
)  # fmt: skip


async def seen(town: Town, person: UUID) -> dict[str, int]:
    """How many rows of each table somebody sees, when both walls agree on them."""
    async with town.database.transaction(Person(person)) as tx:
        actor = await access.standing(tx)
        second = {one.__tablename__: len((await tx.session.scalars(select(one))).all()) for one in TABLES}
    # The first wall alone: to the operator the second shows every row.
    async with town.database.transaction(OPERATOR) as tx:
        first = {
            one.__tablename__: len((await tx.session.scalars(access.visible(actor, one, tx.now))).all())
            for one in TABLES
        }
    assert first == second
    return first


async def test_each_wall_alone_shows_a_sighting_to_whom_it_is_for(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.community_response(town, ana)
    grace, noor, ben = (town.staff[one] for one in ("admin@demo.test", "advocate@demo.test", "coordinator@other.test"))
    await hired(town, "elm-city", "interpreter@demo.test", Role.INTERPRETER, "Ivo Lindt")
    ivo = town.staff["interpreter@demo.test"]

    # Unconfirmed: for who verifies alone. Who does not may know that there is a page and a directory.
    public = NOTHING | {"sighting_desks": 1, "listed_groups": 1}
    assert await seen(town, town.staff["coordinator@demo.test"]) == WHOLE
    assert await seen(town, town.staff["attorney@demo.test"]) == WHOLE
    assert await seen(town, grace) == public and await seen(town, ivo) == public
    assert await seen(town, noor) == NOTHING and await seen(town, ben) == NOTHING

    # Confirmed: the organization, and no other before it is shared.
    (sighting,) = (await ana.ask("{ sightingsToVerify { id revision pictures { id } } }"))["sightingsToVerify"]
    await ana.do("confirmSighting", sightingId=sighting["id"], expectedRevision=sighting["revision"])
    confirmed = {"sightings": 1, "sighting_pictures": 1}
    assert await seen(town, grace) == public | confirmed and await seen(town, ivo) == public | confirmed
    assert await seen(town, noor) == NOTHING and await seen(town, ben) == NOTHING

    # Shared: the partner, and of the photo the copy alone, once there is one.
    for partner in ("harbor", "shoreline"):
        await ana.do(
            "shareSightings", organizationId=town.organizations["elm-city"], partnerId=town.organizations[partner]
        )
    shared = NOTHING | confirmed | {"sighting_shares": 1}
    assert await seen(town, noor) == shared and await seen(town, ben) == shared
    await ana.do("blurPicture", pictureId=sighting["pictures"][0]["id"], expectedRevision=0, nothingToBlur=True)
    assert await seen(town, noor) == shared | {"sighting_picture_pieces": 1}

    # The witness agrees: who takes people in at a legal partner sees it whole, a community group does not.
    await ground.connection.execute("update sighting_reporters set legal_may_ask = true")
    agreed = {"sighting_accounts": 1, "sighting_reporters": 1, "sighting_picture_pieces": 2}
    assert await seen(town, ben) == shared | agreed
    assert await seen(town, noor) == shared | {"sighting_picture_pieces": 1}

    # No longer shared: nothing from that instant on, but that it once was.
    await ana.do(
        "stopSharingSightings", organizationId=town.organizations["elm-city"],
        partnerId=town.organizations["shoreline"],
    )  # fmt: skip
    assert await seen(town, ben) == NOTHING | {"sighting_shares": 1}


async def test_what_is_unconfirmed_is_behind_both_walls_after_72_hours(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.community_response(town, ana)
    town.clock.forward(hours=72)
    left = await seen(town, town.staff["coordinator@demo.test"])
    parts_of_it = [name for name in left if name.startswith("sighting") and name not in (
        "sighting_desks", "sighting_dispatches")]  # fmt: skip
    assert {name: left[name] for name in parts_of_it} == dict.fromkeys(parts_of_it, 0)


async def test_whoever_takes_down_what_is_told_reads_nothing_of_it(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.community_response(town, ana)
    async with town.database.transaction(SIGHTINGS) as tx:
        found: dict[str, Any] = {
            one.__tablename__: await tx.session.scalar(text(f"select count(*) from {one.__tablename__}"))
            for one in TABLES
        }
        cases = await tx.session.scalar(text("select count(*) from cases"))
    assert found == NOTHING | {"sighting_desks": 1} and cases == 0


async def test_a_responder_s_link_shows_one_sighting_and_nothing_beside_it(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.community_response(town, ana)
    row = await ground.connection.fetchrow("select id, person_id from sighting_dispatches")
    assert row is not None
    link = Link(LinkKind.DISPATCH, row["id"], row["person_id"])
    async with town.database.transaction(link) as tx:
        found = {
            one.__tablename__: await tx.session.scalar(text(f"select count(*) from {one.__tablename__}"))
            for one in TABLES
        }
    assert found == NOTHING | {"sightings": 1, "sighting_desks": 1, "sighting_dispatches": 1}

    # Unfounded, or a day later: there is nothing behind it any more.
    (sighting,) = (await ana.ask("{ sightingsToVerify { id revision } }"))["sightingsToVerify"]
    assert parts(sighting["id"])[0] == "Sighting"
    async with town.database.transaction(link) as tx:
        assert (await sightings.dispatch_page(tx, link)).town == "New Haven"
    count = text("select count(*) from sightings")
    await ground.connection.execute("update sightings set state = 'unfounded'")
    async with town.database.transaction(link) as tx:
        assert await tx.session.scalar(count) == 0
    await ground.connection.execute("update sightings set state = 'unconfirmed'")
    async with town.database.transaction(link) as tx:
        assert await tx.session.scalar(count) == 1
    town.clock.forward(hours=25)
    async with town.database.transaction(link) as tx:
        assert await tx.session.scalar(count) == 0
    with pytest.raises(NotFound):
        async with town.database.transaction(link) as tx:
            await sightings.dispatch_page(tx, link)
    with pytest.raises(NotFound):
        async with town.database.transaction(LINKS) as tx:
            await sightings.dispatch_by_secret(tx, "no such secret")
