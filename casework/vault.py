"""The vault: what a dump of the database must not tell.

A sealed value is AES-256-GCM under a *data key*: one for each client, case or person. Data keys lie in the database
wrapped by a *master key* that does not. So a dump alone tells nothing, and erasing a person is destroying one key.

Layout of a sealed value (SECURITY §5)::

    1 byte   version, 0x01
    16 bytes id of the data key
    12 bytes nonce, random
    rest     ciphertext and tag; associated data binds version, table, column, row and key

A ciphertext that is moved to another row, column or key does not open. Plain texts are padded to steps of 32 bytes
(64 beyond 256), because lengths tell names apart.

Equality is asked through blind indexes and keyed name tokens: HMAC-SHA-256 under keys derived from the master key, so
that an unkeyed hash of all 10⁹ A-numbers is no way in. Secrets of links are derived the same way.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from schema.base import Sealed, new_id

if TYPE_CHECKING:
    from schema.base import Table

_VERSION = b"\x01"
_NONCE = 12
_HEADER = 1 + 16 + _NONCE


class VaultError(Exception):
    """A sealed value could not be opened: wrong key, moved ciphertext, or an erased record. A bug or an attack."""


class Locked(VaultError):
    """The data key is not in memory: it must be fetched first."""

    def __init__(self, key_id: UUID) -> None:
        super().__init__(f"Data key {key_id} was not fetched before use.")
        self.key_id = key_id


class Erased(VaultError):
    """The data key was destroyed on purpose; what it sealed is gone."""


@dataclass(frozen=True)
class MasterKey:
    """The key outside the database, and everything derived from it."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise ValueError("A master key is 32 bytes.")

    @classmethod
    def generate(cls) -> MasterKey:
        return cls(secrets.token_bytes(32))

    @classmethod
    def read(cls, path: Path) -> MasterKey:
        """Read a key file: 32 bytes in base64. Raises :class:`ValueError` with a sentence when it is no such file."""
        try:
            return cls(base64.b64decode(path.read_text().strip(), validate=True))
        except (OSError, ValueError) as error:
            raise ValueError(f"{path} does not hold a master key (32 bytes in base64): {error}.") from error

    def write(self, path: Path) -> None:
        """Write a new key file that only its owner may read. Never overwrites one."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(base64.b64encode(self.secret).decode() + "\n")

    @property
    def name(self) -> str:
        """What ``vault_keys.master_key`` calls it."""
        return hashlib.sha256(b"presencia master key" + self.secret).hexdigest()[:16]

    def derived(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose (HKDF, RFC 5869)."""
        return HKDFExpand(SHA256(), 32, b"presencia/" + purpose.encode()).derive(self.secret)


@dataclass(frozen=True)
class DataKey:
    """An unwrapped data key. It lives in memory only."""

    id: UUID
    cipher: AESGCM = field(repr=False)


