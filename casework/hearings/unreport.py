"""Taking a report back: a thumb that slipped on a telephone in a corridor."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from casework import access, bond, cases, docketing, notices, proceedings
from casework.access import Act
from casework.refusals import NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.cases import Case
from schema.date_checks import DateCheck
from schema.decisions import Decision
from schema.hearings import Hearing
from schema.invitations import Invitation
from schema.notices import Notice, NoticeState
from schema.occasions import OccasionState
from schema.proceedings import Proceeding
from schema.tasks import Task

#: Whoever pressed the wrong button sees it soon.
WITHIN = timedelta(minutes=10)
#: What may have become of a letter while nobody has it.
_UNSEEN = (NoticeState.PLANNED, NoticeState.SUPERSEDED, NoticeState.SKIPPED)


async def take_back_report(tx: Transaction, hearing_id: UUID, *, expected_revision: int) -> Hearing:
    """Take back a report: the hearing waits for its report again, and the decision, the next date and the tasks that
    came of it are taken back with it.

    For a few minutes, by whoever made it, and only while nobody has gone on from it: the next date stands as it was set
    and nobody was told of it, the tasks are untouched, nothing came of the decision. Raises :class:`NotPermitted`,
    :class:`NotAllowedByState`.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.TAKE_BACK_REPORT)
    tx.expect(hearing, expected_revision)
    left = hearing.report_left
    if hearing.occasion.state is not OccasionState.HELD or left is None or hearing.reported_at is None:
        raise NotAllowedByState("There is no report of this hearing to take back.")
    if hearing.reported_by_id != tx.person_id:
        raise NotPermitted(who="whoever reported the hearing")
    if hearing.reported_at <= tx.now - WITHIN:
        raise NotAllowedByState("It is too late to take the report back. Correct it instead.")
    following, decision, raised = await _left(tx, left)
    if left["revision"] != expected_revision or not await _clean(tx, following, decision, raised):
        raise NotAllowedByState("Somebody has gone on from this report already. Correct it instead.")
    await bond.report_taken_back(tx, case, hearing)
    if decision is not None:
        await proceedings.take_back(tx, case, decision)
        decision.revision += 1
    if following is not None:
        await _unset(tx, case, following)
    for task in raised:
        task.done_at, task.done_by_id = tx.now, tx.person_id
        task.revision += 1
        tx.record("task.completed", task, case=case, after={"reason": "report taken back"})
    before = {"outcome": hearing.outcome}
    hearing.outcome = hearing.outcome_note = hearing.reported_at = hearing.reported_by_id = hearing.report_left = None
    hearing.adjournment_code = left["adjournment_code"]
    hearing.occasion.state = OccasionState(left["state"])
    await tx.session.flush()
    await cases.keep_next_occasion(tx, case)
    tx.record("hearing.report_taken_back", hearing, case=case, before=before)
    await docketing.replan(tx, case)
    return hearing


async def _left(tx: Transaction, left: dict[str, Any]) -> tuple[Hearing | None, Decision | None, list[Task]]:
    """What the report left behind, locked."""
    following = left["next_hearing"] and await tx.session.get(Hearing, UUID(left["next_hearing"]))
    decision = left["decision"] and await tx.session.get(Decision, UUID(left["decision"]), with_for_update=True)
    asked = select(Task).where(Task.id.in_([UUID(one) for one in left["tasks"]])).order_by(Task.id)
    return following or None, decision or None, list(await tx.session.scalars(asked.with_for_update()))


async def _clean(tx: Transaction, following: Hearing | None, decision: Decision | None, raised: list[Task]) -> bool:
    if any(task.done_at is not None or task.revision != 0 for task in raised):
        return False
    if decision is not None:
        proceeding = await tx.session.get_one(Proceeding, decision.proceeding_id)
        if decision.taken_back_at or not await proceedings.still_as_decided(tx, decision, proceeding):
            return False
    if following is None:
        return True
    occasion = following.occasion
    if following.revision != 0 or occasion.sequence != 0 or following.checked_at != following.noticed_at:
        return False
    for touched in (
        select(func.count()).where(Invitation.occasion_id == occasion.id),
        select(func.count()).where(AdvocacyAction.hearing_id == following.id),
        select(func.count()).where(DateCheck.hearing_id == following.id),
        select(func.count()).where(Notice.occasion_id == occasion.id, Notice.state.not_in(_UNSEEN)),
    ):
        if await tx.session.scalar(touched):
            return False
    return True


async def _unset(tx: Transaction, case: Case, following: Hearing) -> None:
    """The next date was never set. Nobody was told of it, so that nobody is told that it is off."""
    occasion = following.occasion
    occasion.state = OccasionState.CANCELLED
    occasion.changed(tx.now)
    following.supersedes_id = None
    following.revision += 1
    await tx.session.flush()
    await notices.stop(tx, occasion_id=occasion.id, reason="report_taken_back")
    tx.record("hearing.cancelled", following, case=case, before={"starts_at": occasion.starts_at})
