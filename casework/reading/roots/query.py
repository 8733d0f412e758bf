"""Where every query begins: a record by its id, who is signed in, and how arguments are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Text, Uuid, and_, any_, column, func, true

from casework.access import PERMISSIONS
from casework.reading.facts import Expression, Found, Many, Noun, Same, Way, camel
from casework.reading.people import organization
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.refusals import NotFound
from schema.people import Person

QUERY = Noun("Query")
QUERY["node"] = Found(
    within=frozenset(
        {
            "Absence", "Attendance", "Call", "CaseContact", "CaseFile", "CheckIn", "Client", "Companion",
            "ConflictWall", "ConsentInterview", "CounselAnswer", "Detainer", "Document", "FamilyMember",
            "HabeasFiling", "Incident", "IncidentFollowUp", "LocatorCheck", "Merge", "PeopleList", "Retraction",
            "SafetyPlan", "SavedView", "Seating", "SignOff", "SpreadsheetRow", "Supervision", "Visit", "Wording",
        }
    )
)  # fmt: skip


def values(_: Reader, said: Any) -> list[str]:
    """Closed words, each once: every row is compared with all of them."""
    return list(dict.fromkeys(one.value for one in said))


def row_of(noun: str) -> Callable[[Any, Any], UUID]:
    """The row of a global id that must be of this noun. Raises :class:`NotFound`."""

    def row(_: Any, said: tuple[str, UUID]) -> UUID:
        if said[0] != noun:
            raise NotFound
        return said[1]

    return row


def led_by(eyes: Any) -> Any:
    """The organizations in which the actor coordinates, as rows: each has an index of its own to walk."""
    return func.unnest(eyes.organizations(wide=True)).table_valued(column("lead", Uuid())).render_derived("wide")


def ways_of(at: At) -> list[Way]:
    """The ways to rows of cases and of organizations, for what is walked in the order of their index."""
    eyes = at.eyes
    mine = eyes.organizations()
    return [
        Way(lambda there, led: there.row.lead_organization_id == led.c.lead, led_by(eyes)),
        Way(lambda there, _: eyes.sits(there.row)),
        Way(lambda there, _: and_(there.row.case_id.is_(None), there.row.organization_id == any_(mine))),
    ]


def among(at: At, name: str, column: Any) -> Any:
    """A closed word is one of those given, if any are."""
    return column == any_(at.given.bound(name, ARRAY(Text()), values)) if at.given.has(name) else true()


# Who is signed in.

VIEWER = Noun("Viewer", Person)
VIEWER.columns("language")
VIEWER["person"] = Same("Person")
VIEWER["memberships"] = Many(
    "Membership", lambda at, there: and_(there.row.person_id == at.row.id, there.row.ended_at.is_(None))
)
VIEWER["organization"] = organization("organization_id")


def _may(reader: Reader, _: Any) -> list[str]:
    held = {role for place in reader.standing.places for role in place.roles}
    return [camel(act.name.lower()) for act, rule in PERMISSIONS.items() if rule.roles & held]


VIEWER["may"] = Expression(finish=_may)
QUERY["viewer"] = Many("Viewer", lambda at, there: there.row.id == at.eyes.person, first=True)
