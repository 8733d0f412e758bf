"""Changes: what became of a date after people were told of it, and who has said that they know.

A hearing is moved earlier. Everyone who was told the old time is told the new one, and each of them has one row here:
the attorney, whom it can't do without, owes a word by an hour; a supporter owes none, and is counted. Who has not
answered by then is somebody's to call, by name.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table, closed
from schema.invitations import Audience


class ChangeKind(StrEnum):
    """What changed. One word for each change, the gravest first."""

    CANCELLED = "cancelled"
    MOVED_EARLIER = "moved_earlier"
    MOVED = "moved"
    #: The time stands; they would go to the wrong place.
    PLACE_CHANGED = "place_changed"
    #: The time stands; how one takes part has changed, or the link.
    MEDIUM_CHANGED = "medium_changed"
    #: The client was moved to another place of detention: the date stands so far, and the place is in doubt.
    TRANSFERRED = "transferred"
    #: Taken back from some of those who were asked: a consent ended, or somebody took an invitation back.
    WITHDRAWN = "withdrawn"


class HowAcknowledged(StrEnum):
    """How somebody said that they know of a change."""

    #: The button behind the letter's link.
    PAGE = "page"
    #: What their calendar answered to the letter.
    CALENDAR = "calendar"
    #: A "1" in answer to a text message.
    TEXT = "text"
    #: Signed in, on the page of the case or action.
    APP = "app"
    #: Somebody of staff called them, and reached them.
    CALLED = "called"


class HowEnded(StrEnum):
    """How else a word stopped being owed."""

    #: A later change came, for which they owe one of its own.
    SUPERSEDED = "superseded"
    #: It does not concern them any more.
    NO_LONGER_THEIRS = "no_longer_theirs"
    #: Somebody else comes in their place.
    REPLACED = "replaced"
    #: It began, and they had not answered.
    OVER = "over"


class CallOutcome(StrEnum):
    """What came of calling them."""

    REACHED = "reached"
    LEFT_MESSAGE = "left_message"
    NOT_REACHED = "not_reached"
    #: Somebody else's number: nothing is written to it any more.
    WRONG_NUMBER = "wrong_number"


class Rung(StrEnum):
    """Who is called about somebody who has not answered, one after the other."""

    ON_DUTY = "on_duty"
    DEPUTY = "deputy"
    ADMIN = "admin"


class Change(Identified, Led, Table):
    """One change of an occasion that people had to be told."""

    __tablename__ = "changes"
    __table_args__ = (Index("changes_of_occasion", "occasion_id", "at"), Index("changes_latest", "at"))

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: Null for an action that names no case.
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"))
    kind: Mapped[ChangeKind] = mapped_column(closed(ChangeKind))
    #: The occasion's sequence after it. Of what was taken back, the one that stands.
    sequence: Mapped[int]
    at: Mapped[datetime]
    #: Whoever made it. Null: the house.
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: What it was before: starts_at, time_zone, hour_known, place_name. Open facts only.
    before: Mapped[dict[str, Any]]


class Acknowledgement(Identified, Led, Table):
    """One person who was told of one change, and what they said to it. Owed where ``due_by`` says by when."""

    __tablename__ = "acknowledgements"
    __table_args__ = (
        UniqueConstraint("change_id", "person_id"),
        Index("acknowledgements_of_person", "person_id"),
        Index("acknowledgements_of_occasion", "occasion_id", "sequence"),
        Index("acknowledgements_of_invitation", "invitation_id", postgresql_where=text("invitation_id is not null")),
        # What the clocks look at, and what pages put at their top.
        Index(
            "acknowledgements_owed",
            "next_call_at",
            postgresql_where=text("due_by is not null and acknowledged_at is null and ended_at is null"),
        ),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    change_id: Mapped[UUID] = mapped_column(ForeignKey("changes.id"))
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"))
    #: Of the change. A word on an older one does not count for it.
    sequence: Mapped[int]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    audience: Mapped[Audience] = mapped_column(closed(Audience))
    invitation_id: Mapped[UUID | None] = mapped_column(ForeignKey("invitations.id"))
    #: When they were told, from when the clock runs.
    owed_since: Mapped[datetime]
    #: By when they owe a word. Null: the occasion does without, and they are counted.
    due_by: Mapped[datetime | None]
    #: When somebody is called about them next. Null: nobody is left to be called, or nothing is owed.
    next_call_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    how: Mapped[HowAcknowledged | None] = mapped_column(closed(HowAcknowledged))
    #: What came of calling them last, and who called.
    call_outcome: Mapped[CallOutcome | None] = mapped_column(closed(CallOutcome))
    called_at: Mapped[datetime | None]
    called_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    ended_at: Mapped[datetime | None]
    ended_how: Mapped[HowEnded | None] = mapped_column(closed(HowEnded))
    #: Who comes in their place.
    replaced_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))

    @property
    def owed(self) -> bool:
        """The date can't do without a word of theirs, and they have not given it."""
        return self.due_by is not None and self.acknowledged_at is None and self.ended_at is None


class Escalation(Identified, Table):
    """Somebody was called by name about one person who has not answered."""

    __tablename__ = "escalations"
    __table_args__ = (UniqueConstraint("acknowledgement_id", "rung"),)

    acknowledgement_id: Mapped[UUID] = mapped_column(ForeignKey("acknowledgements.id"))
    rung: Mapped[Rung] = mapped_column(closed(Rung))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: By what name they went then, under their own key: the ledger names whom it called, whatever they are named since.
    called: Mapped[Sealed | None]
    at: Mapped[datetime]
    #: The letter to them did not arrive: nobody waited for the hour.
    undelivered: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
