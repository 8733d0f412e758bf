"""`presencia feed`: calendar addresses."""

from __future__ import annotations

import asyncio
import sys
from typing import Annotated

import cyclopts

from casework import access, feeds, sign_in
from casework.actors import SIGN_IN, Person
from casework.refusals import Refusal
from casework.settings import Settings
from commands import deployment
from schema.feeds import FeedFilter

app = cyclopts.App(name="feed", help="Calendar addresses.")

Filter = Annotated[FeedFilter, cyclopts.Parameter(help="What it shows.")]


@app.command
def create(email: str, *, filter: Filter = FeedFilter.MY_CASES, name: str = "Presencia") -> None:
    """Print a secret calendar address of this person's. It shows what they may see."""
    sys.exit(asyncio.run(make_feed(deployment.with_database(), email, filter, name)))


async def make_feed(settings: Settings, email: str, filter: FeedFilter, name: str) -> int:
    """Subscribe as that person, and print the address. Returns the exit code."""
    async with deployment.database(settings) as database:
        async with database.transaction(SIGN_IN) as tx:
            person_id = (await sign_in.ask(tx, email)).person_id
        if person_id is None:
            print(f"Nobody signs in as {email}.", file=sys.stderr)
            return 1
        try:
            async with database.transaction(Person(person_id)) as tx:
                organization_id = next(iter((await access.standing(tx)).organizations()), None)
                if organization_id is None:
                    print(f"{email} belongs to no organization now.", file=sys.stderr)
                    return 1
                feed = await feeds.subscribe_feed(tx, organization_id, filter=filter, name=name)
                secret = feeds.secret_of(tx, feed)
        except Refusal as refusal:
            print(refusal.message, file=sys.stderr)
            return 1
    print(f"{settings.address}/feeds/{secret}.ics")
    return 0
