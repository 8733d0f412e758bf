"""The outbox, how occasions were told, and what waits today: both paths say the same, and neither says too much."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import global_id, parts
from bench.paths import Paths
from casework import actors
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from schema.base import new_id
from schema.cases import Case
from schema.notices import Notice, NoticeState, Receipt
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps
from tests.plans.test_both_paths import a_busy_town, paths_of
from tests.town import Town, opened, settled

OUTBOX = """query ($progress: [NoticeProgress!], $kinds: [LetterKind!], $audiences: [Audience!], $channels: [Channel!],
  $occasionId: ID, $personId: ID, $caseId: ID, $dueFrom: DateTime, $dueUntil: DateTime, $after: String) {
  notices(progress: $progress, kinds: $kinds, audiences: $audiences, channels: $channels, occasionId: $occasionId,
    personId: $personId, caseId: $caseId, dueFrom: $dueFrom, dueUntil: $dueUntil, first: 4, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id kind audience channel progress state dueAt reason person { id } occasion { id }
      tries { attempt outcome said at } } } } }"""


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground, a_busy_town)
        yield found


async def listed(paths: Paths, who: Any, **given: Any) -> list[dict[str, Any]]:
    """Every message, page by page, as both paths say it."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        data, errors = await paths.ordinary(who, OUTBOX, {**given, "after": after})
        assert not errors and await paths.woven(who, OUTBOX, {**given, "after": after}) == data
        found += [edge["node"] for edge in data["notices"]["edges"]]
        after = data["notices"]["pageInfo"]["endCursor"]
        if not data["notices"]["pageInfo"]["hasNextPage"]:
            return found


