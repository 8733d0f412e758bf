"""Public pages: the address under which anybody reads a published action."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Table


class PublicStanding(StrEnum):
    """Whether anybody may read of an action now, or what is in the way."""

    SHOWN = "shown"
    DRAFT = "draft"
    #: The public is not among those it addresses.
    NOT_FOR_PUBLIC = "not_for_public"
    #: Nothing is told of it yet, not even that there is anything.
    EMBARGO = "embargo"
    #: A consent or the sign-off that it needs does not stand now, or the case is marked "no publicity".
    NOT_CLEAR = "not_clear"
    CALLED_OFF = "called_off"
    OVER = "over"


class PublicPage(Identified, Led, Table):
    """One address of one action. What it shows is made from the action when somebody reads it; nothing is kept here.

    The address holds no word of the action and no name: it is printed on paper and stays in chats. A row that ended
    stays, so that whoever has the old address is told that the page is gone, and no other action ever gets it.
    """

    __tablename__ = "public_pages"
    __table_args__ = (
        Index("public_pages_live", "action_id", unique=True, postgresql_where=text("ended_at is null")),
        Index("public_pages_of_action", "action_id"),
    )

    #: Of whoever plans the action.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    action_id: Mapped[UUID] = mapped_column(ForeignKey("advocacy_actions.id", ondelete="CASCADE"))
    #: Null: the action names no one and no case.
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    #: Ten random letters and digits: ``/p/k7rm2xq9td``.
    address: Mapped[str] = mapped_column(unique=True)
    #: BCP 47: in which language title and words are written, whatever language the page around them is read in.
    language: Mapped[str] = mapped_column(server_default=text("'en'"), default="en")
    #: Another address took its place.
    ended_at: Mapped[datetime | None]
