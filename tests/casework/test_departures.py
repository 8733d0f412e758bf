"""Departures: what somebody had in hand who left goes on with somebody else, and nothing of it comes back by itself."""

from __future__ import annotations

from casework import actors, departures, feeds, members, organizations, tasks, teams
from schema.feeds import FeedFilter
from schema.organizations import Role
from schema.teams import CaseRole
from tests.ground import Ground
from tests.house import House


async def looked_after(house: House) -> int:
    async with house.database.transaction(actors.HOUSEKEEPING) as tx:
        return await departures.follow(tx)


async def test_a_coordinator_s_cases_and_tasks_go_to_a_colleague_who_is_told(house: House, ground: Ground) -> None:
    grace = await house.a_person("Grace Adeyemi", role=Role.ADMIN)
    bea = await house.a_person("Bea Lind", role=Role.COORDINATOR)
    async with house.acting(house.ana) as tx:
        await tasks.add_task(tx, house.organization, title="Call Rosa", case_id=house.case)
        await tasks.add_task(tx, house.organization, title="Order paper")
        # The address of a calendar, which is to open nothing when she comes back.
        await feeds.subscribe_feed(tx, house.organization, filter=FeedFilter.MY_CASES, name="Mine")
        # A seat of hers on the team, and one of Luis's, who stays.
        await teams.add_to_team(tx, house.case, house.ana, CaseRole.COORDINATOR)
    assert await looked_after(house) == 0

    async with house.database.transaction(actors.Person(grace, proved_at=house.clock.now)) as tx:
        await members.let_member_go(tx, house.organization, house.ana)
    assert await looked_after(house) > 0

    case = await ground.connection.fetchrow("select coordinator_id from cases where id = $1", house.case)
    assert case["coordinator_id"] == bea
    mine = await ground.connection.fetch("select owner_id, raised_by from tasks where done_at is null")
    assert {row["owner_id"] for row in mine} == {bea}
    assert [row["raised_by"] for row in mine].count("handed_on") == 1
    seats = await ground.connection.fetch("select person_id from team_members where until is null or until > now()")
    assert house.ana not in {row["person_id"] for row in seats} and house.luis in {row["person_id"] for row in seats}
    acts = [row["act"] for row in await ground.connection.fetch("select act from audit_entries where actor_id is null")]
    assert acts.count("task.handed_on") == 2 and "team.left" in acts and "case.updated" in acts
    # Once is enough.
    assert await looked_after(house) == 0
    assert await ground.connection.fetchval("select revoked_at from feeds where person_id = $1", house.ana)

    # Taken on again, they have what they are given, and nothing that was theirs before.
    async with house.watching() as tx:
        await organizations.engage(
            tx, house.organization, name="Ana Okafor", email="ana@elm.test", roles=[Role.PARALEGAL]
        )
    assert await looked_after(house) == 0
    assert house.ana not in {
        row["person_id"] for row in await ground.connection.fetch(
            "select person_id from team_members where until is null or until > now()"
        )
    }  # fmt: skip


async def test_where_nobody_coordinates_any_more_nobody_is_named_and_nothing_is_lost(
    house: House, ground: Ground
) -> None:
    grace = await house.a_person("Grace Adeyemi", role=Role.ADMIN)
    async with house.acting(house.ana) as tx:
        await tasks.add_task(tx, house.organization, title="Order paper")
        await tasks.add_task(tx, house.organization, title="Call Rosa", case_id=house.case)
    async with house.database.transaction(actors.Person(grace, proved_at=house.clock.now)) as tx:
        await members.let_member_go(tx, house.organization, house.ana)

    await looked_after(house)

    assert await ground.connection.fetchval("select coordinator_id from cases where id = $1", house.case) is None
    rows = await ground.connection.fetch("select owner_id, case_id from tasks where done_at is null")
    # What is of no case is the admin's; what is of the case stands on its list, and so does that nobody looks after it.
    assert {(row["owner_id"], row["case_id"] is None) for row in rows} == {(grace, True), (None, False)}
    assert await looked_after(house) == 0
