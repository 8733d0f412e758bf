"""Who is signed in, and what they may do."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.types import cases as case_types
from api.types import people as people_types
from casework import access
from casework.access import PERMISSIONS
from schema import organizations as organization_rows
from schema import people as person_rows


@strawberry.type(description="Who is signed in.")
class Viewer:
    row: strawberry.Private[person_rows.Person]
    person: people_types.Person
    language: str

    @strawberry.field
    async def memberships(self, info: Info) -> list[people_types.Membership]:
        rows = await info.context.children(organization_rows.Membership, "person_id", self.row.id)
        return [
            people_types.Membership(row=row, role=row.role, supervised=row.supervised)
            for row in rows
            if row.ended_at is None
        ]

    @strawberry.field(description="The one they work in first.")
    async def organization(self, info: Info) -> people_types.Organization | None:
        return await people_types.organization(info, self.row.organization_id)

    @strawberry.field(description="What the viewer may do in their organizations, in the words of the mutations.")
    async def may(self, info: Info) -> list[str]:
        standing = await info.context.read(access.standing)
        held = {role for place in standing.places for role in place.roles}
        return [case_types.camel(act.name) for act, rule in PERMISSIONS.items() if rule.roles & held]
