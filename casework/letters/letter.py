"""What a letter is made of, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.letters.segments import segments
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.occasions import Medium


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
    #: One-click unsubscribe (RFC 8058). A page with a button for whoever follows it in a browser.
    stop_url: str | None = None
    #: The page is one behind their own sign-in, and takes no answer to an invitation.
    signs_in: bool = False
    #: The page shows all their dates, and takes no answer to an invitation either.
    sees_dates: bool = False
    #: The official who is asked, and who of their office reads this for them: None where they read it themselves.
    invited: str | None = None
    through: str | None = None
    #: They said that they would come.
    coming: bool = False
    #: Whether a text message tells how to end them: on the first, and again now and then.
    says_stop: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the reader was told before."""

    starts_at: datetime
    time_zone: str
    hour_known: bool = True
    #: Where and how it was to be. Said only to whoever is told where and how it is now.
    place_name: str | None = None
    room: str | None = None
    medium: Medium | None = None

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
            place_name=before.get("place_name"),
            room=before.get("room"),
            medium=Medium(before["medium"]) if before.get("medium") else None,
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
    #: What goes by text message and chat: day, time and zone, old and new, one link, and how to answer. No name, no
    #: agency, no place, no kind of date (law 3).
    short: str = ""
    #: The same without link and without how to answer: for a notification, which leads to the page when it is touched.
    glance: str = ""
    #: The page it leads to, if there is one.
    page_url: str | None = None
    #: iCalendar bytes and their METHOD, for those who were invited.
    calendar: bytes | None = None
    method: str | None = None
    #: Letters about one occasion to one disclosure class hang together in mail programs.
    thread: str | None = None
    #: The words that need no value, in place of the letter that lacked one.
    fallback: bool = False

    @property
    def segments(self) -> int:
        """How many text messages a carrier makes of ``short``, and charges for."""
        return segments(self.short)
