"""Challenges: what one browser has to answer within minutes, once, before it is believed."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from casework.refusals import SignInRefused
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.sign_ins import Challenge, ChallengePurpose

MINUTES = timedelta(minutes=5)
#: A code has six digits: more guesses than these begin again with the password.
_GUESSES = 5


async def challenge(
    tx: Transaction,
    purpose: ChallengePurpose,
    person_id: UUID | None = None,
    *,
    bits: bytes | None = None,
    provider_id: UUID | None = None,
    link_id: UUID | None = None,
    within: timedelta = MINUTES,
) -> str:
    """Ask for an answer. Returns the secret for the cookie that ties it to this browser."""
    secret = secrets.token_urlsafe(32)
    tx.session.add(
        Challenge(
            id=new_id(), purpose=purpose, person_id=person_id, token_hash=link_hash(secret), bits=bits,
            provider_id=provider_id, link_id=link_id, expires_at=tx.now + within,
        )
    )  # fmt: skip
    await tx.session.flush()
    return secret


async def challenged(tx: Transaction, secret: str, *purposes: ChallengePurpose) -> Challenge:
    """What this browser was asked, locked. Raises :class:`SignInRefused` when it was answered, has lapsed, or was
    guessed at too often.
    """
    found = await tx.session.scalar(
        select(Challenge).where(Challenge.token_hash == link_hash(secret)).with_for_update(of=Challenge)
    )
    if (
        found is None
        or found.purpose not in purposes
        or found.used_at is not None
        or found.expires_at <= tx.now
        or found.failures >= _GUESSES
    ):
        raise SignInRefused
    return found
