"""What devices were told of a feed by CalDAV, so that each hears of what is new, what changed and what is gone."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Table


class SyncedFeed(Table):
    """One feed as a calendar collection (RFC 4791 §4.2). It holds no more than numbers: every change of an entry takes
    the next one, and a device says up to which it knows (RFC 6578 §3.2).
    """

    __tablename__ = "synced_feeds"

    feed_id: Mapped[UUID] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, server_default=text("0"), default=0)
    #: Whoever knows less than this begins anew: what was gone by then is forgotten.
    forgotten: Mapped[int] = mapped_column(BigInteger, server_default=text("0"), default=0)


class SyncedEntry(Table):
    """One entry of a feed as it was last shown: nothing of what it says."""

    __tablename__ = "synced_entries"

    feed_id: Mapped[UUID] = mapped_column(ForeignKey("synced_feeds.feed_id", ondelete="CASCADE"), primary_key=True)
    #: The UID of the calendar, which tells of nobody (CALENDAR §1.1).
    uid: Mapped[str] = mapped_column(primary_key=True)
    #: Keyed, of its bytes: a bare hash of the few things an entry can say would tell which it says.
    etag: Mapped[bytes]
    number: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[datetime]
    #: Since when it stands in the feed no more.
    gone_at: Mapped[datetime | None]
    #: On which day its owner's reading of it was last written into the trail, as it is now.
    seen_on: Mapped[date | None]
