"""People around two clients who are held, and everything they may do about what becomes public.

Each act is one that somebody does on a page, by the verb behind it; what may not be done now is refused and changes
nothing. What is typed can be found again in any bytes (:mod:`bench.cleared`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
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
    advocacy,
    assignments,
    cases,
    consents,
    custody,
    feeds,
    hearings,
    intake,
    invitations,
    organizations,
    people,
    proceedings,
    teams,
)  # fmt: skip
from casework.assignments import ending
from casework.consents import Answers, How
from casework.identities import Known
from casework.transaction import Database, Transaction
from schema.advocacy import EmbargoedField, SignOffCapacity
from schema.assignments import Scope
from schema.consents import ConsentAnswer, ConsentAudience, GivenBy, Heard, NameForm, Purpose
from schema.counsel import CounselSaid
from schema.courts import Court
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.facilities import Facility
from schema.feeds import FeedFilter
from schema.invitations import InvitationState
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
    "cases", "detainees", "safeguards", "consents", "sign_offs", "assignments", "hearings", "occasions",
    "advocacy_actions", "invitations", "whereabouts", "facilities", "courts", "bond_amounts", "bond_funds",
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
class Campaign:
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

    # What the client says.

    def _how(self) -> dict[str, Any]:
        return {
            "given_by": self.one(GivenBy.CLIENT, GivenBy.CLIENT, GivenBy.CLIENT, GivenBy.GUARDIAN, GivenBy.RELAYED),
            "heard": self.one(*[Heard.PRIVATELY] * 5, Heard.BEFORE_OFFICER, Heard.RECORDED_LINE),
            "assented": self.maybe(0.7),
            "expires_on": self.later_day(),
            "language": "es",
        }

    async def give(self) -> None:
        audience = self.one(*ConsentAudience)
        async with self.acting(self.one("ana", "luis")) as tx:
            await consents.give_consent(
                tx, self.case()["id"], audience=audience,
                purpose=PURPOSES[audience] if self.maybe(0.9) else Purpose.SEEK_COUNSEL,
                name_form=self.one(*NameForm, NameForm.PUBLIC_NAME, NameForm.FULL), photo=self.maybe(),
                place=self.maybe(), **self._how(),
            )  # fmt: skip

    async def interview(self) -> None:
        self.seldom(0.6)
        said = (ConsentAnswer.YES, ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.NOT_ASKED)
        answers = Answers(
            **{name: self.one(*said) for name in ("officials", "courtroom", "press", "photo", "full_name")}
        )
        how = self._how()
        async with self.acting(self.one("ana", "luis")) as tx:
            await consents.record_consent_interview(
                tx, self.case()["id"], answers,
                How(**how, guardian_adverse=self.maybe(0.2), relayed_by="Rosa" if self.maybe(0.8) else None),
            )  # fmt: skip

    async def narrow(self) -> None:
        one = self.any_of("consents", state=["standing"])
        less = self.one({"name_form": self.one(*NameForm)}, {"photo": False}, {"expires_on": self.later_day(9)},
                        {"place": False})  # fmt: skip
        async with self.acting("ana") as tx:
            await consents.narrow_consent(tx, one["id"], expected_revision=one["revision"], **less)

    async def pause(self) -> None:
        self.seldom(0.5)
        one = self.any_of("consents", state=["standing"])
        async with self.acting(self.one("ana", "nora")) as tx:
            await consents.pause_consent(tx, one["id"])

    async def resume(self) -> None:
        one = self.any_of("consents", state=["paused"])
        async with self.acting(self.one("ana", "luis")) as tx:
            await consents.resume_consent(
                tx, one["id"], expected_revision=one["revision"], client_said_so=True, language="es"
            )

    async def withdraw(self) -> None:
        self.seldom(0.5)
        one = self.any_of("consents", state=["standing", "paused", "proposed"])
        async with self.acting(self.one("ana", "luis", "nora")) as tx:
            await consents.withdraw_consent(tx, one["id"])

    async def confirm(self) -> None:
        one = self.any_of("consents", state=["proposed"])
        async with self.acting(self.one("luis", "vera", "ana")) as tx:
            await consents.confirm_consent(
                tx, one["id"], expected_revision=one["revision"], language="es", privately=True
            )

    # Who may say so.

    async def doubt(self) -> None:
        case = self.case()
        doubted = any(row["case_id"] == case["id"] and row["doubted_since"] for row in self.rows["safeguards"])
        self.seldom(0.9 if doubted else 0.15)
        async with self.acting("luis") as tx:
            await consents.doubt_capacity(tx, case["id"], doubted=not doubted)

    async def mark_minor(self) -> None:
        case = self.case()
        client = next(row for row in self.rows["detainees"] if row["id"] == case["detainee_id"])
        self.seldom(0.9 if client["minor"] else 0.15)
        await self._update(case, minor=not client["minor"])

    async def no_publicity(self) -> None:
        case = self.case()
        self.seldom(0.9 if case["no_publicity"] else 0.2)
        await self._update(case, no_publicity=not case["no_publicity"])

    async def _update(self, case: Row, **changes: Any) -> None:
        async with self.acting("ana") as tx:
            await cases.update_case(tx, case["id"], changes, expected_revision=case["revision"])  # type: ignore[arg-type]

    async def release(self) -> None:
        case = self.case()
        if case["custody_status"] == "released":
            async with self.acting("ana") as tx:
                await custody.record_custody(
                    tx, case["id"], place=PlaceOfCustody.FACILITY, facility_id=self.facility, source=Source.FAMILY,
                    confidence=Confidence.ONE_SOURCE,
                )  # fmt: skip
            return
        self.seldom(0.2)
        at = self.clock.now - timedelta(hours=6)
        async with self.acting("ana") as tx:
            await custody.record_release(
                tx, case["id"], released_at=at.replace(tzinfo=None), time_zone=ZONE, reason=ReleaseReason.PAROLED,
                source=Source.FAMILY,
            )  # fmt: skip

    # Who speaks for them.

    async def appear(self) -> None:
        """An attorney takes the case and is of record."""
        self.seldom(0.5)
        case, name = self.case(), self.one("luis", "vera")
        track = next(row for row in self.rows["proceedings"] if row["case_id"] == case["id"])
        async with self.acting("ana") as tx:
            offer = await assignments.offer_assignment(
                tx, case["id"], self.who[name], scope=Scope.ALL, blurb="Spanish-speaking, held in New England."
            )
        async with self.acting(name) as tx:
            taken = await assignments.accept_assignment(tx, offer.id, expected_revision=offer.revision)
        if self.maybe(0.8):
            async with self.acting("ana") as tx:
                await assignments.record_appearance(
                    tx, taken.id, expected_revision=taken.revision, entered_on=self.clock.now.date(),
                    proceeding_id=track["id"],
                )  # fmt: skip

    async def leave(self) -> None:
        """The judge lets counsel of record go, or an assignment ends; they stay an attorney of the house."""
        self.seldom(0.4)
        one = self.any_of("assignments", state=["of_record", "accepted", "engaged"])
        day = self.clock.now.date()
        async with self.acting("ana") as tx:
            if one["state"] == "of_record":
                for form in await ending.of_record(tx, one["id"]):
                    await assignments.ask_withdrawal(tx, form.id, expected_revision=form.revision, asked_on=day)
                    await assignments.record_withdrawal_decision(
                        tx, form.id, expected_revision=form.revision, granted=True, decided_on=day
                    )
            else:
                await assignments.withdraw_assignment(tx, one["id"], expected_revision=one["revision"])
        name = next(name for name, key in self.who.items() if key == one["attorney_id"])
        async with self.acting("ana") as tx:
            await teams.add_to_team(tx, one["case_id"], self.who[name], CaseRole.ATTORNEY)

    def capacity(self, case_id: UUID) -> tuple[str, SignOffCapacity]:
        """Whose yes counts; now and then somebody else tries."""
        of_record = [
            row["attorney_id"] for row in self.rows["assignments"]
            if row["case_id"] == case_id and row["state"] == "of_record"
        ]  # fmt: skip
        if not of_record or self.maybe(0.05):
            return self.one("luis", "vera"), self.one(*[SignOffCapacity.CONSULTED] * 30, SignOffCapacity.OF_RECORD)
        wanted = self.one(*of_record)
        return next(name for name, key in self.who.items() if key == wanted), SignOffCapacity.OF_RECORD

    async def sign(self) -> None:
        await self._sign(self._of_a_case())

    def _of_a_case(self) -> Row:
        return self.any_of("advocacy_actions", state=["draft", "published"], case_id=self.cases)

    async def _sign(self, action: Row) -> None:
        name, capacity = self.capacity(action["case_id"])
        async with self.acting(name) as tx:
            await advocacy.sign_off_action(tx, action["id"], said_revision=action["said_revision"], capacity=capacity)

    async def answer(self) -> None:
        """Counsel says no, or these words instead; and these are taken over."""
        self.seldom(0.4)
        one = self._of_a_case()
        name, _ = self.capacity(one["case_id"])
        instead = self.maybe(0.7)
        typed, wording = self._typed_for(one["case_id"], NameForm(one["name_form"]))
        async with self.acting(name) as tx:
            made = await advocacy.answer_action(
                tx, one["id"], said=CounselSaid.THESE_WORDS_INSTEAD if instead else CounselSaid.NO,
                said_revision=one["said_revision"], **(typed if instead else {}),
            )  # fmt: skip
        if instead and self.maybe(0.7):
            async with self.acting("ana") as tx:
                action = await advocacy.take_over_words(tx, made.id)
                self.wordings[action.id, action.said_revision] = wording

    async def confirm_sign_offs(self) -> None:
        case = self.case()
        name, capacity = self.capacity(case["id"])
        async with self.acting(name) as tx:
            await advocacy.confirm_sign_offs(tx, case["id"], capacity=capacity)

    # What is planned.

    async def draft(self) -> None:
        await self._draft(self.case()["id"] if self.maybe(0.85) else None)

    async def _draft(self, case: UUID | None) -> Row:
        live = [
            row for row in self.rows["advocacy_actions"]
            if row["state"] in ("draft", "published")
            and self.cleared().occasions[row["occasion_id"]]["ends_at"] > self.clock.now
        ]  # fmt: skip
        if len(live) >= _MOST_ACTIONS:
            raise Idle
        around = case is not None and self.maybe(0.3)
        form = self.one(*NameForm, NameForm.PUBLIC_NAME, NameForm.NONE) if case else NameForm.NONE
        typed, wording = self._typed_for(case, form)
        by = self.one("ana", "ana", "nora")
        async with self.acting(by) as tx:
            action = await advocacy.draft_action(
                tx, self.home if by == "ana" else self.group, kind=self.one(OccasionKind.VIGIL, OccasionKind.RALLY),
                case_id=case, hearing_id=self.hearings[self.cases.index(case)] if around and case else None,
                words={**typed, "name_form": form, "audiences": self._audiences(), "uses_photo": self.maybe(0.2)},  # type: ignore[typeddict-item]
                arrangements=self._arrangements(around=around),  # type: ignore[arg-type]
            )  # fmt: skip
        self.wordings[action.id, action.said_revision] = wording
        await self.look()
        return next(row for row in self.rows["advocacy_actions"] if row["id"] == action.id)

    async def go_public(self) -> None:
        """All that it takes, one after the other: the client's yes, the words, counsel's, and it is published."""
        case = self.case()
        await self._carry_through(await self._draft(case["id"]))

    async def make_whole(self) -> None:
        """Whatever draft there is gets what it lacks, and is published."""
        occasions = self.cleared().occasions
        ahead = [
            row["id"] for row in self.rows["advocacy_actions"]
            if occasions[row["occasion_id"]]["ends_at"] > self.clock.now
        ]  # fmt: skip
        await self._carry_through(self.any_of("advocacy_actions", state=["draft"], id=ahead))

    async def _carry_through(self, action: Row) -> None:
        if action["case_id"]:
            await self._agree(action)
            await self.look()
        await self._publish_at_last(action["id"])

    async def _agree(self, action: Row) -> None:
        """The client says yes to it as it reads, with whoever must say so besides."""
        case = self.cleared().cases[action["case_id"]]
        alone, form = not self.guarded(case), NameForm(action["name_form"])
        if case["no_publicity"] and self.maybe(0.8):
            await self._update(case, no_publicity=False)
        async with self.acting("luis") as tx:
            for word in action["audiences"]:
                await consents.give_consent(
                    tx, case["id"], audience=ConsentAudience(word), purpose=PURPOSES[ConsentAudience(word)],
                    name_form=form if alone else min(form, NameForm.PUBLIC_NAME, key=list(NameForm).index),
                    photo=action["uses_photo"] and alone, place=self.maybe(), assented=True,
                    given_by=GivenBy.CLIENT if alone else GivenBy.GUARDIAN, language="es",
                    expires_on=self.later_day() + timedelta(days=14),
                )  # fmt: skip

    async def _publish_at_last(self, key: UUID) -> None:
        action = next(row for row in self.rows["advocacy_actions"] if row["id"] == key)
        if action["case_id"]:
            await self._sign(action)
            await self.look()
            action = next(row for row in self.rows["advocacy_actions"] if row["id"] == key)
        async with self.acting("ana") as tx:
            await advocacy.publish_action(tx, key, expected_revision=action["revision"])

    async def publish(self) -> None:
        one = self.any_of("advocacy_actions", state=["draft"])
        async with self.acting("ana") as tx:
            await advocacy.publish_action(tx, one["id"], expected_revision=one["revision"])

    async def revise(self) -> None:
        self.seldom(0.6)
        one = self.any_of("advocacy_actions", state=["draft", "published"])
        words: dict[str, Any] = {}
        if one["case_id"] and self.maybe(0.3):
            words["name_form"] = self.one(*NameForm)
        if self.maybe(0.2):
            words["audiences"] = self._audiences()
        wording = None
        if self.maybe(0.7):
            typed, wording = self._typed_for(one["case_id"], words.get("name_form", NameForm(one["name_form"])))
            words |= typed
        async with self.acting(self.one("ana", "nora") if one["case_id"] else "ana") as tx:
            done = await advocacy.revise_action(
                tx, one["id"], expected_revision=one["revision"], words=words, arrangements={}  # type: ignore[arg-type]
            )  # fmt: skip
        if wording is not None:
            self.wordings[one["id"], done.action.said_revision] = wording

    async def rearrange(self) -> None:
        one = self.any_of("advocacy_actions", state=["draft", "published"])
        async with self.acting("ana") as tx:
            await advocacy.revise_action(
                tx, one["id"], expected_revision=one["revision"], words={},
                arrangements=self._arrangements(around=self.maybe()),  # type: ignore[arg-type]
            )  # fmt: skip

    async def embargo(self) -> None:
        one = self.any_of("advocacy_actions", state=["published"] if self.maybe(0.8) else ["draft"])
        async with self.acting("luis" if one["case_id"] else "ana") as tx:
            await advocacy.embargo_action(
                tx, one["id"], expected_revision=one["revision"], field=self.one(*EmbargoedField),
                until=self.clock.now + timedelta(hours=self.one(1, 5, 30)) if self.maybe(0.7) else None,
            )  # fmt: skip

    async def call_off(self) -> None:
        self.seldom(0.3)
        one = self.any_of("advocacy_actions", state=["published", "draft"])
        async with self.acting("ana") as tx:
            await advocacy.call_off_action(tx, one["id"], expected_revision=one["revision"])

    async def new_address(self) -> None:
        one = self.any_of("advocacy_actions", state=["published"])
        async with self.acting("ana") as tx:
            await advocacy.edit_public_page(tx, one["id"], expected_revision=one["revision"], new=True)

    # The hearing, and who is asked.

    def _hearing(self) -> Row:
        wanted = self.one(*self.hearings)
        return next(row for row in self.rows["hearings"] if row["id"] == wanted)

    async def move(self) -> None:
        hearing = self._hearing()
        async with self.acting("ana") as tx:
            await hearings.reschedule_hearing(
                tx, hearing["id"], starts_at=self.wall(), expected_revision=hearing["revision"]
            )

    async def cancel(self) -> None:
        self.seldom(0.1)
        hearing = self._hearing()
        async with self.acting("ana") as tx:
            await hearings.cancel_hearing(tx, hearing["id"], expected_revision=hearing["revision"])

    async def invite(self) -> None:
        live = [row["occasion_id"] for row in self.rows["advocacy_actions"] if row["state"] == "published"]
        occasion = self.one(*live) if live and self.maybe(0.7) else self._hearing()["occasion_id"]
        async with self.acting("ana") as tx:
            await invitations.invite(tx, occasion, [self.who[self.one("reyes", "olga", "pia", "wit")]])

    async def take_back(self) -> None:
        self.seldom(0.4)
        one = self.any_of("invitations", state=["asked", "coming", "maybe"])
        async with self.acting("ana") as tx:
            await invitations.withdraw_invitation(tx, one["id"], expected_revision=one["revision"])

    async def reply(self) -> None:
        one = self.any_of("invitations", state=["asked", "coming", "maybe", "not_coming"])
        said = self.one(InvitationState.COMING, InvitationState.COMING, InvitationState.NOT_COMING)
        async with self.acting("ana") as tx:
            await invitations.answer_invitation(tx, one["id"], state=said)

    # Time.

    async def wait(self) -> None:
        """The clock jumps: a while, or to shortly before or after something ends by itself."""
        if self.maybe():
            ends = [
                at
                for table, column in (
                    ("consents", "expires_at"), ("advocacy_actions", "embargo_until"), ("occasions", "ends_at"),
                )
                for row in self.rows[table]
                if (at := row[column]) is not None
            ]  # fmt: skip
            ends += [
                datetime.fromisoformat(until)
                for row in self.rows["advocacy_actions"] for until in orjson.loads(row["embargoes"]).values()
            ]  # fmt: skip
            soon = sorted(at for at in ends if timedelta() < at - self.clock.now < timedelta(days=8))
            if soon:
                wanted = soon[0] + self.one(-timedelta(seconds=20), timedelta(), timedelta(seconds=20))
                self.clock.now = max(wanted, self.clock.now)
                return
        self.clock.now += timedelta(minutes=self.one(1, 10, 50, 300))


Act = Callable[[Campaign], Awaitable[None]]
#: Everything that may be done, by name.
ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (
        Campaign.give, Campaign.interview, Campaign.narrow, Campaign.pause, Campaign.resume, Campaign.withdraw,
        Campaign.confirm, Campaign.doubt, Campaign.mark_minor, Campaign.no_publicity, Campaign.release,
        Campaign.appear, Campaign.leave, Campaign.sign, Campaign.answer, Campaign.confirm_sign_offs, Campaign.draft,
        Campaign.go_public, Campaign.make_whole, Campaign.publish, Campaign.revise, Campaign.rearrange,
        Campaign.embargo, Campaign.call_off, Campaign.new_address, Campaign.move, Campaign.cancel, Campaign.invite,
        Campaign.take_back, Campaign.reply, Campaign.wait,
    )
}  # fmt: skip
#: After these something may have to be gone: everything is looked at.
TAKING_BACK = frozenset(
    {"interview", "narrow", "pause", "withdraw", "doubt", "mark_minor", "no_publicity", "release", "leave", "answer",
     "call_off"}
)  # fmt: skip
#: And after these nothing stands that a consent had cleared and none clears now.
CASCADING = frozenset({"give", "interview", "narrow", "pause", "withdraw", "confirm", "doubt"})
#: What is done more often than the rest, so that there is something to take back.
OFTEN = {"go_public": 3, "make_whole": 4, "invite": 2, "wait": 2}
