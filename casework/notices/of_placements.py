"""Letters about a placement: a case is offered, or theirs."""

from __future__ import annotations

from casework.notices.plan import OFFER_KEEPS, stop
from casework.notices.rows import reached_now, write
from casework.transaction import Transaction
from schema.assignments import Assignment
from schema.base import new_id
from schema.invitations import Audience
from schema.notices import LetterKind, NoticeState


async def tell_offer(tx: Transaction, assignment: Assignment) -> None:
    """Offer a case to an attorney by letter."""
    await _tell_of_assignment(tx, assignment, LetterKind.ASSIGNMENT_OFFERED, Audience.POOL_ATTORNEY)


async def tell_assigned(tx: Transaction, assignment: Assignment) -> None:
    """Tell an attorney that the case they accepted is theirs, and how to subscribe to its dates."""
    await stop(tx, assignment_id=assignment.id, reason="answered")
    await _tell_of_assignment(tx, assignment, LetterKind.ASSIGNED, Audience.ATTORNEY)


async def _tell_of_assignment(tx: Transaction, assignment: Assignment, kind: LetterKind, audience: Audience) -> None:
    await tx.session.flush()
    row = {
        "organization_id": assignment.organization_id,
        "case_id": assignment.case_id,
        "occasion_id": None,
        "invitation_id": None,
        "assignment_id": assignment.id,
        "person_id": assignment.attorney_id,
        "audience": audience,
        "kind": kind,
        "due_at": tx.now,
        # A letter about an offer helps nobody after it has lapsed.
        "useless_after": min(
            tx.now + OFFER_KEEPS,
            (kind is LetterKind.ASSIGNMENT_OFFERED and assignment.expires_at) or tx.now + OFFER_KEEPS,
        ),
        "sequence": 0,
        "before": None,
        "state": NoticeState.PLANNED,
    }
    channels = await reached_now(tx, assignment.attorney_id, kind)
    await write(tx, [row | {"id": new_id(), "channel": channel} for channel in channels])
