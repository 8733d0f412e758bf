"""A town to test the doors in: two legal providers, a community group, their people with sign-ins, a court, facilities.

Everything goes through HTTP, as people's pages and calendars do.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.app import create_app
from api.house import cookie_name
from api.nodes import global_id
from casework import actors, notices, organizations, people, sign_in
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher, Kept, kept
from schema.courts import Court, HearingLocation
from schema.facilities import Facility
from schema.organizations import OrganizationKind, Role
from schema.people import Channel
from tests.clock import NOW, Clock
from tests.ground import Ground
from workers.carriers import Carriers, for_mail
from workers.delivery import WorkerContext, deliver_due

PASSWORD = "a long enough password"


class Refused(AssertionError):
    """A mutation answered with a refusal."""


@dataclass
class Seat:
    """Somebody signed in, at their page."""

    http: httpx.AsyncClient

    async def ask(self, document: str, **variables: Any) -> Any:
        """Run an operation that must succeed; returns its data."""
        response = await self.raw(document, variables)
        body = response.json()
        assert "errors" not in body, body["errors"]
        return body["data"]

    async def raw(self, document: str, variables: dict[str, Any] | None = None) -> httpx.Response:
        return await self.http.post("/graphql", json={"query": document, "variables": variables or {}})

    async def do(self, verb: str, want: str = "__typename", **given: Any) -> Any:
        """Call a mutation with its one input. Returns the payload, or the refusal with its ``__typename``."""
        kind = verb[0].upper() + verb[1:]
        document = (
            f"mutation Act($input: {kind}Input!) {{ {verb}(input: $input) {{ __typename"
            f" ... on {kind}Payload {{ {want} }} ... on UserError {{ message }}"
            f" ... on Invalid {{ field }} ... on NotCleared {{ missing }} }} }}"
        )
        return (await self.ask(document, input=given))[verb]


@dataclass
class Town:
    database: Database
    clock: Clock
    settings: Settings
    mail: Catcher
    stack: AsyncExitStack
    app: Any = None
    organizations: dict[str, str] = field(default_factory=dict)
    courts: dict[str, str] = field(default_factory=dict)
    facilities: dict[str, str] = field(default_factory=dict)
    staff: dict[str, UUID] = field(default_factory=dict)
    #: Sessions begun while the town was built, by address.
    sessions: dict[str, str] = field(default_factory=dict)

    async def nobody(self) -> httpx.AsyncClient:
        """Somebody who is not signed in: a calendar, an official on their phone."""
        transport = httpx.ASGITransport(app=self.app)
        client = httpx.AsyncClient(transport=transport, base_url=self.settings.address)
        return await self.stack.enter_async_context(client)

    async def signed_in(self, email: str) -> Seat:
        http = await self.nobody()
        http.headers["x-presencia"] = "1"
        if email in self.sessions and self.clock.now - NOW < sign_in.IDLE:
            http.cookies.set(cookie_name(self.settings), self.sessions[email])
            return Seat(http)
        answer = await http.post("/session", json={"email": email, "password": PASSWORD})
        assert answer.status_code == 204, answer.text
        return Seat(http)

    async def deliver(self) -> list[Kept]:
        """The worker looks, by real SMTP. Returns the letters that arrived just now."""
        before = self._came()
        carriers = Carriers({Channel.EMAIL: for_mail(self.mail.url)}, within=60)
        context: WorkerContext = {
            "database": self.database,
            "carriers": carriers,
            "house": notices.House(self.settings.address, self.settings.sender),
            "lease": timedelta(minutes=5),
        }
        await deliver_due(context)
        await carriers.close()
        # Only what is new is read: a long story's post is long.
        return kept(self.mail.folder, self._came() - before)

    def _came(self) -> int:
        return sum(1 for _ in self.mail.folder.glob("[0-9]*.eml"))

    def person(self, email: str) -> str:
        return global_id("Person", self.staff[email])


def words(letter: Kept) -> str:
    """The plain text of a letter."""
    part = letter.message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


STAFF = (
    ("elm-city", "admin@demo.test", "Grace Adeyemi", [Role.ADMIN], False),
    ("elm-city", "coordinator@demo.test", "Ana Okafor", [Role.COORDINATOR], True),
    ("elm-city", "attorney@demo.test", "Luis Prado", [Role.ATTORNEY], False),
    ("harbor", "advocate@demo.test", "Noor Haddad", [Role.ADVOCATE], False),
    ("shoreline", "coordinator@other.test", "Ben Castle", [Role.COORDINATOR], False),
    ("shoreline", "attorney@other.test", "Ines Duarte", [Role.ATTORNEY], False),
)


async def settle_town(town: Town) -> None:
    """Found the organizations and engage their people."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        ids = {}
        for slug, name, kind in (
            ("elm-city", "Elm City Legal Aid", OrganizationKind.LEGAL_PROVIDER),
            ("harbor", "Harbor Neighbors", OrganizationKind.COMMUNITY_GROUP),
            ("shoreline", "Shoreline Defenders", OrganizationKind.LEGAL_PROVIDER),
        ):
            made = await organizations.found_organization(tx, slug=slug, name=name, kind=kind, phone="+1 203 555 0100")
            ids[slug] = made.id
            town.organizations[slug] = global_id("Organization", made.id)
        for slug, email, name, roles, supervised in STAFF:
            person = await organizations.engage(
                tx, ids[slug], name=name, email=email, roles=roles, supervised=supervised
            )
            await sign_in.give_login(tx, person.id, email, PASSWORD)
            town.staff[email] = person.id
            if Role.ATTORNEY in roles:
                await people.record_attorney(
                    tx, person.id, bar_states=["CT"], eoir_registered=True, languages=["en", "es"]
                )
        court = Court(code="HAR", name="Hartford Immigration Court", city="Hartford", state="CT", time_zone=EASTERN)
        texan = Court(
            code="ELP", name="El Paso Immigration Court", city="El Paso", state="TX", time_zone="America/Denver"
        )
        tx.session.add_all([court, texan])
        await tx.session.flush()
        tx.session.add(
            HearingLocation(court_id=court.id, code="HDT", name="Hartford detained", city="Hartford", time_zone=EASTERN)
        )
        plymouth = Facility(
            code="PLYMOMA", name="Plymouth County Correctional", city="Plymouth", state="MA", district="D. Mass.",
            circuit="1", time_zone=EASTERN, field_office="Boston",
        )  # fmt: skip
        winn = Facility(
            code="WINNCLA", name="Winn Correctional", city="Winnfield", state="LA", district="W.D. La.", circuit="5",
            time_zone="America/Chicago", field_office="New Orleans",
        )  # fmt: skip
        tx.session.add_all([plymouth, winn])
        await tx.session.flush()
        town.courts = {one.code: global_id("Court", one.id) for one in (court, texan)}
        town.facilities = {one.code: global_id("Facility", one.id) for one in (plymouth, winn)}


