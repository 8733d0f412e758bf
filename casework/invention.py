"""Invented cases in any number, for measuring and for trying things out. The same number gives the same cases.

Nobody here exists. Names are drawn from short lists, numbers lie in a range assumed not to be issued. A case has about
1.3 stays, 2.9 hearings, 0.8 assignments and 0.3 actions. It goes in through the imports' own loaders, and the rest in
bulk beside them; what the verbs would have kept (next dates, stages, reminders) is kept here, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from casework import cases as case_verbs
from casework import names, organizations, people, times
from casework.imports.cells import Moment
from casework.imports.custody import load_custody
from casework.imports.hearings import load_hearings
from casework.imports.loading import Progress, add_all, batches, in_silence
from casework.imports.people import load_people
from casework.imports.problems import Problems
from casework.imports.records import HearingRecord, PersonRecord, StintRecord
from casework.notices.plan import reminders_due
from casework.transaction import Transaction
from schema import reference
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import Assignment, AssignmentState, Scope
from schema.base import new_id
from schema.cases import Case, CustodyStatus, Stage
from schema.consents import ConsentAudience, NameForm
from schema.custody import ReleaseReason
from schema.invitations import Audience
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Medium, Occasion, OccasionKind, OccasionState
from schema.organizations import Organization, OrganizationKind, Role
from schema.people import Channel
from schema.proceedings import ProceedingKind
from schema.teams import CaseReader, CaseRole, TeamMember

SEED = 20261122
#: Organizations: the first holds half of all cases, as a large one does beside small ones.
SHARES = (0.5, 0.2, 0.15, 0.1, 0.05)
ATTORNEYS = 8

_GIVEN = (
    "Adela", "Benito", "Carmen", "Darío", "Elvira", "Fermín", "Gloria", "Hugo", "Irene", "Jacinto", "Karina",
    "Lorenzo", "Mireya", "Norberto", "Olga", "Pascual", "Queta", "Ramiro", "Sonia", "Teodoro", "Úrsula", "Valentín",
    "Wanda", "Ximena", "Yolanda", "Zenón", "Aurelio", "Brígida", "Cecilio", "Delfina", "Eusebio", "Fátima",
)  # fmt: skip
_SURNAMES = (
    "Abarca", "Bracamonte", "Cifuentes", "Dubón", "Echeverría", "Figueredo", "Gualpa", "Henríquez", "Iturbide",
    "Jácome", "Lagos", "Mazariegos", "Nájera", "Ochoa", "Pacas", "Quinteros", "Recinos", "Sandoval", "Tziquin",
    "Urbina", "Velásquez", "Yanes", "Zelaya", "Ambrocio", "Bonilla", "Chavarría", "Duarte", "Escalante", "Funes",
    "Girón", "Huinil", "Izaguirre",
)  # fmt: skip
_COUNTRIES = ("Guatemala", "Honduras", "Ecuador", "Brazil", "Mexico", "El Salvador", "Haiti", "Peru")
_LANGUAGES = ("SP", "SP", "SP", "SP", "POR", "CRE", "QUI", "ENG")
_BLURB = "Held far from home with a date ahead; family reachable, papers at hand. A first call would help most."


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented organization with its people."""

    organization: Organization
    coordinator: UUID
    attorneys: tuple[UUID, ...]
    advocate: UUID
    share: float


async def invent_organizations(tx: Transaction) -> list[Invented]:
    """Five legal providers and a community group, with coordinators and attorneys. The actor is the operator."""
    group = await organizations.found_organization(
        tx, slug="crowd-neighbors", name="Crowd Neighbors", kind=OrganizationKind.COMMUNITY_GROUP
    )
    advocate = await organizations.engage(
        tx, group.id, name="Crowd Advocate", email="advocate@crowd.test", roles=[Role.ADVOCATE]
    )
    made = []
    for number, share in enumerate(SHARES, start=1):
        organization = await organizations.found_organization(
            tx, slug=f"crowd-{number}", name=f"Crowd Legal Aid {number}", kind=OrganizationKind.LEGAL_PROVIDER
        )
        coordinator = await organizations.engage(
            tx,
            organization.id,
            name=f"Coordinator {number}",
            email=f"coordinator@crowd-{number}.test",
            roles=[Role.COORDINATOR],
            supervised=True,
        )
        attorneys = []
        for one in range(1, ATTORNEYS + 1):
            attorney = await organizations.engage(
                tx,
                organization.id,
                name=f"Attorney {number} {one}",
                email=f"attorney-{one}@crowd-{number}.test",
                roles=[Role.ATTORNEY],
            )
            await people.record_attorney(tx, attorney.id, bar_states=["CT"], eoir_registered=True, languages=["es"])
            attorneys.append(attorney.id)
        made.append(Invented(organization, coordinator.id, tuple(attorneys), advocate.id, share))
    return made


