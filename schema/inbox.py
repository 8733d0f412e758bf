"""The inbox: what somebody has said of the news that concerns them. The news itself is read from the records."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table, closed


class InboxKind(StrEnum):
    """From which records an entry of the inbox is read."""

    #: A date that people were told of changed.
    CHANGE = "change"
    #: A letter of the house to them: an offer, a seat on a case, break-glass, a report of an arrest.
    LETTER = "letter"
    TASK = "task"
    #: Somebody answered an invitation of theirs, or to their action.
    ANSWER = "answer"
    #: An import that they started is over.
    IMPORT = "import"


class InboxMark(Identified, Table):
    """What one person said of one entry: read, or not before tomorrow. Without a row it is new to them."""

    __tablename__ = "inbox_marks"
    __table_args__ = (UniqueConstraint("person_id", "kind", "record_id"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[InboxKind] = mapped_column(closed(InboxKind))
    #: The record the entry is read from. No foreign key: marks go by their own clock, and name nobody.
    record_id: Mapped[UUID]
    read_at: Mapped[datetime | None]
    #: Out of sight until then.
    snoozed_until: Mapped[datetime | None]
    marked_at: Mapped[datetime]
