"""How people sign in: a password, passkeys, a code from a telephone, recovery codes, and links that work once; and
what they then hold: server-side sessions, personal tokens for scripts, and a password for each device that shows their
calendars. Of secrets only hashes are kept.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Sealed, Table, closed


class Login(Table):
    """How one person signs in, and how often they failed to."""

    __tablename__ = "logins"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    #: Keyed blind index of the lower-cased e-mail address, over the whole deployment: people sign in before we know
    #: their organization.
    email_index: Mapped[bytes] = mapped_column(unique=True)
    #: argon2id, in its own encoded form. Null for whoever never chose a password and signs in at their organization.
    password_hash: Mapped[str | None]
    failures: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: No try counts before this instant.
    wait_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]


class Authenticator(Table):
    """A second step for somebody's password: codes that change every half a minute (TOTP, RFC 6238)."""

    __tablename__ = "authenticators"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    #: Base32, sealed under the person's key.
    seed: Mapped[Sealed]
    #: Null until its first code was typed back: until then nobody is asked for one.
    confirmed_at: Mapped[datetime | None]
    #: The half-minute of the last code that was taken: none is taken twice.
    last_step: Mapped[int | None] = mapped_column(BigInteger)


class RecoveryCode(Identified, Table):
    """One of ten codes, on paper, for the day the telephone is lost. Each works once."""

    __tablename__ = "recovery_codes"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: SHA-256: a code has eighty random bits.
    code_hash: Mapped[bytes]
    used_at: Mapped[datetime | None]


class Passkey(Identified, Table):
    """A key that a telephone, a computer or a stick keeps for somebody (WebAuthn level 3). Only its public half."""

    __tablename__ = "passkeys"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: What its owner calls it: "Blue telephone".
    name: Mapped[str]
    credential_id: Mapped[bytes] = mapped_column(unique=True)
    public_key: Mapped[bytes]
    #: A counter that goes back hints at a copy; many keys never count.
    sign_count: Mapped[int] = mapped_column(BigInteger, server_default=text("0"), default=0)
    used_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]


class ChallengePurpose(StrEnum):
    """What is proved by answering."""

    #: The password was right; now the code.
    SECOND_STEP = "second_step"
    #: A passkey signs in, whoever's it is.
    PASSKEY = "passkey"
    #: A new passkey is enrolled.
    NEW_PASSKEY = "new_passkey"
    #: Somebody comes back from their organization's provider: to sign in, to link it with their account, or to take up
    #: the link of a letter with it.
    PROVIDER = "provider"
    NEW_PROVIDER_IDENTITY = "new_provider_identity"
    PROVIDER_FOR_LETTER = "provider_for_letter"


class Challenge(Identified, Table):
    """Something a browser was asked to answer within minutes, once."""

    __tablename__ = "challenges"

    purpose: Mapped[ChallengePurpose] = mapped_column(closed(ChallengePurpose))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: SHA-256 of the cookie value that ties it to one browser.
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    #: The 256 random bits that a passkey signs; null for a code.
    bits: Mapped[bytes | None]
    #: Whom the browser was sent to. State, nonce and verifier are derived from the cookie and kept nowhere.
    provider_id: Mapped[UUID | None] = mapped_column(ForeignKey("identity_providers.id"))
    #: The link of a letter that is taken up there.
    link_id: Mapped[UUID | None] = mapped_column(ForeignKey("sign_in_links.id"), index=True)
    failures: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignInLinkKind(StrEnum):
    """Why somebody is sent a link."""

    #: They were taken on, and choose their first password.
    WELCOME = "welcome"
    #: They forgot it.
    RESET = "reset"


class SignInLink(Identified, Table):
    """A link by mail to choose a password. It works once, and not for long."""

    __tablename__ = "sign_in_links"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[SignInLinkKind] = mapped_column(closed(SignInLinkKind))
    #: The address it goes to, which they will sign in with; sealed under the person's key.
    email: Mapped[Sealed]
    #: The secret is derived from the master key and this row's id; only its hash is kept.
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Proof(StrEnum):
    """What somebody proved themselves with."""

    PASSWORD = "password"  # noqa: S105 -- the word, not one
    CODE = "code"
    RECOVERY_CODE = "recovery_code"
    PASSKEY = "passkey"
    LINK = "link"
    PROVIDER = "provider"


class Session(Identified, Table):
    """One browser that is signed in."""

    __tablename__ = "sessions"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: SHA-256 of the 256-bit cookie value.
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    #: What they signed in with, the last step of it.
    signed_in_by: Mapped[Proof] = mapped_column(closed(Proof))
    #: They took a second step, or a way in that stands for both: a passkey, a provider that is trusted for it.
    second_step: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Which browser it is, by family and system ("Firefox, Linux"), never the whole header.
    device: Mapped[str | None]
    #: When they last proved that it is them: what can't be taken back asks for it again.
    proved_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    #: Ends here whatever happens (absolute limit); an idle session ends earlier.
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class TokenScope(StrEnum):
    """What a personal token may do of what its owner may."""

    READ = "read"
    #: Read, and act; but nothing that asks its owner to prove themselves again.
    ACT = "act"


class Token(Identified, Table):
    """A personal bearer token for scripts."""

    __tablename__ = "tokens"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str]
    scope: Mapped[TokenScope] = mapped_column(closed(TokenScope), server_default=text("'act'"), default=TokenScope.ACT)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    used_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class AppPassword(Identified, Table):
    """A password of its own for one device that shows its owner's calendars by CalDAV: their telephone, Thunderbird.
    It opens calendars, to be read, and nothing else.
    """

    __tablename__ = "app_passwords"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: What its owner calls the device: "My iPhone".
    name: Mapped[str]
    #: SHA-256: a password has 140 random bits.
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    #: When the present one was made; a new one takes its place at once.
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    #: Which application used it, by family ("Apple", "Thunderbird" …), never the whole header.
    used_by: Mapped[str | None]
    revoked_at: Mapped[datetime | None]
