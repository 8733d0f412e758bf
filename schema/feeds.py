"""Feeds: secret calendar addresses, each for one person and one filter."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Table, closed
from schema.invitations import Audience


class FeedFilter(StrEnum):
    """Which of the dates its owner may see it shows."""

    MY_CASES = "my_cases"
    ONE_CASE = "one_case"
    ONE_COURT = "one_court"
    #: Every case that one's own organization leads or has somebody on the team of: for associates, paralegals and
    #: whoever keeps the docket.
    TEAM = "team"
    #: What one was invited to, for people without an account.
    INVITED = "invited"
    PUBLIC_ACTIONS = "public_actions"


class Feed(Identified, Revised, Table):
    """One secret calendar address. Only the hash of its secret is kept."""

    __tablename__ = "feeds"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    audience: Mapped[Audience] = mapped_column(closed(Audience))
    filter: Mapped[FeedFilter] = mapped_column(closed(FeedFilter))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    court_id: Mapped[UUID | None] = mapped_column(ForeignKey("courts.id"))
    name: Mapped[str]
    #: A CSS colour name (RFC 7986 §5.9).
    color: Mapped[str] = mapped_column(server_default=text("'steelblue'"), default="steelblue")
    language: Mapped[str] = mapped_column(server_default=text("'en'"), default="en")
    alarms: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    generation: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    revoked_at: Mapped[datetime | None]
    #: When its rules last changed (made, rotated, renamed): a floor for Last-Modified.
    changed_at: Mapped[datetime]
    fetched_at: Mapped[datetime | None]
    #: Which calendar application fetched it, by family ("Google", "Apple" …), never the whole header.
    fetched_by: Mapped[str | None]
    #: Version served (ETag without quotes) and since when those bytes stand.
    version: Mapped[str | None]
    version_since: Mapped[datetime | None]
