"""Sessions: what a browser holds once somebody has proved who they are."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select, update

from casework.actors import Person as Somebody
from casework.news import NewsKind
from casework.refusals import ConfirmFirst, NotFound, SignInRefused
from casework.sign_in.challenges import challenge, challenged
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.sign_ins import AppPassword, Authenticator, ChallengePurpose, Login, Proof, Session

#: A session ends when it was not used for this long, and in any case after the second (ASVS 5.0, 7.3).
IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
#: How often "seen" is written down.
SEEN_EVERY = timedelta(minutes=1)
#: How long a proof counts for what can't be taken back.
CONFIRMED_FOR = timedelta(minutes=10)


#: A code is asked for after another step; a passkey asks for a finger or a PIN, so that it stands for both.
_TWO_STEPS = frozenset({Proof.CODE, Proof.RECOVERY_CODE, Proof.PASSKEY})


async def sign_in(
    tx: Transaction,
    person_id: UUID,
    *,
    by: Proof = Proof.PASSWORD,
    device: str | None = None,
    second_step: bool = False,
    proved_at: datetime | None = None,
) -> str:
    """Begin a session. Returns the secret for the cookie. A provider says itself whether a ``second_step`` was taken
    there, and when they proved who they are.
    """
    secret = secrets.token_urlsafe(32)
    session = Session(
        id=new_id(),
        person_id=person_id,
        token_hash=link_hash(secret),
        signed_in_by=by,
        second_step=second_step or by in _TWO_STEPS,
        device=device,
        proved_at=proved_at or tx.now,
        seen_at=tx.now,
        expires_at=tx.now + ABSOLUTE,
    )
    tx.session.add(session)
    await tx.session.flush()
    tx.record("signed_in", session, after={"person_id": person_id, "by": by})
    return secret


async def sign_out(tx: Transaction, secret: str) -> None:
    """End a session. One that is none ends as well."""
    session = await tx.session.scalar(select(Session).where(Session.token_hash == link_hash(secret)))
    if session is not None and session.ended_at is None:
        session.ended_at = tx.now
        tx.record("signed_out", session, after={"person_id": session.person_id})


# Two steps.


async def ask_for_code(tx: Transaction, person_id: UUID) -> str | None:
    """The password was right: the secret for the cookie of the second step, or None when there is none to take."""
    found = await tx.session.get(Authenticator, person_id)
    if found is None or found.confirmed_at is None:
        return None
    return await challenge(tx, ChallengePurpose.SECOND_STEP, person_id)


async def asked_for_code(tx: Transaction, secret: str) -> UUID:
    """Who is asked for a code in this browser. Raises :class:`SignInRefused` when nobody is, it is too late, or their
    account waits: whoever knows the password begins as many sign-ins as they like, and guesses in all of them at once.
    """
    asked = await challenged(tx, secret, ChallengePurpose.SECOND_STEP)
    # Locked, so that each guess knows of those before it.
    login = await tx.session.get(Login, asked.person_id, with_for_update=True) if asked.person_id else None
    if login is None or (login.wait_until is not None and login.wait_until > tx.now):
        raise SignInRefused
    return login.person_id


async def finish_with_code(tx: Transaction, secret: str, by: Proof | None, *, device: str | None = None) -> str | None:
    """The code was right (``by`` says which kind) and the session begins; or it was not, which counts. Raises
    :class:`SignInRefused` when it is too late for either.
    """
    asked = await challenged(tx, secret, ChallengePurpose.SECOND_STEP)
    if by is None:
        asked.failures += 1
        return None
    asked.used_at = tx.now
    person_id = asked.person_id
    return await sign_in(tx, person_id, by=by, device=device) if person_id else None


# Once more.


def confirmed(tx: Transaction) -> None:
    """Whoever acts has proved within the last minutes that it is them. Raises :class:`ConfirmFirst`; always of a
    token, which proves nothing.
    """
    if not isinstance(tx.actor, Somebody):
        return
    proved_at = tx.actor.proved_at
    if proved_at is None or proved_at <= tx.now - CONFIRMED_FOR:
        raise ConfirmFirst


async def prove(tx: Transaction, *, second_step: bool = False) -> str | None:
    """Whoever is signed in has just proved again that it is them, in this session. Returns another secret for the
    cookie when it was their first ``second_step``: what a session may do never grows under the same secret.
    """
    session = await _own(tx, tx.somebody, _here(tx))
    session.proved_at = tx.now
    tx.record("proved", session)
    return _stepped_up(tx, session) if second_step and not session.second_step else None


async def second_step_is_set_up(tx: Transaction) -> str | None:
    """Somebody has set up a second step in this session, and so has taken it. Their other sessions of one step end: one
    of them may be a thief's. Returns another secret for the cookie, as :func:`prove` does.
    """
    session = await _own(tx, tx.somebody, _here(tx))
    await _end(tx, Session.id != session.id, Session.second_step.is_(False))
    return None if session.second_step else _stepped_up(tx, session)


def _stepped_up(tx: Transaction, session: Session) -> str:
    secret = secrets.token_urlsafe(32)
    session.token_hash, session.second_step = link_hash(secret), True
    tx.record("session.second_step", session)
    return secret


def _here(tx: Transaction) -> UUID | None:
    return tx.actor.session_id if isinstance(tx.actor, Somebody) else None


async def end_session(tx: Transaction, session_id: UUID) -> None:
    """End one's own session elsewhere. Raises :class:`NotFound`."""
    session = await _own(tx, tx.somebody, session_id)
    session.ended_at = tx.now
    tx.record("session.ended", session)


async def end_other_sessions(tx: Transaction) -> int:
    """End all of one's own sessions but this one. Returns how many."""
    here = _here(tx)
    return await _end(tx, *([Session.id != here] if here is not None else []))


async def _end(tx: Transaction, *which: ColumnElement[bool]) -> int:
    found = select(Session).where(Session.person_id == tx.somebody, Session.ended_at.is_(None), *which)
    ended = list(await tx.session.scalars(found.with_for_update()))
    for session in ended:
        session.ended_at = tx.now
        tx.record("session.ended", session)
    return len(ended)


async def _own(tx: Transaction, person_id: UUID, session_id: UUID | None) -> Session:
    session = await tx.session.get(Session, session_id, with_for_update=True) if session_id else None
    if session is None or session.person_id != person_id or session.ended_at is not None:
        raise NotFound
    return session


async def end_devices(tx: Transaction, person_id: UUID) -> None:
    """End the passwords of somebody's devices: whoever had their own may have made one of these."""
    await tx.session.execute(
        update(AppPassword)
        .where(AppPassword.person_id == person_id, AppPassword.revoked_at.is_(None))
        .values(revoked_at=tx.now)
    )


async def end_all_sessions(tx: Transaction, person_id: UUID) -> None:
    """Somebody lost their place, or their password: nothing that is open stays open."""
    tx.touch(NewsKind.STANDING, [person_id])
    await tx.session.execute(
        update(Session).where(Session.person_id == person_id, Session.ended_at.is_(None)).values(ended_at=tx.now)
    )
    await end_devices(tx, person_id)
