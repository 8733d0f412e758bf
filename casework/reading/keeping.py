"""What is said of legal holds, and of how long things are kept."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, and_, any_, case, cast, func, or_

from casework.access import HOLDERS
from casework.reading.cases import CASE
from casework.reading.facts import Expression, Many, Noun, Sealed, Shown
from casework.reading.people import ORGANIZATION, person
from casework.reading.places import At
from casework.retention import CLOCKS
from schema.retention import LegalHold, Sweep

HOLD = Noun("LegalHold", LegalHold)
HOLD.id()
HOLD.columns("placed_at")
HOLD["short_id"] = Expression(
    said=lambda at: case((at.row.case_number.is_not(None), func.concat("C-", cast(at.row.case_number, Text))))
)
HOLD["placed_by"] = person("placed_by_id")


HOLD["reason"] = Sealed(
    column="reason",
    only=lambda at: at.row.organization_id == any_(at.eyes.where(*HOLDERS)),
    shown=Shown(
        LegalHold,
        ("reason",),
        record=lambda at: at.row.id,
        case=lambda at: at.row.case_id,
        organization=lambda at: at.row.organization_id,
        when=lambda at: at.row.reason.is_not(None),
    ),
)

_DAYS = {clock.kind: clock.after.days for clock in CLOCKS}

SWEEP = Noun("Sweep", Sweep)
SWEEP.columns("kind", "ran_at", "gone", "held", "ahead")
SWEEP["days"] = Expression(said=lambda at: case({kind.value: days for kind, days in _DAYS.items()}, value=at.row.kind))

ORGANIZATION["holds"] = Many(
    "LegalHold", lambda at, there: and_(there.row.organization_id == at.row.id, there.row.lifted_at.is_(None))
)
ORGANIZATION["sweeps"] = Many(
    "Sweep",
    lambda at, there: there.row.organization_id == at.row.id,
    order=lambda there: [there.row.kind],
)


def _held(at: At) -> Any:
    return at.any(
        LegalHold,
        lambda there: and_(
            there.lifted_at.is_(None),
            or_(
                there.case_id == at.row.id,
                and_(there.case_id.is_(None), there.organization_id == at.row.lead_organization_id),
            ),
        ),
    )


CASE["on_hold"] = Expression(said=_held)
