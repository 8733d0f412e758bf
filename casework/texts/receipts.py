"""What becomes of a text that we sent, as its carrier tells."""

from __future__ import annotations

from sqlalchemy import select

from casework import contacts
from casework.notices.afterwards import Heard, hear_of
from casework.refusals import Invalid
from casework.text_account import NOBODY_THERE, STOPPED
from casework.transaction import Transaction
from schema.notices import Receipt

#: The carrier's states. What is not here (queued, sending …) tells us nothing new.
_HEARD = {
    "sent": Heard.SENT,
    "delivered": Heard.DELIVERED,
    "read": Heard.DELIVERED,
    "undelivered": Heard.UNDELIVERED,
    "failed": Heard.UNDELIVERED,
}


async def receipt_came(
    tx: Transaction, carrier_id: str, state: str, *, token: str = "", code: int | None = None, number: str = ""
) -> bool:
    """The carrier says how a text of ours is. It is found by the ``token`` that we gave for it, else by the carrier's
    own id. Whether it changed anything: not for what was said before, or of no text of ours.
    """
    heard = _HEARD.get(state)
    if heard is None:
        return False
    notice_id = tx.vault.returned(token) if token else None
    if notice_id is None:
        notice_id = await tx.session.scalar(
            select(Receipt.notice_id).where(Receipt.carrier_id == carrier_id).order_by(Receipt.id).limit(1)
        )
    if notice_id is None:
        return False
    try:
        address = contacts.normalised_phone(number) if number else None
    except Invalid:
        address = None
    return await hear_of(
        tx,
        notice_id,
        heard,
        said=(str(code) if code else state) if heard is Heard.UNDELIVERED else None,
        carrier_id=carrier_id,
        address=address,
        address_dead=code in NOBODY_THERE,
        stopped=code in STOPPED,
    )


__all__ = ["receipt_came"]
