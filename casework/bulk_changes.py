"""Bulk changes: one act upon many cases. Each is done or refused by itself, and all that was done can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from casework import access, cases
from casework.access import Act
from casework.cases import CaseChanges
from casework.refusals import Invalid, NotAllowedByState, Refusal
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment
from schema.cases import Case, CustodyStatus, Priority, Stage

#: Cases of one act: so many are changed within a breath, and can be read again before they are.
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """What to change of one case. What is None stays as it is; tags come and go one by one, so that nobody overwrites
    what others tagged meanwhile.
    """

    case_id: UUID
    #: As it was when whoever changes it read it. None: whatever it says now.
    expected_revision: int | None = None
    stage: Stage | None = None
    priority: Priority | None = None
    coordinator_id: UUID | None = None
    #: Nobody looks after it any more.
    nobody: bool = False
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """It changes anything at all."""
        named = (self.stage, self.priority, self.coordinator_id, self.add_tags, self.remove_tags)
        return self.nobody or any(named)


@dataclass(frozen=True, slots=True)
class Changed:
    """A case that was changed, and the change that takes it back."""

    case: Case
    back: CaseChange


@dataclass(frozen=True, slots=True)
class NotChanged:
    """A case that stayed as it was, and why."""

    case_id: UUID
    refusal: Refusal


async def update_cases(tx: Transaction, changes: Sequence[CaseChange]) -> tuple[list[Changed], list[NotChanged]]:
    """Change many cases, each as :func:`casework.cases.update_case` does, with an entry in its own trail. What is
    refused of one keeps no other from being changed; where nothing could be done, the first refusal is raised. Raises
    :class:`Invalid` too for more than :data:`MOST`, and for a case named twice.
    """
    if not changes:
        raise Invalid("changes", "Choose at least one case.")
    if len(changes) > MOST:
        raise Invalid("changes", "At most {most} cases are changed at once.", most=MOST)
    if len({one.case_id for one in changes}) < len(changes):
        raise Invalid("changes", "Name each case once.")
    done: dict[UUID, Changed] = {}
    refused: list[NotChanged] = []
    # Always in one order, so that two people who change the same cases wait for each other only once.
    for change in sorted(changes, key=lambda one: one.case_id):
        try:
            async with tx.session.begin_nested():
                done[change.case_id] = await _update(tx, change)
        except Refusal as refusal:
            refused.append(NotChanged(change.case_id, refusal))
    if not done:
        raise refused[0].refusal
    return [done[one.case_id] for one in changes if one.case_id in done], refused


async def _update(tx: Transaction, change: CaseChange) -> Changed:
    case = await access.case_for(tx, change.case_id, Act.UPDATE_CASE)
    stage, priority, coordinator, tags = case.stage, case.priority, case.coordinator_id, set(case.tags)
    wanted = CaseChanges()
    if change.stage:
        wanted["stage"] = change.stage
    if change.priority:
        wanted["priority"] = change.priority
    if change.coordinator_id or change.nobody:
        wanted["coordinator_id"] = change.coordinator_id
    if change.add_tags or change.remove_tags:
        gone = {one.strip().lower() for one in change.remove_tags}
        wanted["tags"] = sorted({*(tags - gone), *change.add_tags})
    if not change.changes:
        raise Invalid("changes", "Say what to change.")
    if change.stage and change.stage is not stage:
        await _refuse_what_follows(tx, case, change.stage)
    expected = case.revision if change.expected_revision is None else change.expected_revision
    # What says so already is done: no entry tells of a change that is none.
    if expected != case.revision or any(getattr(case, name) != value for name, value in wanted.items()):
        await cases.update_case(tx, change.case_id, wanted, expected_revision=expected)
    now = set(case.tags)
    return Changed(
        case,
        CaseChange(
            case_id=case.id,
            expected_revision=case.revision,
            stage=stage if case.stage is not stage else None,
            priority=priority if case.priority is not priority else None,
            coordinator_id=coordinator if case.coordinator_id != coordinator else None,
            nobody=coordinator is None and case.coordinator_id is not None,
            add_tags=tuple(sorted(tags - now)),
            remove_tags=tuple(sorted(now - tags)),
        ),
    )


async def _refuse_what_follows(tx: Transaction, case: Case, stage: Stage) -> None:
    """Some stages follow from facts, and saying them makes no fact. Raises :class:`NotAllowedByState`."""
    if stage is Stage.CLOSED:
        raise NotAllowedByState("To end a case, close it and say why.")
    if stage is Stage.AFTER_RELEASE:
        if case.custody_status is not CustodyStatus.RELEASED:
            raise NotAllowedByState("This stage follows from a release. Record the release first.")
        return
    standing = select(Assignment.id).where(Assignment.case_id == case.id, Assignment.state.in_(list(STANDING)))
    represented = await tx.session.scalar(standing.limit(1)) is not None
    if represented and stage is not Stage.REPRESENTED:
        raise NotAllowedByState("An attorney represents this client. The stage changes when the placement ends.")
    if stage is Stage.REPRESENTED and not represented:
        raise NotAllowedByState("This stage follows from a placement. Offer the case to an attorney.")


__all__ = ["MOST", "CaseChange", "Changed", "NotChanged", "update_cases"]
