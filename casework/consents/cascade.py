"""What follows when a consent permits less: all at once, in the transaction of whoever said so."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from casework import actions, advocacy, disclosure, house, invitations, tasks
from casework.actors import DELIVERY
from casework.consents.ends import UNDER
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, ConsentState


async def follow(tx: Transaction, case: Case, audiences: Collection[ConsentAudience]) -> list[AdvocacyAction]:
    """Published actions that are no longer clear are called off; drafts for these audiences keep to what they may still
    say; invitations no longer cleared are taken back, with the letters that waited. Returns what was called off.
    """
    called_off = []
    of_case = select(AdvocacyAction).where(actions.about(case.id)).order_by(AdvocacyAction.id)
    # An advocate who is told sees neither a hearing that lost its consent nor who was asked to it: the house does.
    async with house.acts(tx, DELIVERY):
        for action in list((await tx.session.scalars(of_case)).unique()):
            if action.state is ActionState.PUBLISHED:
                clearance = await disclosure.action_clearance(tx, action)
                if not clearance.clear:
                    await advocacy.take_down(tx, action, case, reason="A consent it needs was taken back.")
                    called_off.append(action)
            elif action.state is ActionState.DRAFT and {one.value for one in audiences}.intersection(action.audiences):
                await advocacy.keep_to_what_is_permitted(tx, action, case, audiences)
        await invitations.follow_clearance(tx, case)
    await _end_warnings(tx, case)
    return called_off


async def _end_warnings(tx: Transaction, case: Case) -> None:
    """Nobody need ask again before a day on which no consent ends any more. Whoever recorded it may see no task."""
    async with house.acts(tx):
        still_ending = {
            UNDER.format(case=case.id, ends=ends_at.date().isoformat(), days="")
            for ends_at in await tx.session.scalars(
                select(Consent.expires_at).where(Consent.case_id == case.id, Consent.state == ConsentState.STANDING)
            )
        }
        await tasks.end_raised_but(tx, case, "consent_ends", still_ending)


__all__ = ["follow"]
