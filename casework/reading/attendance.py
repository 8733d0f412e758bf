"""What is said of seats, companions, the door, observers' rules and lists of people."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, or_

from casework.reading.advocacy import INVITATION, named_attendee
from casework.reading.cases import seen_by_legal
from casework.reading.facts import Expression, Many, Noun, One, Sealed, Shown
from casework.reading.occasions import OCCASION
from casework.reading.people import HEARING_LOCATION, ORGANIZATION, person
from casework.reading.places import At
from schema.attendance import Attendance
from schema.companions import Companion
from schema.court_access import ObserverRules
from schema.invitations import Invitation, SeatState
from schema.people_lists import PeopleList, PeopleListEntry
from schema.seats import Seating

SEATING = Noun("Seating", Seating)
SEATING.id()
SEATING.columns("revision", "seats", "held_back", "in_order")


def _heads(*states: SeatState) -> Expression:
    """People and companions on invitations whose seat is so now."""

    def booked(there: Any, at: At) -> Any:
        return there.booked

    def held(there: Any, at: At) -> Any:
        return ~there.booked & (there.held_until > at.eyes.now)

    def listed(there: Any, at: At) -> Any:
        waits = or_(there.held_until.is_(None), there.held_until <= at.eyes.now)
        return ~there.booked & there.listed_at.is_not(None) & waits

    ask = {SeatState.BOOKED: booked, SeatState.HELD: held, SeatState.LISTED: listed}
    return Expression(
        said=lambda at: at.total(
            Invitation,
            lambda there: (there.occasion_id == at.row.occasion_id) & or_(*(ask[state](there, at) for state in states)),
            lambda there: func.coalesce(there.party_size, 1),
        )
    )


for _state in SeatState:
    SEATING[_state.value] = _heads(_state)
OCCASION["seating"] = One("Seating", lambda at, there: there.occasion_id == at.row.id)

INVITATION.columns("listed_at", "held_until", "cleared_at", "came", "came_at")
INVITATION["needs"] = Sealed(
    column="needs",
    only=named_attendee,
    shown=Shown(
        Invitation,
        ("needs",),
        record=lambda at: at.row.id,
        case=lambda at: at.row.case_id,
        organization=lambda at: at.row.organization_id,
        when=lambda at: at.row.needs.is_not(None) & named_attendee(at),
    ),
)

COMPANION = Noun("Companion", Companion)
COMPANION.id()
COMPANION.columns("revision", "kind", "places", "town")
COMPANION["leaves_at"] = Expression(said=lambda at: func.to_char(at.row.leaves_at, "HH24:MI"))
COMPANION["person"] = person("person_id")
COMPANION["joined"] = One("Companion", lambda at, there: there.id == at.row.joined_id)
OCCASION["companions"] = Many(
    "Companion", lambda at, there: (there.row.occasion_id == at.row.id) & there.row.ended_at.is_(None)
)


def _in_words(column: str) -> Sealed:
    """What somebody wrote of the day, for the legal team, and for the house whose action it is."""

    def seen(at: At) -> Any:
        return or_(seen_by_legal(at), at.row.case_id.is_(None))

    return Sealed(
        column=column,
        only=seen,
        shown=Shown(
            Attendance,
            (column,),
            record=lambda at: at.row.id,
            case=lambda at: at.row.case_id,
            organization=lambda at: at.row.organization_id,
            when=lambda at: getattr(at.row, column).is_not(None) & seen(at),
        ),
    )


ATTENDANCE = Noun("Attendance", Attendance)
ATTENDANCE.id()
ATTENDANCE.columns(
    "revision", "walk_ins", "counted_at", "heads", "officials", "press", "letters", "reported_at"
)  # fmt: skip
for _column in ("said_in_court", "incidents", "next_steps"):
    ATTENDANCE[_column] = _in_words(_column)
ATTENDANCE["reported_by"] = person("reported_by_id")
OCCASION["attendance"] = One("Attendance", lambda at, there: there.occasion_id == at.row.id)

RULES = Noun("ObserverRules", ObserverRules)
RULES.columns(
    "openness", "lead_days", "photo_id", "devices", "notes", "link_when_cleared", "asked_of", "confirmed_on"
)  # fmt: skip
RULES["confirmed_by"] = person("confirmed_by_id")
HEARING_LOCATION["rules_for_observers"] = Many(
    "ObserverRules",
    lambda at, there: there.row.hearing_location_id == at.row.id,
    order=lambda there: [there.row.confirmed_on.desc(), there.row.id.desc()],
    first=True,
)

LIST = Noun("PeopleList", PeopleList)
LIST.id()
LIST.columns("revision", "name")
LIST["people"] = Many(
    "Person",
    lambda at, there: (
        there.any(PeopleListEntry, lambda entry: (entry.list_id == at.row.id) & (entry.person_id == there.row.id))
        & there.row.removed_at.is_(None)
    ),
)
ORGANIZATION["people_lists"] = Many(
    "PeopleList",
    lambda at, there: (there.row.organization_id == at.row.id) & there.row.removed_at.is_(None),
    order=lambda there: [func.lower(there.row.name), there.row.id],
)
