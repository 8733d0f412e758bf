"""Wishes: on which channels somebody wants their letters, and when nothing may ring. Pure.

What rings (a text, a chat, a browser's own) keeps out of quiet hours, from 21:00 to 8:00 by the reader's clock unless
they wish otherwise: the hours of 47 CFR 64.1200(c)(1), which binds sellers and is a good rule for everybody. Mail does
not ring, so that it never waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from casework import times
from casework.told import CHANGES, SUMMONS
from schema.notices import LetterKind
from schema.people import Channel

QUIET_FROM, QUIET_UNTIL = time(21), time(8)
#: The channels of whoever wishes for none in particular, in order.
USUAL = (Channel.EMAIL, Channel.SMS, Channel.PUSH)
#: What makes itself heard.
RINGING = frozenset({Channel.SMS, Channel.CHAT, Channel.PUSH})
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one person wishes, and where they can be reached now."""

    #: Channels on which they, or those who read for them, have an address that lives.
    live: frozenset[Channel] = frozenset()
    #: The dearest first. Empty: as usual.
    channels: tuple[Channel, ...] = ()
    #: IANA. None: the clock of whatever the letter is about.
    time_zone: str | None = None
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    #: A change may ring in quiet hours.
    wake_for_changes: bool = False

    def channels_for(self, kind: LetterKind) -> tuple[Channel, ...]:
        """Where a letter of this kind goes: a change wherever they are reached, for whoever misses it stands in the
        wrong place; anything else where they like it best.

        Whoever is reached nowhere is written to by mail all the same: preparing it finds that, and tells a human.
        """
        live = [one for one in self.channels if one in self.live] or [one for one in USUAL if one in self.live]
        if not live:
            return (Channel.EMAIL,)
        return tuple(live) if kind in CHANGES or kind in SUMMONS else (live[0],)

    def quiet(self, at: datetime, zone: str) -> tuple[datetime, datetime] | None:
        """The quiet hours in which this instant lies, from when until when; None when it may ring. ``zone`` counts for
        whoever named none.
        """
        zone = self.time_zone or zone
        if self.quiet_from == self.quiet_until:
            return None
        today = times.local_day(at, zone)
        for day in (today - timedelta(days=1), today):
            until_day = day + timedelta(days=self.quiet_until < self.quiet_from)
            begins = datetime.combine(day, self.quiet_from, tzinfo=times.zone(zone)).astimezone(UTC)
            ends = datetime.combine(until_day, self.quiet_until, tzinfo=times.zone(zone)).astimezone(UTC)
            if begins <= at < ends:
                return begins, ends
        return None


def waits_until(now: datetime, wishes: Wishes, channel: Channel, kind: LetterKind, zone: str) -> datetime | None:
    """Until when a letter that is due has to wait for its reader's quiet hours to end; None when it may go now.

    Asked again at the moment of sending. Whoever asks compares it with the instant after which the letter helps nobody:
    then it does not wait, a human is told.
    """
    # Whoever is on call chose the hours in which they are called.
    if channel not in RINGING or kind in SUMMONS or (kind in CHANGES and wishes.wake_for_changes):
        return None
    quiet = wishes.quiet(now, zone)
    return quiet[1] if quiet else None


def heard_at(
    due: Sequence[datetime],
    wishes: Wishes,
    channel: Channel,
    zone: str,
    *,
    after: datetime,
    before: datetime,
    not_before: datetime | None = None,
) -> list[datetime]:
    """When reminders due at these instants are sent on this channel: those in quiet hours in the last minute before.

    A reminder is to be known when people set out, and whether it comes in the evening or in the morning decides nothing
    (CALENDAR §4, live calls): so it comes early. Where that is too early to tell them (``not_before``), it comes when
    the quiet hours end. What is past, or not ``before`` it begins, does not come: when it comes never depends on when
    it is planned, so that planning again brings nothing twice.
    """
    found = set()
    for at in due:
        quiet = wishes.quiet(at, zone) if channel in RINGING else None
        if quiet is not None:
            early = quiet[0] - _MINUTE
            at = quiet[1] if not_before is not None and early < not_before else early
        if after < at < before and (not_before is None or at >= not_before):
            found.add(at)
    return sorted(found)


__all__ = [
    "QUIET_FROM", "QUIET_UNTIL", "RINGING", "USUAL", "Wishes", "heard_at", "waits_until",
]  # fmt: skip
