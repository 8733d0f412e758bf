"""Signing in: a password, a server-side session, personal tokens for scripts.

Only hashes are kept. An unknown address costs the same time as a wrong password, and says the same.
"""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import or_, select, update

from casework.refusals import Invalid, SignInRefused
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.organizations import Membership
from schema.people import Person
from schema.sign_ins import Login, Session, Token

#: A session ends when it was not used for this long, and in any case after the second (ASVS 5.0, 7.3).
IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
#: How long a personal token is kept when nobody says otherwise, and at most.
TOKEN_KEEPS, TOKEN_LONGEST = timedelta(days=90), timedelta(days=366)
#: How often "seen" is written down.
SEEN_EVERY = timedelta(minutes=1)
#: From this many failures on, each further one makes the next try wait longer.
_FREE_TRIES = 4
_LONGEST_WAIT = timedelta(minutes=15)
SHORTEST_PASSWORD = 12

# argon2id, t=2, m=19 MiB, p=1: 44 ms on two cores (SECURITY §8). Two at once, so that nobody can fill the machine.
_hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))
_at_once = asyncio.Semaphore(2)
_nobody = _hasher.hash(secrets.token_urlsafe(16))


async def hashed(password: str) -> str:
    """The argon2id form of a password. Raises :class:`Invalid` for one that is too short."""
    if len(password) < SHORTEST_PASSWORD or len(password) > 1_000:
        raise Invalid("password", "A password has at least {least} characters.", least=SHORTEST_PASSWORD)
    async with _at_once:
        return await asyncio.to_thread(_hasher.hash, password)


async def _verified(password: str, stored: str) -> bool:
    async with _at_once:
        return await asyncio.to_thread(_hasher.verify, password[:1_000], stored)


def email_index(tx: Transaction, email: str) -> bytes:
    """Blind index of a sign-in address, over the whole deployment."""
    return tx.vault.index("deployment", "sign_in_email", email.strip().lower())


@dataclass(frozen=True, slots=True)
class Asked:
    """A try at signing in, as the database answered it before the password was compared."""

    person_id: UUID | None
    password_hash: str
    wait: bool


async def ask(tx: Transaction, email: str) -> Asked:
    """Look a sign-in up. As the system actor SIGN_IN; the password is compared outside any transaction."""
    login = await tx.session.scalar(select(Login).where(Login.email_index == email_index(tx, email)))
    if login is None or login.disabled_at is not None:
        return Asked(None, _nobody, wait=False)
    return Asked(login.person_id, login.password_hash, wait=bool(login.wait_until and login.wait_until > tx.now))


async def compare(asked: Asked, password: str) -> bool:
    """Whether the password is right. Takes the same time for an address that nobody has."""
    right = await _verified(password, asked.password_hash)
    return right and asked.person_id is not None and not asked.wait


async def sign_in(tx: Transaction, person_id: UUID) -> str:
    """Begin a session, and forget failures. Returns the secret for the cookie."""
    await tx.session.execute(update(Login).where(Login.person_id == person_id).values(failures=0, wait_until=None))
    secret = secrets.token_urlsafe(32)
    session = Session(
        id=new_id(),
        person_id=person_id,
        token_hash=link_hash(secret),
        seen_at=tx.now,
        expires_at=tx.now + ABSOLUTE,
    )
    tx.session.add(session)
    await tx.session.flush()
    tx.record("signed_in", session, after={"person_id": person_id})
    return secret


async def failed(tx: Transaction, asked: Asked) -> None:
    """Count a failure; the next try waits longer."""
    if asked.person_id is None:
        return
    login = await tx.session.get(Login, asked.person_id, with_for_update=True)
    if login is None:
        return
    login.failures += 1
    if login.failures > _FREE_TRIES:
        wait = min(_LONGEST_WAIT, timedelta(seconds=2 ** (login.failures - _FREE_TRIES)))
        login.wait_until = tx.now + wait
    tx.record("sign_in_failed", login)


async def sign_out(tx: Transaction, secret: str) -> None:
    """End a session. One that is none ends as well."""
    session = await tx.session.scalar(select(Session).where(Session.token_hash == link_hash(secret)))
    if session is not None and session.ended_at is None:
        session.ended_at = tx.now
        tx.record("signed_out", session, after={"person_id": session.person_id})


async def create_token(tx: Transaction, email: str, name: str, *, keeps: timedelta = TOKEN_KEEPS) -> str:
    """A personal bearer token for scripts. It is shown once, and ends by itself. Raises :class:`SignInRefused` for an
    unknown address, :class:`Invalid` for a token that would be kept for no time or for more than a year.
    """
    if not timedelta() < keeps <= TOKEN_LONGEST:
        raise Invalid("days", "A token is kept from 1 to {most} days.", most=TOKEN_LONGEST.days)
    person_id = await _known(tx, email)
    secret = "presencia_" + secrets.token_urlsafe(32)
    token = Token(
        id=new_id(),
        person_id=person_id,
        name=name.strip() or "token",
        token_hash=link_hash(secret),
        expires_at=tx.now + keeps,
    )
    tx.session.add(token)
    await tx.session.flush()
    tx.record("token.created", token, after={"person_id": person_id, "expires_at": token.expires_at})
    return secret


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
        token.revoked_at = tx.now
        tx.record("token.revoked", token, after={"person_id": token.person_id})
    await tx.session.flush()
    return len(ended)


async def _known(tx: Transaction, email: str) -> UUID:
    login = await tx.session.scalar(select(Login).where(Login.email_index == email_index(tx, email)))
    if login is None:
        raise SignInRefused
    return login.person_id


async def give_login(tx: Transaction, person_id: UUID, email: str, password: str) -> None:
    """Let somebody sign in, or give them a new password; other sessions end. As an operator."""
    found = await hashed(password)
    login = await tx.session.get(Login, person_id, with_for_update=True)
    if login is None:
        login = Login(person_id=person_id, email_index=email_index(tx, email), password_hash=found)
        tx.session.add(login)
    login.password_hash, login.email_index = found, email_index(tx, email)
    login.failures, login.wait_until = 0, None
    await tx.session.execute(
        update(Session).where(Session.person_id == person_id, Session.ended_at.is_(None)).values(ended_at=tx.now)
    )
    await tx.session.flush()
    tx.record("login.given", login)


async def belongs_somewhere(tx: Transaction, person_id: UUID) -> bool:
    """Only members of an organization work here."""
    person = await tx.session.get(Person, person_id)
    if person is None or person.removed_at is not None:
        return False
    return (
        await tx.session.scalar(
            select(Membership.id)
            .where(
                Membership.person_id == person_id,
                or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
            )
            .limit(1)
        )
    ) is not None
