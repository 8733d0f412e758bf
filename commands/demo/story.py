"""The demo's story: who they are, and a diary of what everyone did, lived through in order.

Days are counted from today: -24 is twenty-four days ago. Hours are New Haven's. Court days that would fall on a weekend
or a federal holiday fall on the next working day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

import holidays

from casework import access, feeds, organizations, people, sign_in
from casework.actors import OPERATOR, Person
from casework.rehearsal import Rehearsal
from casework.transaction import Transaction
from schema.courts import Court, HearingLocation
from schema.facilities import Facility
from schema.feeds import FeedFilter
from schema.organizations import OrganizationKind, Role
from schema.people import PersonKind
from schema.proceedings import ProceedingKind

Act: TypeAlias = Callable[[Transaction], Awaitable[object]]

HERE = "America/New_York"
#: When the organizations began to work with Presencia.
BEGINNING = -60


class Story:
    """The diary, and the ids of everyone in it by the name they are called here."""

    def __init__(self, rehearsal: Rehearsal, now: datetime, password: str) -> None:
        self.rehearsal = rehearsal
        self.now = now
        self.today = now.astimezone(ZoneInfo(HERE)).date()
        self.password = password
        #: "ana" → the id of Ana Reyes.
        self.who: dict[str, UUID] = {}
        self.elm_city = self.neighbors = self.shoreline = UUID(int=0)
        self.facilities: dict[str, UUID] = {}
        self.courts: dict[str, UUID] = {}
        self.rooms: dict[str, UUID] = {}
        self._diary: list[tuple[datetime, int, str, Act]] = []

    # Days.

    def day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def court_day(self, offset: int) -> date:
        day = self.day(offset)
        while day.weekday() >= 5 or day in holidays.country_holidays("US", years=day.year):
            day += timedelta(days=1)
        return day

    def wall(self, offset: int, clock: str, *, court: bool = False) -> datetime:
        """A wall time, wherever that wall is."""
        return datetime.combine(self.court_day(offset) if court else self.day(offset), time.fromisoformat(clock))

    def at(self, offset: int, clock: str, *, court: bool = False) -> datetime:
        """An instant, by New Haven's clock."""
        return self.wall(offset, clock, court=court).replace(tzinfo=ZoneInfo(HERE)).astimezone(UTC)

    # The diary.

    def on(self, offset: int, clock: str, who: str, act: Act, *, court: bool = False) -> None:
        """Write into the diary that this person does this on that day. Nothing of it lies ahead."""
        at = self.at(offset, clock, court=court)
        if at < self.now:
            self._diary.append((at, len(self._diary), who, act))

    async def tell(self, *chapters: Callable[[Story], object]) -> None:
        """Let the chapters write into the diary, and live through all of it."""
        await self._begin()
        await self._address_book()
        for chapter in chapters:
            chapter(self)
        for at, _, who, act in sorted(self._diary, key=lambda entry: entry[:2]):
            async with self.rehearsal.acting(OPERATOR if who == "operator" else Person(self.who[who]), at) as tx:
                await act(tx)
        await self.rehearsal.deliver_until(self.now)
        await self._let_in()

    async def _begin(self) -> None:
        async with self.rehearsal.acting(OPERATOR, self.at(BEGINNING, "09:00")) as tx:
            self.elm_city = (
                await organizations.found_organization(
                    tx,
                    slug="elm-city",
                    name="Elm City Immigrant Defense",
                    kind=OrganizationKind.LEGAL_PROVIDER,
                    phone="+1 203 555 0110",
                )
            ).id
            self.neighbors = (
                await organizations.found_organization(
                    tx,
                    slug="neighbors",
                    name="Neighbors in the Room",
                    kind=OrganizationKind.COMMUNITY_GROUP,
                    phone="+1 203 555 0120",
                )
            ).id
            self.shoreline = (
                await organizations.found_organization(
                    tx,
                    slug="shoreline",
                    name="Shoreline Legal Partners",
                    kind=OrganizationKind.LEGAL_PROVIDER,
                    phone="+1 860 555 0130",
                )
            ).id
            await self._staff(tx)
            actor = await access.standing(tx)
            facilities = await tx.session.scalars(access.visible(actor, Facility, tx.now))
            self.facilities = {place.code: place.id for place in facilities}
            courts = await tx.session.scalars(access.visible(actor, Court, tx.now))
            self.courts = {court.code: court.id for court in courts}
            rooms = await tx.session.scalars(access.visible(actor, HearingLocation, tx.now))
            self.rooms = {room.code: room.id for room in rooms}

    async def _staff(self, tx: Transaction) -> None:
        staff = (
            ("grace", self.elm_city, "Grace Adeyemi", "admin@demo.test", [Role.ADMIN], False, "en"),
            ("ana", self.elm_city, "Ana Reyes", "coordinator@demo.test", [Role.COORDINATOR], True, "en"),
            ("julia", self.elm_city, "Julia Whitcomb", "attorney@demo.test", [Role.ATTORNEY], False, "en"),
            ("tomas", self.elm_city, "Tomás Ibarra", "tomas@demo.test", [Role.PARALEGAL], True, "es"),
            ("luis", self.neighbors, "Luis Ortega", "advocate@demo.test", [Role.ADVOCATE], False, "es"),
            ("beth", self.shoreline, "Beth Lindqvist", "coordinator@other.test", [Role.COORDINATOR], True, "en"),
            ("samir", self.shoreline, "Samir Haddad", "samir@other.test", [Role.ATTORNEY], False, "en"),
        )
        for called, organization, name, email, roles, supervised, language in staff:
            person = await organizations.engage(
                tx, organization, name=name, email=email, roles=roles, supervised=supervised, language=language
            )
            self.who[called] = person.id
        await people.record_attorney(
            tx,
            self.who["julia"],
            bar_states=["CT", "MA"],
            eoir_registered=True,
            admitted_courts=["ctd", "mad", "med", "ca2"],
            languages=["en", "es"],
            most_cases=12,
            hours_a_month=60,
            places=["CT", "MA"],
        )
        await people.record_attorney(
            tx,
            self.who["samir"],
            bar_states=["CT", "RI"],
            eoir_registered=True,
            admitted_courts=["rid"],
            languages=["en", "ar", "fr"],
            most_cases=3,
            hours_a_month=12,
            places=["CT", "RI"],
            interests=[ProceedingKind.BOND, ProceedingKind.HABEAS],
            conflicts_contact_id=self.who["beth"],
        )

    async def _address_book(self) -> None:
        elm_city = (
            ("mayor", "Denise Calloway", PersonKind.OFFICIAL, "Mayor of Farrow Mills", "en", None),
            ("scheduler", "Owen Pruitt", PersonKind.SCHEDULER, None, "en", "scheduler@city.test"),
            ("senator", "Harold Baines", PersonKind.OFFICIAL, "State Senator, 40th District", "en", "b@senate.test"),
            ("rosa", "Rosa Cruz", PersonKind.FAMILY_CONTACT, None, "es", "rosa@family.test"),
            ("marta", "Marta Solís", PersonKind.FAMILY_CONTACT, None, "es", "marta@family.test"),
            ("jean", "Jean-Robert Pierre", PersonKind.FAMILY_CONTACT, None, "en", "jean@family.test"),
            ("fatou", "Fatou Ndiaye", PersonKind.FAMILY_CONTACT, None, "en", "fatou@family.test"),
            ("priya", "Priya Raman", PersonKind.INTERPRETER, None, "en", "priya@interpreters.test"),
        )  # fmt: skip
        neighbors = (
            ("carol", "Carol Jennings", PersonKind.SUPPORTER, None, "en", "carol@supporters.test"),
            ("deshawn", "DeShawn Porter", PersonKind.SUPPORTER, None, "en", "deshawn@supporters.test"),
            ("elena", "Elena Vázquez", PersonKind.SUPPORTER, None, "es", "elena@supporters.test"),
            ("walt", "Walt Kowalczyk", PersonKind.SUPPORTER, None, "en", "walt@supporters.test"),
            ("imani", "Imani Brooks", PersonKind.SUPPORTER, None, "en", "imani@supporters.test"),
            ("nora", "Nora Feldman", PersonKind.PRESS, None, "en", "newsroom@paper.test"),
        )  # fmt: skip
        for organization, book, who in ((self.elm_city, elm_city, "ana"), (self.neighbors, neighbors, "luis")):
            async with self.rehearsal.acting(Person(self.who[who]), self.at(BEGINNING, "11:00")) as tx:
                for called, name, kind, office, language, email in book:
                    person = await people.add_person(
                        tx,
                        organization,
                        kind=kind,
                        name=name,
                        office=office,
                        language=language,
                        email=email,
                        scheduler_for_id=self.who["mayor"] if kind is PersonKind.SCHEDULER else None,
                    )
                    self.who[called] = person.id

    async def _let_in(self) -> None:
        """Sign-ins last: whoever can sign in finds the whole story."""
        logins = {
            "grace": "admin@demo.test",
            "ana": "coordinator@demo.test",
            "julia": "attorney@demo.test",
            "luis": "advocate@demo.test",
            "beth": "coordinator@other.test",
            "samir": "samir@other.test",
        }
        async with self.rehearsal.transaction(OPERATOR, now=self.now) as tx:
            for called, email in logins.items():
                await sign_in.give_login(tx, self.who[called], email, self.password)
        for called, organization, name in (
            ("ana", self.elm_city, "All our dates"),
            ("julia", self.elm_city, "My hearings"),
        ):
            async with self.rehearsal.transaction(Person(self.who[called]), now=self.at(-30, "10:00")) as tx:
                await feeds.subscribe_feed(tx, organization, filter=FeedFilter.MY_CASES, name=name)
