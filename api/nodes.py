"""Global ids: opaque text that names a noun and a row."""

from __future__ import annotations

import base64
import binascii
from uuid import UUID

from casework.refusals import NotFound


def global_id(noun: str, row_id: UUID) -> str:
    """The id the API shows for a row."""
    return base64.urlsafe_b64encode(f"{noun}:{row_id.hex}".encode()).rstrip(b"=").decode()


def parts(text: str) -> tuple[str, UUID]:
    """The noun and row of an id. Raises :class:`NotFound` for what is none of ours."""
    try:
        noun, _, row = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().partition(":")
        return noun, UUID(hex=row)
    except (ValueError, binascii.Error):
        raise NotFound from None


def key(noun: str, text: str) -> UUID:
    """The row of an id that must be of this noun. Raises :class:`NotFound`."""
    found, row = parts(str(text))
    if found != noun:
        raise NotFound
    return row


def optional_key(noun: str, text: str | None) -> UUID | None:
    return None if text is None else key(noun, text)
