"""Letters about reports of an arrest: one waits, or theirs was declined. They say nothing of what is in it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from casework import letters
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.notices.rows import write_now
from casework.transaction import Transaction
from schema.invitations import Audience
from schema.notices import LetterKind, Notice
from schema.organizations import Organization
from schema.people import Person
from schema.reports import ArrestReport, ReportState

#: Which letter goes out for a report in which state.
REPORT_LETTERS = {
    ReportState.WAITING: LetterKind.REPORT_WAITING,
    ReportState.DECLINED: LetterKind.REPORT_DECLINED,
}
#: After so long the task alone reminds of it.
_KEEPS = timedelta(days=2)


async def tell_of_report(tx: Transaction, report: ArrestReport, organization_id: UUID, person_id: UUID) -> None:
    """Write to whoever has to do something about a report. Of several at once, one letter."""
    kind = REPORT_LETTERS[report.state]
    told = select(Notice.id).where(
        Notice.person_id == person_id,
        Notice.kind == kind,
        Notice.organization_id == organization_id,
        Notice.due_at == tx.now,
    )
    if await tx.session.scalar(told.limit(1)):
        return
    audience = Audience.COORDINATOR if kind is LetterKind.REPORT_WAITING else Audience.ADVOCATE
    await write_now(tx, kind, person_id, audience, organization_id=organization_id, useless_after=tx.now + _KEEPS)


async def report_letter(tx: Transaction, notice: Due, person: Person, public_url: str) -> Letter | None:
    """The letter, while a report still waits for its reader's organization; None when all were answered since."""
    asked = (
        ArrestReport.provider_id == notice.organization_id
        if notice.kind is LetterKind.REPORT_WAITING
        else ArrestReport.made_by_id == person.id
    )
    state = next(state for state, kind in REPORT_LETTERS.items() if kind is notice.kind)
    if not await tx.session.scalar(select(ArrestReport.id).where(ArrestReport.state == state, asked).limit(1)):
        return None
    organization = await tx.session.get_one(Organization, notice.organization_id)
    reader = Reader(audience=notice.audience, language=person.language, organization=organization.name)
    return letters.compose_pointer(notice.kind, reader, page_url=f"{public_url}/tasks")
