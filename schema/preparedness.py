"""Family preparedness: which preparations a family has made. Ticks and dates, and nothing else.

No child's name, school or address, and no file: there is no column into which one could be typed.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Table, closed


class PreparednessItem(StrEnum):
    """One preparation, in the order in which families are asked."""

    EMERGENCY_CONTACT = "emergency_contact"
    GUARDIAN_NAMED = "guardian_named"
    STANDBY_FORMS_SIGNED = "standby_forms_signed"
    #: For counsel alone to tick.
    STANDBY_FORMS_REVIEWED = "standby_forms_reviewed"
    DOCUMENTS_GATHERED = "documents_gathered"
    SCHOOL_TOLD = "school_told"
    MEDICAL_CONSENT = "medical_consent"
    MEDICINES_LISTED = "medicines_listed"
    KEYS = "keys"
    BANK = "bank"
    RENT_AND_BILLS = "rent_and_bills"
    EMPLOYER_TOLD = "employer_told"


class PreparednessTick(Identified, Led, Table):
    """One preparation of one case: made on a day, or (null) not made, or no longer."""

    __tablename__ = "preparedness_ticks"
    __table_args__ = (UniqueConstraint("case_id", "item"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    item: Mapped[PreparednessItem] = mapped_column(closed(PreparednessItem))
    done_on: Mapped[date | None]
    ticked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    ticked_at: Mapped[datetime]
