"""What becomes of a proceeding beside its decision: papers come, venue changes, it is closed or opened again."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select

from casework import access
from casework.access import Act
from casework.closing import refuse_closed
from casework.proceedings.opening import Papers, sealed_charges
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.courts import Court
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion
from schema.proceedings import BEFORE_COURT, ELSEWHERE, Proceeding, ProceedingState

#: How a proceeding ends without a decision on what was asked.
ENDS = (ProceedingState.ADMIN_CLOSED, ProceedingState.TERMINATED, ProceedingState.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What the papers say now. What is left out stays as it is."""

    court_id: UUID | None = None
    judge: str | None = None
    papers: Papers = field(default_factory=Papers)


async def amend_proceeding(
    tx: Transaction, proceeding_id: UUID, amendment: Amendment, *, expected_revision: int
) -> Proceeding:
    """Take down what the papers of a proceeding say now: its notice, its filing, charges, custody, judge, or the court
    that venue was changed to (8 CFR 1003.20). Once filed, it is before the court. Raises :class:`Invalid`.
    """
    proceeding, case = await access.record_for(tx, Proceeding, proceeding_id, Act.AMEND_PROCEEDING)
    refuse_closed(case)
    tx.expect(proceeding, expected_revision)
    papers = amendment.papers
    Papers(
        notice_on=papers.notice_on or proceeding.notice_on,
        filed_at=papers.filed_at or proceeding.filed_at,
        charges=papers.charges,
    ).refuse_wrong(tx.now)
    before = {"court_id": proceeding.court_id, "state": proceeding.state}
    if amendment.court_id is not None:
        if proceeding.kind in ELSEWHERE:
            raise Invalid("courtId", "This proceeding is not before an immigration court. Name the court instead.")
        if await tx.session.get(Court, amendment.court_id) is None:
            raise Invalid("courtId", "There is no such court.")
        proceeding.court_id = amendment.court_id
    if amendment.judge is not None:
        if len(amendment.judge) > 200:
            raise Invalid("judge", "That is longer than {most} letters.", most=200)
        proceeding.judge = amendment.judge.strip() or None
    proceeding.notice_on = papers.notice_on or proceeding.notice_on
    proceeding.custody = papers.custody or proceeding.custody
    if papers.filed_at is not None:
        proceeding.filed_at = papers.filed_at
        if proceeding.state is ProceedingState.NOT_FILED:
            proceeding.state = ProceedingState.PENDING
    if papers.charges is not None:
        await tx.unlock([case.vault_key_id])
        proceeding.charges = sealed_charges(tx, case, proceeding.id, papers.charges)  # type: ignore[assignment]
    await tx.session.flush()
    tx.record(
        "proceeding.amended", proceeding, case=case, before=before,
        after={"court_id": proceeding.court_id, "state": proceeding.state},
        fields=["charges"] if papers.charges is not None else [],
    )  # fmt: skip
    return proceeding


async def close_proceeding(
    tx: Transaction, proceeding_id: UUID, *, how: ProceedingState, expected_revision: int
) -> Proceeding:
    """A proceeding ends without a decision on what was asked: taken off the calendar (8 CFR 1003.18(c)), terminated
    (8 CFR 1003.18(d)), or over in another way. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    proceeding, case = await access.record_for(tx, Proceeding, proceeding_id, Act.CLOSE_PROCEEDING)
    tx.expect(proceeding, expected_revision)
    if how not in ENDS:
        raise Invalid("how", "Say how it ends: administratively closed, terminated, or closed in another way.")
    if proceeding.state in ENDS:
        raise NotAllowedByState("This proceeding is over already.")
    ahead = await tx.session.scalar(
        select(func.count())
        .select_from(Hearing)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .where(Hearing.proceeding_id == proceeding.id, Occasion.starts_at > tx.now, Occasion.state.in_(UPCOMING))
    )
    if ahead:
        raise NotAllowedByState("This proceeding still has dates ahead. Cancel or report them first.")
    before, proceeding.state, proceeding.closed_at = proceeding.state, how, tx.now
    await tx.session.flush()
    tx.record("proceeding.closed", proceeding, case=case, before={"state": before}, after={"state": how})
    return proceeding


async def reopen_proceeding(
    tx: Transaction, proceeding_id: UUID, *, expected_revision: int, remanded: bool = False
) -> Proceeding:
    """A proceeding is before its court again: reopened on a motion (8 CFR 1003.23), put back on the calendar, or sent
    back by the court above. Raises :class:`NotAllowedByState`.
    """
    proceeding, case = await access.record_for(tx, Proceeding, proceeding_id, Act.REOPEN_PROCEEDING)
    refuse_closed(case)
    tx.expect(proceeding, expected_revision)
    if proceeding.state in BEFORE_COURT:
        raise NotAllowedByState("This proceeding is before its court: there is nothing to reopen.")
    if proceeding.state is ProceedingState.APPEALED and not remanded:
        raise NotAllowedByState(
            "This proceeding is before the court above. Say that it was remanded, or decide that first."
        )
    before = proceeding.state
    proceeding.state = ProceedingState.REMANDED if remanded else ProceedingState.REOPENED
    proceeding.closed_at = None
    await tx.session.flush()
    tx.record("proceeding.reopened", proceeding, case=case, before={"state": before}, after={"state": proceeding.state})
    return proceeding
