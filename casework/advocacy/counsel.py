"""Counsel's word on an action: yes (:mod:`casework.advocacy.publication`), no, or these words instead.

Why, and what speaks for and against going public, goes into counsel's compartment; advocates learn the answer, and on
which day it was talked over with the client. When counsel leaves, whoever succeeds them confirms what they had signed.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from casework import access, actions, disclosure, house, notes, tasks
from casework.access import Act
from casework.advocacy.drafts import action_for, back_to_draft, refuse_over
from casework.advocacy.naming import check_naming
from casework.advocacy.publication import (
    attorneys_of_record,
    check_wordings,
    for_case,
    look_at_names,
    refuse_future,
    refuse_other_counsel,
    sign,
)
from casework.advocacy.words import Words, check_words, keep_said, say
from casework.clearance import counts
from casework.language import Sentence
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, SignOff, SignOffCapacity
from schema.base import new_id
from schema.cases import Case
from schema.counsel import CounselAnswer, CounselSaid
from schema.people import Person
from schema.teams import COUNSEL_ROLES, TeamMember


async def ask_counsel(tx: Transaction, action_id: UUID) -> AdvocacyAction:
    """Ask whoever's yes counts to look at an action as it reads now: they have a task until they answer. Asked once a
    revision. Raises :class:`NotAllowedByState` where there is nothing to ask.
    """
    action, case = await action_for(tx, action_id, Act.ASK_COUNSEL)
    if case is None:
        raise NotAllowedByState("An action that names no one and no case needs no sign-off.")
    refuse_over(action)
    await tx.unlock([action.vault_key_id])
    if action.of_several:
        await _ask_each(tx, action, case)
        return action
    of_record = await attorneys_of_record(tx, case)
    signed = await tx.session.scalars(
        select(SignOff).where(
            SignOff.action_id == action.id,
            SignOff.case_id == case.id,
            SignOff.said_revision == action.said_revision,
            SignOff.withdrawn_at.is_(None),
        )
    )
    if any(counts(one, of_record) for one in signed):
        raise NotAllowedByState("Counsel has signed off these words already.")
    title = Sentence(
        'Counsel is asked for a yes to "{title}", wording no. {revision}: yes, no, or which words instead.',
        title=tx.open(action, "title"),
        revision=action.said_revision,
    )
    async with house.acts(tx):
        owner = await tx.session.get(Person, min(of_record)) if of_record else None
        key = asked_of(action, case)
        if await tasks.raise_once(tx, case, key, title, tx.now, owner=owner) is None:
            raise NotAllowedByState("Counsel was asked about these words already.")
    tx.record("action.counsel_asked", action, case=case, after={"said_revision": action.said_revision})
    return action


def asked_of(action: AdvocacyAction, case: Case) -> str:
    """By what the task is known that asks counsel of one of its cases about its present words."""
    of_which = "" if case.id == action.case_id else f":{case.id}"
    return f"counsel_asked:{action.id}:{action.said_revision}{of_which}"


async def _ask_each(tx: Transaction, action: AdvocacyAction, case: Case) -> None:
    """Counsel of each of its cases, by a task on their own case. Whoever asks is not told which these are."""
    title = Sentence(
        "Counsel is asked for a yes to an action about several cases, wording {revision}: yes or no.",
        revision=action.said_revision,
    )
    facts = (await disclosure.facts_of_cases(tx, [action])).get(action.id, [])
    signed = [
        one
        for one in facts
        if any(counts(by, one.of_record) for by in one.signed if by.said_revision == action.said_revision)
    ]
    if len(signed) == len(facts):
        raise NotAllowedByState("Counsel has signed off these words already.")
    waiting = {one.case_id: one.of_record for one in facts if one not in signed}
    asked = []
    told = await actions.cases(tx, action, case)
    async with house.acts(tx):
        for one in told:
            if one.id in waiting:
                of_record = waiting[one.id]
                owner = await tx.session.get(Person, min(of_record)) if of_record else None
                key = asked_of(action, one)
                asked.append(await tasks.raise_once(tx, one, key, title, tx.now, owner=owner))
    if not any(task is not None for task in asked):
        raise NotAllowedByState("Counsel was asked about these words already.")
    await actions.record(tx, "action.counsel_asked", action, case=case, after={"said_revision": action.said_revision})


async def answer_action(
    tx: Transaction,
    action_id: UUID,
    *,
    said: CounselSaid,
    said_revision: int,
    title: str | None = None,
    statement: str | None = None,
    discussed_on: date | None = None,
    why: str | None = None,
    case_id: UUID | None = None,
) -> CounselAnswer:
    """Counsel says no, or which words they would sign. ``why`` is a privileged note: advocates read the answer alone.
    ``case_id`` says for which of several cases; else it is the one that the action is kept with.

    Raises :class:`ChangedMeanwhile` when it says something else by now, :class:`Invalid`, :class:`NotPermitted`.
    """
    action, case = await for_case(tx, action_id, case_id, Act.ANSWER_ACTION)
    if case is None:
        raise NotAllowedByState("An action that names no one and no case needs no sign-off.")
    refuse_over(action)
    if action.said_revision != said_revision:
        raise ChangedMeanwhile(revision_now=action.said_revision)
    await refuse_other_counsel(tx, case)
    refuse_future(tx, discussed_on)
    if case.id != action.case_id and said is not CounselSaid.NO:
        # Whoever plans it does not read this case, and so no answer given on it.
        raise NotAllowedByState("Of an action that is kept with another case counsel says yes or no.")
    await tx.unlock([action.vault_key_id])
    words: dict[str, str | None] = {}
    if said is CounselSaid.THESE_WORDS_INSTEAD:
        given = {"title": title, "statement": statement}
        words = {name: text.strip() for name, text in given.items() if text is not None}
        if all(text == (tx.open(action, name) or "") for name, text in words.items()):
            raise Invalid("statement", "These are the words as they are. Write what you would sign.")
        await check_words(tx, case, _words(words), action.name_form)
        # Taken over, they are signed with all that stands beside them.
        await check_wordings(tx, action, case)
    answer = CounselAnswer(
        id=new_id(), action_id=action.id, case_id=case.id, attorney_id=tx.somebody, said=said,
        said_revision=said_revision, discussed_on=discussed_on, given_at=tx.now,
    )  # fmt: skip
    for name, text in words.items():
        setattr(answer, name, tx.seal(CounselAnswer, answer.id, name, action.vault_key_id, text))
    tx.session.add(answer)
    signed = select(SignOff).where(
        SignOff.action_id == action.id,
        SignOff.case_id == case.id,
        SignOff.attorney_id == tx.somebody,
        SignOff.withdrawn_at.is_(None),
    )
    for one in list(await tx.session.scalars(signed.with_for_update())):
        # Whoever says no has not said yes.
        one.withdrawn_at = tx.now
    action.revision += 1
    await tx.session.flush()
    await back_to_draft(tx, action, case)
    if why and why.strip():
        await notes.write_note(tx, case.id, why, privileged=True)
    tx.record(
        "action.answered", action, case=case, after={"said": said, "said_revision": said_revision}, about=[answer.id]
    )
    await _tell_lead(tx, action, case, said)
    async with house.acts(tx):
        await tasks.end_raised(tx, case, asked_of(action, case))
    return answer


async def take_over_words(tx: Transaction, answer_id: UUID) -> AdvocacyAction:
    """Say exactly what counsel suggested: counsel has signed that. Raises :class:`NotAllowedByState` when the words
    changed since counsel read them, or they are taken over already.
    """
    answer, case = await access.record_for(tx, CounselAnswer, answer_id, Act.TAKE_OVER_WORDS)
    action, _ = await action_for(tx, answer.action_id, Act.REVISE_ACTION)
    refuse_over(action)
    if answer.said is not CounselSaid.THESE_WORDS_INSTEAD or answer.taken_over_at is not None:
        raise NotAllowedByState("Counsel suggested no words here, or they were taken over already.")
    if action.said_revision != answer.said_revision:
        raise NotAllowedByState("The words changed since counsel read them. Ask counsel again.")
    if await tx.session.scalar(
        select(CounselAnswer.id).where(CounselAnswer.action_id == action.id, CounselAnswer.id > answer.id).limit(1)
    ):
        # A later no, or other words: whoever says no has not said yes.
        raise NotAllowedByState("Counsel has answered again since. Look at the newest answer.")
    if not await _counsel_still(tx, case, answer.attorney_id):
        raise NotAllowedByState("Whoever suggested these words is no longer counsel on this case. Ask counsel again.")
    await tx.unlock([action.vault_key_id])
    words = {name: tx.open(answer, name) for name in ("title", "statement") if getattr(answer, name) is not None}
    await check_naming(tx, action, _words(words))
    say(tx, action, _words(words))
    action.said_revision += 1
    action.revision += 1
    await keep_said(tx, action)
    answer.taken_over_at = tx.now
    of_record = await attorneys_of_record(tx, case)
    capacity = SignOffCapacity.OF_RECORD if answer.attorney_id in of_record else SignOffCapacity.CONSULTED
    await sign(tx, action, case, answer.attorney_id, capacity, discussed_on=answer.discussed_on)
    await look_at_names(tx, action)
    tx.record(
        "action.words_taken_over", action, case=case, after={"said_revision": action.said_revision}, about=[answer.id]
    )
    await back_to_draft(tx, action, case)
    return action


async def _counsel_still(tx: Transaction, case: Case, attorney_id: UUID) -> bool:
    """Nobody has counsel's yes of somebody who has left since."""
    seat = select(TeamMember.id).where(
        TeamMember.case_id == case.id, TeamMember.person_id == attorney_id, TeamMember.role.in_(list(COUNSEL_ROLES)),
        or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
    )  # fmt: skip
    return await tx.session.scalar(seat.limit(1)) is not None


