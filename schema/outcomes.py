"""Outcomes: what happened on one date of a case, as the ledger keeps it: who came, what was handed in, what came of it.

It says what happened, and nothing of why. No judge is named here, so that none can be ranked, and nobody who came is:
they are a number. What was said in open court lies in a table of its own, because advocates read the numbers sooner
than the words.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed
from schema.occasions import HEARING_KINDS, OccasionKind

#: The most that one number may be: more is a slip of the finger.
MOST = 100_000
#: Published pieces that one entry links to.
MOST_LINKS = 20
#: Dates that have a result of their own, and at which an official may say something in the open.
WITH_RESULT = frozenset({*HEARING_KINDS, OccasionKind.CHECK_IN})


class OutcomeResult(StrEnum):
    """What came of it, in the field's words: those of a hearing's report, and what an agency does."""

    BOND_GRANTED = "bond_granted"
    CONDITIONAL_PAROLE = "conditional_parole"
    BOND_DENIED = "bond_denied"
    NO_JURISDICTION = "no_jurisdiction"
    RELIEF_GRANTED = "relief_granted"
    RELIEF_DENIED = "relief_denied"
    REMOVAL_ORDERED = "removal_ordered"
    REMOVAL_ORDERED_IN_ABSENTIA = "removal_ordered_in_absentia"
    VOLUNTARY_DEPARTURE = "voluntary_departure"
    TERMINATED = "terminated"
    FEAR_FOUND = "fear_found"
    FEAR_NOT_FOUND = "fear_not_found"
    CONTINUED = "continued"
    NOT_PRESENTED = "not_presented"
    RELEASED = "released"
    #: Taken into custody, as at a check-in.
    DETAINED = "detained"
    REMOVED = "removed"
    OTHER = "other"


class Outcome(Identified, Revised, Led, Table):
    """One entry of the ledger: of one date, one. Null numbers are not known, which is not the same as nobody."""

    __tablename__ = "outcomes"
    __table_args__ = (
        # What a quarter is counted from.
        Index("outcomes_of_lead", "lead_organization_id", "recorded_at"),
        *(
            CheckConstraint(f"{name} between 0 and {MOST}", name=name)
            for name in ("supporters", "officials", "letters", "press")
        ),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), unique=True)
    #: Supporters and observers in the room.
    supporters: Mapped[int | None]
    #: How many officials came. Never who.
    officials: Mapped[int | None]
    #: Letters of support that were handed in.
    letters: Mapped[int | None]
    #: Pieces in the press.
    press: Mapped[int | None]
    #: Only what no report of the hearing says: its report is asked first.
    result: Mapped[OutcomeResult | None] = mapped_column(closed(OutcomeResult))
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class OutcomeWords(Identified, Led, Table):
    """What a judge or an agency said in the open, written down from notes, never a recording; and where the press wrote
    of it, whose addresses hold names. The legal team's, until counsel lets advocates read exactly these.
    """

    __tablename__ = "outcome_words"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    outcome_id: Mapped[UUID] = mapped_column(ForeignKey("outcomes.id"), unique=True)
    #: That of the outcome: whoever may see the date may read its words, once these are cleared.
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), index=True)
    said: Mapped[Sealed | None]
    #: Addresses of published pieces, one a line.
    press_links: Mapped[Sealed | None]
    cleared_at: Mapped[datetime | None]
    cleared_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class ToldQuarter(Table):
    """What is told of an organization's hearings in one quarter, as it was worked out once, when the quarter was over.

    It is kept because it must not change: whoever held an older answer beside a newer one would see in the difference
    whose entry was corrected, reported late or erased. No count under five is in it, and no id.
    """

    __tablename__ = "told_quarters"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    #: 2026-Q3.
    quarter: Mapped[str] = mapped_column(primary_key=True)
    #: What :mod:`casework.comparisons` made of it.
    told: Mapped[dict[str, Any]]
    told_at: Mapped[datetime]


#: The sealed columns of the words.
WORDS_SEALED = ("said", "press_links")
