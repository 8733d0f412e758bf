"""Mutations on lists of the address book."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.attendance import PeopleList
from api.types.people import Organization
from casework import people_lists
from schema import organizations as organization_rows
from schema import people_lists as rows


@strawberry.input
class SavePeopleListInput:
    organization_id: strawberry.ID
    name: str
    person_ids: list[strawberry.ID]
    #: None: a new one.
    list_id: strawberry.ID | None = None
    expected_revision: int | None = None


@strawberry.type
class SavePeopleListPayload:
    people_list: PeopleList
    organization: Organization


SavePeopleListResult = Annotated[SavePeopleListPayload | Refused, strawberry.union("SavePeopleListResult")]


@strawberry.input
class RemovePeopleListInput:
    list_id: strawberry.ID
    expected_revision: int


@strawberry.type
class RemovePeopleListPayload:
    organization: Organization


RemovePeopleListResult = Annotated[RemovePeopleListPayload | Refused, strawberry.union("RemovePeopleListResult")]


async def _of(info: Info, row: rows.PeopleList) -> Organization:
    organization = await info.context.row(organization_rows.Organization, row.organization_id)
    if organization is None:
        raise LookupError("The organization is out of sight after the act.")
    return Organization.of(organization)


@strawberry.type
class PeopleListMutations:
    @verb("Make a list of people who are asked together, or save one as it is now.")
    async def save_people_list(self, info: Info, input: SavePeopleListInput) -> SavePeopleListResult:
        async with info.context.transaction() as tx:
            row = await people_lists.save_people_list(
                tx,
                nodes.key("Organization", input.organization_id),
                name=input.name,
                person_ids=[nodes.key("Person", one) for one in input.person_ids],
                list_id=nodes.optional_key("PeopleList", input.list_id),
                expected_revision=input.expected_revision,
            )
        found = await info.context.row(rows.PeopleList, row.id)
        if found is None:
            raise LookupError("The list is out of sight after the act.")
        return SavePeopleListPayload(people_list=PeopleList.of(found), organization=await _of(info, found))

    @verb("Take a list away. The people stay in the address book.")
    async def remove_people_list(self, info: Info, input: RemovePeopleListInput) -> RemovePeopleListResult:
        async with info.context.transaction() as tx:
            row = await people_lists.remove_people_list(
                tx, nodes.key("PeopleList", input.list_id), expected_revision=input.expected_revision
            )
        return RemovePeopleListPayload(organization=await _of(info, row))
