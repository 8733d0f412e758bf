"""A record is asked for once more when it went to another case while it was waited for."""

from __future__ import annotations

import asyncio

import pytest

from api.nodes import parts
from casework import access
from casework.access import Act
from casework.actors import OPERATOR, Person
from casework.refusals import NotFound
from schema.cases import Case
from schema.notes import Note
from tests.journeys import steps
from tests.town import Town


@pytest.mark.parametrize("to", ["coordinator@demo.test", "coordinator@other.test"])
async def test_a_record_that_moved_meanwhile_is_had_with_its_new_case_or_not_at_all(town: Town, to: str) -> None:
    ana, other = await town.signed_in("coordinator@demo.test"), await town.signed_in(to)
    home = town.organizations["elm-city" if to.endswith("demo.test") else "shoreline"]
    mateo = await steps.take_in_mateo(town, ana)
    told = await other.do("takeInCase", "case { id }", organizationId=home, legalName="Ernesto Vega Luz")
    written = await ana.do("writeNote", "note { id }", caseId=mateo["id"], body="Called.")
    note, here, there = (parts(one)[1] for one in (written["note"]["id"], mateo["id"], told["case"]["id"]))

    async def ask() -> tuple[Note, Case]:
        async with town.database.transaction(Person(town.staff["coordinator@demo.test"])) as tx:
            return await access.record_for(tx, Note, note, Act.WRITE_NOTE)

    async with town.database.transaction(OPERATOR) as tx:
        row, _ = await access.record_for(tx, Note, note, Act.WRITE_NOTE)
        waiting = asyncio.create_task(ask())
        await asyncio.sleep(0.3)
        assert not waiting.done()
        row.case_id = there
        await tx.session.flush()

    if to == "coordinator@demo.test":
        found, case = await waiting
        assert (found.case_id, case.id) == (there, there)
    else:
        with pytest.raises(NotFound):
            await waiting
    assert here != there
