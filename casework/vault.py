"""The vault: what a dump of the database must not tell.

A sealed value is AES-256-GCM under a *data key*: one for each client, case, person, report, hold, shift or provider.
Data keys lie in the database wrapped by a *master key* that does not (:mod:`casework.master_keys`). So a dump alone
tells nothing, and erasing a person is destroying one key.

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
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casework.master_keys import KeyRing
from schema.base import Sealed, new_id

if TYPE_CHECKING:
    from schema.base import Table

_VERSION = b"\x01"
_NONCE = 12
_HEADER = 1 + 16 + _NONCE
#: The order of P-256 (FIPS 186-5).
_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


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
class DataKey:
    """An unwrapped data key. It lives in memory only."""

    id: UUID
    cipher: AESGCM = field(repr=False)


@dataclass(frozen=True, slots=True)
class PieceOf:
    """Where a piece of a file belongs. A case has a key of its own, which is bound as well: so a piece that is moved to
    another case, file or place, or a file that was cut short, does not open.
    """

    table: str
    file: UUID
    place: int
    #: How many pieces the whole file has.
    of: int

    def bound(self, key_id: bytes) -> bytes:
        where = self.place.to_bytes(4, "big") + self.of.to_bytes(4, "big")
        return _VERSION + f"{self.table}.content".encode() + self.file.bytes + key_id + where


class Vault:
    """Seals and opens. One for each process; it remembers unwrapped keys up to a bound."""

    def __init__(self, ring: KeyRing, *, remembered: int = 50_000, file: Path | None = None) -> None:
        self._ring = ring
        #: Where the ring was read, when it may change while we run.
        self._file, self._read_at = file, _changed_at(file)
        self._remembered = remembered
        #: By the sixteen bytes that a sealed value names them by.
        self._keys: dict[bytes, DataKey] = {}
        self._index_key = ring.root.derived("blind index")
        self._token_key = ring.root.derived("name tokens")
        # Across organizations, and for nothing else: lists of one firm are compared with sheets of another.
        self._conflict_key = ring.root.derived("conflict checks")
        self._link_key = ring.root.derived("link secrets")
        self._uid_key = ring.root.derived("calendar uids")
        self._return_key = ring.root.derived("letters that come back")
        self._push_key = ring.root.derived("web push")

    @classmethod
    def at(cls, file: Path, given: str = "") -> Vault:
        """The vault of a key file, or of the keys ``given`` by the environment in its place. It notices when the file's
        master key is rotated. Raises :class:`ValueError`.
        """
        return cls(KeyRing.given(given)) if given else cls(KeyRing.read(file), file=file)

    def _look_again(self) -> bool:
        """Read the key file once more if it changed. Whether it did."""
        changed = _changed_at(self._file)
        if self._file is None or changed == self._read_at:
            return False
        self._ring, self._read_at = KeyRing.read(self._file), changed
        return True

    # Data keys.

    def new_key(self) -> tuple[UUID, bytes, str]:
        """A fresh data key: its id, the key wrapped for ``vault_keys.wrapped``, and the name of what wraps it."""
        self._look_again()
        key_id, plain = new_id(), AESGCM.generate_key(256)
        self._remember(DataKey(key_id, AESGCM(plain)))
        return key_id, self._ring.current.wrap(plain, _bound_key(key_id)), self._ring.current.name

    def wrapped_anew(self, key_id: UUID, wrapped: bytes) -> tuple[bytes, str]:
        """The same data key under the newest master key, and its name. Raises :class:`VaultError`."""
        self._look_again()
        return self._ring.current.wrap(self._plain(key_id, wrapped), _bound_key(key_id)), self._ring.current.name

    def _plain(self, key_id: UUID, wrapped: bytes) -> bytes:
        for again in (True, False):
            for master in self._ring.keys:
                plain = master.unwrap(wrapped, _bound_key(key_id))
                if plain is not None:
                    return plain
            if not again or not self._look_again():
                break
        raise VaultError(f"Data key {key_id} is not wrapped by this master key.")

    def knows(self, key_id: UUID) -> bool:
        return key_id.bytes in self._keys

    def missing(self, sealed: Iterable[bytes]) -> set[UUID]:
        """The data keys of these sealed values that are not in memory."""
        return {UUID(bytes=raw[1:17]) for raw in sealed if raw[1:17] not in self._keys}

    def unwrap(self, key_id: UUID, wrapped: bytes | None) -> None:
        """Take a row of ``vault_keys`` into memory. Raises :class:`Erased` when the key was destroyed."""
        if wrapped is None:
            raise Erased(f"Data key {key_id} was destroyed.")
        self._remember(DataKey(key_id, AESGCM(self._plain(key_id, wrapped))))

    def forget(self, key_id: UUID) -> None:
        self._keys.pop(key_id.bytes, None)

    def _remember(self, key: DataKey) -> None:
        if len(self._keys) >= self._remembered:
            self._keys.pop(next(iter(self._keys)))
        self._keys[key.id.bytes] = key

    # Values.

    def seal(self, key_id: UUID, table: str, column: str, row: UUID, text: str) -> Sealed:
        """Seal a text for one column of one row. The key must be known (``Transaction.unlock`` sees to it)."""
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

    def opened_all(self, place: bytes, rows: Iterable[bytes]) -> list[bytes]:
        """:meth:`opened`, as bytes, for rows by the thousand: each is its row's id and then what is sealed."""
        before, keys, found = _VERSION + place, self._keys, []
        for one in rows:
            key_id = one[17:33]
            key = keys.get(key_id)
            if key is None:
                raise Locked(UUID(bytes=key_id))
            try:
                padded = key.cipher.decrypt(one[33:45], one[45:], before + one[:16] + key_id)
            except InvalidTag as error:
                raise VaultError(f"{place.decode()} of {UUID(bytes=one[:16])} does not open.") from error
            found.append(_unpad(padded))
        return found

    def _key(self, key_id: UUID) -> DataKey:
        try:
            return self._keys[key_id.bytes]
        except KeyError:
            raise Locked(key_id) from None

    # Files.

    def seal_piece(self, key_id: UUID, place: PieceOf, content: bytes) -> Sealed:
        """Seal one piece of a file. Bytes are not padded: how many pieces a file has tells its length anyway."""
        nonce = secrets.token_bytes(_NONCE)
        body = self._key(key_id).cipher.encrypt(nonce, content, place.bound(key_id.bytes))
        return Sealed(_VERSION + key_id.bytes + nonce + body)

    def open_piece(self, sealed: Sealed, place: PieceOf) -> bytes:
        """The piece. Raises :class:`VaultError` when it was sealed for another file, case, place or length."""
        raw = sealed.ciphertext
        key_id = key_of(sealed)
        try:
            return self._key(key_id).cipher.decrypt(raw[17:_HEADER], raw[_HEADER:], place.bound(key_id.bytes))
        except InvalidTag as error:
            raise VaultError(f"Piece {place.place} of file {place.file} does not open.") from error

    # Keyed derivations.

    def index(self, scope: str, column: str, value: str) -> bytes:
        """Blind index of a normalised value, 16 bytes, apart for each scope (an organization's id) and column."""
        return _mac(self._index_key, scope, column, value)[:16]

    def name_token(self, scope: str, token: str) -> bytes:
        """Keyed token of a name's prefix or phonetic code."""
        return _mac(self._token_key, scope, token)[:12]

    def conflict_token(self, token: str) -> bytes:
        """Keyed token of a name for conflict checks, the same in every organization of this deployment."""
        return _mac(self._conflict_key, token)[:16]

    def link_secret(self, kind: str, row: UUID, generation: int) -> str:
        """The secret of a link, 256 bits in URL-safe base64: derived, so that letters can repeat it without storing
        it.
        """
        raw = _mac(self._link_key, kind, row.hex, str(generation))
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    def return_token(self, notice: UUID) -> str:
        """By what a letter is known when something of it comes back: in small letters and digits, because mail servers
        do not keep capitals apart. Whoever did not get it from us can't make one.
        """
        raw = notice.bytes + _mac(self._return_key, notice.hex)[:10]
        return base64.b32encode(raw).rstrip(b"=").decode().lower()

    def returned(self, token: str) -> UUID | None:
        """The letter behind a token. None for one that we did not make."""
        try:
            raw = base64.b32decode(token.upper() + "=" * (-len(token) % 8))
        except ValueError:
            return None
        if len(raw) != 26:
            return None
        notice = UUID(bytes=raw[:16])
        return notice if hmac.compare_digest(raw[16:], _mac(self._return_key, notice.hex)[:10]) else None

    def push_key(self) -> ec.EllipticCurvePrivateKey:
        """With what we sign what we send to browsers (VAPID, RFC 8292 §2). Derived, so that there is no file of it, and
        the same for good: browsers know us by it.
        """
        # A number from 1 up to the order of P-256; of 256 bits nearly every one is.
        return ec.derive_private_key(1 + int.from_bytes(self._push_key) % (_P256 - 1), ec.SECP256R1())

    def uid(self, occasion_uid: UUID, disclosure_class: str) -> str:
        """A calendar UID for one occasion and one disclosure class; nobody can join two classes (CALENDAR §1.1)."""
        return str(UUID(bytes=_mac(self._uid_key, occasion_uid.hex, disclosure_class)[:16], version=4))


def _bound_key(key_id: UUID) -> bytes:
    return b"data key" + key_id.bytes


def _changed_at(file: Path | None) -> tuple[int, int] | None:
    """What differs once a file was put in place of another."""
    try:
        found = file.stat() if file else None
    except OSError:
        return None
    return (found.st_ino, found.st_mtime_ns) if found else None


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
