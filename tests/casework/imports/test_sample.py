"""The sample data: what it is known to hold is what the tables hold after it was imported.

Where it lies is ``PRESENCIA_SAMPLE_DATA``. The hand-made excerpts of each shape are tested beside this, always.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import and_, func, select
from sqlalchemy.orm import aliased

from bench import sample
from casework import actors
from casework.imports import ImportKind
from casework.transaction import Transaction
from schema.cases import Case, CustodyStatus
from schema.courts import Court
from schema.custody import CustodyStint, ReleaseReason
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import Occasion
from tests.casework.imports.rooms import Room

#: The bar is 20 seconds on an idle machine; twice that tells a slow machine from a slow import.
AT_MOST = 40.0


async def imported(room: Room, folder: Path) -> float:
    # Without the reference set, which knows the circuit of a hold room of which the file does not say it.
    facilities = await room.read(ImportKind.FACILITIES, folder / "ice_facilities_geo.csv")
    courts = await room.read(ImportKind.COURTS, folder / "immigration_courts_merged.csv")
    assert (facilities.rows, courts.rows) == (844, 72)
    began = time.perf_counter()
    people = await room.read(ImportKind.PEOPLE, folder / "sample" / "people.csv")
    custody = await room.read(ImportKind.CUSTODY, folder / "sample" / "custody_stints.csv")
    hearings = await room.read(ImportKind.HEARINGS, folder / "sample" / "hearings.csv")
    took = time.perf_counter() - began
    assert (people.added, custody.added, hearings.added) == (2_000, 5_029, 2_625)
    return took


async def number(tx: Transaction, *where: object) -> int:
    return await tx.session.scalar(select(func.count()).select_from(Hearing).join(Occasion).where(*where)) or 0  # type: ignore[arg-type]


@pytest.mark.timeout(300)
async def test_the_known_answers_of_the_sample_come_out_and_read_again_it_changes_nothing(
    room: Room, sample_data: Path
) -> None:
    took = await imported(room, sample_data)

    assert took < AT_MOST
    async with room.database.transaction(actors.OPERATOR) as tx:
        assert await tx.session.scalar(select(func.count()).select_from(Facility)) == 844
        assert await tx.session.scalar(select(func.count()).select_from(Court)) == 72
        assert await room.count(Case) == 2_000
        assert await room.count(Case, Case.custody_status == CustodyStatus.IN_CUSTODY) == 73
        assert await room.count(CustodyStint) == 5_029
        assert await room.count(CustodyStint, CustodyStint.release_reason == ReleaseReason.TRANSFERRED) == 3_029
        assert await transfers_by_circuit(tx) == (2_456, 746)
        assert await number(tx) == 2_625
        assert await number(tx, Hearing.supersedes_id.is_not(None)) == 818
        later = aliased(Hearing)
        assert await number(tx, ~select(later.id).where(later.supersedes_id == Hearing.id).exists()) == 1_807
        assert await number(tx, Occasion.starts_at - Hearing.noticed_at < timedelta(hours=48)) == 364
        assert await number(tx, Occasion.starts_at >= datetime(2026, 11, 23, tzinfo=UTC)) == 90
        assert await counted(tx, Hearing.schedule_type) == {"MD": 932, "CY": 694, "RD": 421, "RR": 376, "ID": 202}
        # The product's own engine, case by case: what `python -m bench.sample` prints.
        assert await sample.found(tx) == sample.KNOWN
        assert await counted(tx, Occasion.medium) == {"webex": 1_354, "vtc": 582, "in_person": 576, "telephonic": 113}

    before = await room.everything()

    again = [
        await room.read(kind, sample_data / name)
        for kind, name in (
            (ImportKind.FACILITIES, "ice_facilities_geo.csv"),
            (ImportKind.COURTS, "immigration_courts_merged.csv"),
            (ImportKind.PEOPLE, "sample/people.csv"),
            (ImportKind.CUSTODY, "sample/custody_stints.csv"),
            (ImportKind.HEARINGS, "sample/hearings.csv"),
        )
    ]

    assert [(one.added, one.changed) for one in again] == [(0, 0)] * 5
    assert [one.unchanged for one in again] == [844, 72, 2_000, 5_029, 2_625]
    assert await room.everything() == before | {
        "imports": before["imports"] + 5,
        "audit_entries": before["audit_entries"] + 5,
    }


async def test_every_published_list_can_be_read(room: Room, sample_data: Path) -> None:
    read = [
        await room.read(kind, sample_data / name)
        for kind, name in (
            (ImportKind.FACILITIES, "ice_facilities_geo.csv"),
            (ImportKind.FACILITIES, "ice_facilities_osmp_cc0_2026-02-18.csv"),
            (ImportKind.FACILITIES, "ice_facilities_registry_2026-07-25.csv"),
            (ImportKind.COURTS, "immigration_courts_merged.csv"),
            (ImportKind.COURTS, "eoir_immigration_courts_2026-07-25.csv"),
        )
    ]

    assert [one.rows for one in read] == [844, 242, 1_615, 72, 73]


async def transfers_by_circuit(tx: Transaction) -> tuple[int, int]:
    """Transfers between facilities whose circuits are both known, and how many of them change circuit."""
    later, origin, destination = aliased(CustodyStint), aliased(Facility), aliased(Facility)
    following = (
        select(func.min(later.booked_in_at))
        .where(later.case_id == CustodyStint.case_id, later.booked_in_at > CustodyStint.booked_in_at)
        .correlate(CustodyStint)
        .scalar_subquery()
    )
    pairs = (
        select(origin.circuit.label("left"), destination.circuit.label("arrived"))
        .select_from(CustodyStint)
        .join(origin, origin.id == CustodyStint.facility_id)
        .join(later, and_(later.case_id == CustodyStint.case_id, later.booked_in_at == following))
        .join(destination, destination.id == later.facility_id)
        .where(
            CustodyStint.release_reason == ReleaseReason.TRANSFERRED,
            origin.circuit.is_not(None),
            destination.circuit.is_not(None),
        )
        .subquery()
    )
    row = (
        await tx.session.execute(
            select(func.count(), func.count().filter(pairs.c.left != pairs.c.arrived)).select_from(pairs)
        )
    ).one()
    return row[0], row[1]


async def counted(tx: Transaction, column: object) -> dict[str, int]:
    found = await tx.session.execute(
        select(column, func.count()).select_from(Hearing).join(Occasion).group_by(column)  # type: ignore[call-overload]
    )
    return {str(word): count for word, count in found}