def _words(texts: dict[str, str | None]) -> Words:
    words: Words = {}
    if (title := texts.get("title")) is not None:
        words["title"] = title
    if "statement" in texts:
        words["statement"] = texts["statement"]
    return words


async def _tell_lead(tx: Transaction, action: AdvocacyAction, case: Case, said: CounselSaid) -> None:
    """Whoever leads the action has a task: counsel answered, and not with a yes."""
    title = (
        Sentence("Counsel suggests other words for an action: take them over, or talk to counsel.")
        if said is CounselSaid.THESE_WORDS_INSTEAD
        else Sentence("Counsel said no to an action as it reads now: talk to counsel, or cancel it.")
    )
    async with house.acts(tx):
        # Who plans it works on the case that it is kept with.
        case = case if case.id == action.case_id else await tx.session.get_one(Case, action.case_id)
        lead = await tx.session.get(Person, action.lead_id) if action.lead_id else None
        await tasks.raise_once(tx, case, f"counsel_answered:{action.id}:{action.revision}", title, tx.now, owner=lead)


async def hand_over_sign_offs(tx: Transaction, case: Case) -> int:
    """Who is of record changed: what their predecessor had signed counts no more. What is published on it goes back to
    a draft, out of every page and calendar, until a successor confirms it; whoever can is told by a task. Returns how
    many wait.
    """
    await tx.session.flush()
    async with house.acts(tx):
        waiting = await _waiting(tx, case)
        for action in waiting:
            await back_to_draft(tx, action, case)
        if waiting:
            of_record = sorted(await attorneys_of_record(tx, case))
            owner = await tx.session.get(Person, of_record[0]) if of_record else None
            title = Sentence(
                "Counsel changed who had signed off what advocates say ({count}). Confirm it, or say which words you "
                "would sign: until then it is not published.",
                count=len(waiting),
            )
            await tasks.end_raised_but(tx, case, "sign_offs_wait", ())
            key = f"sign_offs_wait:{case.id}:{tx.now.isoformat()}"
            await tasks.raise_once(tx, case, key, title, tx.now, owner=owner)
    return len(waiting)


