"""Rapid responders: who goes to look, in which towns and hours."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.community import Responder
from casework import reading, responders
from casework.access import Act
from casework.refusals import NotFound
from casework.responders import OnCall
from schema import responders as rows
from schema.responders import Weekday


@strawberry.input
class EnlistResponderInput:
    organization_id: strawberry.ID
    person_id: strawberry.ID
    towns: list[str]
    days: list[Weekday]
    #: Such as 08:00. The same as the end: all day.
    on_call_from: str
    on_call_until: str
    time_zone: str


@strawberry.type
class EnlistResponderPayload:
    responder: Responder


EnlistResponderResult = Annotated[EnlistResponderPayload | Refused, strawberry.union("EnlistResponderResult")]


@strawberry.input
class ChangeResponderInput:
    responder_id: strawberry.ID
    expected_revision: int
    towns: list[str]
    days: list[Weekday]
    #: Such as 08:00. The same as the end: all day.
    on_call_from: str
    on_call_until: str
    time_zone: str


@strawberry.type
class ChangeResponderPayload:
    responder: Responder


ChangeResponderResult = Annotated[ChangeResponderPayload | Refused, strawberry.union("ChangeResponderResult")]


@strawberry.input
class DismissResponderInput:
    responder_id: strawberry.ID
    expected_revision: int


@strawberry.type
class DismissResponderPayload:
    responder: Responder


DismissResponderResult = Annotated[DismissResponderPayload | Refused, strawberry.union("DismissResponderResult")]


def _on_call(input: EnlistResponderInput | ChangeResponderInput) -> OnCall:
    return OnCall(
        towns=input.towns,
        days=input.days,
        on_call_from=input.on_call_from,
        on_call_until=input.on_call_until,
        time_zone=input.time_zone,
    )


async def _responder(info: Info, key: UUID) -> Responder:
    row = await info.context.row(rows.Responder, key)
    if row is None:
        raise NotFound
    return Responder.of(row)


@strawberry.type
class ResponderMutations:
    @verb("Put somebody on the list of rapid responders, with the towns and hours they chose.", Act.KEEP_RESPONDERS)
    async def enlist_responder(self, info: Info, input: EnlistResponderInput) -> EnlistResponderResult:
        async with info.context.transaction() as tx:
            row = await responders.enlist_responder(
                tx,
                nodes.key("Organization", input.organization_id),
                nodes.key("Person", input.person_id),
                _on_call(input),
            )
        return EnlistResponderPayload(responder=await _responder(info, row.id))

    @verb("Say which towns and hours are theirs now.", Act.KEEP_RESPONDERS)
    async def change_responder(self, info: Info, input: ChangeResponderInput) -> ChangeResponderResult:
        key = nodes.key("Responder", input.responder_id)
        async with info.context.transaction() as tx:
            await responders.change_responder(tx, key, _on_call(input), expected_revision=input.expected_revision)
        return ChangeResponderPayload(responder=await _responder(info, key))

    @verb("Take somebody off the list of rapid responders.", Act.KEEP_RESPONDERS)
    async def dismiss_responder(self, info: Info, input: DismissResponderInput) -> DismissResponderResult:
        key = nodes.key("Responder", input.responder_id)
        async with info.context.transaction() as tx:
            await responders.dismiss_responder(tx, key, expected_revision=input.expected_revision)
        return DismissResponderPayload(responder=await _responder(info, key))


@strawberry.type
class ResponderQueries:
    @strawberry.field(description="Rapid responders of the organizations in which the viewer verifies sightings.")
    async def responders(self, info: Info) -> list[Responder]:
        found = await info.context.read(reading.of_my_organizations, rows.Responder, "id")
        return [Responder.of(row) for row in found]
