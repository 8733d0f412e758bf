"""What a closed case still takes in: nothing."""

from __future__ import annotations

from casework.refusals import NotAllowedByState
from schema.cases import Case


def refuse_closed(case: Case) -> None:
    """Nothing begins in a case that has ended. Raises :class:`NotAllowedByState`."""
    if case.closed_at is not None:
        raise NotAllowedByState("This case is closed. For a new arrest, a new case is taken in.")
