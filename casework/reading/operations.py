"""What is said of operations."""

from __future__ import annotations

from sqlalchemy import any_

from casework.reading.cases import CASE
from casework.reading.facts import Many, Noun, One, sealed
from casework.reading.lists import MOST_OPERATIONS
from casework.reading.people import person
from casework.reading.roots.query import QUERY
from schema.operations import Operation

#: How many cases of one an answer holds.
MOST_CASES = 500

OPERATION = Noun("Operation", Operation)
OPERATION.id()
OPERATION.columns("revision", "began_on", "ended_on")
OPERATION["name"] = sealed("name", empty="")
OPERATION["place"] = sealed("place")
OPERATION["opened_by"] = person("opened_by_id")
OPERATION["cases"] = Many(
    "Case",
    lambda at, there: there.row.operation_id == at.row.id,
    order=lambda there: [there.row.id],
    limit=MOST_CASES,
)

CASE["operation"] = One("Operation", lambda at, there: there.id == at.row.operation_id)

QUERY["operations"] = Many(
    "Operation",
    lambda at, there: there.row.organization_id == any_(at.eyes.organizations()),
    order=lambda there: [there.row.began_on.desc(), there.row.id.desc()],
    limit=MOST_OPERATIONS,
)
