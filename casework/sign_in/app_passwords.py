"""App passwords: one for each device that shows its owner's calendars by CalDAV.

A telephone keeps what is typed into it, and sends it with every request; so it is given no password that opens
anything else. Each is made once, shown once, opens calendars to be read, and ends by itself, by one's own hand, or with
all that was open when somebody leaves or loses their password.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from casework.refusals import Invalid, NotAllowedByState, NotFound, SignInRefused
from casework.sign_in.passwords import email_index
from casework.sign_in.sessions import SEEN_EVERY, confirmed
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.organizations import Membership
from schema.people import Person
from schema.sign_ins import AppPassword, Login

#: A telephone in a drawer opens nothing any more.
UNUSED = timedelta(days=90)
#: How many devices one person has at once.
MOST_DEVICES = 20
#: Of random bits in a password: more than anybody guesses (NIST SP 800-63B §5.1.2 asks of look-up secrets 112), and
#: 28 letters, because people type it into a telephone.
_LETTERS, _GROUP = 28, 4


async def make_app_password(tx: Transaction, name: str) -> tuple[str, AppPassword]:
    """A password for one device, shown this once. Raises :class:`Invalid`, :class:`NotAllowedByState` for too many
    devices, :class:`ConfirmFirst`.
    """
    confirmed(tx)
    called = " ".join(name.split())
    if not 1 <= len(called) <= 80:
        raise Invalid("name", "Give the device a name of up to 80 characters.")
    if len(await app_passwords(tx)) >= MOST_DEVICES:
        raise NotAllowedByState(
            "You have {most} devices already. End the password of one that you use no more.", most=MOST_DEVICES
        )
    secret = _secret()
    row = AppPassword(
        id=new_id(), person_id=tx.somebody, name=called, secret_hash=link_hash(_bare(secret)), made_at=tx.now
    )
    tx.session.add(row)
    await tx.session.flush()
    tx.record("app_password.made", row, after={"person_id": row.person_id})
    return secret, row


async def rotate_app_password(tx: Transaction, app_password_id: UUID) -> tuple[str, AppPassword]:
    """Another password for the same device; the old one stops at once. Raises :class:`NotFound`,
    :class:`ConfirmFirst`.
    """
    confirmed(tx)
    row = await _own(tx, app_password_id)
    secret = _secret()
    row.secret_hash, row.made_at = link_hash(_bare(secret)), tx.now
    await tx.session.flush()
    tx.record("app_password.rotated", row, after={"person_id": row.person_id})
    return secret, row


async def revoke_app_password(tx: Transaction, app_password_id: UUID) -> None:
    """End a device's password at once. Raises :class:`NotFound`."""
    _end(tx, await _own(tx, app_password_id))


async def app_passwords(tx: Transaction) -> Sequence[AppPassword]:
    """One's own that still open anything, the newest last."""
    found = select(AppPassword).where(AppPassword.person_id == tx.somebody, *_open(tx)).order_by(AppPassword.id)
    return list(await tx.session.scalars(found))


def opens_until(row: AppPassword) -> datetime:
    """When it ends by itself, unless its device uses it before."""
    return max(row.made_at, row.used_at or row.made_at) + UNUSED


async def whose_app_password(tx: Transaction, email: str, typed: str, *, used_by: str | None) -> UUID:
    """Who signs in with this password, on one of their devices. As the system actor SIGN_IN. Raises
    :class:`SignInRefused` alike for one that never was, is over, goes with another address, or is of somebody who
    belongs nowhere any more.
    """
    row = await tx.session.scalar(
        select(AppPassword)
        .join(Login, Login.person_id == AppPassword.person_id)
        .join(Person, Person.id == AppPassword.person_id)
        .where(
            AppPassword.secret_hash == link_hash(_bare(typed)),
            *_open(tx),
            Login.email_index == email_index(tx, email),
            Login.disabled_at.is_(None),
            Person.removed_at.is_(None),
            select(Membership.id)
            .where(Membership.person_id == AppPassword.person_id, Membership.stands(tx.now))
            .exists(),
        )
    )
    if row is None:
        raise SignInRefused
    if row.used_at is None or row.used_at <= tx.now - SEEN_EVERY or row.used_by != used_by:
        row.used_at, row.used_by = tx.now, used_by
    return row.person_id


async def end_app_passwords_of_departed(tx: Transaction, *, limit: int = 200) -> int:
    """End those of people who belong nowhere any more, so that they open nothing when somebody comes back. As the
    system actor HOUSEKEEPING. Returns how many.
    """
    belongs = select(Membership.id).where(Membership.person_id == AppPassword.person_id, Membership.stands(tx.now))
    found = (
        select(AppPassword)
        .where(AppPassword.revoked_at.is_(None), ~belongs.exists())
        .order_by(AppPassword.id)
        .limit(limit)
        .with_for_update()
    )
    ended = list(await tx.session.scalars(found))
    for row in ended:
        _end(tx, row)
    return len(ended)


def _open(tx: Transaction) -> tuple[ColumnElement[bool], ...]:
    return (
        AppPassword.revoked_at.is_(None),
        func.greatest(AppPassword.made_at, AppPassword.used_at) > tx.now - UNUSED,
    )


async def _own(tx: Transaction, app_password_id: UUID) -> AppPassword:
    row = await tx.session.get(AppPassword, app_password_id, with_for_update=True)
    if row is None or row.person_id != tx.somebody or row.revoked_at is not None:
        raise NotFound
    return row


def _end(tx: Transaction, row: AppPassword) -> None:
    row.revoked_at = tx.now
    tx.record("app_password.revoked", row, after={"person_id": row.person_id})


def _secret() -> str:
    letters = base64.b32encode(secrets.token_bytes(20)).decode().lower()[:_LETTERS]
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def _bare(typed: str) -> str:
    """Without what people leave out or put in: groups, spaces, capitals."""
    return "".join(typed.split()).replace("-", "").lower()


__all__ = [
    "MOST_DEVICES",
    "UNUSED",
    "app_passwords",
    "end_app_passwords_of_departed",
    "make_app_password",
    "opens_until",
    "revoke_app_password",
    "rotate_app_password",
    "whose_app_password",
]
