"""Who stands around a case: the report's caller, contacts, the team, organizations that read it."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.people import Node, Organization, Person
from schema import cases as case_rows
from schema import teams as team_rows
from schema import walls as wall_rows
from schema.teams import CaseRole


@strawberry.type(description="The first report, for the legal team.")
class Intake:
    caller_name: str | None
    caller_phone: str | None
    caller_relation: str | None
    arrested_at: datetime | None
    arrest_zone: str | None
    arrest_place: str | None
    told: str | None


@strawberry.type
class CaseContact(Node):
    row: strawberry.Private[case_rows.CaseContact]
    relation: str
    named_by_client: bool
    is_client: bool = strawberry.field(description="Not somebody of theirs but the client, enrolled after release.")

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)


async def viewed_urgent_reason(info: Info, row: team_rows.TeamMember) -> None:
    await info.context.viewed(
        team_rows.TeamMember, row.id, ["urgent_reason"], case_id=row.case_id, organization_id=row.lead_organization_id
    )


@strawberry.type
class TeamMember(Node):
    row: strawberry.Private[team_rows.TeamMember]
    role: CaseRole
    began_at: datetime
    until: datetime | None

    @classmethod
    def of(cls, row: team_rows.TeamMember) -> TeamMember:
        node_id = strawberry.ID(global_id("TeamMember", row.id))
        return cls(id=node_id, row=row, role=row.role, began_at=row.began_at, until=row.until)

    @strawberry.field(description="Why they took the seat without being asked: for the legal team.")
    async def urgent_reason(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        if self.row.urgent_reason is None or not seat or not seat.legal:
            return None
        await viewed_urgent_reason(info, self.row)
        return await info.context.opened(self.row, "urgent_reason")

    @strawberry.field
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)


@strawberry.type(description="Whom a conflict keeps from the client.")
class ConflictWall(Node):
    row: strawberry.Private[wall_rows.ConflictWall]
    raised_at: datetime

    @classmethod
    def of(cls, row: wall_rows.ConflictWall) -> ConflictWall:
        return cls(id=strawberry.ID(global_id("ConflictWall", row.id)), row=row, raised_at=row.raised_at)

    @strawberry.field(description="Null when it stands before everybody of an organization.")
    async def person(self, info: Info) -> Person | None:
        return await people.person(info, self.row.person_id)

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        of = self.row.organization_id
        return await people.organization(info, of) if of else None

    @strawberry.field
    async def raised_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.raised_by_id)

    @strawberry.field(description="The conflict, in a sentence.")
    async def reason(self, info: Info) -> str | None:
        return await info.context.opened(self.row, "reason")


@strawberry.type(description="An organization that reads the case.")
class CaseReader:
    row: strawberry.Private[team_rows.CaseReader]
    began_at: datetime
    until: datetime | None
    lead: bool

    @strawberry.field
    async def organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)


__all__ = ["CaseContact", "CaseReader", "ConflictWall", "Intake", "TeamMember"]
