"""Who sees seats, companions, attendance, observers' rules and lists of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, any_, exists, func, not_, or_

from casework.access.eyes import LEGAL, READER, Clause, Eyes, another, reaches
from schema.advocacy import AdvocacyAction
from schema.attendance import Attendance
from schema.base import Table
from schema.companions import Companion
from schema.court_access import ObserverRules
from schema.people_lists import PeopleList, PeopleListEntry
from schema.seats import Seating
from schema.teams import COUNSEL_ROLES, TeamMember


def _counted(eyes: Eyes, row: Any) -> Clause:
    """Counts, and nobody's name: whoever reads the case; of no case, whoever works there."""
    return or_(reaches(eyes, row, READER), _of_the_house(eyes, row))


def _of_the_house(eyes: Eyes, row: Any) -> Clause:
    return and_(row.case_id.is_(None), row.organization_id == any_(eyes.organizations()))


def _named(eyes: Eyes, row: Any) -> Clause:
    """Who goes with whom, as with attendees' names (DOMAIN §3.3): coordinators, and advocates who lead the action.
    Counsel sees counts.
    """
    action, member = another(AdvocacyAction, "companions"), another(TeamMember, "companions")
    counsel = exists().where(
        member.case_id == row.case_id, member.person_id == eyes.person, member.role.in_(list(COUNSEL_ROLES))
    )
    leads = exists().where(action.occasion_id == row.occasion_id, action.lead_id == eyes.person)
    return or_(
        and_(reaches(eyes, row, LEGAL), not_(counsel)),
        and_(reaches(eyes, row, READER), leads),
        _of_the_house(eyes, row),
    )


def _of_my_book(eyes: Eyes, row: Any) -> Clause:
    clause: Clause = row.organization_id == any_(eyes.organizations())
    return clause


ATTENDANCE: dict[type[Table], Callable[[Eyes, Any], Clause]] = {
    Seating: _counted,
    Attendance: _counted,
    Companion: _named,
    PeopleList: _of_my_book,
    PeopleListEntry: _of_my_book,
    # What a court says of observers is the same for everybody who still belongs somewhere.
    ObserverRules: lambda eyes, row: func.cardinality(eyes.organizations()) > 0,
}
