"""Deadlines: one day or hour by which something of a case has to be done, whence it follows, and how it ended.

A computed deadline is for attorney review: it reminds no one but counsel until counsel confirms it (law 12). The rules
it follows from are data (``schema/reference/deadlines/``).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed
from schema.custody import Source


class Trigger(StrEnum):
    """What sets a clock going, or, for filings before a hearing, what it runs towards."""

    ARREST = "arrest"
    CUSTODY_BEGAN = "custody_began"
    OTHERWISE_RELEASED = "otherwise_released"
    RELEASE = "release"
    MOVE = "move"
    TRANSFER = "transfer"
    ARRIVAL = "arrival"
    BOND_DECISION = "bond_decision"
    BOND_GRANTED = "bond_granted"
    BOND_APPEAL_FILED = "bond_appeal_filed"
    DECISION = "decision"
    IN_ABSENTIA_ORDER = "in_absentia_order"
    FINAL_ORDER = "final_order"
    BRIEFING_NOTICE = "briefing_notice"
    MASTER_HEARING = "master_hearing"
    INDIVIDUAL_HEARING = "individual_hearing"
    OTHER_SIDE_FILED = "other_side_filed"
    NEGATIVE_FEAR_FINDING = "negative_fear_finding"
    REASONABLE_FEAR_REFERRAL = "reasonable_fear_referral"
    HABEAS_ORDER = "habeas_order"
    THIRD_COUNTRY_NOTICE = "third_country_notice"
    FILING = "filing"


class Binds(StrEnum):
    """Who must keep it."""

    CLIENT = "client"
    EITHER_SIDE = "either_side"
    BOTH_SIDES = "both_sides"
    GOVERNMENT = "government"
    COURT = "court"
    HOLDING_AGENCY = "holding_agency"
    #: Nobody: it says what to expect.
    NOBODY = "nobody"


class LitigationStatus(StrEnum):
    """How a provision stands before the courts."""

    SETTLED = "settled"
    LITIGATED = "litigated"
    STAYED = "stayed"
    VACATED = "vacated"


class Verification(StrEnum):
    """How far a provision was checked against its source. Only what was read counts as verified."""

    READ = "read"
    SECONDARY = "secondary"
    GENERAL_KNOWLEDGE = "general_knowledge"
    UNVERIFIED = "unverified"


class DeadlineState(StrEnum):
    """How far it has come. Counsel confirms; what was filed or received is closed."""

    FOR_REVIEW = "for_review"
    CONFIRMED = "confirmed"
    FILED = "filed"
    RECEIVED = "received"
    SUPERSEDED = "superseded"
    NOT_APPLICABLE = "not_applicable"


#: Of these a case has one for each rule and trigger.
OPEN_STATES = frozenset({DeadlineState.FOR_REVIEW, DeadlineState.CONFIRMED})
CLOSED_STATES = frozenset({DeadlineState.FILED, DeadlineState.RECEIVED})


class WhyMoved(StrEnum):
    """Why a deadline was planned afresh."""

    TRIGGER_CHANGED = "trigger_changed"
    RULE_CHANGED = "rule_changed"
    FACTS_CHANGED = "facts_changed"
    OUTAGE = "outage"
    COURT_ORDERED = "court_ordered"
    TRIGGER_GONE = "trigger_gone"
    #: The hearing before which it fell due has another date.
    HEARING_MOVED = "hearing_moved"
    #: That hearing is off the calendar, and none was set in its place.
    HEARING_VACATED = "hearing_vacated"
    #: Another hearing was set in its place.
    HEARING_REPLACED = "hearing_replaced"
    #: The report or the decision from which it ran was taken back.
    DECISION_TAKEN_BACK = "decision_taken_back"
    #: The court set no day for it before its hearing was over.
    HEARING_OVER = "hearing_over"


class Deadline(Identified, Revised, Led, Table):
    """One deadline. A day that moves is a new row that supersedes the old one, so that what moved can be shown."""

    __tablename__ = "deadlines"
    __table_args__ = (
        # Working out twice must not plan twice.
        Index(
            "deadlines_planned",
            "case_id",
            "rule",
            "trigger_ref",
            unique=True,
            postgresql_where=text("state <> 'superseded' and trigger_ref is not null"),
        ),
        Index("deadlines_of", "case_id", "due_on", "id"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    proceeding_id: Mapped[UUID | None] = mapped_column(ForeignKey("proceedings.id"), index=True)
    hearing_id: Mapped[UUID | None] = mapped_column(ForeignKey("hearings.id"), index=True)
    #: The rule's key in ``schema/reference/deadlines/``. Null: the court set it, and no rule of ours knows it.
    rule: Mapped[str | None]
    #: A digest of the provision as it was when this was worked out.
    rule_digest: Mapped[str | None]
    trigger: Mapped[Trigger | None] = mapped_column(closed(Trigger))
    #: Which fact of the tracker set it going ("hearing:<id>", "intake:<id>" …), or "typed:<id>" for a typed one.
    trigger_ref: Mapped[str | None]
    #: Of a trigger of which only the day is known, no instant.
    triggered_on: Mapped[date | None]
    triggered_at: Mapped[datetime | None]
    #: IANA zone in which days are counted and hours are shown.
    time_zone: Mapped[str]
    #: Further inputs ("detained": true), plain and open.
    facts: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"), default=dict)
    #: Null: the court sets it, and has not yet, as far as anyone knows.
    due_on: Mapped[date | None]
    #: Of an hour's clock, or of an hour that the court ordered.
    due_at: Mapped[datetime | None]
    #: As of which day the law was looked at.
    computed_on: Mapped[date | None]
    citation: Mapped[str | None]
    in_force_from: Mapped[date | None]
    in_force_until: Mapped[date | None]
    litigation: Mapped[LitigationStatus | None] = mapped_column(closed(LitigationStatus))
    verification: Mapped[Verification | None] = mapped_column(closed(Verification))
    binds: Mapped[Binds | None] = mapped_column(closed(Binds))
    #: What people read, by language: the rule's name, what is to be done, each step of the count.
    said: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"), default=dict)
    set_by_court: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: What the court ordered, in the words of whoever typed it.
    what: Mapped[Sealed | None]
    source: Mapped[Source | None] = mapped_column(closed(Source))
    state: Mapped[DeadlineState] = mapped_column(closed(DeadlineState), default=DeadlineState.FOR_REVIEW)
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    filed_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: Why counsel set it aside.
    set_aside_reason: Mapped[Sealed | None]
    #: The one this was planned in place of, and why.
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("deadlines.id"), index=True)
    moved_because: Mapped[WhyMoved | None] = mapped_column(closed(WhyMoved))
    #: Superseded by no other: what it ran from is no more. It stays to be read, with the reason.
    fell_away_at: Mapped[datetime | None]
