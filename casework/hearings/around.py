"""What is planned around a hearing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select

from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.hearings import Hearing


async def planned_around(tx: Transaction, hearing: Hearing) -> list[AdvocacyAction]:
    """What is planned around a hearing, published or not yet."""
    found = await tx.session.scalars(select(AdvocacyAction).where(*planned(hearing.id)).order_by(AdvocacyAction.id))
    return list(found.unique())


def planned(hearing_id: Any) -> tuple[ColumnElement[bool], ...]:
    """What makes an action one that is planned around a hearing."""
    return (
        AdvocacyAction.hearing_id == hearing_id,
        AdvocacyAction.state.in_([ActionState.DRAFT, ActionState.PUBLISHED]),
    )
