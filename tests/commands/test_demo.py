"""`presencia demo`: a small deployment that looks lived in, and a large one of any size. Whole, or not there at all."""

from __future__ import annotations

import pytest
from sqlalchemy import exists, func, select, text

from casework import actors, disclosure, identities, sign_in
from casework.settings import Settings
from casework.transaction import Database
from commands.demo import demo_people_are_in, make_demo
from commands.demo.crowd import make_crowd
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import Assignment, AssignmentState
from schema.base import Table
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import CustodyStint
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.invitations import Invitation, InvitationState
from schema.notices import Notice, NoticeState
from schema.occasions import Occasion, OccasionState
from schema.organizations import Organization
from schema.teams import CaseReader
from tests.clock import NOW

PASSWORD = "a long enough password"
SIGN_INS = (
    "admin@demo.test",
    "coordinator@demo.test",
    "attorney@demo.test",
    "advocate@demo.test",
    "coordinator@other.test",
)


async def everything(database: Database) -> dict[str, int]:
    async with database.transaction(actors.OPERATOR) as tx:
        return {
            table: await tx.session.scalar(text(f'select count(*) from "{table}"')) or 0
            for table in Table.metadata.tables
        }


@pytest.mark.timeout(180)
async def test_the_demo_is_lived_in_and_doing_it_again_changes_nothing(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await make_demo(settings, now=NOW, password=PASSWORD) == 0
    assert f"Everyone's password is {PASSWORD}" in capsys.readouterr().out

    async with database.transaction(actors.SIGN_IN) as tx:
        for email in SIGN_INS:
            assert await sign_in.compare(await sign_in.ask(tx, email), PASSWORD), email
    async with database.transaction(actors.OPERATOR) as tx:
        cases = list(await tx.session.scalars(select(Case)))
        assert len(cases) == 12
        assert {case.stage for case in cases} == set(Stage)
        assert {CustodyStatus.UNLOCATED, CustodyStatus.RELEASED, CustodyStatus.REMOVED} <= {
            case.custody_status for case in cases
        }
        assert set(await tx.session.scalars(select(Occasion.state))) >= {
            OccasionState.CONFIRMED,
            OccasionState.HELD,
            OccasionState.CANCELLED,
        }
        assert set(await tx.session.scalars(select(Assignment.state))) >= {
            AssignmentState.OFFERED,
            AssignmentState.ACCEPTED,
            AssignmentState.OF_RECORD,
            AssignmentState.DECLINED,
        }
        assert set(await tx.session.scalars(select(Invitation.state))) >= {
            InvitationState.ASKED,
            InvitationState.COMING,
            InvitationState.MAYBE,
            InvitationState.NOT_COMING,
        }
        awaiting = select(func.count()).where(Occasion.state == OccasionState.CONFIRMED, Occasion.starts_at < NOW)
        assert await tx.session.scalar(awaiting) == 1
        # Nothing is left to be sent for days gone by.
        assert not await tx.session.scalar(
            select(func.count()).where(Notice.state == NoticeState.PLANNED, Notice.due_at < NOW)
        )
        other = select(Organization.id).where(Organization.slug == "shoreline").scalar_subquery()
        assert await tx.session.scalar(select(func.count()).where(CaseReader.organization_id == other)) == 1

    before = await everything(database)
    assert await make_demo(settings, now=NOW, password=PASSWORD) == 0
    assert await everything(database) == before
    assert await demo_people_are_in(database)

    await mateo_waits_for_his_hearing(database)


async def mateo_waits_for_his_hearing(database: Database) -> None:
    async with database.transaction(actors.OPERATOR) as tx:
        for case in await tx.session.scalars(select(Case)):
            detainee = await tx.session.get_one(Detainee, case.detainee_id)
            if await tx.opened(detainee, "public_name") == "Mateo R.":
                break
        known = await identities.read(tx, detainee)
        stays = await tx.session.scalars(
            select(Facility.code)
            .join(CustodyStint, CustodyStint.facility_id == Facility.id)
            .where(CustodyStint.case_id == case.id)
            .order_by(CustodyStint.booked_in_at)
        )
        bond = (
            await tx.session.scalars(select(Hearing).where(Hearing.case_id == case.id, Hearing.schedule_type == "CY"))
        ).one()
        actions = list(
            (
                await tx.session.scalars(
                    select(AdvocacyAction).where(AdvocacyAction.case_id == case.id).order_by(AdvocacyAction.id)
                )
            ).unique()
        )
        vigil, press = actions
        missing = (await disclosure.action_clearance(tx, press)).missing
    assert known.legal_name == "Mateo Rivera Cruz"
    assert list(stays) == ["BOSHOLD", "PLYMOMA", "STRAFNH", "JENATLA", "PLYMOMA"]
    # Moved once, and earlier: the vigil went with it.
    assert (bond.occasion.sequence, vigil.occasion.sequence) == (1, 1)
    assert (bond.occasion.starts_at - vigil.occasion.starts_at).total_seconds() == 3600
    assert (vigil.state, press.state) == (ActionState.PUBLISHED, ActionState.DRAFT)
    # The press conference lacks the client's yes to press and public, and counsel's to the words.
    assert len(missing) == 3


async def test_invented_cases_come_in_any_number_and_the_same_each_time(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await make_crowd(settings, 60, password=PASSWORD) == 0
    assert "60 cases are in, of 5 organizations" in capsys.readouterr().out

    async with database.transaction(actors.OPERATOR) as tx:
        led = dict(
            (
                await tx.session.execute(
                    select(Organization.slug, func.count())
                    .join(Case, Case.lead_organization_id == Organization.id)
                    .group_by(Organization.slug)
                )
            ).all()
        )
        first = (await tx.session.scalars(select(Case).where(Case.source_ref == "crowd-0000000"))).one()
        known = await identities.read(tx, await tx.session.get_one(Detainee, first.detainee_id))
        nearest = (
            select(func.min(Occasion.starts_at))
            .where(
                Occasion.case_id == Case.id,
                Occasion.starts_at > tx.now,
                Occasion.state == OccasionState.CONFIRMED,
                # Every invented action is a draft, and a draft is no date yet.
                ~exists().where(AdvocacyAction.occasion_id == Occasion.id),
            )
            .correlate(Case)
            .scalar_subquery()
        )
        astray = await tx.session.scalar(
            select(func.count()).select_from(Case).where(Case.next_occasion_at.is_distinct_from(nearest))
        )
    assert led == {"crowd-1": 30, "crowd-2": 12, "crowd-3": 9, "crowd-4": 6, "crowd-5": 3}
    # Drawn anew each time, and always the same.
    assert known.legal_name == "Bonilla Cifuentes, Darío"
    assert astray == 0


async def test_a_second_crowd_is_refused_and_nothing_changes(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await make_crowd(settings, 5, password=PASSWORD)
    before = await everything(database)

    assert await make_crowd(settings, 5, password=PASSWORD) == 1

    assert "already" in capsys.readouterr().err
    assert await everything(database) == before
