"""`presencia demo`: a small, human demo for a first look; with ``--cases N``, invented cases of any number.

Everybody in it is invented. The small demo is lived through with the product's own verbs (`casework.rehearsal`), so
that its history, letters and trail are what those verbs leave behind, counted back from today.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from typing import Annotated

import cyclopts

from casework import rehearsal, sign_in, trail
from casework.actors import OPERATOR, SIGN_IN
from casework.notices import House
from casework.reference import load_reference
from casework.settings import Settings
from casework.transaction import Database
from commands import deployment
from commands.demo import cases as eleven_more
from commands.demo import community, desk, evening, ledger, mateo, raid
from commands.demo.story import Story
from commands.home import sayable

Cases = Annotated[int | None, cyclopts.Parameter(name="--cases", help="Make this many invented cases instead.")]

#: Whoever of them can sign in shows that the demo is here.
FIRST = "admin@demo.test"


def demo(*, cases: Cases = None) -> None:
    """Fill an empty deployment with invented people and cases."""
    settings = deployment.with_database()
    if cases is not None:
        from commands.demo.crowd import make_crowd

        sys.exit(asyncio.run(make_crowd(settings, cases)))
    sys.exit(asyncio.run(make_demo(settings)))


async def make_demo(settings: Settings, *, now: datetime | None = None, password: str | None = None) -> int:
    """The small demo, whole or not at all. Once it is there, doing it again changes nothing. Returns the exit code."""
    password = password or settings.demo_password or sayable()
    async with deployment.database(settings) as database:
        if await demo_people_are_in(database):
            print("The demo's people are in this database already.")
            return 0
        async with database.transaction(OPERATOR) as tx:
            await load_reference(tx)
        house = House(settings.address, settings.sender)
        async with rehearsal.rehearse(database, house) as rehearsed:
            await Story(rehearsed, now or datetime.now(UTC), password).tell(
                mateo.write, eleven_more.write, raid.write, community.write, desk.write, evening.write, ledger.write
            )
        # Its days lie behind us and nobody sealed meanwhile: the first look of the worker would ask why.
        await trail.seal_up_to_now(database)
    print(f"The demo is in. Everyone's password is {password}")
    return 0


async def demo_people_are_in(database: Database) -> bool:
    """Whether the demo's people can sign in here: their password was printed, so the world must not reach them."""
    async with database.transaction(SIGN_IN) as tx:
        return (await sign_in.ask(tx, FIRST)).person_id is not None
