"""Changes that people were told of, who has said that they know, and who is on duty."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.people import Node, Person
from casework.told import CHANGES, CROWD, ToldState, letters_of, state_of
from schema import advocacy as advocacy_rows
from schema import changes as change_rows
from schema import duty as duty_rows
from schema import notices as notice_rows
from schema import occasions as occasion_rows
from schema import people as person_rows
from schema.changes import CallOutcome, ChangeKind, HowAcknowledged, Rung
from schema.invitations import Audience
from schema.notices import ARRIVED
from schema.people import Channel

if TYPE_CHECKING:
    from api.types.cases import Case
    from api.types.occasions import Occasion

LaterCase = Annotated["Case", strawberry.lazy("api.types.cases")]
LaterOccasion = Annotated["Occasion", strawberry.lazy("api.types.occasions")]


async def _letters(info: Info, row: change_rows.Acknowledgement) -> list[notice_rows.Notice]:
    """The letters of the change to them."""
    found = await info.context.children(notice_rows.Notice, "occasion_id", row.occasion_id)
    change = await info.context.row(change_rows.Change, row.change_id)
    kinds = letters_of(change.kind) if change else CHANGES
    return [
        one for one in found
        if one.person_id == row.person_id and one.sequence == row.sequence and one.kind in kinds
    ]  # fmt: skip


@strawberry.type(description="Somebody was called by name about one person who has not answered.")
class Escalation:
    row: strawberry.Private[change_rows.Escalation]
    rung: Rung
    at: datetime
    undelivered: bool = strawberry.field(description="Because the letter to them did not arrive.")

    @classmethod
    def of(cls, row: change_rows.Escalation) -> Escalation:
        return cls(row=row, rung=row.rung, at=row.at, undelivered=row.undelivered)

    @strawberry.field(description="By what name, as they were called then. For whoever sees them.")
    async def called(self, info: Info) -> str | None:
        seen = await people.person(info, self.row.person_id)
        return await info.context.opened(self.row, "called") if seen else None

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)


@strawberry.type(description="One person who was told of one change, and what they said to it.")
class Acknowledgement(Node):
    row: strawberry.Private[change_rows.Acknowledgement]
    audience: Audience
    owed_since: datetime
    due_by: datetime | None = strawberry.field(description="By when they owe a word. Null: it is done without.")
    next_call_at: datetime | None = strawberry.field(description="When somebody is called about them next.")
    acknowledged_at: datetime | None
    how: HowAcknowledged | None
    call_outcome: CallOutcome | None
    called_at: datetime | None
    ended_at: datetime | None

    @classmethod
    def of(cls, row: change_rows.Acknowledgement) -> Acknowledgement:
        return cls(
            id=strawberry.ID(global_id("Acknowledgement", row.id)),
            row=row,
            audience=row.audience,
            owed_since=row.owed_since,
            due_by=row.due_by,
            next_call_at=row.next_call_at,
            acknowledged_at=row.acknowledged_at,
            how=row.how,
            call_outcome=row.call_outcome,
            called_at=row.called_at,
            ended_at=row.ended_at,
        )

    @strawberry.field(description="Null where names are not for these eyes.")
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id) if await self._named(info) else None

    @strawberry.field(description="Who comes in their place.")
    async def replaced_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.replaced_by_id) if await self._named(info) else None

    @strawberry.field(description="Who called them last.")
    async def called_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.called_by_id)

    @strawberry.field(description="Who was called about them, one after the other.")
    async def escalations(self, info: Info) -> list[Escalation]:
        rows = await info.context.children(change_rows.Escalation, "acknowledgement_id", self.row.id, "at", "id")
        return [Escalation.of(row) for row in rows]

    @strawberry.field(description="The one state they are in.")
    async def state(self, info: Info) -> ToldState:
        row = self.row
        called = await info.context.children(change_rows.Escalation, "acknowledgement_id", row.id)
        return state_of(
            acknowledged=row.acknowledged_at is not None, ended=row.ended_how, owed=row.due_by is not None,
            called=bool(called), letters=[one.state for one in await _letters(info, row)],
        )  # fmt: skip

    @strawberry.field(description="On which channels they were told.")
    async def channels(self, info: Info) -> list[Channel]:
        found = {one.channel for one in await _letters(info, self.row)}
        return [channel for channel in Channel if channel in found]

    @strawberry.field(description="On which they can be written to; none where names are not for these eyes.")
    async def reachable(self, info: Info) -> list[Channel]:
        if not await self._named(info):
            return []
        readers = await info.context.children(person_rows.Person, "scheduler_for_id", self.row.person_id)
        found = set()
        for person_id in [self.row.person_id, *(one.id for one in readers)]:
            contacts = await info.context.children(person_rows.Contact, "person_id", person_id)
            found |= {one.channel for one in contacts if one.stopped_at is None and one.bounced_at is None}
        return [channel for channel in Channel if channel in found]

    async def _named(self, info: Info) -> bool:
        row = self.row
        if row.case_id is None or row.person_id == info.context.person_id:
            return True
        seat = await info.context.seat(row.case_id)
        if seat is None:
            return False
        if seat.audience is not Audience.ADVOCATE:
            return row.invitation_id is None or seat.audience is Audience.COORDINATOR
        if row.audience is Audience.ADVOCATE:
            return True
        actions = await info.context.children(advocacy_rows.AdvocacyAction, "occasion_id", row.occasion_id)
        return any(action.lead_id == info.context.person_id for action in actions)


def _crowd(row: change_rows.Acknowledgement) -> bool:
    return row.audience in CROWD and row.due_by is None


def _owing(row: change_rows.Acknowledgement) -> bool:
    return row.due_by is not None and row.acknowledged_at is None and row.ended_at is None


@strawberry.type(description="One change of an occasion that people had to be told.")
class Change(Node):
    row: strawberry.Private[change_rows.Change]
    kind: ChangeKind
    sequence: int
    at: datetime
    was_starts_at: datetime = strawberry.field(description="When it was to begin before.")
    was_time_zone: str
    was_hour_known: bool
    was_place: str | None

    @classmethod
    def of(cls, row: change_rows.Change) -> Change:
        return cls(
            id=strawberry.ID(global_id("Change", row.id)),
            row=row,
            kind=row.kind,
            sequence=row.sequence,
            at=row.at,
            was_starts_at=datetime.fromisoformat(row.before["starts_at"]),
            was_time_zone=row.before["time_zone"],
            was_hour_known=row.before.get("hour_known", True),
            was_place=row.before.get("place_name"),
        )

    async def _told(self, info: Info) -> list[change_rows.Acknowledgement]:
        return await info.context.children(change_rows.Acknowledgement, "change_id", self.row.id)

    async def _delivered(self, info: Info, *, crowd: bool) -> int:
        count = 0
        for row in await self._told(info):
            if not crowd or _crowd(row):
                count += any(one.state in ARRIVED for one in await _letters(info, row))
        return count

    @strawberry.field(description="Null: the house, or somebody who is not for these eyes.")
    async def by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.by_id)

    @strawberry.field
    async def case(self, info: Info) -> LaterCase | None:
        from api.types.cases import case

        return await case(info, self.row.case_id)

    @strawberry.field
    async def occasion(self, info: Info) -> LaterOccasion | None:
        from api.types.occasions import Occasion as OccasionType

        row = await info.context.row(occasion_rows.Occasion, self.row.occasion_id)
        return OccasionType.of(row) if row else None

    @strawberry.field(description="How many were told.")
    async def told(self, info: Info) -> int:
        return len(await self._told(info))

    @strawberry.field(description="To how many of them a letter has left.")
    async def delivered(self, info: Info) -> int:
        return await self._delivered(info, crowd=False)

    @strawberry.field(description="How many have said that they know.")
    async def confirmed(self, info: Info) -> int:
        return sum(row.acknowledged_at is not None for row in await self._told(info))

    @strawberry.field(description="How many owe a word still.")
    async def owing(self, info: Info) -> int:
        return sum(_owing(row) for row in await self._told(info))

    @strawberry.field(description="Of those who are a number only, such as supporters: how many were told.")
    async def crowd_told(self, info: Info) -> int:
        return sum(_crowd(row) for row in await self._told(info))

    @strawberry.field
    async def crowd_delivered(self, info: Info) -> int:
        return await self._delivered(info, crowd=True)

    @strawberry.field
    async def crowd_confirmed(self, info: Info) -> int:
        return sum(_crowd(row) and row.acknowledged_at is not None for row in await self._told(info))

    @strawberry.field(description="Everybody else who was told, each in one state.")
    async def acknowledgements(self, info: Info) -> list[Acknowledgement]:
        return [Acknowledgement.of(row) for row in await self._told(info) if not _crowd(row)]

    @strawberry.field(description="What the viewer has not said yet to it.")
    async def mine(self, info: Info) -> Acknowledgement | None:
        for row in await self._told(info):
            if row.person_id == info.context.person_id and row.acknowledged_at is None and row.ended_at is None:
                return Acknowledgement.of(row)
        return None


@strawberry.type(description="From an instant until another, one person is on duty and another is their deputy.")
class DutyTurn(Node):
    row: strawberry.Private[duty_rows.DutyTurn]
    starts_at: datetime
    ends_at: datetime

    @classmethod
    def of(cls, row: duty_rows.DutyTurn) -> DutyTurn:
        return cls(
            id=strawberry.ID(global_id("DutyTurn", row.id)), row=row, starts_at=row.starts_at, ends_at=row.ends_at
        )

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field
    async def deputy(self, info: Info) -> Person | None:
        return await people.person(info, self.row.deputy_id)


#: What ``node(id)`` finds of these, and how each is shown.
NODES = {
    "Acknowledgement": (change_rows.Acknowledgement, Acknowledgement.of),
    "Change": (change_rows.Change, Change.of),
    "DutyTurn": (duty_rows.DutyTurn, DutyTurn.of),
}


async def open_of(info: Info, occasion_id: UUID) -> list[Change]:
    """The last change of an occasion, and each earlier one for which somebody owes a word still."""
    rows = await info.context.children(change_rows.Change, "occasion_id", occasion_id, "-at", "-id")
    return [Change.of(row) for row in rows if row is rows[0] or await _owed(info, row)][:3]


async def _owed(info: Info, change: change_rows.Change) -> bool:
    told = await info.context.children(change_rows.Acknowledgement, "change_id", change.id)
    return any(one.owed for one in told)
