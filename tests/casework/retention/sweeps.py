"""What tests of retention ask of the house and of the database."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

from casework import actors, cases, hearings, retention
from schema.cases import Case
from schema.consents import ConsentAudience, Purpose
from schema.hearings import Hearing, HearingOutcome
from schema.people import PersonKind
from schema.retention import RetentionClass
from tests.ground import Ground
from tests.house import House

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
AFTER = {clock.kind: clock.after for clock in retention.CLOCKS}


_REQUEST = re.compile(r'"request_id": "([^"]+)"')
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


async def led_to(ground: Ground, start: UUID, beside: set[str]) -> set[str]:
    """Every id that a join over any rows of any tables leads to from this one, also over the number of a request; not
    through those that stand beside everybody: organizations and staff.
    """
    rows = []
    for table in ground.tables:
        for (row,) in await ground.connection.fetch(f'select to_jsonb(t)::text from "{table}" t'):
            rows.append((set(_ID.findall(row)) | set(_REQUEST.findall(row))) - beside)
    found, fresh = {str(start)}, {str(start)}
    while fresh:
        fresh = {one for row in rows if row & fresh for one in row} - found
        found |= fresh
    return found


async def bystanders(ground: Ground) -> set[str]:
    rows = await ground.connection.fetch(
        "select id from organizations union all select id from people where kind = 'staff'"
    )
    return {str(one) for (one,) in rows}


async def swept(house: House) -> Counter[RetentionClass]:
    """What goes when the house is swept now; a look beforehand tells exactly that."""
    async with house.database.transaction(actors.RETENTION) as tx:
        looked = Counter({one.kind: 0 for one in await retention.due(tx)})
        for one in await retention.due(tx):
            looked[one.kind] += one.goes
    gone = await retention.sweep(house.database)
    # The address book's clock begins when the sweep finds that nothing names somebody any more.
    assert {kind: count for kind, count in gone.items() if count} == {kind: n for kind, n in looked.items() if n}
    return gone


async def count(ground: Ground, table: str, **named: Any) -> int:
    where = " and ".join(f"{name} = ${place}" for place, name in enumerate(named, 1)) or "true"
    found: int = await ground.connection.fetchval(f"select count(*) from {table} where {where}", *named.values())
    return found


async def supporters(house: House, *names: str) -> list[UUID]:
    """Supporters who are asked to the hearing, with the client's consent."""
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    return [await house.a_person(name, PersonKind.SUPPORTER) for name in names]


async def held_and_closed(house: House) -> None:
    """The hearing is over and reported, and the case closes, all on the day of the hearing."""
    async with house.watching() as tx:
        hearing = await tx.session.get_one(Hearing, house.hearing)
        house.clock.now = hearing.occasion.ends_at + timedelta(hours=1)
    async with house.acting(house.ana) as tx:
        hearing = await tx.session.get_one(Hearing, house.hearing)
        await hearings.report_hearing(
            tx,
            house.hearing,
            expected_revision=hearing.revision,
            outcome=HearingOutcome.BOND_GRANTED,
            bond_amount=5_000,
        )
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        await cases.close_case(tx, house.case, expected_revision=case.revision, reason="Bond granted.")
