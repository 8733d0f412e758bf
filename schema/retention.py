"""Retention: for which kinds of record a clock runs, the legal holds that stop it, and how the last sweep went."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table, closed


class RetentionClass(StrEnum):
    """What is kept no longer than it is needed. Each has one clock: :mod:`casework.retention.clocks`."""

    SIGN_UPS = "sign_ups"
    SAFETY_PLANS = "safety_plans"
    MESSAGES = "messages"
    REPLIES = "replies"
    INBOX = "inbox"
    CHANGES = "changes"
    DUTY = "duty"
    REPORTERS = "reporters"
    REPORTS = "reports"
    UNCONFIRMED_SIGHTINGS = "unconfirmed_sightings"
    SIGHTINGS = "sightings"
    RESPONDERS = "responders"
    REFERRALS = "referrals"
    FAMILY_CONTACTS = "family_contacts"
    PREPAREDNESS = "preparedness"
    OUTCOMES = "outcomes"
    VERIFIERS = "verifiers"
    CUSTODY = "custody"
    CALLS = "calls"
    FILES_TAKEN_AWAY = "files_taken_away"
    SPREADSHEETS = "spreadsheets"
    SIGN_INS = "sign_ins"
    FORMER_MEMBERS = "former_members"
    CASES = "cases"
    ADDRESS_BOOK = "address_book"


class LegalHold(Identified, Led, Table):
    """Nothing is taken away while it stands: of one case, or of everything the organization has."""

    __tablename__ = "legal_holds"
    __table_args__ = (Index("legal_holds_standing", "organization_id", postgresql_where=text("lifted_at is null")),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: Null: everything of the organization, and of every case it leads.
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    #: The case's number, for an admin, who need not see the case.
    case_number: Mapped[int | None]
    #: A key of its own, destroyed with the case.
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    reason: Mapped[Sealed]
    placed_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    placed_at: Mapped[datetime]
    lifted_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    lifted_at: Mapped[datetime | None]


class Sweep(Table):
    """How the last sweep of one kind of record went in one organization. Counts, and nothing that they count.

    It is there from the day on which the organization was founded: how long things are kept is told before any go.
    """

    __tablename__ = "sweeps"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    kind: Mapped[RetentionClass] = mapped_column(closed(RetentionClass), primary_key=True)
    #: Null: it has not run yet.
    ran_at: Mapped[datetime | None]
    #: How many went.
    gone: Mapped[int]
    #: How many would have gone, and a hold keeps.
    held: Mapped[int]
    #: How many go within the next thirty days, if nothing changes.
    ahead: Mapped[int]
