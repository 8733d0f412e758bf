"""One invented case, as the rows that the verbs would have left."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID

from casework import times
from casework.invention.begun import DAY
from casework.invention.held import Held
from casework.invention.words import BLURB, NOTES, TASKS
from casework.notices.plan import reminders_due
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import STANDING, Assignment, AssignmentState, Scope
from schema.base import new_id
from schema.cases import Case, CustodyStatus, Priority, Stage
from schema.consents import Consent, ConsentAudience, ConsentChannel, ConsentState, GivenBy, NameForm, Purpose
from schema.invitations import Audience
from schema.notes import Note
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion, OccasionKind
from schema.people import Channel
from schema.tasks import Task
from schema.teams import CaseRole

_STAGES = {CustodyStatus.RELEASED: Stage.AFTER_RELEASE, CustodyStatus.REMOVED: Stage.CLOSED}
_ANSWERS = (AssignmentState.OFFERED, AssignmentState.ACCEPTED, AssignmentState.ENGAGED, AssignmentState.OF_RECORD)


@lru_cache(maxsize=1 << 16)
def _reminders(starts_at: datetime, zone: str, now: datetime) -> list[tuple[datetime, datetime]]:
    """When reminders of a date are due, each with the instant from which the next one says the same."""
    due = reminders_due(Occasion(time_zone=zone, hour_known=True), starts_at, now)
    return list(zip(due, [*due[1:], starts_at], strict=False))


class Invention(Held):
    """One case: who they are, where they were held, what they wait for, who stands by them."""

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
        for starts_at, occasion_id, zone, bond in ahead:
            self._remind(occasion_id, starts_at, zone, bond)
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
                "opened_at": self.arrested_at + DAY,
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
                "scope": (scope := chance.choice((Scope.ALL, Scope.ALL, Scope.BOND_ONLY))),
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
            self.bond_only = scope is Scope.BOND_ONLY
            return Stage.REPRESENTED if stage is Stage.INTAKE else stage
        return Stage.SEEKING_COUNSEL if stage is Stage.INTAKE else stage

    def _consent(self) -> None:
        """The client agreed that the neighbors hear of it, or that officials do."""
        chance, now, of, key = self.chance, self.tx.now, self.desk.of, self.key
        shared = chance.random() < 0.5
        consent_id = new_id()
        given_at = now - chance.randint(1, 60) * DAY
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
                "expires_at": given_at + 180 * DAY,
                "ended_at": now if withdrawn else None,
            }
        )
        if shared and not withdrawn:
            self._read_by(of.neighbors)
            self._seat(of.advocate, CaseRole.ADVOCATE, of.neighbors)

    def _act(self) -> None:
        """A vigil as somebody drafted it: what it lacks to be published is for people to give."""
        day = self.tx.now + self.chance.randint(2, 60) * DAY
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
                "due_at": now + chance.randint(1, 60) * DAY,
                "created_by_id": coordinator,
                "done_at": now if done else None,
                "done_by_id": coordinator if done else None,
            }
        )

    def _remind(self, occasion_id: UUID, starts_at: datetime, zone: str, bond: bool) -> None:
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
            # Whoever is there for bond alone hears of nothing else.
            if bond or not self.bond_only or audience is not Audience.ATTORNEY
            for due_at, useless_after in _reminders(starts_at, zone, self.tx.now)
        )
