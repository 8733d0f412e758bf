"""Mateo's papers: the list for his bond, what has come of it, who called, and who went to see him."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

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
    papers = Papers(mateo)
    call = papers.called
    story.on(-12, "11:00", "ana", papers.laid_out(DocumentTrack.EVERY_CASE))
    story.on(-12, "11:01", "ana", papers.laid_out(DocumentTrack.BOND))
    story.on(-12, "11:10", "julia", papers.marked(DocumentKind.ENGAGEMENT_LETTER, DocumentState.RECEIVED))
    story.on(-12, "11:20", "julia", papers.marked(DocumentKind.G28, DocumentState.FILED))
    story.on(-11, "10:15", "tomas", call("That he is in Louisiana, and that his lawyer has spoken to him."))
    story.on(-9, "14:10", "tomas", papers.asked(DocumentKind.SPONSOR_LETTER, "His aunt in Hamden", story.day(-4)))
    story.on(-9, "14:12", "tomas", papers.asked(DocumentKind.PROOF_OF_WORK, "The high school's office", story.day(-1)))
    story.on(-9, "14:15", "tomas", papers.asked(DocumentKind.PROOF_OF_RESIDENCE, "His aunt in Hamden", story.day(3)))
    story.on(-8, "09:30", "julia", papers.booked("first", VisitKind.LEGAL_CALL, story.wall(-7, "17:00"), "julia"))
    story.on(-7, "18:20", "julia", papers.reported("first", "An hour, with an interpreter. The line held."))
    story.on(-5, "16:45", "tomas", papers.added("aunt's letter.txt", _LETTER, DocumentKind.SPONSOR_LETTER))
    story.on(-5, "17:00", "ana", papers.added("what to bring.txt", _FLYER))
    story.on(-5, "17:05", "ana", papers.shared("what to bring.txt", FileAudience.ADVOCATES))
    story.on(-3, "12:40", "tomas", call("Asked whether the hearing stands. Told: yes, the new time."))
    story.on(-2, "10:00", "julia", papers.booked("second", VisitKind.IN_PERSON, story.wall(4, "10:00"), "julia"))


@dataclass
class Papers:
    """A case's papers as the story tells them; ids are known once they happened."""

    case: Told
    lines: dict[DocumentKind, UUID] = field(default_factory=dict)
    files: dict[str, UUID] = field(default_factory=dict)
    visits: dict[str, UUID] = field(default_factory=dict)

    def laid_out(self, track: DocumentTrack) -> Act:
        async def act(tx: Transaction) -> None:
            laid = await documents.lay_out_checklist(tx, self.case.id, track)
            self.lines |= {one.kind: one.id for one in laid}

        return act

    def marked(self, kind: DocumentKind, state: DocumentState) -> Act:
        async def act(tx: Transaction) -> None:
            line = await tx.session.get_one(Document, self.lines[kind])
            await documents.mark_document(tx, line.id, expected_revision=line.revision, state=state)

        return act

    def asked(self, kind: DocumentKind, whom: str, due_on: date) -> Act:
        async def act(tx: Transaction) -> None:
            line = await tx.session.get_one(Document, self.lines[kind])
            await documents.ask_for_document(
                tx, line.id, expected_revision=line.revision, from_whom=whom, due_on=due_on
            )

        return act

    def added(self, name: str, words: str, kind: DocumentKind | None = None) -> Act:
        async def act(tx: Transaction) -> None:
            content = words.encode()
            made = await documents.add_file(
                tx, self.case.id, name, content, documents.told_by_content(content),
                document_id=self.lines[kind] if kind else None,
            )  # fmt: skip
            self.files[name] = made.id

        return act

    def shared(self, name: str, audience: FileAudience) -> Act:
        async def act(tx: Transaction) -> None:
            file = await tx.session.get_one(CaseFile, self.files[name])
            now = file.revision
            taken = await documents.file_to_clean(tx, file.id, expected_revision=now, audience=audience)
            # Some words: they are as clean as they came.
            copy = taken.cleaned() if taken else None
            await documents.share_file(tx, file.id, expected_revision=now, audience=audience, copy=copy)

        return act

    def called(self, told: str) -> Act:
        return lambda tx: calls.log_call(tx, self.case.id, told=told, caller_id=self.case.story.who["rosa"])

    def booked(self, called: str, kind: VisitKind, starts_at: datetime, who: str) -> Act:
        async def act(tx: Transaction) -> None:
            made = await visits.book_visit(
                tx, self.case.id, kind, starts_at, visitor_id=self.case.story.who[who],
                rules="Ask 24 hours ahead, with the number of the G-28. Bar card and photo identity at the desk.",
            )  # fmt: skip
            self.visits[called] = made.id

        return act

    def reported(self, called: str, outcome: str) -> Act:
        async def act(tx: Transaction) -> None:
            visit = await tx.session.get_one(Visit, self.visits[called])
            await visits.report_visit(tx, visit.id, expected_revision=visit.revision, let_in=True, outcome=outcome)

        return act
