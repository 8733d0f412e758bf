"""One invented case, as the rows that the verbs would have left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Any
from uuid import UUID

from casework import identities, names, times
from casework.imports.hearings import LENGTH
from casework.imports.people import OVER
from casework.invention.filling import Rows
from casework.invention.founding import Invented
from casework.invention.words import BLURB, GIVEN, HOMES, NOTES, SURNAMES, TASKS
from casework.notices.plan import reminders_due
from casework.transaction import Transaction
from schema import reference
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import STANDING, Assignment, AssignmentState, Scope
from schema.base import Table, new_id
from schema.cases import Case, CustodyStatus, Intake, Priority, Stage
from schema.consents import Consent, ConsentAudience, ConsentChannel, ConsentState, GivenBy, NameForm, Purpose
from schema.courts import Court
from schema.custody import Confidence, CustodyStint, PlaceOfCustody, ReleaseReason, Source
from schema.detainees import Detainee, DetaineeNumber, Identity, NameToken, NumberKind
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.invitations import Audience
from schema.notes import Note
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Medium, Occasion, OccasionKind, OccasionState
from schema.people import Channel
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.tasks import Task
from schema.teams import CaseReader, CaseRole, TeamMember
from schema.vault import VaultKey

_DAY, _HALF_HOUR = timedelta(days=1), timedelta(minutes=30)
_STATUSES = (CustodyStatus.IN_CUSTODY, CustodyStatus.RELEASED, CustodyStatus.REMOVED)
_ENDINGS = {CustodyStatus.RELEASED: ReleaseReason.BONDED_OUT_JUDGE, CustodyStatus.REMOVED: ReleaseReason.REMOVED}
_STAGES = {CustodyStatus.RELEASED: Stage.AFTER_RELEASE, CustodyStatus.REMOVED: Stage.CLOSED}
_ANSWERS = (AssignmentState.OFFERED, AssignmentState.ACCEPTED, AssignmentState.ENGAGED, AssignmentState.OF_RECORD)
_CALENDARS = {"CY": "C", "ID": "I"}


@dataclass(frozen=True, slots=True)
class Places:
    """The public places where invented people are held and heard."""

    courts: list[Court]
    facilities: list[Facility]


class Desk:
    """An organization, and what of its names was computed before: invented names repeat."""

    def __init__(self, tx: Transaction, of: Invented) -> None:
        self.tx = tx
        self.of = of
        self.id = of.organization.id
        self.master_key = tx.vault.master_key_name
        self._hashes: dict[str, set[bytes]] = {}

    def tokens(self, legal_name: str) -> list[bytes]:
        """What a name is found by, in order."""
        found: set[bytes] = set()
        for word in legal_name.replace(",", "").split():
            known = self._hashes.get(word)
            if known is None:
                known = self._hashes[word] = identities.token_hashes(self.tx, self.id, names.tokens([word]))
            found |= known
        return sorted(found)


@lru_cache(maxsize=1 << 16)
def _instant(wall: datetime, zone: str) -> datetime:
    return times.instant(wall, zone)


@lru_cache(maxsize=1 << 16)
def _reminders(starts_at: datetime, zone: str, now: datetime) -> list[tuple[datetime, datetime]]:
    """When reminders of a date are due, each with the instant from which the next one says the same."""
    due = reminders_due(Occasion(time_zone=zone, hour_known=True), starts_at, now)
    return list(zip(due, [*due[1:], starts_at], strict=False))


@lru_cache(maxsize=1 << 12)
def _suggested(legal_name: str) -> str | None:
    return names.suggest_public_name(legal_name)


class Invention:
    """One case: who they are, where they were held, what they wait for, who stands by them."""

    def __init__(self, tx: Transaction, desk: Desk, places: Places, rows: Rows, chance: Random, number: int) -> None:
        self.tx = tx
        self.desk = desk
        self.places = places
        self.of = rows.of
        self.chance = chance
        self.number = number
        self.ref = f"crowd-{number:07d}"
        self.id = new_id()
        rows.leads[self.id] = desk.id
        self.client_key, self.key = self._new_key(), self._new_key()
        self.status = chance.choices(_STATUSES, cum_weights=(60, 85, 100))[0]
        self.over = self.status in OVER
        quarter = tx.now.replace(minute=15 * chance.randrange(4), second=0, microsecond=0)
        self.arrested_at = quarter - chance.randint(5, 300) * _DAY
        #: Who is told of its dates.
        self.told = [(desk.of.coordinator, Audience.COORDINATOR)]

    def write(self) -> None:
        """All of it, into the rows that wait to be sent."""
        chance, desk = self.chance, self.desk
        detainee_id = self._person()
        self._stints()
        ahead = self._dates()
        self._seat(desk.of.coordinator, CaseRole.COORDINATOR)
        stage = _STAGES.get(self.status, Stage.INTAKE)
        if chance.random() < 0.8:
            stage = self._assign(stage)
        if not self.over and chance.random() < 0.4:
            self._consent()
        if not self.over and chance.random() < 0.35:
            self._act()
        self._paperwork()
        for starts_at, occasion_id, zone in ahead:
            self._remind(occasion_id, starts_at, zone)
        following = min(ahead, default=(None, None, None))
        self.of(Case).append(
            {
                "id": self.id,
                "lead_organization_id": desk.id,
                "detainee_id": detainee_id,
                "vault_key_id": self.key,
                "stage": stage,
                "custody_status": self.status,
                "priority": chance.choices(list(Priority), cum_weights=(80, 95, 100))[0],
                "coordinator_id": desk.of.coordinator,
                "opened_at": self.arrested_at + _DAY,
                "closed_at": self.tx.now if self.over else None,
                "closing_reason": f"Imported: {self.status.value}" if self.over else None,
                "next_occasion_at": following[0],
                "next_occasion_id": following[1],
                "source_ref": self.ref,
            }
        )
        for key in (self.client_key, self.key):
            # Nothing more is sealed with it here, and there may be two million.
            self.tx.vault.forget(key)

    def _new_key(self) -> UUID:
        key_id, wrapped = self.tx.vault.new_key()
        self.of(VaultKey).append({"id": key_id, "wrapped": wrapped, "master_key": self.desk.master_key})
        return key_id

    def _seal(self, table: type[Table], row_id: UUID, column: str, text: str | None, key: UUID) -> bytes | None:
        return None if text is None else self.tx.seal(table, row_id, column, key, text).ciphertext

    def _person(self) -> UUID:
        chance, tx, key, organization_id = self.chance, self.tx, self.client_key, self.desk.id
        detainee_id, number_id = new_id(), new_id()
        legal_name = f"{chance.choice(SURNAMES)} {chance.choice(SURNAMES)}, {chance.choice(GIVEN)}"
        country, language = chance.choice(HOMES)
        a_number = f"{900_000_000 + self.number:09d}"
        known = {
            "legal_name": legal_name,
            "birth_date": str(chance.randint(1960, 2006)),
            "country_of_birth": country,
            "nationality": country,
            "gender": chance.choice(("Male", "Male", "Male", "Female")),
        }
        self.of(Detainee).append(
            {
                "id": detainee_id,
                "organization_id": organization_id,
                "vault_key_id": key,
                "public_name": self._seal(Detainee, detainee_id, "public_name", _suggested(legal_name), key),
                "language": language,
                "source_ref": self.ref,
            }
        )
        self.of(Identity).append(
            {"organization_id": organization_id, "detainee_id": detainee_id}
            | {fact: self._seal(Identity, detainee_id, fact, text, key) for fact, text in known.items()}
        )
        self.of(DetaineeNumber).append(
            {
                "id": number_id,
                "organization_id": organization_id,
                "detainee_id": detainee_id,
                "kind": NumberKind.A_NUMBER,
                "number": self._seal(DetaineeNumber, number_id, "number", a_number, key),
                "number_index": identities.number_index(tx, organization_id, a_number),
            }
        )
        self.of(NameToken).extend(
            {"organization_id": organization_id, "token": token, "detainee_id": detainee_id}
            for token in self.desk.tokens(legal_name)
        )
        self._read_by(organization_id)
        self.of(Intake).append({"case_id": self.id, "arrested_at": self.arrested_at})
        return detainee_id

    def _stints(self) -> None:
        count = self.chance.choices((1, 2, 3), cum_weights=(75, 95, 100))[0]
        age = (self.tx.now - self.arrested_at) / (count + 1)
        for seq in range(1, count + 1):
            began = self.arrested_at + age * (seq - 1)
            last = seq == count
            open_still = last and self.status is CustodyStatus.IN_CUSTODY
            reason = _ENDINGS.get(self.status) if last else ReleaseReason.TRANSFERRED
            place = self.chance.choice(self.places.facilities)
            self.of(CustodyStint).append(
                {
                    "id": new_id(),
                    "case_id": self.id,
                    "place": PlaceOfCustody.HOLD_ROOM if place.code.endswith("HOLD") else PlaceOfCustody.FACILITY,
                    "facility_id": place.id,
                    "booked_in_at": began,
                    "booked_out_at": None if open_still else began + age * 0.9,
                    "release_reason": None if open_still else reason,
                    "source": Source.IMPORT,
                    "confidence": Confidence.ONE_SOURCE,
                    "checked_at": self.tx.now,
                    "source_ref": str(seq),
                }
            )

    def _dates(self) -> list[tuple[datetime, UUID, str]]:
        """Hearings in one court. Returns those ahead: when, which occasion, in which zone."""
        chance, now = self.chance, self.tx.now
        court = chance.choice(self.places.courts)
        proceedings = {kind.value: new_id() for kind in (ProceedingKind.REMOVAL, ProceedingKind.BOND)}
        self.of(Proceeding).extend(
            {"id": made, "case_id": self.id, "kind": kind, "state": ProceedingState.PENDING, "court_id": court.id}
            for kind, made in proceedings.items()
        )
        ahead = []
        today = datetime(now.year, now.month, now.day)  # noqa: DTZ001 -- a day, on any wall
        for nth in range(chance.choices((1, 2, 3, 4, 5), cum_weights=(10, 35, 70, 92, 100))[0]):
            past = self.over or chance.random() < 0.55
            wall = today + (-chance.randint(1, 200) if past else chance.randint(1, 120)) * _DAY
            wall += chance.randint(16, 31) * _HALF_HOUR
            starts_at = _instant(wall, court.time_zone)
            schedule = chance.choices(("MD", "CY", "ID", "RD"), cum_weights=(40, 70, 85, 100))[0]
            code = reference.schedule_types()[schedule]
            occasion_id = new_id()
            if starts_at > now:
                ahead.append((starts_at, occasion_id, court.time_zone))
            self.of(Occasion).append(
                self._occasion(occasion_id, code.occasion, starts_at, wall, court.time_zone)
                | {
                    "state": OccasionState.CONFIRMED if starts_at > now else OccasionState.HELD,
                    "place_name": court.name,
                    "place_street": court.street,
                    "place_city": ", ".join(part for part in (court.city, court.state) if part) or None,
                    "medium": chance.choice((Medium.WEBEX, Medium.VTC, Medium.IN_PERSON)),
                }
            )
            self.of(Hearing).append(
                {
                    "id": new_id(),
                    "case_id": self.id,
                    "proceeding_id": proceedings[code.proceeding],
                    "occasion_id": occasion_id,
                    "court_id": court.id,
                    "calendar_type": _CALENDARS.get(schedule, "M"),
                    "schedule_type": schedule,
                    "detained": code.detained or self.status is CustodyStatus.IN_CUSTODY,
                    "source": Source.IMPORT,
                    "confidence": Confidence.ONE_SOURCE,
                    "checked_at": now,
                    "noticed_at": min(starts_at - chance.randint(1, 30) * _DAY, now),
                    "source_ref": f"{self.ref}/{nth}",
                }
            )
        return ahead

    def _occasion(
        self, occasion_id: UUID, kind: OccasionKind, starts_at: datetime, wall: datetime, zone: str
    ) -> dict[str, Any]:
        return {
            "id": occasion_id,
            "organization_id": self.desk.id,
            "case_id": self.id,
            "kind": kind,
            "state": OccasionState.CONFIRMED,
            "uid": UUID(int=self.chance.getrandbits(128), version=4),
            "starts_at": starts_at,
            "ends_at": starts_at + LENGTH,
            "wall_starts": wall,
            "time_zone": zone,
            "place_name": None,
            "place_street": None,
            "place_city": None,
            "medium": Medium.IN_PERSON,
            "revised_at": self.tx.now,
        }

    def _seat(self, person_id: UUID, role: CaseRole, organization_id: UUID | None = None) -> None:
        self.of(TeamMember).append(
            {
                "id": new_id(),
                "case_id": self.id,
                "person_id": person_id,
                "organization_id": organization_id or self.desk.id,
                "role": role,
                "began_at": self.tx.now,
            }
        )

    def _read_by(self, organization_id: UUID) -> None:
        self.of(CaseReader).append({"organization_id": organization_id, "case_id": self.id, "began_at": self.tx.now})

    def _assign(self, stage: Stage) -> Stage:
        """Offer the case to an attorney, as far as it came. Returns the stage it is at then."""
        chance, now, of = self.chance, self.tx.now, self.desk.of
        attorney = chance.choice(of.attorneys)
        state = chance.choices(_ANSWERS, cum_weights=(15, 30, 40, 100))[0]
        if self.over:
            state = AssignmentState.WITHDRAWN
        self.of(Assignment).append(
            {
                "id": new_id(),
                "case_id": self.id,
                "attorney_id": attorney,
                "organization_id": self.desk.id,
                "scope": chance.choice((Scope.ALL, Scope.ALL, Scope.BOND_ONLY)),
                "state": state,
                "blurb": BLURB,
                "offered_by_id": of.coordinator,
                "answered_at": None if state is AssignmentState.OFFERED else now,
                "of_record_at": now if state is AssignmentState.OF_RECORD else None,
                "ended_at": now if state is AssignmentState.WITHDRAWN else None,
            }
        )
        if state in STANDING:
            self._seat(attorney, CaseRole.ATTORNEY)
            self.told.append((attorney, Audience.ATTORNEY))
            return Stage.REPRESENTED if stage is Stage.INTAKE else stage
        return Stage.SEEKING_COUNSEL if stage is Stage.INTAKE else stage

    def _consent(self) -> None:
        """The client agreed that the neighbors hear of it, or that officials do."""
        chance, now, of, key = self.chance, self.tx.now, self.desk.of, self.key
        shared = chance.random() < 0.5
        consent_id = new_id()
        given_at = now - chance.randint(1, 60) * _DAY
        withdrawn = chance.random() < 0.1
        self.of(Consent).append(
            {
                "id": consent_id,
                "case_id": self.id,
                "purpose": Purpose.FILL_COURTROOM if shared else Purpose.TELL_OFFICIALS,
                "audience": ConsentAudience.ADVOCATES if shared else ConsentAudience.OFFICIALS,
                "channel": ConsentChannel.ANY,
                "name_form": chance.choice((NameForm.INITIALS, NameForm.PUBLIC_NAME)),
                "state": ConsentState.WITHDRAWN if withdrawn else ConsentState.STANDING,
                "given_by": GivenBy.CLIENT,
                "language": "es",
                "circumstances": self._seal(Consent, consent_id, "circumstances", "By telephone, in private.", key),
                "given_at": given_at,
                "recorded_by_id": of.coordinator,
                "expires_at": given_at + 180 * _DAY,
                "ended_at": now if withdrawn else None,
            }
        )
        if shared and not withdrawn:
            self._read_by(of.neighbors)
            self._seat(of.advocate, CaseRole.ADVOCATE, of.neighbors)

    def _act(self) -> None:
        """A vigil as somebody drafted it: what it lacks to be published is for people to give."""
        day = self.tx.now + self.chance.randint(2, 60) * _DAY
        starts_at = datetime(day.year, day.month, day.day, 22, tzinfo=UTC)
        wall = times.wall_time(starts_at, "America/New_York")
        occasion_id, action_id = new_id(), new_id()
        self.of(Occasion).append(
            self._occasion(occasion_id, OccasionKind.VIGIL, starts_at, wall, "America/New_York")
            | {"place_name": "The green", "place_city": "New Haven, CT"}
        )
        self.of(AdvocacyAction).append(
            {
                "id": action_id,
                "organization_id": self.desk.id,
                "case_id": self.id,
                "occasion_id": occasion_id,
                "vault_key_id": self.key,
                "state": ActionState.DRAFT,
                "title": self._seal(AdvocacyAction, action_id, "title", "An evening for a neighbor", self.key),
                "name_form": NameForm.NONE,
                "audiences": [ConsentAudience.SUPPORTERS.value],
            }
        )

    def _paperwork(self) -> None:
        """Notes, and one thing that has to be done by a day."""
        chance, now, coordinator = self.chance, self.tx.now, self.desk.of.coordinator
        for _ in range(chance.choices((0, 1, 2, 3), cum_weights=(20, 55, 80, 100))[0]):
            note_id = new_id()
            self.of(Note).append(
                {
                    "id": note_id,
                    "case_id": self.id,
                    "author_id": coordinator,
                    "body": self._seal(Note, note_id, "body", chance.choice(NOTES), self.key),
                }
            )
        task_id = new_id()
        done = self.over or chance.random() < 0.4
        self.of(Task).append(
            {
                "id": task_id,
                "organization_id": self.desk.id,
                "case_id": self.id,
                "title": self._seal(Task, task_id, "title", chance.choice(TASKS), self.key),
                "vault_key_id": self.key,
                "owner_id": coordinator,
                "due_at": now + chance.randint(1, 60) * _DAY,
                "created_by_id": coordinator,
                "done_at": now if done else None,
                "done_by_id": coordinator if done else None,
            }
        )

    def _remind(self, occasion_id: UUID, starts_at: datetime, zone: str) -> None:
        self.of(Notice).extend(
            {
                "id": new_id(),
                "organization_id": self.desk.id,
                "case_id": self.id,
                "occasion_id": occasion_id,
                "person_id": person_id,
                "audience": audience,
                "channel": Channel.EMAIL,
                "kind": LetterKind.REMINDER,
                "due_at": due_at,
                "useless_after": useless_after,
                "sequence": 0,
                "state": NoticeState.PLANNED,
            }
            for person_id, audience in self.told
            for due_at, useless_after in _reminders(starts_at, zone, self.tx.now)
        )
