"""Mutations on operations: many arrests taken in at once."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.operations import Operation
from casework import operations, reading
from casework.identities import Known
from casework.intake import Report
from casework.operations import Arrested
from casework.refusals import NotFound
from schema import operations as rows
from schema.cases import Priority


@strawberry.input
class OpenOperationInput:
    organization_id: strawberry.ID
    #: What people call it. Sealed.
    name: str
    place: str | None = None
    #: The day it began, where it happened.
    began_on: date


@strawberry.type
class OpenOperationPayload:
    operation: Operation


OpenOperationResult = Annotated[OpenOperationPayload | Refused, strawberry.union("OpenOperationResult")]


@strawberry.input
class ArrestedInput:
    """One person of a list, as heard: nothing needs to be known."""

    legal_name: str | None = None
    public_name: str | None = None
    a_numbers: list[str] | None = None
    aliases: list[str] | None = None
    birth_date: str | None = None
    country_of_birth: str | None = None
    nationality: str | None = None
    language: str | None = None
    minor: bool = False
    arrested_at: WallTime | None = None
    arrest_zone: str | None = None
    arrest_place: str | None = None
    caller_name: str | None = None
    caller_phone: str | None = None
    caller_relation: str | None = None
    told: str | None = None
    priority: Priority = Priority.ROUTINE

    def heard(self) -> Arrested:
        return Arrested(
            known=Known(
                legal_name=self.legal_name,
                birth_date=self.birth_date,
                country_of_birth=self.country_of_birth,
                nationality=self.nationality,
                a_numbers=self.a_numbers or [],
                aliases=self.aliases or [],
            ),
            public_name=self.public_name or None,
            language=self.language or None,
            minor=self.minor,
            priority=self.priority,
            report=Report(
                caller_name=self.caller_name,
                caller_phone=self.caller_phone,
                caller_relation=self.caller_relation,
                arrested_at=self.arrested_at,
                arrest_zone=self.arrest_zone,
                arrest_place=self.arrest_place,
                told=self.told,
            ),
        )


@strawberry.input
class TakeInArrestsInput:
    operation_id: strawberry.ID
    arrests: list[ArrestedInput]


@strawberry.type
class TakeInArrestsPayload:
    operation: Operation
    cases: list[Case]


TakeInArrestsResult = Annotated[TakeInArrestsPayload | Refused, strawberry.union("TakeInArrestsResult")]


@strawberry.input
class PutIntoOperationInput:
    case_id: strawberry.ID
    expected_revision: int
    operation_id: strawberry.ID | None = strawberry.field(description="Null: it belongs to none.", default=None)


@strawberry.type
class PutIntoOperationPayload:
    case: Case


PutIntoOperationResult = Annotated[PutIntoOperationPayload | Refused, strawberry.union("PutIntoOperationResult")]


async def _operation(info: Info, key: UUID) -> Operation:
    row = await info.context.row(rows.Operation, key)
    if row is None:
        raise NotFound
    return Operation.of(row)


@strawberry.type
class OperationMutations:
    @verb("Name a raid or sweep, so that its arrests are taken in together.")
    async def open_operation(self, info: Info, input: OpenOperationInput) -> OpenOperationResult:
        async with info.context.transaction() as tx:
            row = await operations.open_operation(
                tx,
                nodes.key("Organization", input.organization_id),
                name=input.name,
                began_on=input.began_on,
                place=input.place,
            )
        return OpenOperationPayload(operation=await _operation(info, row.id))

    @verb("Open a case for each person of a list: for all of them, or for nobody.")
    async def take_in_arrests(self, info: Info, input: TakeInArrestsInput) -> TakeInArrestsResult:
        key = nodes.key("Operation", input.operation_id)
        async with info.context.transaction() as tx:
            found = await operations.take_in_arrests(tx, key, [one.heard() for one in input.arrests])
        info.context.wake()
        operation = await _operation(info, key)
        return TakeInArrestsPayload(operation=operation, cases=[await shown(info, row.id) for row in found])

    @verb("Say to which operation a case belongs.")
    async def put_into_operation(self, info: Info, input: PutIntoOperationInput) -> PutIntoOperationResult:
        async with info.context.transaction() as tx:
            row = await operations.put_into_operation(
                tx,
                nodes.key("Case", input.case_id),
                nodes.optional_key("Operation", input.operation_id),
                expected_revision=input.expected_revision,
            )
        return PutIntoOperationPayload(case=await shown(info, row.id))


@strawberry.type
class OperationQueries:
    @strawberry.field(description="Operations of the viewer's legal provider, the latest first; at most 100.")
    async def operations(self, info: Info) -> list[Operation]:
        return [Operation.of(row) for row in await info.context.read(reading.operations_opened)]
