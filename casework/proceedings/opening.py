"""Opening a proceeding, and what its papers say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from casework import access, docketing, habeas
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.courts import Court
from schema.proceedings import ELSEWHERE, CustodyCode, Proceeding, ProceedingKind, ProceedingState

#: Before which an appeal from an immigration judge is, unless another is named (8 CFR 1003.1(b)).
BOARD = "Board of Immigration Appeals"

#: Decided one way or another: what an appeal can be taken from.
_REVIEWABLE = (ProceedingState.DECIDED, ProceedingState.TERMINATED, ProceedingState.ADMIN_CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the notice to appear and the court's record say."""

    notice_on: date | None = None
    filed_at: datetime | None = None
    charges: str | None = None
    custody: CustodyCode | None = None

    def refuse_wrong(self, now: datetime) -> None:
        """Raises :class:`Invalid` for papers from the future, or lodged before they were written."""
        # The day is that of a place we may not know: a day's grace covers every zone.
        if self.notice_on and (self.notice_on - now.date()).days > 1:
            raise Invalid("noticeOn", "That day has not come yet. Type the day printed on the notice to appear.")
        if self.filed_at and self.filed_at > now:
            raise Invalid("filedAt", "That hour has not come yet. Record it once it is filed.")
        if self.filed_at and self.notice_on and (self.notice_on - self.filed_at.date()).days > 1:
            raise Invalid("filedAt", "A notice to appear is not filed before the day printed on it. Check both.")
        if self.charges and len(self.charges) > 2_000:
            raise Invalid("charges", "That is longer than {most} letters.", most=2_000)


async def open_proceeding(
    tx: Transaction,
    case_id: UUID,
    *,
    kind: ProceedingKind,
    court_id: UUID | None = None,
    other_court: str | None = None,
    judge: str | None = None,
    filed_at: datetime | None = None,
    not_filed: bool = False,
    papers: Papers | None = None,
    reviews_id: UUID | None = None,
) -> Proceeding:
    """Open a proceeding of a case; there may be several at once, before different courts. Bond is separate from removal
    (8 CFR 1003.19(d)). An appeal, or a petition for review, says whose decision it reviews: that one is *appealed* from
    now on. Raises :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.OPEN_PROCEEDING)
    refuse_closed(case)
    papers = papers or Papers(filed_at=filed_at)
    papers.refuse_wrong(tx.now)
    if not_filed and papers.filed_at:
        raise Invalid("notFiled", "You say when it was filed: then it is filed.")
    named = await _court(tx, kind, court_id, other_court)
    reviewed = await _reviewed(tx, case, kind, reviews_id)
    proceeding_id = new_id()
    await tx.unlock([case.vault_key_id])
    proceeding = Proceeding(
        id=proceeding_id,
        case_id=case.id,
        kind=kind,
        state=ProceedingState.NOT_FILED if not_filed else ProceedingState.PENDING,
        court_id=court_id,
        other_court=named,
        judge=judge.strip() or None if judge else None,
        notice_on=papers.notice_on,
        filed_at=papers.filed_at,
        charges=sealed_charges(tx, case, proceeding_id, papers.charges),
        custody=papers.custody,
        reviews_id=reviewed.id if reviewed else None,
    )
    tx.session.add(proceeding)
    await tx.session.flush()
    tx.record("proceeding.opened", proceeding, case=case, after={"kind": kind, "court_id": court_id})
    if proceeding.filed_at is not None:
        await docketing.replan(tx, case)
        if kind is ProceedingKind.HABEAS:
            await habeas.stamp(tx, case, proceeding, proceeding.filed_at)
    if reviewed is not None:
        before, reviewed.state = reviewed.state, ProceedingState.APPEALED
        reviewed.revision += 1
        await tx.session.flush()
        tx.record(
            "proceeding.appealed", reviewed, case=case, before={"state": before}, after={"state": reviewed.state},
            about=[proceeding.id],
        )  # fmt: skip
    return proceeding


def sealed_charges(tx: Transaction, case: Case, proceeding_id: UUID, charges: str | None) -> object:
    """The charges under the case's key; nothing for nothing. The key must be unlocked."""
    text = charges.strip() if charges else ""
    return tx.seal(Proceeding, proceeding_id, "charges", case.vault_key_id, text or None)


async def _court(tx: Transaction, kind: ProceedingKind, court_id: UUID | None, other_court: str | None) -> str | None:
    """The court by name, when it is none of EOIR's."""
    if court_id is not None and await tx.session.get(Court, court_id) is None:
        raise Invalid("courtId", "There is no such court.")
    if court_id is not None and kind in ELSEWHERE:
        raise Invalid("courtId", "This proceeding is not before an immigration court. Name the court instead.")
    named = " ".join(other_court.split()) if other_court else ""
    if len(named) > 200:
        raise Invalid("otherCourt", "That is longer than {most} letters.", most=200)
    if kind is ProceedingKind.APPEAL:
        return named or BOARD
    if kind in ELSEWHERE and not named:
        raise Invalid("otherCourt", "Name the court it is before, such as the district court of the place of custody.")
    return named or None


async def _reviewed(tx: Transaction, case: Case, kind: ProceedingKind, reviews_id: UUID | None) -> Proceeding | None:
    if reviews_id is None:
        return None
    if kind not in (ProceedingKind.APPEAL, ProceedingKind.PETITION_FOR_REVIEW):
        raise Invalid("reviewsId", "Only an appeal or a petition for review reviews a decision.")
    reviewed = await access.seen(tx, Proceeding, reviews_id)
    if reviewed.case_id != case.id:
        raise Invalid("reviewsId", "Say which proceeding of this case was decided.")
    if reviewed.state not in _REVIEWABLE:
        raise NotAllowedByState("That proceeding has no decision yet. Record the decision first.")
    return reviewed
