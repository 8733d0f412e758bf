"""Mateo's papers: the list for his bond, what has come of it, who called, and who went to see him."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from casework import calls, documents, visits
from casework.transaction import Transaction
from commands.demo.acts import Told
from commands.demo.story import Act, Story
from schema.documents import CaseFile, Document, DocumentKind, DocumentState, DocumentTrack, FileAudience
from schema.visits import Visit, VisitKind

_LETTER = (
    "To the Immigration Judge\n\n"
    "I am Mateo's aunt. He has lived with us for six years. He will live with us when he is released, and I will\n"
    "bring him to every hearing. I have steady work and a room for him.\n\n"
    "(invented for this demonstration)\n"
)
_FLYER = (
    "Come and sit in the room.\n\nQuiet clothes, no signs, no cameras. Be there thirty minutes early.\n"
    "(invented for this demonstration)\n"
)


def write(story: Story, mateo: Told) -> None:
    """Write Mateo's papers into the diary."""
    story.on(-12, "11:00", "ana", _laid_out(mateo, DocumentTrack.EVERY_CASE))
    story.on(-12, "11:01", "ana", _laid_out(mateo, DocumentTrack.BOND))
    story.on(-12, "11:10", "julia", _marked(mateo, DocumentKind.ENGAGEMENT_LETTER, DocumentState.RECEIVED))
    story.on(-12, "11:20", "julia", _marked(mateo, DocumentKind.G28, DocumentState.FILED))
    story.on(-11, "10:15", "tomas", _called(mateo, "That he is in Louisiana, and that his lawyer has spoken to him."))
    story.on(-9, "14:10", "tomas", _asked(mateo, DocumentKind.SPONSOR_LETTER, "His aunt in Hamden", story.day(-4)))
    story.on(-9, "14:12", "tomas", _asked(mateo, DocumentKind.PROOF_OF_WORK, "The high school's office", story.day(-1)))
    story.on(-9, "14:15", "tomas", _asked(mateo, DocumentKind.PROOF_OF_RESIDENCE, "His aunt in Hamden", story.day(3)))
    story.on(-8, "09:30", "julia", _booked(mateo, VisitKind.LEGAL_CALL, story.wall(-7, "17:00"), "julia"))
    story.on(-7, "18:20", "julia", _reported(mateo, "An hour, with an interpreter. The line held."))
    story.on(-5, "16:45", "tomas", _added(mateo, "aunt's letter.txt", _LETTER, DocumentKind.SPONSOR_LETTER))
    story.on(-5, "17:00", "ana", _added(mateo, "what to bring.txt", _FLYER, None))
    story.on(-5, "17:05", "ana", _shared(mateo, FileAudience.ADVOCATES))
    story.on(-3, "12:40", "tomas", _called(mateo, "Asked whether the hearing stands. Told: yes, the new time."))
    story.on(-2, "10:00", "julia", _booked(mateo, VisitKind.IN_PERSON, story.wall(4, "10:00"), "julia"))


def _laid_out(mateo: Told, track: DocumentTrack) -> Act:
    return lambda tx: documents.lay_out_checklist(tx, mateo.id, track)


async def _line(tx: Transaction, mateo: Told, kind: DocumentKind) -> Document:
    found = await tx.session.scalars(select(Document).where(Document.case_id == mateo.id, Document.kind == kind))
    return found.one()


def _marked(mateo: Told, kind: DocumentKind, state: DocumentState) -> Act:
    async def act(tx: Transaction) -> None:
        line = await _line(tx, mateo, kind)
        await documents.mark_document(tx, line.id, expected_revision=line.revision, state=state)

    return act


def _asked(mateo: Told, kind: DocumentKind, whom: str, due_on: date) -> Act:
    async def act(tx: Transaction) -> None:
        line = await _line(tx, mateo, kind)
        await documents.ask_for_document(tx, line.id, expected_revision=line.revision, from_whom=whom, due_on=due_on)

    return act


def _added(mateo: Told, name: str, words: str, kind: DocumentKind | None) -> Act:
    async def act(tx: Transaction) -> None:
        line = (await _line(tx, mateo, kind)).id if kind else None
        content = words.encode()
        await documents.add_file(tx, mateo.id, name, content, documents.told_by_content(content), document_id=line)

    return act


def _shared(mateo: Told, audience: FileAudience) -> Act:
    async def act(tx: Transaction) -> None:
        latest = select(CaseFile).where(CaseFile.case_id == mateo.id).order_by(CaseFile.id.desc()).limit(1)
        file = (await tx.session.scalars(latest)).one()
        await documents.share_file(tx, file.id, expected_revision=file.revision, audience=audience)

    return act


def _called(mateo: Told, told: str) -> Act:
    return lambda tx: calls.log_call(tx, mateo.id, told=told, caller_id=mateo.story.who["rosa"])


def _booked(mateo: Told, kind: VisitKind, starts_at: datetime, who: str) -> Act:
    return lambda tx: visits.book_visit(
        tx, mateo.id, kind, starts_at, visitor_id=mateo.story.who[who],
        rules="Ask 24 hours ahead, with the number of the G-28. Bar card and photo identity at the desk.",
    )  # fmt: skip


def _reported(mateo: Told, outcome: str) -> Act:
    async def act(tx: Transaction) -> None:
        latest = select(Visit).where(Visit.case_id == mateo.id).order_by(Visit.starts_at).limit(1)
        visit = (await tx.session.scalars(latest)).one()
        await visits.report_visit(tx, visit.id, expected_revision=visit.revision, let_in=True, outcome=outcome)

    return act
