"""Mutations on documents and files. What a file holds comes and goes through :mod:`api.files`."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case
from casework import documents
from schema.documents import DocumentKind, DocumentState, DocumentTrack, FileAudience


@strawberry.input
class LayOutChecklistInput:
    case_id: strawberry.ID
    track: DocumentTrack


@strawberry.type
class LayOutChecklistPayload:
    case: Case


LayOutChecklistResult = Annotated[LayOutChecklistPayload | Refused, strawberry.union("LayOutChecklistResult")]


@strawberry.input
class AddDocumentInput:
    case_id: strawberry.ID
    kind: DocumentKind
    #: Which one, where there may be several; what it is called, where it is of no kind.
    title: str | None = None
    from_whom: str | None = None
    due_on: date | None = None
    note: str | None = None


@strawberry.type
class AddDocumentPayload:
    case: Case


AddDocumentResult = Annotated[AddDocumentPayload | Refused, strawberry.union("AddDocumentResult")]


@strawberry.input
class AskForDocumentInput:
    document_id: strawberry.ID
    expected_revision: int
    from_whom: str
    due_on: date | None = None
    note: str | None = None


@strawberry.type
class AskForDocumentPayload:
    case: Case


AskForDocumentResult = Annotated[AskForDocumentPayload | Refused, strawberry.union("AskForDocumentResult")]


@strawberry.input
class MarkDocumentInput:
    document_id: strawberry.ID
    expected_revision: int
    state: DocumentState
    note: str | None = None


@strawberry.type
class MarkDocumentPayload:
    case: Case


MarkDocumentResult = Annotated[MarkDocumentPayload | Refused, strawberry.union("MarkDocumentResult")]


@strawberry.input
class ShareFileInput:
    file_id: strawberry.ID
    expected_revision: int
    audience: FileAudience


@strawberry.type
class ShareFilePayload:
    case: Case


ShareFileResult = Annotated[ShareFilePayload | Refused, strawberry.union("ShareFileResult")]


@strawberry.input
class TakeFileAwayInput:
    file_id: strawberry.ID
    expected_revision: int


@strawberry.type
class TakeFileAwayPayload:
    case: Case


TakeFileAwayResult = Annotated[TakeFileAwayPayload | Refused, strawberry.union("TakeFileAwayResult")]


@strawberry.input
class PutFileBackInput:
    file_id: strawberry.ID
    expected_revision: int


@strawberry.type
class PutFileBackPayload:
    case: Case


PutFileBackResult = Annotated[PutFileBackPayload | Refused, strawberry.union("PutFileBackResult")]


@strawberry.type
class DocumentMutations:
    @verb("Put every document of a track on the case's checklist.")
    async def lay_out_checklist(self, info: Info, input: LayOutChecklistInput) -> LayOutChecklistResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            await documents.lay_out_checklist(tx, case_id, input.track)
        return LayOutChecklistPayload(case=await shown(info, case_id))

    @verb("Put one document on the case's checklist.")
    async def add_document(self, info: Info, input: AddDocumentInput) -> AddDocumentResult:
        async with info.context.transaction() as tx:
            row = await documents.add_document(
                tx,
                nodes.key("Case", input.case_id),
                input.kind,
                title=input.title,
                from_whom=input.from_whom,
                due_on=input.due_on,
                note=input.note,
            )
        return AddDocumentPayload(case=await shown(info, row.case_id))

    @verb("Note that somebody was asked for a document, and until when.")
    async def ask_for_document(self, info: Info, input: AskForDocumentInput) -> AskForDocumentResult:
        async with info.context.transaction() as tx:
            row = await documents.ask_for_document(
                tx,
                nodes.key("Document", input.document_id),
                expected_revision=input.expected_revision,
                from_whom=input.from_whom,
                due_on=input.due_on,
                note=input.note,
            )
        return AskForDocumentPayload(case=await shown(info, row.case_id))

    @verb("Note that a document came, was filed, is not needed, or is needed again.")
    async def mark_document(self, info: Info, input: MarkDocumentInput) -> MarkDocumentResult:
        async with info.context.transaction() as tx:
            row = await documents.mark_document(
                tx,
                nodes.key("Document", input.document_id),
                expected_revision=input.expected_revision,
                state=input.state,
                note=input.note,
            )
        return MarkDocumentPayload(case=await shown(info, row.case_id))

    @verb("Say who may open a file.")
    async def share_file(self, info: Info, input: ShareFileInput) -> ShareFileResult:
        file_id, revision, audience = nodes.key("CaseFile", input.file_id), input.expected_revision, input.audience
        async with info.context.transaction() as tx:
            taken = await documents.file_to_clean(tx, file_id, expected_revision=revision, audience=audience)
        # It takes a while: nobody waits for it in the database, nor for the loop.
        copy = await asyncio.to_thread(taken.cleaned) if taken else None
        async with info.context.transaction() as tx:
            row = await documents.share_file(tx, file_id, expected_revision=revision, audience=audience, copy=copy)
        return ShareFilePayload(case=await shown(info, row.case_id))

    @verb("Take a file away. For seven days it can be put back.")
    async def take_file_away(self, info: Info, input: TakeFileAwayInput) -> TakeFileAwayResult:
        async with info.context.transaction() as tx:
            row = await documents.take_file_away(
                tx, nodes.key("CaseFile", input.file_id), expected_revision=input.expected_revision
            )
        return TakeFileAwayPayload(case=await shown(info, row.case_id))

    @verb("Put a file back that was taken away.")
    async def put_file_back(self, info: Info, input: PutFileBackInput) -> PutFileBackResult:
        async with info.context.transaction() as tx:
            row = await documents.put_file_back(
                tx, nodes.key("CaseFile", input.file_id), expected_revision=input.expected_revision
            )
        return PutFileBackPayload(case=await shown(info, row.case_id))