async def invent_cases(tx: Transaction, crowd: Sequence[Invented], cases: int, progress: Progress = in_silence) -> int:
    """Fill the organizations with this many cases in all. Returns how many there are now."""
    made = 0
    for place, of in enumerate(crowd):
        count = cases - made if place == len(crowd) - 1 else round(cases * of.share)
        if count:
            chance = Random(SEED + place)  # noqa: S311 -- it must repeat itself
            await _Crowd(tx, of, chance, made, count).fill(lambda done: progress(made + done, cases))  # noqa: B023 -- called before the next turn
        made += count
    return made


class _Crowd:
    def __init__(self, tx: Transaction, of: Invented, chance: Random, first: int, count: int) -> None:
        self.tx = tx
        self.of = of
        self.chance = chance
        self.first = first
        self.count = count
        self.facilities = [place for place in reference.facilities() if place.time_zone]
        self.courts = reference.courts()

    async def fill(self, progress: Any) -> None:
        tx, organization = self.tx, self.of.organization
        persons, stints, dates = [], [], []
        for number in range(self.first, self.first + self.count):
            ref, arrested = f"crowd-{number:07d}", self._moment(-self.chance.randint(5, 300))
            person = self._person(number, ref, arrested)
            persons.append(person)
            stints += self._stints(ref, arrested, person.custody_status)
            dates += self._dates(ref, person.custody_status)
        await load_people(tx, organization, persons, Problems(), lambda done, _: progress(done // 2))
        await load_custody(tx, organization, stints, Problems(), in_silence)
        await load_hearings(tx, organization, dates, Problems(), in_silence, remind=False)
        found = await tx.session.execute(
            select(Case.id, Case.vault_key_id, Case.custody_status)
            .where(Case.lead_organization_id == organization.id)
            .order_by(Case.source_ref)
        )
        cases = [(case_id, key, status) for case_id, key, status in found]
        done = 0
        for batch in batches(cases):
            await self._work(batch)
            done += len(batch)
            progress(self.count // 2 + done // 2)
        for ids in batches(case_id for case_id, _, _ in cases):
            await case_verbs.keep_next_occasions(tx, ids)
        await tx.session.execute(
            update(Case)
            .where(Case.lead_organization_id == organization.id)
            .values(coordinator_id=self.of.coordinator)
            .execution_options(synchronize_session=False)
        )

    def _person(self, number: int, ref: str, arrested: Moment) -> PersonRecord:
        chance = self.chance
        surnames = f"{chance.choice(_SURNAMES)} {chance.choice(_SURNAMES)}"
        legal_name = f"{surnames}, {chance.choice(_GIVEN)}"
        status = chance.choices(
            (CustodyStatus.IN_CUSTODY, CustodyStatus.RELEASED, CustodyStatus.REMOVED), weights=(60, 25, 15)
        )[0]
        country = chance.randrange(len(_COUNTRIES))
        return PersonRecord(
            row=number,
            ref=ref,
            a_numbers=(f"{900_000_000 + number:09d}",),
            legal_name=legal_name,
            public_name=names.suggest_public_name(legal_name),
            birth=str(chance.randint(1960, 2006)),
            gender=chance.choice(("Male", "Male", "Male", "Female")),
            nationality=_COUNTRIES[country],
            country_of_birth=_COUNTRIES[country],
            language=_LANGUAGES[country],
            arrested=arrested,
            proceedings=(ProceedingKind.REMOVAL, ProceedingKind.BOND),
            custody_status=status,
            final_status=status.value,
        )

    def _moment(self, days: float) -> Moment:
        """A time so many days from now, on the quarter hour."""
        at = (self.tx.now + timedelta(days=days)).replace(minute=self.chance.choice((0, 15, 30, 45)))
        return Moment(at.replace(second=0, microsecond=0, tzinfo=None), timedelta(0), hour_known=True)

    def _stints(self, ref: str, arrested: Moment, status: CustodyStatus) -> list[StintRecord]:
        count = self.chance.choices((1, 2, 3), weights=(75, 20, 5))[0]
        age = (self.tx.now.replace(tzinfo=None) - arrested.wall) / (count + 1)
        stints = []
        for seq in range(1, count + 1):
            began = arrested.wall + age * (seq - 1)
            last, ended = seq == count, began + age * 0.9
            open_still = last and status is CustodyStatus.IN_CUSTODY
            reason = {
                CustodyStatus.RELEASED: ReleaseReason.BONDED_OUT_JUDGE,
                CustodyStatus.REMOVED: ReleaseReason.REMOVED,
            }.get(status)
            stints.append(
                StintRecord(
                    row=seq,
                    person=ref,
                    seq=seq,
                    facility=self.chance.choice(self.facilities).code,
                    book_in=Moment(began, timedelta(0), hour_known=True),
                    book_out=None if open_still else Moment(ended, timedelta(0), hour_known=True),
                    release_reason=None if open_still else reason if last else ReleaseReason.TRANSFERRED,
                )
            )
        return stints

    def _dates(self, ref: str, status: CustodyStatus) -> list[HearingRecord]:
        court = self.chance.choice(self.courts)
        over = status is CustodyStatus.REMOVED
        dates = []
        for number in range(self.chance.choices((1, 2, 3, 4, 5), weights=(10, 25, 35, 22, 8))[0]):
            days = -self.chance.randint(1, 200) if over or self.chance.random() < 0.55 else self.chance.randint(1, 120)
            day = (self.tx.now + timedelta(days=days)).date()
            wall = datetime(
                day.year, day.month, day.day, self.chance.randint(8, 15), self.chance.choice((0, 30)), tzinfo=UTC
            )
            schedule = self.chance.choices(("MD", "CY", "ID", "RD"), weights=(40, 30, 15, 15))[0]
            starts = Moment(wall.replace(tzinfo=None), None, hour_known=True)
            noticed = starts.instant(court.time_zone) - timedelta(days=self.chance.randint(1, 30))
            dates.append(
                HearingRecord(
                    row=number,
                    ref=f"{ref}/{number}",
                    person=ref,
                    court=court.code,
                    location=None,
                    calendar_type={"CY": "C", "ID": "I"}.get(schedule, "M"),
                    schedule_type=schedule,
                    starts=starts,
                    medium=self.chance.choice((Medium.WEBEX, Medium.VTC, Medium.IN_PERSON)),
                    judge=None,
                    room=None,
                    noticed=Moment(min(noticed, self.tx.now).replace(tzinfo=None), timedelta(0), hour_known=True),
                    adjournment=None,
                    replaces=None,
                )
            )
        return dates

    async def _work(self, cases: Sequence[tuple[UUID, UUID, CustodyStatus]]) -> None:
        """Assignments, seats, actions and reminders of a batch of cases."""
        await self.tx.unlock([key for _, key, _ in cases])
        dates: dict[UUID, list[Occasion]] = {}
        for occasion in await self.tx.session.scalars(
            select(Occasion)
            .where(
                Occasion.case_id.in_([case_id for case_id, _, _ in cases]),
                Occasion.starts_at > self.tx.now,
                Occasion.state == OccasionState.CONFIRMED,
            )
            .order_by(Occasion.starts_at, Occasion.id)
        ):
            dates.setdefault(occasion.case_id, []).append(occasion)  # type: ignore[arg-type]
        rows: dict[Any, list[dict[str, Any]]] = {
            model: [] for model in (Assignment, CaseReader, TeamMember, Occasion, AdvocacyAction, Notice)
        }
        represented = []
        for case_id, key, status in cases:
            told = [(self.of.coordinator, Audience.COORDINATOR)]
            rows[TeamMember].append(self._seat(case_id, self.of.coordinator, CaseRole.COORDINATOR))
            if self.chance.random() < 0.8:
                attorney = self.chance.choice(self.of.attorneys)
                if self._assign(rows, case_id, attorney, status):
                    represented.append(case_id)
                    told.append((attorney, Audience.ATTORNEY))
            if self.chance.random() < 0.35 and status is not CustodyStatus.REMOVED:
                self._act(rows, case_id, key)
            for occasion in dates.get(case_id, ()):
                self._remind(rows[Notice], occasion, told)
        await add_all(self.tx, rows)
        await self.tx.session.execute(
            update(Case)
            .where(Case.id.in_(represented), Case.stage == Stage.INTAKE)
            .values(stage=Stage.REPRESENTED)
            .execution_options(synchronize_session=False)
        )
        self.tx.session.expunge_all()

    def _seat(self, case_id: UUID, person_id: UUID, role: CaseRole) -> dict[str, Any]:
        return {
            "id": new_id(),
            "case_id": case_id,
            "person_id": person_id,
            "organization_id": self.of.organization.id,
            "role": role,
            "began_at": self.tx.now,
        }

    def _assign(
        self, rows: dict[Any, list[dict[str, Any]]], case_id: UUID, attorney: UUID, status: CustodyStatus
    ) -> bool:
        state = self.chance.choices(
            (AssignmentState.OFFERED, AssignmentState.ACCEPTED, AssignmentState.ENGAGED, AssignmentState.OF_RECORD),
            weights=(15, 15, 10, 60),
        )[0]
        if status is CustodyStatus.REMOVED:
            state = AssignmentState.WITHDRAWN
        rows[Assignment].append(
            {
                "id": new_id(),
                "case_id": case_id,
                "attorney_id": attorney,
                "organization_id": self.of.organization.id,
                "scope": self.chance.choice((Scope.ALL, Scope.ALL, Scope.BOND_ONLY)),
                "state": state,
                "blurb": _BLURB,
                "offered_by_id": self.of.coordinator,
                "answered_at": None if state is AssignmentState.OFFERED else self.tx.now,
                "of_record_at": self.tx.now if state is AssignmentState.OF_RECORD else None,
                "ended_at": self.tx.now if state is AssignmentState.WITHDRAWN else None,
            }
        )
        if state in (AssignmentState.OFFERED, AssignmentState.WITHDRAWN):
            return False
        rows[TeamMember].append(self._seat(case_id, attorney, CaseRole.ATTORNEY))
        return True

    def _act(self, rows: dict[Any, list[dict[str, Any]]], case_id: UUID, key: UUID) -> None:
        """A vigil as somebody drafted it: what it lacks to be published is for people to give."""
        starts_at = (self.tx.now + timedelta(days=self.chance.randint(2, 60))).replace(
            hour=22, minute=0, second=0, microsecond=0
        )
        occasion_id, action_id = new_id(), new_id()
        rows[Occasion].append(
            {
                "id": occasion_id,
                "organization_id": self.of.organization.id,
                "case_id": case_id,
                "kind": OccasionKind.VIGIL,
                "state": OccasionState.CONFIRMED,
                "starts_at": starts_at,
                "ends_at": starts_at + timedelta(hours=1),
                "wall_starts": times.wall_time(starts_at, "America/New_York"),
                "time_zone": "America/New_York",
                "medium": Medium.IN_PERSON,
                "place_name": "The green",
                "place_city": "New Haven, CT",
                "revised_at": self.tx.now,
            }
        )
        rows[AdvocacyAction].append(
            {
                "id": action_id,
                "organization_id": self.of.organization.id,
                "case_id": case_id,
                "occasion_id": occasion_id,
                "vault_key_id": key,
                "state": ActionState.DRAFT,
                "title": self.tx.seal(AdvocacyAction, action_id, "title", key, "An evening for a neighbor"),
                "name_form": NameForm.NONE,
                "audiences": [ConsentAudience.SUPPORTERS.value],
            }
        )

    def _remind(self, rows: list[dict[str, Any]], occasion: Occasion, told: Sequence[tuple[UUID, Audience]]) -> None:
        due = reminders_due(occasion, occasion.starts_at, self.tx.now)
        until = [*due[1:], occasion.starts_at][: len(due)]
        rows += [
            {
                "id": new_id(),
                "organization_id": occasion.organization_id,
                "case_id": occasion.case_id,
                "occasion_id": occasion.id,
                "person_id": person_id,
                "audience": audience,
                "channel": Channel.EMAIL,
                "kind": LetterKind.REMINDER,
                "due_at": due_at,
                "useless_after": useless_after,
                "sequence": occasion.sequence,
                "state": NoticeState.PLANNED,
            }
            for person_id, audience in told
            for due_at, useless_after in zip(due, until, strict=True)
        ]
