"""Whether anybody knows where a client is, as boards show it of many: the same rule as the alarms of one case, asked of
the open stay and the looks after it alone.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import and_, extract, func, select

from casework import transfers
from casework.access import VISIBLE
from casework.reading.cases import CASE, legal
from casework.reading.facts import Expression
from casework.reading.moves import LOOKED_FOR
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from casework.transfers import Look, Site, Stay
from schema.custody import Confidence, CustodyStint, LocatorCheck, PlaceOfCustody, Source
from schema.facilities import Facility


def _seconds(column: Any) -> Any:
    return extract("epoch", column)


def _held(at: At) -> Any:
    """The open stay that was checked last, as far as :func:`casework.transfers.contact` asks about it."""
    stint, place = Row(CustodyStint), Row(Facility)
    rows = (
        select(
            func.json_build_array(
                stint.id, stint.place, _seconds(stint.booked_in_at), _seconds(stint.checked_at), place.staging,
                place.hold_room,
            )
        )
        .select_from(stint.alias.outerjoin(place.alias, place.id == stint.facility_id))
        .where(
            VISIBLE[CustodyStint](at.eyes, stint), stint.case_id == at.row.id, stint.booked_out_at.is_(None)
        )
        .order_by(stint.checked_at.desc(), stint.id.desc())
        .limit(1)
    )  # fmt: skip
    return at.ask(rows)


def _looks(at: At) -> Any:
    """Looks after which no open stay was checked: whatever came before tells nothing new."""
    return at.listed(
        LocatorCheck,
        lambda look: and_(
            look.case_id == at.row.id,
            look.taken_back_at.is_(None),
            ~at.any_beside(
                CustodyStint,
                lambda stint: and_(
                    stint.case_id == at.row.id,
                    stint.booked_out_at.is_(None),
                    stint.checked_at >= look.checked_at,
                ),
                look,
            ),
        ),
        lambda look: [_seconds(look.checked_at), look.found, look.source],
    )


def _stay(reader: Reader, said: list[Any]) -> Stay:
    key, place, began, checked, staging, hold_room = said
    return Stay(
        id=UUID(key),
        place=PlaceOfCustody(place),
        site=None if staging is None else Site(id=UUID(key), name="", staging=staging, hold_room=hold_room),
        began=None if began is None else reader.instant(began),
        ended=None,
        reason=None,
        source=Source.OTHER,
        confidence=Confidence.UNCONFIRMED,
        checked_at=reader.instant(checked),
    )


def _reach(
    reader: Reader, _: Any, sought: bool, opened: float, held: list[Any] | None, looks: list[list[Any]] | None
) -> str | None:
    if not sought:
        return None
    found = transfers.contact(
        _stay(reader, held) if held else None,
        [Look(reader.instant(at), found, Source(source)) for at, found, source in looks or []],
        reader.instant(opened),
        reader.now,
    )
    return found.reach.name


CASE["reach"] = Expression(
    inputs={
        "sought": lambda at: and_(
            legal(at), at.row.closed_at.is_(None), at.row.custody_status.in_(LOOKED_FOR)
        ),
        "opened": lambda at: _seconds(at.row.opened_at),
        "held": _held,
        "looks": _looks,
    },
    finish=_reach,
)  # fmt: skip
