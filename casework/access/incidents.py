"""Who sees an incident: the legal team, or counsel alone where it is kept for them; and what follows it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, exists, or_

from casework.access.eyes import COUNSEL, LEGAL, Clause, Eyes, another, reaches
from schema.incidents import Incident, IncidentReaders


def incidents(eyes: Eyes, row: Any) -> Clause:
    return or_(
        and_(row.seen_by == IncidentReaders.LEGAL_TEAM, reaches(eyes, row, LEGAL)),
        reaches(eyes, row, COUNSEL),
    )


def follow_ups(eyes: Eyes, row: Any) -> Clause:
    """Whoever sees the incident."""
    incident = another(Incident, "follow_ups")
    return exists().where(incident.id == row.incident_id, incidents(eyes, incident))


__all__ = ["follow_ups", "incidents"]