EASTERN = "America/New_York"


#: What a town built earlier hands on: what it is called by.
Names = tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, UUID], dict[str, str]]


async def found_town(town: Town, further: Callable[[Town], Awaitable[None]] | None = None) -> Names:
    """Settle the town, sign its staff in, and let ``further`` happen."""
    await settle_town(town)
    for email in town.staff:
        async with town.database.transaction(actors.SIGN_IN) as tx:
            town.sessions[email] = await sign_in.sign_in(tx, town.staff[email])
    if further:
        await further(town)
    return town.organizations, town.courts, town.facilities, town.staff, town.sessions


async def settled(town: Town, ground: Ground, further: Callable[[Town], Awaitable[None]] | None = None) -> None:
    """The town as it stands after ``further``: built the first time, laid again ever after."""
    name = f"town, {further.__name__}" if further else "town"
    names = await ground.begin_with(name, partial(found_town, town, further))
    town.organizations, town.courts, town.facilities, town.staff, town.sessions = (dict(one) for one in names)


@asynccontextmanager
async def opened(database: Database, clock: Clock, settings: Settings, smtp: Catcher) -> AsyncIterator[Town]:
    """A town with open doors and nobody in it."""
    async with AsyncExitStack() as stack:
        found = Town(database, clock, settings, smtp, stack)
        found.app = create_app(settings, database=database)
        await stack.enter_async_context(found.app.router.lifespan_context(found.app))
        yield found


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground)
        yield found
