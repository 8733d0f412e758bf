"""Notices: one letter to one person, due at one time, and how it ended."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Table, closed
from schema.invitations import Audience
from schema.people import Channel


class LetterKind(StrEnum):
    """What a letter says. A reminder may be lost; a change may not."""

    REMINDER = "reminder"
    INVITATION = "invitation"
    RESCHEDULED = "rescheduled"
    CANCELLED = "cancelled"
    #: The time stands; where or how has changed.
    PLACE_CHANGED = "place_changed"
    #: The client was moved to another place of detention: the time stands so far, the place is in doubt.
    TRANSFERRED = "transferred"
    #: The invitation is taken back, from this one person.
    WITHDRAWN = "withdrawn"
    #: The date stands as it was; what their calendar says of it does not.
    ENTRY_CHANGED = "entry_changed"
    ASSIGNMENT_OFFERED = "assignment_offered"
    ASSIGNED = "assigned"
    #: Somebody of the organization opened the case without being on its team.
    GLASS_BROKEN = "glass_broken"
    #: The link they had has stopped: here is a new one.
    LINK_RENEWED = "link_renewed"
    #: Something of their own place has changed: a seat, a ride, their answer; or thanks for having come.
    YOUR_PLACE = "your_place"
    #: A community group's report of an arrest waits for them; theirs was declined.
    REPORT_WAITING = "report_waiting"
    REPORT_DECLINED = "report_declined"
    #: A sighting in their town needs a rapid responder.
    RESPONDER_CALLED = "responder_called"
    #: A link to choose a password: for somebody who was taken on, or who forgot theirs.
    WELCOME = "welcome"
    RESET = "reset"
    #: Somebody whom a date can't do without has not said that they know of its change.
    UNANSWERED = "unanswered"
    #: What waits for a coordinator today, in numbers alone.
    DIGEST = "digest"


class NoticeState(StrEnum):
    """How far a letter is, and how it ended."""

    #: Due, or to come. Whoever has it in hand holds a lease.
    PLANNED = "planned"
    CARRIED = "carried"
    DELIVERED = "delivered"
    SKIPPED = "skipped"
    SUPERSEDED = "superseded"
    FAILED = "failed"
    #: The worker was lost before it said how it went: carried again under the same key.
    UNKNOWN = "unknown"


#: Nobody has been written to yet, as far as anybody knows.
UNSENT = (NoticeState.PLANNED, NoticeState.UNKNOWN)
#: The carrier took it.
ARRIVED = (NoticeState.CARRIED, NoticeState.DELIVERED)


class NoticeProgress(StrEnum):
    """How far a letter is, in the words of whoever asks after it: its state, and whether its hour has come."""

    TO_BE_SENT = "to_be_sent"
    #: Its hour has come: it waits for a worker, is in its hands, or is tried again.
    DUE = "due"
    SENT = "sent"
    DELIVERED = "delivered"
    #: It did not get through.
    TROUBLE = "trouble"
    #: It was not to be sent any more, and why.
    NOT_SENT = "not_sent"
    REPLACED = "replaced"


class Notice(Identified, Led, Table):
    """One letter to one person, due at one time. The row is the due work; a queue only wakes."""

    __tablename__ = "notices"
    __table_args__ = (
        # Planning twice must not write to anyone twice.
        UniqueConstraint(
            "occasion_id",
            "assignment_id",
            "sign_in_link_id",
            "person_id",
            "channel",
            "kind",
            "due_at",
            "sequence",
            postgresql_nulls_not_distinct=True,
        ),
        # The messages of one organization, and those of no case.
        Index("notices_led", "lead_organization_id", "state", "due_at", "id"),
        Index(
            "notices_of_no_case", "organization_id", "state", "due_at", "id", postgresql_where=text("case_id is null")
        ),
        Index("notices_due", "due_at", "id", postgresql_where=text("state in ('planned', 'unknown')")),
        # By which they are found when what they are about goes.
        Index("notices_of_invitation", "invitation_id", postgresql_where=text("invitation_id is not null")),
        Index("notices_of_assignment", "assignment_id", postgresql_where=text("assignment_id is not null")),
        Index("notices_of_sign_in_link", "sign_in_link_id", postgresql_where=text("sign_in_link_id is not null")),
        # Taking one under a lease changes no index and stays on its page; what was settled is soon swept from the head
        # of those that are due.
        {"postgresql_with": {"fillfactor": 50, "autovacuum_vacuum_scale_factor": 0.02}},
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    #: Found by the unique key, which begins with it.
    occasion_id: Mapped[UUID | None] = mapped_column(ForeignKey("occasions.id"))
    invitation_id: Mapped[UUID | None] = mapped_column(ForeignKey("invitations.id"))
    assignment_id: Mapped[UUID | None] = mapped_column(ForeignKey("assignments.id"))
    sign_in_link_id: Mapped[UUID | None] = mapped_column(ForeignKey("sign_in_links.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    audience: Mapped[Audience] = mapped_column(closed(Audience))
    channel: Mapped[Channel] = mapped_column(closed(Channel))
    kind: Mapped[LetterKind] = mapped_column(closed(LetterKind))
    due_at: Mapped[datetime]
    #: After this instant the letter helps nobody: a human is told instead.
    useless_after: Mapped[datetime]
    #: The occasion's sequence when this was planned. Older than the occasion's now: do not send.
    sequence: Mapped[int]
    #: What they were told before, for a letter that says what changed: starts_at, time_zone, place. Of a letter of the
    #: morning the numbers it says.
    before: Mapped[dict[str, Any] | None]
    state: Mapped[NoticeState] = mapped_column(closed(NoticeState), default=NoticeState.PLANNED)
    #: Why it was skipped, or what the carrier said: a code, never an address or a name.
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: The lease: a worker has it in hand, and until then no other takes it. In no index, on purpose.
    leased_until: Mapped[datetime | None]
    #: After a failed try: not before then.
    again_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]


class Receipt(Identified, Table):
    """What the carrier said of one try."""

    __tablename__ = "receipts"
    __table_args__ = (Index("receipts_of_carrier", "carrier_id", postgresql_where=text("carrier_id is not null")),)

    notice_id: Mapped[UUID] = mapped_column(ForeignKey("notices.id"), index=True)
    attempt: Mapped[int]
    outcome: Mapped[str]
    #: The carrier's code, with no address in it.
    said: Mapped[str | None]
    #: What the carrier itself calls the message: what it says of it later names this.
    carrier_id: Mapped[str | None]
    at: Mapped[datetime]
