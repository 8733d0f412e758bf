"""`presencia demo`: a small deployment that looks lived in, and a large one of any size. Whole, or not there at all."""

from __future__ import annotations

import pytest
from sqlalchemy import LargeBinary, func, select, text

from casework import actors, disclosure, identities, invention, names, sign_in, trail
from casework import cases as case_verbs
from casework.invention import FILLED
from casework.notices.plan import plan
from casework.reference import load_reference
from casework.settings import Settings
from casework.transaction import Database
from commands.demo import demo_people_are_in, make_demo
from commands.demo.crowd import make_crowd
from migrations import roles
from schema.advocacy import ActionState, AdvocacyAction
from schema.assignments import Assignment, AssignmentState
from schema.base import SealedColumn, Table
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import CustodyStint
from schema.detainees import Detainee, NameToken
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.invitations import Invitation, InvitationState
from schema.notices import Notice, NoticeState
from schema.occasions import Occasion, OccasionState
from schema.organizations import Organization
from schema.people import Person
from schema.tasks import Task
from schema.teams import CaseReader
from tests.clock import NOW
from tests.ground import Ground
from workers.housekeeping import seal_trail

PASSWORD = "a long enough password"
SIGN_INS = (
    "admin@demo.test",
    "coordinator@demo.test",
    "attorney@demo.test",
    "advocate@demo.test",
    "coordinator@other.test",
    "samir@other.test",
)


async def everything(database: Database) -> dict[str, int]:
    async with database.transaction(actors.OPERATOR) as tx:
        return {
            table: await tx.session.scalar(text(f'select count(*) from "{table}"')) or 0
            for table in Table.metadata.tables
        }


