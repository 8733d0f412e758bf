"""Sessions: what a browser holds once somebody has proved who they are."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update

from casework.actors import Person as Somebody
from casework.refusals import ConfirmFirst, NotFound, SignInRefused
from casework.sign_in.challenges import challenge, challenged
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.sign_ins import Authenticator, ChallengePurpose, Proof, Session

#: A session ends when it was not used for this long, and in any case after the second (ASVS 5.0, 7.3).
IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
#: How often "seen" is written down.
SEEN_EVERY = timedelta(minutes=1)
#: How long a proof counts for what can't be taken back.
CONFIRMED_FOR = timedelta(minutes=10)


async def sign_in(tx: Transaction, person_id: UUID, *, by: Proof = Proof.PASSWORD, device: str | None = None) -> str:
    """Begin a session. Returns the secret for the cookie."""
    secret = secrets.token_urlsafe(32)
    session = Session(
        id=new_id(),
        person_id=person_id,
        token_hash=link_hash(secret),
        signed_in_by=by,
        device=device,
        proved_at=tx.now,
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
    """Who is asked for a code in this browser. Raises :class:`SignInRefused` when nobody is, or it is too late."""
    asked = await challenged(tx, secret, ChallengePurpose.SECOND_STEP)
    if asked.person_id is None:
        raise SignInRefused
    return asked.person_id


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


async def prove(tx: Transaction) -> None:
    """Whoever is signed in has just proved again that it is them, in this session."""
    session = await _own(tx, tx.somebody, tx.actor.session_id if isinstance(tx.actor, Somebody) else None)
    session.proved_at = tx.now
    tx.record("proved", session)


async def end_session(tx: Transaction, session_id: UUID) -> None:
    """End one's own session elsewhere. Raises :class:`NotFound`."""
    session = await _own(tx, tx.somebody, session_id)
    session.ended_at = tx.now
    tx.record("session.ended", session)


async def end_other_sessions(tx: Transaction) -> int:
    """End all of one's own sessions but this one. Returns how many."""
    here = tx.actor.session_id if isinstance(tx.actor, Somebody) else None
    others = [Session.person_id == tx.somebody, Session.ended_at.is_(None)]
    if here is not None:
        others.append(Session.id != here)
    ended = list(await tx.session.scalars(select(Session).where(*others).with_for_update()))
    for session in ended:
        session.ended_at = tx.now
        tx.record("session.ended", session)
    return len(ended)


async def _own(tx: Transaction, person_id: UUID, session_id: UUID | None) -> Session:
    session = await tx.session.get(Session, session_id, with_for_update=True) if session_id else None
    if session is None or session.person_id != person_id or session.ended_at is not None:
        raise NotFound
    return session


async def end_all_sessions(tx: Transaction, person_id: UUID) -> None:
    """Somebody lost their place, or their password: nothing that is open stays open."""
    await tx.session.execute(
        update(Session).where(Session.person_id == person_id, Session.ended_at.is_(None)).values(ended_at=tx.now)
    )
