"""Invitations: one person asked to one occasion, and what they answered."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class Audience(StrEnum):
    """Through whose eyes an occasion is shown (the columns of DOMAIN §3.3)."""

    COORDINATOR = "coordinator"
    ATTORNEY = "attorney"
    POOL_ATTORNEY = "pool_attorney"
    ADVOCATE = "advocate"
    OFFICIAL = "official"
    SUPPORTER = "supporter"
    FAMILY_CONTACT = "family_contact"
    DATE_CHECKER = "date_checker"
    CLIENT = "client"
    PRESS = "press"
    PUBLIC = "public"
    #: Who is to testify, or takes the person in: slot, court and place, and nothing of the client.
    WITNESS = "witness"
    SPONSOR = "sponsor"
    #: Somebody whom the client agreed to have beside them at one date, by name.
    ACCOMPANIER = "accompanier"


#: Eyes of the legal team: they see an occasion whole.
LEGAL_EYES = frozenset({Audience.COORDINATOR, Audience.ATTORNEY})
#: Eyes of people who never sign in. Their calendars are made by others, who know the address, so that these show
#: invitations and nothing else, whatever else their owner may see.
WITHOUT_ACCOUNT = frozenset(
    {
        Audience.OFFICIAL, Audience.SUPPORTER, Audience.FAMILY_CONTACT, Audience.PRESS, Audience.WITNESS,
        Audience.SPONSOR,
    }
)  # fmt: skip


class InvitationState(StrEnum):
    """What they answered, or that it was taken back."""

    ASKED = "asked"
    COMING = "coming"
    MAYBE = "maybe"
    NOT_COMING = "not_coming"
    WITHDRAWN = "withdrawn"


class SeatState(StrEnum):
    """How far somebody who comes is with a seat. Signed up is not booked."""

    LISTED = "listed"
    #: A seat became free for them: theirs if they say so in time.
    HELD = "held"
    BOOKED = "booked"


class Invitation(Identified, Revised, Led, Table):
    """One person asked to one occasion, through one pair of eyes."""

    __tablename__ = "invitations"
    __table_args__ = (
        Index(
            "invitations_live", "occasion_id", "person_id", unique=True, postgresql_where=text("state <> 'withdrawn'")
        ),
        Index("invitations_answered", "invited_by_id", "answered_at", postgresql_where=text("answered_at is not null")),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    audience: Mapped[Audience] = mapped_column(closed(Audience))
    state: Mapped[InvitationState] = mapped_column(closed(InvitationState), default=InvitationState.ASKED)
    #: What an official's calendar says in place of a name: "Court visit 3F2".
    token: Mapped[str]
    #: The answer page's secret is derived from the master key, this row's id and ``generation``; only its hash is kept.
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    generation: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    invited_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]
    #: How many come, the invited person included.
    party_size: Mapped[int | None]
    #: A seat is booked for them, not only asked for.
    booked: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Since when they wait for a seat: the order of the list.
    listed_at: Mapped[datetime | None]
    #: Until when a seat that became free is held for them.
    held_until: Mapped[datetime | None]
    #: The court knows them by name and lets them in, or onto the call.
    cleared_at: Mapped[datetime | None]
    #: How many came with this invitation, counted at the door, and when somebody last said so.
    came: Mapped[int | None]
    came_at: Mapped[datetime | None]
    #: What they need to take part, in their own words. Under their own key.
    needs: Mapped[Sealed | None]
    #: The occasion's sequence that they said they know of.
    acknowledged_sequence: Mapped[int | None]
    withdrawn_at: Mapped[datetime | None]
    #: When they said that they do not come, until they say otherwise: asked anew after it was taken back, they have
    #: still said no.
    declined_at: Mapped[datetime | None]
    #: How far the SEQUENCE of their calendar's entry is above the occasion's. Rises with every message about this one
    #: invitation alone, is kept when they are asked anew, and never falls (RFC 5546 §2.1.4).
    sequence_ahead: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: The SEQUENCE with which they were last asked to a date: what a calendar answers to an earlier one is no answer to
    #: this one.
    asked_sequence: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: The last day (UTC) on which its page was opened, by whoever has the link, a mail scanner too. A day is enough to
    #: see that a link lives on in other hands; the hour would tell when somebody reads their mail.
    opened_on: Mapped[date | None]

    def seat(self, now: datetime) -> SeatState | None:
        """Their seat at this instant. None: none was asked for, or there is room for everybody."""
        if self.booked:
            return SeatState.BOOKED
        if self.held_until is not None and self.held_until > now:
            return SeatState.HELD
        return SeatState.LISTED if self.listed_at is not None else None
