"""Actions are drafted and edited."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from casework import access, actions, cases, disclosure, notices
from casework.access import Act
from casework.advocacy import permitted
from casework.advocacy.addresses import give_address
from casework.advocacy.arrangements import (
    Arrangements,
    arrange,
    check_lead,
    check_letters_date,
    occasion_of,
    rearrange,
)
from casework.advocacy.naming import check_naming
from casework.advocacy.words import Words, check_words, differs, keep_said, say
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, SignOff
from schema.base import new_id
from schema.cases import Case
from schema.consents import NameForm
from schema.hearings import Hearing
from schema.occasions import HEARING_KINDS, OccasionKind, OccasionState


async def draft_action(
    tx: Transaction,
    organization_id: UUID,
    *,
    kind: OccasionKind,
    words: Words,
    arrangements: Arrangements,
    case_id: UUID | None = None,
    hearing_id: UUID | None = None,
) -> AdvocacyAction:
    """Draft an action, for a case or for none. Nobody is told of it yet.

    Around a hearing it begins when the hearing does unless a time is given. Raises :class:`Invalid`.
    """
    if kind in HEARING_KINDS:
        raise Invalid("kind", "That is a hearing. Schedule it on its case.")
    case = await access.case_for(tx, case_id, Act.DRAFT_ACTION) if case_id else None
    if case is None:
        await access.permit_in_organization(tx, organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
        if words.get("name_form", NameForm.NONE) is not NameForm.NONE:
            raise Invalid("nameForm", "An action that names somebody belongs to their case.")
    elif not (await access.standing(tx)).place(organization_id):
        raise Invalid("organizationId", "Draft it for an organization you belong to.")
    if case is not None:
        refuse_closed(case)
    hearing = await _hearing(tx, case, hearing_id)
    await check_words(tx, case, words, NameForm.NONE)
    key_id = case.vault_key_id if case else await tx.new_key()
    await tx.unlock([key_id])
    occasion = occasion_of(
        tx, kind, organization_id if case is None else case.lead_organization_id, case, hearing, arrangements
    )
    tx.session.add(occasion)
    await tx.session.flush()
    action = AdvocacyAction(
        id=new_id(),
        organization_id=organization_id,
        case_id=case.id if case else None,
        hearing_id=hearing.id if hearing else None,
        occasion_id=occasion.id,
        vault_key_id=key_id,
        said_revision=1,
    )
    action.occasion = occasion
    say(tx, action, words)
    if "title" not in words:
        raise Invalid("title", "Give it a title.")
    await check_lead(tx, action, arrangements)
    await check_letters_date(tx, action, arrangements)
    arrange(tx, action, arrangements)
    tx.session.add(action)
    await tx.session.flush()
    await keep_said(tx, action)
    if case:
        await cases.keep_next_occasion(tx, case)
    tx.record("action.drafted", action, case=case, after={"kind": kind, "starts_at": occasion.starts_at})
    return action


async def _hearing(tx: Transaction, case: Case | None, hearing_id: UUID | None) -> Hearing | None:
    if hearing_id is None:
        return None
    hearing = await access.seen(tx, Hearing, hearing_id)
    if case is None or hearing.case_id != case.id:
        raise Invalid("hearingId", "That hearing belongs to another case.")
    if hearing.occasion.state in (OccasionState.CANCELLED, OccasionState.HELD):
        raise Invalid("hearingId", "That hearing is over or cancelled.")
    return hearing


@dataclass(frozen=True, slots=True)
class Revised:
    """An action after an edit, and whether counsel must look at it again."""

    action: AdvocacyAction
    sign_off_voided: bool


async def revise_action(
    tx: Transaction, action_id: UUID, *, expected_revision: int, words: Words, arrangements: Arrangements
) -> Revised:
    """Edit an action. A published one whose words change goes back to draft until it is clear again; a corrected
    time or place reaches everyone invited at once and waits for nobody."""
    action, case = await action_for(tx, action_id, Act.REVISE_ACTION)
    tx.expect(action, expected_revision)
    refuse_over(action)
    for one in await checked_cases(tx, action, case):
        await check_words(tx, one, words, action.name_form)
    await tx.unlock([action.vault_key_id])
    spoken = differs(tx, action, words)
    if spoken:
        await check_naming(tx, action, words)
    voided = False
    said = {name: tx.open(action, name) for name in ("title", "statement")}
    if spoken:
        say(tx, action, words)
        voided = await said_anew(tx, action, case)
    await check_lead(tx, action, arrangements)
    await check_letters_date(tx, action, arrangements)
    sequence = action.occasion.sequence
    arrange(tx, action, arrangements)
    await rearrange(tx, action, arrangements)
    await tx.session.flush()
    if spoken:
        await back_to_draft(tx, action, case)
    await give_address(tx, action)
    if case:
        await cases.keep_next_occasion(tx, case)
    now = {name: tx.open(action, name) for name in said}
    retitled = now["title"] != said["title"] and action.state is ActionState.PUBLISHED
    if retitled and action.occasion.sequence == sequence:
        # Where the date moved, too, that letter brings the title.
        await notices.tell_entry_changed(tx, action.occasion)
    await actions.record(
        tx, "action.revised", action, case=case, after={"said_revision": action.said_revision, "words_changed": spoken},
        restricted={name: (said[name], now[name]) for name in said if said[name] != now[name]},
        key_id=action.vault_key_id,
    )  # fmt: skip
    return Revised(action, voided)


async def said_anew(tx: Transaction, action: AdvocacyAction, case: Case | None) -> bool:
    """It says something else now, which is kept under its number. Returns whether counsel had said yes to what it said
    before. The action's key must be unlocked.
    """
    action.said_revision += 1
    await tx.session.flush()
    await keep_said(tx, action)
    await permitted.look_again(tx, action, case)
    return await _signed_before(tx, action)


async def back_to_draft(tx: Transaction, action: AdvocacyAction, case: Case | None) -> bool:
    """What is published and no longer clear is a draft again: no page, card or calendar shows it. Returns whether it
    had to go back.
    """
    await tx.session.flush()
    if action.state is not ActionState.PUBLISHED or (await disclosure.action_clearance(tx, action)).clear:
        return False
    action.state, action.published_at = ActionState.DRAFT, None
    action.occasion.revised_at = tx.now
    action.revision += 1
    await tx.session.flush()
    await actions.record(tx, "action.back_to_draft", action, case=case, after={"said_revision": action.said_revision})
    return True


async def checked_cases(tx: Transaction, action: AdvocacyAction, case: Case | None) -> list[Case]:
    """Its cases as far as the actor reads them: of these the words are looked over as they are typed. Of the others
    their own counsel looks, before signing.
    """
    if not action.of_several or case is None:
        return [case] if case is not None else []
    ids = await actions.case_ids(tx, action)
    seen = access.visible(await access.standing(tx), Case, tx.now).where(Case.id.in_(ids))
    return list(await tx.session.scalars(seen.order_by(Case.id)))


async def _signed_before(tx: Transaction, action: AdvocacyAction) -> bool:
    return (
        await tx.session.scalar(
            select(SignOff.id).where(SignOff.action_id == action.id, SignOff.withdrawn_at.is_(None)).limit(1)
        )
    ) is not None


async def action_for(tx: Transaction, action_id: UUID, act: Act) -> tuple[AdvocacyAction, Case | None]:
    action = await access.seen(tx, AdvocacyAction, action_id)
    if action.case_id is not None:
        return await access.record_for(tx, AdvocacyAction, action_id, act)
    await access.permit_in_organization(tx, action.organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
    await tx.session.refresh(action, with_for_update={"of": AdvocacyAction})
    return action, None


def refuse_over(action: AdvocacyAction) -> None:
    if action.state is ActionState.CALLED_OFF:
        raise NotAllowedByState("This action was called off. Draft a new one.")
    if action.state is ActionState.DONE:
        raise NotAllowedByState("This action is over.")


__all__ = [
    "Revised",
    "action_for",
    "back_to_draft",
    "checked_cases",
    "draft_action",
    "refuse_over",
    "revise_action",
    "said_anew",
]
