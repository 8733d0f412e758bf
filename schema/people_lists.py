"""Lists of the address book: people who are asked together, under a name everybody there knows them by."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Table


class PeopleList(Identified, Revised, Table):
    """A named list: "Court watchers New Haven"."""

    __tablename__ = "people_lists"
    __table_args__ = (
        UniqueConstraint("organization_id", "id"),
        Index(
            "people_lists_named",
            "organization_id",
            text("lower(name)"),
            unique=True,
            postgresql_where=text("removed_at is null"),
        ),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    name: Mapped[str]
    removed_at: Mapped[datetime | None]


class PeopleListEntry(Identified, Table):
    """Somebody who stands on a list. To be on one keeps nobody in the address book."""

    __tablename__ = "people_list_entries"
    __table_args__ = (
        UniqueConstraint("list_id", "person_id"),
        ForeignKeyConstraint(["organization_id", "list_id"], ["people_lists.organization_id", "people_lists.id"]),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    list_id: Mapped[UUID]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
