"""Wordings: what an action says beside its statement, in each language: talking points, and the advisory to the press.

They are part of what counsel signs off.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class WordingKind(StrEnum):
    """For whom it is written: those who speak, or the newsrooms."""

    TALKING_POINTS = "talking_points"
    MEDIA_ADVISORY = "media_advisory"


class Wording(Identified, Revised, Led, Table):
    """One text of one action in one language. Null: it was taken back."""

    __tablename__ = "wordings"
    __table_args__ = (UniqueConstraint("action_id", "kind", "language"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    action_id: Mapped[UUID] = mapped_column(ForeignKey("advocacy_actions.id"))
    kind: Mapped[WordingKind] = mapped_column(closed(WordingKind))
    language: Mapped[str]
    #: Under the action's key.
    body: Mapped[Sealed | None]
