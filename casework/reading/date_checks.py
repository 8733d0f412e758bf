"""What is said of date checkers' shifts, and of what they heard of a date."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, any_, func, literal

from casework.reading.facts import Expression, Many, Noun, One, Sealed, Shown, sealed
from casework.reading.occasions import HEARING
from casework.reading.people import ORGANIZATION, person
from casework.reading.places import At
from casework.reading.reader import Reader
from schema.date_checks import HEARD, DateCheck, Shift
from schema.organizations import Role

SHIFT = Noun("Shift", Shift)
SHIFT.id()
SHIFT.columns(
    "language", "begins_at", "ends_at", "bound_at", "promised_at", "refused_at", "last_used_at", "ended_by",
)  # fmt: skip
SHIFT["name"] = sealed("name", empty="")
SHIFT["ended_at"] = Expression(said=lambda at: at.row.revoked_at)
SHIFT["runs"] = Expression(
    said=lambda at: and_(at.row.revoked_at.is_(None), at.row.begins_at <= at.eyes.now, at.eyes.now < at.row.ends_at)
)
SHIFT["started_by"] = person("started_by_id")


#: For whoever may end the shift, and recorded as seen.
SHIFT["phone"] = Sealed(
    column="phone",
    only=lambda at: at.row.organization_id == any_(at.eyes.where(Role.ADMIN, Role.COORDINATOR)),
    shown=Shown(
        Shift,
        ("phone",),
        record=lambda at: at.row.id,
        organization=lambda at: at.row.organization_id,
        when=lambda at: at.row.phone.is_not(None),
    ),
)


def _counted(reader: Reader, _: Any, sees_all: bool, checks: list[Any] | None) -> int | None:
    """To whoever sees all cases that dates are checked for. Of some of them alone the number would be wrong."""
    return len(checks or []) if sees_all else None


def _sees_all(at: At) -> Any:
    return at.row.organization_id == any_(at.eyes.organizations(wide=True, legal=True))


SHIFT["checked"] = Expression(
    inputs={
        "sees all": _sees_all,
        "checks": lambda at: at.listed(
            DateCheck,
            lambda there: and_(there.shift_id == at.row.id, there.outcome.in_(HEARD)),
            lambda there: [literal(1)],
        ),
    },
    finish=_counted,
)
SHIFT["given"] = Expression(
    inputs={
        "sees all": _sees_all,
        "all checks": lambda at: at.listed(
            DateCheck, lambda there: there.shift_id == at.row.id, lambda there: [literal(1)]
        ),
    },
    finish=_counted,
)

CHECK = Noun("DateCheck", DateCheck)
CHECK.columns("shown_at", "outcome", "answered_at")
CHECK["heard"] = Expression(said=lambda at: func.to_char(at.row.heard_wall, 'YYYY-MM-DD"T"HH24:MI'))
CHECK["shift"] = One("Shift", lambda at, there: there.id == at.row.shift_id)

HEARING["date_checks"] = Many(
    "DateCheck",
    lambda at, there: there.row.hearing_id == at.row.id,
    order=lambda there: [there.row.shown_at.desc(), there.row.id],
)
ORGANIZATION["shifts"] = Many(
    "Shift",
    lambda at, there: there.row.organization_id == at.row.id,
    order=lambda there: [there.row.ends_at.desc(), there.row.id],
    limit=50,
)
