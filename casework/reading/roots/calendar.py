"""The calendar: what occurs in a stretch of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import ARRAY, DateTime, Text, Uuid, and_, any_, or_

from casework.access import VISIBLE
from casework.reading.facts import Many
from casework.reading.lists import ENTRIES, STRETCH
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY, row_of, values, ways_of
from casework.refusals import Invalid
from schema.assignments import STANDING, Assignment
from schema.cases import Case
from schema.hearings import Hearing
from schema.occasions import OccasionState
from schema.teams import TeamMember


def _range(name: str) -> Callable[[Reader, Any], Any]:
    return lambda _, said: said[name]


def _within(at: At, there: At) -> Any:
    row, wanted = there.row, at.given.fixed("range")
    if not timedelta(0) < wanted["until"] - wanted["from"] <= STRETCH:
        raise Invalid("until", "Ask for at most three months at a time.")
    at_instant = DateTime(timezone=True)
    holds = [
        row.starts_at >= at.given.bound("range", at_instant, _range("from"), of="_from"),
        row.starts_at < at.given.bound("range", at_instant, _range("until"), of="_until"),
    ]
    if wanted.get("courtId"):
        court = at.given.bound("range", Uuid(), lambda _, said: row_of("Court")(_, said["courtId"]), of="_court")
        hearing = Row(Hearing)
        holds.append(there.ask_exists(hearing, hearing.occasion_id == row.id, hearing.court_id == court))
    if wanted.get("caseId"):
        case = at.given.bound("range", Uuid(), lambda _, said: row_of("Case")(_, said["caseId"]), of="_case")
        holds.append(row.case_id == case)
    if wanted.get("attorneyId"):
        attorney = at.given.bound(
            "range", Uuid(), lambda _, said: row_of("Person")(_, said["attorneyId"]), of="_attorney"
        )
        theirs = Row(Assignment)
        holds.append(
            there.ask_exists(
                theirs,
                # Who represents whom is not everybody's to know: nor by asking for an attorney's dates.
                VISIBLE[Assignment](at.eyes, theirs),
                theirs.case_id == row.case_id,
                theirs.attorney_id == attorney,
                theirs.state.in_(list(STANDING)),
            )
        )
    if wanted.get("kinds"):
        kinds = at.given.bound("range", ARRAY(Text()), lambda _, said: values(_, said["kinds"]), of="_kinds")
        holds.append(row.kind == any_(kinds))
    if wanted.get("unconfirmed"):
        holds.append(row.state == OccasionState.TENTATIVE)
    if wanted.get("mine"):
        member, case = Row(TeamMember), Row(Case)
        holds.append(
            or_(
                there.ask_exists(
                    member,
                    member.case_id == row.case_id,
                    member.person_id == at.eyes.person,
                    member.until.is_(None),
                ),
                there.ask_exists(case, case.id == row.case_id, case.coordinator_id == at.eyes.person),
            )
        )
    return and_(*holds)


def _range_pattern(name: str, said: Any) -> Any:
    fits = timedelta(0) < said["until"] - said["from"] <= STRETCH
    return fits, *(bool(said.get(one)) for one in ("courtId", "caseId", "mine", "attorneyId", "kinds", "unconfirmed"))


QUERY["calendar"] = Many(
    "CalendarEntry",
    _within,
    order=lambda there: [there.row.starts_at, there.row.id],
    limit=ENTRIES,
    # One case has few dates.
    ways=lambda at: [] if at.given.fixed("range").get("caseId") else ways_of(at),
    pattern=_range_pattern,
)
