"""What hangs on a placement: forms that were entered, conflict sheets, one's own list, and whom the house suggests."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.paging import PageInfo
from api.types.people import Node, Organization, Person
from casework.entitlement import FORMS
from casework.language import spoken
from schema import assignments as assignment_rows
from schema import conflicts as rows
from schema import proceedings as proceeding_rows
from schema.assignments import Form, FormScope
from schema.conflicts import Comparison, ConflictSide, SheetAnswer

if TYPE_CHECKING:
    from api.types.occasions import Proceeding

LaterProceeding = Annotated["Proceeding", strawberry.lazy("api.types.occasions")]


@strawberry.type(description="One form, entered for one proceeding.")
class Appearance(Node):
    row: strawberry.Private[assignment_rows.Appearance]
    revision: int
    form: Form
    form_scope: FormScope | None
    primary: bool
    entered_at: datetime
    withdrawal_asked_at: datetime | None
    withdrawal_decided_at: datetime | None
    withdrawal_granted: bool | None
    ended_at: datetime | None

    @classmethod
    def of(cls, row: assignment_rows.Appearance) -> Appearance:
        return cls(
            id=strawberry.ID(global_id("Appearance", row.id)),
            row=row,
            revision=row.revision,
            form=row.form,
            form_scope=row.scope,
            primary=row.primary,
            entered_at=row.entered_at,
            withdrawal_asked_at=row.withdrawal_asked_at,
            withdrawal_decided_at=row.withdrawal_decided_at,
            withdrawal_granted=row.withdrawal_granted,
            ended_at=row.ended_at,
        )

    @strawberry.field(description="Null with a G-28, which is before the agency.")
    async def proceeding(self, info: Info) -> LaterProceeding | None:
        from api.types.occasions import Proceeding as ProceedingType

        row = await info.context.row(proceeding_rows.Proceeding, self.row.proceeding_id)
        return ProceedingType.of(row) if row else None

    @strawberry.field(description="The court lets them go, and nobody else (8 CFR 1003.17).")
    def of_record(self) -> bool:
        return FORMS[self.form].of_record

    @strawberry.field(description="They see the record of proceedings.")
    def sees_record(self) -> bool:
        return FORMS[self.form].record

    @strawberry.field(description="What the form makes of them, in a sentence.")
    async def allows(self, info: Info) -> str:
        return FORMS[self.form].says.said(spoken(await info.context.spoken()))

    @strawberry.field
    def citation(self) -> str:
        return FORMS[self.form].citation


@strawberry.type(description="What a conflict sheet says: names alone. For its contact, until they answer.")
class ConflictSheetContents:
    names: list[str]
    relatives: list[str]
    employers: list[str]
    adverse_parties: list[str]

    @classmethod
    async def of(cls, info: Info, row: rows.ConflictSheetContents) -> ConflictSheetContents:
        async def lines(column: str) -> list[str]:
            text = await info.context.opened(row, column)
            return text.split("\n") if text else []

        return cls(
            names=await lines("names"),
            relatives=await lines("relatives"),
            employers=await lines("employers"),
            adverse_parties=await lines("adverse_parties"),
        )


@strawberry.type(description="One conflict check: by an attorney's own list, or by their one conflicts contact.")
class ConflictSheet(Node):
    row: strawberry.Private[rows.ConflictSheet]
    revision: int
    sent_at: datetime
    open_until: datetime
    found: Comparison | None
    answer: SheetAnswer | None
    answered_at: datetime | None
    closed_at: datetime | None

    @classmethod
    def of(cls, row: rows.ConflictSheet) -> ConflictSheet:
        return cls(
            id=strawberry.ID(global_id("ConflictSheet", row.id)),
            row=row,
            revision=row.revision,
            sent_at=row.sent_at,
            open_until=row.open_until,
            found=row.found,
            answer=row.answer,
            answered_at=row.answered_at,
            closed_at=row.closed_at,
        )

    @strawberry.field(description="The attorney who would take the case.")
    async def attorney(self, info: Info) -> Person | None:
        return await people.person(info, self.row.attorney_id)

    @strawberry.field(description="The one person who answers.")
    async def contact(self, info: Info) -> Person | None:
        return await people.person(info, self.row.contact_id)

    @strawberry.field(description="Who asks: the organization that leads the case.")
    async def asked_by(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.lead_organization_id) if self.row.lead_organization_id else None

    @strawberry.field(description="What the contact still needs to know: for the legal team of the case.")
    async def question(self, info: Info) -> str | None:
        seat = await info.context.seat(self.row.case_id)
        return await info.context.opened(self.row, "question") if seat and seat.legal else None

    @strawberry.field(description="Null once it is shut, and where only tokens were compared. Opening it is a view.")
    async def contents(self, info: Info) -> ConflictSheetContents | None:
        row = await info.context.row(rows.ConflictSheetContents, self.row.id)
        if row is None:
            return None
        await info.context.viewed(
            rows.ConflictSheetContents, self.row.id, ["names", "relatives", "employers", "adverse_parties"],
            case_id=self.row.case_id, organization_id=self.row.lead_organization_id,
        )  # fmt: skip
        return await ConflictSheetContents.of(info, row)


@strawberry.type(description="A name on the viewer's own list for conflict checks. Nobody else ever reads it.")
class ConflictName(Node):
    side: ConflictSide
    name: str
    listed_at: datetime

    @classmethod
    async def of(cls, info: Info, row: rows.ConflictName) -> ConflictName:
        return cls(
            id=strawberry.ID(global_id("ConflictName", row.id)),
            side=row.side,
            name=await info.context.opened(row, "name") or "",
            listed_at=row.created_at,
        )


@strawberry.type
class ConflictNameEdge:
    node: ConflictName
    cursor: str


@strawberry.type
class ConflictNameConnection:
    edges: list[ConflictNameEdge]
    page_info: PageInfo


@strawberry.type(description="Somebody the case could be offered to, and why, and what speaks against it.")
class CounselSuggestion:
    person: Person
    may_appear: bool
    citation: str
    because: list[str]
    against: list[str]
