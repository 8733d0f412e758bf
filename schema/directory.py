"""The directory: groups and what each does, who was referred to one, and what a school does when agents come.

A listed group is public knowledge. Whoever is referred is not: their name lies under a key of its own and goes after 90
days. Of a school there is its contact person and its plan, and never a child.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Sealed, Table, closed


class GroupWork(StrEnum):
    """What a group does."""

    LEGAL_HELP = "legal_help"
    BOND_FUND = "bond_fund"
    RAPID_RESPONSE = "rapid_response"
    ACCOMPANIMENT = "accompaniment"
    FOOD_AND_RENT = "food_and_rent"
    HEALTH = "health"
    SCHOOLING = "schooling"
    INTERPRETING = "interpreting"
    FAITH = "faith"
    LABOR = "labor"
    OTHER = "other"


class ReferralAgreement(StrEnum):
    """How somebody agreed to be referred."""

    IN_PERSON = "in_person"
    BY_TELEPHONE = "by_telephone"
    IN_WRITING = "in_writing"


class ListedGroup(Identified, Revised, Table):
    """A group in an organization's directory."""

    __tablename__ = "listed_groups"
    __table_args__ = (Index("listed_groups_of", "organization_id", "name"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    name: Mapped[str]
    #: Values of :class:`GroupWork`.
    works: Mapped[list[str]]
    #: Empty: wherever somebody lives.
    towns: Mapped[list[str]]
    #: Codes of languages.
    languages: Mapped[list[str]]
    phone: Mapped[str | None]
    note: Mapped[str | None]
    #: The last day on which somebody asked whether this still holds.
    checked_on: Mapped[date]
    #: Taken out of the directory; what was referred there stays readable.
    ended_at: Mapped[datetime | None]


class Referral(Identified, Table):
    """Somebody was referred to a group, because they agreed to it."""

    __tablename__ = "referrals"
    __table_args__ = (Index("referrals_of", "organization_id", "id"), Index("referrals_to", "group_id"))

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    group_id: Mapped[UUID] = mapped_column(ForeignKey("listed_groups.id"))
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    #: Who, as they wish to be called.
    whom: Mapped[Sealed]
    #: What for.
    need: Mapped[Sealed | None]
    agreement: Mapped[ReferralAgreement] = mapped_column(closed(ReferralAgreement))
    referred_at: Mapped[datetime]
    referred_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))


class School(Identified, Revised, Table):
    """A school's contact and its plan for the day on which nobody comes to pick somebody up. No child is in it."""

    __tablename__ = "schools"
    __table_args__ = (Index("schools_of", "organization_id", "name"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    name: Mapped[str]
    town: Mapped[str]
    contact_name: Mapped[Sealed | None]
    contact_phone: Mapped[Sealed | None]
    #: Which of our people the school may call.
    who_to_call: Mapped[Sealed | None]
    plan: Mapped[Sealed | None]
    reviewed_on: Mapped[date]


#: What of a school is sealed.
SCHOOL_SEALED = ("contact_name", "contact_phone", "who_to_call", "plan")
