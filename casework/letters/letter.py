"""What a letter is made of, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schema.invitations import Audience
from schema.notices import LetterKind


class Incomplete(Exception):
    """A letter lacks a value, so it must not be sent. Names the value; never holds one."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"The letter lacks: {missing}")
        self.missing = missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom a letter is worded. Everything is theirs to know."""

    audience: Audience
    #: BCP 47 tag.
    language: str
    #: Who writes: the organization's own name.
    organization: str
    #: The page that takes their answer, their "I have seen it", and their "no more letters". GET changes nothing there.
    answer_url: str | None = None
    #: One-click unsubscribe (RFC 8058).
    stop_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the reader was told before."""

    starts_at: datetime
    time_zone: str
    hour_known: bool = True

    @classmethod
    def told(cls, before: Mapping[str, Any] | None) -> Change | None:
        """From ``notices.before``. None when it says no time."""
        if not before or not before.get("starts_at") or not before.get("time_zone"):
            return None
        starts_at = before["starts_at"]
        return cls(
            starts_at=starts_at if isinstance(starts_at, datetime) else datetime.fromisoformat(starts_at),
            time_zone=before["time_zone"],
            hour_known=before.get("hour_known", True),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The words, ready for a carrier."""

    kind: LetterKind
    #: The language it is written in, which is English when we have no words in the reader's.
    language: str
    subject: str
    text: str
    html: str
    #: iCalendar bytes and their METHOD, for those who were invited.
    calendar: bytes | None = None
    method: str | None = None
    #: Letters about one occasion to one disclosure class hang together in mail programs.
    thread: str | None = None
    #: The same in a text message, on a locked screen and in a chat: no name, no agency, no kind of hearing (law 3).
    short: str = ""
    #: The words that need no value, in place of the letter that lacked one.
    fallback: bool = False
