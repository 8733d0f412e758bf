"""What is said of family groups."""

from __future__ import annotations

from casework.reading.cases import CASE, case_of
from casework.reading.facts import Many, Noun
from schema.families import FamilyMember

FAMILY_MEMBER = Noun("FamilyMember", FamilyMember)
FAMILY_MEMBER.id()
FAMILY_MEMBER.columns("role")
FAMILY_MEMBER["case"] = case_of()

CASE["family"] = Many(
    "FamilyMember",
    lambda at, there: there.row.family_id == at.joined(FamilyMember, lambda mine: mine.case_id == at.row.id).family_id,
    order=lambda there: [there.row.role, there.row.id],
)
