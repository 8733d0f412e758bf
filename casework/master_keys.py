"""Master keys: what lies outside the database, and wraps every data key in it.

The key file holds one key a line, 32 bytes in base64, the newest first. The first line wraps what is made from now on.
Lines between are of rotations that are not finished. The last line is the first key there ever was: blind indexes,
links and calendar ids are derived of it and stay as long as the deployment does, because another one would break every
link in every letter and every calendar on every telephone. It need not wrap anything any more.

The environment may hold the same instead, for deployments that keep their secrets there: keys apart by spaces, the
newest first. Nobody writes there but whoever deploys: to rotate, put a new key first, then ``presencia keys rotate``.

Another keeper (an HSM, a cloud's KMS) is another class with ``name``, ``wrap`` and ``unwrap``.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

_NONCE = 12


class Keeper(Protocol):
    """Whatever wraps data keys, and unwraps those it wrapped."""

    @property
    def name(self) -> str: ...
    def wrap(self, plain: bytes, bound_to: bytes) -> bytes: ...
    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes | None: ...


@dataclass(frozen=True)
class MasterKey:
    """One key of the file."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise ValueError("A master key is 32 bytes.")

    @classmethod
    def generate(cls) -> MasterKey:
        return cls(secrets.token_bytes(32))

    @property
    def name(self) -> str:
        """What ``vault_keys.master_key`` calls it."""
        return hashlib.sha256(b"presencia master key" + self.secret).hexdigest()[:16]

    def derived(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose (HKDF, RFC 5869)."""
        return HKDFExpand(SHA256(), 32, b"presencia/" + purpose.encode()).derive(self.secret)

    def wrap(self, plain: bytes, bound_to: bytes) -> bytes:
        """A data key under this one, bound to where it lies."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + _wrapping(self).encrypt(nonce, plain, bound_to)

    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes | None:
        """The data key, or None when another one wrapped it."""
        try:
            return _wrapping(self).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], bound_to)
        except InvalidTag:
            return None


@cache
def _wrapping(key: MasterKey) -> AESGCM:
    return AESGCM(key.derived("wrap"))


@dataclass(frozen=True)
class KeyRing:
    """The keys of a file, the newest first."""

    keys: tuple[MasterKey, ...]

    @classmethod
    def read(cls, path: Path) -> KeyRing:
        """Read a key file. Raises :class:`ValueError` with a sentence when it is no such file."""
        try:
            return cls._of(path.read_text())
        except (OSError, ValueError) as error:
            raise ValueError(f"{path} does not hold a master key (32 bytes in base64): {error}.") from error

    @classmethod
    def given(cls, text: str) -> KeyRing:
        """The keys of an environment variable. Raises :class:`ValueError` with a sentence that says nothing of it."""
        try:
            return cls._of(text)
        except ValueError:
            raise ValueError("PRESENCIA_MASTER_KEY does not hold a master key (32 bytes in base64).") from None

    @classmethod
    def _of(cls, text: str) -> KeyRing:
        lines = text.split()
        if not lines:
            raise ValueError("it is empty")
        return cls(tuple(MasterKey(base64.b64decode(line, validate=True)) for line in lines))

    @classmethod
    def generate(cls) -> KeyRing:
        return cls((MasterKey.generate(),))

    @property
    def current(self) -> MasterKey:
        return self.keys[0]

    @property
    def root(self) -> MasterKey:
        """Of which indexes, links and calendar ids are derived."""
        return self.keys[-1]

    def write(self, path: Path) -> None:
        """Write a new key file that only its owner may read. Never overwrites one."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.writelines(base64.b64encode(key.secret).decode() + "\n" for key in self.keys)
            file.flush()
            os.fsync(file.fileno())

    def replace(self, path: Path) -> None:
        """Put this in place of a key file, all at once: whoever reads meanwhile reads the old one or the new."""
        beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        self.write(beside)
        beside.replace(path)
