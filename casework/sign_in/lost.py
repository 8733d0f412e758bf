"""Forgetting a second step, for somebody whose telephone and paper codes are gone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework.sign_in.authenticators import drop_authenticator
from casework.sign_in.sessions import end_all_sessions
from casework.transaction import Transaction
from schema.identity_providers import ProviderIdentity
from schema.sign_ins import Passkey


async def forget_second_step(tx: Transaction, person_id: UUID) -> None:
    """Nothing of what somebody had opens anything any more, and they are signed out everywhere. As an operator, who has
    made sure who it is.
    """
    await drop_authenticator(tx, person_id)
    passkeys = select(Passkey).where(Passkey.person_id == person_id, Passkey.removed_at.is_(None))
    for passkey in await tx.session.scalars(passkeys.with_for_update()):
        passkey.removed_at = tx.now
        tx.record("passkey.removed", passkey)
    identities = select(ProviderIdentity).where(
        ProviderIdentity.person_id == person_id, ProviderIdentity.removed_at.is_(None)
    )
    for identity in await tx.session.scalars(identities.with_for_update()):
        identity.removed_at = tx.now
        tx.record("provider_identity.removed", identity, after={"person_id": person_id})
    await end_all_sessions(tx, person_id)


__all__ = ["forget_second_step"]
