"""Detainers: what an agency was asked by immigration authorities, and what it recorded (Connecticut Trust Act, CGS
54-192h).

The police decide, not we: a row says what the agency recorded, and under which version of the statute that is read;
it holds no verdict.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class DetainerForm(StrEnum):
    """Which form of the Department of Homeland Security it was."""

    I_247A = "i_247a"
    I_247D = "i_247d"
    I_247N = "i_247n"
    I_247X = "i_247x"
    OTHER = "other"


class DetainerGround(StrEnum):
    """A ground that some version of the statute names; which of them, ``schema/reference/connecticut.toml`` says."""

    JUDICIAL_WARRANT = "judicial_warrant"
    TERRORIST_DATABASE = "terrorist_database"
    CLASS_A_OR_B_FELONY = "class_a_or_b_felony"
    #: One of those added from October 1, 2025. Which they are is not verified: none is listed here.
    ADDED_OFFENSE = "added_offense"
    # Of the version of 2013 alone.
    FELONY = "felony"
    PENDING_CHARGES = "pending_charges"
    STATE_ARREST_WARRANT = "state_arrest_warrant"
    GANG_DATABASE = "gang_database"
    FINAL_ORDER = "final_order"
    PUBLIC_SAFETY_RISK = "public_safety_risk"


class DetainerRecord(StrEnum):
    """What the agency recorded."""

    RECEIVED = "received"
    GROUND_NAMED = "ground_named"
    GROUND_SHOWN = "ground_shown"
    NOT_SHOWN = "not_shown"
    CANT_TELL = "cant_tell"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class WarrantPaper(StrEnum):
    """The paper that came as a warrant. An I-200 or I-205 is signed by an immigration officer: no judge's."""

    SIGNED_BY_JUDGE = "signed_by_judge"
    I_200 = "i_200"
    I_205 = "i_205"
    OTHER = "other"
    CANT_TELL = "cant_tell"


class CopyGiven(StrEnum):
    """Whether the person was given a copy of the detainer."""

    GIVEN = "given"
    NOT_GIVEN = "not_given"
    UNKNOWN = "unknown"


class Detainer(Identified, Revised, Led, Table):
    """One detainer, for the legal team."""

    __tablename__ = "detainers"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    #: Who received it: a police department, a jail, a marshal.
    agency: Mapped[Sealed]
    form: Mapped[DetainerForm] = mapped_column(closed(DetainerForm))
    #: As printed on it: "as of May 2025".
    form_edition: Mapped[Sealed | None]
    #: The version of the statute follows from this day in Connecticut.
    received_at: Mapped[datetime]
    time_zone: Mapped[str]
    #: From when they were, or will be, held on it alone: the 48 hours run from then (8 CFR 287.7(d)). Null: not known.
    held_on_it_from: Mapped[datetime | None]
    copy: Mapped[CopyGiven] = mapped_column(closed(CopyGiven))
    copy_given_at: Mapped[datetime | None]
    copy_language: Mapped[str | None]
    recorded: Mapped[DetainerRecord] = mapped_column(closed(DetainerRecord))
    ground: Mapped[DetainerGround | None] = mapped_column(closed(DetainerGround))
    warrant: Mapped[WarrantPaper | None] = mapped_column(closed(WarrantPaper))
    #: What was shown: who signed, which match, which statute and class, conviction or plea.
    shown: Mapped[Sealed | None]
    #: Who reports that the agency gave immigration authorities access, to whom, and whether it was.
    report_line: Mapped[Sealed | None]
    follow_up: Mapped[Sealed | None]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: Counsel looked at it as it stands. A correction undoes it.
    reviewed_at: Mapped[datetime | None]
    reviewed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


#: What people type about it, in the order in which a form asks.
DETAINER_SEALED = ("agency", "form_edition", "shown", "report_line", "follow_up")
