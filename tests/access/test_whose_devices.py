"""Devices' passwords, and what devices were told, are their owner's: the second wall by itself, past every verb."""

from __future__ import annotations

import contextlib

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from casework.actors import HOUSEKEEPING, LINKS, RETENTION, SIGN_IN, Actor, Person
from tests.api.devices import a_feed, app_password, device
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town, town

ANA, LUIS = "coordinator@demo.test", "attorney@demo.test"
TABLES = ("app_passwords", "synced_feeds", "synced_entries")


async def synchronised(town: Town) -> None:
    ana = await town.signed_in(ANA)
    await steps.schedule(town, ana, (await steps.take_in_mateo(town, ana))["id"])
    await a_feed(town, ana)
    phone = await device(town, ANA, await app_password(ana))
    await phone.synchronised((await phone.calendars())["Mine"])


async def seen(town: Town, actor: Actor) -> list[int]:
    async with town.database.transaction(actor) as tx:
        return [int(await tx.session.scalar(text(f"select count(*) from {table}")) or 0) for table in TABLES]


async def test_only_their_owner_sees_them_and_signing_in_the_passwords_alone(town: Town) -> None:
    await synchronised(town)

    assert await seen(town, Person(town.staff[ANA])) == [1, 1, 1]
    # Not even whoever looks after her feeds as admin.
    for email in (LUIS, "admin@demo.test", "coordinator@other.test"):
        assert await seen(town, Person(town.staff[email])) == [0, 0, 0]
    assert await seen(town, SIGN_IN) == await seen(town, HOUSEKEEPING) == [1, 0, 0]
    assert await seen(town, LINKS) == [0, 0, 0]


@pytest.mark.parametrize(
    "statement",
    [
        "insert into app_passwords (id, person_id, name, secret_hash, made_at)"
        " select gen_random_uuid(), person_id, 'x', 'x', now() from feeds",
        "insert into synced_feeds (feed_id) select id from feeds on conflict do nothing",
        "update synced_feeds set number = 99",
        "update synced_entries set gone_at = now()",
        "delete from synced_entries",
        "update app_passwords set revoked_at = now()",
    ],
)
async def test_nobody_else_writes_them(town: Town, ground: Ground, statement: str) -> None:
    await synchronised(town)
    before = [await ground.connection.fetch(f"select * from {table}") for table in TABLES]

    # The admin looks after everybody's feeds, and so sees Ana's.
    with contextlib.suppress(ProgrammingError):
        async with town.database.transaction(Person(town.staff["admin@demo.test"])) as tx:
            await tx.session.execute(text(statement))

    assert [await ground.connection.fetch(f"select * from {table}") for table in TABLES] == before


async def test_what_devices_were_told_goes_with_the_feed(town: Town, ground: Ground) -> None:
    await synchronised(town)

    async with town.database.transaction(RETENTION) as tx:
        await tx.session.execute(text("delete from feeds"))

    assert [await ground.connection.fetchval(f"select count(*) from {table}") for table in TABLES] == [1, 0, 0]


__all__ = ["town"]
