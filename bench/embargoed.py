"""Embargoes of actions that nobody planned."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID


def later(action_id: UUID, future: datetime, past: datetime) -> str:
    """What of an action is told later, or was; of most nothing."""
    field = (None, None, None, "name", "place", "date", "statement")[action_id.int % 7]
    until = (future, future, past)[action_id.int % 3]
    return json.dumps({field: until.isoformat()} if field else {})
