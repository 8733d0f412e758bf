"""The reference set in the tables: loaded after each migration, and again whenever it has grown.

Only codes that are not there yet are added. What an operator has imported since is newer than what ships, and stays.
"""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import func, insert, select

from casework.transaction import Transaction
from schema import reference
from schema.base import new_id
from schema.courts import Court, HearingLocation
from schema.facilities import Facility

#: Any number, the same for all of us.
_LOCK = 7_237_262_402


async def load_reference(tx: Transaction) -> int:
    """Add the facilities, courts and hearing locations that ship and are not there yet. Returns how many were added.

    The actor must be the operator. Doing it twice adds nothing.
    """
    # Two machines that migrate at once: the second waits, then finds everything there.
    await tx.session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    facilities = await _codes(tx, Facility)
    places = [{"id": new_id(), **asdict(facts)} for facts in reference.facilities() if facts.code not in facilities]
    courts = await _codes(tx, Court)
    # A court may have been imported under one of its other codes.
    known = set(courts) | {code for others in await tx.session.scalars(select(Court.other_codes)) for code in others}
    rooms = await _codes(tx, HearingLocation)
    new_courts, new_rooms = [], []
    for court in reference.courts():
        court_id = courts.get(court.code)
        if court_id is None and known.isdisjoint({court.code, *court.other_codes}):
            court_id = new_id()
            facts = asdict(court) | {"id": court_id, "other_codes": list(court.other_codes)}
            del facts["locations"]
            new_courts.append(facts)
        if court_id is not None:
            new_rooms += [
                {"id": new_id(), "court_id": court_id, **asdict(location)}
                for location in court.locations
                if location.code not in rooms
            ]
    for model, rows in ((Facility, places), (Court, new_courts), (HearingLocation, new_rooms)):
        if rows:
            await tx.session.execute(insert(model), rows)
    return len(places) + len(new_courts) + len(new_rooms)


async def _codes(tx: Transaction, model: type[Facility] | type[Court] | type[HearingLocation]) -> dict[str, UUID]:
    return dict((await tx.session.execute(select(model.code, model.id))).all())
