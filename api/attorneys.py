"""Attorneys and others who help: what is recorded of where they may appear, and what they take on."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types import people as types
from api.types.people import Person
from casework import people
from schema.attorneys import Accreditation, Qualification
from schema.proceedings import ProceedingKind


@strawberry.input
class RecordAttorneyInput:
    person_id: strawberry.ID
    qualification: Qualification = Qualification.ATTORNEY
    bar_states: list[str] | None = None
    good_standing: bool = True
    eoir_registered: bool = False
    accreditation: Accreditation | None = None
    accredited_until: date | None = None
    supervisor_id: strawberry.ID | None = None
    #: That they are supervised, and unpaid by the client (8 CFR 1292.1(a)(2)).
    statement_filed: bool = False
    admitted_courts: list[str] | None = None
    languages: list[str] | None = None
    open_to_offers: bool = True
    most_cases: int | None = None
    hours_a_month: int | None = None
    #: States, and courts by their code.
    places: list[str] | None = None
    remote: bool = True
    interests: list[ProceedingKind] | None = None
    wants_mentor: bool = False
    mentor_id: strawberry.ID | None = None
    conflicts_contact_id: strawberry.ID | None = None


@strawberry.type
class RecordAttorneyPayload:
    person: Person


RecordAttorneyResult = Annotated[RecordAttorneyPayload | Refused, strawberry.union("RecordAttorneyResult")]


@strawberry.type
class AttorneyMutations:
    @verb("Record where somebody may appear, what they speak, and what they take on; in place of what was recorded.")
    async def record_attorney(self, info: Info, input: RecordAttorneyInput) -> RecordAttorneyResult:
        async with info.context.transaction() as tx:
            row = await people.record_attorney(
                tx,
                nodes.key("Person", input.person_id),
                qualification=input.qualification,
                bar_states=input.bar_states or [],
                good_standing=input.good_standing,
                eoir_registered=input.eoir_registered,
                accreditation=input.accreditation,
                accredited_until=input.accredited_until,
                supervisor_id=nodes.optional_key("Person", input.supervisor_id),
                statement_filed=input.statement_filed,
                admitted_courts=input.admitted_courts,
                languages=input.languages,
                open_to_offers=input.open_to_offers,
                most_cases=input.most_cases,
                hours_a_month=input.hours_a_month,
                places=input.places,
                remote=input.remote,
                interests=input.interests,
                wants_mentor=input.wants_mentor,
                mentor_id=nodes.optional_key("Person", input.mentor_id),
                conflicts_contact_id=nodes.optional_key("Person", input.conflicts_contact_id),
            )
        person = await types.person(info, row.person_id)
        if person is None:
            raise LookupError("The person is out of sight after the act.")
        return RecordAttorneyPayload(person=person)
