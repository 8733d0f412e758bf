"""Data keys: one for each case, client, person, report, hold, shift or provider, wrapped by a master key that is never
in the database.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from schema.base import Identified, Table


class VaultKey(Identified, Table):
    """One AES-256 data key, wrapped. Erasing a person or case is destroying its key: ``wrapped`` becomes null."""

    __tablename__ = "vault_keys"

    wrapped: Mapped[bytes | None]
    #: Which master key wraps it: the first eight bytes of its SHA-256, in hex.
    master_key: Mapped[str]
    destroyed_at: Mapped[datetime | None]
