"""Retractions: what left the house before a consent was taken back, and whom somebody must call about it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed
from schema.consents import ConsentAudience


class RetractionKind(StrEnum):
    """What can't be recalled."""

    #: Messages that arrived.
    MESSAGES = "messages"
    #: An action that anybody could read of.
    PUBLISHED_ACTION = "published_action"


class Retraction(Identified, Revised, Led, Table):
    """One thing that can't be recalled. Ticked off by whoever made the call."""

    __tablename__ = "retractions"
    __table_args__ = (Index("retractions_open", "case_id", postgresql_where=text("told_at is null")),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    consent_id: Mapped[UUID] = mapped_column(ForeignKey("consents.id"), index=True)
    kind: Mapped[RetractionKind] = mapped_column(closed(RetractionKind))
    audience: Mapped[ConsentAudience] = mapped_column(closed(ConsentAudience))
    #: Of messages: who has them, where that is one person by name; whoever is of a crowd is only counted.
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)
    messages: Mapped[int | None]
    action_id: Mapped[UUID | None] = mapped_column(ForeignKey("advocacy_actions.id"), index=True)
    #: Who should call.
    caller_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    told_at: Mapped[datetime | None]
    told_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: What they said to it.
    answer: Mapped[Sealed | None]
