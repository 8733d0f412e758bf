"""Conflict checks: before a file opens to somebody outside, whether it stands against a client of theirs.

The *sheet* goes to one named person and says names, and nothing of the claim. An attorney's own *list* is theirs alone:
of it and of a sheet only keyed tokens are compared, and neither side ever learns which name it was.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class Comparison(StrEnum):
    """What comparing tokens found: all that either side is told."""

    NONE_FOUND = "none_found"
    POSSIBLE = "possible"


class SheetAnswer(StrEnum):
    """What a conflicts contact says of a sheet."""

    CLEAR = "clear"
    CONFLICT = "conflict"
    NEED_MORE = "need_more"


class ConflictSheet(Identified, Revised, Led, Table):
    """One check of one accepted offer: by the attorney's own list, or by their conflicts contact (ABA Model Rules 1.7,
    1.9, 1.10, 1.18(b)). What it says is in a table of its own.
    """

    __tablename__ = "conflict_sheets"
    __table_args__ = (
        Index("conflict_sheets_of", "case_id"),
        Index("conflict_sheets_contact", "contact_id"),
        Index(
            "conflict_sheets_open",
            "assignment_id",
            unique=True,
            postgresql_where=text("answer IS NULL AND closed_at IS NULL"),
        ),
        # Comparing again and again with other names would tell the list.
        Index("conflict_sheets_compared", "assignment_id", unique=True, postgresql_where=text("found IS NOT NULL")),
        Index("conflict_sheets_assignment", "assignment_id"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    assignment_id: Mapped[UUID] = mapped_column(ForeignKey("assignments.id"))
    #: The attorney who would take the case; the contact may be somebody else of their firm.
    attorney_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: The attorney's organization.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    sent_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    sent_at: Mapped[datetime]
    #: From this instant on the contact reads it no more, answered or not.
    open_until: Mapped[datetime]
    #: Null: it was not compared, but sent to the contact.
    found: Mapped[Comparison | None] = mapped_column(closed(Comparison))
    answer: Mapped[SheetAnswer | None] = mapped_column(closed(SheetAnswer))
    answered_at: Mapped[datetime | None]
    #: What the contact still needs to know, under the case's key.
    question: Mapped[Sealed | None]
    #: It came to no answer: the offer was withdrawn, or nobody answered in time.
    closed_at: Mapped[datetime | None]
    #: Since when what follows from the answer is done.
    followed_at: Mapped[datetime | None]


class ConflictSheetContents(Led, Table):
    """What a sheet says: names alone. For its contact until they answer."""

    __tablename__ = "conflict_sheet_contents"
    __table_args__ = (Index("conflict_sheet_contents_of", "case_id"),)

    #: The sheet's own.
    id: Mapped[UUID] = mapped_column(ForeignKey("conflict_sheets.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: One name a line, each list sealed under the case's key.
    names: Mapped[Sealed]
    relatives: Mapped[Sealed | None]
    employers: Mapped[Sealed | None]
    adverse_parties: Mapped[Sealed | None]


class ConflictSide(StrEnum):
    """What somebody on an attorney's own list is to them."""

    CLIENT = "client"
    FORMER_CLIENT = "former_client"
    ADVERSE = "adverse"
    RELATED = "related"


class ConflictName(Identified, Table):
    """One name of an attorney's own list. Nobody else ever reads it: no colleague, no admin, no other organization."""

    __tablename__ = "conflict_names"
    __table_args__ = (Index("conflict_names_of", "owner_id", "id"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    side: Mapped[ConflictSide] = mapped_column(closed(ConflictSide))
    #: Under the owner's own key.
    name: Mapped[Sealed]


class ConflictToken(Table):
    """A keyed token of a name on a list, under the one key of the deployment that is for this alone."""

    __tablename__ = "conflict_tokens"
    __table_args__ = (Index("conflict_tokens_of", "owner_id", "token"),)

    name_id: Mapped[UUID] = mapped_column(ForeignKey("conflict_names.id"), primary_key=True)
    token: Mapped[bytes] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
