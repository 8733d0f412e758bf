"""Mutations on when somebody can take cases and hearings."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types import people as types
from api.types.people import Person
from casework import availability
from schema.attorneys import HalfDay
from schema.proceedings import ProceedingKind


@strawberry.input
class SayAvailabilityInput:
    person_id: strawberry.ID
    half_days: list[HalfDay]
    more_cases: int | None = strawberry.field(
        default=None, description="Beside those that they have now. Left out: it stays as it was."
    )
    interests: list[ProceedingKind] = strawberry.field(default_factory=list)
    languages: list[str] = strawberry.field(default_factory=list)
    open_to_offers: bool = True
    remote: bool = True


@strawberry.type
class SayAvailabilityPayload:
    person: Person


SayAvailabilityResult = Annotated[SayAvailabilityPayload | Refused, strawberry.union("SayAvailabilityResult")]


@strawberry.input
class RecordAbsenceInput:
    person_id: strawberry.ID
    first_day: date
    last_day: date


@strawberry.type
class RecordAbsencePayload:
    person: Person


RecordAbsenceResult = Annotated[RecordAbsencePayload | Refused, strawberry.union("RecordAbsenceResult")]


@strawberry.input
class TakeBackAbsenceInput:
    absence_id: strawberry.ID


@strawberry.type
class TakeBackAbsencePayload:
    person: Person


TakeBackAbsenceResult = Annotated[TakeBackAbsencePayload | Refused, strawberry.union("TakeBackAbsenceResult")]


@strawberry.type
class AvailabilityMutations:
    @verb("Say when somebody can come to hearings and what they take, in place of what was said.")
    async def say_availability(self, info: Info, input: SayAvailabilityInput) -> SayAvailabilityResult:
        async with info.context.transaction() as tx:
            row = await availability.say_availability(
                tx,
                nodes.key("Person", input.person_id),
                half_days=input.half_days,
                more_cases=input.more_cases,
                interests=input.interests,
                languages=input.languages,
                open_to_offers=input.open_to_offers,
                remote=input.remote,
            )
        return SayAvailabilityPayload(person=await types.shown(info, row.person_id))

    @verb("Say on which days somebody is away. Nobody is asked why.")
    async def record_absence(self, info: Info, input: RecordAbsenceInput) -> RecordAbsenceResult:
        async with info.context.transaction() as tx:
            row = await availability.record_absence(
                tx, nodes.key("Person", input.person_id), first_day=input.first_day, last_day=input.last_day
            )
        return RecordAbsencePayload(person=await types.shown(info, row.person_id))

    @verb("Take back that somebody is away.")
    async def take_back_absence(self, info: Info, input: TakeBackAbsenceInput) -> TakeBackAbsenceResult:
        async with info.context.transaction() as tx:
            person_id = await availability.take_back_absence(tx, nodes.key("Absence", input.absence_id))
        return TakeBackAbsencePayload(person=await types.shown(info, person_id))
