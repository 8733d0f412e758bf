"""The shift that somebody comes with: whether it runs, and whether this is its telephone."""

from __future__ import annotations

import hmac
from uuid import UUID

from casework.refusals import NotFound
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.date_checks import Shift


async def running(tx: Transaction, shift_id: UUID, *, lock: bool = True) -> Shift:
    """The shift, while it runs; locked, so that two browsers wait for each other. Raises :class:`NotFound`: unknown,
    ended, over and not begun look the same.
    """
    shift = await tx.session.get(Shift, shift_id, with_for_update=lock, populate_existing=True)
    if shift is None or not shift.runs(tx.now):
        raise NotFound
    return shift


async def working(tx: Transaction, shift_id: UUID, device: str | None) -> Shift:
    """The shift, on the telephone it is bound to, after the promise. Raises :class:`NotFound`."""
    shift = await running(tx, shift_id)
    if not bound_to(shift, device) or shift.promised_at is None:
        raise NotFound
    return shift


def bound_to(shift: Shift, device: str | None) -> bool:
    """Whether this is the telephone that gave the code."""
    if shift.device_hash is None or not device:
        return False
    return hmac.compare_digest(shift.device_hash, link_hash(device))
