"""Conflict checks, and whom the house suggests as counsel."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import RefusalsAsMembers, Refused, verb
from api.types import people
from api.types.cases import Case
from api.types.paging import PageInfo
from api.types.placements import (
    ConflictName,
    ConflictNameConnection,
    ConflictNameEdge,
    ConflictSheet,
    CounselSuggestion,
)
from casework import conflicts, matching, reading
from casework.access import Act
from schema import conflicts as rows
from schema.conflicts import ConflictSide, SheetAnswer


@strawberry.type(description="Attorneys and representatives, the likeliest first.")
class CounselSuggestions:
    suggestions: list[CounselSuggestion]


SuggestCounselResult = Annotated[CounselSuggestions | Refused, strawberry.union("SuggestCounselResult")]


@strawberry.type
class ConflictQueries:
    @strawberry.field(description="Sheets of which the viewer is the conflicts contact, those that wait first.")
    async def conflict_sheets(self, info: Info) -> list[ConflictSheet]:
        return [ConflictSheet.of(row) for row in await info.context.read(reading.conflict_sheets)]

    @strawberry.field(description="The viewer's own list of clients and adverse names.")
    async def conflict_names(self, info: Info, first: int = 50, after: str | None = None) -> ConflictNameConnection:
        page = await info.context.read(reading.conflict_names, first=first, cursor=after)
        return ConflictNameConnection(
            edges=[
                ConflictNameEdge(node=await ConflictName.of(info, row), cursor=cursor)
                for row, cursor in zip(page.rows, page.cursors, strict=True)
            ],
            page_info=PageInfo.of(page),
        )

    @strawberry.field(
        description="To whom a case could be offered, and why. For coordinators of legal providers. Saves nothing.",
        extensions=[RefusalsAsMembers()],
    )
    async def suggest_counsel(
        self, info: Info, case_id: strawberry.ID, proceeding_id: strawberry.ID | None = None
    ) -> SuggestCounselResult:
        found = await info.context.read(
            matching.suggest_counsel, nodes.key("Case", case_id),
            proceeding_id=nodes.optional_key("Proceeding", proceeding_id),
        )  # fmt: skip
        language = await info.context.spoken()
        suggestions = []
        for one in found:
            person = await people.person(info, one.person_id)
            if person is not None:
                suggestions.append(
                    CounselSuggestion(
                        person=person,
                        may_appear=one.entitled.may,
                        citation=one.entitled.citation,
                        because=[said.said(language) for said in one.because],
                        against=[said.said(language) for said in one.against],
                    )
                )
        return CounselSuggestions(suggestions=suggestions)


@strawberry.input
class SendConflictSheetInput:
    assignment_id: strawberry.ID
    expected_revision: int
    #: Names alone. The client's own names and aliases are taken from the record.
    relatives: list[str] | None = None
    employers: list[str] | None = None
    adverse_parties: list[str] | None = None
    #: To the contact, also where the attorney keeps a list here.
    by_hand: bool = False


@strawberry.type
class SendConflictSheetPayload:
    sheet: ConflictSheet
    case: Case


SendConflictSheetResult = Annotated[SendConflictSheetPayload | Refused, strawberry.union("SendConflictSheetResult")]


@strawberry.input
class AnswerConflictSheetInput:
    sheet_id: strawberry.ID
    expected_revision: int
    answer: SheetAnswer
    question: str | None = None


@strawberry.type
class AnswerConflictSheetPayload:
    sheet: ConflictSheet


AnswerConflictSheetResult = Annotated[
    AnswerConflictSheetPayload | Refused, strawberry.union("AnswerConflictSheetResult")
]


@strawberry.input
class AddConflictNamesInput:
    organization_id: strawberry.ID
    #: Pasted, or what a CSV file holds: one name a line.
    text: str
    side: ConflictSide = ConflictSide.CLIENT


@strawberry.type
class AddConflictNamesPayload:
    added: int


AddConflictNamesResult = Annotated[AddConflictNamesPayload | Refused, strawberry.union("AddConflictNamesResult")]


@strawberry.input
class RemoveConflictNamesInput:
    organization_id: strawberry.ID
    name_ids: list[strawberry.ID] | None = None
    everything: bool = False


@strawberry.type
class RemoveConflictNamesPayload:
    removed: int


RemoveConflictNamesResult = Annotated[
    RemoveConflictNamesPayload | Refused, strawberry.union("RemoveConflictNamesResult")
]


@strawberry.type
class ConflictMutations:
    @verb("Check an accepted offer for conflicts: by the attorney's own list, or by a sheet to their one contact.")
    async def send_conflict_sheet(self, info: Info, input: SendConflictSheetInput) -> SendConflictSheetResult:
        async with info.context.transaction() as tx:
            row = await conflicts.send_conflict_sheet(
                tx,
                nodes.key("Assignment", input.assignment_id),
                expected_revision=input.expected_revision,
                relatives=input.relatives or [],
                employers=input.employers or [],
                adverse_parties=input.adverse_parties or [],
                by_hand=input.by_hand,
            )
        info.context.wake()
        fresh = await info.context.row(rows.ConflictSheet, row.id)
        return SendConflictSheetPayload(sheet=ConflictSheet.of(fresh or row), case=await shown(info, row.case_id))

    @verb("Answer a conflict sheet, as its one contact. Clear opens the file; then the sheet is shut.")
    async def answer_conflict_sheet(self, info: Info, input: AnswerConflictSheetInput) -> AnswerConflictSheetResult:
        async with info.context.transaction() as tx:
            row = await conflicts.answer_conflict_sheet(
                tx,
                nodes.key("ConflictSheet", input.sheet_id),
                expected_revision=input.expected_revision,
                answer=input.answer,
                question=input.question,
            )
        info.context.wake()
        fresh = await info.context.row(rows.ConflictSheet, row.id)
        return AnswerConflictSheetPayload(sheet=ConflictSheet.of(fresh or row))

    @verb("Add names to one's own list for conflict checks.", Act.KEEP_CONFLICT_LIST)
    async def add_conflict_names(self, info: Info, input: AddConflictNamesInput) -> AddConflictNamesResult:
        async with info.context.transaction() as tx:
            added = await conflicts.add_conflict_names(
                tx, nodes.key("Organization", input.organization_id), text=input.text, side=input.side
            )
        return AddConflictNamesPayload(added=added)

    @verb("Take names off one's own list for conflict checks, or all of it.", Act.KEEP_CONFLICT_LIST)
    async def remove_conflict_names(self, info: Info, input: RemoveConflictNamesInput) -> RemoveConflictNamesResult:
        async with info.context.transaction() as tx:
            removed = await conflicts.remove_conflict_names(
                tx,
                nodes.key("Organization", input.organization_id),
                name_ids=[nodes.key("ConflictName", one) for one in input.name_ids or []],
                everything=input.everything,
            )
        return RemoveConflictNamesPayload(removed=removed)
