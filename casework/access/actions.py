"""Who sees an action that is about several cases: whoever reads one of them, unless a wall stands before another.

Nora reads Mateo's case, Vera Lucía's; the vigil is for both. Both see the vigil and what it says. Which further case it
is about is told only to whoever reads that case. Olga, whom a wall keeps from Lucía, sees nothing of it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, exists, not_, or_

from casework.access.eyes import READER, Clause, Eyes, another, reaches
from schema.advocacy import AdvocacyAction, FurtherCase


def shared(eyes: Eyes, action_id: Any) -> Clause:
    """The actor reads one of the cases that were added to this action."""
    return eyes.rarely("acting_shares_action", (action_id,), lambda: _shared(eyes, action_id))


def _shared(eyes: Eyes, action_id: Any) -> Clause:
    further = another(FurtherCase, "shared")
    return exists().where(
        further.action_id == action_id, further.taken_off_at.is_(None), reaches(eyes, further, READER)
    )


def shares_occasion(eyes: Eyes, occasion_id: Any) -> Clause:
    """The same of the action that owns an occasion."""
    action = another(AdvocacyAction, "shares_occasion")
    return eyes.rarely(
        "acting_shares_occasion",
        (occasion_id,),
        lambda: exists().where(action.occasion_id == occasion_id, action.of_several, _shared(eyes, action.id)),
    )


def open_words(eyes: Eyes, action_id: Any) -> Clause:
    """No wall stands before any case that the action is or was about: its words may say who that is."""
    action = another(AdvocacyAction, "open_words")
    return or_(
        eyes.unwalled(),
        eyes.rarely(
            "action_open_to_actor",
            (action_id,),
            lambda: and_(
                not_(_walled(eyes, action_id)),
                not_(exists().where(action.id == action_id, not_(_open(eyes, action)))),
            ),
        ),
    )


def open_occasion(eyes: Eyes, occasion_id: Any) -> Clause:
    """The same of the action that owns an occasion, if one about several cases does."""
    action = another(AdvocacyAction, "open_occasion")
    return or_(
        eyes.unwalled(),
        eyes.rarely(
            "occasion_open_to_actor",
            (occasion_id,),
            lambda: not_(
                exists().where(
                    action.occasion_id == occasion_id,
                    action.of_several,
                    or_(_walled(eyes, action.id), not_(_open(eyes, action))),
                )
            ),
        ),
    )


def _walled(eyes: Eyes, action_id: Any) -> Clause:
    further = another(FurtherCase, "walled")
    return exists().where(further.action_id == action_id, not_(eyes.open(further.case_id)))


def _open(eyes: Eyes, row: Any) -> Clause:
    return or_(row.case_id.is_(None), eyes.open(row.case_id))


def action(eyes: Eyes, row: Any, of_case: Clause) -> Clause:
    """The action itself; ``of_case``: by the case that it is kept with, or by its organization."""
    return and_(
        or_(of_case, and_(row.of_several, shared(eyes, row.id))),
        or_(not_(row.of_several), open_words(eyes, row.id)),
    )


def words(eyes: Eyes, row: Any, of_case: Clause) -> Clause:
    """What an action says, and said, beside its own row."""
    return and_(or_(of_case, shared(eyes, row.action_id)), open_words(eyes, row.action_id))


__all__ = ["action", "open_occasion", "open_words", "shared", "shares_occasion", "words"]
