"""Saved views of the board: how somebody looks at their cases, under a name, and who of the organization has it too."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Table


class SavedView(Identified, Revised, Table):
    """A board under a name: filter, order, grouping and columns, as its address says them. Nothing of a client is in
    it: what was searched for is not kept.
    """

    __tablename__ = "saved_views"
    __table_args__ = (
        UniqueConstraint("organization_id", "id"),
        Index(
            "saved_views_named",
            "organization_id",
            "person_id",
            text("lower(name)"),
            unique=True,
            postgresql_where=text("removed_at is null"),
        ),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: Whose it is.
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str]
    #: What stands behind the question mark of the board's address.
    address: Mapped[str]
    #: Since when everybody in the organization has it.
    shared_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]


class ViewMark(Identified, Table):
    """What somebody made of a view: one of their favourites, or the one the board opens with."""

    __tablename__ = "view_marks"
    __table_args__ = (
        UniqueConstraint("view_id", "person_id"),
        ForeignKeyConstraint(
            ["organization_id", "view_id"], ["saved_views.organization_id", "saved_views.id"], ondelete="CASCADE"
        ),
        # The board opens with one.
        Index(
            "view_marks_opening",
            "organization_id",
            "person_id",
            unique=True,
            postgresql_where=text("opens_with"),
        ),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    view_id: Mapped[UUID]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    favourite: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    opens_with: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
