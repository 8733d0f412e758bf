"""Reports of an arrest, as their group sees them and the provider they wait for."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.cases import Case, case
from api.types.people import Node, Organization, Person
from casework import access
from schema import reports as rows
from schema.reports import Agency, CallerRelation, ReportState, WhyDeclined


@strawberry.type(description="What a report says. Names as heard; null is unknown.")
class ReportContents:
    name: str | None
    other_names: list[str]
    a_number: str | None
    birth_date: str | None
    country_of_birth: str | None
    language: str | None
    arrested_at: datetime | None
    arrest_zone: str | None
    arrest_place: str | None
    agency: Agency | None
    caller_name: str | None
    caller_phone: str | None
    caller_relation: CallerRelation | None


@strawberry.type(description="One report of an arrest, from a community group to a legal provider.")
class ArrestReport(Node):
    row: strawberry.Private[rows.ArrestReport]
    revision: int
    state: ReportState
    state_since: datetime
    why_declined: WhyDeclined | None
    reported_at: datetime

    @classmethod
    def of(cls, row: rows.ArrestReport) -> ArrestReport:
        return cls(
            id=strawberry.ID(global_id("ArrestReport", row.id)),
            row=row,
            revision=row.revision,
            state=row.state,
            state_since=row.state_since,
            why_declined=row.why_declined,
            reported_at=row.created_at,
        )

    @strawberry.field(description="The community group.")
    async def group(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.organization_id)

    @strawberry.field(description="The legal provider it is addressed to.")
    async def provider(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.provider_id)

    @strawberry.field(description="Null for the provider's people: they call the group.")
    async def made_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.made_by_id)

    @strawberry.field(description="The case it became, for those who read that case.")
    async def case(self, info: Info) -> Case | None:
        link = await info.context.row(rows.ReportCase, self.row.id)
        return await case(info, link.case_id) if link else None

    @strawberry.field(
        description="What it says: for its group, and for the provider while it waits. Destroyed once it is taken in."
    )
    async def contents(self, info: Info) -> ReportContents | None:
        row = await info.context.row(rows.ReportContents, self.row.id)
        if row is None:
            return None
        reader = await info.context.read(access.standing)
        mine = reader.place(self.row.organization_id) is not None
        home = self.row.organization_id if mine else self.row.provider_id
        await info.context.viewed(rows.ReportContents, self.row.id, rows.SAID_SEALED, organization_id=home)
        opened = {name: await info.context.opened(row, name) for name in rows.SAID_SEALED}
        others, relation = opened.pop("other_names"), opened.pop("caller_relation")
        return ReportContents(
            **opened,
            other_names=others.split("\n") if others else [],
            language=row.language,
            arrested_at=row.arrested_at,
            arrest_zone=row.arrest_zone,
            agency=row.agency,
            caller_relation=CallerRelation(relation) if relation else None,
        )


__all__ = ["ArrestReport"]
