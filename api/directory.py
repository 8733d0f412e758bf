"""The directory: groups, referrals, and schools' plans."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.context import Info
from api.nodes import global_id
from api.refusals import Refused, verb
from api.types.community import ListedGroup, Referral, School
from casework import directory, reading
from casework.access import Act
from casework.directory import Listing, SchoolFacts
from casework.refusals import NotFound
from schema import directory as rows
from schema.directory import GroupWork, ReferralAgreement


@strawberry.input
class ListGroupInput:
    organization_id: strawberry.ID
    name: str
    works: list[GroupWork]
    towns: list[str] | None = None
    languages: list[str] | None = None
    phone: str | None = None
    note: str | None = None


@strawberry.type
class ListGroupPayload:
    group: ListedGroup


ListGroupResult = Annotated[ListGroupPayload | Refused, strawberry.union("ListGroupResult")]


@strawberry.input
class CorrectListingInput:
    group_id: strawberry.ID
    expected_revision: int
    name: str
    works: list[GroupWork]
    towns: list[str] | None = None
    languages: list[str] | None = None
    phone: str | None = None
    note: str | None = None


@strawberry.type
class CorrectListingPayload:
    group: ListedGroup


CorrectListingResult = Annotated[CorrectListingPayload | Refused, strawberry.union("CorrectListingResult")]


@strawberry.input
class DelistGroupInput:
    group_id: strawberry.ID
    expected_revision: int


@strawberry.type
class DelistGroupPayload:
    group_id: strawberry.ID


DelistGroupResult = Annotated[DelistGroupPayload | Refused, strawberry.union("DelistGroupResult")]


@strawberry.input
class ReferPersonInput:
    group_id: strawberry.ID
    #: As they wish to be called. Sealed.
    whom: str
    need: str | None = None
    agreement: ReferralAgreement


@strawberry.type
class ReferPersonPayload:
    referral: Referral


ReferPersonResult = Annotated[ReferPersonPayload | Refused, strawberry.union("ReferPersonResult")]


@strawberry.input
class KeepSchoolInput:
    organization_id: strawberry.ID
    name: str
    town: str
    reviewed_on: date
    contact_name: str | None = None
    contact_phone: str | None = None
    #: Which of our people the school may call.
    who_to_call: str | None = None
    plan: str | None = None


@strawberry.type
class KeepSchoolPayload:
    school: School


KeepSchoolResult = Annotated[KeepSchoolPayload | Refused, strawberry.union("KeepSchoolResult")]


@strawberry.input
class CorrectSchoolInput:
    school_id: strawberry.ID
    expected_revision: int
    name: str
    town: str
    reviewed_on: date
    contact_name: str | None = None
    contact_phone: str | None = None
    #: Which of our people the school may call.
    who_to_call: str | None = None
    plan: str | None = None


@strawberry.type
class CorrectSchoolPayload:
    school: School


CorrectSchoolResult = Annotated[CorrectSchoolPayload | Refused, strawberry.union("CorrectSchoolResult")]


@strawberry.input
class DropSchoolInput:
    school_id: strawberry.ID
    expected_revision: int


@strawberry.type
class DropSchoolPayload:
    school_id: strawberry.ID


DropSchoolResult = Annotated[DropSchoolPayload | Refused, strawberry.union("DropSchoolResult")]


def _listing(input: ListGroupInput | CorrectListingInput) -> Listing:
    return Listing(
        name=input.name,
        works=input.works,
        towns=input.towns or (),
        languages=input.languages or (),
        phone=input.phone,
        note=input.note,
    )


def _facts(input: KeepSchoolInput | CorrectSchoolInput) -> SchoolFacts:
    return SchoolFacts(
        name=input.name,
        town=input.town,
        reviewed_on=input.reviewed_on,
        contact_name=input.contact_name,
        contact_phone=input.contact_phone,
        who_to_call=input.who_to_call,
        plan=input.plan,
    )


async def _group(info: Info, key: UUID) -> ListedGroup:
    row = await info.context.row(rows.ListedGroup, key)
    if row is None:
        raise NotFound
    return ListedGroup.of(row)


async def _school(info: Info, key: UUID) -> School:
    row = await info.context.row(rows.School, key)
    if row is None:
        raise NotFound
    return School.of(row)


@strawberry.type
class DirectoryMutations:
    @verb("Put a group into the directory.", Act.KEEP_DIRECTORY)
    async def list_group(self, info: Info, input: ListGroupInput) -> ListGroupResult:
        async with info.context.transaction() as tx:
            row = await directory.list_group(tx, nodes.key("Organization", input.organization_id), _listing(input))
        return ListGroupPayload(group=await _group(info, row.id))

    @verb("Say what holds of a group today.", Act.KEEP_DIRECTORY)
    async def correct_listing(self, info: Info, input: CorrectListingInput) -> CorrectListingResult:
        key = nodes.key("ListedGroup", input.group_id)
        async with info.context.transaction() as tx:
            await directory.correct_listing(tx, key, _listing(input), expected_revision=input.expected_revision)
        return CorrectListingPayload(group=await _group(info, key))

    @verb("Take a group out of the directory.", Act.KEEP_DIRECTORY)
    async def delist_group(self, info: Info, input: DelistGroupInput) -> DelistGroupResult:
        key = nodes.key("ListedGroup", input.group_id)
        async with info.context.transaction() as tx:
            await directory.delist_group(tx, key, expected_revision=input.expected_revision)
        return DelistGroupPayload(group_id=strawberry.ID(global_id("ListedGroup", key)))

    @verb("Write down that somebody who agreed to it was referred to a group. Nothing is sent.")
    async def refer_person(self, info: Info, input: ReferPersonInput) -> ReferPersonResult:
        async with info.context.transaction() as tx:
            made = await directory.refer_person(
                tx,
                nodes.key("ListedGroup", input.group_id),
                whom=input.whom,
                need=input.need,
                agreement=input.agreement,
            )
        row = await info.context.row(rows.Referral, made.id)
        if row is None:
            raise NotFound
        return ReferPersonPayload(referral=Referral.of(row))

    @verb("Keep a school's contact and plan. No child is in it.", Act.KEEP_DIRECTORY)
    async def keep_school(self, info: Info, input: KeepSchoolInput) -> KeepSchoolResult:
        async with info.context.transaction() as tx:
            row = await directory.keep_school(tx, nodes.key("Organization", input.organization_id), _facts(input))
        return KeepSchoolPayload(school=await _school(info, row.id))

    @verb("Say what holds of a school now.", Act.KEEP_DIRECTORY)
    async def correct_school(self, info: Info, input: CorrectSchoolInput) -> CorrectSchoolResult:
        key = nodes.key("School", input.school_id)
        async with info.context.transaction() as tx:
            await directory.correct_school(tx, key, _facts(input), expected_revision=input.expected_revision)
        return CorrectSchoolPayload(school=await _school(info, key))

    @verb("Keep nothing of a school any more.", Act.KEEP_DIRECTORY)
    async def drop_school(self, info: Info, input: DropSchoolInput) -> DropSchoolResult:
        key = nodes.key("School", input.school_id)
        async with info.context.transaction() as tx:
            await directory.drop_school(tx, key, expected_revision=input.expected_revision)
        return DropSchoolPayload(school_id=strawberry.ID(global_id("School", key)))


@strawberry.type
class DirectoryQueries:
    @strawberry.field(description="Groups in the directory of the viewer's organizations, by name.")
    async def listed_groups(self, info: Info) -> list[ListedGroup]:
        found = await info.context.read(reading.of_my_organizations, rows.ListedGroup, "name", "id", verifying=False)
        return [ListedGroup.of(row) for row in found]

    @strawberry.field(description="Who was referred where in the last 90 days, the latest first.")
    async def referrals(self, info: Info) -> list[Referral]:
        found = await info.context.read(reading.of_my_organizations, rows.Referral, "-id")
        return [Referral.of(row) for row in found]

    @strawberry.field(description="Schools, by name.")
    async def schools(self, info: Info) -> list[School]:
        found = await info.context.read(reading.of_my_organizations, rows.School, "name", "id")
        return [School.of(row) for row in found]
