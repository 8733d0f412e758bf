"""What came back to us, by text or from a calendar: one row for each message and each person it came from."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table, closed
from schema.people import Channel


class InboundWord(StrEnum):
    """What we understood."""

    #: No more of these (47 CFR 64.1200(a)(10)).
    STOP = "stop"
    #: No more of anything, on any channel.
    STOP_EVERYTHING = "stop_everything"
    #: They may come again.
    START = "start"
    #: Who writes, and whom to call?
    HELP = "help"
    #: "1": I have seen the change.
    SEEN = "seen"
    #: "2": I can't come, call me.
    CALL_ME = "call_me"
    #: A calendar's answers to an invitation.
    COMING = "coming"
    MAYBE = "maybe"
    NOT_COMING = "not_coming"
    #: It names somebody who comes in their place, or proposes another time.
    SOMEBODY_ELSE = "somebody_else"
    OTHER_TIME = "other_time"
    #: Something that a human must read.
    OTHER = "other"


class InboundMessage(Identified, Table):
    """A message that came in. The carrier's own id makes it one message, however often it is told of.

    Its words are not here: what a human must read stands in the task that asks them to, sealed as that is.
    """

    __tablename__ = "inbound_messages"
    __table_args__ = (UniqueConstraint("carrier_id", "person_id"),)

    #: Whose address book the person stands in.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    channel: Mapped[Channel] = mapped_column(closed(Channel))
    #: What the carrier calls it; of a calendar's answer, a hash of what it says.
    carrier_id: Mapped[str]
    at: Mapped[datetime]
    word: Mapped[InboundWord] = mapped_column(closed(InboundWord))
