"""Notes on a case. What is privileged lies in a table of its own."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table


class Note(Identified, Led, Table):
    """For the legal team."""

    __tablename__ = "notes"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    body: Mapped[Sealed]


class PrivilegedNote(Identified, Led, Table):
    """Strategy: for counsel and supervised staff of the legal provider alone."""

    __tablename__ = "privileged_notes"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    body: Mapped[Sealed]
