"""Passwords: argon2id, no common one, and the same time for an address that nobody has."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import select, update
from zxcvbn import zxcvbn

from casework.refusals import Invalid
from casework.sign_in.providers import refuse_demanded
from casework.sign_in.sessions import confirmed, end_all_sessions, end_devices, end_other_sessions
from casework.transaction import Transaction
from schema.people import Person
from schema.sign_ins import Login

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 1_000
#: From this many failures on, each further one makes the next try wait longer.
_FREE_TRIES = 4
_LONGEST_WAIT = timedelta(minutes=15)
#: The highest of zxcvbn's scores (Wheeler 2016): ten thousand million guesses do not find it.
_HARD_ENOUGH = 4

# argon2id, t=2, m=19 MiB, p=1: 44 ms on two cores (SECURITY §8). Two at once, so that nobody can fill the machine.
_hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))
_at_once = asyncio.Semaphore(2)
_nobody = _hasher.hash(secrets.token_urlsafe(16))


def check(password: str, about: Sequence[str] = ()) -> None:
    """Refuse a password that is short, common, or made of what everybody knows of its owner. Asks no network: the lists
    of leaked and common passwords come with the library. Raises :class:`Invalid`.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Invalid("password", "A password has at least {least} characters.", least=SHORTEST_PASSWORD)
    known = ["presencia", *(word for text in about for word in text.replace("@", " ").replace(".", " ").split())]
    if zxcvbn(password[:72], user_inputs=known)["score"] < _HARD_ENOUGH:
        raise Invalid(
            "password",
            "This password is too easy to guess: it is like one of those that leaked elsewhere, or like your name. "
            "Four or five words that have nothing to do with each other are a good one.",
        )


async def hashed(password: str, about: Sequence[str] = ()) -> str:
    """The argon2id form of a password. Raises :class:`Invalid` for one that is too weak (:func:`check`)."""
    check(password, about)
    async with _at_once:
        return await asyncio.to_thread(_hasher.hash, password)


async def _verified(password: str, stored: str) -> bool:
    async with _at_once:
        return await asyncio.to_thread(_hasher.verify, password[:LONGEST_PASSWORD], stored)


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
    return _asked(tx, await tx.session.scalar(select(Login).where(Login.email_index == email_index(tx, email))))


async def ask_own(tx: Transaction) -> Asked:
    """The same of whoever is signed in, who proves that it is them."""
    return _asked(tx, await tx.session.get(Login, tx.somebody))


def _asked(tx: Transaction, login: Login | None) -> Asked:
    if login is None or login.disabled_at is not None:
        return Asked(None, _nobody, wait=False)
    # Whoever has no password is compared with nobody's, and never right.
    if login.password_hash is None:
        return Asked(login.person_id, _nobody, wait=True)
    return Asked(login.person_id, login.password_hash, wait=bool(login.wait_until and login.wait_until > tx.now))


async def compare(asked: Asked, password: str) -> bool:
    """Whether the password is right. Takes the same time for an address that nobody has."""
    right = await _verified(password, asked.password_hash)
    return right and asked.person_id is not None and not asked.wait


async def failed(tx: Transaction, person_id: UUID | None) -> None:
    """Count a failure; the next try waits longer."""
    login = await tx.session.get(Login, person_id, with_for_update=True) if person_id else None
    if login is None:
        return
    login.failures += 1
    if login.failures > _FREE_TRIES:
        wait = min(_LONGEST_WAIT, timedelta(seconds=2 ** (login.failures - _FREE_TRIES)))
        login.wait_until = tx.now + wait
    tx.record("sign_in_failed", login)


async def waits(tx: Transaction, person_id: UUID) -> bool:
    """Failures that came while this try's password was compared make it wait too: a hundred tries sent at once are no
    more tries than a hundred sent one after the other.
    """
    login = await tx.session.get(Login, person_id, with_for_update=True, populate_existing=True)
    return login is None or bool(login.wait_until and login.wait_until > tx.now)


async def forget_failures(tx: Transaction, person_id: UUID) -> None:
    """Somebody proved that it was them all the time."""
    await tx.session.execute(update(Login).where(Login.person_id == person_id).values(failures=0, wait_until=None))


async def change_password(tx: Transaction, password: str) -> None:
    """Another password for whoever is signed in; their other sessions end, and the passwords of their devices. Raises
    :class:`Invalid`, and :class:`ConfirmFirst` when they have not proved lately that it is them.
    """
    confirmed(tx)
    await refuse_demanded(tx, tx.somebody)
    login = await tx.session.get_one(Login, tx.somebody, with_for_update=True)
    login.password_hash = await hashed(password, await known_of(tx, tx.somebody))
    await end_other_sessions(tx)
    await end_devices(tx, tx.somebody)
    tx.record("password.changed", login)


async def give_login(tx: Transaction, person_id: UUID, email: str, password: str) -> None:
    """Let somebody sign in, or give them a new password; all their sessions end. As an operator, or by a link that was
    sent to them: whoever reads their mail has proved nothing else, so that wrong codes are not forgotten by it. Raises
    :class:`Invalid`.
    """
    found = await hashed(password, [email, *await known_of(tx, person_id)])
    login = await _login(tx, person_id, email)
    login.password_hash = found
    await end_all_sessions(tx, person_id)
    await tx.session.flush()
    tx.record("login.given", login)


async def give_login_without_password(tx: Transaction, person_id: UUID, email: str) -> None:
    """Let somebody sign in who never chose a password, because their organization's provider says who they are. What
    they chose before stays; all their sessions end. Raises :class:`Invalid`.
    """
    login = await _login(tx, person_id, email)
    await end_all_sessions(tx, person_id)
    await tx.session.flush()
    tx.record("login.given", login)


async def _login(tx: Transaction, person_id: UUID, email: str) -> Login:
    """Somebody's login under this address, made where there is none."""
    index = email_index(tx, email)
    login = await tx.session.get(Login, person_id, with_for_update=True)
    taken = await tx.session.scalar(select(Login.person_id).where(Login.email_index == index))
    if taken is not None and taken != person_id:
        raise Invalid("email", "Somebody else signs in with this address already.")
    if login is None:
        login = Login(person_id=person_id, email_index=index)
        tx.session.add(login)
    login.email_index = index
    return login


async def known_of(tx: Transaction, person_id: UUID) -> list[str]:
    """What everybody knows of somebody: their name."""
    person = await tx.session.get(Person, person_id)
    return [await tx.opened(person, "name") or ""] if person else []