async def in_every_state(town: Town) -> None:
    """Some of the letters end in each way there is."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        asked = select(Notice).where(Notice.case_id.is_not(None)).order_by(Notice.id)
        # Every fourth stays as it is.
        rows = [row for place, row in enumerate(await tx.session.scalars(asked)) if place % 4]
        ways = [
            (NoticeState.FAILED, "refused"), (NoticeState.SKIPPED, "no_address"), (NoticeState.SUPERSEDED, "moved"),
            (NoticeState.DELIVERED, None), (NoticeState.CARRIED, None), (NoticeState.UNKNOWN, None),
            (NoticeState.SKIPPED, "not_coming"), (NoticeState.SKIPPED, "too_late"),
        ]  # fmt: skip
        for place, (row, (state, reason)) in enumerate(zip(rows, ways * 10, strict=False)):
            at = min(row.due_at, tx.now - timedelta(minutes=place))
            await tx.session.execute(
                update(Notice)
                .where(Notice.id == row.id)
                .values(state=state, reason=reason, settled_at=tx.now, attempts=1, due_at=at)
            )
        tx.session.add(
            Receipt(id=new_id(), notice_id=rows[0].id, attempt=1, outcome="refused", said="550 5.1.1", at=tx.now)
        )


async def test_each_filter_of_the_outbox_finds_on_both_paths_what_it_says_and_nothing_else(town: Town) -> None:
    await in_every_state(town)
    paths = paths_of(town)
    ana = town.staff["coordinator@demo.test"]
    everything = await listed(paths, ana)
    assert len(everything) > 12

    for name, fact in (("progress", "progress"), ("kinds", "kind"), ("audiences", "audience"), ("channels", "channel")):
        there = {one[fact] for one in everything}
        for word in there:
            found = await listed(paths, ana, **{name: [word]})
            assert {one["id"] for one in found} == {one["id"] for one in everything if one[fact] == word}
    assert {one["progress"] for one in everything} >= {"TROUBLE", "NOT_SENT", "REPLACED", "DELIVERED", "SENT", "DUE"}
    both = await listed(paths, ana, progress=["TROUBLE", "SENT"])
    assert {one["progress"] for one in both} == {"TROUBLE", "SENT"}

    for name, fact in (("occasionId", "occasion"), ("personId", "person")):
        one = next(one for one in everything if one[fact])[fact]["id"]
        found = await listed(paths, ana, **{name: one})
        assert {each["id"] for each in found} == {each["id"] for each in everything if each[fact] == {"id": one}}
    middle = sorted(one["dueAt"] for one in everything)[len(everything) // 2]
    later = await listed(paths, ana, dueFrom=middle)
    earlier = await listed(paths, ana, dueUntil=middle)
    assert {one["dueAt"] >= middle for one in later} == {True} and {one["dueAt"] < middle for one in earlier} == {True}
    assert len(later) + len(earlier) == len(everything)


async def test_a_letter_to_be_sent_is_due_once_its_hour_comes_and_shows_what_carriers_said(town: Town) -> None:
    await in_every_state(town)
    paths = paths_of(town)
    ana = town.staff["coordinator@demo.test"]
    waiting = await listed(paths, ana, progress=["TO_BE_SENT"])
    # The next one comes first.
    assert waiting and [one["dueAt"] for one in waiting] == sorted(one["dueAt"] for one in waiting)

    async with town.database.transaction(actors.OPERATOR) as tx:
        its = Notice.id == parts(waiting[0]["id"])[1]
        await tx.session.execute(update(Notice).where(its).values(due_at=tx.now - timedelta(seconds=7)))
    assert waiting[0]["id"] in {one["id"] for one in await listed(paths, ana, progress=["DUE"])}

    failed = next(one for one in await listed(paths, ana, progress=["TROUBLE"]) if one["tries"])
    assert [(one["attempt"], one["outcome"], one["said"]) for one in failed["tries"]] == [(1, "refused", "550 5.1.1")]


async def test_nobody_finds_out_by_a_filter_whom_a_letter_is_for(town: Town) -> None:
    await in_every_state(town)
    paths = paths_of(town)
    ana, noor = town.staff["coordinator@demo.test"], town.staff["advocate@demo.test"]
    shown = {one["id"]: one for one in await listed(paths, ana)}
    hers = await listed(paths, noor)
    hidden = [one for one in hers if one["person"] is None]
    assert hidden

    for one in hidden:
        whose = shown[one["id"]]["person"]["id"]
        found = await listed(paths, noor, personId=whose)
        assert one["id"] not in {each["id"] for each in found}


async def test_another_organization_sees_none_of_these_messages_however_it_asks(town: Town) -> None:
    await in_every_state(town)
    paths = paths_of(town)
    ana, ben = town.staff["coordinator@demo.test"], town.staff["coordinator@other.test"]
    case_of = 'query { case(shortId: "C-10001") { id } notices(first: 100) { edges { node { id case { id } } } } }'
    data, _ = await paths.ordinary(ana, case_of, {})
    case_id = data["case"]["id"]
    anas = {edge["node"]["id"] for edge in data["notices"]["edges"] if edge["node"]["case"] == {"id": case_id}}
    assert anas

    assert await listed(paths, ben, caseId=case_id) == []
    assert not anas & {one["id"] for one in await listed(paths, ben)}
    assert not anas & {one["id"] for one in await listed(paths, ben, personId=town.person("coordinator@demo.test"))}


DELIVERY = "query ($id: ID!) { node(id: $id) { ... on Occasion { delivery { told sent due failed unreachable } } } }"


async def test_an_occasion_says_of_each_person_once_how_their_last_letter_went(town: Town) -> None:
    await in_every_state(town)
    paths = paths_of(town)
    ana = town.staff["coordinator@demo.test"]
    seen = 0
    async with town.database.transaction(actors.OPERATOR) as tx:
        rows = list(await tx.session.scalars(select(Notice).where(Notice.occasion_id.is_not(None))))
        now = tx.now
    visible = {one["id"] for one in await listed(paths, ana)}
    for occasion_id in {row.occasion_id for row in rows}:
        last: dict[Any, Notice] = {}
        for row in sorted(rows, key=lambda one: (one.due_at, one.id)):
            put_aside = row.state is NoticeState.SUPERSEDED or (
                row.state is NoticeState.SKIPPED and row.reason not in ("no_address", "bounced", "stopped", "too_late")
            )
            theirs = row.occasion_id == occasion_id and global_id("Notice", row.id) in visible
            if theirs and row.due_at <= now and not put_aside:
                last[row.person_id] = row
        said = {"told": len(last), "sent": 0, "due": 0, "failed": 0, "unreachable": 0}
        for row in last.values():
            match row.state:
                case NoticeState.CARRIED | NoticeState.DELIVERED:
                    said["sent"] += 1
                case NoticeState.PLANNED | NoticeState.UNKNOWN:
                    said["due"] += 1
                case NoticeState.SKIPPED if row.reason == "no_address":
                    said["unreachable"] += 1
                case _:
                    said["failed"] += 1
        seen += len(last)
        assert occasion_id is not None
        asked = {"id": global_id("Occasion", occasion_id)}
        data, errors = await paths.ordinary(ana, DELIVERY, asked)
        assert not errors and await paths.woven(ana, DELIVERY, asked) == data
        if data["node"] is not None:
            assert data["node"]["delivery"] == said
    assert seen > 3


TODAY = """query { today { hearingsWithoutCounsel changesNotConfirmed datesToCheck nobodyAssigned lettersFailed
  deadlinesNear } }"""
BOARD = "query ($need: CaseNeed!) { cases(filter: {need: $need}) { count edges { node { id } } } }"
NEEDS = {
    "hearingsWithoutCounsel": "HEARING_WITHOUT_COUNSEL", "datesToCheck": "DATE_TO_CHECK",
    "nobodyAssigned": "NOBODY_ASSIGNED", "deadlinesNear": "DEADLINE_NEAR",
}  # fmt: skip


async def test_behind_each_number_of_today_stands_a_board_of_as_many_cases(town: Town) -> None:
    await in_every_state(town)
    ana = await town.signed_in("coordinator@demo.test")
    bare = await steps.take_in_mateo(town, ana, legalName="Inés Rojas", publicName="Inés", aNumbers=[])
    await steps.schedule(town, ana, bare["id"], "2026-11-27T09:00")
    lost = await steps.take_in_mateo(town, ana, legalName="Omar Haddad", publicName="Omar", aNumbers=[])
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(update(Case).where(Case.id == parts(lost["id"])[1]).values(coordinator_id=None))
    paths = paths_of(town)
    for email in ("coordinator@demo.test", "coordinator@other.test", "advocate@demo.test"):
        who = town.staff[email]
        data, errors = await paths.ordinary(who, TODAY, {})
        assert not errors and await paths.woven(who, TODAY, {}) == data
        for number, need in NEEDS.items():
            board, errors = await paths.ordinary(who, BOARD, {"need": need})
            assert not errors
            if email != "advocate@demo.test":
                assert await paths.woven(who, BOARD, {"need": need}) == board
            if email == "coordinator@demo.test":
                assert board["cases"]["count"] == data["today"][number], number
        if email == "coordinator@demo.test":
            assert data["today"]["hearingsWithoutCounsel"] >= 1 and data["today"]["datesToCheck"] >= 1
            assert data["today"]["nobodyAssigned"] == 1 and data["today"]["lettersFailed"] >= 1
            board, _ = await paths.ordinary(who, BOARD, {"need": "NOBODY_ASSIGNED"})
            assert [edge["node"]["id"] for edge in board["cases"]["edges"]] == [lost["id"]]
        if email == "advocate@demo.test":
            # What is lacking of a case is for its legal team.
            assert not any(data["today"].values())
            assert board["cases"]["edges"] == []
