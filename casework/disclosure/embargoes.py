"""Embargoes: what of an action may be told later than the rest, field by field. Pure.

The vigil for Mateo is announced on Monday, its place on Thursday at noon. Until then every card, page and calendar
leaves the place out; at noon they take it in by themselves.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from casework.clearance import Clearance
from schema.advocacy import AdvocacyAction, EmbargoedField
from schema.consents import ConsentAudience


def ends(action: AdvocacyAction) -> dict[EmbargoedField, datetime]:
    """Until when each field stays untold; one for the whole action holds for all of them."""
    found = {EmbargoedField(name): datetime.fromisoformat(at) for name, at in (action.embargoes or {}).items()}
    if action.embargo_until is not None:
        found = {one: max(found.get(one, action.embargo_until), action.embargo_until) for one in EmbargoedField}
    return found


def standing(action: AdvocacyAction, now: datetime) -> frozenset[EmbargoedField]:
    """What nobody outside may be told at this instant."""
    return frozenset(one for one, at in ends(action).items() if at > now)


def said(action: AdvocacyAction, now: datetime) -> list[dict[str, Any]]:
    """What stays untold still, and until when: for whoever plans it."""
    found = ends(action)
    return [{"field": one, "until": found[one]} for one in EmbargoedField if found.get(one, now) > now]


def until(clearance: Clearance, action: AdvocacyAction, now: datetime) -> Clearance:
    """The same clearance, which holds no longer than the first embargo, and changed when the last one ended."""
    found = ends(action).values()
    if not found:
        return clearance
    ahead = [at for at in (clearance.valid_until, *found) if at is not None and at > now]
    over = [at for at in found if at <= now]
    changed = dict(clearance._changed)
    for audience in ConsentAudience:
        if over:
            changed[audience] = max(changed.get(audience, max(over)), *over)
    return replace(
        clearance,
        valid_until=min(ahead, default=clearance.valid_until),
        changed_at=max(changed.values(), default=None),
        _changed=changed,
    )


__all__ = ["ends", "said", "standing", "until"]
