"""An action may be about several cases. Each client must agree, and counsel of each must sign exactly what is said.

It is kept with one case, whose team plans it. Whoever works on that case and on another adds the other; any side takes
its case off again. Either changes whom it is about, so that every sign-off is void. Who reads one of the cases alone is
not told which the others are: what the action says may therefore name somebody only once each client has agreed to it.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import access, actions, house
from casework.access import Act
from casework.actors import DELIVERY
from casework.advocacy.drafts import back_to_draft, refuse_over, said_anew
from casework.advocacy.naming import refuse_unagreed_name
from casework.advocacy.permitted import look_for_names
from casework.advocacy.publication import check_wordings
from casework.advocacy.words import Words, check_words
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState, NotFound, NotPermitted
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction, FurtherCase
from schema.base import Table, new_id
from schema.cases import Case
from schema.counsel import CounselAnswer, SaidRevision
from schema.safety_plans import SafetyPlan
from schema.wordings import Wording

#: What is sealed under an action's key.
SEALED: dict[type[Table], tuple[str, ...]] = {
    AdvocacyAction: ("title", "statement", "spokespeople", "press_contact", "run_of_show"),
    SaidRevision: ("title", "statement", "further"),
    Wording: ("body",),
    CounselAnswer: ("title", "statement"),
    SafetyPlan: (
        "marshals", "medics", "legal_observers", "police_liaison", "legal_support_number", "counter_protest", "weather",
        "stop_rule",
    ),
}  # fmt: skip


async def add_case_to_action(
    tx: Transaction, action_id: UUID, case_id: UUID, *, expected_revision: int
) -> AdvocacyAction:
    """Make an action be about one more case. It is said about somebody else then: every sign-off is void, and what is
    published is a draft again until both keys of every case are there. Raises :class:`Invalid`,
    :class:`NotAllowedByState`, :class:`NotPermitted`.
    """
    seen = await access.seen(tx, AdvocacyAction, action_id)
    if seen.case_id is None:
        raise NotAllowedByState("This action names no one and no case. Draft one on a case, and add others there.")
    # Two cases are locked in one order, whoever adds which to which.
    both = {one: await access.case_for(tx, one, Act.ADD_CASE_TO_ACTION) for one in sorted({seen.case_id, case_id})}
    action, home = await access.record_for(tx, AdvocacyAction, action_id, Act.ADD_CASE_TO_ACTION)
    tx.expect(action, expected_revision)
    refuse_over(action)
    other = both[case_id]
    refuse_closed(other)
    if other.merged_into_id is not None or case_id in await actions.case_ids(tx, action):
        raise Invalid("caseId", "The action is about this case already.")
    if action.lead_id is not None:
        await access.refuse_walled(tx, other.id, action.lead_id, "caseId")
    await tx.unlock([action.vault_key_id, home.vault_key_id])
    said: Words = {"title": tx.open(action, "title") or "", "statement": tx.open(action, "statement")}
    await check_words(tx, other, said, action.name_form)
    await check_wordings(tx, action, other)
    await refuse_unagreed_name(tx, action.name_form, action.audiences, [home.id, other.id])
    if action.vault_key_id == home.vault_key_id:
        # What it says is about two clients now: whichever of them is erased, it goes with them, everywhere.
        await _seal_apart(tx, action)
    action.of_several = True
    tx.session.add(
        FurtherCase(id=new_id(), action_id=action.id, case_id=other.id, added_at=tx.now, added_by_id=tx.person_id)
    )
    await tx.session.flush()
    await said_anew(tx, action, home)
    await back_to_draft(tx, action, home)
    await actions.record(tx, "action.case_added", action, case=home, after={"said_revision": action.said_revision})
    return action


async def take_case_off_action(
    tx: Transaction, action_id: UUID, case_id: UUID, *, expected_revision: int
) -> AdvocacyAction:
    """The action goes on without this case: for whoever may do so on either side. It is said about somebody else then:
    every sign-off is void, and its words are looked over for the name of whoever it is not about any more.

    The case that it is kept with stays. Raises :class:`NotAllowedByState`, :class:`NotFound`, :class:`NotPermitted`.
    """
    action = await access.seen(tx, AdvocacyAction, action_id)
    # Whether it is about a case is nothing to ask of one that is out of sight.
    await access.seen(tx, Case, case_id)
    case = await _of_either(tx, action, case_id)
    await tx.session.refresh(action, with_for_update={"of": AdvocacyAction})
    tx.expect(action, expected_revision)
    refuse_over(action)
    if case_id == action.case_id:
        raise NotAllowedByState(
            "The action is kept with this case. Cancel it, and draft one for the others on a case of theirs."
        )
    told = await actions.cases(tx, action, case)
    async with house.acts(tx):
        row = await tx.session.scalar(
            select(FurtherCase).where(
                FurtherCase.action_id == action.id, FurtherCase.case_id == case_id, FurtherCase.taken_off_at.is_(None)
            )
        )
        if row is None:
            raise NotAllowedByState("The action is not about this case.")
        row.taken_off_at, row.taken_off_by_id = tx.now, tx.person_id
        await tx.session.flush()
    await tx.unlock([action.vault_key_id])
    async with house.acts(tx, DELIVERY):
        # Nobody asks this client any more whether they may be named.
        action.holds_name = action.holds_name or await look_for_names(tx, action)
        await said_anew(tx, action, case)
        await back_to_draft(tx, action, case)
    for one in told:
        tx.record("action.case_taken_off", action, case=one, after={"said_revision": action.said_revision})
    return action


async def _of_either(tx: Transaction, action: AdvocacyAction, case_id: UUID) -> Case:
    """The case through which the actor may take one off: their own, or the one that the action is kept with."""
    refused: NotPermitted | None = None
    for one in (case_id, action.case_id):
        try:
            if one is not None:
                return await access.case_for(tx, one, Act.TAKE_CASE_OFF_ACTION)
        except NotFound:
            continue
        except NotPermitted as no:
            refused = no
    raise refused or NotFound


async def _seal_apart(tx: Transaction, action: AdvocacyAction) -> None:
    """Give an action a key of its own, and seal everything anew that lay under its case's."""
    before, action.vault_key_id = action.vault_key_id, await tx.new_key()
    await tx.unlock([before])
    for table, columns in SEALED.items():
        of: Any = table
        rows = [action] if table is AdvocacyAction else await tx.session.scalars(
            select(of).where(of.action_id == action.id)
        )  # fmt: skip
        for row in rows:
            for column in columns:
                setattr(row, column, tx.seal(table, row.id, column, action.vault_key_id, tx.open(row, column)))
    await tx.session.flush()


__all__ = ["SEALED", "add_case_to_action", "take_case_off_action"]
