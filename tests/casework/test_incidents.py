"""Incidents, and what is asked about them: requests, until when an answer is owed, and what came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import incidents
from casework.incidents import IncidentFacts
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotFound, NotPermitted
from schema.audit import AuditEntry
from schema.incidents import (
    FollowUpKind,
    FollowUpState,
    Incident,
    IncidentFollowUp,
    IncidentKind,
    IncidentReaders,
)
from schema.organizations import Membership
from schema.tasks import Task
from tests.house import House

COURT = "New Haven Superior Court, 235 Church Street, New Haven"


def facts(**more: Any) -> IncidentFacts:
    said = IncidentFacts(
        kind=IncidentKind.ENTRY_OR_SEARCH, what="The door was broken in.", happened_at=datetime(2026, 11, 20, 7, 30)
    )
    return replace(said, **more)


async def recorded(house: House, *, by: UUID | None = None, **more: Any) -> Incident:
    async with house.acting(by or house.ana) as tx:
        return await incidents.record_incident(tx, house.case, facts(**more))


async def asked(house: House, incident: Incident, *, by: UUID | None = None, **more: Any) -> IncidentFollowUp:
    given = {
        "kind": FollowUpKind.RECORDS_REQUEST, "to_whom": "Hamden Police, records", "sent_on": date(2026, 11, 21), **more
    }  # fmt: skip
    async with house.acting(by or house.ana) as tx:
        return await incidents.follow_up_incident(tx, incident.id, **given)


async def answered(house: House, one: IncidentFollowUp, **more: Any) -> IncidentFollowUp:
    given = {"state": FollowUpState.ANSWERED, "answered_on": date(2026, 11, 22), "expected_revision": 0, **more}
    async with house.acting(house.ana) as tx:
        return await incidents.answer_follow_up(tx, one.id, **given)


async def every(house: House, model: type[Any]) -> list[Any]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(model).order_by(model.id)))


async def acts(house: House) -> list[str]:
    async with house.watching() as tx:
        found = await tx.session.scalars(
            select(AuditEntry.act).where(AuditEntry.act.startswith("incident.")).order_by(AuditEntry.seq)
        )
        return list(found)


async def tasks(house: House) -> list[Task]:
    return [task for task in await every(house, Task) if task.raised_by == "incident_answer"]


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "in the future": ({"happened_at": datetime(2026, 11, 23, 9, 31)}, "happenedAt"),
    "on a day to come": ({"happened_at": datetime(2026, 11, 24, 0), "hour_known": False}, "happenedAt"),
    "nothing happened": ({"what": " \n "}, "what"),
    "a courthouse nobody knows": ({"state_court": "Supreme Court of Elm City"}, "stateCourt"),
    "a zone there is not": ({"time_zone": "New Haven"}, "timeZone"),
    "a novel": ({"witnesses": "x" * 9_000}, "witnesses"),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_what_can_not_be_is_refused_and_nothing_is_half_saved(house: House, what: str) -> None:
    given, field = REFUSED[what]

    with pytest.raises(Invalid) as refused:
        await recorded(house, **given)

    assert refused.value.field == field
    assert await every(house, Incident) == [] and await acts(house) == []


async def test_an_incident_of_today_whose_hour_nobody_knows_has_happened(house: House) -> None:
    one = await recorded(house, happened_at=datetime(2026, 11, 23, 23, 59), hour_known=False)

    assert not one.hour_known and await acts(house) == ["incident.recorded"]


async def test_hb_8004_an_incident_at_a_state_courthouse_keeps_which_one_it_was(house: House) -> None:
    one = await recorded(house, kind=IncidentKind.ARREST_AT_COURT, state_court=COURT, place="on the stairs")

    assert one.state_court == "NH-CHURCH"


async def test_what_people_type_is_sealed(house: House, ground: Any) -> None:
    one = await recorded(house, place="12 Oak Street", witnesses="Doña Celia", evidence="Video of a neighbor")
    await asked(house, one)

    for table in ("incidents", "incident_follow_ups", "audit_entries", "tasks"):
        rows = str([dict(row) for row in await ground.connection.fetch(f"select * from {table}")])
        for words in ("door", "Oak Street", "Celia", "neighbor", "Hamden"):
            assert words not in rows, (table, words)


async def test_only_counsel_and_whom_they_supervise_keep_one_for_counsel(house: House) -> None:
    with pytest.raises(NotPermitted, match="attorney"):
        await recorded(house, seen_by=IncidentReaders.COUNSEL)
    kept = await recorded(house, by=house.luis, seen_by=IncidentReaders.COUNSEL)
    shared = await recorded(house)

    with pytest.raises(NotFound):
        await asked(house, kept)
    with pytest.raises(NotPermitted):
        async with house.acting(house.ana) as tx:
            await incidents.correct_incident(tx, shared.id, facts(seen_by=IncidentReaders.COUNSEL), expected_revision=0)
    async with house.watching() as tx:
        (ana,) = await tx.session.scalars(select(Membership).where(Membership.person_id == house.ana))
        ana.supervised = True
    await asked(house, kept, sent_on=date(2026, 11, 22))

    assert [one.seen_by for one in await every(house, Incident)] == [
        IncidentReaders.COUNSEL, IncidentReaders.LEGAL_TEAM,
    ]  # fmt: skip


async def test_an_answer_that_is_owed_is_a_task_for_that_morning_until_it_comes(house: House) -> None:
    one = await recorded(house)
    request = await asked(house, one, due_on=date(2026, 11, 27))

    (task,) = await tasks(house)
    assert (task.due_at, task.owner_id, task.done_at) == (
        datetime.fromisoformat("2026-11-27T14:00:00+00:00"), house.ana, None,
    )  # fmt: skip

    done = await answered(house, request, state=FollowUpState.REFUSED, answer="No such record.")

    assert (done.state, done.answered_on) == (FollowUpState.REFUSED, date(2026, 11, 22))
    (task,) = await tasks(house)
    assert task.done_at == house.clock.now
    assert await acts(house) == ["incident.recorded", "incident.followed_up", "incident.follow_up_answered"]


async def test_no_task_tells_of_what_is_kept_for_counsel_also_where_it_was_shared_before(house: House) -> None:
    kept = await recorded(house, by=house.luis, seen_by=IncidentReaders.COUNSEL)
    await asked(house, kept, by=house.luis, due_on=date(2026, 11, 27))
    assert await tasks(house) == []
    shared = await recorded(house)
    await asked(house, shared, due_on=date(2026, 11, 27))

    async with house.acting(house.luis) as tx:
        await incidents.correct_incident(tx, shared.id, facts(seen_by=IncidentReaders.COUNSEL), expected_revision=0)

    (task,) = await tasks(house)
    assert task.done_at == house.clock.now


async def test_a_request_before_its_incident_or_due_before_it_was_sent_changes_nothing(house: House) -> None:
    one = await recorded(house)
    for given, field in (
        ({"sent_on": date(2026, 11, 19)}, "sentOn"),
        ({"sent_on": date(2026, 11, 24)}, "sentOn"),
        ({"due_on": date(2026, 11, 20)}, "dueOn"),
        ({"to_whom": ""}, "toWhom"),
    ):
        with pytest.raises(Invalid) as refused:
            await asked(house, one, **given)
        assert refused.value.field == field

    assert await every(house, IncidentFollowUp) == [] and await tasks(house) == []
    assert await acts(house) == ["incident.recorded"]


async def test_an_answer_is_recorded_once_and_not_before_it_was_asked(house: House) -> None:
    request = await asked(house, await recorded(house))
    for given, refusal in (
        ({"state": FollowUpState.WAITING}, Invalid),
        ({"answered_on": date(2026, 11, 20)}, Invalid),
        ({"answered_on": date(2026, 11, 24)}, Invalid),
        ({"expected_revision": 5}, ChangedMeanwhile),
    ):
        with pytest.raises(refusal):
            await answered(house, request, **given)
    assert [one.state for one in await every(house, IncidentFollowUp)] == [FollowUpState.WAITING]

    await answered(house, request)
    with pytest.raises(NotAllowedByState):
        await answered(house, request, expected_revision=1)

    assert await acts(house) == ["incident.recorded", "incident.followed_up", "incident.follow_up_answered"]


async def test_an_incident_ends_once_nothing_is_awaited_and_takes_no_request_after(house: House) -> None:
    one = await recorded(house)
    request = await asked(house, one)

    async def conclude(outcome: str, revision: int) -> None:
        async with house.acting(house.ana) as tx:
            await incidents.conclude_incident(tx, one.id, outcome, expected_revision=revision)

    with pytest.raises(NotAllowedByState, match="awaited"):
        await conclude("Settled.", 0)
    await answered(house, request)
    with pytest.raises(Invalid):
        await conclude("  ", 0)
    await conclude("Settled.", 0)
    with pytest.raises(NotAllowedByState):
        await conclude("Once more.", 1)
    with pytest.raises(NotAllowedByState):
        await asked(house, one)

    (ended,) = await every(house, Incident)
    assert ended.ended_at == house.clock.now and (await acts(house))[-1] == "incident.concluded"
    assert len(await every(house, IncidentFollowUp)) == 1
