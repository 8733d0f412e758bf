"""The sample with known answers, imported by the product's own importers into a database of its own, and each known
answer printed beside what was found. ``python -m bench.sample [FOLDER]``; FOLDER is ``PRESENCIA_SAMPLE_DATA`` if it is
not given. Ends with 1 when one of them differs.

What moved whom where is asked of the product's engine (``casework.transfers``), case by case, and nothing is counted by
SQL that the engine should find.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from casework import imports, stays, transfers
from casework.actors import OPERATOR
from casework.imports import ImportKind
from casework.master_keys import KeyRing
from casework.transaction import Database, Transaction
from casework.vault import Vault
from commands import scratch
from migrations import roles, running
from schema.cases import Case, CustodyStatus
from schema.courts import Court
from schema.custody import CustodyStint
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import Occasion
from schema.organizations import Organization, OrganizationKind

#: In this order: each names what those before it brought.
FILES = (
    (ImportKind.FACILITIES, "ice_facilities_geo.csv"),
    (ImportKind.COURTS, "immigration_courts_merged.csv"),
    (ImportKind.PEOPLE, "sample/people.csv"),
    (ImportKind.CUSTODY, "sample/custody_stints.csv"),
    (ImportKind.HEARINGS, "sample/hearings.csv"),
)

#: What the sample's provenance says of it.
KNOWN: dict[str, Any] = {
    "facilities": 844,
    "courts": 72,
    "people": 2_000,
    "still detained": 73,
    "stays": 5_029,
    "transfers": 3_029,
    "transfers whose two circuits are known": 2_456,
    "transfers that change circuit": 746,
    "hearings": 2_625,
    "hearings that replace an earlier one": 818,
    "hearings noticed less than 48 hours ahead": 364,
    "hearings that start after 2026-11-22": 90,
    "schedule types": {"MD": 932, "CY": 694, "RD": 421, "RR": 376, "ID": 202},
    "media": {"webex": 1_354, "vtc": 582, "in_person": 576, "telephonic": 113},
}


async def found(tx: Transaction) -> dict[str, Any]:
    """The same, of a deployment into which the sample was imported."""
    moved = [move async for move in _moves(tx)]
    between = [(move.before.site, move.after.site) for move in moved]
    placed = [(one, other) for one, other in between if one and other and one.circuit and other.circuit]
    another = [
        (one, other)
        for one, other in placed
        if any(change.what == "federal circuit" for change in transfers.changes(one, other))
    ]
    soon = Occasion.starts_at - Hearing.noticed_at < timedelta(hours=48)
    return {
        "facilities": await _count(tx, select(Facility.id)),
        "courts": await _count(tx, select(Court.id)),
        "people": await _count(tx, select(Case.id)),
        "still detained": await _count(tx, select(Case.id).where(Case.custody_status == CustodyStatus.IN_CUSTODY)),
        "stays": await _count(tx, select(CustodyStint.id)),
        "transfers": len(moved),
        "transfers whose two circuits are known": len(placed),
        "transfers that change circuit": len(another),
        "hearings": await _count(tx, select(Hearing.id)),
        "hearings that replace an earlier one": await _count(
            tx, select(Hearing.id).where(Hearing.supersedes_id.is_not(None))
        ),
        "hearings noticed less than 48 hours ahead": await _count(tx, select(Hearing.id).join(Occasion).where(soon)),
        "hearings that start after 2026-11-22": await _count(
            tx, select(Occasion.id).where(Occasion.starts_at >= datetime(2026, 11, 23, tzinfo=UTC))
        ),
        "schedule types": await _each(tx, Hearing.schedule_type),
        "media": await _each(tx, Occasion.medium),
    }


async def _moves(tx: Transaction) -> Any:
    """Every transfer that the engine finds."""
    ids = list(await tx.session.scalars(select(Case.id).order_by(Case.id)))
    for begin in range(0, len(ids), 500):
        for of_one in (await stays.stays_of(tx, ids[begin : begin + 500])).values():
            for move in transfers.moves(of_one):
                yield move


async def _count(tx: Transaction, asked: Any) -> int:
    return await tx.session.scalar(select(func.count()).select_from(asked.subquery())) or 0


async def _each(tx: Transaction, column: Any) -> dict[str, int]:
    rows = await tx.session.execute(select(column, func.count()).select_from(Hearing).join(Occasion).group_by(column))
    return dict(Counter({str(word): count for word, count in rows}).most_common())


def differing(answers: dict[str, Any]) -> Iterator[str]:
    """Prints each known answer beside what was found, and gives those that differ."""
    print(f"{'':46}{'known':>24}{'found':>24}")
    for name, known in KNOWN.items():
        pairs = known.items() if isinstance(known, dict) else [("", known)]
        for word, count in pairs:
            answer = answers[name].get(word, 0) if word else answers[name]
            said = f"{name}: {word}" if word else name
            print(f"{said:46}{count:>24,}{answer:>24,}  {'' if answer == count else 'DIFFERS'}")
        if answers[name] != known:
            yield name


async def main(folder: Path) -> int:
    async with AsyncExitStack() as stack:
        cluster = stack.enter_context(scratch.cluster())
        await asyncio.to_thread(cluster.make, "sample")
        owner_url, app_url = cluster.url(roles.OWNER, "sample"), cluster.url(roles.APP, "sample")
        await running.migrate(owner_url, app_url)
        database = Database(app_url, Vault(KeyRing.generate()), pool_size=2)
        stack.push_async_callback(database.close)
        async with database.transaction(OPERATOR) as tx:
            tx.session.add(Organization(slug="sample", name="Sample", kind=OrganizationKind.LEGAL_PROVIDER))
        # Without the reference set, which knows the circuit of a hold room of which the file does not say it.
        for kind, name in FILES:
            async with database.transaction(OPERATOR) as tx:
                organization = await imports.legal_provider_called(tx, "sample")
                tally = await imports.import_file(tx, kind, folder / name, organization=organization)
            print(f"{name}: {tally.rows:,} rows")
        async with database.transaction(OPERATOR) as tx:
            answers = await found(tx)
    differ = list(differing(answers))
    print("Every known answer was found." if not differ else f"These differ: {', '.join(differ)}.")
    return 1 if differ else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=os.environ.get("PRESENCIA_SAMPLE_DATA", ""))
    given = parser.parse_args()
    if not Path(given.folder or tempfile.gettempdir(), FILES[0][1]).is_file():
        sys.exit(f"Say where the sample lies: python -m bench.sample FOLDER, with {FILES[0][1]} in it.")
    sys.exit(asyncio.run(main(Path(given.folder))))
