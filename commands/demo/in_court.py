"""What the demo's cases do in court: proceedings that are opened, hearings that are set, moved, cancelled, reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from casework import court_access, hearings, proceedings
from casework.proceedings import Amendment
from casework.transaction import Transaction
from commands.demo.story import Act, Story
from schema.base import new_id
from schema.court_access import CourtAccess, Openness
from schema.custody import Confidence, Source
from schema.date_checks import DateCheckOutcome
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import Medium, OccasionKind
from schema.proceedings import Proceeding, ProceedingKind


@dataclass
class InCourt:
    """One case as the story tells it, before its courts."""

    story: Story
    organization: UUID
    id: UUID = field(default_factory=new_id)
    proceedings: dict[str, UUID] = field(default_factory=dict)
    hearings: dict[str, UUID] = field(default_factory=dict)
    occasions: dict[str, UUID] = field(default_factory=dict)

    def opened(self, kind: ProceedingKind, court: str | None, *, other_court: str | None = None) -> Act:
        async def act(tx: Transaction) -> None:
            opened = await proceedings.open_proceeding(
                tx,
                self.id,
                kind=kind,
                court_id=self.story.courts[court] if court else None,
                other_court=other_court,
            )
            self.proceedings[kind.value] = opened.id

        return act

    def scheduled(
        self,
        called: str,
        proceeding: ProceedingKind,
        kind: OccasionKind,
        starts_at: datetime,
        *,
        room: str | None = None,
        medium: Medium = Medium.IN_PERSON,
        judge: str | None = None,
        codes: tuple[str, str] | None = None,
        length: int = 60,
        confidence: Confidence = Confidence.ONE_SOURCE,
        closed: bool = False,
        detained: bool = True,
        interpreter: str | None = None,
    ) -> Act:
        async def act(tx: Transaction) -> None:
            made = await hearings.schedule_hearing(
                tx,
                self.id,
                self.proceedings[proceeding.value],
                hearings.Notice(
                    kind=kind,
                    starts_at=starts_at,
                    hearing_location_id=self.story.rooms[room] if room else None,
                    medium=medium,
                    judge=judge,
                    calendar_type=codes[0] if codes else None,
                    schedule_type=codes[1] if codes else None,
                    length_minutes=length,
                    confidence=confidence,
                    closed_to_public=closed,
                    detained=detained,
                    interpreter_language=interpreter,
                ),
            )
            self.hearings[called], self.occasions[called] = made.id, made.occasion.id

        return act

    def hearing_moved(self, called: str, starts_at: datetime, medium: Medium | None = None) -> Act:
        async def act(tx: Transaction) -> None:
            hearing = await tx.session.get_one(Hearing, self.hearings[called])
            await hearings.reschedule_hearing(
                tx, hearing.id, starts_at=starts_at, expected_revision=hearing.revision, medium=medium
            )

        return act

    def papers(self, kind: ProceedingKind, amendment: Amendment) -> Act:
        async def act(tx: Transaction) -> None:
            proceeding = await tx.session.get_one(Proceeding, self.proceedings[kind.value])
            await proceedings.amend_proceeding(tx, proceeding.id, amendment, expected_revision=proceeding.revision)

        return act

    def date_checked(self, called: str, source: Source) -> Act:
        async def act(tx: Transaction) -> None:
            hearing = await tx.session.get_one(Hearing, self.hearings[called])
            await hearings.check_date(
                tx, hearing.id, outcome=DateCheckOutcome.SAME, source=source, sequence=hearing.occasion.sequence
            )

        return act

    def rules_confirmed(self, room: str, asked_of: str, confirmed_on: date) -> Act:
        return lambda tx: court_access.confirm_observer_rules(
            tx, self.organization, self.story.rooms[room], openness=Openness.ASK_FIRST, asked_of=asked_of,
            confirmed_on=confirmed_on, lead_days=3, photo_id=True, devices=False, notes=True, link_when_cleared=True,
        )  # fmt: skip

    def observers_met(self, room: str, what: CourtAccess, seen_on: date) -> Act:
        return lambda tx: court_access.report_court_access(
            tx, self.organization, self.story.rooms[room], what=what, seen_on=seen_on
        )

    def hearing_cancelled(self, called: str, reason: str) -> Act:
        async def act(tx: Transaction) -> None:
            hearing = await tx.session.get_one(Hearing, self.hearings[called])
            await hearings.cancel_hearing(tx, hearing.id, expected_revision=hearing.revision, reason=reason)

        return act

    def reported(
        self,
        called: str,
        outcome: HearingOutcome,
        note: str | None = None,
        *,
        then: tuple[str, datetime] | None = None,
        bond: int | None = None,
    ) -> Act:
        async def act(tx: Transaction) -> None:
            hearing = await tx.session.get_one(Hearing, self.hearings[called])
            told = await hearings.report_hearing(
                tx,
                hearing.id,
                expected_revision=hearing.revision,
                outcome=outcome,
                note=note,
                next_date=hearings.NextDate(starts_at=then[1]) if then else None,
                bond_amount=bond,
            )
            if then and told.next_hearing:
                self.hearings[then[0]] = told.next_hearing.id
                self.occasions[then[0]] = told.next_hearing.occasion.id

        return act
