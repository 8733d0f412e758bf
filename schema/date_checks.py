"""Date checks: a volunteer rings the court's line for one shift, and what they heard of each date.

A volunteer has no account and is no :class:`~schema.people.Person`. All that is known of them lies in the shift's own
row, sealed under a key that seals nothing else: destroying that key makes them unlinkable, and what they heard stays.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Sealed, Table, closed


class ShiftEnd(StrEnum):
    """Why a shift ended before its hour."""

    #: Somebody of the organization ended it.
    CALLED_OFF = "called_off"
    #: Too many wrong codes: whoever has the link is not whom it was made for.
    WRONG_CODES = "wrong_codes"


class Shift(Identified, Table):
    """One volunteer, some hours, one telephone. Of its link, code and cookie only hashes are kept."""

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("ends_at > begins_at and ends_at <= begins_at + interval '12 hours'", name="hours"),
        Index("shifts_of", "organization_id", "ends_at"),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: Of this shift alone. Whoever destroys it unlinks the volunteer: name, telephone and signature go with it, in
    #: every backup as well, and what was heard stays.
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    #: Null once they were unlinked.
    name: Mapped[Sealed | None]
    #: Where the coordinator read them the code. Null once they were unlinked.
    phone: Mapped[Sealed | None]
    language: Mapped[str] = mapped_column(server_default=text("'en'"), default="en")
    begins_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    #: The link's secret is derived from the master key, this row's id and ``generation``; only its hash is kept.
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    generation: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: Keyed hash of the six digits. Without the key of the deployment a million guesses find nothing.
    code_hash: Mapped[bytes]
    #: Wrong codes so far.
    tries: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: SHA-256 of the 256-bit cookie of the one telephone that gave the code.
    device_hash: Mapped[bytes | None]
    bound_at: Mapped[datetime | None]
    #: When another telephone came with the link last: somebody passed it on, or took it.
    refused_at: Mapped[datetime | None]
    #: When they promised confidentiality, which text it was, and the name they typed under it.
    promised_at: Mapped[datetime | None]
    promise: Mapped[str | None]
    signature: Mapped[Sealed | None]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    ended_by: Mapped[ShiftEnd | None] = mapped_column(closed(ShiftEnd))
    started_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))

    def runs(self, now: datetime) -> bool:
        """Its hour has come and is not over, and nobody ended it."""
        return self.revoked_at is None and self.begins_at <= now < self.ends_at


class DateCheckOutcome(StrEnum):
    """What the court's line said of a date."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_FOUND = "not_found"
    NOBODY_ANSWERED = "nobody_answered"
    #: Passed over, or left open when the shift ended or the date fell away.
    SKIPPED = "skipped"


#: Outcomes for which the line was asked and said something.
HEARD = (DateCheckOutcome.SAME, DateCheckOutcome.DIFFERENT, DateCheckOutcome.NOT_FOUND)


class DateCheck(Identified, Led, Table):
    """One date that one shift was given to check. While ``outcome`` is null, it is the item on that telephone."""

    __tablename__ = "date_checks"
    __table_args__ = (
        # One item at a time, and no item on two telephones, also when two ask at once.
        Index("date_checks_open_of_shift", "shift_id", unique=True, postgresql_where=text("outcome is null")),
        Index("date_checks_open_of_hearing", "hearing_id", unique=True, postgresql_where=text("outcome is null")),
        Index("date_checks_of_hearing", "hearing_id", "shown_at"),
        Index("date_checks_of_shift", "shift_id"),
    )

    shift_id: Mapped[UUID] = mapped_column(ForeignKey("shifts.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    hearing_id: Mapped[UUID] = mapped_column(ForeignKey("hearings.id"))
    shown_at: Mapped[datetime]
    #: The occasion's sequence and wall time that the answer is about.
    sequence: Mapped[int | None]
    asked_wall: Mapped[datetime | None] = mapped_column(DateTime(timezone=False))
    outcome: Mapped[DateCheckOutcome | None] = mapped_column(closed(DateCheckOutcome))
    #: The time the line gave, in the hearing location's own zone, when it was another.
    heard_wall: Mapped[datetime | None] = mapped_column(DateTime(timezone=False))
    answered_at: Mapped[datetime | None]