async def confirm_sign_offs(
    tx: Transaction, case_id: UUID, *, capacity: SignOffCapacity, discussed_on: date | None = None
) -> list[AdvocacyAction]:
    """A successor confirms, in one act, what counsel before them had signed and nobody has changed since. Publishing it
    again is the advocates'. Raises :class:`NotPermitted`, :class:`NotAllowedByState` where nothing waits.
    """
    case = await access.case_for(tx, case_id, Act.CONFIRM_SIGN_OFFS)
    await refuse_other_counsel(tx, case, capacity)
    refuse_future(tx, discussed_on)
    confirmed = []
    for action in await _waiting(tx, case):
        await tx.unlock([action.vault_key_id])
        words: Words = {"title": tx.open(action, "title") or "", "statement": tx.open(action, "statement")}
        await check_words(tx, case, words, action.name_form)
        await check_wordings(tx, action, case)
        action.revision += 1
        await sign(tx, action, case, tx.somebody, capacity, discussed_on=discussed_on)
        confirmed.append(action)
    if not confirmed:
        raise NotAllowedByState("No sign-off of former counsel waits to be confirmed here.")
    async with house.acts(tx):
        await tasks.settle(tx, case, f"sign_offs_wait:{case.id}:")
    return confirmed


async def _waiting(tx: Transaction, case: Case) -> list[AdvocacyAction]:
    """Live actions whose present words somebody signed whose yes does not count any more, and nobody else."""
    of_record = await attorneys_of_record(tx, case)
    signed: dict[UUID, list[SignOff]] = defaultdict(list)
    standing = (
        select(SignOff)
        .join(AdvocacyAction, AdvocacyAction.id == SignOff.action_id)
        .where(
            SignOff.case_id == case.id,
            actions.about(case.id),
            AdvocacyAction.state.in_([ActionState.DRAFT, ActionState.PUBLISHED]),
            SignOff.said_revision == AdvocacyAction.said_revision,
            SignOff.withdrawn_at.is_(None),
        )
        .order_by(SignOff.id)
    )
    for one in await tx.session.scalars(standing):
        signed[one.action_id].append(one)
    waiting = [action_id for action_id, by in signed.items() if not any(counts(one, of_record) for one in by)]
    found = await tx.session.scalars(
        select(AdvocacyAction).where(AdvocacyAction.id.in_(waiting)).order_by(AdvocacyAction.id)
    )
    return list(found.unique())


__all__ = [
    "answer_action",
    "ask_counsel",
    "confirm_sign_offs",
    "hand_over_sign_offs",
    "take_over_words",
]
