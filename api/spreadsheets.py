"""Spreadsheets in the graph: matching columns, mending cells, letting rows become cases, taking all of it back.

The table itself comes through a door of its own (:mod:`api.bringing`).
"""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.paging import PageInfo, edges
from api.types.people import Organization
from api.types.spreadsheets import Spreadsheet, SpreadsheetRow, SpreadsheetRowConnection, SpreadsheetRowEdge
from casework import spreadsheets
from casework.access import Act
from casework.reading import spreadsheets as reading
from schema import organizations as organization_rows
from schema import spreadsheets as rows
from schema.spreadsheets import ColumnMeaning, KnownRule, RowState


@strawberry.type
class SpreadsheetQueries:
    @strawberry.field(description="Spreadsheets the viewer brought, the newest first.")
    async def spreadsheets(self, info: Info) -> list[Spreadsheet]:
        return [Spreadsheet.of(row) for row in await info.context.read(reading.spreadsheets)]

    @strawberry.field(description="Rows of one of them, by number.")
    async def spreadsheet_rows(
        self,
        info: Info,
        spreadsheet_id: strawberry.ID,
        states: list[RowState] | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> SpreadsheetRowConnection:
        page = await info.context.read(
            reading.spreadsheet_rows, nodes.key("Spreadsheet", spreadsheet_id), states=states or (), first=first,
            cursor=after,
        )  # fmt: skip
        return SpreadsheetRowConnection(
            edges=edges(page, SpreadsheetRowEdge, SpreadsheetRow.of), page_info=PageInfo.of(page)
        )


@strawberry.type
class SpreadsheetPayload:
    spreadsheet: Spreadsheet


@strawberry.input
class MatchColumnsInput:
    spreadsheet_id: strawberry.ID
    expected_revision: int
    #: Of each column what it means; null: it is not read.
    meanings: list[ColumnMeaning | None]
    day_first: bool | None = None


@strawberry.type
class MatchColumnsPayload(SpreadsheetPayload):
    pass


MatchColumnsResult = Annotated[MatchColumnsPayload | Refused, strawberry.union("MatchColumnsResult")]


@strawberry.input
class MendCellInput:
    spreadsheet_row_id: strawberry.ID
    column: int
    text: str


@strawberry.type
class MendCellPayload(SpreadsheetPayload):
    row: SpreadsheetRow


MendCellResult = Annotated[MendCellPayload | Refused, strawberry.union("MendCellResult")]


@strawberry.input
class DecideRowInput:
    spreadsheet_row_id: strawberry.ID
    left_out: bool = False
    rule: KnownRule | None = None


@strawberry.type
class DecideRowPayload(SpreadsheetPayload):
    row: SpreadsheetRow


DecideRowResult = Annotated[DecideRowPayload | Refused, strawberry.union("DecideRowResult")]


@strawberry.input
class ChooseKnownRuleInput:
    spreadsheet_id: strawberry.ID
    expected_revision: int
    rule: KnownRule


@strawberry.type
class ChooseKnownRulePayload(SpreadsheetPayload):
    pass


ChooseKnownRuleResult = Annotated[ChooseKnownRulePayload | Refused, strawberry.union("ChooseKnownRuleResult")]


@strawberry.input
class StartImportInput:
    spreadsheet_id: strawberry.ID
    expected_revision: int


@strawberry.type
class StartImportPayload(SpreadsheetPayload):
    pass


StartImportResult = Annotated[StartImportPayload | Refused, strawberry.union("StartImportResult")]


@strawberry.input
class CancelImportInput:
    spreadsheet_id: strawberry.ID


@strawberry.type
class CancelImportPayload(SpreadsheetPayload):
    pass


CancelImportResult = Annotated[CancelImportPayload | Refused, strawberry.union("CancelImportResult")]


@strawberry.input
class UndoImportInput:
    spreadsheet_id: strawberry.ID
    expected_revision: int


@strawberry.type
class UndoImportPayload(SpreadsheetPayload):
    pass


UndoImportResult = Annotated[UndoImportPayload | Refused, strawberry.union("UndoImportResult")]


@strawberry.input
class DiscardSpreadsheetInput:
    spreadsheet_id: strawberry.ID


@strawberry.type
class DiscardSpreadsheetPayload:
    organization: Organization


DiscardSpreadsheetResult = Annotated[DiscardSpreadsheetPayload | Refused, strawberry.union("DiscardSpreadsheetResult")]


async def _shown(info: Info, row: rows.Spreadsheet) -> Spreadsheet:
    found = await info.context.row(rows.Spreadsheet, row.id)
    if found is None:
        raise LookupError("The spreadsheet is out of sight after the act.")
    return Spreadsheet.of(found)


async def _row_shown(info: Info, row: rows.SpreadsheetRow) -> SpreadsheetRow:
    found = await info.context.row(rows.SpreadsheetRow, row.id)
    if found is None:
        raise LookupError("The row is out of sight after the act.")
    return SpreadsheetRow.of(found)


@strawberry.type
class SpreadsheetMutations:
    @verb("Say what each column of a spreadsheet means. Its rows are read again.", Act.IMPORT_SPREADSHEET)
    async def match_columns(self, info: Info, input: MatchColumnsInput) -> MatchColumnsResult:
        async with info.context.transaction() as tx:
            row = await spreadsheets.match_columns(
                tx,
                nodes.key("Spreadsheet", input.spreadsheet_id),
                input.meanings,
                day_first=input.day_first,
                expected_revision=input.expected_revision,
            )
        return MatchColumnsPayload(spreadsheet=await _shown(info, row))

    @verb("Type a cell of a spreadsheet again, before it is imported.", Act.IMPORT_SPREADSHEET)
    async def mend_cell(self, info: Info, input: MendCellInput) -> MendCellResult:
        async with info.context.transaction() as tx:
            sheet, row = await spreadsheets.mend_cell(
                tx, nodes.key("SpreadsheetRow", input.spreadsheet_row_id), column=input.column, text=input.text
            )
        return MendCellPayload(spreadsheet=await _shown(info, sheet), row=await _row_shown(info, row))

    @verb(
        "Leave a row out, or take it in again; say what happens with it when its client is known.",
        act=Act.IMPORT_SPREADSHEET,
    )
    async def decide_row(self, info: Info, input: DecideRowInput) -> DecideRowResult:
        async with info.context.transaction() as tx:
            sheet, row = await spreadsheets.decide_row(
                tx, nodes.key("SpreadsheetRow", input.spreadsheet_row_id), left_out=input.left_out, rule=input.rule
            )
        return DecideRowPayload(spreadsheet=await _shown(info, sheet), row=await _row_shown(info, row))

    @verb("Say what happens with rows about clients who are known.", Act.IMPORT_SPREADSHEET)
    async def choose_known_rule(self, info: Info, input: ChooseKnownRuleInput) -> ChooseKnownRuleResult:
        async with info.context.transaction() as tx:
            row = await spreadsheets.choose_known_rule(
                tx,
                nodes.key("Spreadsheet", input.spreadsheet_id),
                input.rule,
                expected_revision=input.expected_revision,
            )
        return ChooseKnownRulePayload(spreadsheet=await _shown(info, row))

    @verb("Let the rows of a spreadsheet become cases, in the background.", Act.IMPORT_SPREADSHEET)
    async def start_import(self, info: Info, input: StartImportInput) -> StartImportResult:
        async with info.context.transaction() as tx:
            row = await spreadsheets.start_import(
                tx, nodes.key("Spreadsheet", input.spreadsheet_id), expected_revision=input.expected_revision
            )
        return StartImportPayload(spreadsheet=await _shown(info, row))

    @verb("Stop an import between two rows. What became a case stays, and can be taken back.", Act.IMPORT_SPREADSHEET)
    async def cancel_import(self, info: Info, input: CancelImportInput) -> CancelImportResult:
        async with info.context.transaction() as tx:
            row = await spreadsheets.cancel_import(tx, nodes.key("Spreadsheet", input.spreadsheet_id))
        return CancelImportPayload(spreadsheet=await _shown(info, row))

    @verb("Take back every case that an import made, but for those worked on since.", Act.UNDO_IMPORT)
    async def undo_import(self, info: Info, input: UndoImportInput) -> UndoImportResult:
        async with info.context.transaction() as tx:
            row = await spreadsheets.undo_import(
                tx, nodes.key("Spreadsheet", input.spreadsheet_id), expected_revision=input.expected_revision
            )
        return UndoImportPayload(spreadsheet=await _shown(info, row))

    @verb("Throw a spreadsheet away. Cases that it became stay.", Act.IMPORT_SPREADSHEET)
    async def discard_spreadsheet(self, info: Info, input: DiscardSpreadsheetInput) -> DiscardSpreadsheetResult:
        async with info.context.transaction() as tx:
            organization_id = await spreadsheets.discard_spreadsheet(tx, nodes.key("Spreadsheet", input.spreadsheet_id))
        organization = await info.context.row(organization_rows.Organization, organization_id)
        if organization is None:
            raise LookupError("The organization is out of sight after the act.")
        return DiscardSpreadsheetPayload(organization=Organization.of(organization))
