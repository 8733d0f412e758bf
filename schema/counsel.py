"""Counsel's word on what an action says: what it said each time it was put to them, and their answers besides a yes."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table, closed
from schema.consents import NameForm


class SaidRevision(Identified, Led, Table):
    """What an action said under one ``said_revision``: kept, so that counsel sees what changed since their yes."""

    __tablename__ = "said_revisions"
    __table_args__ = (UniqueConstraint("action_id", "said_revision"),)

    action_id: Mapped[UUID] = mapped_column(ForeignKey("advocacy_actions.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    said_revision: Mapped[int]
    title: Mapped[Sealed]
    statement: Mapped[Sealed | None]
    #: Talking points and advisory, in every language that they are written in.
    further: Mapped[Sealed | None]
    name_form: Mapped[NameForm] = mapped_column(closed(NameForm))
    audiences: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    uses_photo: Mapped[bool]
    written_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class CounselSaid(StrEnum):
    """What counsel answers advocates where it is no yes."""

    NO = "no"
    THESE_WORDS_INSTEAD = "these_words_instead"


class CounselAnswer(Identified, Led, Table):
    """Counsel's answer to one exact ``said_revision``. Why is not in it: that lies in counsel's compartment."""

    __tablename__ = "counsel_answers"

    action_id: Mapped[UUID] = mapped_column(ForeignKey("advocacy_actions.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    attorney_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    said: Mapped[CounselSaid] = mapped_column(closed(CounselSaid))
    said_revision: Mapped[int]
    #: The words instead; null is "as it was".
    title: Mapped[Sealed | None]
    statement: Mapped[Sealed | None]
    discussed_on: Mapped[date | None]
    given_at: Mapped[datetime]
    #: The advocates took the words over: they are what the action says, and signed.
    taken_over_at: Mapped[datetime | None]
