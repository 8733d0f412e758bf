"""Pieces: dates rendered for calendars and kept, so that a calendar that asks is given them and not made them anew.

Everything here follows from other nouns and can be made again. Nobody signed in reads any of it: the house does, for
whoever holds a calendar's address.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Sealed, Table


class CalendarPiece(Identified, Table):
    """One occasion as one kind of eyes sees it, in one language, as a calendar is given it; or, where an invitation
    makes it somebody's alone, as they see it.
    """

    __tablename__ = "calendar_pieces"
    __table_args__ = (
        Index(
            "calendar_pieces_one", "occasion_id", "level", "language", "alarms", "invitation_id",
            unique=True, postgresql_nulls_not_distinct=True,
        ),
        Index("calendar_pieces_of_invitation", "invitation_id", postgresql_where=text("invitation_id is not null")),
    )  # fmt: skip

    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id", ondelete="CASCADE"))
    #: The disclosure class it is of.
    level: Mapped[str]
    language: Mapped[str]
    alarms: Mapped[bool]
    #: Whose invitation it tells of, with what only they are told. Null: for all with these eyes.
    invitation_id: Mapped[UUID | None] = mapped_column(ForeignKey("invitations.id", ondelete="CASCADE"))
    #: The VEVENT, sealed under the key of its case, or of an action that is about no case. Null: nothing to be seen.
    event: Mapped[Sealed | None]
    #: What calendars know it by, and what its bytes are known by (a keyed digest).
    uid: Mapped[str]
    digest: Mapped[bytes]
    #: A keyed digest of what it shows, whatever its stamps say.
    shows: Mapped[bytes]
    #: As written into it: both rise when what it shows changes, whatever changed it.
    sequence: Mapped[int]
    changed_at: Mapped[datetime]
    #: IANA zone it is written in.
    time_zone: Mapped[str]
    #: Whether it holds the client's name, for the trail.
    names: Mapped[bool]
    #: Which code made it: another release may write it otherwise.
    form: Mapped[str]
    #: What was committed when it was made (``calendar_snapshot()``), and between which instants it holds if nothing it
    #: shows has changed since.
    snapshot: Mapped[str]
    made_at: Mapped[datetime]
    valid_until: Mapped[datetime | None]


class FeedContents(Table):
    """Which pieces a feed is joined from: decided as its owner, and kept until something of it changes."""

    __tablename__ = "feed_contents"
    __table_args__ = (Index("feed_contents_show", "occasions", postgresql_using="gin"),)

    feed_id: Mapped[UUID] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True)
    #: In the order of the feed: pieces, and the occasions they are of.
    pieces: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    occasions: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    #: Their digests, sixteen bytes each, in that order.
    digests: Mapped[bytes]
    #: The digests of what was served whole, and on which day that was last written into the trail. A device that looks
    #: by CalDAV changes neither: what it was shown is kept in ``synced_entries``.
    seen: Mapped[bytes] = mapped_column(server_default=text("''::bytea"), default=b"")
    seen_on: Mapped[date | None]
    #: What the whole is known by (ETag).
    version: Mapped[str]
    zones: Mapped[list[str]]
    #: Whose changes concern it: people, cases, organizations.
    scopes: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    form: Mapped[str]
    snapshot: Mapped[str]
    made_at: Mapped[datetime]
    valid_until: Mapped[datetime]


class CalendarTouch(Table):
    """A transaction changed something that calendars show of one case, person or organization. The database writes it
    (``touch_calendars``), in that transaction; what was made under an older snapshot holds no more. Added to and never
    changed, so that nobody who acts waits for anybody else.
    """

    __tablename__ = "calendar_touches"
    __table_args__ = (Index("calendar_touches_age", "at"),)

    scope: Mapped[UUID] = mapped_column(primary_key=True)
    #: The transaction (xid8).
    by: Mapped[int] = mapped_column(BigInteger(), primary_key=True, autoincrement=False)
    at: Mapped[datetime]
