"""What somebody sees of their own sign-in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from casework.sign_in.app_passwords import app_passwords
from casework.sign_in.authenticators import recovery_codes_left
from casework.sign_in.providers import Offered, providers_of
from casework.sign_in.sessions import IDLE
from casework.transaction import Transaction
from schema.sign_ins import AppPassword, Authenticator, Login, Passkey, Session, Token


@dataclass(frozen=True, slots=True)
class Account:
    """How they sign in, and what is open now."""

    password: bool
    authenticator: bool
    recovery_codes: int
    passkeys: Sequence[Passkey]
    sessions: Sequence[Session]
    tokens: Sequence[Token]
    app_passwords: Sequence[AppPassword]
    providers: Sequence[Offered]


async def account(tx: Transaction) -> Account:
    """Of whoever is signed in."""
    me = tx.somebody
    authenticator = await tx.session.get(Authenticator, me)
    passkeys = await tx.session.scalars(
        select(Passkey).where(Passkey.person_id == me, Passkey.removed_at.is_(None)).order_by(Passkey.id)
    )
    sessions = await tx.session.scalars(
        select(Session)
        .where(
            Session.person_id == me,
            Session.ended_at.is_(None),
            Session.expires_at > tx.now,
            Session.seen_at > tx.now - IDLE,
        )
        .order_by(Session.seen_at.desc(), Session.id)
    )
    tokens = await tx.session.scalars(
        select(Token)
        .where(Token.person_id == me, Token.revoked_at.is_(None), Token.expires_at > tx.now)
        .order_by(Token.id)
    )
    login = await tx.session.get(Login, me)
    return Account(
        login is not None and login.password_hash is not None,
        authenticator is not None and authenticator.confirmed_at is not None,
        await recovery_codes_left(tx, me) if authenticator else 0,
        list(passkeys),
        list(sessions),
        list(tokens),
        await app_passwords(tx),
        await providers_of(tx, me),
    )
