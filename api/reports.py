"""Reports of an arrest: from a community group to a legal provider."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case
from api.types.reports import ArrestReport
from casework import reading, reports
from casework.access import Act
from casework.reports import Told
from schema import reports as rows
from schema.cases import Priority
from schema.reports import Agency, CallerRelation, WhyDeclined


@strawberry.input
class ReportArrestInput:
    #: The community group.
    organization_id: strawberry.ID
    #: The legal provider it is for.
    provider_id: strawberry.ID
    name: str | None = None
    other_names: list[str] | None = None
    a_number: str | None = None
    birth_date: str | None = None
    country_of_birth: str | None = None
    language: str | None = None
    arrested_at: WallTime | None = None
    arrest_zone: str | None = None
    arrest_place: str | None = None
    agency: Agency | None = None
    caller_name: str | None = None
    caller_phone: str | None = None
    caller_relation: CallerRelation | None = None


@strawberry.type
class ReportArrestPayload:
    report: ArrestReport


ReportArrestResult = Annotated[ReportArrestPayload | Refused, strawberry.union("ReportArrestResult")]


@strawberry.input
class WithdrawReportInput:
    report_id: strawberry.ID
    expected_revision: int


@strawberry.type
class WithdrawReportPayload:
    report: ArrestReport


WithdrawReportResult = Annotated[WithdrawReportPayload | Refused, strawberry.union("WithdrawReportResult")]


@strawberry.input
class AddressReportInput:
    report_id: strawberry.ID
    expected_revision: int
    provider_id: strawberry.ID


@strawberry.type
class AddressReportPayload:
    report: ArrestReport


AddressReportResult = Annotated[AddressReportPayload | Refused, strawberry.union("AddressReportResult")]


@strawberry.input
class TakeInReportInput:
    report_id: strawberry.ID
    expected_revision: int
    public_name: str | None = None
    minor: bool | None = None
    priority: Priority | None = None
    no_publicity: bool | None = None
    #: It is about somebody who has a case: that one, and no new one.
    same_as_case_id: strawberry.ID | None = None


@strawberry.type
class TakeInReportPayload:
    case: Case


TakeInReportResult = Annotated[TakeInReportPayload | Refused, strawberry.union("TakeInReportResult")]


@strawberry.input
class DeclineReportInput:
    report_id: strawberry.ID
    expected_revision: int
    why: WhyDeclined


@strawberry.type
class DeclineReportPayload:
    report: ArrestReport


DeclineReportResult = Annotated[DeclineReportPayload | Refused, strawberry.union("DeclineReportResult")]


async def _report(info: Info, report_id: UUID) -> ArrestReport:
    """The report as it stands after the verb."""
    info.context.wake()
    row = await info.context.row(rows.ArrestReport, report_id)
    if row is None:
        raise LookupError("The report is out of sight after the act.")
    return ArrestReport.of(row)


@strawberry.type
class ReportMutations:
    @verb("Report an arrest to a legal provider. It holds what finds the person, and nothing of their claim.")
    async def report_arrest(self, info: Info, input: ReportArrestInput) -> ReportArrestResult:
        async with info.context.transaction() as tx:
            row = await reports.report_arrest(
                tx,
                nodes.key("Organization", input.organization_id),
                nodes.key("Organization", input.provider_id),
                Told(
                    name=input.name,
                    other_names=input.other_names or [],
                    a_number=input.a_number,
                    birth_date=input.birth_date,
                    country_of_birth=input.country_of_birth,
                    language=input.language,
                    arrested_at=input.arrested_at,
                    arrest_zone=input.arrest_zone,
                    arrest_place=input.arrest_place,
                    agency=input.agency,
                    caller_name=input.caller_name,
                    caller_phone=input.caller_phone,
                    caller_relation=input.caller_relation,
                ),
            )
        return ReportArrestPayload(report=await _report(info, row.id))

    @verb("Take back a report that nobody has taken in: what it says is destroyed.")
    async def withdraw_report(self, info: Info, input: WithdrawReportInput) -> WithdrawReportResult:
        async with info.context.transaction() as tx:
            row = await reports.withdraw_report(
                tx, nodes.key("ArrestReport", input.report_id), expected_revision=input.expected_revision
            )
        return WithdrawReportPayload(report=await _report(info, row.id))

    @verb("Ask another provider, after one declined.", Act.WITHDRAW_REPORT)
    async def address_report(self, info: Info, input: AddressReportInput) -> AddressReportResult:
        async with info.context.transaction() as tx:
            row = await reports.address_report(
                tx,
                nodes.key("ArrestReport", input.report_id),
                nodes.key("Organization", input.provider_id),
                expected_revision=input.expected_revision,
            )
        return AddressReportPayload(report=await _report(info, row.id))

    @verb("Make a case of a report, as of a call. What the report says moves into the case and is destroyed here.")
    async def take_in_report(self, info: Info, input: TakeInReportInput) -> TakeInReportResult:
        async with info.context.transaction() as tx:
            row = await reports.take_in_report(
                tx,
                nodes.key("ArrestReport", input.report_id),
                expected_revision=input.expected_revision,
                public_name=input.public_name or None,
                minor=bool(input.minor),
                priority=input.priority or Priority.ROUTINE,
                no_publicity=bool(input.no_publicity),
                same_as_case_id=nodes.optional_key("Case", input.same_as_case_id),
            )
        info.context.wake()
        return TakeInReportPayload(case=await shown(info, row.id))

    @verb("Say that this provider can't take a report in, so that the group asks another.")
    async def decline_report(self, info: Info, input: DeclineReportInput) -> DeclineReportResult:
        async with info.context.transaction() as tx:
            row = await reports.decline_report(
                tx,
                nodes.key("ArrestReport", input.report_id),
                expected_revision=input.expected_revision,
                why=input.why,
            )
        return DeclineReportPayload(report=await _report(info, row.id))


@strawberry.type
class ReportQueries:
    @strawberry.field(description="Reports of an arrest that wait for the viewer's legal provider, the oldest first.")
    async def reports_waiting(self, info: Info) -> list[ArrestReport]:
        return [ArrestReport.of(row) for row in await info.context.read(reading.reports_waiting)]

    @strawberry.field(description="Reports of an arrest that the viewer's community group has made, the latest first.")
    async def reports_made(self, info: Info) -> list[ArrestReport]:
        return [ArrestReport.of(row) for row in await info.context.read(reading.reports_made)]
