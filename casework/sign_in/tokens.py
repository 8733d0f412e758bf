"""Personal tokens, for scripts: made once, shown once, and ended by themselves."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from casework.refusals import Invalid, NotFound, SignInRefused
from casework.sign_in.passwords import email_index
from casework.sign_in.sessions import confirmed
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.sign_ins import Login, Token, TokenScope

#: How long a personal token is kept when nobody says otherwise, and at most.
TOKEN_KEEPS, TOKEN_LONGEST = timedelta(days=90), timedelta(days=366)


async def create_token(
    tx: Transaction,
    email: str,
    name: str,
    *,
    keeps: timedelta = TOKEN_KEEPS,
    scope: TokenScope = TokenScope.ACT,
) -> str:
    """A personal bearer token for somebody's scripts, as an operator. Raises :class:`SignInRefused` for an unknown
    address, :class:`Invalid` for a token that would be kept for no time or for more than a year.
    """
    return (await _made(tx, await _known(tx, email), name, keeps, scope))[0]


async def own_token(tx: Transaction, name: str, *, keeps: timedelta, scope: TokenScope) -> tuple[str, Token]:
    """A token for one's own scripts. It is shown this once. Raises :class:`Invalid` or :class:`ConfirmFirst`."""
    confirmed(tx)
    return await _made(tx, tx.somebody, name, keeps, scope)


async def _made(tx: Transaction, person_id: UUID, name: str, keeps: timedelta, scope: TokenScope) -> tuple[str, Token]:
    if not timedelta() < keeps <= TOKEN_LONGEST:
        raise Invalid("days", "A token is kept from 1 to {most} days.", most=TOKEN_LONGEST.days)
    called = " ".join(name.split()) or "token"
    if len(called) > 80:
        raise Invalid("name", "The name is too long.")
    secret = "presencia_" + secrets.token_urlsafe(32)
    token = Token(
        id=new_id(),
        person_id=person_id,
        name=called,
        scope=scope,
        token_hash=link_hash(secret),
        expires_at=tx.now + keeps,
    )
    tx.session.add(token)
    await tx.session.flush()
    tx.record("token.created", token, after={"person_id": person_id, "scope": scope, "expires_at": token.expires_at})
    return secret, token


async def tokens_of(tx: Transaction, email: str) -> list[Token]:
    """The tokens of somebody that still open anything, the newest last. Raises :class:`SignInRefused`."""
    found = await tx.session.scalars(
        select(Token)
        .where(Token.person_id == await _known(tx, email), Token.revoked_at.is_(None), Token.expires_at > tx.now)
        .order_by(Token.id)
    )
    return list(found)


async def revoke_tokens(tx: Transaction, email: str, name: str) -> int:
    """End somebody's tokens of this name at once. Returns how many. Raises :class:`SignInRefused`."""
    ended = [token for token in await tokens_of(tx, email) if token.name == name]
    for token in ended:
        _end(tx, token)
    await tx.session.flush()
    return len(ended)


async def revoke_token(tx: Transaction, token_id: UUID) -> None:
    """End one of one's own tokens at once. Raises :class:`NotFound`."""
    token = await tx.session.get(Token, token_id, with_for_update=True)
    if token is None or token.person_id != tx.somebody or token.revoked_at is not None:
        raise NotFound
    _end(tx, token)


def _end(tx: Transaction, token: Token) -> None:
    token.revoked_at = tx.now
    tx.record("token.revoked", token, after={"person_id": token.person_id})


async def _known(tx: Transaction, email: str) -> UUID:
    login = await tx.session.scalar(select(Login).where(Login.email_index == email_index(tx, email)))
    if login is None:
        raise SignInRefused
    return login.person_id