@pytest.mark.timeout(180)
async def test_the_demo_is_lived_in_and_doing_it_again_changes_nothing(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert await make_demo(settings, now=NOW, password=PASSWORD) == 0
    # Weeks of it lie behind us, and the worker that looks first finds nothing that somebody failed to seal.
    await seal_trail({"database": database})  # type: ignore[typeddict-item]
    assert "not sealed" not in caplog.text
    async with database.transaction(actors.OPERATOR) as tx:
        assert await trail.unsealed_since(tx) is None and await trail.faults(tx) == []
    assert f"Everyone's password is {PASSWORD}" in capsys.readouterr().out

    async with database.transaction(actors.SIGN_IN) as tx:
        for email in SIGN_INS:
            assert await sign_in.compare(await sign_in.ask(tx, email), PASSWORD), email
    async with database.transaction(actors.OPERATOR) as tx:
        cases = list(await tx.session.scalars(select(Case)))
        assert len(cases) == 15
        assert len({case.operation_id for case in cases if case.operation_id}) == 1
        assert len([case for case in cases if case.operation_id]) == 3
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
    late = await late_tasks(database)
    assert len(late) <= 1, late


async def late_tasks(database: Database) -> list[str]:
    """What is open and past its hour. One is human; more look like neglect."""
    late = select(Task).where(Task.done_at.is_(None), Task.due_at < NOW).order_by(Task.due_at)
    async with database.transaction(actors.OPERATOR) as tx:
        return [f"{task.due_at} {await tx.opened(task, 'title')}" for task in list(await tx.session.scalars(late))]


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
        vigil, press, letters = actions
        missing = (await disclosure.action_clearance(tx, press)).missing
    assert known.legal_name == "Mateo Rivera Cruz"
    assert list(stays) == ["BOSHOLD", "PLYMOMA", "STRAFNH", "JENATLA", "PLYMOMA"]
    # Moved once, and earlier: the vigil went with it.
    assert (bond.occasion.sequence, vigil.occasion.sequence) == (1, 1)
    assert (bond.occasion.starts_at - vigil.occasion.starts_at).total_seconds() == 3600
    assert (vigil.state, press.state) == (ActionState.PUBLISHED, ActionState.DRAFT)
    # The press conference lacks the client's yes to press and public, and counsel's to the words.
    assert len(missing) == 3
    # Counsel said by when the letters must be in.
    assert letters.letters_due_on is not None


@pytest.fixture
def owned(settings: Settings, owner_url: str) -> Settings:
    """The deployment's settings, with the door of the tables' owner."""
    return settings.model_copy(update={"database_owner_url": owner_url})


async def rows_of(owner_url: str) -> dict[str, list[str]]:
    """Every row the crowd fills, but for what is sealed, when it was written, and which id a public place has here."""
    found = {}
    left_out = {"created_at", "master_key", "court_id", "facility_id"}
    connection = await roles.connect(owner_url)
    for model in (*FILLED, Organization, Person):
        table = model.__table__
        open_ones = [
            column.name
            for column in table.columns
            if not isinstance(column.type, (LargeBinary, SealedColumn)) and column.name not in left_out
        ]
        rows = await connection.fetch(f"select row({', '.join(open_ones)})::text as r from {table.name} order by 1")
        found[table.name] = [row["r"] for row in rows]
    await connection.close()
    return found


async def guards(owner_url: str) -> set[str]:
    """Every reference, key, check, index and wall there is, as PostgreSQL writes it."""
    connection = await roles.connect(owner_url)
    found = await connection.fetch(
        "select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint"
        " where convalidated union all select indexdef from pg_indexes where schemaname = 'public'"
        " union all select relname || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'"
    )
    await connection.close()
    return {one for (one,) in found}


async def test_invented_cases_come_in_any_number_and_the_same_each_time(
    owned: Settings, owner_url: str, database: Database, ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await guards(owner_url)
    assert await make_crowd(owned, 60, password=PASSWORD, now=NOW) == 0
    said = capsys.readouterr().out
    assert "60 cases are in, of 20 organizations" in said
    told = {line.split()[0]: line.split()[1] for line in said.splitlines() if line.count(".") == 2}
    for model in FILLED:
        assert told[model.__tablename__] == str(
            await ground.connection.fetchval(f"select count(*) from {model.__tablename__}")
        )
    # What rested while they went in stands again, to the letter.
    assert await guards(owner_url) == before

    async with database.transaction(actors.OPERATOR) as tx:
        largest = await tx.session.scalar(
            select(func.count())
            .select_from(Case)
            .join(Organization, Case.lead_organization_id == Organization.id)
            .where(Organization.slug == "crowd-1")
        )
        first = (await tx.session.scalars(select(Case).where(Case.source_ref == "crowd-0000000"))).one()
        known = await identities.read(tx, await tx.session.get_one(Detainee, first.detainee_id))
        tokens = set(
            await tx.session.scalars(select(NameToken.token).where(NameToken.detainee_id == first.detainee_id))
        )
        written = identities.token_hashes(tx, first.lead_organization_id, names.tokens(known.names))
        held = await identities.holders(tx, first.lead_organization_id, known.a_numbers)
        cases = list(await tx.session.scalars(select(Case).order_by(Case.id)))
        kept = {case.id: (case.next_occasion_at, case.next_occasion_id, case.stage) for case in cases}
        for case in cases:
            await case_verbs.keep_next_occasion(tx, case)
            await case_verbs.keep_stage(tx, case)
        reckoned = {case.id: (case.next_occasion_at, case.next_occasion_id, case.stage) for case in cases}
        planned = set(await tx.session.execute(_LETTERS))
        for occasion in await tx.session.scalars(select(Occasion).where(Occasion.starts_at > NOW)):
            await plan(tx, occasion)
        replanned = set(await tx.session.execute(_LETTERS))
    assert largest == 13
    assert known.legal_name == "Ambrocio Dubón, Valentín"
    assert tokens == written
    assert held == {"900000000": first.detainee_id}
    # As the verbs would have kept them.
    assert kept == reckoned
    assert len([one for one in kept.values() if one[0]]) > 20
    assert planned == replanned

    rows = await rows_of(owner_url)
    await ground.clear()
    assert await make_crowd(owned, 60, password=PASSWORD, now=NOW) == 0
    assert await rows_of(owner_url) == rows


_LETTERS = select(Notice.occasion_id, Notice.person_id, Notice.due_at, Notice.useless_after, Notice.state)


@pytest.mark.parametrize("at", ["cases", "indexes"])
async def test_a_crowd_that_is_interrupted_leaves_everything_as_it_was(
    at: str, owner_url: str, database: Database
) -> None:
    rows, standing = await everything(database), await guards(owner_url)

    def stumble(what: str, done: int, total: int) -> None:
        if what == at and done:
            raise RuntimeError("interrupted")

    async def fill() -> None:
        async with invention.as_owner(owner_url, database.vault) as tx:
            await load_reference(tx)
            await invention.invent_cases(tx, await invention.invent_organizations(tx), 3, stumble)

    with pytest.raises(RuntimeError, match="interrupted"):
        await fill()

    assert await everything(database) == rows
    assert await guards(owner_url) == standing


async def test_a_crowd_needs_the_owner_of_the_tables(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await everything(database)

    assert await make_crowd(settings, 5, password=PASSWORD) == 1

    assert "set DATABASE_OWNER_URL" in capsys.readouterr().err
    assert await everything(database) == before


async def test_a_second_crowd_is_refused_and_nothing_changes(
    owned: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    await make_crowd(owned, 5, password=PASSWORD)
    before = await everything(database)

    assert await make_crowd(owned, 5, password=PASSWORD) == 1

    assert "already" in capsys.readouterr().err
    assert await everything(database) == before
