"""Detention history as a whole: what lies between stays, what transfers changed, and what somebody has to look at."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Node, Person
from api.types.places import Facility
from api.types.work import task_title
from casework import stays, transfers
from casework.reading import moves
from casework.reading.moves import ToDo, Told
from casework.transfers import (
    AlarmKind,
    Certainty,
    Change,
    Following,
    NextStep,
    Passage,
    PassageKind,
    Reach,
    Ring,
    Stay,
)
from schema import cases as case_rows
from schema import detainees as detainee_rows
from schema import facilities as facility_rows
from schema import people as person_rows
from schema import proceedings as proceeding_rows
from schema import tasks as task_rows
from schema import transfers as rows
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source

if TYPE_CHECKING:
    from api.types.occasions import Proceeding

LaterProceeding = Annotated["Proceeding", strawberry.lazy("api.types.occasions")]

for _words in (AlarmKind, Certainty, Following, NextStep, PassageKind, Reach, Ring):
    strawberry.enum(_words)


@strawberry.type(description="A part of the detention history: a stay, or what lies between stays. Null is unknown.")
class CustodyPassage:
    kind: PassageKind
    began: datetime | None
    ended: datetime | None = strawberry.field(description="Null: until now, or unknown.")
    hours: int | None
    stale: bool = strawberry.field(description="Nobody has checked it for longer than such a place stays true.")
    stint_id: strawberry.ID | None
    place: PlaceOfCustody | None
    facility: str | None
    state: str | None
    time_zone: str | None
    release_reason: ReleaseReason | None
    source: Source | None
    confidence: Confidence | None
    checked_at: datetime | None

    @classmethod
    def of(cls, one: Passage) -> CustodyPassage:
        stay, site = one.stay, one.stay.site if one.stay else None
        return cls(
            kind=one.kind,
            began=one.began,
            ended=one.ended,
            hours=one.hours,
            stale=one.stale,
            stint_id=strawberry.ID(global_id("CustodyStint", stay.id)) if stay else None,
            place=stay.place if stay else None,
            facility=site.name if site else None,
            state=site.state if site else None,
            time_zone=site.time_zone if site else None,
            release_reason=stay.reason if stay else None,
            source=stay.source if stay else None,
            confidence=stay.confidence if stay else None,
            checked_at=stay.checked_at if stay else None,
        )


@strawberry.type(description="One thing that a transfer changed. Null is unknown.")
class TransferChange:
    what: str
    before: str | None
    after: str | None

    @classmethod
    def of(cls, one: Change) -> TransferChange:
        return cls(what=one.what, before=one.before, after=one.after)


@strawberry.type(description="One line of a transfer's checklist; the task behind it has the same id.")
class TransferTask:
    id: strawberry.ID
    what: str
    title: str
    revision: int
    due_at: datetime | None
    done_at: datetime | None
    owner: str | None

    @classmethod
    def of(cls, one: ToDo) -> TransferTask:
        return cls(
            id=strawberry.ID(one.id), what=one.what, title=one.title, revision=one.revision, due_at=one.due_at,
            done_at=one.done_at, owner=one.owner,
        )  # fmt: skip


@strawberry.type(description="A transfer: what is different there, and the one checklist that follows.")
class Transfer:
    id: strawberry.ID
    left_at: datetime | None
    arrived_at: datetime | None
    from_facility: str | None
    to_facility: str | None
    time_zone: str | None
    source: Source
    confidence: Confidence
    changes: list[TransferChange]
    checklist: list[TransferTask]

    @classmethod
    def of(cls, one: Told) -> Transfer:
        before, after = one.move.before, one.move.after
        return cls(
            id=strawberry.ID(one.id),
            left_at=before.ended,
            arrived_at=after.began,
            from_facility=before.site.name if before.site else None,
            to_facility=after.site.name if after.site else None,
            time_zone=after.site.time_zone if after.site else None,
            source=after.source,
            confidence=after.confidence,
            changes=[TransferChange.of(change) for change in one.changes],
            checklist=[TransferTask.of(line) for line in one.checklist],
        )


@strawberry.type(description="Where somebody was at one instant, how sure that is, and on whose word.")
class Located:
    certainty: Certainty
    place: PlaceOfCustody | None
    facility: str | None
    state: str | None
    time_zone: str | None
    district: str | None
    circuit: str | None
    source: Source | None
    confidence: Confidence | None
    checked_at: datetime | None

    @classmethod
    def of(cls, one: transfers.Located) -> Located:
        stay, site = one.stay, one.stay.site if one.stay else None
        return cls(
            certainty=one.certainty,
            place=stay.place if stay else None,
            facility=site.name if site else None,
            state=site.state if site else None,
            time_zone=site.time_zone if site else None,
            district=site.district if site else None,
            circuit=site.circuit if site else None,
            source=one.source,
            confidence=one.confidence,
            checked_at=one.checked_at,
        )


@strawberry.type(description="Something about where the client is that somebody has to look at. Few of them ring.")
class Alarm:
    kind: AlarmKind
    rings: bool
    next_step: NextStep
    since: datetime | None
    who: str | None = strawberry.field(description="Who can act.")
    why: list[Ring]
    expected: bool
    expected_at: datetime | None
    expected_by: str | None = strawberry.field(description="Who marked it so.")
    court_id: strawberry.ID | None
    court: str | None
    facility_id: strawberry.ID | None
    facility: str | None
    checked_at: datetime | None

    @classmethod
    def of(cls, one: transfers.Alarm, expected_by: str | None) -> Alarm:
        return cls(
            kind=one.kind,
            rings=one.rings,
            next_step=one.next_step,
            since=one.since,
            who=one.who,
            why=list(one.why),
            expected=one.expected,
            expected_at=one.expected_at,
            expected_by=expected_by,
            court_id=strawberry.ID(global_id("Court", one.court_id)) if one.court_id else None,
            court=one.court,
            facility_id=strawberry.ID(global_id("Facility", one.facility_id)) if one.facility_id else None,
            facility=one.facility,
            checked_at=one.checked_at,
        )


@strawberry.type(description="From the arrest to the first move: the hours in which a petition lies where it was.")
class HabeasClock:
    arrested_at: datetime | None
    first_moved_at: datetime | None
    hours: int | None = strawberry.field(description="They run on while nobody has been moved.")


@strawberry.type(description="A habeas petition, and where the body was at the minute it was filed (28 USC 2241).")
class HabeasFiling(Node):
    row: strawberry.Private[rows.HabeasFiling]
    filed_at: datetime
    place: PlaceOfCustody | None
    district: str | None
    circuit: str | None
    source: Source | None
    confidence: Confidence | None
    checked_at: datetime | None
    stamped_at: datetime

    @classmethod
    def of(cls, row: rows.HabeasFiling) -> HabeasFiling:
        return cls(
            id=strawberry.ID(global_id("HabeasFiling", row.id)),
            row=row,
            filed_at=row.filed_at,
            place=row.place,
            district=row.district,
            circuit=row.circuit,
            source=row.source,
            confidence=row.confidence,
            checked_at=row.checked_at,
            stamped_at=row.stamped_at,
        )

    @strawberry.field
    async def facility(self, info: Info) -> Facility | None:
        row = await info.context.row(facility_rows.Facility, self.row.facility_id)
        return Facility.of(row) if row else None

    @strawberry.field
    async def proceeding(self, info: Info) -> LaterProceeding | None:
        from api.types.occasions import Proceeding as ProceedingType

        row = await info.context.row(proceeding_rows.Proceeding, self.row.proceeding_id)
        return ProceedingType.of(row) if row else None

    @strawberry.field
    async def stamped_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.stamped_by_id)


async def _name(info: Info, person_id: UUID | None) -> str | None:
    row = await info.context.row(person_rows.Person, person_id)
    return await info.context.opened(row, "name") if row else None


@strawberry.type
class TransfersOfCase(OfCase):
    """Where the client was and when, for the legal team."""

    @strawberry.field(description="Stays in order, with transit, gaps and overlaps between them. For the legal team.")
    async def custody_history(self, info: Info) -> list[CustodyPassage]:
        now = (await info.context.reading()).now
        return [CustodyPassage.of(one) for one in transfers.history(await self._stays(info), now)]

    @strawberry.field(description="Transfers, the latest first. For the legal team.")
    async def transfers(self, info: Info) -> list[Transfer]:
        found = moves.told(await self._stays(info), await self._to_do(info), lambda row: global_id("CustodyStint", row))
        return [Transfer.of(one) for one in found]

    @strawberry.field(description="Where the client was at an instant. For the legal team.")
    async def where_was(self, info: Info, at: datetime) -> Located | None:
        if not await self.legal(info):
            return None
        now = (await info.context.reading()).now
        return Located.of(transfers.where_was(await self._stays(info), at, now))

    @strawberry.field(description="What somebody has to look at, what rings first. For the legal team.")
    async def alarms(self, info: Info) -> list[Alarm]:
        if not await self.legal(info):
            return []
        now = (await info.context.reading()).now
        detainee = await info.context.row(detainee_rows.Detainee, self.row.detainee_id)
        looks = await info.context.read(stays.looks_of, [self.row.id])
        found = moves.looked_at(
            await self._stays(info),
            await info.context.read(stays.around, self.row.id),
            looks[self.row.id],
            opened_at=self.row.opened_at,
            sought=moves.sought(self.row.closed_at, self.row.custody_status),
            minor=bool(detainee and detainee.minor),
            who=await _name(info, self.row.coordinator_id),
            now=now,
        )
        return [Alarm.of(one, await _name(info, one.expected_by_id)) for one in found]

    @strawberry.field(description="Whether anybody knows where the client is. Null: nobody must. For the legal team.")
    async def reach(self, info: Info) -> Reach | None:
        if not moves.sought(self.row.closed_at, self.row.custody_status) or not await self.legal(info):
            return None
        held = stays.standing(await self._stays(info))
        looks = await info.context.read(stays.looks_of, [self.row.id])
        now = (await info.context.reading()).now
        return transfers.contact(held, looks[self.row.id], self.row.opened_at, now).reach

    @strawberry.field(description="For the legal team.")
    async def habeas_clock(self, info: Info) -> HabeasClock | None:
        if not await self.legal(info):
            return None
        now = (await info.context.reading()).now
        intake = await info.context.row(case_rows.Intake, self.row.id)
        clock = moves.habeas_clock(await self._stays(info), intake.arrested_at if intake else None, now)
        return HabeasClock(arrested_at=clock.arrested_at, first_moved_at=clock.first_moved_at, hours=clock.hours)

    @strawberry.field
    async def habeas_filings(self, info: Info) -> list[HabeasFiling]:
        found = await info.context.children(rows.HabeasFiling, "case_id", self.row.id, "filed_at", "id")
        return [HabeasFiling.of(row) for row in found]

    async def _stays(self, info: Info) -> list[Stay]:
        if not await self.legal(info):
            return []
        found: dict[UUID, list[Stay]] = await info.context.read(stays.stays_of, [self.row.id])
        return found[self.row.id]

    async def _to_do(self, info: Info) -> list[ToDo]:
        found = []
        for row in await info.context.children(task_rows.Task, "case_id", self.row.id, "due_at", "id"):
            about = moves.what_of(row.raised_key) if row.raised_by == "transfer" else None
            if about is None:
                continue
            found.append(
                ToDo(
                    id=global_id("Task", row.id),
                    what=about[1],
                    title=await task_title(info, row),
                    revision=row.revision,
                    due_at=row.due_at,
                    done_at=row.done_at,
                    owner=await _name(info, row.owner_id),
                    stay_id=about[0],
                )
            )
        return found
