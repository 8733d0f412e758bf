"""Assignments: an attorney's scope on a case. Accepted is not engaged, and engaged is not of record."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class Scope(StrEnum):
    """What the attorney takes on."""

    ALL = "all"
    BOND_ONLY = "bond_only"
    OTHER = "other"
    #: EOIR-60/61: the person stays pro se, and the helper has no access to the record.
    DOCUMENT_HELP = "document_help"


class AssignmentState(StrEnum):
    """How far representation has come. Each state is a fact of its own; none follows from another."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    #: The engagement letter is signed.
    ENGAGED = "engaged"
    #: E-28 entered for that proceeding.
    OF_RECORD = "of_record"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


#: States in which the attorney is the client's.
STANDING = frozenset({AssignmentState.ACCEPTED, AssignmentState.ENGAGED, AssignmentState.OF_RECORD})


class Assignment(Identified, Revised, Led, Table):
    """One attorney's scope on one case: from the offer to the end."""

    __tablename__ = "assignments"
    __table_args__ = (
        Index(
            "assignments_standing",
            "case_id",
            "attorney_id",
            unique=True,
            postgresql_where=text("state IN ('offered', 'accepted', 'engaged', 'of_record')"),
        ),
        Index("assignments_of_proceeding", "proceeding_id", postgresql_where=text("proceeding_id is not null")),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    attorney_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: The organization or firm the attorney acts for.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: Null: every proceeding of the case.
    proceeding_id: Mapped[UUID | None] = mapped_column(ForeignKey("proceedings.id"))
    scope: Mapped[Scope] = mapped_column(closed(Scope))
    state: Mapped[AssignmentState] = mapped_column(closed(AssignmentState), default=AssignmentState.OFFERED)
    #: What the offer says: worth reading, and nothing that identifies.
    blurb: Mapped[str]
    #: The masked facts of the case when it was offered: languages, region, what comes next. Nothing that identifies.
    shown: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"), default=dict)
    #: The country of birth, as it was known then: sealed under the case's key, for the attorney who is asked.
    country: Mapped[Sealed | None]
    offered_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]
    engaged_at: Mapped[datetime | None]
    of_record_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ending_reason: Mapped[str | None]
