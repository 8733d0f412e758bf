"""What is said of what occurs: hearings, their proceedings, the occasions beneath, and the messages about them."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import and_, exists, func, null, or_

from casework.access import VISIBLE
from casework.access.eyes import LEGAL, READER, Eyes, another
from casework.reading.cases import beneath, case_of, occasion, seen_by_legal
from casework.reading.facts import Expression, Many, Noun, One, Same, Sealed, Shown
from casework.reading.people import person
from casework.reading.places import At
from schema.custody import CustodyStint, LocatorCheck, Whereabouts
from schema.hearings import Hearing
from schema.notices import Notice
from schema.occasions import UPCOMING, Occasion
from schema.people import Person
from schema.proceedings import Proceeding


def court() -> One:
    return One("Court", lambda at, there: there.id == at.row.court_id)


PROCEEDING = Noun("Proceeding", Proceeding)
PROCEEDING.id()
PROCEEDING.columns(
    "revision", "kind", "state", "other_court", "judge", "notice_on", "filed_at", "custody", "closed_at",
)  # fmt: skip
PROCEEDING["court"] = court()

OCCASION = Noun("Occasion", Occasion)
OCCASION.id()
OCCASION.columns(
    "kind", "state", "sequence", "starts_at", "ends_at", "time_zone", "hour_known", "place_name", "place_street",
    "place_city", "room", "medium",
)  # fmt: skip
OCCASION["wall_starts"] = Expression(said=lambda at: func.to_char(at.row.wall_starts, 'YYYY-MM-DD"T"HH24:MI'))
OCCASION["join_url"] = Expression(said=lambda at: at.row.join_url, only=seen_by_legal)
OCCASION["invitations"] = Many("Invitation", lambda at, there: there.row.occasion_id == at.row.id)
OCCASION["notices"] = Many(
    "Notice",
    lambda at, there: there.row.occasion_id == at.row.id,
    order=lambda there: [there.row.due_at, there.row.id],
    limit=200,
)

HEARING = Noun("Hearing", Hearing)
HEARING.id()
HEARING.columns(
    "revision", "calendar_type", "schedule_type", "detained", "closed_to_public", "source", "confidence",
    "checked_at", "outcome", "reported_at", "moved_from",
)  # fmt: skip
HEARING["case"] = case_of()
HEARING["proceeding"] = One("Proceeding", lambda at, there: there.id == at.row.proceeding_id)
HEARING["occasion"] = One("Occasion", beneath, seen_with_it=True)
HEARING["court"] = court()
HEARING["location"] = One("HearingLocation", lambda at, there: there.id == at.row.hearing_location_id)
HEARING["judge"] = Expression(said=lambda at: at.row.judge, only=seen_by_legal)
# The client speaks it: of a small language there are few (DOMAIN §3.3 names nobody else for what is not named).
HEARING["interpreter_language"] = Expression(said=lambda at: at.row.interpreter_language, only=seen_by_legal)
# Why a hearing was put off says more of a case than its date does ("released from custody").
HEARING["adjournment_code"] = Expression(said=lambda at: at.row.adjournment_code, only=seen_by_legal)
HEARING["noticed_at"] = Expression(said=lambda at: at.row.noticed_at, only=seen_by_legal)
HEARING["checked_by"] = person("checked_by_id")
HEARING["awaiting_report"] = Expression(
    said=lambda at: and_(occasion(at).ends_at < at.eyes.now, occasion(at).state.in_(UPCOMING))
)
HEARING["actions"] = Many("AdvocacyAction", lambda at, there: there.row.hearing_id == at.row.id)


HEARING["outcome_note"] = Sealed(
    column="outcome_note",
    only=seen_by_legal,
    shown=Shown(
        Hearing,
        ("outcome_note",),
        record=lambda at: at.row.id,
        case=lambda at: at.row.case_id,
        organization=lambda at: null(),
        when=lambda at: at.row.outcome_note.is_not(None),
    ),
)

NOTICE = Noun("Notice", Notice)
NOTICE.id()
NOTICE.columns("kind", "channel", "audience", "due_at", "state", "reason", "attempts", "settled_at", "sequence")


def named(eyes: Eyes, row: Any) -> Any:
    """Outside the legal team one sees whom invitations went to; of other letters only one's own."""
    return or_(
        eyes.reaches(row, LEGAL).is_not(False),
        row.case_id.is_(None),
        ~eyes.reaches(row, READER),
        row.person_id == eyes.person,
        row.invitation_id.is_not(None),
    )


def addressed_to(eyes: Eyes, row: Any) -> Any:
    """The letter tells whom it is for: nobody is to find that out by asking for the letters of somebody."""
    person = another(Person, "addressed_to")
    return and_(named(eyes, row), exists().where(person.id == row.person_id, VISIBLE[Person](eyes, person)))


NOTICE["person"] = person("person_id", only=lambda at: named(at.eyes, at.row))
NOTICE["case"] = case_of()
NOTICE["occasion"] = One("Occasion", lambda at, there: there.id == at.row.occasion_id)


def _hearing_at(at: At, there: Any) -> Any:
    return there.occasion_id == at.row.id


ENTRY = Noun("CalendarEntry", Occasion)
ENTRY["occasion"] = Same("Occasion")
ENTRY["hearing"] = One("Hearing", _hearing_at)
ENTRY["action"] = One(
    "AdvocacyAction",
    lambda at, there: and_(
        there.occasion_id == at.row.id,
        # The same join as the hearing's own.
        at.joined(Hearing, partial(_hearing_at, at)).key.is_(None),
    ),
)
ENTRY["case"] = case_of()

STINT = Noun("CustodyStint", CustodyStint)
STINT.id()
STINT.columns(
    "revision", "place", "booked_in_at", "booked_out_at", "release_reason", "source", "confidence", "checked_at"
)  # fmt: skip
STINT["facility"] = One("Facility", lambda at, there: there.id == at.row.facility_id)
STINT["checked_by"] = person("checked_by_id")

WHERE = Noun("Whereabouts", Whereabouts)
WHERE.columns("since", "confidence", "checked_at")
WHERE["facility"] = One("Facility", lambda at, there: there.id == at.row.facility_id)

CHECK = Noun("LocatorCheck", LocatorCheck)
CHECK.id()
CHECK.columns("source", "found", "checked_at")
CHECK["checked_by"] = person("checked_by_id")
