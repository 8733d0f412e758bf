"""What is said of a case's documents and files, of its call log, and of visits to the person held."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, func

from casework.reading.cases import CASE, of_case
from casework.reading.facts import Expression, Many, Noun, One, Shown
from casework.reading.people import person
from casework.reading.places import At
from schema.base import Table
from schema.calls import Call
from schema.documents import CaseFile, Document
from schema.visits import Visit

#: More of each than these nobody has, or nobody reads.
MOST = 500


def _seen(table: type[Table], *fields: str, of: str = "id") -> Shown:
    """When there is something to see, it is recorded as seen on the case."""

    def case(at: At) -> Any:
        return getattr(at.row, of)

    return Shown(table, fields, record=case, case=case, organization=lambda at: at.row.lead_organization_id)


def _there(at: At, there: At) -> Any:
    return there.row.taken_away_at.is_(None)


DOCUMENT = Noun("Document", Document)
DOCUMENT.id()
DOCUMENT.columns("revision", "kind", "state", "due_on", "state_since")
DOCUMENT.sealed("title", "from_whom", "note")
DOCUMENT["files"] = Many(
    "CaseFile",
    lambda at, there: and_(there.row.document_id == at.row.id, _there(at, there)),
    limit=MOST,
    shown=_seen(CaseFile, "name", of="case_id"),
)
DOCUMENT["changed_by"] = person("changed_by_id")

FILE = Noun("CaseFile", CaseFile)
FILE.id()
FILE.columns("revision", "kind", "size", "audience", "taken_away_at")
FILE.sealed("name")
FILE["added_at"] = Expression(said=lambda at: at.row.created_at)
FILE["added_by"] = person("added_by_id")
FILE["taken_away_by"] = person("taken_away_by_id")
FILE["document"] = One("Document", lambda at, there: there.id == at.row.document_id)

CALL = Noun("Call", Call)
CALL.id()
CALL.columns("called_at")
CALL.sealed("caller_name", "told")
CALL["caller"] = person("caller_id")
CALL["taken_by"] = person("taken_by_id")
CALL["follow_up"] = One("Task", lambda at, there: there.id == at.row.task_id)

VISIT = Noun("Visit", Visit)
VISIT.id()
VISIT.columns("revision", "kind", "state", "starts_at", "time_zone", "length_minutes")
VISIT["wall_starts"] = Expression(said=lambda at: func.to_char(at.row.wall_starts, 'YYYY-MM-DD"T"HH24:MI'))
VISIT.sealed("rules", "outcome")
VISIT["facility"] = One("Facility", lambda at, there: there.id == at.row.facility_id)
VISIT["visitor"] = person("visitor_id")
VISIT["interpreter"] = person("interpreter_id")
VISIT["booked_by"] = person("booked_by_id")

CASE["documents"] = Many("Document", of_case, limit=MOST, shown=_seen(Document, "title", "from_whom", "note"))
CASE["files"] = Many(
    "CaseFile",
    lambda at, there: and_(of_case(at, there), _there(at, there)),
    order=lambda there: [there.row.id.desc()],
    limit=MOST,
    shown=_seen(CaseFile, "name"),
)
CASE["files_taken_away"] = Many(
    "CaseFile",
    lambda at, there: and_(of_case(at, there), there.row.taken_away_at.is_not(None)),
    order=lambda there: [there.row.taken_away_at.desc(), there.row.id.desc()],
    limit=MOST,
    shown=_seen(CaseFile, "name"),
)
CASE["call_log"] = Many(
    "Call",
    of_case,
    order=lambda there: [there.row.called_at.desc(), there.row.id.desc()],
    limit=MOST,
    shown=_seen(Call, "caller", "told"),
)
CASE["visits"] = Many(
    "Visit",
    of_case,
    order=lambda there: [there.row.starts_at.desc(), there.row.id.desc()],
    limit=MOST,
    shown=_seen(Visit, "rules", "outcome"),
)

__all__ = ["MOST"]
