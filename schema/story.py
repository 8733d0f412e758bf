"""The story of a case: what happened to the person and around the case, each at the hour or on the day when it did.

A view tells it from the other nouns' rows (``migrations/versions/0004_the_story.py``): nobody writes it, and it is
never behind. Nothing that is sealed is in it, only closed words and the names of public places. Whoever wants more
follows an entry to its record.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from schema.base import View, closed


class StoryKind(StrEnum):
    """What happened, or is going to."""

    ARRESTED = "arrested"
    CASE_OPENED = "case_opened"
    CASE_CLOSED = "case_closed"
    STAY_BEGAN = "stay_began"
    #: They left a place; why, its outcome says: a transfer, or how they were released.
    STAY_ENDED = "stay_ended"
    DETAINER_RECEIVED = "detainer_received"
    INCIDENT = "incident"
    PROCEEDING_FILED = "proceeding_filed"
    PROCEEDING_CLOSED = "proceeding_closed"
    HEARING = "hearing"
    BOND_STAGE = "bond_stage"
    #: Counsel confirmed it, and nobody has marked it as done.
    DEADLINE_DUE = "deadline_due"
    DEADLINE_FILED = "deadline_filed"
    DEADLINE_RECEIVED = "deadline_received"
    #: What it ran from is no more; why, its outcome says.
    DEADLINE_FELL_AWAY = "deadline_fell_away"
    DOCUMENT_FILED = "document_filed"
    COUNSEL_ACCEPTED = "counsel_accepted"
    COUNSEL_ENGAGED = "counsel_engaged"
    COUNSEL_OF_RECORD = "counsel_of_record"
    COUNSEL_ENDED = "counsel_ended"
    APPEARANCE_ENTERED = "appearance_entered"
    WITHDRAWAL_ASKED = "withdrawal_asked"
    APPEARANCE_ENDED = "appearance_ended"
    CONSENT_GIVEN = "consent_given"
    CONSENT_ENDED = "consent_ended"
    #: The day through which it was given; it ends by itself.
    CONSENT_EXPIRES = "consent_expires"
    CALL = "call"
    VISIT = "visit"
    SUPERVISION_BEGAN = "supervision_began"
    SUPERVISION_ENDED = "supervision_ended"
    CHECK_IN = "check_in"
    ACTION_PUBLISHED = "action_published"
    ACTION_CALLED_OFF = "action_called_off"


#: What is known beforehand. All else is told once it is over.
PLANNED = (
    StoryKind.HEARING,
    StoryKind.CHECK_IN,
    StoryKind.VISIT,
    StoryKind.DEADLINE_DUE,
    StoryKind.CONSENT_EXPIRES,
)


class StoryEntry(View):
    """One thing that happened. For the legal team."""

    __tablename__ = "case_story"

    #: Kind and record: one record may have begun and ended.
    key: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    lead_organization_id: Mapped[UUID | None]
    kind: Mapped[StoryKind] = mapped_column(closed(StoryKind))
    #: What it is ordered by: the instant, or one on the day of which no hour is known.
    at: Mapped[datetime]
    #: Of what is only known by its day.
    day: Mapped[date | None]
    #: False: the instant stands for a day in ``time_zone``.
    hour_known: Mapped[bool]
    #: IANA zone of the place. Null: it has none, or none that we know.
    time_zone: Mapped[str | None]
    #: The noun and id of its record, as the graph knows them.
    subject: Mapped[str]
    record_id: Mapped[UUID]
    #: Of which sort it is: the kind of a hearing, the stage of a bond, the purpose of a consent …
    what: Mapped[str | None]
    #: How far it has come, or how it ended.
    state: Mapped[str | None]
    #: What came of it.
    outcome: Mapped[str | None]
    #: Whom a consent let be told.
    audience: Mapped[str | None]
    #: A facility or a court, by its name.
    place: Mapped[str | None]
    #: What a deadline's rule is called, by language (:class:`schema.deadlines.Deadline`).
    said: Mapped[dict[str, Any] | None]
    #: Of a deadline that fell away: the day on which it was due.
    due_on: Mapped[date | None]
    #: Kept for counsel's compartment.
    for_counsel: Mapped[bool]
