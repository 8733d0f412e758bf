"""The second step: codes that change every half a minute (RFC 6238), and ten on paper for the day the telephone is
lost.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from uuid import UUID

import pyotp
from sqlalchemy import func, select, update

from casework.refusals import Invalid, NotAllowedByState
from casework.sign_in.second_step import first_second_step
from casework.sign_in.sessions import confirmed
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.people import Person
from schema.sign_ins import Authenticator, Proof, RecoveryCode

_STEP = 30
_RECOVERY_CODES = 10


async def takes_second_step(tx: Transaction) -> bool:
    """Whether whoever acts takes a second step when they sign in."""
    found = await tx.session.get(Authenticator, tx.somebody)
    return found is not None and found.confirmed_at is not None


async def begin_authenticator(tx: Transaction) -> str:
    """A seed for an authenticator application, as the address its picture holds (otpauth://). It counts once a code of
    it was typed back. Raises :class:`ConfirmFirst`, and :class:`NotAllowedByState` when one is in use.
    """
    confirmed(tx)
    await first_second_step(tx)
    person = await tx.session.get_one(Person, tx.somebody)
    found = await tx.session.get(Authenticator, person.id, with_for_update=True)
    if found is not None and found.confirmed_at is not None:
        raise NotAllowedByState("You use an authenticator already. Remove it first.")
    seed = pyotp.random_base32()
    await tx.unlock([person.vault_key_id])
    sealed = tx.seal(Authenticator, person.id, "seed", person.vault_key_id, seed)
    if found is None:
        tx.session.add(Authenticator(person_id=person.id, seed=sealed))
    else:
        found.seed, found.last_step = sealed, None
    await tx.session.flush()
    return pyotp.TOTP(seed).provisioning_uri(
        name=await tx.opened(person, "name") or "Presencia", issuer_name="Presencia"
    )


async def confirm_authenticator(tx: Transaction, code: str) -> list[str]:
    """The application shows the right code: from now on signing in asks for one. Returns the recovery codes, which are
    shown this once. Raises :class:`Invalid`.
    """
    confirmed(tx)
    await first_second_step(tx)
    found = await tx.session.get(Authenticator, tx.somebody, with_for_update=True)
    if found is None or found.confirmed_at is not None:
        raise NotAllowedByState("Begin with the picture for your authenticator application.")
    if not await _taken(tx, found, code):
        raise Invalid("code", "This is not the code that the application shows now. Look at it again.")
    found.confirmed_at = tx.now
    tx.record("authenticator.confirmed", found)
    return await _write_recovery_codes(tx)


async def remove_authenticator(tx: Transaction) -> None:
    """Signing in asks for no code any more. Raises :class:`ConfirmFirst`."""
    confirmed(tx)
    if not await drop_authenticator(tx, tx.somebody):
        raise NotAllowedByState("You use no authenticator.")


async def drop_authenticator(tx: Transaction, person_id: UUID) -> bool:
    """Somebody's authenticator and their recovery codes open nothing any more. Whether there was one."""
    found = await tx.session.get(Authenticator, person_id, with_for_update=True)
    if found is None:
        return False
    tx.record("authenticator.removed", found)
    await tx.session.delete(found)
    await _void_recovery_codes(tx, person_id)
    return True


async def new_recovery_codes(tx: Transaction) -> list[str]:
    """Ten new codes; the old ones work no more. Raises :class:`ConfirmFirst`."""
    confirmed(tx)
    found = await tx.session.get(Authenticator, tx.somebody, with_for_update=True)
    if found is None or found.confirmed_at is None:
        raise NotAllowedByState("You use no authenticator.")
    tx.record("recovery_codes.made", found)
    return await _write_recovery_codes(tx)


async def _void_recovery_codes(tx: Transaction, person_id: UUID) -> None:
    await tx.session.execute(
        update(RecoveryCode)
        .where(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
        .values(used_at=tx.now)
    )


async def _write_recovery_codes(tx: Transaction) -> list[str]:
    await _void_recovery_codes(tx, tx.somebody)
    codes = []
    for _ in range(_RECOVERY_CODES):
        plain = base64.b32encode(secrets.token_bytes(10)).decode()
        tx.session.add(RecoveryCode(id=new_id(), person_id=tx.somebody, code_hash=link_hash(plain)))
        codes.append("-".join(plain[place : place + 4] for place in range(0, 16, 4)))
    await tx.session.flush()
    return codes


async def recovery_codes_left(tx: Transaction, person_id: UUID) -> int:
    """How many recovery codes still work."""
    left = select(func.count()).where(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
    return await tx.session.scalar(left) or 0


async def code_is_right(tx: Transaction, person_id: UUID, code: str) -> Proof | None:
    """Which kind of code it is when it is a right one: of the authenticator, or a recovery code. Each is taken once."""
    typed = "".join(code.split()).replace("-", "").upper()
    found = await tx.session.get(Authenticator, person_id, with_for_update=True)
    if found is None or found.confirmed_at is None:
        return None
    if await _taken(tx, found, typed):
        return Proof.CODE
    paper = await tx.session.scalar(
        select(RecoveryCode)
        .where(
            RecoveryCode.person_id == person_id,
            RecoveryCode.code_hash == link_hash(typed),
            RecoveryCode.used_at.is_(None),
        )
        .with_for_update()
    )
    if paper is None:
        return None
    paper.used_at = tx.now
    tx.record("recovery_code.used", paper)
    return Proof.RECOVERY_CODE


async def _taken(tx: Transaction, authenticator: Authenticator, code: str) -> bool:
    """Whether it is the code of this half-minute or of the one before or after, and later than the last one taken."""
    clock = pyotp.TOTP(await tx.opened(authenticator, "seed") or "")
    now = int(tx.now.timestamp()) // _STEP
    for step in (now - 1, now, now + 1):
        later = authenticator.last_step is None or step > authenticator.last_step
        if later and hmac.compare_digest(clock.at(step * _STEP).encode(), code.strip().encode()):
            authenticator.last_step = step
            await tx.session.flush()
            return True
    return False
