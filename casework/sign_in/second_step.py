"""Who is asked for a second step, where a deployment demands one (SECURITY §8).

Whoever has none yet is not shut out: they begin a session that does nothing but set one up.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, union_all

from casework.actors import Person, Standing
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.organizations import Role
from schema.sign_ins import Authenticator, Passkey

#: Counsel, and who reads every case or takes people on.
ASKED_OF = (Role.ADMIN, Role.COORDINATOR, Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE)


def owes_second_step(standing: Standing) -> bool:
    """Whether somebody who stands there signs in with two steps."""
    return bool(standing.where(*ASKED_OF))


async def first_second_step(tx: Transaction) -> None:
    """A session that began with one step sets up somebody's first second step, and no other: whoever has one takes it,
    or a thief of the password would add their own. Raises :class:`NotAllowedByState`.
    """
    if not isinstance(tx.actor, Person) or not tx.actor.limited:
        return
    if await holds_second_step(tx, tx.actor.id):
        raise NotAllowedByState("You have a second step already. Sign in with it.")


async def holds_second_step(tx: Transaction, person_id: UUID) -> bool:
    """Whether somebody has set up an authenticator or a passkey."""
    held = union_all(
        select(Authenticator.person_id).where(
            Authenticator.person_id == person_id, Authenticator.confirmed_at.is_not(None)
        ),
        select(Passkey.person_id).where(Passkey.person_id == person_id, Passkey.removed_at.is_(None)),
    )
    return await tx.session.scalar(held.limit(1)) is not None


__all__ = ["ASKED_OF", "first_second_step", "holds_second_step", "owes_second_step"]
