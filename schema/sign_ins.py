"""How people sign in: a password, server-side sessions, and personal tokens for scripts. Only hashes are kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table


class Login(Table):
    """How one person signs in, and how often they failed to."""

    __tablename__ = "logins"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    #: Keyed blind index of the lower-cased e-mail address, over the whole deployment: people sign in before we know
    #: their organization.
    email_index: Mapped[bytes] = mapped_column(unique=True)
    #: argon2id, in its own encoded form.
    password_hash: Mapped[str]
    failures: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: No try counts before this instant.
    wait_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]


class Session(Identified, Table):
    """One browser that is signed in."""

    __tablename__ = "sessions"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: SHA-256 of the 256-bit cookie value.
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    seen_at: Mapped[datetime]
    #: Ends here whatever happens (absolute limit); an idle session ends earlier.
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Token(Identified, Table):
    """A personal bearer token for scripts, made with ``presencia token create``."""

    __tablename__ = "tokens"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    used_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
