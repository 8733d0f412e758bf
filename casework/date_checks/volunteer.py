"""The code and the promise: what a volunteer gives before they are shown anything. As the holder of the link."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from casework.actors import Link
from casework.date_checks.promise import promise
from casework.date_checks.running import bound_to, running
from casework.date_checks.shifts import end, hash_of_code
from casework.language import LANGUAGES
from casework.refusals import Invalid, NotFound
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.date_checks import Shift, ShiftEnd
from schema.organizations import Organization

#: So many wrong codes end the shift: five guesses at a million.
TRIES = 5
#: Another telephone that knocks and knocks is one line in the trail, not a thousand.
_AGAIN = timedelta(minutes=1)


class Entry(StrEnum):
    """What became of a code."""

    BOUND = "bound"
    WRONG = "wrong"
    #: It was wrong once too often: the shift is over.
    ENDED = "ended"
    #: The shift is bound to another telephone. Whether the code was right is not looked at.
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of a code, and the cookie of a telephone that was bound just now."""

    entry: Entry
    cookie: str | None = field(default=None, repr=False)
    #: How long that cookie is good for.
    lasts: timedelta = timedelta()
    left: int = 0


async def enter_code(tx: Transaction, link: Link, code: str, device: str | None) -> Entered:
    """Bind the shift to this telephone. A wrong code counts, so it is an answer and no exception: exceptions roll back.
    Raises :class:`NotFound` when the shift does not run.
    """
    shift = await running(tx, link.id)
    if shift.device_hash is not None:
        if bound_to(shift, device):
            return Entered(Entry.BOUND)
        if shift.refused_at is None or shift.refused_at <= tx.now - _AGAIN:
            shift.refused_at = tx.now
            tx.record("shift.refused_telephone", shift)
        return Entered(Entry.ELSEWHERE)
    digits = "".join(char for char in code[:20] if char.isascii() and char.isdigit())
    if not hmac.compare_digest(shift.code_hash, hash_of_code(tx, shift.id, digits)):
        shift.tries += 1
        tx.record("shift.wrong_code", shift, after={"tries": shift.tries})
        if shift.tries < TRIES:
            return Entered(Entry.WRONG, left=TRIES - shift.tries)
        end(tx, shift, ShiftEnd.WRONG_CODES)
        return Entered(Entry.ENDED)
    cookie = secrets.token_urlsafe(32)
    shift.device_hash, shift.bound_at, shift.last_used_at = link_hash(cookie), tx.now, tx.now
    tx.record("shift.bound", shift)
    return Entered(Entry.BOUND, cookie, shift.ends_at - tx.now)


async def sign_promise(tx: Transaction, link: Link, device: str | None, *, name: str, text: str) -> Shift:
    """Promise confidentiality: the name is typed under the text that was read. Signing twice changes nothing. Raises
    :class:`NotFound`, :class:`Invalid`.
    """
    shift = await running(tx, link.id)
    if not bound_to(shift, device):
        raise NotFound
    if shift.promised_at is not None:
        return shift
    organization = await tx.session.get_one(Organization, shift.organization_id)
    if text not in {promise(organization.name, one).name for one in LANGUAGES}:
        raise Invalid("promise", "The promise reads differently now. Read it once more, then sign it.")
    signed = " ".join(name.split())
    if not 2 <= len(signed) <= 200:
        raise Invalid("name", "Type your name under the promise.")
    await tx.unlock([shift.vault_key_id])
    shift.promised_at, shift.promise, shift.last_used_at = tx.now, text, tx.now
    shift.signature = tx.seal(Shift, shift.id, "signature", shift.vault_key_id, signed)
    tx.record("shift.promised", shift, after={"promise": text}, fields=["signature"])
    return shift
