"""How people wish to be written to; and a released client, enrolled for their own dates."""

from __future__ import annotations

from typing import Annotated, Any, cast

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.notice_plans import hour
from api.refusals import Refused, verb
from api.types.cases import Case
from api.types.people import Person
from casework import enrolment, reaching
from casework.access import Act
from schema import people as rows
from schema.people import Channel


@strawberry.input(description="What is left out stays as it is.")
class EditWishesInput:
    person_id: strawberry.ID
    expected_revision: int
    channels: list[Channel] | None = strawberry.field(
        default=strawberry.UNSET, description="The dearest first; none: as usual, mail before texts."
    )
    language: str | None = strawberry.UNSET
    time_zone: str | None = strawberry.field(default=strawberry.UNSET, description="Null: that of each date.")
    quiet_from: str | None = strawberry.field(default=strawberry.UNSET, description="Such as 21:00. Null: as usual.")
    quiet_until: str | None = strawberry.UNSET
    wake_for_changes: bool | None = strawberry.field(
        default=strawberry.UNSET, description="A change may ring in quiet hours."
    )
    morning_digest: bool | None = strawberry.field(
        default=strawberry.UNSET, description="The letter of the morning. Null: as usual, to whoever coordinates."
    )


@strawberry.type
class EditWishesPayload:
    person: Person


EditWishesResult = Annotated[EditWishesPayload | Refused, strawberry.union("EditWishesResult")]


@strawberry.input
class EnrolClientInput:
    case_id: strawberry.ID
    language: str
    email: str | None = None
    phone: str | None = None
    time_zone: str | None = None
    confirmed: bool = False


@strawberry.type
class EnrolClientPayload:
    case: Case


EnrolClientResult = Annotated[EnrolClientPayload | Refused, strawberry.union("EnrolClientResult")]


@strawberry.input
class EndEnrolmentInput:
    case_id: strawberry.ID


@strawberry.type
class EndEnrolmentPayload:
    case: Case


EndEnrolmentResult = Annotated[EndEnrolmentPayload | Refused, strawberry.union("EndEnrolmentResult")]


def _changes(input: EditWishesInput) -> reaching.WishChanges:
    changes: dict[str, Any] = {}
    for name in ("channels", "language", "time_zone", "wake_for_changes", "morning_digest"):
        if (said := getattr(input, name)) is not strawberry.UNSET:
            changes[name] = said
    if "channels" in changes:
        changes["channels"] = changes["channels"] or ()
    for name, field in (("quiet_from", "quietFrom"), ("quiet_until", "quietUntil")):
        if (said := getattr(input, name)) is not strawberry.UNSET:
            changes[name] = hour(field, said) if said else None
    return cast(reaching.WishChanges, changes)


@strawberry.type
class ReachingMutations:
    @verb("Say on which channels, in which language and at which hours somebody is written to.")
    async def edit_wishes(self, info: Info, input: EditWishesInput) -> EditWishesResult:
        async with info.context.transaction() as tx:
            row = await reaching.edit_wishes(
                tx, nodes.key("Person", input.person_id), _changes(input), expected_revision=input.expected_revision
            )
        info.context.wake()
        fresh = await info.context.row(rows.Person, row.id)
        return EditWishesPayload(person=Person.of(fresh or row))

    @verb("Enrol a released client for their own dates, at the address or number they gave.")
    async def enrol_client(self, info: Info, input: EnrolClientInput) -> EnrolClientResult:
        async with info.context.transaction() as tx:
            row = await enrolment.enrol_client(
                tx,
                nodes.key("Case", input.case_id),
                language=input.language,
                email=input.email,
                phone=input.phone,
                time_zone=input.time_zone,
                confirmed=input.confirmed,
            )
        info.context.wake()
        return EnrolClientPayload(case=await shown(info, row.case_id))

    @verb("Write to the client no more.", Act.ENROL_CLIENT)
    async def end_enrolment(self, info: Info, input: EndEnrolmentInput) -> EndEnrolmentResult:
        async with info.context.transaction() as tx:
            row = await enrolment.end_enrolment(tx, nodes.key("Case", input.case_id))
        return EndEnrolmentPayload(case=await shown(info, row.id))
