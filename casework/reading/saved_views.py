"""What is said of saved views of the board."""

from __future__ import annotations

from typing import Any

from sqlalchemy import false, func

from casework.reading.facts import Expression, Many, Noun
from casework.reading.people import ORGANIZATION, person
from casework.reading.places import At
from schema.saved_views import SavedView, ViewMark


def _mark(at: At) -> Any:
    """What the actor made of it."""
    return at.joined(ViewMark, lambda there: (there.view_id == at.row.id) & (there.person_id == at.eyes.person))


VIEW = Noun("SavedView", SavedView)
VIEW.id()
VIEW.columns("revision", "name", "address")
VIEW["shared"] = Expression(said=lambda at: at.row.shared_at.is_not(None))
VIEW["mine"] = Expression(said=lambda at: at.row.person_id == at.eyes.person)
VIEW["saved_by"] = person("person_id")
VIEW["favourite"] = Expression(said=lambda at: func.coalesce(_mark(at).favourite, false()))
VIEW["opens_with"] = Expression(said=lambda at: func.coalesce(_mark(at).opens_with, false()))

ORGANIZATION["saved_views"] = Many(
    "SavedView",
    lambda at, there: (there.row.organization_id == at.row.id) & there.row.removed_at.is_(None),
    order=lambda there: [func.lower(there.row.name), there.row.id],
)
