"""A world in which campaigns are planned: who is in it, what they typed, and how chance chooses among it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

import orjson

from bench.cleared import Cleared, Client, Wording
from bench.rules import Row
from bench.told import AGREED
from casework import (
    actors,
    cases,
    custody,
    feeds,
    hearings,
    intake,
    organizations,
    people,
    proceedings,
    teams,
)  # fmt: skip
from casework.identities import Known
from casework.transaction import Database, Transaction
from schema.consents import ConsentAudience, NameForm, Purpose
from schema.courts import Court
from schema.custody import Confidence, PlaceOfCustody, Source
from schema.facilities import Facility
from schema.feeds import FeedFilter
from schema.occasions import Medium, OccasionKind
from schema.organizations import OrganizationKind, Role
from schema.people import PersonKind
from schema.proceedings import ProceedingKind
from schema.teams import CaseRole

#: A Monday morning in New Haven: what is planned for a day is not in its quiet hours.
BEGINS = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
ZONE = "America/New_York"
NOBODY = UUID(int=0)
CLIENTS = (Client("Ixmucane", "Tzununija"), Client("Balamque", "Rixquiac"))
#: Whom consents are about, and for what, as the five questions have it.
PURPOSES = {ConsentAudience(asked): Purpose(purpose) for asked, purpose in AGREED.values()}
#: Which rows say what may be public.
TABLES = (
    "cases", "detainees", "safeguards", "consents", "further_cases", "sign_offs", "assignments", "hearings",
    "occasions", "advocacy_actions", "invitations", "whereabouts", "facilities", "courts", "bond_amounts", "bond_funds",
    "proceedings", "public_pages", "case_contacts",
)  # fmt: skip
#: What nobody here changes.
STAYING = frozenset({"facilities", "courts", "bond_amounts", "bond_funds", "proceedings", "case_contacts"})
#: Of the trail: which words were published, or took the place of published ones.
_PUBLISHED = (
    "select act, subject_id, (after->>'said_revision')::int as said_revision from audit_entries"
    " where act in ('action.published', 'action.words_taken_over')"
)
_MOST_ACTIONS = 4


class Idle(Exception):
    """There was nothing on which this could be done."""


@dataclass
class Clock:
    now: datetime = BEGINS

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Ground:
    """One world: who is in it, and what they typed."""

    database: Database
    #: The owner of the tables, whom no policy keeps from a row.
    bare: Any
    clock: Clock
    chance: Random = field(default_factory=Random)
    home: UUID = NOBODY
    group: UUID = NOBODY
    court: UUID = NOBODY
    facility: UUID = NOBODY
    #: By first name.
    who: dict[str, UUID] = field(default_factory=dict)
    cases: list[UUID] = field(default_factory=list)
    hearings: list[UUID] = field(default_factory=list)
    #: Secrets of the calendars of those without an account.
    calendars: dict[UUID, str] = field(default_factory=dict)
    wordings: dict[tuple[UUID, int], Wording] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    #: Whose case was acted on last.
    acted: UUID | None = None
    _typed: int = 0

    @asynccontextmanager
    async def acting(self, name: str) -> AsyncIterator[Transaction]:
        async with self.database.transaction(actors.Person(self.who[name])) as tx:
            yield tx

    # How it begins.

    async def begin(self, *, minor: bool = False) -> None:
        """Elm City and its people, two clients with a hearing each, and nothing agreed to."""
        async with self.database.transaction(actors.OPERATOR) as tx:
            for slug, name, kind in (
                ("elm-city", "Elm City", OrganizationKind.LEGAL_PROVIDER),
                ("harbor", "Harbor", OrganizationKind.COMMUNITY_GROUP),
            ):
                made = await organizations.found_organization(tx, slug=slug, name=name, kind=kind, phone="+12035550100")
                self.home, self.group = (made.id, self.group) if slug == "elm-city" else (self.home, made.id)
            court = Court(code="HAR", name="Hartwell Court", street="Sycamore Lane", city="Hartford", state="CT",
                          time_zone=ZONE)  # fmt: skip
            place = Facility(code="PLYMOMA", name="Palisander Jail", city="Plymouth", state="MA",
                             district="Tamarind District", circuit="1", time_zone=ZONE)  # fmt: skip
            tx.session.add_all([court, place])
            await tx.session.flush()
            self.court, self.facility = court.id, place.id
            for name, home, roles in (
                ("ana", self.home, [Role.COORDINATOR]),
                ("luis", self.home, [Role.ATTORNEY]),
                ("vera", self.home, [Role.ATTORNEY]),
                ("nora", self.group, [Role.ADVOCATE, Role.COORDINATOR]),
            ):
                person = await organizations.engage(
                    tx, home, name=name.title(), email=f"{name}@elm.test", roles=list(roles)
                )
                self.who[name] = person.id
                if Role.ATTORNEY in roles:
                    await people.record_attorney(tx, person.id, bar_states=["CT"], eoir_registered=True)
            for name, what in (
                ("reyes", PersonKind.OFFICIAL), ("olga", PersonKind.SUPPORTER), ("pia", PersonKind.PRESS),
                ("wit", PersonKind.WITNESS), ("rosa", PersonKind.FAMILY_CONTACT),
            ):  # fmt: skip
                one = await people.add_person(
                    tx, self.home, kind=what, name=name.title(), language="en", email=f"{name}@out.test",
                    confirmed=True,
                )  # fmt: skip
                self.who[name] = one.id
        for number, client in enumerate(CLIENTS):
            await self._take_in(client, number, minor=minor and number == 1)
        async with self.acting("ana") as tx:
            for name in ("reyes", "olga", "pia"):
                feed = await feeds.subscribe_feed(
                    tx, self.home, filter=FeedFilter.INVITED, name="Theirs", person_id=self.who[name]
                )
                self.calendars[self.who[name]] = feeds.secret_of(tx, feed)
        await self.look()

    async def _take_in(self, client: Client, number: int, *, minor: bool) -> None:
        async with self.acting("ana") as tx:
            case = await intake.take_in_case(
                tx, self.home, known=Known(legal_name=f"{client.first} {client.surname}"),
                public_name=f"{client.first} {client.surname[0]}.",
            )  # fmt: skip
            self.cases.append(case.id)
            for name in ("luis", "vera"):
                await teams.add_to_team(tx, case.id, self.who[name], CaseRole.ATTORNEY)
            await teams.name_contact(tx, case.id, self.who["rosa"], relation="mother", named_by_client=True)
            await teams.share_case(tx, case.id, self.group)
            track = await proceedings.open_proceeding(tx, case.id, kind=ProceedingKind.BOND, court_id=self.court)
            await custody.record_custody(
                tx, case.id, place=PlaceOfCustody.FACILITY, facility_id=self.facility, source=Source.LOCATOR,
                confidence=Confidence.ONE_SOURCE,
            )  # fmt: skip
            await custody.record_custody(
                tx, case.id, place=PlaceOfCustody.FACILITY, facility_id=self.facility, source=Source.FAMILY,
                confidence=Confidence.CONFIRMED,
            )  # fmt: skip
            hearing = await hearings.schedule_hearing(
                tx, case.id, track.id,
                hearings.Notice(
                    kind=OccasionKind.BOND_HEARING, starts_at=datetime(2026, 12, 2 + 7 * number, 9),
                    court_id=self.court, room=f"Wisteria{number}", medium=Medium.IN_PERSON, judge="Quillfeather",
                ),
                confirmed=True,
            )  # fmt: skip
            self.hearings.append(hearing.id)
            if minor:
                await cases.update_case(tx, case.id, {"minor": True}, expected_revision=case.revision)

    async def look(self) -> Cleared:
        """Read the rows as they lie now: what may be public follows from them."""
        for table in TABLES:
            if table in STAYING and table in self.rows:
                continue
            self.rows[table] = [dict(row) for row in await self.bare.fetch(f'select * from "{table}" order by 1')]
        for row in self.rows["advocacy_actions"]:
            row["codeword"] = row["codeword"] or ""
        for row in self.rows["hearings"]:
            row["judge"] = row["judge"] or ""
        self.rows["audit_entries"] = [dict(row) for row in await self.bare.fetch(_PUBLISHED)]
        return self.cleared()

    def cleared(self) -> Cleared:
        """The oracle over the rows that were read last, at this instant."""
        counsel = {self.who["luis"], self.who["vera"]}
        known = dict(zip(self.cases, CLIENTS, strict=True))
        return Cleared(
            self.rows, self.clock.now, wordings=self.wordings, clients=known, counsel=counsel,
            places=self.places,
        )  # fmt: skip

    async def notice(self, key: UUID) -> Row:
        """The row of a letter."""
        row = dict(
            await self.bare.fetchrow(
                "select id, occasion_id, person_id, audience, kind, before from notices where id = $1", key
            )
        )
        row["before"] = orjson.loads(row["before"]) if isinstance(row["before"], str) else row["before"]
        return row

    # Choosing.

    def one(self, *of: Any) -> Any:
        return self.chance.choice(of)

    def maybe(self, share: float = 0.5) -> bool:
        return self.chance.random() < share

    def case(self) -> Row:
        # Mostly the first: what lies beside it is there to be mixed up with.
        self.acted = wanted = self.cases[0] if self.maybe(0.7) else self.cases[1]
        return next(row for row in self.rows["cases"] if row["id"] == wanted)

    def any_of(self, table: str, **named: Collection[Any]) -> Row:
        """Some row with these values. Raises :class:`Idle` where there is none."""
        found = [row for row in self.rows[table] if all(row[column] in values for column, values in named.items())]
        if not found:
            raise Idle
        row: Row = self.one(*found)
        self.acted = row.get("case_id")
        return row

    def seldom(self, share: float) -> None:
        """Mostly this is not done: what ends much would leave little to look at."""
        if not self.maybe(share):
            raise Idle

    def guarded(self, case: Row) -> bool:
        return self.cleared().guarded(case)

    def later_day(self, days: int = 40) -> date:
        return self.clock.now.date() + timedelta(days=self.chance.randrange(days))

    def wall(self) -> datetime:
        return datetime.combine(self.later_day(12) + timedelta(days=1), time(self.one(9, 11, 17), self.one(0, 30)))

    def _audiences(self) -> list[ConsentAudience]:
        first = self.one(ConsentAudience.PUBLIC, ConsentAudience.PUBLIC, *ConsentAudience)
        return list({first, *([self.one(*ConsentAudience)] if self.maybe(0.3) else [])})

    def _typed_for(self, case: UUID | None, form: NameForm) -> tuple[dict[str, Any], Wording]:
        """Words nobody typed before; mostly they say of the name what their form says."""
        self._typed += 1
        title, statement = f"Kestrel{self._typed:05}", f"Heron{self._typed:05}"
        client = CLIENTS[self.cases.index(case)] if case else None
        names: set[str] = set()
        says = {NameForm.PUBLIC_NAME: 0.8, NameForm.FULL: 0.9}.get(form, 0.05)
        if client and self.maybe(says):
            names = {client.first}
            if form is NameForm.FULL and self.maybe(0.8):
                names.add(client.surname)
        said = client.surname if client and client.surname in names else f"{client.surname[0]}." if client else ""
        called = f"{client.first} {said}" if client and names else "our neighbor"
        where = self.one("title", "statement", "both") if names else "both"
        typed = {
            "title": f"{title} for {called if where != 'statement' else 'our neighbor'}",
            "statement": f"{statement}: {called if where != 'title' else 'our neighbor'} belongs at home.",
        }
        return typed, Wording(title, statement, frozenset(names))

    def _arrangements(self, *, around: bool = False) -> dict[str, Any]:
        self._typed += 1
        said: dict[str, Any] = {
            "place_name": f"Foxglove{self._typed:05} Hall", "place_city": "New Haven",
            "codeword": f"Merlin{self._typed:05}",
        }  # fmt: skip
        self.places |= {said["place_name"], said["codeword"]}
        if not around or self.maybe():
            said |= {"starts_at": self.wall(), "time_zone": ZONE}
        if self.maybe(0.07):
            said["embargo_until"] = self.clock.now + timedelta(hours=self.one(1, 20, 60))
        return said
