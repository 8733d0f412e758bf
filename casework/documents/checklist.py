"""The checklist of a case: which papers a track asks for, who was asked for them until when, and what has come."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select

from casework import access
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import Sealed, new_id
from schema.cases import Case
from schema.documents import Document, DocumentKind, DocumentState, DocumentTrack
from schema.reference.papers import of_track

#: Letters of what people type about a document.
_TITLE, _WHOM, _NOTE = 200, 200, 2_000
#: More lines than these nobody reads.
_MOST = 200
#: Days further off than this are typing slips.
_FARTHEST = timedelta(days=366 * 5)


async def lay_out_checklist(tx: Transaction, case_id: UUID, track: DocumentTrack) -> list[Document]:
    """Put every paper of a track on the case's list that is not on it yet. Raises :class:`NotAllowedByState` when all
    of them are.
    """
    case = await access.case_for(tx, case_id, Act.LAY_OUT_CHECKLIST)
    refuse_closed(case)
    listed = set(await tx.session.scalars(select(Document.kind).where(Document.case_id == case.id)))
    wanted = [paper for paper in of_track(track) if paper.kind not in listed]
    if not wanted:
        raise NotAllowedByState("Everything on this list stands on the case's list already.")
    laid = [
        Document(
            id=new_id(), case_id=case.id, kind=paper.kind, state=DocumentState.NEEDED, state_since=tx.now,
            changed_by_id=tx.person_id,
        )
        for paper in wanted
    ]  # fmt: skip
    tx.session.add_all(laid)
    await tx.session.flush()
    tx.record("document.laid_out", case, after={"track": track, "documents": len(laid)})
    return laid


async def add_document(
    tx: Transaction,
    case_id: UUID,
    kind: DocumentKind,
    *,
    title: str | None = None,
    from_whom: str | None = None,
    due_on: date | None = None,
    note: str | None = None,
) -> Document:
    """Put one paper on the list: one more support letter, or one that no track knows. Raises :class:`Invalid`."""
    case = await access.case_for(tx, case_id, Act.ADD_DOCUMENT)
    refuse_closed(case)
    if kind is DocumentKind.OTHER and not (title or "").strip():
        raise Invalid("title", "Say what the paper is called.")
    if (await tx.session.scalar(select(func.count()).where(Document.case_id == case.id)) or 0) >= _MOST:
        raise NotAllowedByState("The list of this case is full. Mark what is not needed, or use what stands there.")
    _refuse_day(tx, due_on)
    await tx.unlock([case.vault_key_id])
    document = Document(
        id=new_id(), case_id=case.id, kind=kind, state=DocumentState.NEEDED, state_since=tx.now, due_on=due_on,
        changed_by_id=tx.person_id,
    )  # fmt: skip
    document.title = _sealed(tx, document, case, "title", title, _TITLE)
    document.from_whom = _sealed(tx, document, case, "from_whom", from_whom, _WHOM)
    document.note = _sealed(tx, document, case, "note", note, _NOTE)
    if document.from_whom is not None:
        document.state = DocumentState.ASKED
    tx.session.add(document)
    await tx.session.flush()
    tx.record("document.added", document, case=case, after={"kind": kind, "state": document.state})
    return document


async def ask_for_document(
    tx: Transaction,
    document_id: UUID,
    *,
    expected_revision: int,
    from_whom: str,
    due_on: date | None = None,
    note: str | None = None,
) -> Document:
    """Note that somebody was asked for it, and until when; again, when somebody else is. Raises :class:`Invalid`,
    :class:`NotAllowedByState` for what has come already.
    """
    document, case = await access.record_for(tx, Document, document_id, Act.ASK_FOR_DOCUMENT)
    refuse_closed(case)
    tx.expect(document, expected_revision)
    if document.state in (DocumentState.RECEIVED, DocumentState.FILED):
        raise NotAllowedByState("It has come already. Mark it as needed again, if it must be asked for once more.")
    if not from_whom.strip():
        raise Invalid("fromWhom", "Say who was asked for it.")
    _refuse_day(tx, due_on)
    await tx.unlock([case.vault_key_id])
    document.from_whom = _sealed(tx, document, case, "from_whom", from_whom, _WHOM)
    if note is not None:
        document.note = _sealed(tx, document, case, "note", note, _NOTE)
    document.due_on = due_on
    _stands(tx, document, DocumentState.ASKED)
    await tx.session.flush()
    tx.record(
        "document.asked", document, case=case, after={"kind": document.kind, "due_on": due_on},
        fields=["from_whom", *(["note"] if note is not None else [])],
    )  # fmt: skip
    return document


async def mark_document(
    tx: Transaction, document_id: UUID, *, expected_revision: int, state: DocumentState, note: str | None = None
) -> Document:
    """Note that it came, was filed, or is not needed; or that it is needed again. Raises :class:`Invalid`."""
    document, case = await access.record_for(tx, Document, document_id, Act.MARK_DOCUMENT)
    refuse_closed(case)
    tx.expect(document, expected_revision)
    if state is DocumentState.ASKED:
        raise Invalid("state", "Say who was asked for it, and until when.")
    before = document.state
    if note is not None:
        await tx.unlock([case.vault_key_id])
        document.note = _sealed(tx, document, case, "note", note, _NOTE)
    _stands(tx, document, state)
    await tx.session.flush()
    tx.record(
        "document.marked", document, case=case, before={"state": before},
        after={"kind": document.kind, "state": state}, fields=["note"] if note is not None else [],
    )  # fmt: skip
    return document


def received(tx: Transaction, document: Document, case: Case) -> None:
    """A file of it was put with the case: what was missing has come."""
    before = document.state
    document.revision += 1
    _stands(tx, document, DocumentState.RECEIVED)
    tx.record(
        "document.marked", document, case=case, before={"state": before},
        after={"kind": document.kind, "state": document.state},
    )  # fmt: skip


def _stands(tx: Transaction, document: Document, state: DocumentState) -> None:
    document.state, document.state_since, document.changed_by_id = state, tx.now, tx.person_id


def _refuse_day(tx: Transaction, due_on: date | None) -> None:
    if due_on is not None and abs(due_on - tx.now.date()) > _FARTHEST:
        raise Invalid("dueOn", "The year {year} looks like a slip. Check the day.", year=due_on.year)


#: The field of the API that a column is typed in.
_FIELDS = {"title": "title", "from_whom": "fromWhom", "note": "note"}


def _sealed(tx: Transaction, document: Document, case: Case, column: str, text: str | None, most: int) -> Sealed | None:
    said = (text or "").strip() or None
    if said and len(said) > most:
        raise Invalid(_FIELDS[column], "That is longer than {most} letters.", most=most)
    return tx.seal(Document, document.id, column, case.vault_key_id, said)


__all__ = ["add_document", "ask_for_document", "lay_out_checklist", "mark_document", "received"]
