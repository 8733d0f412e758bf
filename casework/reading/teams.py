"""What is said of those around a case: contacts, the team, organizations that read it, walls before it."""

from __future__ import annotations

from casework.reading.cases import seen_by_legal
from casework.reading.facts import Expression, Noun, Sealed, Shown
from casework.reading.people import organization, person
from schema.cases import Case, CaseContact
from schema.teams import CaseReader, TeamMember
from schema.walls import ConflictWall

CONTACT = Noun("CaseContact", CaseContact)
CONTACT.id()
CONTACT.columns("relation", "named_by_client", "is_client")
CONTACT["person"] = person("person_id")

MEMBER = Noun("TeamMember", TeamMember)
MEMBER.id()
MEMBER.columns("role", "began_at", "until")


#: Why they took the seat without being asked: for the legal team, and recorded as seen.
MEMBER["urgent_reason"] = Sealed(
    column="urgent_reason",
    only=seen_by_legal,
    shown=Shown(
        TeamMember,
        ("urgent_reason",),
        record=lambda at: at.row.id,
        case=lambda at: at.row.case_id,
        organization=lambda at: at.row.lead_organization_id,
        when=lambda at: at.row.urgent_reason.is_not(None),
    ),
)
MEMBER["person"] = person("person_id")
MEMBER["organization"] = organization("organization_id")

CASE_READER = Noun("CaseReader", CaseReader)
CASE_READER.columns("began_at", "until")
CASE_READER["lead"] = Expression(
    said=lambda at: (
        at.joined(Case, lambda there: there.id == at.row.case_id).lead_organization_id == at.row.organization_id
    )
)
CASE_READER["organization"] = organization("organization_id")

WALL = Noun("ConflictWall", ConflictWall)
WALL.id()
WALL.columns("raised_at")
WALL.sealed("reason")
WALL["person"] = person("person_id")
WALL["organization"] = organization("organization_id")
WALL["raised_by"] = person("raised_by_id")
