"""Mutations on seats, companions, and the door."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.attendance import Companion
from api.types.invitations import Invitation
from api.types.occasions import Occasion
from casework import attendance, companions, seats
from schema import companions as companion_rows
from schema import invitations as invitation_rows
from schema import occasions as occasion_rows


@strawberry.input
class ArrangeSeatsInput:
    occasion_id: strawberry.ID
    seats: int
    held_back: int = 0
    in_order: bool = True


@strawberry.type
class ArrangeSeatsPayload:
    occasion: Occasion


ArrangeSeatsResult = Annotated[ArrangeSeatsPayload | Refused, strawberry.union("ArrangeSeatsResult")]


@strawberry.input
class BookSeatInput:
    invitation_id: strawberry.ID
    expected_revision: int


@strawberry.type
class BookSeatPayload:
    invitation: Invitation


BookSeatResult = Annotated[BookSeatPayload | Refused, strawberry.union("BookSeatResult")]


@strawberry.input
class GiveUpSeatInput:
    invitation_id: strawberry.ID
    expected_revision: int


@strawberry.type
class GiveUpSeatPayload:
    invitation: Invitation


GiveUpSeatResult = Annotated[GiveUpSeatPayload | Refused, strawberry.union("GiveUpSeatResult")]


@strawberry.input
class RecordClearanceInput:
    invitation_id: strawberry.ID
    cleared: bool
    expected_revision: int


@strawberry.type
class RecordClearancePayload:
    invitation: Invitation


RecordClearanceResult = Annotated[RecordClearancePayload | Refused, strawberry.union("RecordClearanceResult")]


@strawberry.input
class PairCompanionsInput:
    asking_id: strawberry.ID
    #: None: they go with nobody any more.
    offer_id: strawberry.ID | None = None


@strawberry.type
class PairCompanionsPayload:
    companion: Companion


PairCompanionsResult = Annotated[PairCompanionsPayload | Refused, strawberry.union("PairCompanionsResult")]


@strawberry.input
class RecordArrivalInput:
    invitation_id: strawberry.ID
    came: int
    #: When it was tapped, on a telephone without signal. None: now.
    at: datetime | None = None


@strawberry.type
class RecordArrivalPayload:
    invitation: Invitation


RecordArrivalResult = Annotated[RecordArrivalPayload | Refused, strawberry.union("RecordArrivalResult")]


@strawberry.input
class CountWalkInsInput:
    occasion_id: strawberry.ID
    walk_ins: int
    at: datetime | None = None


@strawberry.type
class CountWalkInsPayload:
    occasion: Occasion


CountWalkInsResult = Annotated[CountWalkInsPayload | Refused, strawberry.union("CountWalkInsResult")]


@strawberry.input
class ReportAttendanceInput:
    occasion_id: strawberry.ID
    #: None: as the door counted.
    heads: int | None = None
    officials: int | None = None
    press: int | None = None
    letters: int | None = None
    #: From notes, never a recording.
    said_in_court: str | None = None
    incidents: str | None = None
    next_steps: str | None = None
    #: Thank whoever was asked and came.
    thank: bool = False


@strawberry.type
class ReportAttendancePayload:
    occasion: Occasion


ReportAttendanceResult = Annotated[ReportAttendancePayload | Refused, strawberry.union("ReportAttendanceResult")]


async def _invitation(info: Info, invitation_id: UUID) -> Invitation:
    row = await info.context.row(invitation_rows.Invitation, invitation_id)
    if row is None:
        raise LookupError("The invitation is out of sight after the act.")
    return Invitation.of(row)


async def _occasion(info: Info, occasion_id: UUID) -> Occasion:
    row = await info.context.row(occasion_rows.Occasion, occasion_id)
    if row is None:
        raise LookupError("The occasion is out of sight after the act.")
    return Occasion.of(row)


@strawberry.type
class AttendanceMutations:
    @verb("Say how many seats there are at an occasion, and how they are given out.")
    async def arrange_seats(self, info: Info, input: ArrangeSeatsInput) -> ArrangeSeatsResult:
        occasion_id = nodes.key("Occasion", input.occasion_id)
        async with info.context.transaction() as tx:
            await seats.arrange_seats(
                tx, occasion_id, seats=input.seats, held_back=input.held_back, in_order=input.in_order
            )
        info.context.wake()
        return ArrangeSeatsPayload(occasion=await _occasion(info, occasion_id))

    @verb("Book a seat by hand for somebody who comes. They are told.")
    async def book_seat(self, info: Info, input: BookSeatInput) -> BookSeatResult:
        async with info.context.transaction() as tx:
            row = await seats.book_seat(
                tx, nodes.key("Invitation", input.invitation_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        return BookSeatPayload(invitation=await _invitation(info, row.id))

    @verb("Take a seat from somebody, who is told and waits again; the next is asked.")
    async def give_up_seat(self, info: Info, input: GiveUpSeatInput) -> GiveUpSeatResult:
        async with info.context.transaction() as tx:
            row = await seats.give_up_seat(
                tx, nodes.key("Invitation", input.invitation_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        return GiveUpSeatPayload(invitation=await _invitation(info, row.id))

    @verb("Record whether the court lets somebody in by name. Booked and cleared, their page shows the video link.")
    async def record_clearance(self, info: Info, input: RecordClearanceInput) -> RecordClearanceResult:
        async with info.context.transaction() as tx:
            row = await seats.record_clearance(
                tx,
                nodes.key("Invitation", input.invitation_id),
                cleared=input.cleared,
                expected_revision=input.expected_revision,
            )
        return RecordClearancePayload(invitation=await _invitation(info, row.id))

    @verb("Put somebody who asks for a ride or company with an offer, or with none. Both are told.")
    async def pair_companions(self, info: Info, input: PairCompanionsInput) -> PairCompanionsResult:
        async with info.context.transaction() as tx:
            row = await companions.pair_companions(
                tx, nodes.key("Companion", input.asking_id), nodes.optional_key("Companion", input.offer_id)
            )
        info.context.wake()
        found = await info.context.row(companion_rows.Companion, row.id)
        if found is None:
            raise LookupError("The pair is out of sight after the act.")
        return PairCompanionsPayload(companion=Companion.of(found))

    @verb("Record at the door how many came with one invitation. What was tapped last counts.")
    async def record_arrival(self, info: Info, input: RecordArrivalInput) -> RecordArrivalResult:
        async with info.context.transaction() as tx:
            row = await attendance.record_arrival(
                tx, nodes.key("Invitation", input.invitation_id), came=input.came, at=input.at
            )
        return RecordArrivalPayload(invitation=await _invitation(info, row.id))

    @verb("Count who came without having been asked, without their names.")
    async def count_walk_ins(self, info: Info, input: CountWalkInsInput) -> CountWalkInsResult:
        occasion_id = nodes.key("Occasion", input.occasion_id)
        async with info.context.transaction() as tx:
            await attendance.count_walk_ins(tx, occasion_id, walk_ins=input.walk_ins, at=input.at)
        return CountWalkInsPayload(occasion=await _occasion(info, occasion_id))

    @verb("Report how many came and what happened, from notes. Whoever came can be thanked.")
    async def report_attendance(self, info: Info, input: ReportAttendanceInput) -> ReportAttendanceResult:
        occasion_id = nodes.key("Occasion", input.occasion_id)
        async with info.context.transaction() as tx:
            await attendance.report_attendance(
                tx,
                occasion_id,
                heads=input.heads,
                officials=input.officials,
                press=input.press,
                letters=input.letters,
                said_in_court=input.said_in_court,
                incidents=input.incidents,
                next_steps=input.next_steps,
                thank=input.thank,
            )
        info.context.wake()
        return ReportAttendancePayload(occasion=await _occasion(info, occasion_id))