class Vault:
    """Seals and opens. One for each process; it remembers unwrapped keys up to a bound."""

    def __init__(self, master: MasterKey, *, remembered: int = 50_000) -> None:
        self._master = master
        self._wrapping = AESGCM(master.derived("wrap"))
        self._remembered = remembered
        #: By the sixteen bytes that a sealed value names them by.
        self._keys: dict[bytes, DataKey] = {}
        self._index_key = master.derived("blind index")
        self._token_key = master.derived("name tokens")
        self._link_key = master.derived("link secrets")
        self._uid_key = master.derived("calendar uids")

    # Data keys.

    @property
    def master_key_name(self) -> str:
        return self._master.name

    def new_key(self) -> tuple[UUID, bytes]:
        """A fresh data key: its id, and the key wrapped for ``vault_keys.wrapped``."""
        key_id, plain = new_id(), AESGCM.generate_key(256)
        nonce = secrets.token_bytes(_NONCE)
        wrapped = nonce + self._wrapping.encrypt(nonce, plain, b"data key" + key_id.bytes)
        self._remember(DataKey(key_id, AESGCM(plain)))
        return key_id, wrapped

    def knows(self, key_id: UUID) -> bool:
        return key_id.bytes in self._keys

    def missing(self, sealed: Iterable[bytes]) -> set[UUID]:
        """The data keys of these sealed values that are not in memory."""
        return {UUID(bytes=raw[1:17]) for raw in sealed if raw[1:17] not in self._keys}

    def unwrap(self, key_id: UUID, wrapped: bytes | None) -> None:
        """Take a row of ``vault_keys`` into memory. Raises :class:`Erased` when the key was destroyed."""
        if wrapped is None:
            raise Erased(f"Data key {key_id} was destroyed.")
        try:
            plain = self._wrapping.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], b"data key" + key_id.bytes)
        except InvalidTag as error:
            raise VaultError(f"Data key {key_id} is not wrapped by this master key.") from error
        self._remember(DataKey(key_id, AESGCM(plain)))

    def forget(self, key_id: UUID) -> None:
        self._keys.pop(key_id.bytes, None)

    def _remember(self, key: DataKey) -> None:
        if len(self._keys) >= self._remembered:
            self._keys.pop(next(iter(self._keys)))
        self._keys[key.id.bytes] = key

    # Values.

    def seal(self, key_id: UUID, table: str, column: str, row: UUID, text: str) -> Sealed:
        """Seal a text for one column of one row. The key must be known (``Transaction.keys`` sees to it)."""
        nonce = secrets.token_bytes(_NONCE)
        cipher = self._key(key_id).cipher
        body = cipher.encrypt(nonce, _pad(text.encode()), _bound_to(table, column, row, key_id))
        return Sealed(_VERSION + key_id.bytes + nonce + body)

    def open(self, sealed: Sealed, table: str, column: str, row: UUID) -> str:
        """The text. Raises :class:`VaultError` when it was sealed for another place or key."""
        return self.opened(sealed.ciphertext, f"{table}.{column}".encode(), row.bytes)

    def opened(self, raw: bytes, place: bytes, row: bytes) -> str:
        """:meth:`open`, for a great many values as the database says them: ``table.column``, and the row's bytes."""
        if raw[:1] != _VERSION or len(raw) < _HEADER + 16:
            raise VaultError("Not a sealed value.")
        key_id = raw[1:17]
        key = self._keys.get(key_id)
        if key is None:
            raise Locked(UUID(bytes=key_id))
        try:
            padded = key.cipher.decrypt(raw[17:_HEADER], raw[_HEADER:], _VERSION + place + row + key_id)
        except InvalidTag as error:
            raise VaultError(f"{place.decode()} of {UUID(bytes=row)} does not open.") from error
        return _unpad(padded).decode()

    def _key(self, key_id: UUID) -> DataKey:
        try:
            return self._keys[key_id.bytes]
        except KeyError:
            raise Locked(key_id) from None

    # Keyed derivations.

    def index(self, scope: str, column: str, value: str) -> bytes:
        """Blind index of a normalised value, 16 bytes, apart for each scope (an organization's id) and column."""
        return _mac(self._index_key, scope, column, value)[:16]

    def name_token(self, scope: str, token: str) -> bytes:
        """Keyed token of a name's prefix or phonetic code."""
        return _mac(self._token_key, scope, token)[:12]

    def link_secret(self, kind: str, row: UUID, generation: int) -> str:
        """The secret of a link, 256 bits in URL-safe base64: derived, so that letters can repeat it without storing
        it.
        """
        raw = _mac(self._link_key, kind, row.hex, str(generation))
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    def uid(self, occasion_uid: UUID, disclosure_class: str) -> str:
        """A calendar UID for one occasion and one disclosure class; nobody can join two classes (CALENDAR §1.1)."""
        return str(UUID(bytes=_mac(self._uid_key, occasion_uid.hex, disclosure_class)[:16], version=4))


def key_of(sealed: Sealed) -> UUID:
    """Which data key a sealed value needs."""
    raw = sealed.ciphertext
    if raw[:1] != _VERSION or len(raw) < _HEADER + 16:
        raise VaultError("Not a sealed value.")
    return UUID(bytes=raw[1:17])


def link_hash(secret: str) -> bytes:
    """What is stored of a link's or session's secret. 256 random bits need no salt."""
    return hashlib.sha256(secret.encode()).digest()


def _mac(key: bytes, *parts: str) -> bytes:
    # Lengths first, so that ("ab", "c") and ("a", "bc") differ.
    joined = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
    return hmac.new(key, joined, hashlib.sha256).digest()


def _bound_to(table: str, column: str, row: UUID, key_id: UUID) -> bytes:
    return _VERSION + f"{table}.{column}".encode() + row.bytes + key_id.bytes


def _pad(plain: bytes) -> bytes:
    step = 32 if len(plain) < 256 else 64
    size = -(-(len(plain) + 4) // step) * step
    return len(plain).to_bytes(4, "big") + plain.ljust(size - 4, b"\0")


def _unpad(padded: bytes) -> bytes:
    return padded[4 : 4 + int.from_bytes(padded[:4], "big")]


def table_name(row: Table) -> str:
    """The table a row lies in, as the associated data names it."""
    name: str = row.__tablename__
    return name
